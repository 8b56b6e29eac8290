"""Whose site it is, in what the theme shows: the one table of colours, and the settings that apply them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.data.model import Colour, Digits
from ita_site.ground import markup, thai
from ita_site.saying.words import paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.model import Agency
    from ita_site.publishing.settings import Settings


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as others call it: by Material's name, and as red, green and blue in hexadecimal digits."""

    primary: str
    ink: str


PAINTS: Mapping[Colour, Paint] = {
    Colour.INDIGO: Paint("indigo", "303f9f"),
    Colour.PURPLE: Paint("purple", "7b1fa2"),
    Colour.DEEP_PURPLE: Paint("deep purple", "512da8"),
    Colour.BROWN: Paint("brown", "5d4037"),
    Colour.GREY: Paint("grey", "4d4d4d"),
    Colour.BLUE_GREY: Paint("blue grey", "37525f"),
}
"""The colours a site may have. The style sheet `shell.css` has the same; its links have shades of their own."""
_AS_TEXT = str.maketrans({'"': "&quot;", "<": "&lt;", ">": "&gt;"})
"""What the name in the settings may not hold where the theme puts it, in elements and attributes, as it is."""


@dataclass(frozen=True, slots=True)
class Branding:
    """What the theme shows of the municipality on every page: its name (as HTML), its colour, its emblem's address.

    `notice` is what stands above all of every page, as HTML, `more` what of it is folded; None for most sites.
    """

    name: str
    primary: str
    logo: str | None
    notice: str | None = None
    more: str | None = None

    @property
    def banner(self) -> dict[str, str]:
        """The settings below `extra` that the theme reads the notice from."""
        said = {"notice": self.notice, "notice_more": self.more}
        return {key: text for key, text in said.items() if text}


def of_agency(agency: Agency, logo: str | None) -> Branding:
    """Return what the theme shows of a municipality; `logo` is the address of its emblem on the site."""
    notice = agency.notice
    if notice and agency.digits is Digits.THAI:
        notice = thai.digits(notice)
    first, *rest = (markup.html(part) for part in (paragraphs(notice) or [""]))
    return Branding(
        markup.html(agency.name), PAINTS[agency.colour].primary, logo, first or None, "<br>".join(rest) or None
    )


def apply_branding(settings: Settings, shown: Branding) -> dict[str, Any]:
    """Return the settings of MkDocs that show whose site it is: `site_name`, and of `theme` what is to be set in it.

    A palette that is a list stays one, and so does a mapping. Where there is none, the colour makes one: the style
    sheet colours nothing without it. A logo of the theme's own stays unless the municipality has an emblem.
    """
    palette, colour = settings.palette, {"primary": shown.primary}
    painted = [{**each, **colour} for each in palette] if isinstance(palette, tuple) else {**palette, **colour}
    theme = {"palette": painted, **({"logo": shown.logo} if shown.logo else {})}
    return {"site_name": f"{settings.site_name.translate(_AS_TEXT)} {shown.name}".rstrip(), "theme": theme}
