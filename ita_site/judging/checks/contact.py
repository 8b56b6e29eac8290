"""How citizens reach the agency: a number or an electronic address that one can write or ring to.

What is missing is told to the editor here; the page for citizens has only what there is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data.model import ChannelUse
from ita_site.ground import thai
from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.data.model import Channel

_NUMBER = re.compile(r"0(?:[\s-]?\d){7,9}|(?<!\d)1\d{3}(?!\d)")
"""A Thai telephone number, or a short one of a hot line."""
_MAIL = re.compile(r"\S@\S+\.\S")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a notice where no channel to ask or complain has a telephone number or e-mail, or there is none at all."""
    agency = dataset.agency
    if agency is None:
        return
    channels = [each for each in agency.record.channels if each.use is not ChannelUse.NEWS]
    if any(map(_is_reachable, channels)):
        return
    if channels:
        message = (
            "ไม่มีช่องทางติดต่อหรือร้องเรียนใดที่มีหมายเลขโทรศัพท์หรืออีเมล ประชาชนจึงติดต่อจากหน้านี้ไม่ได้"
            " ให้เติม address: ของช่องทาง เช่น tel:054000000 หรือ mailto: ตามด้วยอีเมลของหน่วยงาน"
        )
    else:
        message = (
            "ไม่มีช่องทางติดต่อสอบถามหรือร้องเรียน ประชาชนจึงติดต่อหน่วยงานจากเว็บไซต์นี้ไม่ได้ ให้เติมที่ channels:"
            " รายการละหนึ่งช่องทาง มีช่อง name: use: ติดต่อสอบถาม และ address: เช่น tel:054000000 หรือ mailto: ตามด้วยอีเมล"
        )
    place = agency.at("channels", key=True) if agency.record.channels else agency.at()
    yield Problem(place, "no-contact", message, Severity.NOTICE)


def _is_reachable(channel: Channel) -> bool:
    """Tell whether a channel has a number or an e-mail address."""
    text = thai.arabic(f"{channel.name} {channel.detail or ''}")
    return (channel.address or "").startswith(("tel:", "mailto:")) or bool(_NUMBER.search(text) or _MAIL.search(text))
