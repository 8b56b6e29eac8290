"""Texts as they come out of PDFs, wrong encodings and other scripts; and right texts that look like such."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.ground import text_damage, thai
from ita_site.ground.text_damage import DamageKind
from tests.helpers import ROOT, TESTS

READ = {
    "lost sara am": (
        "การดาเนินงาน ประจาปี สานักงานเทศบาลตาบล อาเภอ กาหนด จานวน สาหรับ อานาจ",
        "การดำเนินงาน ประจำปี สำนักงานเทศบาลตำบล อำเภอ กำหนด จำนวน สำหรับ อำนาจ",
    ),
    "lost sara am in other words": (
        "ผู้บริหารแสดงเจตจานงและกากับดูแล จัดทาแผน ชาระภาษี น้าประปา ค่อนข้างต่า ลาดับ แนะนา คาสั่งทางปกครอง สม่าเสมอ",
        "ผู้บริหารแสดงเจตจำนงและกำกับดูแล จัดทำแผน ชำระภาษี น้ำประปา ค่อนข้างต่ำ ลำดับ แนะนำ คำสั่งทางปกครอง สม่ำเสมอ",
    ),
    "half of the sara am of a word": ("คำแนะนาและจำหน่าย ซ้าซ้อน", "คำแนะนำและจำหน่าย ซ้ำซ้อน"),
    "a blank for the upper half of sara am": (
        "ด าเนินการตามค าสั่ง ก าหนด ท างาน ค าน า น้ าประปา จ านวน",
        "ดำเนินการตามคำสั่ง กำหนด ทำงาน คำนำ น้ำประปา จำนวน",
    ),
    "a blank before sara am": ("ด ำเนินการ กํ าหนด", "ดำเนินการ กำหนด"),
    "blanks before marks": ("ทราบถ ึงกรณ ีที่ต ้องการ เร ื่อง", "ทราบถึงกรณีที่ต้องการ เรื่อง"),
    "blanks behind a vowel written first": ("เ ทศบาล แ ละ ไ ด้", "เทศบาล และ ได้"),
    "glyphs of Windows fonts": ("ท\uf70aประช\uf718มเพื\uf70aอ ป\uf701น ป\uf702 ป\uf710น", "ท่ประชุมเพื่อ ปิน ปี ปัน"),
    "glyphs of Macintosh fonts": (
        "ป\uf886 ป\uf884น กา\uf70a\u0e32".replace("\u0e32\uf70a\u0e32", "\uf88b\u0e32"),
        "ปี ปัน ก่า",
    ),
    "consonants without their foot": ("\uf700าน ห\uf70fิง", "ฐาน หญิง"),
    "marks twice and thrice": ("ท่ี่ เค้้้า ก่่อน เปีีย สำำคัญ", "ที่ เค้า ก่อน เปีย สำคัญ"),
    "tones behind the vowel": ("หญา้หนา้บา้น นะ่", "หญ้าหน้าบ้าน น่ะ"),
    "lakkhang for sara aa": ("กๅรดำเนินกๅร ฤๅษี ฦๅ", "การดำเนินการ ฤๅษี ฦๅ"),
    "UTF-8 read as Windows-1252": ("เทศบาลตำบล".encode().decode("cp1252", "ignore"), None),
    "UTF-8 read as Latin-1": ("ปี ประจำปี".encode().decode("latin-1").replace("\x81", ""), None),
    "TIS-620 read as Latin-1": ("»ÃÐ¡ÒÈ »ÃÐªÒª¹", "ประกาศ ประชาชน"),
    "quotation marks of UTF-8": ("à¸›à¸£à¸° â€œOITâ€", None),
    "Cyrillic in a Latin word": ("IТA, \u041eIT, \u0406\u0422\u0410, sy\u0455tem", "ITA, OIT, ITA, system"),
    "Greek in a Latin word": ("E\u0399T \u039f13", "EIT O13"),
    "wide letters and digits": ("ＩＴＡ ２５６８", "ITA 2568"),
    "UTF-8 read as Windows-874": ("เน€เธ—เธจ เธชเธฒเธฃ เธ—เธฒเธ‡เธฒเธ™", "เทศ สาร ทำงาน"),
    "sara aa behind sara am": ("กำาหนด อำาเภอ ดำาเนินการ", "กำหนด อำเภอ ดำเนินการ"),
    "a blank in a vowel of two parts": ("เจ้ าหน้าที่ เข้ าถึง", "เจ้าหน้าที่ เข้าถึง"),
    "vowels written first twice": ("ใในไไทยแและ", "ในไทยและ"),
    "lost sara am of words that begin a text": ("นาเสนอผู้บริหาร นาผลไปใช้ ทาการสำรวจ", "นำเสนอผู้บริหาร นำผลไปใช้ ทำการสำรวจ"),
    "ligatures and letters of formulas": ("oﬃce ﬁle \U0001d40e\U0001d408\U0001d413", "office file OIT"),
}
UNREADABLE = {
    "mojibake that lost letters": "à¸›à¸£à¸°à¸à¸²à¸¨à¹ƒà¸«à¹‰",
    "UTF-8 read as Windows-874 that lost letters": "เธเธฃเธฐเธเธฒเธจ",
    "question marks": "แจ้ง ???????? ให้ทราบ",
    "several words of question marks": "????? ??? ??????",
    "two tones on one letter": "ก้่า",
    "two vowels on one letter": "กีึ",
    "a mark without a letter": "ข้อ ๆ ้ ปี",
    "a blank that may be a blank": "ก ารประชุม",
    "lakkhang without a letter": "ข้อ ๅ",
    "a letter of another script in a word": "ITЖа",
}
RIGHT = (TESTS / "corpus" / "right_words.txt").read_text(encoding="utf-8").split()
"""Words that look near a damaged one, and are right."""


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_in_one_way_only_is_read_so(name: str) -> None:
    typed, meant = READ[name]
    reading, damages = text_damage.read(typed)
    assert damages, "an editor is told"
    assert not text_damage.is_sound(typed)
    if meant is not None:
        assert thai.normalise(reading) == meant


def test_thai_that_was_read_in_another_encoding_comes_back() -> None:
    for typed in ("เทศบาลตำบลตัวอย่าง", "ฎีกา ภาษี"):
        mistaken = "".join(
            chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252")
            for byte in typed.encode()
        )
        assert text_damage.read(mistaken.replace("\u00a0", " "))[0] == typed


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_nobody_can_read_is_named_and_left(name: str) -> None:
    typed = UNREADABLE[name]
    reading, damages = text_damage.read(typed)
    assert [each.reading for each in damages] == [None]
    assert reading == typed
    assert not text_damage.is_sound(typed)


def test_words_that_look_near_are_right() -> None:
    assert len(RIGHT) > 140
    wrong = {word: damages for word in RIGHT if (damages := text_damage.read(word)[1])}
    assert wrong == {}


def test_right_words_that_stand_together_are_right() -> None:
    told = [damage.found for pair in itertools.pairwise(RIGHT) for damage in text_damage.read(" ".join(pair))[1]]
    assert told == []


@pytest.mark.parametrize("folder", ["data", "tests/agencies", "ita_site/data/frameworks", "content"])
def test_nothing_is_wrong_with_the_texts_of_five_municipalities(folder: str) -> None:
    files = [file for file in sorted((ROOT / folder).rglob("*")) if file.suffix in {".yml", ".md"}]
    assert files
    told = {file: damages for file in files if (damages := text_damage.read(file.read_text(encoding="utf-8"))[1])}
    assert told == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ท่ีทำการ เพ่ือ ต้ัง หน่ึง ข้ึน ก่ี", "ที่ทำการ เพื่อ ตั้ง หนึ่ง ขึ้น กี่"),
        ("ซำ้ นำ้ นํ้า น้ํา", "ซ้ำ น้ำ น้ำ น้ำ"),
        ("ผู้ พันธุ์ สิทธ์ิ กฺ", "ผู้ พันธุ์ สิทธิ์ กฺ"),
    ],
)
def test_the_order_of_marks_is_no_damage_but_spelling(typed: str, meant: str) -> None:
    assert text_damage.read(typed)[1] == []
    assert thai.normalise(typed) == meant
    assert not thai.is_normal(typed)


def test_a_damage_stands_where_it_was_typed() -> None:
    typed = "ก่่อน ท\uf70a ด าเนิน การดาเนินการ ???? ท ี่"
    for each in text_damage.read(typed)[1]:
        assert typed[each.start : each.end] == each.found
    kinds = [(each.kind, each.found, each.reading) for each in text_damage.read(typed)[1]]
    assert kinds == [
        (DamageKind.MARK, "ก่่", "ก่"),
        (DamageKind.GLYPH, "ท\uf70a", "ท่"),
        (DamageKind.DETACHED, "ด า", "ดำ"),
        (DamageKind.SARA_AM, "ดาเนิน", "ดำเนิน"),
        (DamageKind.REPLACED, "????", None),
        (DamageKind.DETACHED, "ท ี่", "ที่"),
    ]


PIECES = "กทดนฤ \u0e33\u0e32\u0e30\u0e45\u0e48\u0e49\u0e35\u0e31\u0e4d\uf70a\uf701?à¸›»ÃÐ\u0422IเTaﬁ1"


@settings(deadline=None)
@given(st.text(st.sampled_from(PIECES), max_size=15))
def test_what_was_put_right_is_sound_where_it_can_be(text: str) -> None:
    reading, damages = text_damage.read(text)
    assert [text[each.start : each.end] for each in damages] == [each.found for each in damages]
    if not damages:
        assert reading == text
    if text_damage.is_sound(text):
        assert damages == []


def test_the_list_of_words_is_sorted_and_every_word_has_lost_something() -> None:
    table = (Path(text_damage.__file__).parent / "sara_am.tsv").read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[0] for line in table]
    assert words == sorted(set(words))
    for word in words:
        damaged = word.replace("\u0e33", "\u0e32")
        assert text_damage.read(damaged)[0] == word, damaged
