"""Debian's Firefox, driven by the protocol it has built in.

Playwright drives a Firefox of its own making only, and the library for this protocol brings sixteen others along.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_START = 60.0
"""Seconds that Firefox may take to listen, on a machine with much else to do."""
_FIND = """return [...document.querySelectorAll(arguments[0])]
    .find(each => each.checkVisibility({visibilityProperty: true}))"""
_WAIT = """const [done] = arguments;
(function look() {
    const found = (EXPRESSION)
    if (found) done(found)
    else setTimeout(look, 30)
})()"""
_ALWAYS: dict[str, object] = {
    "marionette.port": 0,  # any that is free
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.proxy.type": 1,  # no other host is to be reached from a test
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A window of Firefox, which does one thing after another."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_START)
        self._answers: BinaryIO = self._socket.makefile("rb")
        self._asked = 0
        self._read()
        self._ask("WebDriver:NewSession")
        self._ask("WebDriver:SetTimeouts", script=20_000)

    def close(self) -> None:
        """Let go of the browser, which goes on."""
        self._answers.close()
        self._socket.close()

    def goto(self, address: str) -> None:
        """Open an address and wait until the page is loaded."""
        self._ask("WebDriver:Navigate", url=address)

    def evaluate(self, expression: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever the page gives
        """Return what a JavaScript expression is on the page; `arguments` is what is given beside it."""
        return self._ask("WebDriver:ExecuteScript", script=f"return ({expression})", args=list(arguments))

    def wait_for(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page gives
        """Return what an expression is as soon as it is true of anything."""
        return self._ask("WebDriver:ExecuteAsyncScript", script=_WAIT.replace("EXPRESSION", expression), args=[])

    def click(self, selector: str) -> None:
        """Click on the first visible element."""
        self._ask("WebDriver:ElementClick", id=self._find(selector))

    def type(self, selector: str, text: str) -> None:
        """Type into an element, a key after the other."""
        self._ask("WebDriver:ElementSendKeys", id=self._find(selector), text=text)

    def pdf(self) -> bytes:
        """Print the page on A4."""
        return base64.b64decode(self._ask("WebDriver:Print", page={"width": 21.0, "height": 29.7}, shrinkToFit=True))

    def _find(self, selector: str) -> str:
        found: dict[str, str] = self._ask("WebDriver:ExecuteScript", script=_FIND, args=[selector])
        assert found, f"nothing to be seen at {selector}"
        (name,) = found.values()
        return name

    def _ask(self, command: str, **options: object) -> Any:  # noqa: ANN401 - as the command has it
        self._asked += 1
        message = json.dumps([0, self._asked, command, options]).encode()
        self._socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, answer = self._read()
        assert error is None, f"{command}: {error}"
        return answer.get("value") if isinstance(answer, dict) else answer

    def _read(self) -> Any:  # noqa: ANN401 - as it is sent
        length = b""
        while (letter := self._answers.read(1)) != b":":
            assert letter, "Firefox has gone"
            length += letter
        return json.loads(self._answers.read(int(length)))


@contextmanager
def firefox(profile: Path, preferences: Mapping[str, object]) -> Iterator[Firefox]:
    """Start Firefox with a new profile in a folder, and end it after the block."""
    executable = shutil.which("firefox-esr")
    assert executable is not None, "install firefox-esr to run the tests in tests/browser"
    known = {**_ALWAYS, **preferences}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in known.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    with subprocess.Popen(
        [executable, "--headless", "--no-remote", "--marionette", "--profile", str(profile)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            with closing(Firefox(_port(profile))) as started:
                yield started
        finally:
            process.terminate()


def _port(profile: Path) -> int:
    listening = profile / "MarionetteActivePort"
    until = time.monotonic() + _START
    while not listening.exists() or not listening.read_text(encoding="utf-8").strip():
        assert time.monotonic() < until, "Firefox does not listen"
        time.sleep(0.05)
    return int(listening.read_text(encoding="utf-8"))
