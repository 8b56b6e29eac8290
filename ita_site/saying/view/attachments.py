"""An attachment as any page, document or list shows it: where it is, what it is, how large, since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.ground import thai
from ita_site.saying.words import attachments as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.data.load import PublishedFile
    from ita_site.data.model import Attachment


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """What is said of an attachment; a text is empty where nothing is known.

    `address` is one of the site, or with `external` one of another website, as the office typed it. `sha256` is of the
    file that is published, in hexadecimal digits. A photo is shown with its `description` in place of the picture.
    """

    title: str
    address: str
    external: bool
    kind: str
    size: str = ""
    day: str = ""
    sha256: str = ""
    is_photo: bool = False
    description: str = ""
    pixels: tuple[int, int] | None = None

    @property
    def facts(self) -> str:
        """The kind and the size in one line: PDF 12 หน้า 340 กิโลไบต์."""
        return " ".join(filter(None, [self.kind, self.size]))


def attachment_views(
    attachments: Iterable[Attachment], files: Mapping[str, PublishedFile]
) -> tuple[AttachmentView, ...]:
    """Return attachments of a record as they are shown; `files` are those of its year."""
    return tuple(attachment_view(each, files) for each in attachments)


def attachment_view(attachment: Attachment, files: Mapping[str, PublishedFile]) -> AttachmentView:
    """Return one attachment as it is shown.

    Its day is the one that the record states; that of the last commit of a file stands in for it.

    Raises:
        KeyError: the file is not published, which loading has told of as an error.

    """
    title, description = attachment.title, attachment.description or ""
    if attachment.file is None:
        address = attachment.url or ""
        host = urlsplit(address).hostname or ""
        return AttachmentView(
            title,
            address,
            external=True,
            kind=words.EXTERNAL.format(host=host) if host else "",
            day=thai.write_date(attachment.date) if attachment.date else "",
            description=description,
        )
    file = files[attachment.file]
    day = attachment.date or file.day
    return AttachmentView(
        title,
        file.address,
        external=False,
        kind=words.kind(file.kind, file.pages, file.pixels),
        size=words.size(file.size),
        day=thai.write_date(day) if day else "",
        sha256=file.sha256,
        is_photo=file.is_picture,
        description=description,
        pixels=file.pixels,
    )
