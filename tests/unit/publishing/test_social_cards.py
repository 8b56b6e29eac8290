"""The pictures of shared links: Thai shaped, nothing cut, small, the same bytes each time, other words another name."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageFont, features

from ita_site.data.load import load
from ita_site.data.model import Colour
from ita_site.judging import scores
from ita_site.publishing import site
from ita_site.publishing.branding import PAINTS
from ita_site.publishing.settings import Settings
from ita_site.publishing.sharing.card_drawing import HEIGHT, MARGIN, WIDTH, Painter, name
from ita_site.saying.view.card import Card, card
from ita_site.saying.view.lookup import Lookup
from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_BYTES = 30_000
MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


def files(agency: str) -> Mapping[str, bytes]:
    made = site.build(sites.AGENCIES[agency], Settings(url="https://ita.town.go.th/")).generated
    return {address: data for address, data in made.items() if address.startswith("assets/share/")}


def shown(agency: str) -> set[Card]:
    dataset = load(sites.AGENCIES[agency])
    lookup = Lookup(dataset, scores.compute_all(dataset))
    pages = site.build(sites.AGENCIES[agency]).pages
    return {card(lookup, page.subject) for page in pages}


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter()


def test_thai_is_shaped_by_raqm(painter: Painter) -> None:
    assert features.check("raqm")
    assert painter.font("Bold", 60).layout_engine == ImageFont.Layout.RAQM


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize(("with_tone", "without"), [("ที่", "ที"), ("น้ำ", "นำ"), ("ปั้", "ปั"), ("ฟื้", "ฟื")])
def test_a_tone_stands_above_the_vowel_and_takes_no_room(
    with_tone: str, without: str, weight: str, painter: Painter
) -> None:
    font = painter.font(weight, 100)
    assert font.getlength(with_tone) == font.getlength(without)
    assert font.getbbox(with_tone, anchor="ls")[1] < font.getbbox(without, anchor="ls")[1]
    unshaped = ImageFont.truetype(font.path, 100, layout_engine=ImageFont.Layout.BASIC)
    assert bytes(font.getmask(with_tone)) != bytes(unshaped.getmask(with_tone)), "the marks would stand otherwise"


def test_the_font_has_every_letter_of_every_picture(painter: Painter) -> None:
    font = painter.font("Bold", 60)
    nothing = bytes(font.getmask("\U0010ffff"))
    used = {letter for agency in sites.AGENCIES for each in shown(agency) for letter in each.text} - {" "}
    assert len(used) > 60
    assert [letter for letter in used if not MARKS.match(letter) and bytes(font.getmask(letter)) == nothing] == []


PICTURES = {"kham-muang": 21, "ko": 19, "sam-ruean": 26, "chum-saeng": 20, "mueang-pan": 27}
"""How many pictures a site has: no indicator of a year without a score has a page, nor a picture."""


@each_agency
def test_a_picture_is_a_png_of_the_size_that_is_told_and_not_heavy(agency: str) -> None:
    made = files(agency)
    assert len(made) >= PICTURES[agency]
    for address, data in made.items():
        picture = Image.open(io.BytesIO(data))
        picture.load()  # every sum in the file is checked here
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        assert len(data) <= MAX_BYTES, address


@each_agency
def test_no_word_leaves_the_frame_or_another_word(agency: str) -> None:
    """The margins are empty, and so are the rows between the bands of a picture, which letters may not cross."""
    for address, data in files(agency).items():
        picture = Image.open(io.BytesIO(data)).convert("L")
        ground = {140: 255, 0: picture.getpixel((0, 0))}
        for box in ((0, 142, MARGIN - 4, HEIGHT), (WIDTH - MARGIN + 4, 142, WIDTH, HEIGHT)):
            assert picture.crop(box).getextrema() == (255, 255), address
        for row in (141, 329, 331, 559, 561, HEIGHT - 1):
            assert picture.crop((0, row, WIDTH, row + 1)).getextrema() == (ground[140], ground[140]), (address, row)
        for row in (0, 138):
            assert picture.crop((0, row, WIDTH, row + 1)).getextrema() == (ground[0], ground[0]), (address, row)


@each_agency
def test_no_word_of_the_five_municipalities_is_cut(agency: str, painter: Painter) -> None:
    for shown_card in shown(agency):
        for text, weight, size in ((shown_card.heading, "Regular", 42), (shown_card.title, "Bold", 56)):
            assert painter.fitted(text, weight, size, WIDTH - 2 * MARGIN)[0] == text
        for line in shown_card.lines:
            assert painter.fitted(line, "Bold", 48, 500)[0] == line


def test_a_long_name_is_made_smaller_then_cut_between_letters(painter: Painter) -> None:
    name = "องค์การบริหารส่วนตำบลที่มีชื่อยาวกว่าหนึ่งบรรทัด"
    assert painter.fitted(name, "Bold", 60, 1080)[0] == name
    cut, size = painter.fitted(name * 3, "Bold", 60, 1080)
    assert cut.endswith("…")
    assert (name * 3).startswith(cut[:-1])
    assert not MARKS.match((name * 3)[len(cut) - 1]), "no letter is parted from its marks"
    assert painter.font("Bold", size).getlength(cut) <= 1080


@pytest.mark.parametrize(
    "text",
    ["", " ", "ก\n\nข", "\u0e48\u0e48", "<b>", "中文", "ก" * 5_000, "9" * 5_000],
    ids=["nothing", "space", "paragraphs", "tones-alone", "markup", "chinese", "long", "long-number"],
)
def test_whatever_a_clerk_types_can_be_drawn(text: str, painter: Painter) -> None:
    data = painter.picture(text, Card(text, text, text, (text, text)))
    Image.open(io.BytesIO(data)).load()


def test_two_builds_give_the_same_bytes_and_names() -> None:
    first = files("mueang-pan")
    assert first == files("mueang-pan")
    assert all(name(data) == address for address, data in first.items())


def test_a_picture_does_not_depend_on_what_was_drawn_before(painter: Painter) -> None:
    words = Card("ตัวชี้วัดที่ 8", "การปรับปรุงการทำงาน", "87.50", ("คะแนนปี 2568", "ลดลง 0.75 จากปี 2567"))
    painter.picture("เทศบาลตำบลอื่น", Card("ก", "ข", "12.34", ("ค",)))
    assert painter.picture("เทศบาลตำบลก้อ", words) == Painter().picture("เทศบาลตำบลก้อ", words)


def test_without_raqm_no_picture_is_made_and_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    made = site.build(sites.AGENCIES["mueang-pan"], Settings(url="https://ita.town.go.th/"))
    assert not [address for address in made.generated if address.endswith(".png")]
    assert not [page for page in made.pages if "image" in page.facts]
    (problem,) = [each for each in made.problems if each.code == "no-raqm"]
    assert "วรรณยุกต์" in problem.message


def test_pictures_have_the_colours_of_the_pages() -> None:
    sheet = (ROOT / "theme_overrides/assets/css/shell.css").read_text(encoding="utf-8")
    primary = re.findall(
        r'^\[data-md-color-primary="([a-z-]+)"\] { --md-primary-fg-color: #(\w+);', sheet, re.MULTILINE
    )
    assert dict(primary) == {paint.primary.replace(" ", "-"): paint.ink for paint in PAINTS.values()}
    assert set(PAINTS) == set(Colour)
    words = Card("ผล", "ปี 2568", "99.37", ("เพิ่มขึ้น",))
    assert len({Painter(colour).picture("เทศบาล", words) for colour in Colour}) == len(Colour)


def test_pictures_have_the_digits_of_the_pages(mueang_pan: Path) -> None:
    known = Settings(url="https://ita.town.go.th/")
    arabic = site.build(mueang_pan / "data", known)
    with (mueang_pan / "data/agency.yml").open("a", encoding="utf-8") as agency:
        agency.write("digits: ไทย\n")
    thai = site.build(mueang_pan / "data", known)
    assert "99.37" in arabic.pages[0].facts["image_alt"]
    assert "๙๙&#46;๓๗" in thai.pages[0].facts["image_alt"] or "๙๙.๓๗" in thai.pages[0].facts["image_alt"]
    assert arabic.pages[0].facts["image"] != thai.pages[0].facts["image"]
