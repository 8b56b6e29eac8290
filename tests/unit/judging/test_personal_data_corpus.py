"""What a clerk may type or paste: personal data is told by its kind, and what only looks like it stays silent.

`corpus/personal-data.tsv` has one text a row: the code that tells of it or `silent`, the place it is typed into
(`value` and `comment` of YAML, `markdown`, `file` for the name of one), the text. `office` rows are what the agency
itself publishes. What cannot be seen, and a letter of each key to a computer, are escaped as in JSON. Nobody's data is
in it: the numbers are of provinces that do not exist or of zeros, the names say that they are invented.
`corpus/personal-data-held-out.tsv` is its other half, by which the recognition is measured but
never tuned. `pytest -s` shows both measures.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import NamedTuple

import pytest

from ita_site.judging.privacy import Known, Language, in_file, in_name
from tests.helpers import TESTS

SILENT = "silent"
LEAST = {"personal-data.tsv": 1.0, "personal-data-held-out.tsv": 0.90}
"""The part of what is personal data that is told of, of each half of the corpus."""
LEAST_OF_A_KIND = {"personal-data.tsv": 1.0, "personal-data-held-out.tsv": 0.70}
MOST_ALARMS = {"personal-data.tsv": 0.0, "personal-data-held-out.tsv": 0.01}
"""The part of the texts without personal data of which anything may be told."""
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Row(NamedTuple):
    kind: str
    place: str
    text: str


def rows(name: str) -> list[Row]:
    lines = (TESTS / "corpus" / name).read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*_ESCAPE.sub(lambda found: chr(int(found[1], 16)), line).split("\t")) for line in lines]


def published(corpus: list[Row]) -> Known:
    own = [row.text for row in corpus if row.kind == "office"]
    numbers = {"".join(re.findall(r"\d", each)) for each in own if each[0].isdigit()}
    return Known(frozenset(numbers), frozenset(each for each in own if "@" in each))


def codes(row: Row, known: Known) -> set[str]:
    """Return the codes of all that is told of a text where it is typed."""
    if row.place == "file":
        return {each.code for each in in_name(row.text, known)}
    text, language = {
        "value": (f"steps:\n  - {row.text}\n", Language.YAML),
        "comment": (f"{row.text}\nsteps: []\n", Language.YAML),
        "markdown": (f"{row.text}\n", Language.MARKDOWN),
    }[row.place]
    return {each.code for each in in_file("any", text, language, known)}


@pytest.mark.parametrize("name", LEAST)
def test_personal_data_is_told_and_what_looks_like_it_is_not(name: str) -> None:
    corpus = rows(name)
    known = published(corpus)
    judged = [(row, codes(row, known)) for row in corpus if row.kind != "office"]
    of_kind = Counter(row.kind for row, _ in judged)
    wrong = [(row, told) for row, told in judged if (told if row.kind == SILENT else row.kind not in told)]
    right = of_kind - Counter(row.kind for row, _ in wrong)
    kinds = sorted(set(of_kind) - {SILENT})
    found, persons = sum(right[kind] for kind in kinds), sum(of_kind[kind] for kind in kinds)
    alarms = of_kind[SILENT] - right[SILENT]
    sys.stdout.write(f"\n{name}: told {found} of {persons}, false alarms {alarms} of {of_kind[SILENT]}\n")
    sys.stdout.writelines(f"  {kind}: {right[kind]} of {of_kind[kind]}\n" for kind in kinds)

    shown = wrong if LEAST[name] == 1 else Counter(row.kind for row, _ in wrong)  # what is held out stays so
    assert alarms <= MOST_ALARMS[name] * of_kind[SILENT], shown
    assert found >= LEAST[name] * persons, shown
    assert [kind for kind in kinds if right[kind] < LEAST_OF_A_KIND[name] * of_kind[kind]] == []
