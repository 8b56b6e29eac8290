"""Where each thing stands on the site: the only module that knows how an address is made.

An address is a path from the root of the site. It is ASCII, made of fiscal years (B.E.) and of ids that never change,
and ends with a slash for a page (`2568/measures/`) or with a name for a file (`data/agency.yml`); that of the home
page is empty. Every page is an `index.html` in a folder, so that the same relative links hold on a web server and,
with that name written out, from a USB stick.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from ita_site.ground.addresses.subjects import OUTSIDE_NAVIGATION, Kind, Subject

__all__ = ["OUTSIDE_NAVIGATION", "Kind", "Subject"]

_ITA = "about/ita/"


def source(address: str) -> str:
    """Return the path of the Markdown of a generated page."""
    return f"{address}index.md"


def file(address: str) -> str:
    """Return the path of the HTML of a page that is written as it is."""
    return f"{address}index.html"


def home() -> str:
    """Return the address of the home page."""
    return Subject(Kind.HOME).address


def year(number: int) -> str:
    """Return the address of a fiscal year."""
    return Subject(Kind.YEAR, number).address


def analysis(number: int) -> str:
    """Return the address of the analysis of a year's result."""
    return Subject(Kind.ANALYSIS, number).address


def weak_point(number: int, name: str) -> str:
    """Return where a weak point of a year stands in the analysis, by its id."""
    return f"{analysis(number)}#{weak_point_anchor(name)}"


def weak_point_anchor(name: str) -> str:
    """Return the id of the element that holds a weak point, by its own id."""
    return f"weak-point-{name}"


def indicator(number: int, reference: str) -> str:
    """Return the address of an indicator in a year."""
    return Subject(Kind.INDICATOR, number, reference).address


def score_among_all(number: int, reference: str, name: int, points: int) -> str:
    """Return where a score of an indicator is marked among those of all municipalities; see `score_anchor`."""
    return f"{indicator(number, reference)}#{score_anchor(name, points)}"


def score_anchor(name: int, points: int) -> str:
    """Return the id of the element that marks whole points among all scores.

    Args:
        name: which of the names that frameworks give the indicator, from 1.
        points: the score without its decimals.

    """
    return f"own-{name}-{points}"


def plan(number: int) -> str:
    """Return the address of the plan of a year as a whole."""
    return Subject(Kind.PLAN, number).address


def measures(number: int, *, status: str = "") -> str:
    """Return the address of the measures of a year, of one status only where it is given."""
    return Subject(Kind.MEASURES, number).address + (f"?status={quote(status, safe='')}" if status else "")


def measure(number: int, name: str) -> str:
    """Return the address of a measure."""
    return Subject(Kind.MEASURE, number, name).address


def reports(number: int) -> str:
    """Return the address of the reports of a year."""
    return Subject(Kind.REPORTS, number).address


def report(number: int, name: str) -> str:
    """Return the address of a report."""
    return Subject(Kind.REPORT, number, name).address


def disclosure(number: int, *, status: str = "") -> str:
    """Return the address of what a year's OIT list asks for, of its items of one status only where it is given."""
    return Subject(Kind.DISCLOSURE, number).address + (f"?status={quote(status, safe='')}#all" if status else "")


def owed(number: int) -> str:
    """Return where it is said what of a year's OIT list is still owed."""
    return f"{disclosure(number)}#owed"


def oit_item(number: int, item: str) -> str:
    """Return the address of how an item of a year's OIT list is answered; it never changes, since forms name it."""
    return Subject(Kind.OIT_ITEM, number, item.lower()).address


def oit_form(number: int) -> str:
    """Return the address of a year's OIT list as its form takes it."""
    return Subject(Kind.OIT_FORM, number).address


def scores(number: int, anchor: str = "") -> str:
    """Return the address of how a year's scores are computed, or of one step of it."""
    return Subject(Kind.SCORES, number).address + (f"#{anchor}" if anchor else "")


def proof(number: int) -> str:
    """Return the address of every figure of a year with the file and the line it stands in."""
    return Subject(Kind.PROOF, number).address


def proof_file(number: int) -> str:
    """Return the address of the same for programs."""
    return f"{year(number)}proof.json"


def status(number: int) -> str:
    """Return the address of what a year has and lacks."""
    return Subject(Kind.STATUS, number).address


def indicators() -> str:
    """Return the address of the indicators over all years."""
    return Subject(Kind.INDICATORS).address


def indicator_history(reference: str) -> str:
    """Return the address of one indicator over all years."""
    return Subject(Kind.INDICATOR_HISTORY, id=reference).address


def comparisons() -> str:
    """Return the address of the list of compared years."""
    return Subject(Kind.COMPARISONS).address


def comparison(before: int, number: int) -> str:
    """Return the address of two years side by side."""
    return Subject(Kind.COMPARISON, number, before=before).address


def contact() -> str:
    """Return the address of the channels of the office."""
    return Subject(Kind.CONTACT).address


def data() -> str:
    """Return the address of the page of data files."""
    return Subject(Kind.DATA).address


def embeds() -> str:
    """Return the address of what other websites may show of this one."""
    return Subject(Kind.EMBEDS).address


def data_file(path: str) -> str:
    """Return where a file of the data folder is offered, by its path in that folder."""
    return f"{data()}{path}"


def readable_data_file(path: str) -> str:
    """Return where a file of the data folder is shown in a browser, whatever its server knows of YAML."""
    return f"{data()}{path.removesuffix('.yml')}.txt"


def open_data(path: str = "") -> str:
    """Return where a file of the open data stands, by its path among them; other columns are another version."""
    return f"{data()}v1/{path}"


def open_record(page: str) -> str:
    """Return the path, among the files of the open data, of what the page at an address shows."""
    return f"{page.removesuffix('/')}.json"


def attachment(number: int, name: str) -> str:
    """Return where a file that lies beside the data of a year is published; its name never changes."""
    return data_file(f"{number}/files/{name}")


def is_attachment(address: str) -> bool:
    """Tell whether an address from the root of the site is that of an attachment, whether it is there or not."""
    return re.fullmatch(rf"{re.escape(data())}\d{{4}}/files/[^/]+", address, re.ASCII) is not None


def emblem(name: str) -> str:
    """Return where the municipality's emblem is published."""
    return f"assets/{name}"


def about_ita() -> str:
    """Return the address of the page that explains the assessment."""
    return _ITA


def of_folder(name: str) -> str:
    """Return the address of a folder at the root of the site."""
    return f"{name}/"
