"""The handbook: what it says of forms and messages is what there is, and every link and picture of it is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.data import schemas
from ita_site.hosts.cli import COMMANDS, main
from ita_site.hosts.desk import handbook
from tests import message_list
from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from pathlib import Path


def test_the_messages_are_those_that_checks_say() -> None:
    made = message_list.page(each for path in message_list.CASES for each in message_list.said(path))

    assert message_list.PAGE.read_text(encoding="utf-8") == made, "write it: python -m tests.message_list --write"


def test_every_code_of_the_cases_has_its_place(mueang_pan: Path) -> None:
    page = Desk(mueang_pan / "data").get("/handbook/messages")
    codes = {line.split()[-2] for path in message_list.CASES for line in message_list.read(path)["problems"]}

    assert codes <= set(re.findall(r'<h3 id="([a-z0-9-]+)">', page))
    assert "<script>alert" not in page


def test_every_field_of_every_form_is_there() -> None:
    page = handbook.text("forms")

    for record in schemas.RECORDS.values():
        assert all(f"`{field}:`" in page for field in record.model_fields), record


def test_commands_that_the_handbook_names_are_there() -> None:
    named = {name for page in handbook.PAGES for name in re.findall(r"ita-site ([a-z-]+)", handbook.text(page))}

    assert named - {"check"} <= set(COMMANDS)
    assert named >= {"changes", "publish", "history", "correct"}


def test_the_desk_shows_every_page_and_every_picture(mueang_pan: Path) -> None:
    desk = Desk(mueang_pan / "data")
    first = desk.get("/handbook")
    assert 'href="/handbook"' in desk.get("/")
    for name in handbook.PAGES:
        assert f'href="/handbook/{name}"' in first
        page = desk.get(f"/handbook/{name}")
        assert "ยังทำไม่ได้" not in seen(page)
        for address in re.findall(r'(?:href|src)="(/handbook/[^"]+)"', page):
            assert desk.client.get(address).status_code == 200, address
    pictures = {name for name in handbook.PAGES for name in re.findall(r"pictures/([a-z-]+\.png)", handbook.text(name))}
    assert pictures == set(handbook.pictures())


@pytest.mark.parametrize("address", ["/handbook/none", "/handbook/pictures/none.png", "/handbook/..%2fdesk.css"])
def test_what_is_no_page_is_not_found(mueang_pan: Path, address: str) -> None:
    assert Desk(mueang_pan / "data").client.get(address).status_code in {400, 404}


def test_the_folder_opens_without_the_desk(tmp_path: Path) -> None:
    folder = tmp_path / "คู่มือ"

    told = CliRunner().invoke(main, ["handbook", str(folder)])

    assert told.exit_code == 0
    for page in folder.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src)="([^"#:]+)"', text):
            assert (folder / address).is_file(), (page.name, address)
    assert CliRunner().invoke(main, ["handbook", str(folder)]).exit_code == 0
    (folder / "ของเรา.txt").write_text("ก", encoding="utf-8")
    refused = CliRunner().invoke(main, ["handbook", str(folder)])
    assert refused.exit_code == 1
    assert "ของเรา.txt" in refused.stderr


def test_the_handbook_is_no_part_of_a_site(mueang_pan: Path) -> None:
    target = mueang_pan.parent / "exported"

    told = CliRunner().invoke(main, ["export", str(target), "--data", str(mueang_pan / "data")])

    assert told.exit_code == 0
    assert not [path for path in target.rglob("*") if "handbook" in path.name or "year-round" in path.name]
