"""XML of unknown origin as a stream of elements, by the parser of the standard library.

A document type is refused, and with it every entity: neither OOXML nor ODF has one, and all attacks on XML parsers
begin with one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

T = TypeVar("T")


MAX_DEPTH = 200
"""Elements within one another of which the texts are read; tables in tables of a document come to about fifty."""


class Forbidden(Exception):
    """The XML has a document type, or is nested deeper than any document."""


@dataclass(frozen=True, slots=True)
class Element:
    """The start of an element; its name and those of its attributes are without their prefixes."""

    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ElementEnd:
    """The end of an element, by its name without a prefix."""

    name: str


def events(chunks: Iterable[bytes]) -> Iterator[Element | ElementEnd | str]:
    """Yield the elements of a document as they start and end, and the texts between.

    Raises:
        Forbidden: it has a document type, or is nested too deep.
        xml.parsers.expat.ExpatError: it is no XML.

    """
    found: list[Element | ElementEnd | str] = []
    parser = _parser(found)
    parser.buffer_text = True
    parser.EndElementHandler = lambda name: found.append(ElementEnd(_local(name)))
    parser.CharacterDataHandler = found.append
    depth = 0
    for each in _parsed(parser, chunks, found):
        depth += isinstance(each, Element) - isinstance(each, ElementEnd)
        if depth > MAX_DEPTH:
            raise Forbidden
        yield each


def starts(chunks: Iterable[bytes]) -> Iterator[Element]:
    """Yield the elements of a document in the order in which they start.

    Raises:
        Forbidden: it has a document type.
        xml.parsers.expat.ExpatError: it is no XML.

    """
    found: list[Element] = []
    yield from _parsed(_parser(found), chunks, found)


def _parser(found: list[Any]) -> expat.XMLParserType:
    """Return a parser that puts the elements that start into a list."""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        found.append(Element(_local(name), {_local(key): value for key, value in attributes.items()}))

    def refuse(*_: object) -> None:
        raise Forbidden

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    return parser


def _parsed(parser: expat.XMLParserType, chunks: Iterable[bytes], found: list[T]) -> Iterator[T]:
    for chunk in chunks:
        parser.Parse(chunk, False)  # noqa: FBT003 - the parser's own way
        yield from found
        found.clear()
    parser.Parse(b"", True)  # noqa: FBT003
    yield from found


def _local(name: str) -> str:
    return name.rpartition(":")[2]
