"""What a document prints of an instrument beside its score: the parts of EIT, and the figure times its weight."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.ground.problems import Problem, Severity
from ita_site.judging.scores import Bounds, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile
    from ita_site.data.model import Framework, InstrumentScore, Result


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the instruments whose parts or weighted figure contradict their score."""
    for number, year in dataset.years.items():
        if year.result is not None and year.result.document.name not in dataset.damaged:
            yield from _total(year.result, dataset.frameworks.get(number))
            for index, instrument in enumerate(year.result.record.instruments):
                yield from _parts(year.result, index, instrument)
                yield from _weighted(year.result, index, instrument, dataset.frameworks.get(number))


def _parts(result: RecordFile[Result], index: int, instrument: InstrumentScore) -> Iterator[Problem]:
    """Compare the mean of the parts with the score: so EIT of 2566 is made up in a published set of figures."""
    if len(instrument.parts) < 2 or instrument.score is None:
        return
    count = len(instrument.parts)
    bounds = [Bounds.printed(part.score) for part in instrument.parts]
    low = sum((each.low for each in bounds), Fraction(0)) / count
    high = sum((each.high for each in bounds), Fraction(0)) / count
    if not _overlap(low, high, Bounds.printed(instrument.score)):
        mean = rounded(sum((Fraction(part.score) for part in instrument.parts), Fraction(0)) / count)
        message = f"{instrument.id} ประกาศ {instrument.score} แต่ค่าเฉลี่ยของ {count} ส่วนคือ {mean:.2f}"
        yield _problem(result, index, "parts", message, instrument)


def _weighted(
    result: RecordFile[Result], index: int, instrument: InstrumentScore, framework: Framework | None
) -> Iterator[Problem]:
    known = framework.instruments if framework else ()
    weight = next((each.weight for each in known if each.id == instrument.id), None)
    if instrument.weighted is None or instrument.score is None or weight is None:
        return
    share, bounds = Fraction(weight) / 100, Bounds.printed(instrument.score)
    if not _overlap(bounds.low * share, bounds.high * share, Bounds.printed(instrument.weighted)):
        product = rounded(Fraction(instrument.score) * share)
        message = (
            f"{instrument.id} ถ่วงน้ำหนักแล้วประกาศ {instrument.weighted}"
            f" แต่ {instrument.score} × {weight}% คือ {product:.2f}"
        )
        yield _problem(result, index, "weighted", message, instrument)


def _total(result: RecordFile[Result], framework: Framework | None) -> Iterator[Problem]:
    """Compare the total with what the weighted figures add up to, and the mean of parts where no score is printed.

    Where all scores are printed the total is compared with them elsewhere, and more closely.
    """
    shares = {each.id: each.weight for each in framework.instruments} if framework else {}
    printed = {each.id: each for each in result.record.instruments if each.id in shares}
    if not printed or set(printed) != set(shares) or None in shares.values():
        return
    bounds = [_weighted_bounds(each, Fraction(shares[name] or 0) / 100) for name, each in printed.items()]
    known = [each for each in bounds if each is not None]
    plain = all(each.score is not None for each in printed.values())
    low, high = sum(each.low for each in known), sum(each.high for each in known)
    if (
        plain
        or len(known) < len(bounds)
        or _overlap(Fraction(low), Fraction(high), Bounds.printed(result.record.total))
    ):
        return
    figures = f"{rounded(Fraction(low)):.2f} ถึง {rounded(Fraction(high)):.2f}"
    message = f"คะแนนรวม ประกาศ {result.record.total} แต่คะแนนถ่วงน้ำหนักของเครื่องมือรวมกันได้ {figures}"
    advice = " โปรดเทียบกับเอกสารอีกครั้ง ถ้าเอกสารพิมพ์อย่างนี้จริง ให้อธิบายไว้ที่ total_note:"
    by_parts = any(each.weighted is None and each.score is None for each in printed.values())
    severity = Severity.NOTICE if result.record.total_note or by_parts else Severity.WARNING
    yield Problem(result.at("total"), "instrument-sum", f"{message}{advice}", severity)


def _weighted_bounds(instrument: InstrumentScore, share: Fraction) -> Bounds | None:
    """Return between what the share of an instrument in the total lies, None where too little is printed of it."""
    if instrument.weighted is not None:
        return Bounds.printed(instrument.weighted)
    if instrument.score is not None:
        printed = [Bounds.printed(instrument.score)]
    else:
        printed = [Bounds.printed(part.score) for part in instrument.parts] if len(instrument.parts) > 1 else []
    low, high = sum(each.low for each in printed), sum(each.high for each in printed)
    return Bounds(low * share / len(printed), high * share / len(printed)) if printed else None


def _overlap(low: Fraction, high: Fraction, printed: Bounds) -> bool:
    return low <= printed.high and printed.low <= high


def _problem(result: RecordFile[Result], index: int, key: str, message: str, instrument: InstrumentScore) -> Problem:
    advice = " โปรดเทียบกับเอกสารอีกครั้ง ถ้าเอกสารพิมพ์อย่างนี้จริง ให้อธิบายไว้ที่ note: ของคะแนนนี้"
    severity = Severity.NOTICE if instrument.note else Severity.WARNING
    return Problem(result.at("instruments", index, key, key=True), "instrument-sum", f"{message}{advice}", severity)
