"""What a reader types has the one spelling that texts have: the search's script and `thai.normalise` agree."""

from __future__ import annotations

import json
import random
import shutil
import subprocess

from ita_site.ground import thai
from tests.helpers import ROOT

_SCRIPT = """
import { engine } from './tests/js/engine.mjs'
import { readFileSync } from 'node:fs'
const { itaText } = engine()
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(itaText.normalised)))
"""
_MARKS = "".join(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
_LETTERS = f"กขทนปดฤเแโาะำๅ a{_MARKS}\u200b\u00a0\u0301"


def test_the_script_and_the_program_have_one_spelling() -> None:
    made = random.Random(0)  # noqa: S311 - texts, no secrets
    typed = ["".join(made.choices(_LETTERS, k=made.randint(1, 8))) for _ in range(4000)]
    typed += ["ท่ีทำการ เพ่ือ", "ซำ้ นำ้ นํ้า น้ํา", "สิทธ์ิ กฺ", "เ\u200bเผน"]
    node = shutil.which("node")
    assert node is not None, "install Node.js, 18 or later"
    done = subprocess.run(
        [node, "--input-type=module", "-e", _SCRIPT],
        input=json.dumps(typed),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    differing = [(one, ours, thai.normalise(one)) for one, ours in zip(typed, json.loads(done.stdout), strict=True)]
    assert [each for each in differing if each[1] != each[2]] == []
