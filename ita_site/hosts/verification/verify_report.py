"""What `verify` says, in Thai: each thing that is not as the data have it, and how many figures agree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ita_site.ground import markup
from ita_site.hosts.verification.site_comparing import DeviationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.hosts.verification.site_comparing import ComparedFile, Deviation

_MOST = 10
"""Lines about one file; of the rest it is told how many there are."""
_KINDS = {
    DeviationKind.DIFFERS: "ต่าง",
    DeviationKind.LACKS_FIGURE: "ขาด",
    DeviationKind.EXTRA_FIGURE: "เกิน",
    DeviationKind.MISSING_PAGE: "ไม่มีไฟล์",
    DeviationKind.UNKNOWN_PAGE: "หน้าที่ไม่รู้จัก",
    DeviationKind.OTHER_FILE: "ไฟล์ข้อมูลคนละฉบับ",
    DeviationKind.OTHER_CONTENT: "ไฟล์ดาวน์โหลดคนละฉบับ",
}


def lines(compared: Sequence[ComparedFile], unknown: Sequence[Deviation], *, everything: bool) -> Iterator[str]:
    """Yield a line for each deviation, and for each file that agrees where everything is to be told."""
    for each in compared:
        if each.deviations:
            yield from map(line, each.deviations[:_MOST])
            if len(each.deviations) > _MOST:
                yield f"{each.place}: และอีก {len(each.deviations) - _MOST:,} ที่"
        elif everything:
            yield f"{each.place}: ตรงกัน {each.agreeing:,} ค่า"
    yield from map(line, unknown[:_MOST])
    if len(unknown) > _MOST:
        yield f"และหน้าที่ไม่รู้จักอีก {len(unknown) - _MOST:,} หน้า"


def line(deviation: Deviation) -> str:
    """Say one deviation: where on the site, what was found, what the data have and where."""
    found, expected = _quoted(deviation.found), _quoted(deviation.expected)
    near = f" หลังคำว่า {_quoted(deviation.near)}" if deviation.near else ""
    said = {
        DeviationKind.DIFFERS: f"พบ {found} แต่ข้อมูลคือ {expected}{near}",
        DeviationKind.LACKS_FIGURE: f"ไม่พบ {expected}{near}",
        DeviationKind.EXTRA_FIGURE: f"พบ {found} ซึ่งข้อมูลไม่มี{near}",
        DeviationKind.MISSING_PAGE: "ไม่มีไฟล์นี้ในเว็บไซต์",
        DeviationKind.UNKNOWN_PAGE: "หน้านี้ไม่ได้มาจากข้อมูลนี้",
        DeviationKind.OTHER_CONTENT: "ไม่ใช่ไฟล์ที่ข้อมูลนี้สร้าง มีการแก้ไขหลังสร้าง หรือสร้างจากข้อมูลหรือโปรแกรมรุ่นอื่น",
        DeviationKind.OTHER_FILE: f"เว็บไซต์สร้างจาก {deviation.source} ฉบับอื่น (SHA-256 {deviation.found[:12] or 'ไม่มี'}"
        f" แต่ไฟล์นี้คือ {deviation.expected[:12]})",
    }[deviation.kind]
    has_source = deviation.source and deviation.kind is not DeviationKind.OTHER_FILE
    source = f" ที่มา {deviation.source}" if has_source else ""
    return f"{deviation.place}: {said}{source}"


def summary(compared: Iterable[ComparedFile], unknown: Sequence[Deviation]) -> str:
    """Say how many figures of how many files agree, and how many do not, in one line."""
    compared = list(compared)
    agreeing = sum(max(each.agreeing, 0) for each in compared)
    kinds = Counter(each.kind for one in compared for each in one.deviations) + Counter(each.kind for each in unknown)
    counts = [f"{name} {kinds[kind]:,}" for kind, name in _KINDS.items() if kinds[kind]]
    return f"ตรวจ {len(compared):,} ไฟล์: {' · '.join([f'ตรงกัน {agreeing:,} ค่า', *counts])}"


def _quoted(text: str) -> str:
    return f"“{markup.excerpt(text)}”"
