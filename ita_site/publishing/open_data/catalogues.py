"""The open data as catalogues read of them: DCAT-AP, and the fields of the catalogue of Thai government data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.ground import addresses, markup, thai
from ita_site.publishing.open_data.distributions import LICENCE_ADDRESSES, full
from ita_site.saying.words import catalogue as words
from ita_site.saying.words import open_data as said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.model import Agency
    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.distributions import Distribution, OpenData

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_THAI_LANGUAGE = "http://publications.europa.eu/resource/authority/language/THA"
_ANNUAL = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
Node = dict[str, Any]


def dcat(opened: OpenData, website: Website, sizes: Mapping[str, int]) -> Node:
    """Return the open data as a catalogue of one dataset, by DCAT-AP 3 in JSON-LD.

    Args:
        opened: the open data.
        website: where the site stands; where that is not known, addresses start at its root.
        sizes: the size in bytes of each file, by its path among them.

    """
    page = full(website, addresses.data())
    publisher = {"@type": "foaf:Agent", "foaf:name": _thai(opened.agency.name)}
    licence = opened.agency.licence
    start, end = thai.fiscal_bounds(opened.years[0])[0], thai.fiscal_bounds(opened.years[-1])[1]
    email = _email(opened.agency)
    dataset = {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _thai(opened.title),
        "dct:description": _thai(f"{opened.summary} {said.licence(licence)}"),
        "dct:publisher": publisher,
        "dct:identifier": f"{page}#dataset",
        "dct:language": {"@id": _THAI_LANGUAGE},
        "dct:accrualPeriodicity": {"@id": _ANNUAL},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(start.isoformat()),
            "dcat:endDate": _day(end.isoformat()),
        },
        "dct:spatial": {
            "@type": "dct:Location",
            "http://www.w3.org/2000/01/rdf-schema#label": _thai(words.place(opened.agency)),
        },
        "dcat:keyword": [_thai(each) for each in words.KEYWORDS],
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": opened.agency.name,
            **({"vcard:hasEmail": {"@id": f"mailto:{email}"}} if email else {}),
            "vcard:hasURL": {"@id": full(website, addresses.contact())},
        },
        "dcat:distribution": [_distribution(each, opened, website, sizes) for each in opened.distributions],
    }
    return {
        "@context": _CONTEXT,
        "@id": f"{page}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _thai(opened.title),
        "dct:description": _thai(opened.summary),
        "dct:publisher": publisher,
        "dcat:dataset": [dataset],
    }


def _distribution(each: Distribution, opened: OpenData, website: Website, sizes: Mapping[str, int]) -> Node:
    address = full(website, each.address)
    licence = opened.agency.licence
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _thai(f"{each.title} ({each.format})"),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}{each.media_type}"},
        "dcat:byteSize": {"@value": str(sizes[each.path]), "@type": "xsd:nonNegativeInteger"},
        **({"dct:license": {"@id": LICENCE_ADDRESSES[licence]}} if licence else {}),
    }


def gd_catalog(opened: OpenData, website: Website) -> Node:
    """Return what the form of the GD Catalog asks of statistics; `to_check` is what only the office can say."""
    agency, email = opened.agency, _email(opened.agency)
    licence = agency.licence
    formats = dict.fromkeys(words.FORMATS[each.format] for each in opened.distributions if each.format in words.FORMATS)
    to_check = {**words.TO_CHECK, **({} if email else {"maintainer_email": words.NO_EMAIL})}
    return {
        "data_type": words.STATISTICS,
        "title": opened.title,
        "owner_org": agency.name,
        "maintainer": agency.name,
        "maintainer_email": email,
        "tag_string": ",".join(words.KEYWORDS),
        "notes": f"{opened.summary} {said.licence(licence)}",
        "objective": [words.UNKNOWN],
        "update_frequency_unit": words.YEARLY,
        "update_frequency_interval": "1",
        "geo_coverage": words.coverage(agency),
        "data_source": words.SOURCE,
        "data_format": list(formats),
        "data_category": words.PUBLIC,
        "license_id": words.LICENCES.get(licence, words.OTHER) if licence else words.NO_LICENCE,
        **({"license_id_other": licence.value} if licence and licence not in words.LICENCES else {}),
        "url": full(website, addresses.data()),
        "data_language": [words.THAI],
        "first_year_of_data": str(opened.years[0]),
        "last_year_of_data": str(opened.years[-1]),
        "disaggregate": [words.OTHER],
        "disaggregate_other": words.DISAGGREGATED,
        "unit_of_measure": words.POINTS,
        "unit_of_multiplier": words.SINGLE,
        "calculation_method": words.METHOD,
        "standard": words.STANDARD,
        "resources": [
            {"name": f"{each.title} ({each.format})", "url": full(website, each.address), "format": each.format.upper()}
            for each in opened.distributions
        ],
        "to_check": to_check,
    }


def _email(agency: Agency) -> str:
    """Return the first address of mail among the channels of an office, empty where there is none."""
    links = (markup.link(each.address or "") or "" for each in agency.channels)
    return next((each.removeprefix("mailto:") for each in links if each.startswith("mailto:")), "")


def _thai(text: str) -> Node:
    return {"@value": text, "@language": "th"}


def _day(text: str) -> Node:
    return {"@value": text, "@type": "xsd:date"}
