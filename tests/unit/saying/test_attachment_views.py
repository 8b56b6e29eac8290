"""What readers are told of an attachment: where it is, what it is, how large, since when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ita_site.data.load import AttachmentKind, PublishedFile
from ita_site.data.model import Attachment
from ita_site.saying.view.attachments import attachment_view, attachment_views
from ita_site.saying.words import attachments as words

PLAN = PublishedFile(
    address="data/2568/files/plan.pdf",
    source=Path("plan.pdf"),
    kind=AttachmentKind.PDF,
    size=340_123,
    sha256="ab" * 32,
    pages=12,
    day=date(2025, 10, 7),
)
PHOTO = PublishedFile("data/2568/files/a.jpg", Path("a.jpg"), AttachmentKind.JPEG, 950, "cd" * 32, pixels=(4000, 3000))


def test_a_file_is_told_with_its_kind_pages_size_and_day() -> None:
    view = attachment_view(Attachment(title="แผน", file="plan.pdf"), {"plan.pdf": PLAN})
    assert (view.title, view.address, view.external) == ("แผน", "data/2568/files/plan.pdf", False)
    assert view.facts == "PDF 12 หน้า 340 กิโลไบต์"
    assert (view.day, view.sha256, view.is_photo) == ("7 ตุลาคม 2568", "ab" * 32, False)


def test_the_day_that_the_record_states_comes_first() -> None:
    view = attachment_view(Attachment(title="แผน", file="plan.pdf", date=date(2025, 9, 1)), {"plan.pdf": PLAN})
    assert view.day == "1 กันยายน 2568"


def test_a_photo_has_its_description_and_its_size_in_points() -> None:
    (view,) = attachment_views([Attachment(title="ภาพ", file="a.jpg", description="พิธีเปิด")], {"a.jpg": PHOTO})
    assert (view.is_photo, view.description, view.facts) == (True, "พิธีเปิด", "รูป JPG 4,000 × 3,000 จุด 950 ไบต์")
    assert view.day == ""


@pytest.mark.parametrize(
    ("address", "kind"),
    [("https://www.example.go.th/ข่าว", "เว็บไซต์ www.example.go.th"), ("mailto:a@example.go.th", "")],
)
def test_an_address_is_told_with_the_website_it_leads_to(address: str, kind: str) -> None:
    view = attachment_view(Attachment(title="ประกาศ", url=address), {})
    assert (view.address, view.external, view.facts) == (address, True, kind)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (999, "999 ไบต์"),
        (1_000, "1 กิโลไบต์"),
        (999_499, "999 กิโลไบต์"),
        (999_500, "1.0 เมกะไบต์"),
        (20_000_000, "20.0 เมกะไบต์"),
    ],
)
def test_a_size_is_written_as_it_is_weighed(size: int, text: str) -> None:
    assert words.size(size) == text


def test_every_kind_has_its_words() -> None:
    assert {words.kind(each, None, None) for each in AttachmentKind} >= {"PDF", "เอกสาร Word", "ตาราง Excel"}
