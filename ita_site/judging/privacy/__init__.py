"""Personal data and secrets that a public site must not hold: found in any text, and masked in what is told of them."""

from __future__ import annotations

from ita_site.judging.privacy.guard import CODES, in_file, in_name, in_text, masked, masked_line
from ita_site.judging.privacy.kinds import Exposure, Known, PrivateKind
from ita_site.judging.privacy.paragraphs import Exemption, Language, exemptions
from ita_site.judging.privacy.public_by_office import public_by_office
from ita_site.judging.privacy.recognition import mask, recognise

__all__ = [
    "CODES",
    "Exemption",
    "Exposure",
    "Known",
    "Language",
    "PrivateKind",
    "exemptions",
    "in_file",
    "in_name",
    "in_text",
    "mask",
    "masked",
    "masked_line",
    "public_by_office",
    "recognise",
]
