"""The search's own tests, which node runs: they test the scripts that the browser is given."""

from __future__ import annotations

import re
import shutil
import subprocess

from tests.helpers import TESTS

SCRIPTS = sorted((TESTS / "js").glob("*.test.mjs"))


def test_the_search_passes_its_own_tests() -> None:
    node = shutil.which("node")
    assert node is not None, "install Node.js, 18 or later, to run the tests in tests/js"
    command = [node, "--test", "--test-reporter=tap", *map(str, SCRIPTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed is not None
    assert int(passed[1]) > 20, "the tests were run, not passed over"
