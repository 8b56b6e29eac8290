"""Who may use the desk: the browser that was opened for it, and no other program or page on this machine."""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WRONG_TOKENS = 20
"""So many tries with another token, and the one that was given out is good no more."""


@dataclass
class Allowance:
    """How often something may happen: so many times at once, and so many a second from then on."""

    most: float
    a_second: float
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._left, self._asked = self.most, self.clock()

    def take(self) -> bool:
        """Count one more; tell whether it was still allowed."""
        now = self.clock()
        self._left = min(self.most, self._left + (now - self._asked) * self.a_second)
        self._asked = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Access:
    """The one session of a desk: the token in the address that opens it, the cookie after that, the token of its forms.

    What a browser has to send back is compared in a time that tells nothing of it.
    """

    def __init__(self, port: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin a session for the desk at a port of this machine."""
        self.port = port
        self.cookie = f"ita-site-{port}"
        """The name of the cookie; cookies are shared by all ports of a machine."""
        self.form_token = secrets.token_urlsafe(32)
        """What every form carries, as no other page can know it."""
        self.preview_key = secrets.token_urlsafe(24)
        """What stands in the addresses of the site's preview, whose pages have no cookie."""
        self.requests = Allowance(600, 100, clock)
        self.strangers = Allowance(60, 2, clock)
        """What is asked without a session."""
        self._token: str | None = secrets.token_urlsafe(32)
        self._session: str | None = None
        self._wrong = 0
        self._lock = Lock()

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which a browser may call the desk: exactly these, never the beginning of another."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost"))

    @property
    def link(self) -> str:
        """The address that opens the desk, once."""
        return f"http://127.0.0.1:{self.port}/?k={self._token or ''}"

    def enter(self, token: str) -> str | None:
        """Return the value of the cookie for a token; None where it is not the one, or was used before."""
        with self._lock:
            if self._token is None or not _same(token, self._token):
                self._wrong += 1
                if self._wrong >= _WRONG_TOKENS:
                    self._token = None
                return None
            self._token = None
            self._session = secrets.token_urlsafe(32)
            return self._session

    def knows(self, cookie: str) -> bool:
        """Tell whether a cookie is that of the session."""
        return self._session is not None and _same(cookie, self._session)

    def is_form_token(self, token: str) -> bool:
        """Tell whether a form was made for this session."""
        return _same(token, self.form_token)

    def is_preview_key(self, key: str) -> bool:
        """Tell whether an address is one of the preview."""
        return _same(key, self.preview_key)


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), known.encode())
