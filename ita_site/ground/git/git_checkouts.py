"""A folder kept as a branch of a repository elsewhere has it, with its whole history: days of files come from there."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from ita_site.ground.git import git_program

if TYPE_CHECKING:
    from pathlib import Path

_ADDRESS = re.compile(r"(?:(?:https|ssh|file)://|[\w.-]+@[\w.-]+:)[^\s\0-\x1f]+", re.ASCII)
"""What Git takes as an address and not as one of its switches, nor as the program of a transport."""
_HARMLESS = ("-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never")
_SECONDS = 300
_ASKS_NOBODY = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GCM_INTERACTIVE": "never",
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes",
}
"""What keeps Git, and what it calls, from asking a person for a password: nobody sits there."""
_MEANING = {
    "could not read Username": "ที่เก็บนี้ขอชื่อผู้ใช้กับรหัสผ่าน ให้ตั้ง credential.helper ของ Git หรือใช้ที่อยู่ ssh:// ที่มีกุญแจ",
    "Authentication failed": "ที่เก็บนี้ไม่รับรหัสผ่านหรือ token ที่ Git มีอยู่ ให้ตรวจ credential.helper ของ Git",
    "Permission denied": "ที่เก็บนี้ไม่รับกุญแจ SSH ของเครื่องนี้ ให้เพิ่มกุญแจที่อ่านได้ (deploy key)",
    "Host key verification failed": "เครื่องนี้ยังไม่รู้จักกุญแจของเซิร์ฟเวอร์ ให้ตรวจกุญแจแล้วเพิ่มใน known_hosts",
    "Could not resolve host": "ไม่พบเซิร์ฟเวอร์ชื่อนี้ ให้ตรวจที่อยู่หรือสัญญาณอินเทอร์เน็ต",
    "couldn't find remote ref": "ไม่มีกิ่ง (branch) นี้ ให้ตรวจ branch: หรือที่เก็บยังว่างอยู่",
    "does not appear to be a git repository": "ที่อยู่นี้ไม่ใช่ที่เก็บของ Git ให้ตรวจ git:",
    "not found": "ไม่พบที่เก็บนี้ หรือเครื่องนี้ไม่มีสิทธิ์อ่าน ให้ตรวจ git:",
    "dubious ownership": "ที่เก็บเป็นของผู้ใช้อื่น Git จึงไม่อ่าน ให้ตั้ง safe.directory",
}
"""What Git says, and what is to be done about it."""


class CannotFetchError(Exception):
    """The branch cannot be had; the message says why, in Thai."""


def is_address(text: str) -> bool:
    """Tell whether a text is an address that a repository is fetched from."""
    return _ADDRESS.fullmatch(text) is not None


def update(address: str, branch: str, folder: Path) -> None:
    """Make a folder what a branch has; without a branch, the one that the repository names.

    Raises:
        CannotFetchError: the repository or the branch cannot be had; the folder is as it was.
        OSError: the disk does not take it.

    """
    head = f"refs/heads/{branch}" if branch else "HEAD"
    if not (folder / ".git").is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _git(folder, "init", "--quiet")
    _git(folder, "fetch", "--quiet", "--no-tags", "--end-of-options", address, f"+{head}:refs/ita-site/fetched")
    _git(folder, "reset", "--quiet", "--hard", "refs/ita-site/fetched")
    _git(folder, "clean", "--quiet", "-ffdx")


def _git(folder: Path, *words: str) -> None:
    variables = _ASKS_NOBODY | git_program.environment() | {"GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": ""}
    try:
        done = git_program.run((*_HARMLESS, *words), folder, variables=variables, given=b"", seconds=_SECONDS)
    except FileNotFoundError:
        message = "ไม่พบโปรแกรม git ในเครื่องนี้ ให้ติดตั้ง git"
        raise CannotFetchError(message) from None
    except subprocess.TimeoutExpired:
        message = f"ที่เก็บ Git ไม่ตอบใน {_SECONDS} วินาที"
        raise CannotFetchError(message) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        why = next((meaning for words, meaning in _MEANING.items() if words in said), "")
        told = said.splitlines()[-1] if said else str(done.returncode)
        message = f"รับข้อมูลจาก Git ไม่ได้: {f'{why} ({told})' if why else told}"
        raise CannotFetchError(message)
