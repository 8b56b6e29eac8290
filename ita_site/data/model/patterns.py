"""What a YAML tool may see in the place of a value that the loader reads: JSON Schema, draft 7.

The loader reads every scalar as the text that was typed. A tool that checks while a file is edited has made
numbers of `8`, `9.3` and `96.79` already, so a schema admits texts and numbers. What a schema admits the loader reads,
but for what such a tool has lost: `95.000` is 95 to it and 9.333 is a number like any other.
Patterns keep to what the regular expressions of Python and of JavaScript have in common.
"""

from __future__ import annotations

from pydantic import WithJsonSchema

from ita_site.ground import thai


def scalar(
    about: str,
    *examples: str | float,
    pattern: str,
    kinds: tuple[str, ...] = (),
    **limits: float,
) -> WithJsonSchema:
    """Return what one kind of value looks like to a YAML tool.

    Args:
        about: what may be typed, in Thai; an editor shows it as help, and in place of the pattern when that fails.
        examples: values that may be typed.
        pattern: the whole of the text, without spaces around it.
        kinds: JSON's types that a tool may make of a text of this kind, beside a string.
        limits: further keywords, such as `maximum`.

    """
    return WithJsonSchema(
        {
            "description": about,
            "examples": list(examples),
            "type": ["string", *kinds] if kinds else "string",
            "pattern": rf"^\s*(?:{pattern})\s*$",
            "patternErrorMessage": about,
            **limits,
        }
    )


def digit(those: str = "0-9") -> str:
    """Return the pattern of one of some digits, Arabic or Thai: `5-6` is `[5-6๕-๖]`."""
    return f"[{those}{thai.digits(those)}]"


def any_case(word: str) -> str:
    """Return the pattern of a Latin word in large or small letters."""
    return "".join(f"[{letter.upper()}{letter.lower()}]" for letter in word)


_FRACTION = rf"(?:\.{digit()}{{1,2}})?"
_ZEROS = rf"(?:\.{digit('0')}{{1,2}})?"
_TO_100 = rf"{digit('1')}{digit('0')}{{2}}{_ZEROS}|(?:{digit('0')}|{digit('1-9')}{digit()}?){_FRACTION}"
POINTS = rf"\+?(?:{_TO_100})"
"""0 to 100 with at most two decimals."""
CHANGE = rf"[-+\u2212]?(?:{_TO_100})"
"""-100 to 100 with at most two decimals; the minus may be that of a word processor."""
COUNT = rf"\+?{digit('1-9')}{digit()}{{0,3}}{_ZEROS}"
"""1 to 9999, whole."""
YEAR = f"{digit('2')}{digit('5-6')}{digit()}{{2}}"
"""A year B.E. of `thai.year`: 2500 to 2699."""
_LEAP_YEAR = (
    f"(?!{digit('2')}{digit('6')}{digit('4')}{digit('3')})"  # 2643 is 2100, a century without its leap day
    f"{digit('2')}{digit('5-6')}(?:{digit('02468')}{digit('37')}|{digit('13579')}{digit('159')})"
)
_UP_TO = {
    28: f"{digit('1')}{digit()}|{digit('2')}{digit('0-8')}",
    29: f"{digit('12')}{digit()}",
    30: f"{digit('12')}{digit()}|{digit('3')}{digit('0')}",
    31: f"{digit('12')}{digit()}|{digit('3')}{digit('01')}",
}
"""The days of a month from the tenth to its last."""
_CALENDAR = (
    (31, (1, 3, 5, 7, 8, 10, 12), YEAR),
    (30, (4, 6, 9, 11), YEAR),
    (28, (2,), YEAR),
    (29, (2,), _LEAP_YEAR),
)


def _days() -> str:
    forms = []
    for last, months, year in _CALENDAR:
        names = (name for month in months for name in (thai.MONTHS[month - 1], thai.SHORT_MONTHS[month - 1]))
        written = "|".join(name.replace(".", r"\.?") for name in names)
        numbers = "|".join("".join(map(digit, f"{month:02}")) for month in months)
        day, zero = _UP_TO[last], digit("0")
        forms += [
            rf"(?:{zero}?{digit('1-9')}|{day}) *(?:{written}) *(?:พ\. ?ศ\. *)?{year}",
            rf"{year}-(?:{numbers})-(?:{zero}{digit('1-9')}|{day})",
        ]
    return "|".join(forms)


DAY = _days()
"""The days of the calendar in the three forms of `thai.read_date`."""
_DAY_LIKE = rf"{digit()}{{1,2}}\s*[ก-๎.]+\s*{digit()}{{2,4}}|{digit()}{{4}}-{digit()}{{2}}-{digit()}{{2}}"
WHEN = rf"(?:{DAY})|(?!(?:{_DAY_LIKE})\s*$)\S*[ก-๎](?:.*\S)?"
"""A day, or words that hold a Thai letter and do not look like one."""
