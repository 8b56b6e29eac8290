"""The text of a PDF: its pages, notes on them, form fields, bookmarks and properties, read by pypdf within limits."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from pypdf import PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from ita_site.data.load.inner_text import picture_text
from ita_site.data.load.inner_text.xmp_text import add_xmp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

    from ita_site.data.load.inner_text.gathering import Gathering

# What pypdf mends on the way is no news for a clerk, and would go to the terminal.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

MAX_PAGES = 500
"""Pages of which the text is read."""
MAX_OPERATIONS = 3_000_000
"""Steps of drawing that are followed in one file: a page of text has about 2,000, a map 100,000."""
_MOST_OF_A_PAGE = 400_000
_MOST_FORMS, _MOST_FONTS, _MOST_NOTES, _DEEPEST = 200, 100, 5_000, 10
_MOST_BYTES = 20_000_000
_BYTES_A_STEP = 10
"""Bytes of the table of a font's letters that are read in the time of a step."""
_TOLD_BY_NOTES = {"/Contents": "", "/T": "ผู้เขียนหรือชื่อช่อง", "/Subj": "", "/TU": "", "/V": "", "/DV": "", "/RC": ""}
_DESCRIBING = ("/Alt", "/ActualText", "/E", "/T")
_MOST_PARTS_OF_A_STRUCTURE = 50_000
_MARKUP = re.compile(r"<[^>]*>")


class _Enough(BaseException):
    """The limit of steps is reached. No `Exception`: pypdf goes on over every one of those within a form."""


def read(data: bytes, gathering: Gathering) -> None:
    """Read a PDF.

    Raises:
        Exception: the file is damaged; what pypdf raises then is of any kind.

    """
    with apply_configuration(
        zlib_maximum_output_length=_MOST_BYTES,
        lzw_maximum_output_length=_MOST_BYTES,
        run_length_maximum_output_length=_MOST_BYTES,
        stream_parsing_work_maximum_count=_MOST_OF_A_PAGE,
        xform_maximum_invocations_per_extraction=_MOST_FORMS,
    ):
        reader = PdfReader(io.BytesIO(data))
        for step in (_pages, _properties, _xmp, _fields, _bookmarks, _descriptions):
            try:
                step(reader, gathering)
            except Exception:  # noqa: BLE001 - see above; the rest may still be whole
                gathering.stop()
    picture_text.read_within(data, gathering, "รูปใน PDF ")


class _Steps:
    """Counts the steps of drawing."""

    def __init__(self) -> None:
        self._left = MAX_OPERATIONS

    def count(self, *_: object) -> None:
        """Count one step; pypdf calls this before each.

        Raises:
            _Enough: there were too many.

        """
        self.spend(1)

    def spend(self, steps: int) -> None:
        """Count several steps.

        Raises:
            _Enough: there were too many.

        """
        self._left -= steps
        if self._left < 0:
            raise _Enough


def _pages(reader: PdfReader, gathering: Gathering) -> None:
    steps = _Steps()
    for number, page in enumerate(reader.pages, start=1):
        if number > MAX_PAGES or gathering.is_full:
            gathering.stop()
            return
        try:
            if _is_light(page, steps):
                gathering.add(f"หน้า {number}", page.extract_text(visitor_operand_before=steps.count))
            else:
                gathering.stop()
            _notes(page, number, gathering)
        except _Enough:
            gathering.stop()
            return
        except Exception:  # noqa: BLE001 - see above
            gathering.stop()


