"""What an answer means: a page that says it is none, a login in its place, the front page, a page for a file."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit, urlunsplit

from ita_site.data.model import LinkState
from ita_site.hosts.links.page_words import is_page, page_words

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    from ita_site.hosts.links.fetcher import Answer
    from ita_site.hosts.links.page_words import PageWords

_DRIVES = ("drive.google.com", "docs.google.com", "1drv.ms", "onedrive.live.com", "sharepoint.com", "dropbox.com")
_IDENTITY = ("accounts.google.com", "login.microsoftonline.com", "login.live.com", "login.microsoft.com")
"""Where those are sent who have to say who they are."""
_NEEDS_ACCESS = re.compile(
    r"you need access|request access|need permission|ขอสิทธิ์เข้าถึง|ขอสิทธิ์การเข้าถึง|ต้องมีสิทธิ์เข้าถึง|ต้องได้รับสิทธิ์"
    r"|คุณไม่มีสิทธิ์เข้าถึง|ไม่ได้รับอนุญาตให้เข้าถึง|this link (?:has been removed|isn't available)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log|sign)[ -]?(?:in|on)\b|เข้าสู่ระบบ|เข้าใช้งานระบบ|ลงชื่อเข้าใช้|ลงชื่อเข้าสู่ระบบ|กรุณาล็อกอิน|ล็อกอิน", re.IGNORECASE
)
_LOGIN_PATH = re.compile(r"(?:^|[/_.-])(?:login|log-in|signin|sign-in|logon|wp-login|auth)(?:[/_.?-]|$)", re.IGNORECASE)
_NO_PAGE = re.compile(
    r"\b404\b|not found|page (?:does not|doesn't) exist|ไม่พบหน้า|ไม่พบเพจ|ไม่พบเอกสาร|ไม่พบข้อมูลที่|ไม่พบไฟล์|ไม่พบเนื้อหา"
    r"|หน้าที่คุณ(?:ค้นหา|ต้องการ)ไม่",
    re.IGNORECASE,
)
_DOCUMENTS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".csv")
_PACKED_OR_PICTURES = (".zip", ".rar", ".7z", ".jpg", ".jpeg", ".png", ".webp", ".gif")
_FRONT = re.compile(r"/*(?:(?:index|home|main|default)(?:\.\w{2,5})?)?/*", re.IGNORECASE)
_FEW_LETTERS = 400
"""As many letters as a page has that holds a form for a login, and not much else."""
_LEAST_LETTERS = 40
"""As many as a page has at least for its likeness to another to say anything: the shells of scripts have none."""


def meaning(answer: Answer) -> LinkState:
    """Return what an answer comes to, as far as it can be told from itself."""
    if not answer.state.opens:
        return answer.state
    asked, final = urlsplit(answer.address), urlsplit(answer.final)
    if _is_of(final.hostname, _IDENTITY):
        return LinkState.ACCESS if _is_of(asked.hostname, _DRIVES) else LinkState.LOGIN
    if not is_page(answer):
        return answer.state
    if not answer.body:  # it was not asked for
        return _without_content(answer, asked, final)
    return _of_page(answer, asked, final)


def nonsense_beside(answer: Answer) -> str | None:
    """Return an address beside that of a page that cannot be one; None where none need be asked.

    A server that answers the same to it says of every address that it is there.
    """
    final = urlsplit(answer.final)
    if meaning(answer) is not LinkState.OPENS or not is_page(answer) or _FRONT.fullmatch(final.path):
        return None
    if len(page_words(answer).letters) < _LEAST_LETTERS:
        return None
    folder = final.path.rpartition("/")[0]
    word = hashlib.sha256(f"{final.netloc}{folder}".encode()).hexdigest()[:16]
    ending = PurePosixPath(unquote(final.path)).suffix
    return urlunsplit((final.scheme, final.netloc, f"{folder}/no-such-page-{word}{ending}", "", ""))


def said_by(answer: Answer) -> str | None:
    """Return the letters of a page that opens, None of anything else."""
    return page_words(answer).letters if answer.state.opens and is_page(answer) else None


def _without_content(answer: Answer, asked: SplitResult, final: SplitResult) -> LinkState:
    if answer.hops and _LOGIN_PATH.search(final.path):
        return LinkState.LOGIN
    if _is_front_page(answer, asked, final):
        return LinkState.FRONT_PAGE
    return answer.state


def _of_page(answer: Answer, asked: SplitResult, final: SplitResult) -> LinkState:
    page = page_words(answer)
    says_there_is_none = bool(_NO_PAGE.search(f"{page.title} {page.heading}")) or (
        len(page.letters) < _LEAST_LETTERS and bool(_NO_PAGE.search(page.text))
    )
    is_of_drive = _is_of(final.hostname, _DRIVES)
    signs = {
        LinkState.ACCESS: is_of_drive and bool(_NEEDS_ACCESS.search(f"{page.title} {page.text[:5000]}")),
        LinkState.LOGIN: _is_login(page, answer, final),
        LinkState.FRONT_PAGE: _is_front_page(answer, asked, final),
        LinkState.NOT_THE_FILE: _is_file(asked) and not _is_of(asked.hostname, _DRIVES),
        LinkState.SOFT_NOT_FOUND: says_there_is_none,
    }
    return next((state for state, is_so in signs.items() if is_so), answer.state)


def _is_login(page: PageWords, answer: Answer, final: SplitResult) -> bool:
    """Tell whether a page is there for a login: many that are not have a small form for one at their side."""
    led_there = bool(answer.hops) and bool(_LOGIN_PATH.search(final.path))
    if not page.asks_for_password:
        return led_there and bool(_LOGIN.search(f"{page.title} {page.heading}"))
    said = bool(_LOGIN.search(f"{page.title} {page.heading}"))
    return led_there or said or (len(page.letters) < _FEW_LETTERS and bool(_LOGIN.search(page.text)))


def _is_front_page(answer: Answer, asked: SplitResult, final: SplitResult) -> bool:
    was_front = _FRONT.fullmatch(asked.path) and not asked.query
    is_front = _FRONT.fullmatch(final.path) and not final.query
    return bool(answer.hops and is_front and not was_front and _leads_home(asked, final))


def _leads_home(asked: SplitResult, final: SplitResult) -> bool:
    """Tell whether one stays with the office: a short link may well lead to the front page of another host."""
    hosts = [(each.hostname or "").removeprefix("www.") for each in (asked, final)]
    return hosts[0] == hosts[1]


def _is_file(asked: SplitResult) -> bool:
    return PurePosixPath(unquote(asked.path).lower()).suffix in {*_DOCUMENTS, *_PACKED_OR_PICTURES}


def _is_of(host: str | None, hosts: tuple[str, ...]) -> bool:
    return host is not None and any(host == each or host.endswith(f".{each}") for each in hosts)
