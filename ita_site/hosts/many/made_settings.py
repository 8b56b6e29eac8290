"""The settings that a municipality of many is built with: its own, or made here of its data and of what may count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ita_site.ground import whole_file
from ita_site.ground.problems import InvalidData, Problem, blocking
from ita_site.publishing import settings
from ita_site.publishing.settings import untrusted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.hosts.many.listing import Municipality

_NAME = "ความโปร่งใส"
_PAGES = "pages"
"""The folder of pages written by hand, in which there are none: MkDocs walks through one, links and all."""


def of(
    municipality: Municipality, url: str, kept: Path, *, data_only: bool = False
) -> tuple[Path, tuple[Problem, ...]]:
    """Return the settings of a municipality's project, and what was left out of its own.

    Args:
        municipality: which one; its folder is there.
        url: the address below which all stand; empty where it is not known.
        kept: the folder that settings are made in.
        data_only: no code of the project's is to run; of its own settings those count that are data.

    Raises:
        InvalidData: its own settings cannot be read so, or lead out of its folder.
        OSError: the disk does not answer.

    """
    folder = municipality.folder.absolute()
    own = folder / settings.NAME
    if own.is_file() and not data_only:
        return own, ()
    known: Mapping[str, Any] = {"data_dir": str(folder)}
    problems: tuple[Problem, ...] = ()
    if data_only:
        known, problems = untrusted.read(folder)
        if blocking(problems):
            raise InvalidData(problems)
    options = {name: value for name, value in known.items() if name in {"data_dir", "documents", "open_data"}}
    if data_only:
        options["data_only"] = True
    others = {name: value for name, value in known.items() if name not in options}
    place = kept / municipality.id
    address = {"site_url": f"{url}{municipality.id}/"} if url else {}
    whole = {"site_name": _NAME, **address, "docs_dir": str(options["data_dir"]), **others}
    if data_only:
        whole["docs_dir"] = str((place / _PAGES).absolute())
        (place / _PAGES).mkdir(parents=True, exist_ok=True)
    whole["plugins"] = [{"ita-site": options}]
    text = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in whole.items())
    made = place / settings.NAME
    if not made.is_file() or made.read_text(encoding="utf-8") != text:
        place.mkdir(parents=True, exist_ok=True)
        whole_file.write(made, text.encode())
    return made, problems
