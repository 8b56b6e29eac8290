"""The history on the desk: of a file and a field, a change taken back, a published value put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.desk import ORIGIN, Desk, seen
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    """Return the desk of a project whose total was changed in a second commit."""
    git(mueang_pan, "init", "-q", "-b", "main")
    git(mueang_pan, "add", "data", "mkdocs.yml")
    git(mueang_pan, "commit", "-q", "-m", "ฉบับแรก", "--author=สมหญิง ใจดี <a@example.go.th>")
    replace(mueang_pan / "data/2568/result.yml", "score: 97.19", "score: 97.91 # อ่านใหม่")
    git(mueang_pan, "commit", "-q", "-a", "-m", "อ่านใหม่", "--author=สมชาย <ขยัน> <b@example.go.th>")
    return Desk(mueang_pan / "data")


def result(desk: Desk) -> str:
    return (desk.workspace.data / "2568/result.yml").read_text(encoding="utf-8")


def last_commit(desk: Desk) -> str:
    return git(desk.workspace.data, "rev-parse", "HEAD").strip()


def test_every_file_leads_to_its_history_and_a_field_to_its_own(desk: Desk) -> None:
    assert 'href="/history"' in desk.get("/")
    assert 'href="/history/2568/result.yml"' in desk.get("/history")
    assert 'href="/history/2568/result.yml"' in desk.get("/files/2568/result.yml")

    page = desk.get("/history/2568/result.yml")
    assert "คะแนนรายตัวชี้วัด › 7 › คะแนน: 97.19 → 97.91" in seen(page).replace("&gt;", ">")
    assert 'href="/history/2568/result.yml?field=indicators.7.score"' in page

    of_field = seen(desk.get("/history/2568/result.yml?field=indicators.7.score"))
    assert "ตอนนี้: 97.91" in of_field
    assert "(ไม่มี) → 97.19" in of_field


def test_a_change_of_git_is_taken_back_as_a_new_one_and_that_again(desk: Desk) -> None:
    replace(desk.workspace.data / "2568/result.yml", "total: 99.37", "total: 99.38")

    assert desk.post("/history/2568/result.yml", commit=last_commit(desk)) == "/history/2568/result.yml"

    assert "score: 97.19 # อ่านใหม่" in result(desk)
    assert "total: 99.38" in result(desk)
    assert "ย้อนการบันทึกล่าสุด: ย้อนการแก้แล้ว" in seen(desk.get("/files/2568/result.yml"))

    assert desk.post("/history/2568/result.yml", commit="") == "/history/2568/result.yml"
    assert result(desk) == git(desk.workspace.data, "show", "HEAD:./2568/result.yml")


def test_what_was_changed_again_is_not_taken_back(desk: Desk) -> None:
    replace(desk.workspace.data / "2568/result.yml", "score: 97.91", "score: 97.95")
    before = result(desk)

    answer = desk.post("/history/2568/result.yml", commit=last_commit(desk))

    assert "97.95" in seen(answer)
    assert "ยังทำไม่ได้" in answer
    assert result(desk) == before


def test_a_published_value_is_put_right_with_its_reason(desk: Desk) -> None:
    form = seen(desk.get("/correct/2568/result.yml?field=indicators.7.score"))
    assert "คะแนนรายตัวชี้วัด › 7 › คะแนน" in form
    assert "97.91" in form

    refused = desk.post("/correct/2568/result.yml", field="indicators.7.score", new="97.19", reason=" ")
    assert "ยังไม่ได้พิมพ์เหตุผล" in refused
    assert 'value="97.19"' in refused

    wrong = desk.post("/correct/2568/result.yml", field="indicators.7.score", new="971", reason="พิมพ์ผิด")
    assert "ไม่ได้แก้ เพราะจะมีเรื่องต้องแก้" in wrong
    assert "errata" not in result(desk)

    leads = desk.post("/correct/2568/result.yml", field="indicators.7.score", new="97.19", reason="พิมพ์ผิด")
    assert leads == "/history/2568/result.yml?field=indicators.7.score"
    assert "score: 97.19" in result(desk)
    assert "    published: 97.91\n    correct: 97.19\n" in result(desk)
    assert "เผยแพร่ไว้เป็น 97.91" in seen(desk.get(leads))


@pytest.mark.parametrize(
    "path",
    [
        "/history/../mkdocs.yml",
        "/history/2568/urls.txt",
        "/history/2568/measures/gone.yml",
        "/history/2568/measures/" + "a" * 300 + ".yml",
        "/history/%2e%2e/%2e%2e/etc/passwd",
        "/correct/mkdocs.yml",
    ],
)
def test_no_other_file_is_told_of(desk: Desk, path: str) -> None:
    assert desk.client.get(path).status_code in {400, 404}


def test_names_of_authors_are_text(desk: Desk) -> None:
    git(desk.workspace.data, "commit", "-q", "--allow-empty", "-m", "ว่าง")
    replace(desk.workspace.data / "2568/result.yml", "total: 99.37", "total: 99.38")
    git(desk.workspace.data, "commit", "-q", "-a", "-m", "<script>alert(1)</script>")

    page = desk.get("/history/2568/result.yml")

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_without_git_a_value_is_corrected_by_its_name_and_leads_to_its_form(mueang_pan: Path) -> None:
    desk = Desk(mueang_pan / "data")

    form = seen(desk.get("/correct/2568/result.yml?field=indicators.7.score&new=97.20"))
    assert "คะแนนรายตัวชี้วัด › 7 › คะแนน" in form.replace("&gt;", ">")
    assert "ตอนนี้: 97.19" in form
    assert "indicators" not in form

    told = {"field": "indicators.7.score", "new": "97.20", "reason": "อ่านใหม่"}
    assert desk.post("/correct/2568/result.yml", **told) == "/files/2568/result.yml"


def test_without_git_the_page_says_so(desk: Desk) -> None:
    (desk.workspace.root / ".git").rename(desk.workspace.root / "not-git")

    assert "ไม่ได้เก็บใน Git" in seen(desk.get("/history/2568/result.yml"))
    assert (
        desk.client.post(
            "/history/2568/result.yml",
            data={"form_token": desk.access.form_token, "commit": ""},
            headers={"Origin": ORIGIN},
        ).status_code
        == 404
    )


def test_a_file_that_is_gone_is_told_of(desk: Desk) -> None:
    (desk.workspace.data / "2568/plan.yml").unlink(missing_ok=True)
    (desk.workspace.data / "2568/measures/e-service.yml").unlink()

    assert "ลบไฟล์" in seen(desk.get("/history/2568/measures/e-service.yml"))
