"""What a page is, for search engines: schema.org as JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ita_site.ground import addresses, thai
from ita_site.ground.addresses import Kind
from ita_site.ground.markup import link, one_line
from ita_site.publishing.open_data.distributions import LICENCE_ADDRESSES
from ita_site.saying.view.links import trail
from ita_site.saying.view.lookup import Link
from ita_site.saying.words.catalogue import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.model import Channel
    from ita_site.ground.addresses import Subject
    from ita_site.ground.website import Website
    from ita_site.publishing.open_data import OpenData
    from ita_site.publishing.pages import Page
    from ita_site.saying.view.lookup import Lookup

Node = dict[str, Any]
_INERT = (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
"""What could end the script element, or be read as more than a letter in it, and how JSON writes it instead."""


class SchemaOrg:
    """Describes the pages of a site. Full addresses are left out where it is not known where the site stands."""

    def __init__(self, lookup: Lookup, website: Website, opened: OpenData) -> None:
        self._lookup = lookup
        self._opened = opened
        self._website = website
        self._agency = _plain({"@type": "GovernmentOrganization", "name": lookup.agency.name})

    def _full(self, address: str | None) -> str:
        """Return the full address, empty where it is not known where the site stands."""
        return self._website.absolute(address or "") if self._website.url else ""

    def page(self, page: Page, updated: str) -> str:
        """Return what a generated page is; `updated` is an ISO date or empty."""
        nodes = [self._web_page(page.address, page.title, page.description, updated)]
        if page.subject.kind in {Kind.HOME, Kind.CONTACT}:
            nodes.append(self._organization())
        elif page.subject.kind is Kind.DATA:
            nodes.append(self._open_data(page, updated))
        elif page.subject.kind is Kind.YEAR and page.subject.year is not None:
            nodes.append(self._dataset(page, [page.subject.year], updated))
        return self._graph(page.subject, page.address, page.title, nodes)

    def content_page(self, address: str, title: str, description: str, updated: str) -> str:
        """Return what a page written by hand is."""
        return self._graph(None, address, title, [self._web_page(address, title, description, updated)])

    def _graph(self, subject: Subject | None, address: str, title: str, nodes: list[Node]) -> str:
        if address and self._website.url:
            nodes.append(self._breadcrumbs(subject, address, title))
        text = json.dumps(
            {"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":")
        )
        for mark, escape in _INERT:
            text = text.replace(mark, escape)
        return text

    def _web_page(self, address: str, title: str, description: str, updated: str) -> Node:
        return _plain(
            {
                "@type": "WebPage",
                "name": title,
                "description": description,
                "url": self._full(address),
                "inLanguage": "th",
                "dateModified": updated,
                "publisher": self._agency,
            }
        )

    def _breadcrumbs(self, subject: Subject | None, address: str, title: str) -> Node:
        links = (*trail(subject), Link(title, address))
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                _plain({"@type": "ListItem", "position": position, "name": each.text, "item": self._full(each.url)})
                for position, each in enumerate(links, start=1)
            ],
        }

    def _organization(self) -> Node:
        agency = self._lookup.agency
        return _plain(
            {
                **self._agency,
                "address": _plain(
                    {
                        "@type": "PostalAddress",
                        "addressLocality": agency.district,
                        "addressRegion": agency.province,
                        "addressCountry": "TH",
                    }
                ),
                "url": agency.website and link(agency.website),
                "contactPoint": [_contact(each) for each in agency.channels if each.address],
            }
        )

    def _dataset(self, page: Page, years: list[int], updated: str) -> Node:
        """Describe the data of years. No licence is named: a year's documents name none."""
        files = [self._lookup.dataset.inside(name) for name in self._lookup.dataset.sources]
        if page.subject.year is not None:
            files = [path for path in files if path.startswith(f"{page.subject.year}/")]
        return _plain(
            {
                "@type": "Dataset",
                "name": f"{page.title} {self._lookup.agency.name}",
                "description": page.description,
                "url": self._full(page.address),
                "inLanguage": "th",
                "temporalCoverage": _span(years),
                "dateModified": updated,
                "creator": self._agency,
                "distribution": [self._file(addresses.data_file(path)) for path in files] if self._website.url else [],
            }
        )

    def _open_data(self, page: Page, updated: str) -> Node:
        """Describe all data: what they are made from, and the tables that hold them, under the licence chosen."""
        dataset, opened = self._dataset(page, list(self._lookup.years), updated), self._opened
        if self._website.url:
            dataset["distribution"] += [
                self._file(each.address, each.media_type, f"{each.title} ({each.format})")
                for each in opened.distributions
            ]
        licence = opened.agency.licence
        described = {"license": LICENCE_ADDRESSES[licence]} if licence else {}
        return _plain({**dataset, **described, "keywords": list(KEYWORDS), "isAccessibleForFree": True})

    def _file(self, address: str, media_type: str = "application/yaml", name: str = "") -> Node:
        return _plain(
            {"@type": "DataDownload", "name": name, "encodingFormat": media_type, "contentUrl": self._full(address)}
        )


def _span(years: Iterable[int]) -> str:
    """Return the days of fiscal years, from the first to the last, as ISO 8601 writes an interval."""
    bounds = [thai.fiscal_bounds(year) for year in years]
    return f"{min(bounds)[0].isoformat()}/{max(bounds)[1].isoformat()}"


def _contact(channel: Channel) -> Node:
    address = link(channel.address or "") or ""
    kind = {"mailto": "email", "tel": "telephone"}.get(urlsplit(address).scheme, "url")
    value = address if kind == "url" else address.partition(":")[2]
    return _plain({"@type": "ContactPoint", "name": channel.name, "contactType": channel.use.value, kind: value})


def _plain(node: Node) -> Node:
    """Return a node without what is not known, its texts on one line."""
    return {
        key: one_line(value) if isinstance(value, str) else value for key, value in node.items() if value or value == 0
    }
