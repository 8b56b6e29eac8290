"""`mkdocs serve` while something is broken: the last good page, with what to mend above it, instead of silence."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from ita_site.hosts.reports import problem_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_BODY = re.compile(rb"<body\b[^>]*>")
_BANNER = (
    '<div role="alert" id="ita-preview" style="background:#b00020;color:#fff;padding:1rem;font:16px/1.6 sans-serif">'
    "<strong>{title}</strong>"
    '<pre style="margin:.5rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:15px/1.6 monospace">'
    "{report}</pre></div>"
)


class Preview:
    """What the preview tells in the browser: the report on the last build, empty when it went well."""

    def __init__(self) -> None:
        self.report = ""

    def guard(self, build: Callable[[], None], explain: Callable[[BaseException], str]) -> Callable[[], None]:
        """Return a build that never fails: why it did is reported, so that the browser need not wait for the next."""

        def guarded() -> None:
            self.report = ""
            try:
                build()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the browser is told
                self.report = explain(error)

        return guarded

    def above(self, pages: WSGIApplication) -> WSGIApplication:
        """Return an application that puts the report into every page of another."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            started: list[tuple[str, list[tuple[str, str]]]] = []

            def hold(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
                started.append((status, headers))
                return bytes  # the writer of old WSGI, which MkDocs does not use

            body = pages(environ, hold)
            status, headers = started[-1]
            is_page = any(name == "Content-Type" and value.startswith("text/html") for name, value in headers)
            if self.report and is_page:
                body = [self._with_banner(b"".join(body))]
                headers = [each for each in headers if each[0] != "Content-Length"]
            start_response(status, headers)
            return body

        return answer

    def _with_banner(self, page: bytes) -> bytes:
        banner = _BANNER.format(title=escape(problem_report.PREVIEW), report=escape(self.report)).encode()
        found = _BODY.search(page)
        start = found.end() if found else 0
        return page[:start] + banner + page[start:]
