"""The site about all municipalities: what MkDocs is told to build it, and how the plugin makes it of the facts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground import whole_file
from ita_site.hosts.many import rounds
from ita_site.hosts.many.facts_store import FactsStore
from ita_site.hosts.many.listing import OVERVIEW
from ita_site.hosts.many.tasks import Ending, Job, Outcome, Task, perform
from ita_site.publishing import settings
from ita_site.publishing.aggregate import overview_site
from ita_site.saying.facts import directory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ita_site.hosts.many.listing import Listing
    from ita_site.hosts.many.rounds import Round
    from ita_site.publishing.settings import Settings
    from ita_site.publishing.site import Site

_BESIDE = "beside.txt"
_SECONDS = 4 * 3600
"""How long its build may take: a page for each of all municipalities."""
_SETTINGS = """\
site_name: {name}
{address}docs_dir: {facts}
plugins:
  - ita-site:
      data_dir: {facts}
      aggregate: true
      open_data: [{formats}]
"""


def site_of(facts: Path, known: Settings) -> Site:
    """Return the site about the municipalities whose facts are in a folder.

    Raises:
        InvalidData: a format was asked for whose writer is not installed.
        OSError: the disk does not answer.

    """
    beside = (facts / _BESIDE).read_text(encoding="utf-8").split()
    return overview_site.build(FactsStore(facts).all(), frozenset(beside), known)


def build(asked: Round, listed: Listing, name: str, formats: Iterable[str] = ()) -> Outcome:
    """Build the site about all, of the facts that are kept; what is as it should be stays.

    Args:
        asked: the round that has gathered the facts.
        listed: the municipalities.
        name: whose site it is.
        formats: those of the open data beside CSV and SQLite.

    Returns:
        what came of it; `notes` tells of municipalities that cannot be told apart.

    Raises:
        OSError: the disk does not take it.

    """
    ids = [each.id for each in listed.municipalities]
    FactsStore(asked.facts).only(ids)
    beside = [each for each in ids if (asked.into / each / "index.html").is_file()]
    _write(asked.facts / _BESIDE, "".join(f"{each}\n" for each in beside))
    text = _SETTINGS.format(
        name=json.dumps(name, ensure_ascii=False),
        address=f"site_url: {json.dumps(f'{listed.url}{OVERVIEW}/')}\n" if listed.url else "",
        facts=json.dumps(str(asked.facts), ensure_ascii=False),
        formats=", ".join(formats),
    )
    file = asked.work / OVERVIEW / settings.NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    _write(file, text)
    task = Task(
        id=OVERVIEW,
        job=Job.BUILD,
        settings=str(file),
        site=str((asked.into / OVERVIEW).absolute()),
        kept=str(asked.work / "builds"),
        fresh=asked.fresh,
        seconds=_SECONDS,
    )
    told = "\n".join(directory.twins(FactsStore(asked.facts).all()))
    made = Outcome(OVERVIEW, Ending.UNCHANGED) if not asked.fresh and rounds.is_current(task) else perform(task)
    return replace(made, notes=told)


def _write(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        whole_file.write(path, text.encode())
