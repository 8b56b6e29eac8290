"""Charts: lengths that are true to the figures, and on every built site the figures and sentences of the data."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ita_site.saying import charts
from ita_site.saying.charts import BarEntry, ItemCounts
from tests.helpers import sites
from tests.helpers.figures import framework

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

POINTS = st.decimals(min_value=0, max_value=100, places=2)
KNOWN_OR_NOT = st.one_of(st.none(), POINTS)
NO_FIGURE = "ไม่มีข้อมูล"
each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


@given(POINTS)
def test_a_length_is_its_figure_to_half_a_tenth(value: Decimal) -> None:
    length = charts.percent(value)
    assert abs(length - value) <= Decimal("0.05")
    assert 0 <= length <= 100
    assert length.as_tuple().exponent == -1


@given(st.lists(KNOWN_OR_NOT, min_size=1))
def test_bars_keep_their_order_and_a_missing_figure_is_no_bar(values: list[Decimal | None]) -> None:
    chart = charts.Bars.of([BarEntry(f"{place}", value) for place, value in enumerate(values)])
    assert [bar.entry.label for bar in chart.rows] == [f"{place}" for place in range(len(values))]
    assert [bar.length is None for bar in chart.rows] == [value is None for value in values]
    assert not chart.compared
    assert chart.goal is None


@pytest.mark.parametrize(("value", "length"), [("0", "0.0"), ("100", "100.0"), ("99.95", "100.0"), ("6.25", "6.3")])
def test_the_ends_of_the_axis_are_reached_and_halves_go_up(value: str, length: str) -> None:
    (bar,) = charts.Bars.of([BarEntry("ก", Decimal(value))]).rows
    assert str(bar.length) == length


def test_an_exact_fraction_is_rounded_once() -> None:
    assert charts.percent(Fraction(2, 3) * 100) == Decimal("66.7")
    assert charts.percent(Decimal(2), Decimal(3)) == Decimal("66.7")


def test_the_year_before_and_the_target_are_on_the_same_axis() -> None:
    rows = [BarEntry("ก", Decimal(90), Decimal(80)), BarEntry("ข", Decimal(90), None)]
    chart = charts.Bars.of(rows, goal=Decimal(85))
    assert [bar.before for bar in chart.rows] == [Decimal(80), None]
    assert chart.compared
    assert chart.goal == 85


@given(st.lists(st.integers(min_value=0, max_value=90), max_size=6))
def test_the_parts_of_a_bar_touch_and_fill_it(counts: list[int]) -> None:
    segments = charts.shares([(f"{place}", count) for place, count in enumerate(counts)])
    if not sum(counts):
        assert segments == ()
        return
    assert [each.count for each in segments] == counts
    left = Decimal(0)
    for each in segments:
        assert each.left == left
        assert abs(each.length - Decimal(each.count) * 100 / sum(counts)) <= Decimal("0.1")
        left += each.length
    assert left == 100


def test_a_count_is_written_only_where_it_has_room() -> None:
    assert [each.roomy for each in charts.shares([("ก", 84), ("ข", 14), ("ค", 2)])] == [True, True, False]


def test_a_year_without_a_figure_is_a_gap_and_so_is_a_year_without_data() -> None:
    years = charts.history({2562: Decimal(0), 2563: None, 2565: Decimal(90)})
    assert [(each.year, each.length) for each in years] == [(2562, 0), (2563, None), (2564, None), (2565, 90)]
    assert [each.change for each in years] == [None] * 4


@pytest.mark.parametrize("values", [{}, {2565: None}, {2565: Decimal(90)}, {2564: None, 2565: Decimal(90)}])
def test_one_year_has_no_history(values: dict[int, Decimal | None]) -> None:
    assert charts.history(values) == ()


def test_changes_tell_how_frameworks_differ_between_figures() -> None:
    values = {**dict.fromkeys(range(2564, 2569), Decimal(90)), 2563: None, 2569: None}
    changes = {each.year: each.change for each in charts.history(values, {year: framework(year) for year in values})}
    assert changes[2563] is changes[2564] is changes[2569] is None  # before the first figure, at it, after the last
    known = {year: change for year, change in changes.items() if change is not None}
    assert {year: change.item_counts for year, change in known.items()} == {
        2565: None,
        2566: None,
        2567: ItemCounts(43, 35),
        2568: ItemCounts(35, 28),
    }
    assert {year for year, change in known.items() if change.levels} == {2566}
    assert {year for year, change in known.items() if change.items} >= {2565, 2566}
    assert not any(change.weights for change in known.values())
    assert all(change.changed for change in known.values())


def test_a_framework_that_is_not_known_is_not_taken_for_the_same() -> None:
    values = {2560: Decimal(1), 2561: Decimal(2)}
    (_, year) = charts.history(values, {2561: framework(2562)})
    assert year.change is not None
    assert not year.change.changed
    assert not year.change.known


@given(st.lists(KNOWN_OR_NOT, min_size=1, max_size=12))
def test_a_line_has_a_dot_a_figure_and_breaks_where_there_is_none(values: list[Decimal | None]) -> None:
    known = [value for value in values if value is not None]
    low = charts.axis_start(known or [Decimal(0)])
    line = charts.sparkline(values, low)
    assert len(line.dots) == len(known)
    joined = sum(a is not None and b is not None for a, b in pairwise(values))
    assert line.path.count("M") == line.path.count("L") == joined
    heights = [dot.y for dot in line.dots]
    assert all(0 <= dot.x <= line.width and 0 < dot.y < line.height for dot in line.dots)
    ranked = sorted(range(len(known)), key=lambda place: known[place], reverse=True)
    assert [heights[place] for place in ranked] == sorted(heights)


@pytest.mark.parametrize(("values", "low"), [(["85.78", "100"], 80), (["100"], 90), (["6.25"], 0), (["80"], 80)])
def test_the_axis_of_lines_begins_at_a_round_figure(values: list[str], low: int) -> None:
    assert charts.axis_start([Decimal(value) for value in values]) == low


# The built sites.


def results(data: Path) -> dict[int, dict[str, Any]]:
    """Return every result as typed, by year, read with a parser that is not ours."""
    return {
        int(path.parent.name): yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        for path in sorted(data.glob("25*/result.yml"))
    }


def typed(result: dict[str, Any], part: str) -> dict[str, Decimal]:
    """Return the scores of a part of a result by id."""
    return {each["id"]: Decimal(each["score"]) for each in result.get(part, []) if "score" in each}


def drawn(figure: sites.Element) -> dict[str, tuple[str, str | None, str | None, str | None]]:
    """Return of each bar by its name: printed figure, its length, the length of the year before, printed change."""
    found = {}
    for row in figure.of_class("ita-bars__row"):
        if not (names := row.of_class("ita-bars__name")):
            continue  # the axis
        lengths = {
            each.attributes["class"]: each.attributes["width"].removesuffix("%")
            for each in row.all("rect")
            if each.attributes["class"] != "goal"
        }
        (figure_text,) = row.of_class("ita-bars__value") or row.of_class("ita-bars__none")
        changes = row.of_class("ita-bars__change")
        change = changes[0].text if changes else None
        found[names[0].text] = (figure_text.text, lengths.get("now"), lengths.get("was"), change)
    return found


def figures(page: sites.Element, label: str) -> list[sites.Element]:
    """Return the charts of a page whose name for assistive technology begins so."""
    return [
        each
        for each in page.all("figure")
        if any(part.attributes.get("aria-label", "").startswith(label) for part in each.walk())
    ]


def with_charts(site: Path) -> Iterator[tuple[str, sites.Element]]:
    """Yield every page that has a chart, with its address."""
    for address in sites.addresses(site):
        page = sites.read(site, address)
        if page.all("figure"):
            yield address, page


def assert_true_to(figure: sites.Element, now: dict[str, Decimal], before: dict[str, Decimal]) -> None:
    """Assert that the bars are those of the scores, by their numbers, in order, and the sentence is true of them."""
    bars = drawn(figure)
    assert [name.partition(".")[0] for name in bars] == list(now)
    for (name, (printed, length, was, change)), (number, score) in zip(bars.items(), now.items(), strict=True):
        assert printed == f"{score:.2f}", name
        assert abs(Decimal(length or -1) - score) <= Decimal("0.05"), name
        assert (was is None) == (number not in before), name
        if number in before:
            moved = score - before[number]
            expected = f"{moved:+.2f}".replace("-", "\u2212") if moved else "เท่าเดิม"
            assert change == expected, name
    said = figure.one("figcaption").text
    if before:
        signs = Counter((now[each] > before[each]) - (now[each] < before[each]) for each in now if each in before)
        assert f"{signs[1]} จาก {signs.total()} ตัวชี้วัดได้คะแนนสูงกว่าปี" in said
        assert ("เท่าเดิม" in said) == bool(signs[0])
        assert (f"ลดลง {signs[-1]}" in said) == bool(signs[-1])
    least = min(now.values())
    lowest = [name for name, score in zip(bars, now.values(), strict=True) if score == least]
    assert f"{least:.2f} คะแนน" in said
    assert all((name in said) == (len(lowest) <= 2) for name in lowest)


@each_agency
def test_the_ten_bars_of_a_year_are_its_scores(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    published = {year: typed(result, "indicators") for year, result in results(sites.AGENCIES[agency]).items()}
    latest = max(published, default=None)
    for year, scores in published.items():
        for address in (f"{year}/", *([""] if year == latest else [])):
            page = sites.article(site, address)
            found = figures(page, "แผนภูมิแท่ง คะแนนสิบตัวชี้วัด")
            assert len(found) == bool(scores), address
            for figure in found:
                assert_true_to(figure, scores, published.get(year - 1, {}))
                (table,) = [each for each in page.all("table") if "คะแนนสิบตัวชี้วัด" in each.one("caption").text]
                cells = {
                    row.one("th").text: [cell.text for cell in row.all("td")] for row in table.one("tbody").all("tr")
                }
                for name, (printed, _, _, change) in drawn(figure).items():
                    assert printed in cells[name][0 if change is None else 1].split(), name
                    assert change is None or change == cells[name][2], name


@each_agency
def test_the_three_instruments_are_as_their_cards_say(agency: str, site_of: Callable[[str], Path]) -> None:
    """The cards have the figures; the chart stands beside them where it shows the year before as well."""
    of_years = results(sites.AGENCIES[agency])
    for year, result in of_years.items():
        page = sites.article(site_of(agency), f"{year}/")
        found = figures(page, "แผนภูมิแท่ง คะแนนสามเครื่องมือ")
        cards = [each.text for each in page.of_class("ita-card") if re.match("IIT|EIT|OIT", each.text)]
        before = of_years.get(year - 1, {})
        assert len(cards) == (3 if result.get("indicators") else 0), year
        assert len(found) == bool(result.get("indicators") and before.get("indicators")), year
        for figure in found:
            bars = drawn(figure)
            assert len(bars) == len(cards)
            for (name, (printed, length, _, change)), card in zip(bars.items(), cards, strict=True):
                assert card.startswith(name)
                assert f" {printed}" in card
                assert abs(Decimal(length or -1) - Decimal(printed)) <= Decimal("0.05")
                assert change is None or change in card
            (label,) = [each.attributes["aria-label"] for each in figure.walk() if each.attributes.get("role") == "img"]
            assert all(f"{name} {printed}" in label for name, (printed, *_) in bars.items())
            least = min((Decimal(printed), name) for name, (printed, *_) in bars.items())
            assert f"{least[1]} ได้ {least[0]} คะแนน" in figure.one("figcaption").text


@each_agency
def test_items_below_the_line_are_counted_by_the_line_of_the_data(agency: str, site_of: Callable[[str], Path]) -> None:
    for year, result in results(sites.AGENCIES[agency]).items():
        page = sites.article(site_of(agency), f"{year}/")
        scores = {**dict.fromkeys(result.get("zero_items", []), Decimal(0)), **typed(result, "items")}
        path = sites.AGENCIES[agency] / str(year) / "analysis.yml"
        analysis = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
        line = analysis.get("threshold") or analysis.get("target") or 100
        below = [each for each, score in scores.items() if score < line]
        found = figures(page, "แผนภูมิแท่ง จำนวนข้อ") + figures(page, "แผนภูมิแท่ง คะแนนของข้อ")
        assert len(found) == bool(below), year
        for figure in found:
            said = figure.one("figcaption").text
            assert said.startswith(f"{len(below)} ข้อได้ต่ำกว่า {line:.2f} คะแนน")
            assert f"นับจาก {len(scores)} ข้อ" in said
            counts = [int(printed.removesuffix(" ข้อ")) for printed, *_ in drawn(figure).values()]
            assert sum(counts) == len(below)
            lengths = [Decimal(length or -1) for _, length, *_ in drawn(figure).values()]
            pairs = zip(counts, lengths, strict=True)
            assert all(abs(length - Decimal(each) * 100 / max(counts)) <= Decimal("0.05") for each, length in pairs)


def test_a_chart_of_items_says_of_which_instruments_it_knows_items(site_of: Callable[[str], Path]) -> None:
    """Kham Muang prints the scores of 31 of the 48 items of OIT, and of no question at all; Sam Ruean prints all."""
    (some,) = figures(sites.article(site_of("kham-muang"), "2562/"), "แผนภูมิแท่ง จำนวนข้อ")
    said = some.one("figcaption").text
    assert "นับจาก 31 ข้อที่ประกาศคะแนนไว้ ซึ่งเป็นข้อของ OIT จากทั้งหมด 48 ข้อ ส่วน IIT และ EIT ไม่มีคะแนนรายข้อที่ประกาศ" in said
    (every,) = figures(sites.article(site_of("sam-ruean"), "2568/"), "แผนภูมิแท่ง จำนวนข้อ")
    assert every.one("figcaption").text.endswith("นับจาก 52 ข้อที่ประกาศคะแนนไว้")


@each_agency
def test_the_totals_of_all_years_are_those_published(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    published = {year: Decimal(result["total"]) for year, result in results(sites.AGENCIES[agency]).items()}
    folders = [int(path.name) for path in sites.AGENCIES[agency].glob("25*")]
    for address in ("indicators/", "compare/"):
        if not (site / address / "index.html").exists():
            assert len(published) < 2
            continue
        found = figures(sites.article(site, address), "แผนภูมิแท่ง คะแนนรวม")
        assert len(found) == (len(published) > 1), address
        for figure in found:
            bars = drawn(figure)
            assert list(bars) == [f"{year}" for year in range(min(folders), max(folders) + 1)]
            for year, (printed, length, *_) in bars.items():
                total = published.get(int(year))
                assert printed == (NO_FIGURE if total is None else f"{total:.2f}")
                assert (length is None) == (total is None)
            latest, before = sorted(published)[:-3:-1]
            moved = published[latest] - published[before]
            way = "สูงกว่า" if moved > 0 else "ต่ำกว่า"
            assert figure.one("figcaption").text.startswith(
                f"ปี {latest} ได้ {published[latest]:.2f} คะแนน {way}ปี {before} อยู่ {abs(moved):.2f} คะแนน"
            )


@each_agency
def test_an_indicator_has_its_years_and_its_line(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    published = {year: typed(result, "indicators") for year, result in results(sites.AGENCIES[agency]).items()}
    lines = len(sites.article(site, "indicators/").of_class("ita-line"))
    numbers = {number for scores in published.values() for number in scores}
    often = {number for number in numbers if sum(number in scores for scores in published.values()) > 1}
    assert lines == len(often)
    for number in numbers:
        found = figures(sites.article(site, f"indicators/{number}/"), "แผนภูมิแท่ง คะแนนตัวชี้วัดที่")
        assert len(found) == (number in often)
        for figure in found:
            printed = {year: text for year, (text, *_) in drawn(figure).items() if text != NO_FIGURE}
            assert printed == {f"{year}": f"{scores[number]:.2f}" for year, scores in published.items() if scores}


@each_agency
def test_the_bar_of_statuses_counts_what_the_list_below_counts(agency: str, site_of: Callable[[str], Path]) -> None:
    """Of one status the list says all: a bar of one piece would only say it again."""
    seen = 0
    for address in sites.addresses(site_of(agency)):
        page = sites.article(site_of(agency), address)
        others = ("/scores/", "/status/", "/disclosure/")  # these count verdicts, and items
        for listed in () if address.endswith(others) else page.of_class("ita-counts"):
            seen += 1
            counts = [
                (badge.text, int(each.one("strong").text))
                for each in listed.all("li")
                for badge in each.of_class("ita-badge")
            ]
            bars = figures(page, "แถบสถานะ")
            assert len(bars) == (len(counts) > 1), address
            assert len(listed.of_class("ita-key")) == (len(counts) if bars else 0), address
            if not bars:
                continue
            [figure] = bars
            total = sum(count for _, count in counts)
            said = " ".join(f"{status} {count}" for status, count in counts)
            assert figure.one("figcaption").text == f"มาตรการ {total} เรื่อง: {said}", address
            lengths = [
                Decimal(each.attributes["width"].removesuffix("%"))
                for each in figure.all("rect")
                if "%" in each.attributes["width"]
            ]
            assert sum(lengths) == 100
            for (_, count), length in zip(counts, lengths, strict=True):
                assert abs(length - Decimal(count) * 100 / total) <= Decimal("0.1")
            assert [text.text.split()[-1] for text in figure.all("text")] == [
                f"{count}" for (_, count), length in zip(counts, lengths, strict=True) if length >= 14
            ]
    assert seen > 1


@each_agency
def test_every_chart_is_named_and_says_what_it_shows(agency: str, site_of: Callable[[str], Path]) -> None:
    for address, page in with_charts(site_of(agency)):
        for figure in page.all("figure"):
            assert figure.one("figcaption").text, address
            images = [each for each in figure.walk() if each.attributes.get("role") == "img"]
            assert len(images) == 1, address
            assert len(images[0].attributes["aria-label"]) > 10, address
            hidden = [each for each in figure.all("svg") if each.attributes.get("aria-hidden") != "true"]
            assert all(each in images for each in hidden), address
            assert not figure.all("script", "style", "a"), address


@each_agency
def test_a_page_carries_few_bytes_of_charts(agency: str, site_of: Callable[[str], Path]) -> None:
    for address, _ in with_charts(site_of(agency)):
        html = (site_of(agency) / address / "index.html").read_text(encoding="utf-8")
        for figure in re.findall(r'<figure class="ita-chart">.*?</figure>', html, re.DOTALL):
            assert len(figure.encode()) < 6_000, address


def changed(project: Path, *edits: tuple[str, str, str]) -> Path:
    """Edit files of a copied project and return its site."""
    for file, old, new in edits:
        sites.replace(project / "data" / file, old, new)
    return sites.build(project, project / "site")


def test_without_a_target_there_is_no_line_and_with_one_its_figure_is_said(mueang_pan: Path, tmp_path: Path) -> None:
    plain = sites.build(mueang_pan, tmp_path / "plain")
    assert sites.article(plain, "2567/").of_class("goal") == []
    text = (mueang_pan / "data/2567/analysis.yml").read_text(encoding="utf-8")
    (mueang_pan / "data/2567/analysis.yml").write_text(f"target: 95\n{text}", encoding="utf-8")
    page = sites.article(sites.build(mueang_pan, tmp_path / "aimed"), "2567/")
    (figure,) = figures(page, "แผนภูมิแท่ง คะแนนสิบตัวชี้วัด")
    rows = [each for row in figure.of_class("ita-bars__row") for each in row.of_class("goal")]
    assert [each.attributes["x"] for each in rows] == ["95.0%"] * 10
    assert "ถึงเป้าหมาย 95.00 คะแนน 8 จาก 10 ตัวชี้วัด" in figure.one("figcaption").text
    assert figure.of_class("ita-legend")[0].text.endswith("เป้าหมาย 95.00")
    assert figures(sites.article(tmp_path / "aimed", "2568/"), "แผนภูมิแท่ง คะแนนสิบ")[0].of_class("goal") == []


def test_a_missing_score_is_said_and_a_zero_is_a_bar_of_nothing(mueang_pan: Path) -> None:
    site = changed(
        mueang_pan,
        ("2568/result.yml", "score: 98.57", "missing: เอกสารขาดหน้านี้"),
        ("2568/result.yml", "score: 97.19", "score: 0.00"),
    )
    (figure,) = figures(sites.article(site, "2568/"), "แผนภูมิแท่ง คะแนนสิบตัวชี้วัด")
    bars = drawn(figure)
    printed, length, was, change = bars["6. คุณภาพการดำเนินงาน"]
    assert (printed, length, was, change) == (NO_FIGURE, None, None, "เทียบไม่ได้")
    assert bars["7. ประสิทธิภาพการสื่อสาร"][:2] == ("0.00", "0.0")
    said = figure.one("figcaption").text
    assert f"{NO_FIGURE} 1 ตัวชี้วัด" in said
    assert "2 จาก 9 ตัวชี้วัดได้คะแนนสูงกว่าปี 2567 เท่าเดิม 6 ลดลง 1" in said
    assert "ต่ำสุดคือ 7. ประสิทธิภาพการสื่อสาร ได้ 0.00 คะแนน" in said


def test_two_lowest_are_both_named_and_three_are_counted(mueang_pan: Path, tmp_path: Path) -> None:
    sites.replace(mueang_pan / "data/2568/result.yml", "score: 98.57", "score: 97.19")
    sites.build(mueang_pan, tmp_path / "two")
    sites.replace(mueang_pan / "data/2568/result.yml", "score: 97.96", "score: 97.19")
    sites.build(mueang_pan, tmp_path / "three")
    two, three = (
        figures(sites.article(tmp_path / each, ""), "แผนภูมิแท่ง คะแนนสิบ")[0].one("figcaption").text
        for each in ("two", "three")
    )
    assert "ต่ำสุดคือ 6. คุณภาพการดำเนินงาน และ 7. ประสิทธิภาพการสื่อสาร ได้ 97.19 คะแนน" in two
    assert "ต่ำสุด 97.19 คะแนน มี 3 ตัวชี้วัด" in three


def test_few_items_have_a_bar_each_the_lowest_first(mueang_pan: Path) -> None:
    path = mueang_pan / "data/2568/result.yml"
    items = "items:\n  - {id: I2, score: 91.50}\n  - {id: I1, score: 80.25}\n  - {id: I3, score: 100}\n"
    path.write_text(path.read_text(encoding="utf-8") + items, encoding="utf-8")
    page = sites.article(sites.build(mueang_pan, mueang_pan / "site"), "2568/")
    (figure,) = figures(page, "แผนภูมิแท่ง คะแนนของข้อ")
    assert [(name.split()[0], each[:2]) for name, each in drawn(figure).items()] == [
        ("I1", ("80.25", "80.3")),
        ("I2", ("91.50", "91.5")),
    ]
    assert figure.one("figcaption").text.startswith("2 ข้อได้ต่ำกว่า 100.00 คะแนน ซึ่งเป็นคะแนนเต็ม")


def test_the_totals_mark_where_the_framework_changed_in_words(site_of: Callable[[str], Path]) -> None:
    (figure,) = figures(sites.article(site_of("mueang-pan"), "compare/"), "แผนภูมิแท่ง คะแนนรวม")
    assert [each.text for each in figure.of_class("ita-bars__break")] == ["เกณฑ์ปี 2568 เปลี่ยน: ข้อ OIT 35 → 28"]
    assert "จุดที่เกณฑ์เปลี่ยน" in figure.one("figcaption").text
    (image,) = [each for each in figure.walk() if each.attributes.get("role") == "img"]
    assert "เกณฑ์ปี 2568 เปลี่ยน: ข้อ OIT 35 → 28" in image.attributes["aria-label"]
