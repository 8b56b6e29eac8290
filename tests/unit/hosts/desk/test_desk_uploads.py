"""Files that a clerk attaches: known by their bytes, read for personal data first, kept under a name of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_site.data.edit import values
from ita_site.data.model import is_file_name
from ita_site.publishing import data_check
from tests.helpers import made_files
from tests.helpers.attacks import _zip_bomb
from tests.helpers.desk import ORIGIN, Desk, seen

if TYPE_CHECKING:
    from pathlib import Path

PDF = made_files.pdf()
REPORT = "/attach/2568/reports/annual.yml"
TITLE = {"title": "ประกาศฉบับลงนาม"}


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    return Desk(mueang_pan / "data")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk with one report, for what is sent to it a hundred times."""
    data = tmp_path_factory.mktemp("small") / "data"
    (data / "2568" / "reports").mkdir(parents=True)
    (data / "agency.yml").write_text("name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\nprovince: ลำปาง\n", encoding="utf-8")
    (data / "2568" / "reports" / "annual.yml").write_text("title: รายงาน\n", encoding="utf-8")
    return Desk(data)


def send(desk: Desk, name: str, data: bytes, path: str = REPORT, **typed: str) -> tuple[int, str]:
    """Attach a file; return the code, and where it leads or what is said."""
    fields = {"form_token": desk.access.form_token, **TITLE, **typed}
    answer = desk.client.post(path, data=fields, files={"file": (name, data)}, headers={"Origin": ORIGIN})
    return answer.status_code, answer.headers.get("location") or seen(answer.text)


def everything(desk: Desk) -> dict[str, bytes]:
    """Return every file of the project."""
    root = desk.workspace.data.parent
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("data", "content")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def attached(desk: Desk, name: str = "reports/annual.yml") -> list[dict[str, str]]:
    """Return what a record names of attachments."""
    value = values((desk.workspace.data / "2568" / name).read_bytes())
    assert isinstance(value, dict)
    return value.get("attachments", [])  # type: ignore[return-value]


def test_a_file_is_kept_and_named_in_its_record_with_nothing_else_changed(desk: Desk) -> None:
    assert 'type="file"' in desk.get(REPORT)
    before = everything(desk)
    assert send(desk, "Plan 2568 (Final).PDF", made_files.pdf(), date="6 ต.ค. 2568") == (
        303,
        "/files/2568/reports/annual.yml",
    )
    after = everything(desk)
    assert set(after) - set(before) == {"data/2568/files/plan-2568-final.pdf"}
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["data/2568/reports/annual.yml"]
    old, new = (each["data/2568/reports/annual.yml"].decode().splitlines() for each in (before, after))
    assert [line for line in old if line not in new] == []
    assert len(new) == len(old) + 4
    assert attached(desk) == [{**TITLE, "file": "plan-2568-final.pdf", "date": "6 ต.ค. 2568"}]
    assert "plan-2568-final.pdf" in seen(desk.get("/"))
    # A second one beside it, with the same name.
    assert send(desk, "plan-2568-final.pdf", made_files.pdf(pages=2))[0] == 303
    assert [each["file"] for each in attached(desk)] == ["plan-2568-final.pdf", "plan-2568-final-2.pdf"]
    told = [each for each in data_check.check(desk.workspace.data).problems if "files" in each.position.path]
    assert told == []


@pytest.mark.parametrize(
    "name",
    [
        "รายงาน.pdf",
        "../../../etc/passwd.pdf",
        "..\\..\\windows\\system32.pdf",
        "/etc/cron.d/x.pdf",
        "C:\\boot.pdf",
        "CON.pdf",
        "aux.pdf",
        "com1.pdf",
        "nul",
        "plan.pdf.exe",
        "plan.exe.pdf",
        "plan\u202efdp.exe",
        "plan.php",
        ".htaccess",
        ".pdf",
        "...",
        " . ",
        "a" * 300 + ".pdf",
        "ก" * 200 + ".pdf",
        "plan.pdf ",
        "plan.pdf.",
        "plan;rm -rf.pdf",
        "<script>.pdf",
        "%2e%2e%2fplan.pdf",
        "plan:stream.pdf",
        "--option.pdf",
        "scan.jpg",
    ],
)
def test_whatever_a_file_is_called_it_gets_a_name_of_ours(small: Desk, name: str) -> None:
    before = everything(small)
    code, told = send(small, name, PDF)
    assert code == 303, told
    (made,) = set(everything(small)) - set(before)
    folder, _, kept = made.rpartition("/")
    assert folder == "data/2568/files"
    assert is_file_name(kept)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*\.pdf", kept)
    assert len(kept) < 60


