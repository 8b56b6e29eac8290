"""Many addresses within bounds: hosts beside one another, each asked one question at a time, as slow as it wants."""

from __future__ import annotations

import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING

from ita_site.data.model import LinkState
from ita_site.hosts.links import manners, verdicts
from ita_site.hosts.links.fetch_limits import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ita_site.hosts.links.fetcher import Answer, Fetcher

_SILENT = frozenset({LinkState.TIMEOUT, LinkState.NO_CONNECTION, LinkState.NO_HOST})
_PASSING = frozenset({LinkState.BUSY, LinkState.SERVER_ERROR, LinkState.NO_CONNECTION})
"""What may be over in a moment: it is asked once more."""
_PATIENCE = 3
"""After so many questions without an answer nothing more is asked of a host: it is down."""


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """An address to ask, and whether its content is wanted."""

    address: str
    reading: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a question: `state` is what the answer means. Both are None where there was no time to ask."""

    address: str
    state: LinkState | None
    answer: Answer | None


class LinkCheck:
    """A run over many addresses.

    Args:
        fetcher: what asks one.
        seconds: how long the whole of it may take.
        at_once: how many hosts are asked beside one another.
        wait: what waits for some seconds, and can be woken.

    """

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        seconds: float = 1800.0,
        at_once: int = 4,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._seconds = seconds
        self._at_once = at_once
        self._stop = threading.Event()
        self._wait = wait or self._stop.wait

    def run(self, questions: Iterable[LinkQuestion]) -> Iterator[Asked]:
        """Yield what came of each question, as soon as it is known; hosts in the order in which they come."""
        hosts: dict[str, list[LinkQuestion]] = defaultdict(list)
        for each in questions:
            hosts[manners.origin(each.address)].append(each)
        self._stop.clear()
        done: SimpleQueue[Asked | BaseException] = SimpleQueue()
        deadline = Deadline(self._seconds)

        def ask(of_host: Sequence[LinkQuestion]) -> None:
            try:
                for each in self._host(of_host, deadline):
                    done.put(each)
            except BaseException as error:  # noqa: BLE001 - raised again where the answers are read
                done.put(error)

        with ThreadPoolExecutor(self._at_once) as pool:
            try:
                for of_host in hosts.values():
                    pool.submit(ask, of_host)
                for _ in range(sum(map(len, hosts.values()))):
                    asked = done.get()
                    if isinstance(asked, BaseException):
                        raise asked
                    yield asked
            finally:
                self._stop.set()
                pool.shutdown(wait=False, cancel_futures=True)

    def _host(self, questions: Sequence[LinkQuestion], deadline: Deadline) -> Iterator[Asked]:
        """Ask everything of one host, one after the other."""
        host: _Host | None = None
        unanswered = 0
        for each in questions:
            if self._stop.is_set() or deadline.left <= 0 or unanswered >= _PATIENCE:
                yield Asked(each.address, None, None)
                continue
            host = host or _Host(self._fetcher, self._wait, each.address)
            asked = host.ask(each)
            unanswered = unanswered + 1 if asked.state in _SILENT else 0
            yield asked


def is_offline(asked: Iterable[Asked]) -> bool:
    """Tell whether it is this machine that reaches nobody: several hosts were asked, and none answered at all."""
    answered = [each for each in asked if each.state is not None]
    hosts = {manners.origin(each.address) for each in answered}
    return len(hosts) > 1 and all(each.state in _SILENT for each in answered)


class _Host:
    """One host, which is never asked twice at a time, nor faster than it wants."""

    def __init__(self, fetcher: Fetcher, wait: Callable[[float], object], address: str) -> None:
        self._fetcher = fetcher
        self._wait = wait
        self._delay = manners.delay_of(manners.rules_of(fetcher, address))
        self._nonsense: dict[str, str | None] = {}

    def ask(self, question: LinkQuestion) -> Asked:
        answer = self._fetch(question.address, reading=question.reading)
        again = manners.wait_of(answer.retry_after) if answer.state in _PASSING else None
        if again is not None:
            self._wait(again)
            answer = self._fetch(question.address, reading=question.reading)
        state = verdicts.meaning(answer)
        beside = verdicts.nonsense_beside(answer) if question.reading else None
        if beside is not None:
            if beside not in self._nonsense:
                self._nonsense[beside] = verdicts.said_by(self._fetch(beside))
            if verdicts.said_by(answer) == self._nonsense[beside]:
                state = LinkState.SOFT_NOT_FOUND
        return Asked(question.address, state, answer)

    def _fetch(self, address: str, *, reading: bool = True) -> Answer:
        self._wait(self._delay)
        return self._fetcher.fetch(address, reading=reading)
