"""A file as a text: what no form can show is mended in the desk, too, and nobody's change is lost."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.helpers.desk import ORIGIN, Desk, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\ndivisions: [สำนักปลัด]\n"
RIGHT = "total: 99.37\nlevel: ผ่านดีเยี่ยม\n"
NAME = "2568/result.yml"
HIDDEN = "total: 99.37\nlevel: ผ่าน\u202eดี\n"


@pytest.fixture
def desk(project: Callable[[Mapping[str, str | bytes]], Path]) -> Desk:
    files = {"mkdocs.yml": "site_name: x\nplugins: [ita-site]\n", "data/agency.yml": AGENCY, f"data/{NAME}": RIGHT}
    return Desk(project(files) / "data")


def box(page: str) -> dict[str, str]:
    """Return what a browser sends of the box of a page: of its text, what it has in other lines' ends."""
    form = page.partition('<form class="card" method="post" action="/text/')[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))
    text = re.search(r"<textarea[^>]*>\n?(.*)</textarea>", form, re.DOTALL)
    assert text
    return {**fields, "text": unescape(text[1]).replace("\n", "\r\n")}


@pytest.mark.parametrize(
    "broken",
    [
        'total: 99.37\nlevel: "ผ่านดีเยี่ยม\n',
        "total: [99.37\nlevel: ผ่านดีเยี่ยม\n",
        "total: 99.37\ntotal: 98\nlevel: ผ่านดีเยี่ยม\n",
        "total: &a 99.37\nlevel: *a\n",
        "hello",
        HIDDEN,
    ],
)
def test_what_no_form_can_show_is_mended_as_a_text(desk: Desk, broken: str) -> None:
    path = desk.workspace.data / NAME
    path.write_text(broken, encoding="utf-8")
    fields = box(desk.get(f"/text/{NAME}"))
    assert fields["text"].replace("\r\n", "\n") == broken
    assert broken in {"hello", HIDDEN} or 'action="/text/' in desk.get(f"/files/{NAME}")

    assert desk.post(f"/text/{NAME}", **{**fields, "text": RIGHT.replace("\n", "\r\n")}) == f"/files/{NAME}"

    assert path.read_text(encoding="utf-8") == RIGHT
    page = desk.get(f"/files/{NAME}")
    assert "บันทึกแล้ว" in seen(page)
    number = re.findall(r'name="number" value="(\d+)"', page)[0]
    desk.post("/undo", number=number)
    assert path.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode(),
            b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode(),
        ),
        (RIGHT.rstrip("\n").encode(), RIGHT.rstrip("\n").encode()),
        (("\n" + RIGHT).encode(), ("\n" + RIGHT).encode()),
        (RIGHT.encode("cp874"), RIGHT.encode()),
        (RIGHT.encode("utf-16"), RIGHT.encode()),
    ],
    ids=["windows", "no-end", "blank-line", "874", "utf-16"],
)
def test_what_was_not_typed_stays_as_it_was_and_other_encodings_become_utf_8(
    desk: Desk, data: bytes, expected: bytes
) -> None:
    path = desk.workspace.data / NAME
    path.write_bytes(data)
    fields = box(desk.get(f"/text/{NAME}"))

    desk.post(f"/text/{NAME}", **{**fields, "text": fields["text"].replace("99.37", "99.73")})

    assert path.read_bytes() == expected.replace(b"99.37", b"99.73")


def test_a_text_saved_with_faults_is_saved_and_told(desk: Desk) -> None:
    fields = box(desk.get(f"/text/{NAME}"))

    desk.post(f"/text/{NAME}", **{**fields, "text": 'total: "99'})

    assert (desk.workspace.data / NAME).read_text(encoding="utf-8") == 'total: "99'
    page = desk.get(f"/files/{NAME}")
    assert "ยังเผยแพร่ไม่ได้" in seen(page)
    assert 'total: "99' in box(page)["text"]


def test_what_another_has_changed_since_is_not_overwritten(desk: Desk) -> None:
    path = desk.workspace.data / NAME
    fields = box(desk.get(f"/text/{NAME}"))
    path.write_text(RIGHT.replace("99.37", "98.00"), encoding="utf-8")

    page = desk.post(f"/text/{NAME}", **{**fields, "text": "total: 97.00\r\n"})

    assert "จึงไม่ได้เขียนทับ" in seen(page)
    assert box(page)["text"] == "total: 97.00\r\n"
    assert "98.00" in path.read_text(encoding="utf-8")
    desk.post(f"/text/{NAME}", **box(page))
    assert "98.00" in path.read_text(encoding="utf-8")
    assert "total: 97.00" in desk.post(f"/text/{NAME}", seen="0" * 64, text="total: 97.00")


@pytest.mark.parametrize("gone", ["file", "year", "folder"])
@pytest.mark.parametrize("page", ["text", "files", "figures"])
def test_what_was_typed_stays_where_its_file_is_gone(desk: Desk, page: str, gone: str) -> None:
    address = "/figures/2568" if page == "figures" else f"/{page}/{NAME}"
    fields = dict(re.findall(r'name="([^"]+)"[^>]* value="([^"]*)"', desk.get(address)))
    typed = {"text": {"text": "total: 98.76"}, "files": {"f:total": "98.76"}, "figures": {"f-total": "98.76"}}[page]
    path = desk.workspace.data / NAME
    if gone == "year":
        path.parent.rename(path.parent.with_name("2567"))
    else:
        path.unlink()
    if gone == "folder":
        path.mkdir()

    answer = desk.client.post(address, data={**fields, **typed, "do": "save"}, headers={"Origin": ORIGIN})

    assert answer.status_code == 404
    assert "ไม่มีไฟล์นี้แล้ว" in answer.text
    assert "98.76" in seen(answer.text)


@pytest.mark.parametrize("data", [bytes(range(256)), b"total: 9\0", RIGHT.encode() + b"# " + b"x" * 200_001])
def test_what_is_no_text_has_no_box(desk: Desk, data: bytes) -> None:
    (desk.workspace.data / NAME).write_bytes(data)

    assert "ด้วยโปรแกรมแก้ข้อความ" in seen(desk.get(f"/text/{NAME}"))


@pytest.mark.parametrize("name", ["2569/result.yml", "../mkdocs.yml", "2568", "content/x.md", "%00"])
def test_only_data_files_are_texts(desk: Desk, name: str) -> None:
    assert desk.client.get(f"/text/{name}").status_code in {400, 404}
