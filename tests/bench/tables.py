"""What the rounds gave, as tables in Markdown. A ratio is the median of the ratios within each round."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.bench import builds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.bench.builds import Costs
    from tests.bench.processes import Cost

_ABSENT = "not there"
_MOST, _LEAST = 10, 1
"""The years that goals are set for."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table: its head and its rows, all but the first column set to the right."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def goals(years: int) -> dict[str, str]:
    """Return what is aimed at for the builds of so many years."""
    if years == _LEAST:
        return {builds.COLD: "≤ 1.0 of sections"}
    if years != _MOST:
        return {}
    one_change = dict.fromkeys(builds.CHANGED, "≤ 0.20 of prune")
    return {
        **one_change,
        builds.COLD: "≤ 0.35 of prune",
        builds.WARM: "≤ 0.08 of prune",
        builds.BUILD: "≤ 0.02 of prune",
        builds.CHECK: "< 2 s",
    }


def of_builds(years: int, pages: int, names: Sequence[str], rounds: Sequence[Costs]) -> Iterator[str]:
    """Yield the table of the builds of so many years."""
    head = (f"{years} y, {pages:,} pages", "CPU s", "user s", "wall s", "peak MiB", "÷ prune", "÷ sections", "goal")
    wanted = goals(years)

    def row(name: str) -> tuple[str, ...]:
        costs = [costs[name] for costs in rounds if name in costs]
        if not costs:
            return (name, _ABSENT, *[""] * 5, wanted.get(name, ""))

        def middle(figure: Callable[[Cost], float]) -> float:
            return median(map(figure, costs))

        return (
            name,
            f"{middle(lambda cost: cost.cpu):.2f}",
            f"{middle(lambda cost: cost.user):.2f}",
            f"{middle(lambda cost: cost.wall):.2f}",
            f"{middle(lambda cost: cost.peak):.0f}",
            f"{ratio(rounds, name, builds.PRUNE):.3f}",
            f"{ratio(rounds, name, builds.SECTIONS):.3f}",
            wanted.get(name, ""),
        )

    yield from table(head, [row(name) for name in names])


def ratio(rounds: Sequence[Costs], name: str, other: str) -> float:
    """Return how much of another's time of the processor a command takes."""
    return median(costs[name].cpu / costs[other].cpu for costs in rounds)


def of_pages(rounds: Mapping[int, Sequence[Costs]], pages: Mapping[int, int]) -> Iterator[str]:
    """Yield what one page takes, by the number of years: a site that grows must not make its pages dearer."""
    head = (
        "CPU ms a page",
        "pages",
        "our build",
        "a further page",
        "÷ that of the row before",
        "our layer",
        "once more",
        "a title changed",
    )
    yield from table(head, list(_pages(rounds, pages)))


def _pages(rounds: Mapping[int, Sequence[Costs]], pages: Mapping[int, int]) -> Iterator[tuple[str, ...]]:
    fewer: int | None = None
    before: float | None = None
    for years in sorted(rounds):
        of_years, count = rounds[years], pages[years]

        def each(name: str, of_years: Sequence[Costs] = of_years, count: int = count) -> str:
            spent = median(costs[name].cpu - costs[builds.IMPORTS].cpu for costs in of_years)
            return f"{1000 * spent / count:.2f}"

        further = None if fewer is None else _further(rounds, pages, fewer, years)
        yield (
            f"{years} y",
            f"{count:,}",
            f"{1000 * median(costs[builds.COLD].cpu for costs in of_years) / count:.2f}",
            "" if further is None else f"{further:.2f}",
            "" if further is None or before is None else f"{further / before:.2f}",
            each(builds.LAYER),
            each(builds.LAYER_WARM),
            each(builds.LAYER_CHANGED),
        )
        fewer, before = years, further


def _further(rounds: Mapping[int, Sequence[Costs]], pages: Mapping[int, int], fewer: int, more: int) -> float:
    """Return the milliseconds of each page that more years have than fewer."""
    spent = median(
        large[builds.COLD].cpu - small[builds.COLD].cpu
        for small, large in zip(rounds[fewer], rounds[more], strict=True)
    )
    return 1000 * spent / (pages[more] - pages[fewer])
