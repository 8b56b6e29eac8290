"""What the tests share."""

from pathlib import Path

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
