"""`links.lock.yml`: one entry an address, in their order; entries that were not asked again stay byte for byte."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import ValidationError

from ita_site.data.model import SeenLink
from ita_site.ground import thai, whole_file
from ita_site.hosts.links.page_words import is_page, page_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from ita_site.data.model import LinkLock, LinkState
    from ita_site.hosts.links.checking_links import Asked
    from ita_site.hosts.links.fetcher import Answer

NAME = "links.lock.yml"
_HEAD = "# เขียนโดย ita-site links: ผลตรวจลิงก์ครั้งล่าสุด รายการละหนึ่งที่อยู่ ไม่ต้องแก้ด้วยมือ\nlinks:\n"
_SESSION = re.compile(r";jsessionid=[^?#/]*|(?<=[?&])(?:phpsessid|jsessionid|sid)=[^&#]*&?", re.IGNORECASE)
_ENTRY = re.compile(r"^(?P<indent> *)- ", re.MULTILINE)


def entry(asked: Asked, day: date, before: SeenLink | None) -> dict[str, Any] | None:
    """Return the entry of an address; None where it was not asked.

    While an address does not open, what was last known of its content is kept, so that a change is found afterwards.

    Args:
        asked: what came of it.
        day: the day on which it was asked.
        before: its entry so far.

    """
    answer, state = asked.answer, asked.state
    if answer is None or state is None:
        return None
    content = _content(answer) if state.opens else _known(before)
    changed = before.changed if before else None
    if before and before.sha256 and content.get("sha256") not in {None, before.sha256}:
        changed = day
    made: dict[str, Any] = {"url": asked.address, "seen": _iso(day), "state": state.value}
    if answer.final not in {asked.address, ""} and answer.hops:
        made["final"] = _steady(answer.final, state)
    made |= content
    if changed is not None:
        made["changed"] = _iso(changed)
    if before and before.kept:
        made["kept"] = before.kept
    return _readable(made)


def merged(text: str, known: LinkLock | None, entries: Sequence[dict[str, Any]]) -> str:
    """Return the text of a lock file with some entries new: all others are as they were, letter by letter.

    Where they are written in a way that cannot be kept beside the new ones, such as in braces, all are written anew.

    Args:
        text: the file so far, empty where there is none.
        known: what was read from it.
        entries: the new ones.

    """
    found = list(_ENTRY.finditer(text))
    blocks = _blocks(text, [each.start() for each in found])
    before = {each.url: _plain(each) for each in (known.links if known else ())}
    if found and set(blocks) == set(before):
        new = {each["url"]: textwrap.indent(_dumped(each), found[0]["indent"]) for each in entries}
        made = text[: found[0].start()] + _joined({**blocks, **new})
        if _addresses(made) == sorted({*before, *new}):
            return made
    anew = before | {each["url"]: each for each in entries}
    return _HEAD + _joined({address: _dumped(each) for address, each in anew.items()})


def _joined(blocks: Mapping[str, str]) -> str:
    return "".join(blocks[address] for address in sorted(blocks))


def _dumped(entry: dict[str, Any]) -> str:
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)


def _addresses(text: str) -> list[str] | None:
    """Return the addresses of a lock file, None where it is none."""
    try:
        read = _read(text)
    except yaml.YAMLError:
        return None
    return [str(each["url"]).strip() for each in read["links"]]


def _read(text: str) -> Any:  # noqa: ANN401 - whatever stands there
    """Read YAML as texts: the days are of the Buddhist era, whose leap years are others."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts alone


def write(path: Path, text: str) -> None:
    """Write a lock file whole or not at all.

    Raises:
        OSError: the disk does not take it.

    """
    whole_file.write(path, text.encode())


def _blocks(text: str, starts: list[int]) -> dict[str, str]:
    """Return the entries as they are written, by their addresses."""
    blocks = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        block = text[start:end]
        try:
            address = str(_read(textwrap.dedent(block))[0]["url"]).strip()
        except (yaml.YAMLError, TypeError, KeyError):
            return {}
        blocks[address] = block if block.endswith("\n") else f"{block}\n"
    return blocks


def _plain(link: SeenLink) -> dict[str, Any]:
    """Return a record as the values of an entry."""
    values = link.model_dump(exclude_none=True)
    days: dict[str, Any] = {key: _iso(values[key]) for key in ("seen", "changed") if key in values}
    return {**values, **days, "state": link.state.value}


def _steady(final: str, state: LinkState) -> str:
    """Return where one is led, without what is new each time: sessions, and all that a page for a login is told."""
    address = _SESSION.sub("", final)
    return address if state.opens else address.partition("?")[0]


def _content(answer: Answer) -> dict[str, Any]:
    """Return what is known of a content: of a page its words count, and no size, which a counter in it changes."""
    kind = {"type": answer.content_type} if answer.content_type else {}
    if answer.sha256 is None:
        return kind
    if is_page(answer):
        return {**kind, "sha256": page_words(answer).sha256}
    return {**kind, "size": answer.size, "sha256": answer.sha256}


def _known(before: SeenLink | None) -> dict[str, Any]:
    if before is None:
        return {}
    known = {"type": before.type, "size": before.size, "sha256": before.sha256}
    return {key: value for key, value in known.items() if value is not None}


def _readable(made: dict[str, Any]) -> dict[str, Any]:
    """Return an entry without what a server said that no data file may hold, such as an address that is none."""
    try:
        SeenLink.model_validate_json(json.dumps({key: str(value) for key, value in made.items()}))
    except ValidationError as error:
        wrong = {each["loc"][0] for each in error.errors(include_context=False)}
        return {key: value for key, value in made.items() if key not in wrong}
    return made


def _iso(day: date) -> str:
    return f"{day.year + thai.ERA}-{day:%m-%d}"