_POLYGLOTS = {
    "a program called a document": b"MZ\x90\0" + b"\0" * 200,
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "a page called a document": b"<!doctype html><script>alert(1)</script>",
    "a drawing with a script": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "an archive": made_files.archive({"a.exe": b"MZ"}),
    "an archive behind a document": PDF + made_files.archive({"a.exe": b"MZ"}),
    "a page before a document": b"<html><script>alert(1)</script>" + PDF,
    "a document that acts": made_files.pdf_that_acts({"/S": "/JavaScript", "/JS": "app.alert(1)"}),
    "a document cut off": PDF[: len(PDF) // 2],
    "macros": made_files.xlsx({"xl/vbaProject.bin": b"x"}, types=("application/vnd.ms-office.vbaProject",)),
    "a bomb": _zip_bomb(),
    "a picture too large to unpack": made_files.png_of(60_000, 60_000),
    "nothing": b"",
    "a pointer of Git": b"version https://git-lfs.github.com/spec/v1\n",
    "noise": bytes(range(256)) * 20,
    "a picture of another kind": b"GIF89a" + b"\0" * 100,
    "too many bytes": b"%PDF-1.7\n" + b"\0" * 20_000_001,
}
_TEXTS = ("a script", "a pointer of Git")
"""What is a text, too, and does nothing where it is called so."""


@pytest.mark.parametrize("what", sorted(_POLYGLOTS))
def test_what_may_not_be_published_is_not_kept(small: Desk, what: str) -> None:
    before = everything(small)
    for ending in ("pdf", "docx", "jpg", "xlsx", *(["txt"] if what not in _TEXTS else [])):
        code, told = send(small, f"x.{ending}", _POLYGLOTS[what], description="ภาพ")
        assert (code, everything(small) == before) == (422, True), (ending, told)
        assert "ไม่มีอะไรถูกบันทึก" in told


def test_personal_data_are_found_before_anything_is_kept(desk: Desk) -> None:
    before = everything(desk)
    text = "ผู้ร้องเรียน เลขประจำตัวประชาชน 1-1002-00345-67-1".encode()
    code, told = send(desk, "list.txt", text)
    assert (code, everything(desk) == before) == (422, True)
    assert "1-1002-00345-67-1" not in told
    assert "ไม่มีอะไรถูกบันทึก" in told
    assert send(desk, "list.txt", text, seen="1")[0] == 422, "what is for certain is never kept"


def test_what_may_be_personal_is_kept_once_it_was_looked_at(desk: Desk) -> None:
    text = "ติดต่อประธานกลุ่ม โทร 081-234-5678".encode()
    code, told = send(desk, "list.txt", text)
    assert code == 422
    assert "เปิดดูแล้ว" in told
    assert send(desk, "list.txt", text, seen="1")[0] == 303


def test_a_photo_is_kept_without_its_place(desk: Desk) -> None:
    photo = made_files.picture("JPEG", gps=True)
    assert send(desk, "photo.jpg", photo)[0] == 422, "it has no description"
    assert send(desk, "photo.jpg", photo, description="พิธีประกาศ")[0] == 303
    kept = (desk.workspace.data / "2568" / "files" / "photo.jpg").read_bytes()
    assert b"Exif" not in kept
    assert attached(desk)[0]["description"] == "พิธีประกาศ"


@pytest.mark.parametrize("path", ["agency.yml", "2568/gaps.yml", "2568/none.yml", "../mkdocs.yml", "2568/reports"])
def test_only_documents_take_files(desk: Desk, path: str) -> None:
    assert desk.client.get(f"/attach/{path}").status_code in {400, 404}
    before = everything(desk)
    assert send(desk, "x.pdf", made_files.pdf(), f"/attach/{path}")[0] in {400, 404}
    assert everything(desk) == before


def test_a_folder_behind_a_link_takes_nothing(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (desk.workspace.data / "2568" / "files").symlink_to(outside)
    assert send(desk, "x.pdf", made_files.pdf())[0] == 422
    assert list(outside.iterdir()) == []


def test_what_is_missing_is_told_and_what_was_typed_stays(desk: Desk) -> None:
    assert "ชื่อเอกสาร" in send(desk, "x.pdf", made_files.pdf(), title=" ")[1]
    sent = {"form_token": desk.access.form_token, "title": "แผน “ก”", "date": "", "description": ""}
    page = desk.client.post(REPORT, data=sent, headers={"Origin": ORIGIN}).text
    assert "ยังไม่ได้เลือกไฟล์" in seen(page)
    assert 'value="แผน “ก”"' in page
