"""What the metadata packet of a file says, in XMP (ISO 16684), which PDF, JPEG, PNG and WebP have alike."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ita_site.data.load.attachments import xml_elements

if TYPE_CHECKING:
    from ita_site.data.load.inner_text.gathering import Gathering


def add_xmp(packet: bytes, place: str, gathering: Gathering, *, published: bool) -> None:
    """Add what an XMP packet says: the texts of its elements, and those of their attributes.

    Raises:
        xml.parsers.expat.ExpatError: it is no XML.
        ita_site.data.load.attachments.xml_elements.Forbidden: it has a document type.

    """
    said: dict[str, None] = {}
    for each in xml_elements.events(gathering.chunks(io.BytesIO(packet.strip(b"\0 \r\n\t")))):
        if isinstance(each, str) and each.strip():
            said[each.strip()] = None
        elif isinstance(each, xml_elements.Element):
            said |= {value: None for key, value in each.attributes.items() if not key.startswith("xmlns") and value}
    gathering.add(place, "\n".join(each for each in said if "://" not in each), seen=False, published=published)
