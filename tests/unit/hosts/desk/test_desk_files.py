"""The forms in the desk: saved by the least change, shown with their messages, taken back, never lost."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING

import pytest

from ita_site.data import edit
from ita_site.hosts.reports.history_report import NOT_COMMITTED
from tests.helpers import TESTS
from tests.helpers.desk import ORIGIN, Desk, seen
from tests.helpers.repository import git

if TYPE_CHECKING:
    from pathlib import Path

RESULT = "2568/result.yml"
AGENCIES = sorted(path.name for path in (TESTS / "agencies").iterdir())


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    return Desk(mueang_pan / "data")


def sent_by(page: str) -> dict[str, list[str]]:
    """Return what a browser sends of the form of data, as the page has it, but for its buttons."""
    form = re.search(r'<form class="card data".*?</form>', page, re.DOTALL)
    assert form
    fields: dict[str, list[str]] = {}
    for found in re.finditer(
        r"<(input|textarea|select)\b([^>]*)>(?:(?<=>)\n?(.*?)</(?:textarea|select)>)?", _closed(form[0]), re.DOTALL
    ):
        kind, attributes, inner = found[1], found[2], found[3] or ""
        name = re.search(r'\bname="([^"]*)"', attributes)
        if not name or ('type="radio"' in attributes and " checked" not in attributes):
            continue
        if kind == "textarea":
            value = inner
        elif kind == "select":
            chosen = re.search(r'<option value="([^"]*)" selected', inner)
            value = chosen[1] if chosen else ""
        else:
            value = (re.search(r'\bvalue="([^"]*)"', attributes) or ("", ""))[1]
        fields.setdefault(unescape(name[1]), []).append(unescape(value))
    return fields


def _closed(form: str) -> str:
    """Give each input an end of its own, as textareas and selects have."""
    return re.sub(r"(<input\b[^>]*>)", r"\1</select>", form)


def post(desk: Desk, path: str, fields: dict[str, list[str]], do: str = "save", **typed: str) -> tuple[int, str]:
    """Post a form with some fields typed otherwise; return the code and where it leads, or the page."""
    sent = {**fields, "do": [do], **{name.replace("__", "."): [text] for name, text in typed.items()}}
    answer = desk.client.post(path, data=sent, headers={"Origin": ORIGIN})
    return answer.status_code, str(answer.headers.get("location", answer.text))


def typed(fields: dict[str, list[str]], **values: str) -> dict[str, list[str]]:
    return {**fields, **{"f:" + name.replace("__", "."): [text] for name, text in values.items()}}


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_page_of_every_file_sent_back_as_it_is_changes_no_byte(agency: str, tmp_path: Path) -> None:
    shutil.copytree(TESTS / "agencies" / agency, tmp_path / "data")
    desk = Desk(tmp_path / "data")
    before = {path: path.read_bytes() for path in desk.workspace.data.rglob("*.yml")}
    listed = re.findall(r'href="(/files/[^"]+)"', desk.get("/files"))
    assert len(listed) == len(desk.workspace.files())
    waiting, opened = list(listed), set()
    while waiting:
        address = waiting.pop()
        opened.add(address)
        page = desk.get(address)
        below = set(re.findall(r'<a href="(/files/[^"#]+/\d+)"', page))
        waiting += sorted(below - opened - set(waiting))
        if "ดูได้อย่างเดียว" in page:
            continue
        assert post(desk, address, sent_by(page)) == (303, address)
        assert "ไม่มีอะไรเปลี่ยน" in desk.get(address)
    assert {path: path.read_bytes() for path in desk.workspace.data.rglob("*.yml")} == before
    assert len(opened) > len(listed)


def test_one_field_changes_its_line_and_can_be_taken_back(desk: Desk) -> None:
    path = desk.workspace.data / RESULT
    before = path.read_bytes()
    page = desk.get(f"/files/{RESULT}")
    assert post(desk, f"/files/{RESULT}", typed(sent_by(page), total="๙๙.๓๖"))[0] == 303
    after = path.read_bytes()
    lines = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert [(old.decode(), new.decode()) for old, new in lines] == [("total: 99.37", "total: ๙๙.๓๖")]
    shown = desk.get(f"/files/{RESULT}")
    assert "บันทึกแล้ว" in seen(shown)
    number = re.search(r'name="number" value="(\d+)"', shown)
    assert number
    assert desk.post("/undo", number=number[1]) == f"/files/{RESULT}"
    assert path.read_bytes() == before
    assert "ย้อนการบันทึกแล้ว: คะแนนรวม" in seen(desk.get(f"/files/{RESULT}"))


def test_a_mistake_is_saved_and_shown_at_its_field_as_it_was_typed(desk: Desk) -> None:
    page = desk.get(f"/files/{RESULT}")
    assert post(desk, f"/files/{RESULT}", typed(sent_by(page), total="9937"))[0] == 303
    shown = desk.get(f"/files/{RESULT}")
    assert "บันทึกแล้ว แต่ยังเผยแพร่ไม่ได้" in seen(shown)
    assert '<a href="#f:total">คะแนนรวม</a>' in shown
    field = re.search(r'<input[^>]*name="f:total"[^>]*>', shown)
    assert field
    assert 'aria-invalid="true"' in field[0]
    assert 'value="9937"' in field[0]
    described = re.search(r'aria-describedby="([^"]*)"', field[0])
    assert described
    assert all(f'id="{each}"' in shown for each in described[1].split())
    assert "หมายถึง 99.37 หรือไม่" in seen(shown)


def test_what_cannot_be_saved_comes_back_as_it_was_typed(desk: Desk) -> None:
    before = (desk.workspace.data / RESULT).read_bytes()
    page = desk.get(f"/files/{RESULT}")
    code, shown = post(desk, f"/files/{RESULT}", typed(sent_by(page), document="ประกาศ\u202eผล", total="98.00"))
    assert code == 422
    assert "ยังไม่ได้บันทึก" in shown
    assert 'value="98.00"' in shown
    assert (desk.workspace.data / RESULT).read_bytes() == before


def test_buttons_change_the_form_and_keep_what_was_typed(desk: Desk) -> None:
    name = "/files/2568/measures/service-standards.yml"
    path = desk.workspace.data / "2568/measures/service-standards.yml"
    before = path.read_bytes()
    fields = typed(sent_by(desk.get(name)), budget="๕,๐๐๐ บาท")
    code, page = post(desk, name, fields, "add:attachments")
    assert code == 200
    assert "ยังไม่ได้บันทึก" in page
    fields = sent_by(page)
    assert fields["f:budget"] == ["๕,๐๐๐ บาท"]
    assert fields["o:attachments"][-1] == "n0"
    fields = typed(fields, attachments__n0__title="ประกาศ", attachments__n0__url="https://www.example.go.th/a")
    code, page = post(desk, name, fields, "add:attachments")
    fields = typed(sent_by(page), attachments__n1__title="ก่อน", attachments__n1__url="https://www.example.go.th/b")
    code, page = post(desk, name, fields, "up:attachments.n1")
    assert path.read_bytes() == before
    assert post(desk, name, sent_by(page))[0] == 303
    value = edit.values(path.read_bytes())
    assert isinstance(value, dict)
    assert value["budget"] == "๕,๐๐๐ บาท"
    titles = [each["title"] for each in value["attachments"]]  # type: ignore[index,call-overload,union-attr]
    assert titles[-2:] == ["ก่อน", "ประกาศ"]


def test_a_button_of_the_form_keeps_what_is_told_of_what_was_typed(desk: Desk) -> None:
    fields = typed(sent_by(desk.get(f"/files/{RESULT}")), total="9x")
    code, page = post(desk, f"/files/{RESULT}", fields, do="add:instruments")
    assert code == 200
    assert "แต่พบ “9x”" in page.partition('id="f:total-told"')[2].partition("</div>")[0]
    again = typed(sent_by(page), total="98.50")
    assert "แต่พบ" not in post(desk, f"/files/{RESULT}", again, do="add:instruments")[1]


def test_a_long_item_is_added_moved_and_removed_from_its_list(desk: Desk) -> None:
    name = "2568/reports/annual.yml"
    path = desk.workspace.data / name
    before = path.read_bytes()
    page = desk.get(f"/files/{name}/measures/new")
    code, address = post(
        desk, f"/files/{name}/measures/new", typed(sent_by(page), measures__n0__measure="service-standards")
    )
    count = before.decode().count("\n  - measure:")
    assert (code, address) == (303, f"/files/{name}/measures/{count + 1}")
    token = {"form_token": [desk.access.form_token]}

    def press(do: str) -> None:
        digest = re.search(r'name="seen" value="(\w+)"', desk.get(f"/files/{name}"))
        assert digest
        assert post(desk, f"/files/{name}", {**token, "seen": [digest[1]]}, do)[0] == 303

    press(f"up:measures.{count}")
    press(f"remove:measures.{count - 1}")
    assert path.read_bytes() == before


def test_two_who_change_one_field_choose_between_their_values(desk: Desk) -> None:
    path = desk.workspace.data / RESULT
    fields = typed(sent_by(desk.get(f"/files/{RESULT}")), total="99.00", document="ประกาศฉบับใหม่")
    path.write_bytes(path.read_bytes().replace(b"total: 99.37", b"total: 98.00"))
    code, page = post(desk, f"/files/{RESULT}", fields)
    assert code == 409
    assert "98.00" in page
    assert "99.00" in page
    assert b"total: 98.00" in path.read_bytes()
    again = sent_by(page.replace('<form class="card"', '<form class="card data"'))
    choice = re.search(r'name="(x:\d+)" value="theirs" required>', page)
    assert choice, "neither is chosen for them"
    code, page = post(desk, f"/files/{RESULT}", again, "settle")
    assert (code, path.read_bytes().count(b"total: 98.00")) == (409, 1)
    assert post(desk, f"/files/{RESULT}", {**again, choice[1]: ["mine"]}, "settle")[0] == 303
    assert "total: 99.00" in path.read_text(encoding="utf-8")
    assert "ประกาศฉบับใหม่" in path.read_text(encoding="utf-8")


def test_what_another_has_changed_elsewhere_in_the_file_stays(desk: Desk) -> None:
    path = desk.workspace.data / RESULT
    fields = typed(sent_by(desk.get(f"/files/{RESULT}")), document="ประกาศฉบับใหม่")
    path.write_bytes(path.read_bytes().replace(b"total: 99.37", b"total: 98.00"))
    assert post(desk, f"/files/{RESULT}", fields)[0] == 303
    text = path.read_text(encoding="utf-8")
    assert "total: 98.00" in text
    assert "ประกาศฉบับใหม่" in text


def test_a_form_from_before_a_restart_gives_back_what_was_typed(desk: Desk) -> None:
    fields = typed(sent_by(desk.get(f"/files/{RESULT}")), document="พิมพ์ไว้นาน")
    fields["seen"] = ["0" * 64]
    code, page = post(desk, f"/files/{RESULT}", fields)
    assert code == 409
    assert "พิมพ์ไว้นาน" in page


@pytest.mark.parametrize(
    "path",
    [
        "/files/2568/nothing.yml",
        "/files/../pyproject.yml",
        f"/files/{RESULT}/total",
        f"/files/{RESULT}/items/1",
        "/files/2568/reports/annual.yml/measures/0",
        "/files/2568/reports/annual.yml/measures/999",
        "/files/2568/reports/annual.yml/measures",
        "/files/2568/reports/annual.yml/measures/1/output/1",
        f"/files/{RESULT}x",
        "/files/agency.yml/",
    ],
)
def test_what_is_no_page_of_a_file_is_not_there(desk: Desk, path: str) -> None:
    assert desk.client.get(path).status_code in {400, 404}


@pytest.mark.parametrize(
    ("name", "value"), [("f:nothing", "x"), ("f:total.x", "x"), ("o:items", "9999"), ("c:__class__", "1")]
)
def test_names_that_no_form_has_are_refused(desk: Desk, name: str, value: str) -> None:
    before = (desk.workspace.data / RESULT).read_bytes()
    fields = sent_by(desk.get(f"/files/{RESULT}"))
    assert post(desk, f"/files/{RESULT}", {**fields, name: [*fields.get(name, []), value]})[0] == 400
    for do in ("add:total", "remove:items.9999", "jump:items", "up:", "more:total", "remove:"):
        assert post(desk, f"/files/{RESULT}", fields, do)[0] == 400, do
    assert (desk.workspace.data / RESULT).read_bytes() == before


def test_a_field_is_checked_as_it_is_left_and_nothing_is_saved(desk: Desk) -> None:
    before = (desk.workspace.data / RESULT).read_bytes()
    fields = typed(sent_by(desk.get(f"/files/{RESULT}")), total="9937")
    answer = desk.client.post(f"/check/{RESULT}", data=fields, headers={"Origin": ORIGIN}).json()
    assert "หมายถึง 99.37 หรือไม่" in answer["fields"]["f:total"]["told"][0]["message"]
    assert (desk.workspace.data / RESULT).read_bytes() == before


def test_a_day_is_read_back_with_its_weekday(desk: Desk) -> None:
    name = "2568/reports/annual.yml"
    fields = typed(sent_by(desk.get(f"/files/{name}")), date="๖ ต.ค. ๒๕๖๘")
    answer = desk.client.post(f"/check/{name}", data=fields, headers={"Origin": ORIGIN}).json()
    assert answer["fields"]["f:date"]["reading"] == "วันจันทร์ที่ 6 ตุลาคม 2568"


def test_a_file_that_nobody_can_read_for_certain_is_shown_with_its_faults(desk: Desk) -> None:
    path = desk.workspace.data / RESULT
    path.write_text('total: "99.37\nlevel: ผ่าน\n', encoding="utf-8")
    assert "ไฟล์นี้แก้ในแบบไม่ได้" in desk.get(f"/files/{RESULT}")


def test_who_changed_a_value_meanwhile_is_named_as_far_as_git_knows(desk: Desk) -> None:
    path = desk.workspace.data / RESULT
    git(path.parent, "init", "-q")
    git(path.parent, "add", "result.yml")
    git(path.parent, "commit", "-qm", "ฉบับแรก")
    fields = typed(sent_by(desk.get(f"/files/{RESULT}")), total="99.00")
    path.write_bytes(path.read_bytes().replace(b"total: 99.37", b"total: 98.00"))
    assert f"({NOT_COMMITTED})" in seen(post(desk, f"/files/{RESULT}", fields)[1])
    git(path.parent, "commit", "-qam", "แก้คะแนน")
    assert " t (" in seen(post(desk, f"/files/{RESULT}", fields)[1])


def test_a_long_item_says_which_it_is_and_leads_to_those_beside_it(desk: Desk) -> None:
    name = "/files/2568/reports/annual.yml/measures"
    report = (desk.workspace.data / "2568/reports/annual.yml").read_text(encoding="utf-8")
    last = report.count("\n  - measure:")
    for place, wanted in ((1, [2]), (2, [1, 3]), (last, [last - 1])):
        page = desk.get(f"{name}/{place}")
        assert [int(each) for each in re.findall(rf'<a class="button second" href="{name}/(\d+)"', page)] == wanted
    title = re.search(r"<h1>(.*?)</h1>", page)
    chosen = re.search(r'<option value="[\w-]+" selected>(.*?)</option>', page)
    assert title
    assert chosen
    assert title[1].startswith(f"ผลรายมาตรการ › รายการที่ {last}: {chosen[1][:20]}")


def test_the_last_item_leads_to_a_further_one(desk: Desk) -> None:
    listed = "/files/2568/reports/annual.yml/measures"
    last = max(map(int, re.findall(rf'href="{listed}/(\d+)"', desk.get("/files/2568/reports/annual.yml"))))
    assert f'href="{listed}/new"' in desk.get(f"{listed}/{last}")
    assert f'href="{listed}/new"' not in desk.get(f"{listed}/1")


@pytest.mark.parametrize("name", ["2567/analysis.yml", "2568/reports/annual.yml", "2568/measures/e-service.yml"])
def test_a_form_begins_with_what_its_own_kind_of_file_is_about(desk: Desk, name: str) -> None:
    asked = [each for each in sent_by(desk.get(f"/files/{name}")) if each.startswith("f:")]
    assert asked[0] == "f:title"
    assert asked.index("f:agency") > 2


def test_a_channel_shows_all_that_may_be_said_of_it(desk: Desk) -> None:
    """A single field is not folded away: of a channel it is the telephone number."""
    page = desk.get("/files/agency.yml")
    code, shown = post(desk, "/files/agency.yml", sent_by(page), do="add:channels")
    assert code == 200
    added = shown.partition('value="n0"')[2].partition('value="remove:channels.n0"')[0]
    assert 'name="f:channels.n0.address"' in added
    assert "ช่องอื่น" not in added


def test_a_measure_does_not_offer_its_own_steps(desk: Desk) -> None:
    page = desk.get("/files/2568/measures/e-service.yml").partition('name="f:steps_of"')[2].partition("</select>")[0]
    assert 'value="ethics-code"' in page
    assert 'value="e-service"' not in page
