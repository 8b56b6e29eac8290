"""A site published to a server by SFTP: to the right server, whole, and back."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import paramiko
import pytest

from ita_site.hosts.targets import CannotDeliver, TargetKind, TargetSettings, sftp_target
from ita_site.hosts.targets.sftp_session import PasswordNeeded, UnknownServer, fingerprint_of
from tests.helpers.sftp_server import PASSWORD, USER, Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD = {"index.html": "old", "data/agency.yml": "name: ก\n", "2567/index.html": "old"}
NEW = {"index.html": "new", "data/agency.yml": "name: ข\n", "2568/index.html": "new", "assets/a.css": "a"}


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def shown(folder: Path) -> dict[str, str]:
    found = {
        each.relative_to(folder).as_posix(): each.read_text("utf-8") for each in folder.rglob("*") if each.is_file()
    }
    return {name: text for name, text in found.items() if not name.startswith(".")}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Serve a folder in which `/www` is."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    (tmp_path / "server/www").mkdir(parents=True)
    with serving(tmp_path / "server") as served:
        yield served


def target(server: Server, fingerprint: str | None = "", folder: str = "/www/ita") -> TargetSettings:
    known = fingerprint_of(server.key) if fingerprint == "" else fingerprint
    return TargetSettings(
        target=TargetKind.SFTP, host="127.0.0.1", port=str(server.port), user=USER, folder=folder, fingerprint=known
    )


def send(server: Server, made: Path) -> None:
    sftp_target.deliver(made, target(server), PASSWORD, made.parent)


def test_the_last_two_come_back_and_what_was_put_there_by_hand_stays(server: Server, tmp_path: Path) -> None:
    www = server.folder / "www/ita"
    for number in range(4):
        send(server, site(tmp_path / "made" / str(number), {**OLD, "index.html": str(number)}))
        (www / ".htaccess").write_text("by hand", encoding="utf-8")
    assert (www / "index.html").read_text("utf-8") == "3"
    for number in (2, 1):
        sftp_target.roll_back(target(server), PASSWORD, tmp_path / "made")
        assert shown(www)["index.html"] == str(number)
        assert (www / ".htaccess").read_text("utf-8") == "by hand"
    with pytest.raises(CannotDeliver, match="ไม่มีเว็บไซต์ชุดก่อน"):
        sftp_target.roll_back(target(server), PASSWORD, tmp_path / "made")
    send(server, site(tmp_path / "made/4", NEW))
    assert sftp_target.forget(target(server), PASSWORD, tmp_path / "made") == 1
    assert [each.name for each in www.parent.iterdir()] == ["ita"]
    assert shown(www) == NEW


def test_nothing_is_sent_to_a_server_that_nobody_knows(server: Server, tmp_path: Path) -> None:
    made = site(tmp_path / "made", NEW)
    with pytest.raises(UnknownServer) as unknown:
        sftp_target.deliver(made, target(server, None), PASSWORD, tmp_path)
    assert unknown.value.fingerprint == fingerprint_of(server.key)
    with pytest.raises(UnknownServer):
        sftp_target.deliver(made, target(server, "SHA256:other"), PASSWORD, tmp_path)
    (tmp_path / ".ssh").mkdir()
    other = paramiko.ECDSAKey.generate()
    (tmp_path / ".ssh/known_hosts").write_text(f"[127.0.0.1]:{server.port} {other.get_name()} {other.get_base64()}\n")
    with pytest.raises(CannotDeliver, match="แสดงกุญแจอื่นจากที่เคยรู้จัก"):
        sftp_target.deliver(made, target(server), PASSWORD, tmp_path)
    assert list((server.folder / "www").iterdir()) == []


def test_a_password_is_asked_for_and_a_wrong_one_refused(server: Server, tmp_path: Path) -> None:
    made = site(tmp_path / "made", NEW)
    with pytest.raises(PasswordNeeded):
        sftp_target.deliver(made, target(server), None, tmp_path)
    with pytest.raises(CannotDeliver, match="ไม่รับรหัสผ่าน"):
        sftp_target.deliver(made, target(server), "wrong", tmp_path)


def test_what_is_no_site_is_not_replaced_and_a_server_that_is_away_is_told(server: Server, tmp_path: Path) -> None:
    letters = site(server.folder / "www/ita", {"letters.docx": "x"})
    made = site(tmp_path / "made", NEW)
    with pytest.raises(CannotDeliver, match="มีไฟล์อื่นอยู่"):
        send(server, made)
    assert shown(letters) == {"letters.docx": "x"}
    away = target(server).model_copy(update={"port": "9"})
    with pytest.raises(CannotDeliver, match="ติดต่อเครื่อง"):
        sftp_target.deliver(made, away, PASSWORD, tmp_path)


def test_a_second_machine_waits_and_a_run_cut_short_is_taken_up(server: Server, tmp_path: Path) -> None:
    made = site(tmp_path / "made", NEW)
    work = site(server.folder / "www/.ita.ita-site-work", {"lock": "another machine", "new-x/index.html": "half"})
    with pytest.raises(CannotDeliver, match="อีกเครื่องหนึ่งกำลังเผยแพร่"):
        send(server, made)
    assert (work / "new-x").is_dir()


def test_a_line_that_is_cut_at_any_request_leaves_the_old_or_the_new_site(server: Server, tmp_path: Path) -> None:
    """The one moment in which neither stands there is put right by the next run."""
    old, new = site(tmp_path / "old", OLD), site(tmp_path / "new", NEW)
    www, between = server.folder / "www/ita", 0
    for _ in range(3):  # so that two are kept, and the next run takes one away
        send(server, old)
    before = shutil.copytree(www.parent, tmp_path / "before")
    for number in itertools.count():
        server.left = number
        try:
            sftp_target.deliver(new, target(server), PASSWORD, tmp_path)
        except CannotDeliver:
            server.left = None
            between += not www.exists()
            assert not www.exists() or shown(www) in (OLD, NEW), number
            send(server, new)
            assert shown(www) == NEW, number
        else:
            break
        assert not (www.parent / ".ita.ita-site-work").exists(), number
        shutil.rmtree(www.parent)
        shutil.copytree(before, www.parent)
    assert number >= 20
    assert between == 1
