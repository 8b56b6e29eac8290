"""Commands of Git in one repository, and what it says when it refuses as a Thai sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.git import git_program
from ita_site.hosts.targets.delivery import CannotDeliver

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping
    from pathlib import Path

_QUIETER = ("-c", "advice.detachedHead=false")
_WORDS = (
    ("no git program", "ไม่พบโปรแกรม Git ในเครื่องนี้ ให้ติดตั้ง Git for Windows หรือ git ของระบบ แล้วสั่งใหม่"),
    ("index.lock", "มีคำสั่ง Git อื่นทำงานค้างอยู่ ให้รอให้เสร็จ ถ้าไม่มีแล้ว (เช่นเครื่องดับ) ให้ลบไฟล์ .git/index.lock แล้วสั่งใหม่"),
    ("could not read Username", "ที่เก็บปลายทางขอรหัสผ่าน ให้เข้าสู่ระบบของ Git ในเครื่องนี้ก่อน (ลอง git push หนึ่งครั้ง) แล้วสั่งใหม่"),
    ("Authentication failed", "ที่เก็บปลายทางไม่รับชื่อผู้ใช้หรือรหัสผ่าน ให้เข้าสู่ระบบของ Git ในเครื่องนี้ใหม่"),
    ("Permission denied", "ที่เก็บปลายทางไม่รับกุญแจหรือผู้ใช้นี้ ให้ขอสิทธิ์จากผู้ดูแลที่เก็บ"),
    ("Host key verification failed", "ไม่รู้จักเครื่องปลายทาง ให้เชื่อมต่อด้วย ssh หนึ่งครั้งแล้วเทียบลายนิ้วมือกับผู้ดูแล"),
    ("Could not resolve host", "ติดต่อที่เก็บปลายทางไม่ได้ ให้ดูว่าต่ออินเทอร์เน็ตอยู่ แล้วสั่งใหม่"),
    ("unable to access", "ติดต่อที่เก็บปลายทางไม่ได้ ให้ดูว่าต่ออินเทอร์เน็ตอยู่ แล้วสั่งใหม่"),
    ("does not appear to be a git repository", "ไม่พบที่เก็บปลายทาง ให้ตั้งด้วย git remote add origin ที่อยู่ของที่เก็บ"),
    ("protected branch", "ปลายทางไม่ให้ส่งเข้า branch นี้โดยตรง ให้ขอสิทธิ์ หรือส่งเป็นข้อเสนอแก้ไข (pull request)"),
    ("pre-receive hook declined", "ปลายทางไม่รับ (กฎของที่เก็บ) ให้ถามผู้ดูแลที่เก็บ"),
    ("No space left", "ที่เก็บเต็ม ให้ลบไฟล์ที่ไม่ใช้ แล้วสั่งใหม่"),
    ("dubious ownership", "โฟลเดอร์นี้เป็นของผู้ใช้อื่น Git จึงไม่ทำงาน ให้สั่งด้วยผู้ใช้ที่เป็นเจ้าของ"),
)
"""What Git says, by a part of it, and what a clerk is told."""
_NO_PROGRAM = "no git program"


class GitRefused(CannotDeliver):
    """A command of Git has failed; `said` is what it said, in English."""

    def __init__(self, said: str) -> None:
        self.said = said
        known = next((words for part, words in _WORDS if part in said), None)
        last = said.strip().splitlines()[-1:] or ["ไม่บอกเหตุ"]
        super().__init__(known or f"Git ทำไม่สำเร็จ: {last[0]}")


class Repository:
    """The repository that a folder is in."""

    def __init__(self, folder: Path, *, asks: bool = False) -> None:
        """Name the folder in which commands are run.

        Args:
            folder: a folder in the repository; paths given to commands start there.
            asks: let Git ask for passwords on the terminal; without it, it fails where it would.

        """
        self.folder = folder
        quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": "ssh -o BatchMode=yes"}
        known = git_program.environment()
        self._environment = {**({} if asks else quiet), **known, "GIT_EDITOR": "true", "GIT_SEQUENCE_EDITOR": "true"}

    def run(self, *arguments: str, given: Mapping[str, str] | None = None) -> str:
        """Return what a command prints.

        Raises:
            GitRefused: it has failed, or there is no Git on this machine.

        """
        done = self._done(arguments, given)
        if done.returncode:
            raise GitRefused((done.stderr or done.stdout).decode("utf-8", "replace"))
        return done.stdout.decode("utf-8", "surrogateescape")

    def read(self, *arguments: str) -> bytes | None:
        """Return the bytes that a command prints; None where it fails."""
        done = self._done(arguments, None)
        return None if done.returncode else done.stdout

    def answers(self, *arguments: str) -> bool:
        """Tell whether a command succeeds."""
        return not self._done(arguments, None).returncode

    def line(self, *arguments: str) -> str:
        """Return the line that a command prints, empty where it fails."""
        return (self.read(*arguments) or b"").decode("utf-8", "surrogateescape").strip()

    def at(self, folder: Path) -> Repository:
        """Return the same for another folder, such as that of another working tree."""
        other = Repository(folder)
        other._environment = self._environment
        return other

    def _done(self, arguments: tuple[str, ...], given: Mapping[str, str] | None) -> subprocess.CompletedProcess[bytes]:
        try:
            return git_program.run(
                (*_QUIETER, *arguments), self.folder, variables={**self._environment, **(given or {})}
            )
        except FileNotFoundError:
            raise GitRefused(_NO_PROGRAM) from None
