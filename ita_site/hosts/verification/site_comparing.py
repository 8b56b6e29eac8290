"""A published site held against the site that the data make: page by page, figure by figure, file by file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ita_site.ground import addresses
from ita_site.hosts.verification import packed_files, page_figures
from ita_site.hosts.verification.figure_sources import FigureSources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.data.load import Dataset
    from ita_site.hosts.verification.page_figures import ShownFigure
    from ita_site.hosts.verification.published_site import PublishedSite
    from ita_site.publishing.pages import Page
    from ita_site.publishing.site import Site

_TEXTS = frozenset({".yml", ".txt", ".csv", ".json"})
"""Files whose lines are compared."""
_AROUND = 20
"""How many letters of a line are told on either side of what is not the same."""
_INDEX = addresses.file("")
_PROOF = PurePosixPath(addresses.proof_file(0)).name
_ADDRESS = re.compile(r'https?://[^\s",]*|"\.{1,2}/[^"\s]*"')
_YEAR = re.compile(r"\d{4}", re.ASCII)
_OF_A_HEADING = re.compile(r"\{ #[^}]*\}|^#+ ", re.MULTILINE)
"""The id and the depth of a heading in the Markdown of a page; a text of the data has no such marks."""


class DeviationKind(Enum):
    """In what way a site is not what the data make."""

    DIFFERS = "differs"
    LACKS_FIGURE = "lacks-figure"
    EXTRA_FIGURE = "extra-figure"
    MISSING_PAGE = "missing-page"
    UNKNOWN_PAGE = "unknown-page"
    OTHER_FILE = "other-file"
    """A data file that the site was made from was another."""
    OTHER_CONTENT = "other-content"
    """A paper, or a file of the open data, is not the one that the data make."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that is not as the data have it; `place` is the file of the site, `source` where the data say it."""

    kind: DeviationKind
    place: str
    found: str = ""
    expected: str = ""
    near: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ComparedFile:
    """What came of a file of the site: how many of its figures agree, and what does not."""

    place: str
    agreeing: int
    deviations: tuple[Deviation, ...]


