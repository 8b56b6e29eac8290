"""Who is let in to the desk, and what it opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    return Desk(mueang_pan / "data")


def test_the_address_that_is_given_out_opens_the_desk_once(desk: Desk) -> None:
    assert "เทศบาลตำบลเมืองปาน" in desk.get("/")
    assert desk.stranger().get("/").status_code == 403
    assert "k=" in desk.access.link
    again = desk.stranger().get(f"/?k={desk.access.link.partition('=')[2]}")
    assert again.status_code == 403


def test_a_page_that_is_not_there_is_told_in_thai(desk: Desk) -> None:
    answer = desk.client.get("/nowhere")
    assert answer.status_code == 404
    assert "ไม่มีหน้านี้" in seen(answer.text)


def test_a_change_of_a_file_is_seen(desk: Desk) -> None:
    before = desk.workspace.checked()
    assert desk.workspace.checked() is before
    agency = desk.workspace.path_of("agency.yml")
    assert agency is not None
    agency.write_text(agency.read_text(encoding="utf-8").replace("เมืองปาน", "เมืองใหม่"), encoding="utf-8")
    assert "เมืองใหม่" in desk.get("/")


@pytest.mark.parametrize(
    "name", ["../mkdocs.yml", "2568/../agency.yml", "/etc/passwd", "agency.yml\0", "2568/files/x.pdf", "urls.txt", ""]
)
def test_only_known_files_are_edited(desk: Desk, name: str) -> None:
    assert desk.workspace.path_of(name) is None


def test_a_file_behind_a_link_is_not_edited(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (desk.workspace.data / "2568" / "measures").rename(outside)
    (desk.workspace.data / "2568" / "measures").symlink_to(outside)
    name = next(outside.glob("*.yml")).name
    assert desk.workspace.path_of(f"2568/measures/{name}") is None
    assert desk.workspace.path_of("2568/result.yml") is not None