def _is_light(page: PageObject, steps: _Steps) -> bool:
    """Tell whether the fonts of a page and of the forms in it are as few as any page needs: each takes time to read.

    Raises:
        _Enough: those of all pages together take too long.

    """
    waiting: list[tuple[object, int]] = [(page.get("/Resources"), 0)]
    seen: set[int] = set()
    fonts = forms = 0
    while waiting:
        value, depth = waiting.pop()
        resources = _group(value)
        if resources is None or id(resources) in seen:
            continue
        seen.add(id(resources))
        of_resources = _group(resources.get("/Font")) or DictionaryObject()
        fonts += len(of_resources)
        inside = _group(resources.get("/XObject")) or DictionaryObject()
        forms += len(inside)
        if fonts > _MOST_FONTS or forms > _MOST_NOTES or depth > _DEEPEST:
            return False
        for key in of_resources:
            letters = _group((_group(of_resources[key]) or DictionaryObject()).get("/ToUnicode"))
            steps.spend(len(letters.get_data()) // _BYTES_A_STEP if isinstance(letters, StreamObject) else 0)
        groups = (_group(inside[key]) for key in inside)
        waiting += [(each.get("/Resources"), depth + 1) for each in groups if each and "/Resources" in each]
    return True


def _notes(page: PageObject, number: int, gathering: Gathering) -> None:
    for each in _items(page.get("/Annots")):
        note = _group(each)
        if note is None:
            continue
        field = note.get("/Subtype") == "/Widget"
        place = f"{'ช่องของแบบฟอร์ม' if field else 'ความเห็นหรือลิงก์'}ที่หน้า {number}"
        texts = dict.fromkeys(_MARKUP.sub(" ", text) for key in _TOLD_BY_NOTES if (text := _text(note.get(key))))
        action = _group(note.get("/A"))
        address = _text(action.get("/URI")) if action else ""
        gathering.add(place, "\n".join([*texts, *([address] if address else [])]), seen=field)


def _properties(reader: PdfReader, gathering: Gathering) -> None:
    for key, value in (reader.metadata or {}).items():
        if isinstance(value, str) and not key.endswith("Date"):
            gathering.add(f"คุณสมบัติของไฟล์ ({key.removeprefix('/')})", value, seen=False)


def _xmp(reader: PdfReader, gathering: Gathering) -> None:
    packet = _group(reader.root_object.get("/Metadata"))
    if isinstance(packet, StreamObject):
        add_xmp(packet.get_data(), "คุณสมบัติของไฟล์ (XMP)", gathering, published=True)


def _fields(reader: PdfReader, gathering: Gathering) -> None:
    for name, field in (reader.get_fields() or {}).items():
        if value := _text(field.get("/V")):
            gathering.add(f"ช่องของแบบฟอร์ม “{name}”", value, seen=False)


def _bookmarks(reader: PdfReader, gathering: Gathering) -> None:
    titles = [str(each.get("/Title", "")) for each in _flat(reader.outline) if isinstance(each, dict)]
    gathering.add("สารบัญของไฟล์ (bookmark)", "\n".join(titles), seen=False)


def _descriptions(reader: PdfReader, gathering: Gathering) -> None:
    """Read what programs for the blind are told in place of pictures and letters."""
    texts: dict[str, None] = {}
    waiting: list[object] = [reader.root_object.get("/StructTreeRoot")]
    for _ in range(_MOST_PARTS_OF_A_STRUCTURE):
        if not waiting:
            break
        part = waiting.pop()
        if (group := _group(part)) is not None:
            texts |= {text: None for key in _DESCRIBING if (text := _text(group.get(key)))}
            waiting.append(group.get("/K"))
        else:
            waiting += reversed(_items(part))
    else:
        gathering.stop()
    gathering.add("คำบรรยายสำหรับโปรแกรมอ่านหน้าจอ", "\n".join(texts), seen=False)


def _flat(outline: Sequence[object]) -> Iterator[object]:
    waiting: list[object] = list(reversed(outline))
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        else:
            yield each


def _group(value: object) -> DictionaryObject | None:
    found = value.get_object() if hasattr(value, "get_object") else value
    return found if isinstance(found, DictionaryObject) else None


def _items(value: object) -> list[object]:
    found = value.get_object() if hasattr(value, "get_object") else value
    return list(found[:_MOST_NOTES]) if isinstance(found, ArrayObject) else []


def _text(value: object) -> str:
    found = value.get_object() if hasattr(value, "get_object") else value
    return str(found).strip() if isinstance(found, str) and not found.startswith("/") else ""