class SiteComparison:
    """One comparison.

    Args:
        made: the site that the data make.
        dataset: the data.
        published: the site that is looked at.

    """

    def __init__(self, made: Site, dataset: Dataset, published: PublishedSite) -> None:
        self._made = made
        self._published = published
        self._sources = FigureSources(dataset)
        self._found_by: re.Pattern[str] = page_figures.pattern(_levels(dataset))
        self._files = {
            **{name: data for name, data in made.offered.items() if PurePosixPath(name).suffix in _TEXTS},
            **{name: data for name, data in made.generated.items() if _is_compared(name, data)},
        }

    @property
    def count(self) -> int:
        """How many files are compared."""
        return len(self._made.pages) + len(self._files)

    def other_agency(self, agency: str) -> str | None:
        """Return whose site it is where it is another agency's; empty where that is not told, None where it is ours."""
        ours = [each for each in self._files if each.endswith(_PROOF)]
        years = sorted({each.partition("/")[0] for each in self._published.pages()})
        theirs = [addresses.proof_file(int(each)) for each in years if _YEAR.fullmatch(each)]
        for name in dict.fromkeys((*ours, *theirs)):
            proof = _json(self._published.read(name))
            if isinstance(proof.get("agency"), str):
                return None if proof["agency"] == agency else str(proof["agency"])
        home = self._published.read(_INDEX)
        return None if home and page_figures.agency_named(home.decode("utf-8", "replace"), agency) else ""

    def run(self) -> Iterator[ComparedFile]:
        """Compare one file after another, and yield what came of each."""
        for page in self._made.pages:
            yield self._page(page)
        for name, data in self._files.items():
            yield self._file(name, data)

    def unknown_pages(self) -> Iterator[Deviation]:
        """Yield the pages of the site that the data do not make."""
        written = {self._made.website.file_of_markdown(page.path) for page in self._made.content_pages}
        both = {f"{each.removesuffix('.html')}/{_INDEX}" for each in written if not each.endswith(_INDEX)}
        known = {*written, *both, *(addresses.file(page.address) for page in self._made.pages), *self._made.generated}
        for name in self._published.pages():
            if name not in known and f"{name.removesuffix(f'/{_INDEX}')}.html" not in known:
                yield Deviation(DeviationKind.UNKNOWN_PAGE, name)

    def _page(self, page: Page) -> ComparedFile:
        place = addresses.file(page.address)
        published = self._published.read(place)
        if published is None or b"<article" not in published:  # some servers answer with another page
            return ComparedFile(place, 0, (Deviation(DeviationKind.MISSING_PAGE, place),))
        described = f'<meta name="description" content="{page.meta["description"]}">'
        body = page.body.fill(_OF_A_HEADING.sub("", page.body.markdown))
        expected = page_figures.shown_figures(described + body, self._found_by)
        compared = self._compared(place, published, expected, page.sources)
        return replace(compared, deviations=(*compared.deviations, *self._in_the_head(place, page, published)))

    def _in_the_head(self, place: str, page: Page, published: bytes) -> Iterator[Deviation]:
        """Yield the figures that a page tells other programs and that it does not have itself."""
        ours = (page.meta["title"], page.meta["description"], page.facts.get("image_alt", ""), self._made.branding.name)
        schema = f'<script type="application/ld+json">{page.facts.get("schema", "")}</script>'
        text = f"<title>{' '.join(map(str, ours))}</title>{schema}"
        allowed = {each.text for each in page_figures.head_figures(text, self._found_by)}
        for found in page_figures.head_figures(published.decode("utf-8", "replace"), self._found_by):
            if found.text not in allowed:
                yield Deviation(DeviationKind.EXTRA_FIGURE, place, found.text, "", found.before)

    def _file(self, name: str, data: bytes) -> ComparedFile:
        published = self._published.read(name)
        if published is None:
            return ComparedFile(name, 0, (Deviation(DeviationKind.MISSING_PAGE, name),))
        if name.endswith((".html", ".svg")):
            expected = page_figures.shown_figures(data.decode(), self._found_by)
            return self._compared(name, published, expected, ())
        if PurePosixPath(name).suffix in packed_files.ENDINGS:
            is_ours = packed_files.are_alike(name, data, published)
            return ComparedFile(name, 0, () if is_ours else (Deviation(DeviationKind.OTHER_CONTENT, name),))
        if name.endswith(_PROOF):
            found = tuple(_of_proof(name, _json(data), _json(published)))
            return ComparedFile(name, len(_json(data)["figures"]) - len(found), found)
        lines, there = _lines(name, data), _lines(name, published)
        changed = tuple(_changed_lines(name, lines, there))
        return ComparedFile(name, len(lines) - len(changed), changed)

    def _compared(
        self, place: str, published: bytes, expected: Sequence[ShownFigure], sources: Iterable[str]
    ) -> ComparedFile:
        found = page_figures.shown_figures(published.decode("utf-8", "replace"), self._found_by)
        deviations = tuple(self._deviations(place, expected, found, tuple(sources)))
        return ComparedFile(place, len(expected) - sum(bool(each.expected) for each in deviations), deviations)

    def _deviations(
        self, place: str, expected: Sequence[ShownFigure], found: Sequence[ShownFigure], sources: Iterable[str]
    ) -> Iterator[Deviation]:
        ours, theirs = [each.text for each in expected], [each.text for each in found]
        if ours == theirs:
            return
        for tag, first, last, start, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            wanted, there = expected[first:last], found[start:end]
            for ours_, theirs_ in zip(wanted, there, strict=False):
                source = self._sources.of(ours_.text, sources)
                yield Deviation(DeviationKind.DIFFERS, place, theirs_.text, ours_.text, ours_.before, source)
            for each in wanted[len(there) :]:
                source = self._sources.of(each.text, sources)
                yield Deviation(DeviationKind.LACKS_FIGURE, place, "", each.text, each.before, source)
            for each in there[len(wanted) :]:
                yield Deviation(DeviationKind.EXTRA_FIGURE, place, each.text, "", each.before)


