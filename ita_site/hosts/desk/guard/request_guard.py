"""Every request before any screen sees it: only what the desk's own pages send, in the browser that was let in.

A server on this machine can be asked by every page that its user visits, and by every program that runs on it. So
nothing is taken for granted: the host is one of ours to the letter, a change comes from a page of ours with the token
of its form, and what cannot be read for certain is refused. No request ends in anything but an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse

from ita_site.hosts.desk.guard import refusing
from ita_site.hosts.desk.guard.posted_body import read_body
from ita_site.hosts.desk.guard.refusing import RefusedError
from ita_site.hosts.desk.guard.request_target import key_of_query, plain_path

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ita_site.hosts.desk.guard.access import Access

PREVIEW = "/site/"
"""Where the preview of the site stands, before its key."""
_READING = frozenset({"GET", "HEAD"})
_OWN_PAGES = frozenset({"same-origin", "none"})
"""What a browser says of a request that a page of ours has made, or a person."""
_COMMON = {
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # with none at all, a browser sends a form of ours with the origin "null"
    "X-Content-Type-Options": "nosniff",
}
_POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self';"
    " frame-ancestors 'none'; frame-src 'self'; img-src 'self'; script-src 'self'; style-src 'self'"
)
_OF_DESK = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_MOST_HEADERS = 64


class Guard:
    """Lets through what the session's own browser asks, with the headers that keep answers from everyone else."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        """Stand before an application."""
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        try:
            scope, receive = await self._admitted(scope, receive)
        except RefusedError as refused:
            await refused.response()(scope, receive, _with_headers(send, _OF_DESK))
        except _Entered as entered:
            response = RedirectResponse("/", 303)
            response.set_cookie(self._access.cookie, entered.session, path="/", httponly=True, samesite="strict")
            await response(scope, receive, _with_headers(send, _OF_DESK))
        else:
            own = {} if scope["path"].startswith(PREVIEW) else _OF_DESK  # the preview has a policy of its own
            try:
                await self._app(scope, receive, _with_headers(send, own))
            finally:
                if scope["method"] == "POST":
                    await scope["state"]["posted"].close()

    async def _admitted(self, scope: Scope, receive: Receive) -> tuple[Scope, Receive]:
        """Return a request that may be answered.

        Raises:
            RefusedError: it may not.
            _Entered: it has brought the token that opens the desk.

        """
        headers = Headers(scope=scope)
        if not self._access.requests.take():
            raise RefusedError(429, refusing.TOO_OFTEN)
        path = plain_path(scope)
        if scope["method"] not in {*_READING, "POST"}:
            raise RefusedError(405, refusing.WRONG_METHOD)
        _refuse_oddities(headers)
        if headers.getlist("host") not in [[each] for each in self._access.hosts]:
            raise RefusedError(421, refusing.OTHER_PAGE)
        if scope["method"] in _READING and path.startswith(PREVIEW):
            # Its pages stand apart from ours: no cookie comes with what they ask for, so their address has a key.
            if self._access.is_preview_key(path.removeprefix(PREVIEW).partition("/")[0]):
                return scope, receive
            self._stranger(404, refusing.ODD)
        if headers.get("sec-fetch-site", "none") not in _OWN_PAGES:
            raise RefusedError(403, refusing.OTHER_PAGE)
        self._let_in(scope, headers, path)
        if scope["method"] == "POST":
            if headers.getlist("origin") != [f"http://{headers['host']}"]:
                raise RefusedError(403, refusing.OTHER_PAGE)
            body = await read_body(scope, receive, self._access)
            scope = {**scope, "state": {**scope.get("state", {}), "posted": body.form}}
            return scope, body.again
        return scope, receive

    def _let_in(self, scope: Scope, headers: Headers, path: str) -> None:
        known = self._access.knows(_cookie(headers, self._access.cookie))
        token = key_of_query(scope) if path == "/" and scope["method"] == "GET" else None
        if token is not None:
            if known:
                raise _Entered(_cookie(headers, self._access.cookie))
            session = self._access.enter(token)
            if session is None:
                self._stranger(403, refusing.USED)
            else:
                raise _Entered(session)
        if not known:
            self._stranger(403, refusing.NO_SESSION)

    def _stranger(self, code: int, told: str) -> None:
        if not self._access.strangers.take():
            raise RefusedError(429, refusing.TOO_OFTEN)
        raise RefusedError(code, told)


class _Entered(Exception):
    def __init__(self, session: str) -> None:
        super().__init__()
        self.session = session


def _refuse_oddities(headers: Headers) -> None:
    """Refuse what no browser sends to a page of ours."""
    if len(headers) > _MOST_HEADERS:
        raise RefusedError(431, refusing.TOO_MUCH)
    if "upgrade" in headers or "x-http-method-override" in headers or "expect" in headers:
        raise RefusedError(400, refusing.ODD)


def _cookie(headers: Headers, name: str) -> str:
    """Return the value of a cookie; nothing where it is not there, or there twice."""
    found = []
    for part in "; ".join(headers.getlist("cookie")).split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            found.append(value)
    return found[0] if len(found) == 1 else ""


def _with_headers(send: Send, own: dict[str, str]) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**_COMMON, **own}.items():
                headers[name] = value
        await send(message)

    return sent
