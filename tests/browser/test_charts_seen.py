"""Charts in a browser: no words over others or cut off, and bars that are seen in every scheme and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import sites
from tests.helpers.looks import SPACED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

_TEXTS = """() => [...document.querySelectorAll('figure.ita-chart')].flatMap((figure, number) => {
    const around = figure.getBoundingClientRect(), texts = [];
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        if (!walker.currentNode.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const size = parseFloat(getComputedStyle(walker.currentNode.parentElement).fontSize);
        for (const box of range.getClientRects())
            if (box.width > 1) texts.push([number, walker.currentNode.data.trim(), size,
                box.left, box.top, box.right, box.bottom, around.left, around.right]);
    }
    return texts;
})"""
"""Every line of text of every chart: its chart, words, size of letters, box, and the sides of its chart; in pixels."""
_COLOURS = """() => {
    const seen = color => {
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const back = seen(getComputedStyle(document.body).backgroundColor);
    const of = (selector, property) => [...document.querySelectorAll(selector)].map(
        each => [selector, seen(getComputedStyle(each)[property]), back]);
    return [
        ...of('.ita-chart .now', 'fill'), ...of('.ita-chart .was', 'stroke'), ...of('.ita-chart .goal', 'fill'),
        ...of('.ita-shares rect', 'stroke'), ...of('.ita-shares rect.done', 'fill'),
        ...of('.ita-shares path', 'stroke'), ...of('.ita-shares circle', 'fill'), ...of('.ita-line path', 'stroke'),
    ];
}"""
"""Each part of a drawing that must be seen, with its colour and that of the page behind it, as bytes."""
_SCHEMES: dict[str, dict[str, str]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"contrast": "more"},
    "dark-contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced": {"forced_colors": "active"},
    "forced-dark": {"forced_colors": "active", "color_scheme": "dark"},
    "print": {"media": "print"},
    "print-dark": {"media": "print", "color_scheme": "dark"},
}


def pages(site: Path) -> Iterator[str]:
    """Yield the address of every page with a chart."""
    for address in sites.addresses(site):
        if 'class="ita-chart"' in (site / address / "index.html").read_text(encoding="utf-8"):
            yield address


def overlaps(texts: list[list[Any]]) -> list[str]:
    """Return the texts that stand over one another or reach out of their chart, with their words."""
    found = []
    for place, (chart, words, size, left, top, right, bottom, start, end) in enumerate(texts):
        if left < start - 1 or right > end + 1:
            found.append(f"{words!r} reaches out of its chart")
        if size < 12:
            found.append(f"{words!r} has letters of {size} px")
        for other in texts[place + 1 :]:
            across = min(right, other[5]) - max(left, other[3])
            down = min(bottom, other[6]) - max(top, other[4])
            # Boxes of lines have room above and below their letters, which those of the next line may touch.
            if other[0] == chart and across > 1 and down > 0.3 * min(bottom - top, other[6] - other[4]):
                found.append(f"{words!r} over {other[1]!r}")
    return found


def luminance(colour: list[int]) -> float:
    """Return the relative luminance of a colour, by WCAG 2.2."""
    parts = [(part / 255) / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: list[int], other: list[int]) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("agency", sorted(sites.AGENCIES.keys() - {"chum-saeng"}))
def test_no_words_of_a_chart_are_cut_or_over_others(
    agency: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """On a phone, at 320 px, on a desk; with the spacing of letters and words that a reader may set, too.

    One municipality has nothing to draw: it prints no score, and of its measures one status alone.
    """
    faults = []
    with serve(site_of(agency)) as home, window() as visit:
        addresses = list(pages(site_of(agency)))
        assert addresses
        for address in addresses:
            visit.page.set_viewport_size({"width": 1280, "height": 900})
            visit.page.goto(home + address)
            for spaced in (False, True):
                if spaced:
                    visit.page.evaluate(SPACED)
                for width in (1280, 360, 320):
                    visit.page.set_viewport_size({"width": width, "height": 900})
                    texts = visit.page.evaluate(_TEXTS)
                    assert len(texts) > 1
                    faults += [f"{address} at {width} px, {spaced=}: {each}" for each in overlaps(texts)]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site with a target, and measures of every status."""
    project = sites.copy_project(tmp_path_factory.mktemp("drawn"))
    analysis = project / "data/2567/analysis.yml"
    analysis.write_text(f"target: 95\n{analysis.read_text(encoding='utf-8')}", encoding="utf-8")
    report = project / "data/2568/reports/annual.yml"
    statuses = iter(["กำลังดำเนินการ", "ยังไม่เริ่มดำเนินการ", "ไม่ได้ดำเนินการ"])
    lines = report.read_text(encoding="utf-8").split("\n")
    report.write_text(
        "\n".join(
            f"{line}\n    status: {next(statuses, 'ดำเนินการแล้ว')}" if line.startswith("  - measure: ") else line
            for line in lines
        ),
        encoding="utf-8",
    )
    return sites.build(project, project / "site")


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_bars_stand_out_from_the_page(
    scheme: str,
    drawn: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """Each part of a drawing has a contrast of 3 to 1 at least."""
    faint, seen = [], set()
    options = dict(_SCHEMES[scheme])
    media = options.pop("media", None)
    with serve(drawn) as home, window(**options) as visit:
        if media:
            visit.page.emulate_media(media=media, color_scheme=options.get("color_scheme", "light"))
        for address in ("", "2567/", "2568/", "2568/measures/", "indicators/"):
            visit.page.goto(home + address)
            visit.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
            visit.page.locator("figure.ita-chart").first.wait_for(state="visible")
            for part, colour, back in visit.page.evaluate(_COLOURS):
                seen.add(part)
                if colour[3] < 255 or contrast(colour, back) < 3:
                    faint.append(f"{address}: {part} is {colour} on {back}")
    assert len(seen) == 8
    assert not faint, "\n".join(faint)


def test_the_figures_of_instruments_stand_in_one_line(
    mueang_pan: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    """Names of one and two lines stand above them on the home page; below them, what only some have."""
    sites.replace(
        mueang_pan / "data/2568/result.yml",
        "indicators:\n",
        "instruments:\n  - {id: IIT, score: 100.00, level: A, weighted: 30.00, respondents: 123}\nindicators:\n",
    )
    site = sites.build(mueang_pan, mueang_pan / "site")
    with serve(site) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        for address in ("", "2568/"):
            visit.page.goto(home + address)
            tops = visit.page.evaluate(
                "[...document.querySelectorAll('.ita-card__score')].map(each => each.getBoundingClientRect().top)"
            )
            assert len(tops) == 3
            assert max(tops) - min(tops) < 1, address
