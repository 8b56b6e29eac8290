"""The address of every page ever published: the list in `urls.txt`, which only grows.

python -m tests.urls --add    # adds the pages that are new; nothing is ever taken off
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.helpers import sites

LIST = Path(__file__).with_name("urls.txt")


def listed() -> list[str]:
    """Return the lines of the list: `mueang-pan 2568/measures/`; the home page is `mueang-pan /`."""
    return LIST.read_text(encoding="utf-8").splitlines()


def published(agency: str, built: Path) -> set[str]:
    """Return the lines of the pages of a built site, old addresses that lead on among them."""
    return {f"{agency} {address or '/'}" for address in sites.addresses(built, redirects=True)}


def main() -> None:
    """Write the list with what is published and not in it."""
    lines = set(listed()) if LIST.exists() else set()
    with tempfile.TemporaryDirectory() as folder:
        for agency, data in sites.AGENCIES.items():
            project = sites.copy_project(Path(folder) / agency, data)
            lines |= published(agency, sites.build(project, project / "site"))
    LIST.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--add"]:
        sys.exit(__doc__)
    main()