def _levels(dataset: Dataset) -> Iterator[str]:
    for framework in dataset.frameworks.values():
        yield from (level.name for level in (framework.levels.scale if framework.levels else ()))
    for year in dataset.years.values():
        if year.result is not None and year.result.record.level:
            yield year.result.record.level


def _is_compared(name: str, data: bytes) -> bool:
    suffix = PurePosixPath(name).suffix
    if suffix in packed_files.ENDINGS:
        return len(data) <= packed_files.MOST_BYTES
    if name.startswith(addresses.embeds()):
        return suffix in {".html", ".svg"}
    return suffix in _TEXTS and (name.startswith(addresses.data()) or name.endswith(_PROOF))


def _json(data: bytes | None) -> dict[str, Any]:
    """Return an object of JSON; an empty one where it is none."""
    try:
        value = json.loads(data or b"")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _of_proof(name: str, ours: dict[str, Any], theirs: dict[str, Any]) -> Iterator[Deviation]:
    """Yield what the file for programs has otherwise: figures by their key, and data files of other contents."""
    there = _by(theirs.get("figures"), "key")
    for each in ours["figures"]:
        found = there.pop(each["key"], None)
        source = f"{each['file']}:{each['line']}"
        if found is None:
            yield Deviation(DeviationKind.LACKS_FIGURE, name, "", each["shown"], each["name"], source)
        elif any(found.get(part) != each[part] for part in ("shown", "computed", "verdict")):
            yield Deviation(DeviationKind.DIFFERS, name, str(found.get("shown")), each["shown"], each["name"], source)
    for found in there.values():
        shown, named = str(found.get("shown")), str(found.get("name"))
        yield Deviation(DeviationKind.EXTRA_FIGURE, name, shown, "", named)
    files = _by(theirs.get("files"), "name")
    for each in ours["files"]:
        found = files.get(each["name"], {})
        if found.get("sha256") != each["sha256"]:
            yield Deviation(
                DeviationKind.OTHER_FILE, name, str(found.get("sha256") or ""), each["sha256"], source=each["name"]
            )


def _by(entries: object, key: str) -> dict[str, dict[str, Any]]:
    listed = entries if isinstance(entries, list) else []
    return {str(each.get(key)): each for each in listed if isinstance(each, dict)}


def _lines(name: str, data: bytes) -> list[str]:
    """Return the lines of a file; of those made for programs without addresses, which may be those of another place."""
    text = data.decode("utf-8-sig", "replace")
    return (_ADDRESS.sub("", text) if name.endswith((".json", ".csv")) else text).splitlines()


def _changed_lines(name: str, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Deviation]:
    if ours == theirs:
        return
    for tag, first, last, start, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for place in range(max(last - first, end - start)):
            wanted, there = _around_the_change(
                ours[first + place] if first + place < last else "",
                theirs[start + place] if start + place < end else "",
            )
            kind = DeviationKind.EXTRA_FIGURE if first + place >= last else DeviationKind.DIFFERS
            yield Deviation(kind, f"{name}:{start + place + 1}", there, wanted)


def _around_the_change(ours: str, theirs: str) -> tuple[str, str]:
    """Return of two lines what is not the same in them, with some letters around it; a file may be one long line."""
    before = _alike(ours, theirs)
    after = _alike(ours[before:][::-1], theirs[before:][::-1])
    start = max(before - _AROUND, 0)
    end = _AROUND - after
    return ours[start : len(ours) + end], theirs[start : len(theirs) + end]


def _alike(one: str, other: str) -> int:
    """Return with how many letters two texts begin alike."""
    return next(
        (place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
