"""`ita-site links` as a clerk runs it: what is asked and how politely, what is written, and what is said."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
import yaml
from click.testing import CliRunner

from ita_site.data.load import load
from ita_site.data.model import LinkState
from ita_site.hosts.cli import main
from ita_site.hosts.links import lock_file, manners, session
from ita_site.hosts.links.checking_links import Asked, LinkCheck, LinkQuestion, is_offline
from ita_site.hosts.links.fetcher import Answer
from ita_site.publishing.data_check import check
from tests.helpers import ROOT, answering
from tests.helpers.answering import page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from click.testing import Result

    from ita_site.hosts.links.fetcher import Fetcher

AGENCY = """\
name: เทศบาลตำบลสมมุติ
kind: เทศบาลตำบล
district: สมมุติ
province: ลำปาง
divisions: [สำนักปลัด]
website: https://www.sommut.go.th/
channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}, {name: อีเมล, use: ติดต่อสอบถาม, address: "mailto:a@sommut.go.th"}]
"""
WITHOUT_WEBSITE = AGENCY.replace("website:", "# website:")
LIST = """\
items:
  - item: O1
    evidence:
      - title: แผนผัง
        url: https://www.sommut.go.th/chart
      - title: ไฟล์
        url: https://files.sommut.go.th/a.pdf
  - item: O4
    note: ดูที่ https://news.sommut.go.th/ และ https://www.sommut.go.th/chart
