"""A file written whole or not at all, and the name of it where the disk does not take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.ground import whole_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("place", ["nowhere/a.xlsx", "a-file/a.xlsx", "a-folder"])
def test_a_file_that_cannot_be_written_is_named_and_leaves_nothing_behind(place: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    before = set(tmp_path.rglob("*"))
    with pytest.raises(OSError, match=r"\w") as told:
        whole_file.write(tmp_path / place, b"1")
    assert told.value.filename == str(tmp_path / place)
    assert set(tmp_path.rglob("*")) == before
