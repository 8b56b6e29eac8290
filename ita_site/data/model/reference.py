"""References: what a score or a finding is about, as documents and editors write it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from ita_site.data.model.names import is_id
from ita_site.data.model.patterns import digit, scalar
from ita_site.ground import markup, thai

_WEAK_POINT = re.compile(r"[a-z]{2,}-|-[a-z]|^[a-z]{4,}", re.ASCII)
"""What tells the id of a weak point from a reference that was typed in small letters: `o13`, `iit`."""
_OR_A_WEAK_POINT = " หรือรหัสของจุดที่ต้องพัฒนา (ช่อง id: ใน analysis.yml ของปีก่อน)"
_REFERENCE = re.compile(
    r"(?P<instrument>IIT|EIT|OIT)|(?P<letter>[OIE0])(?P<item>\d{1,2})"
    r"|(?P<indicator>10|[1-9])(?:\.(?P<sub>\d{1,2}))?",
    re.ASCII,
)
_O = "(?:[Oo]|โอ)"
_INDICATOR = f"{digit('1')} *{digit('0')}|{digit('1-9')}"
_TYPED = (
    f"(?:[IiEe]|{_O}) *[Ii] *[Tt]|(?:[IiEe]|{digit('0')}|{_O}) *{digit()}(?: *{digit()})?"
    rf"|(?:{_INDICATOR})(?: *\. *{digit()}(?: *{digit()})?)?"
)
"""A reference in every spelling that `_reference` reads."""


def kind_of(reference: str) -> str:
    """Return what a reference names: `indicator`, `subindicator`, `item` or `instrument`."""
    if reference in {"IIT", "EIT", "OIT"}:
        return "instrument"
    if reference[0] in "OIE":
        return "item"
    return "subindicator" if "." in reference else "indicator"


def is_reference(answer: str) -> bool:
    """Tell whether what a measure answers is a reference, and not the id of a weak point."""
    return _REFERENCE.fullmatch(answer) is not None


def reference_name(reference: str) -> str:
    """Return a reference as a sentence names it: ตัวชี้วัดที่ 9, ข้อ O13, OIT."""
    heads = {"indicator": "ตัวชี้วัดที่ ", "subindicator": "ตัวชี้วัดย่อยที่ ", "item": "ข้อ "}
    return heads.get(kind_of(reference), "") + reference


def _reference(value: object, *, more: str = "") -> object:
    if not isinstance(value, str):
        return value
    typed = thai.arabic(value.strip()).replace("โอ", "O").replace(" ", "").upper()
    match = _REFERENCE.fullmatch(typed)
    if match is None:
        raise PydanticCustomError(
            "bad_reference",
            "“{found}” ไม่ใช่รหัสของตัวชี้วัดหรือข้อ ให้พิมพ์ 1 ถึง 10, 9.3, O13, I7, E2 หรือ IIT EIT OIT{more}",
            {"found": markup.excerpt(value), "more": more},
        )
    if match["letter"]:
        # OCR and hands write ๐๑๓ and 013 for O13.
        return f"{match['letter'].replace('0', 'O')}{int(match['item'])}"
    return typed


def _indicator_number(reference: str) -> str:
    if kind_of(reference) != "indicator":
        raise PydanticCustomError("bad_reference", "“{found}” ไม่ใช่เลขของตัวชี้วัด ให้พิมพ์ 1 ถึง 10", {"found": reference})
    return reference


def _answer(value: object) -> object:
    """Read a reference or, where it is none, the id of a weak point."""
    if isinstance(value, str) and is_id(typed := value.strip()) and _WEAK_POINT.search(typed):
        return typed
    return _reference(value, more=_OR_A_WEAK_POINT)


Answer = Annotated[
    str,
    BeforeValidator(_answer),
    scalar(
        "ตัวชี้วัดหรือข้อของปีก่อน เช่น 8, O13 หรือรหัสของจุดที่ต้องพัฒนา เช่น equal-service",
        8,
        "O13",
        "equal-service",
        pattern=rf"(?:{_TYPED})|(?=[a-z0-9-]{{2,60}}\s*$)(?=[a-z0-9-]*(?:[a-z]{{2,}}-|-[a-z])|[a-z]{{4,}})[a-z0-9]+(?:-[a-z0-9]+)*",
        kinds=("number",),
        minimum=1,
        maximum=10.99,
    ),
]
"""What a measure answers: a reference into the year before, or the id of one of its weak points (`eit-2`)."""
Reference = Annotated[
    str,
    BeforeValidator(_reference),
    scalar(
        "ตัวชี้วัด 1 ถึง 10, ตัวชี้วัดย่อย เช่น 9.3, ข้อ เช่น O13 I7 E2 หรือเครื่องมือ IIT EIT OIT",
        8,
        9.3,
        "O13",
        "OIT",
        pattern=_TYPED,
        kinds=("number",),
        minimum=1,
        maximum=10.99,
    ),
]
"""What a score or a finding is about: indicator `8`, sub-indicator `9.3`, item `O13`, instrument `OIT`."""
IndicatorNumber = Annotated[
    Reference,
    AfterValidator(_indicator_number),
    scalar(
        "เลขของตัวชี้วัด 1 ถึง 10",
        8,
        "๑๐",
        pattern=_INDICATOR,
        kinds=("integer",),
        minimum=1,
        maximum=10,
    ),
]
"""A reference to an indicator: `1` to `10`."""
InstrumentId = Literal["IIT", "EIT", "OIT"]
"""One of the three instruments."""