"""
DAY = date(2026, 11, 28)


def project(folder: Path, **files: str) -> Path:
    for name, text in {"agency.yml": AGENCY, "2568/disclosure.yml": LIST, **files}.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "data"


def answer(address: str, body: bytes = b"%PDF-1.7", kind: str = "application/pdf") -> Answer:
    sha256 = hashlib.sha256(body).hexdigest()
    return Answer(address, LinkState.OPENS, address, status=200, content_type=kind, body=body, sha256=sha256)


class Said:
    """A fetcher that says what it is told to, and notes what it was asked; never two of a host at a time."""

    def __init__(self, answers: Callable[[str], Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, bool]] = []
        self.busy: dict[str, int] = defaultdict(int)
        self.most: dict[str, int] = defaultdict(int)
        self._lock = threading.Lock()

    def fetch(self, address: str, *, reading: bool = True) -> Answer:
        host = manners.origin(address)
        with self._lock:
            self.asked.append((address, reading))
            self.busy[host] += 1
            self.most[host] = max(self.most[host], self.busy[host])
        time.sleep(0.01)  # as long as another thread needs to come in between
        made = self.answers(address)
        with self._lock:
            self.busy[host] -= 1
        return made


def run_of(
    said: Said, questions: Sequence[LinkQuestion], waits: list[float] | None = None, seconds: float = 60
) -> list[Asked]:
    wait = (waits if waits is not None else []).append
    return list(LinkCheck(cast("Fetcher", said), wait=wait, seconds=seconds).run(questions))


def robots(text: str) -> Callable[[str], Answer]:
    def say(address: str) -> Answer:
        is_robots = address.endswith("/robots.txt")
        return answer(address, body=text.encode(), kind="text/plain") if is_robots else answer(address)

    return say


def test_evidence_comes_first_and_is_read_and_nothing_is_asked_twice(tmp_path: Path) -> None:
    wanted = session.session(load(project(tmp_path)), [2568])
    assert wanted.questions == (
        LinkQuestion("https://www.sommut.go.th/chart"),
        LinkQuestion("https://files.sommut.go.th/a.pdf"),
        LinkQuestion("https://news.sommut.go.th/", reading=False),
        LinkQuestion("https://www.sommut.go.th/", reading=False),
    )


def test_a_host_is_asked_one_question_at_a_time_as_slowly_as_it_asks() -> None:
    said, waits = Said(robots("User-agent: *\nCrawl-delay: 7\n")), list[float]()
    run_of(said, [LinkQuestion(f"https://www.sommut.go.th/{number}.pdf") for number in range(4)], waits)
    assert said.most["https://www.sommut.go.th"] == 1
    assert waits == [7, 7, 7, 7]
    assert [each for each, _ in said.asked].count("https://www.sommut.go.th/robots.txt") == 1


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("", 1),
        ("User-agent: *\nCrawl-delay: 3600\n", 30),
        ("User-agent: ita-site-links\nCrawl-delay: 5\n\nUser-agent: *\nCrawl-delay: 9\n", 5),
        ("User-agent: *\nRequest-rate: 1/12\n", 12),
        ("User-agent: *\nRequest-rate: 0/12\n", 12),
        ("User-agent: *\nCrawl-delay: ช้าๆ\n", 1),
        ("User-agent: *\nCrawl-delay: -5\n", 1),
        ("\0" * 1000, 1),
    ],
)
def test_the_delay_that_a_host_asks_for_is_kept_within_bounds(text: str, delay: float) -> None:
    waits: list[float] = []
    run_of(Said(robots(text)), [LinkQuestion("https://www.sommut.go.th/a.pdf")], waits)
    assert waits == [delay]


def test_a_server_that_stumbles_is_asked_once_more() -> None:
    states = iter([LinkState.OPENS, LinkState.SERVER_ERROR, LinkState.OPENS])

    def stumbling(address: str) -> Answer:
        return replace(answer(address), state=next(states))

    assert run_of(Said(stumbling), [LinkQuestion("https://a.go.th/b.pdf")])[0].state is LinkState.OPENS


def test_a_busy_host_is_asked_once_more_after_the_wait_it_asks_for() -> None:
    def busy(address: str) -> Answer:
        return Answer(address, LinkState.BUSY, address, status=429, retry_after=9)

    said, waits = Said(busy), list[float]()
    assert run_of(said, [LinkQuestion("https://a.go.th/b")], waits)[0].state is LinkState.BUSY
    assert waits == [1, 9, 1]
    assert [each for each, _ in said.asked] == ["https://a.go.th/robots.txt", "https://a.go.th/b", "https://a.go.th/b"]


def test_a_host_that_is_down_is_left_alone_after_a_few_questions() -> None:
    def down(address: str) -> Answer:
        return Answer(address, LinkState.TIMEOUT, address)

    said = Said(down)
    asked = run_of(said, [LinkQuestion(f"https://a.go.th/{number}") for number in range(9)])
    assert [each.state for each in asked] == [LinkState.TIMEOUT] * 3 + [None] * 6
    assert len(said.asked) == 4


def test_a_run_ends_when_its_time_is_over() -> None:
    said = Said(answer)
    assert [each.state for each in run_of(said, [LinkQuestion("https://a.go.th/b")], seconds=0)] == [None]
    assert said.asked == []


def test_a_fault_of_the_program_is_not_lost_beside_the_main_thread() -> None:
    def broken(address: str) -> Answer:
        raise ZeroDivisionError(address)

    with pytest.raises(ZeroDivisionError):
        run_of(Said(broken), [LinkQuestion("https://a.go.th/b"), LinkQuestion("https://b.go.th/b")])


def test_a_machine_without_a_network_is_told_from_links_that_are_dead() -> None:
    silent = [Asked(f"https://{host}.go.th/", LinkState.NO_HOST, None) for host in "ab"]
    assert is_offline(silent)
    assert not is_offline(silent[:1])
    assert not is_offline([*silent, Asked("https://c.go.th/", LinkState.NOT_FOUND, None)])
    assert not is_offline([Asked("https://a.go.th/", None, None), Asked("https://b.go.th/", None, None)])


def test_nothing_is_written_from_a_machine_without_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> list[object]:
        raise OSError

    monkeypatch.setattr("socket.getaddrinfo", nobody)
    monkeypatch.setattr(manners, "SHORTEST", 0.0)
    data = project(tmp_path)
    told = run("--data", data)
    assert told.exit_code == 1
    assert "ไม่ได้ต่ออินเทอร์เน็ต" in told.output
    assert not (data / "2568/links.lock.yml").exists()


def test_a_run_may_be_made_again() -> None:
    run_again = LinkCheck(cast("Fetcher", Said(answer)), wait=lambda _: None)
    for _ in range(2):
        assert [each.state for each in run_again.run([LinkQuestion("https://a.go.th/b.pdf")])] == [LinkState.OPENS]


def recorded(data: Path, *asked: Asked, day: date = DAY, keep: bool = False) -> str:
    notes = session.YearNotes(data, load(data).years[2568], day, keep=keep)
    for each in asked:
        notes.add(each)
    notes.write()
    assert not load(data).problems
    return (data / "2568/links.lock.yml").read_text(encoding="utf-8")


def pdf(body: bytes, address: str = "https://files.sommut.go.th/a.pdf") -> Asked:
    return Asked(address, LinkState.OPENS, answer(address, body=body))


def html(body: str, address: str = "https://www.sommut.go.th/chart") -> Asked:
    return Asked(address, LinkState.OPENS, answer(address, body=body.encode(), kind="text/html"))


def dead(address: str) -> Asked:
    return Asked(address, LinkState.NOT_FOUND, Answer(address, LinkState.NOT_FOUND, address, status=404))


def test_a_lock_file_has_an_entry_an_address_in_order(tmp_path: Path) -> None:
    text = recorded(project(tmp_path), html("<p>แผนผัง"), pdf(b"%PDF-1"), dead("https://a.go.th/"))
    of_file, of_words = (hashlib.sha256(each.encode()).hexdigest() for each in ("%PDF-1", "\nแผนผัง"))
    assert text == (
        "# เขียนโดย ita-site links: ผลตรวจลิงก์ครั้งล่าสุด รายการละหนึ่งที่อยู่ ไม่ต้องแก้ด้วยมือ\n"
        "links:\n"
        "- url: https://a.go.th/\n"
        "  seen: '2569-11-28'\n"
        "  state: ไม่พบหน้านี้\n"
        "- url: https://files.sommut.go.th/a.pdf\n"
        "  seen: '2569-11-28'\n"
        "  state: เปิดได้\n"
        "  type: application/pdf\n"
        "  size: 6\n"
        f"  sha256: {of_file}\n"
        "- url: https://www.sommut.go.th/chart\n"
        "  seen: '2569-11-28'\n"
        "  state: เปิดได้\n"
        "  type: text/html\n"
        f"  sha256: {of_words}\n"
    )


def test_what_was_not_asked_again_stays_letter_by_letter(tmp_path: Path) -> None:
    before = (
        "# หมายเหตุของเรา\nlinks:\n  # เก่า\n  - {url: https://b.go.th/x, seen: 1 พ.ย. 2568, state: เปิดได้}\n"
        '  - url:   "https://files.sommut.go.th/a.pdf"\n    seen: 2568-02-29   # วันแรก\n    state: เปิดได้\n'
        "  - url: https://z.go.th/\n    seen: ๑ พฤศจิกายน ๒๕๖๘\n    state: ไม่พบหน้านี้\n"
    ).replace("2568-02-29", "2567-02-29")
    data = project(tmp_path, **{"2568/links.lock.yml": before})
    text = recorded(data, pdf(b"%PDF-1"))
    kept = [line for line in before.splitlines() if "files.sommut" not in line and "2567-02-29" not in line]
    assert [line for line in text.splitlines() if line in kept] == kept
    assert [each.url for each in load(data).years[2568].links.record.links] == [  # type: ignore[union-attr]
        "https://b.go.th/x",
        "https://files.sommut.go.th/a.pdf",
        "https://z.go.th/",
    ]


def test_a_lock_file_in_braces_loses_nothing(tmp_path: Path) -> None:
    before = "links: [{url: https://b.go.th/x, seen: 2567-02-29, state: ไม่พบหน้านี้, size: 5}]\n"
    text = recorded(project(tmp_path, **{"2568/links.lock.yml": before}), pdf(b"%PDF-1"))
    assert yaml.safe_load(text)["links"][0] == {
        "url": "https://b.go.th/x",
        "seen": "2567-02-29",
        "state": "ไม่พบหน้านี้",
        "size": 5,
    }


def test_what_the_program_writes_is_no_ones_telephone(tmp_path: Path) -> None:
    """These hashes hold ten digits as those of one."""
    asked = []
    for number in (861, 1245, 1275):
        of_file = hashlib.sha256(str(number).encode()).hexdigest()
        asked.append(pdf(str(number).encode(), f"https://drive.google.com/file/d/1{of_file[:32]}/view"))
    recorded(project(tmp_path), *asked)
    assert [each for each in check(tmp_path / "data").problems if each.code.startswith("private")] == []


@pytest.mark.parametrize(
    "before",
    [
        "links:\n-\n  url: https://b.go.th/x\n  seen: 2568-11-01\n  state: เปิดได้\n",
        "links:\n- seen: 2568-11-01\n  state: เปิดได้\n  url: https://b.go.th/x",
        "links:\n- url: >-\n    https://b.go.th/x\n  seen: 2568-11-01\n  state: เปิดได้\n",
        "\ufefflinks:\r\n- url: https://b.go.th/x\r\n  seen: 2568-11-01\r\n  state: เปิดได้\r\n",
        "links:\n- {url: 'https://b.th/', seen: 2568-11-01, state: เปิดได้}\n",
        "links: []\n",
        "links:\n",
    ],
)
def test_whatever_way_a_lock_file_is_written_nothing_of_it_is_lost(tmp_path: Path, before: str) -> None:
    data = project(tmp_path, **{"2568/links.lock.yml": before})
    lock = load(data).years[2568].links
    known = {each.url for each in lock.record.links} if lock else set()
    recorded(data, pdf(b"%PDF-1"))
    after = load(data).years[2568].links
    assert after is not None
    assert [each.url for each in after.record.links] == sorted({*known, "https://files.sommut.go.th/a.pdf"})


def test_the_same_answers_make_the_same_bytes(tmp_path: Path) -> None:
    data = project(tmp_path)
    asked = [html("<p>แผนผัง"), pdf(b"%PDF-1")]
    assert recorded(data, *asked) == recorded(data, *reversed(asked))


def test_nothing_is_written_where_nothing_was_asked(tmp_path: Path) -> None:
    data = project(tmp_path)
    notes = session.YearNotes(data, load(data).years[2568], DAY, keep=False)
    notes.add(Asked("https://a.go.th/", None, None))
    notes.write()
    assert not (data / "2568/links.lock.yml").exists()


LATER = date(2026, 12, 1)


def test_a_change_of_a_file_is_dated_and_stays_so(tmp_path: Path) -> None:
    data = project(tmp_path)
    assert "changed" not in recorded(data, pdf(b"%PDF-1"))
    assert "changed: '2569-12-01'" in recorded(data, pdf(b"%PDF-2"), day=LATER)
    assert "changed: '2569-12-01'" in recorded(data, pdf(b"%PDF-2"), day=date(2026, 12, 9))


def test_a_change_is_found_after_a_time_out_of_reach(tmp_path: Path) -> None:
    data = project(tmp_path)
    recorded(data, pdf(b"%PDF-1"))
    text = recorded(data, dead("https://files.sommut.go.th/a.pdf"))
    assert "sha256" in text
    assert "changed" in recorded(data, pdf(b"%PDF-2"), day=LATER)


def test_a_counter_on_a_page_is_no_change_and_other_words_are(tmp_path: Path) -> None:
    data = project(tmp_path)
    first = recorded(data, html("<p>แผนผัง</p><p>ผู้เข้าชม 1,204</p><script>t=1</script><!-- a -->"))
    assert recorded(data, html("<p>แผนผัง</p><p>ผู้เข้าชม 1,377</p><script>t=2</script><!-- b -->")) == first
    assert "changed" in recorded(data, html("<p>ผังใหม่</p><p>ผู้เข้าชม 1,377</p>"), day=LATER)


def test_what_a_server_says_wrongly_is_left_out(tmp_path: Path) -> None:
    address = "https://files.sommut.go.th/a.pdf"
    odd = Answer(address, LinkState.OPENS, "https://x@b.go.th/", hops=(address,), content_type="no\x07type")
    text = recorded(project(tmp_path), Asked(address, LinkState.OPENS, odd))
    assert text.splitlines()[2:] == [f"- url: {address}", "  seen: '2569-11-28'", "  state: เปิดได้"]


@pytest.mark.parametrize(
    ("state", "final", "noted"),
    [
        (LinkState.OPENS, "https://b.go.th/view?id=5", "https://b.go.th/view?id=5"),
        (LinkState.OPENS, "https://b.go.th/view;jsessionid=A1B2?id=5", "https://b.go.th/view?id=5"),
        (LinkState.OPENS, "https://b.go.th/view?PHPSESSID=a1b2&id=5", "https://b.go.th/view?id=5"),
        (LinkState.LOGIN, "https://accounts.google.com/signin?dsh=S7&continue=x", "https://accounts.google.com/signin"),
    ],
)
def test_what_differs_each_time_is_not_noted(tmp_path: Path, state: LinkState, final: str, noted: str) -> None:
    address = "https://files.sommut.go.th/a.pdf"
    led = replace(answer(address), final=final, hops=(address,))
    assert f"  final: {noted}\n" in recorded(project(tmp_path), Asked(address, state, led))


def test_copies_are_kept_with_day_and_hash_and_never_published(tmp_path: Path) -> None:
    data = project(tmp_path)
    recorded(data, pdf(b"%PDF-1"), html("<p>แผนผัง"), keep=True)
    copies = sorted(path.name for path in (data / "2568/copies").iterdir())
    assert len(copies) == 2
    assert all(each.startswith("2569-11-28-") for each in copies)
    assert {each.rpartition(".")[2] for each in copies} == {"pdf", "html"}
    assert not [each for each in load(data).sources if "copies" in each]
    text = recorded(data, pdf(b"%PDF-1"), day=LATER, keep=True)
    assert sorted(path.name for path in (data / "2568/copies").iterdir()) == copies
    assert all(f"kept: {each}" in text for each in copies)


@pytest.mark.parametrize(
    "asked",
    [
        Asked("https://a.go.th/b.pdf", LinkState.OPENS, answer("https://a.go.th/b.pdf", body=b"MZ\x90")),
        Asked(
            "https://a.go.th/b.zip",
            LinkState.OPENS,
            answer("https://a.go.th/b.zip", b"PK", "application/zip"),
        ),
        Asked("https://a.go.th/b", LinkState.LOGIN, answer("https://a.go.th/b", body=b"<p>", kind="text/html")),
        dead("https://a.go.th/c"),
    ],
)
def test_only_pages_pdfs_and_pictures_that_open_are_kept(tmp_path: Path, asked: Asked) -> None:
    data = project(tmp_path)
    recorded(data, asked, keep=True)
    assert not (data / "2568/copies").exists()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["links", *map(str, arguments)])


def test_a_clerk_is_told_which_links_are_dead_and_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manners, "SHORTEST", 0.0)
    pages = {"/chart": page("<h1>แผนผัง</h1>"), "/a.pdf": page(b"%PDF-1", kind="application/pdf")}
    with answering.answering(pages) as running:
        start = f"http://127.0.0.1:{running.port}"
        listed = "items:\n  - item: O1\n    evidence:\n" + "".join(
            f"      - {{title: {name}, url: '{start}/{name}'}}\n" for name in ("chart", "a.pdf", "gone")
        )
        data = project(tmp_path, **{"2568/disclosure.yml": listed, "agency.yml": WITHOUT_WEBSITE})
        refused = run("2568", "--data", data, "--day", "28 พ.ย. 2569")
        told = run("2568", "--data", data, "--day", "28 พ.ย. 2569", "--allow-private")
    assert "ลิงก์ 3 รายการ: เป็นที่อยู่แบบที่ไม่ตรวจ 3" in refused.output
    assert told.exit_code == 1
    assert "data/2568/disclosure.yml:6:" in told.output
    assert "ไม่พบหน้านี้ (ตรวจเมื่อ 28 พฤศจิกายน 2569)" in told.output
    assert "ลิงก์ 3 รายการ: เปิดได้ 2 · ไม่พบหน้านี้ 1" in told.output


def test_a_year_that_is_not_there_and_a_day_that_is_none_are_told(tmp_path: Path) -> None:
    data = project(tmp_path)
    assert "ไม่มีข้อมูลของปี 2500 ปีที่มี: 2568" in run("2500", "--data", data).output
    assert run("2568", "--data", data, "--day", "เมื่อวาน").exit_code == 2


def test_data_without_links_ask_nothing(tmp_path: Path) -> None:
    data = project(tmp_path, **{"2568/disclosure.yml": "items: []\n", "agency.yml": WITHOUT_WEBSITE})
    assert run("--data", data).output == "ข้อมูลไม่มีลิงก์ไปเว็บไซต์อื่น\n"


def test_without_the_extra_a_clerk_is_told_how_to_install_it(tmp_path: Path) -> None:
    program = "import sys; sys.modules['httpx'] = None; from ita_site.hosts.cli import main; main(sys.argv[1:])"
    arguments = ["links", "--data", str(project(tmp_path))]
    told = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=False, cwd=ROOT)
    assert told.returncode == 1
    assert "--extra links" in told.stderr.decode()
    assert "Traceback" not in told.stderr.decode()


def test_copies_and_what_there_was_no_time_for_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manners, "SHORTEST", 0.0)
    with answering.answering({"/a.pdf": page(b"%PDF-1", kind="application/pdf")}) as running:
        listed = f"items:\n  - item: O1\n    evidence: [{{title: ก, url: 'http://127.0.0.1:{running.port}/a.pdf'}}]\n"
        data = project(tmp_path, **{"2568/disclosure.yml": listed, "agency.yml": WITHOUT_WEBSITE})
        late = run("2568", "--data", data, "--allow-private", "--minutes", "0")
        assert not (data / "2568/links.lock.yml").exists()
        kept = [run("2568", "--data", data, "--allow-private", "--keep") for _ in range(2)]
    assert "ยังไม่ได้ตรวจ 1 (หมดเวลา หรือเว็บไซต์ไม่ตอบ)" in late.output
    assert [each.exit_code for each in kept] == [0, 0]
    assert ["เก็บสำเนา 1 ไฟล์" in each.output for each in kept] == [True, False]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        lock_file.write(tmp_path / "taken", "links: []\n")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]
