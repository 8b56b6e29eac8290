"""Files beside the data: what is published of each, and what is told of those that are not."""

from __future__ import annotations

import hashlib
import io
import os
import random
import subprocess
import warnings
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from ita_site.data.load import AttachmentKind, load
from ita_site.data.load.attachments.opening import inspect
from ita_site.ground.git import git_dates
from ita_site.ground.problems import Severity
from ita_site.publishing import site
from ita_site.publishing.sharing.last_changed import LastChanged
from tests.helpers import attacks, made_files
from tests.helpers.made_files import OLE, docx, odf, pdf, pdf_that_acts, picture, relations, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_site.data.load import Dataset

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
SCRIPT = {"/S": "/JavaScript", "/JS": "app.alert(1)"}

ACCEPTED: dict[str, tuple[str, bytes, AttachmentKind]] = {
    "PDF": ("plan.pdf", pdf(pages=3), AttachmentKind.PDF),
    "PDF of LibreOffice, with the place where reading begins": (
        "a.pdf",
        made_files.pdf_opened_at_its_top(),
        AttachmentKind.PDF,
    ),
    "JPEG": ("a.jpg", picture("JPEG"), AttachmentKind.JPEG),
    "JPEG of the longer ending": ("a.jpeg", picture("JPEG"), AttachmentKind.JPEG),
    "PNG": ("a.png", picture("PNG"), AttachmentKind.PNG),
    "WebP": ("a.webp", picture("WEBP"), AttachmentKind.WEBP),
    "Word": ("a.docx", docx(), AttachmentKind.DOCX),
    "Word with a web link": (
        "a.docx",
        docx({"word/_rels/document.xml.rels": relations(("hyperlink", "https://example.go.th/", "External"))}),
        AttachmentKind.DOCX,
    ),
    "Word with the table behind a chart": ("a.docx", docx({"word/embeddings/chart.xlsx": xlsx()}), AttachmentKind.DOCX),
    "Excel": ("a.xlsx", xlsx(), AttachmentKind.XLSX),
    "PowerPoint": ("a.pptx", made_files.pptx(), AttachmentKind.PPTX),
    "ODT": ("a.odt", odf("text", '<text:a xlink:href="https://example.go.th/"/>'), AttachmentKind.ODT),
    "ODS": ("a.ods", odf("spreadsheet"), AttachmentKind.ODS),
    "ODP whose pages are turned by a click": (
        "a.odp",
        odf("presentation", '<presentation:event-listener presentation:action="next-page"/>'),
        AttachmentKind.ODP,
    ),
    "CSV with numbers and a telephone": ("a.csv", "ก,-3.50\nข,+66 54 000 000\n".encode(), AttachmentKind.CSV),
    "text": ("a.txt", "BM เป็นชื่อย่อ\n".encode(), AttachmentKind.TXT),
}

REFUSED: dict[str, tuple[str, bytes, set[str], str]] = {
    # PDF
    "PDF with JavaScript at opening": (
        "a.pdf", pdf_that_acts(SCRIPT), {"file-with-code", "file-that-acts"}, "JavaScript",
    ),
    "PDF with JavaScript deep inside": ("a.pdf", pdf_that_acts(SCRIPT, "/Names"), {"file-with-code"}, "สั่งพิมพ์เป็น PDF"),
    "PDF with a link that is a script": (
        "a.pdf", pdf_that_acts({"/S": "/URI", "/URI": "JavaScript:x"}, "/A"), {"file-with-code"}, "",
    ),
    "PDF that starts a program": ("a.pdf", pdf_that_acts({"/S": "/Launch"}, "/A"), {"file-that-acts"}, "Launch"),
    "PDF that opens a web page by itself": (
        "a.pdf", pdf_that_acts({"/S": "/URI", "/URI": "https://evil.example/"}), {"file-that-acts"}, "",
    ),
    "PDF that holds a file": (
        "a.pdf", pdf(lambda writer: writer.add_attachment("x.exe", b"MZ")), {"file-with-files"}, "แนบไฟล์ที่ฝังไว้แยก",
    ),
    "PDF with a password": (
        "a.pdf", pdf(lambda writer: writer.encrypt("secret", algorithm="RC4-128")), {"file-with-password"}, "รหัสผ่าน",
    ),
    "PDF that may not be copied from": (
        "a.pdf", pdf(lambda writer: writer.encrypt("", "owner", algorithm="RC4-128")), {"file-with-password"},
        "จำกัดสิทธิ์",
    ),
    "PDF that is cut": ("a.pdf", pdf()[:200], {"broken-file"}, "มาไม่ครบ"),
    "PDF without a page": ("a.pdf", pdf(pages=0), {"broken-file"}, ""),
    "PDF nested too deeply": (
        "a.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nstartxref\n9\n%%EOF", {"broken-file"}, "",
    ),
    "PDF behind another beginning": ("a.pdf", b"GIF" + pdf(), {"two-files-in-one"}, "หน้าส่วนที่เป็น PDF"),
    "PDF and archive": ("a.pdf", pdf() + docx(), {"two-files-in-one"}, "ซ่อนอยู่"),
    "PDF and web page": ("a.pdf", pdf().replace(b"\n", b"\n%<script>x</script>\n", 1), {"two-files-in-one"}, ""),
    "web page called PDF": ("a.pdf", b"<!DOCTYPE html><script>alert(1)</script>", {"file-kind"}, "หน้าเว็บ"),
    "program called PDF": ("a.pdf", b"MZ" + bytes(99), {"file-kind"}, "โปรแกรม"),
    "nothing called PDF": ("a.pdf", b"?" * 99, {"file-kind"}, "ไม่ใช่ PDF จริง"),
    "Word called PDF": ("a.pdf", docx(), {"other-ending"}, "เปลี่ยนชื่อเป็น a.docx"),
    "empty": ("a.pdf", b"", {"broken-file"}, "0 ไบต์"),
    "pointer of Git LFS": ("a.pdf", b"version https://git-lfs.github.com/spec/v1\n", {"file-kind"}, "git lfs pull"),
    # pictures
    "JPEG called PNG": ("a.png", picture("JPEG"), {"other-ending"}, "เปลี่ยนชื่อเป็น a.jpg"),
    "JPEG that is cut": ("a.jpg", picture("JPEG")[:-40], {"broken-file"}, "มาไม่ครบ"),
    "PNG that is cut": ("a.png", picture("PNG")[:100], {"broken-file"}, ""),
    "PNG whose points are cut": (
        "a.png", made_files.png_of(64, 64)[:40] + made_files.chunk(b"IDAT", b"x") + made_files.chunk(b"IEND", b""),
        {"broken-file"}, "",
    ),
    "first bytes of a PNG": ("a.png", b"\x89PNG\r\n\x1a\n<html>", {"broken-file"}, ""),
    "WebP that is cut": ("a.webp", picture("WEBP")[:90], {"broken-file"}, ""),
    "sound called WebP": ("a.webp", b"RIFF\x24\0\0\0WAVEfmt ", {"file-kind"}, "เสียง"),
    "PNG of 20,000 × 20,000 points": ("a.png", made_files.png_of(20_000, 20_000), {"large-picture"}, "20,000 × 20,000"),
    "JPEG and archive": ("a.jpg", picture("JPEG") + docx(), {"two-files-in-one"}, ""),
    "JPEG and web page": ("a.jpg", picture("JPEG") + b"<html>", {"two-files-in-one"}, ""),
    "JPEG with a script in a comment": (
        "a.jpg", picture("JPEG").replace(b"taken by a clerk", b"<script>x</scrip"), {"two-files-in-one"}, "",
    ),
    "PNG that moves": (
        "a.png",
        picture("PNG")[:33] + made_files.chunk(b"acTL", bytes(8)) + picture("PNG")[33:], {"file-kind"}, "ภาพนิ่ง",
    ),
    "SVG": ("a.svg", b"<svg onload=alert(1)>", {"file-kind"}, "SVG"),
    "picture of an iPhone": ("a.heic", b"\0\0\0\x18ftypheic", {"file-kind"}, "JPG"),
    "GIF": ("a.gif", b"GIF89a", {"file-kind"}, "PNG"),
    "video": ("a.mp4", b"\0\0\0\x18ftypisom", {"file-kind"}, "url:"),
    # office files
    "Word with macros": (
        "a.docx", docx({"word/vbaProject.bin": OLE}, types=("application/vnd.ms-office.vbaProject",)),
        {"file-with-code", "file-with-files"}, "แมโคร",
    ),
    "Word of the kind with macros": (
        "a.docm", docx(main="application/vnd.ms-word.document.macroEnabled.main+xml"), {"file-with-code"}, ".docx",
    ),
    "Excel with a macro sheet": (
        "a.xlsx", xlsx(types=("application/vnd.ms-excel.macrosheet+xml",)), {"file-with-code"}, "",
    ),
    "Word that holds a file": ("a.docx", docx({"word/embeddings/oleObject1.bin": OLE}), {"file-with-files"}, "OLE"),
    "Word that holds an archive": (
        "a.docx", docx({"word/embeddings/x.bin": made_files.archive({"a": "b"})}), {"file-with-files"}, "",
    ),
    "Word that holds a table with macros": (
        "a.docx", docx({"word/embeddings/x.xlsx": xlsx({"xl/vbaProject.bin": "?"})}), {"file-with-code"}, "",
    ),
    "Word with a template elsewhere": (
        "a.docx", docx({"word/_rels/settings.xml.rels": relations(("attachedTemplate", "//evil/x.dotm", "External"))}),
        {"file-with-links"}, "Edit Links",
    ),
    "Word with a web page inside": ("a.docx", docx(types=("text/html",)), {"file-with-files"}, ""),
    "Word with a password": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), {"file-with-password"}, "รหัสผ่าน"),
    "Word packed with a password": ("a.docx", made_files.with_bit(docx()), {"file-with-password"}, ""),
    "old Word": ("a.doc", OLE, {"file-kind"}, "บันทึกเป็น .docx"),
    "old Word called DOCX": ("a.docx", OLE, {"file-kind"}, "บันทึกเป็น .docx"),
    "Word that is cut": ("a.docx", docx()[:300], {"broken-file"}, "โปรแกรมที่สร้าง"),
    "Word with a document type": (
        "a.docx", docx({"word/_rels/x.rels": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), {"broken-file"}, "",
    ),
    "web page behind Word": ("a.docx", docx() + b"<html>", {"two-files-in-one"}, ""),
    "archive": ("a.zip", made_files.archive({"a": "b"}), {"file-kind"}, "แตกออก"),
    "archive called DOCX": ("a.docx", made_files.archive({"a": "b"}), {"file-kind"}, "แตกออก"),
    "ODT with macros": ("a.odt", odf("text", parts={"Basic/Standard/Module1.xml": "<a/>"}), {"file-with-code"}, ""),
    "ODT with a script": (
        "a.odt", odf("text", '<script:event-listener script:language="ooo:script"/>'), {"file-with-code"}, "",
    ),
    "ODT with a picture elsewhere": (
        "a.odt", odf("text", '<draw:image xlink:href="https://evil.example/x.png"/>'), {"file-with-links"}, "",
    ),
    "ODT with a program": ("a.odt", odf("text", "<draw:applet/>"), {"file-with-files"}, ""),
    "ODT with a password": ("a.odt", odf("text", manifest="<manifest:encryption-data/>"), {"file-with-password"}, ""),
    # texts
    "text of Thai Windows": ("a.txt", "ก".encode("cp874"), {"file-encoding"}, "UTF-8"),
    "text that steers a terminal": ("a.txt", b"\x1b[31m", {"file-encoding"}, "U+001B"),
    "web page called text": ("a.txt", b" <script>", {"file-kind"}, "หน้าเว็บ"),
    "CSV with a formula": ("a.csv", b'a\n"=cmd|\' /C calc\'!A0"\n', {"file-with-code"}, "แถวที่ 2 ช่องที่ 1"),
    "page for a server": ("a.php", b"<?php echo 1;", {"file-kind"}, ""),
    "unknown": ("a.xyz", b"?" * 99, {"file-kind"}, "รับเฉพาะ PDF"),
}  # fmt: skip

each_accepted = pytest.mark.parametrize(("name", "data", "kind"), ACCEPTED.values(), ids=ACCEPTED.keys())
each_refused = pytest.mark.parametrize(("name", "data", "codes", "says"), REFUSED.values(), ids=REFUSED.keys())


@each_accepted
def test_a_file_of_an_office_is_published(name: str, data: bytes, kind: AttachmentKind) -> None:
    content = inspect(name, data)
    assert (content.kind, content.faults) == (kind, ())


@each_refused
def test_a_file_that_may_harm_is_refused_with_advice(name: str, data: bytes, codes: set[str], says: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        content = inspect(name, data)
    assert {fault.code for fault in content.faults} == codes
    assert all(fault.severity is Severity.ERROR for fault in content.faults)
    assert any(says in fault.message for fault in content.faults)
    assert all(
        "ให้" in fault.message or "ห้าม" in fault.message or "รับเฉพาะ" in fault.message for fault in content.faults
    )


def test_an_office_file_that_unpacks_to_210_megabytes_is_refused() -> None:
    data = docx({f"word/media/{number}.bmp": bytes(70_000_000) for number in range(3)})
    assert len(data) < 1_000_000
    (fault,) = inspect("a.docx", data).faults
    assert (fault.code, "200 เมกะไบต์" in fault.message) == ("file-too-big", True)


def test_the_attacks_of_the_corpus_are_refused(tmp_path: Path) -> None:
    attacks.write_files(tmp_path)
    names = ("evil.html", "shell.php.pdf", "bomb.zip", "js.pdf", "empty.pdf", "evil.xht", "lfs.pdf")
    assert [name for name in names if not inspect(name, (tmp_path / name).read_bytes()).faults] == []


def test_a_checksum_that_does_not_fit_is_damage() -> None:
    data = docx({"word/media/image1.bin": "ก" * 9}, stored=("word/media/image1.bin",))
    assert inspect("a.docx", data).faults == ()
    (fault,) = inspect("a.docx", data.replace("กกก".encode(), "กขก".encode(), 1)).faults
    assert fault.code == "broken-file"


# Photos


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_published_without_what_the_telephone_wrote(kind: str) -> None:
    data = picture(kind, gps=True)
    assert b"Telephone" in data
    content = inspect(f"a.{kind.lower()}", data)
    assert content.cleaned is not None
    with Image.open(io.BytesIO(content.cleaned)) as published, Image.open(io.BytesIO(data)) as taken:
        assert not published.getexif()
        assert published.tobytes() == taken.tobytes(), "nothing of the picture is lost"
    assert not [word for word in (b"Telephone", b"Exif", b"EXIF", b"eXIf", b"clerk") if word in content.cleaned]
    (notice,) = content.faults
    assert (notice.code, notice.severity) == ("picture-with-position", Severity.NOTICE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [3, 6])
def test_a_photo_stands_upright_without_its_exif(kind: str, orientation: int) -> None:
    content = inspect(f"a.{kind.lower()}", picture(kind, orientation=orientation))
    assert content.cleaned is not None
    with Image.open(io.BytesIO(content.cleaned)) as published:
        assert not published.getexif()
        assert published.size == content.pixels == ((48, 64) if orientation == 6 else (64, 48))
        shown = published.convert("RGB").resize((1, 1), box=(0, 0, 8, 8))
        red, _, blue = shown.tobytes()
    assert (red > blue) is (orientation == 6), "the left half of the sensor is above, or to the right"


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_same_photo_gives_the_same_bytes(orientation: int) -> None:
    data = picture("JPEG", orientation=orientation)
    assert inspect("a.jpg", data) == inspect("a.jpg", data)


def test_colours_of_a_photo_stay() -> None:
    saved = io.BytesIO()
    profile = b"ICC" * 50
    Image.new("CMYK", (8, 8)).save(saved, "JPEG", icc_profile=profile, comment=b"x")
    content = inspect("a.jpg", saved.getvalue())
    assert content.cleaned is not None
    with Image.open(io.BytesIO(content.cleaned)) as published:
        assert (published.mode, published.info["icc_profile"]) == ("CMYK", profile)


def test_a_second_picture_behind_a_photo_is_left_out() -> None:
    content = inspect("a.jpg", picture("JPEG") + picture("JPEG", (640, 480)))
    assert content.cleaned == inspect("a.jpg", picture("JPEG")).cleaned


def test_an_exif_that_cannot_be_read_does_no_harm() -> None:
    content = inspect(
        "a.png", picture("PNG")[:33] + made_files.chunk(b"eXIf", b"MM\0*" + b"\xff" * 99) + picture("PNG")[33:]
    )
    assert not content.faults


def test_a_picture_without_metadata_is_published_as_it_is() -> None:
    assert inspect("a.png", made_files.png_of(8, 8)).cleaned is None


# A data folder


@pytest.fixture
def data(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes a data folder: a report of 2568 with attachments, and files beside it."""

    def write(attachments: str, files: dict[str, bytes]) -> Path:
        folder = tmp_path / "data"
        (folder / "2568/files").mkdir(parents=True)
        (folder / "agency.yml").write_text(AGENCY, encoding="utf-8")
        (folder / "2568/result.yml").write_text(f"total: 96.79\nattachments:\n{attachments}", encoding="utf-8")
        for name, content in files.items():
            (folder / "2568/files" / name).write_bytes(content)
        return folder

    return write


def commit(project: Path, day: str, what: str) -> None:
    """Commit what is named, as on a day."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    when = {"GIT_COMMITTER_DATE": f"{day}T12:00:00+07:00", "GIT_AUTHOR_DATE": f"{day}T12:00:00+07:00"}
    for command in (["init", "-q"], ["add", what], [*who, "commit", "-q", "-m", "plan"]):
        subprocess.run(["git", *command], cwd=project, env={**os.environ, **when}, check=True)


def attached(*names: str, more: str = "") -> str:
    return "".join(f"  - title: แผน\n    file: {name}\n{more}" for name in names)


def told(dataset: Dataset) -> list[str]:
    return [f"{each.position} {each.code} {each.severity}" for each in dataset.problems]


def test_a_file_is_published_with_its_address_size_pages_and_checksum(data: Callable[..., Path]) -> None:
    content = pdf(pages=2)
    dataset = load(data(attached("plan.pdf", "plan.pdf"), {"plan.pdf": content}))
    assert told(dataset) == []
    (file,) = dataset.years[2568].files.values()
    assert (file.address, file.kind, file.pages) == ("data/2568/files/plan.pdf", AttachmentKind.PDF, 2)
    assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert (file.cleaned, file.day) == (None, None)


def test_the_checksum_of_a_photo_is_that_of_what_is_published(data: Callable[..., Path]) -> None:
    dataset = load(data(attached("a.jpg", more="    description: พิธีเปิด\n"), {"a.jpg": picture("JPEG")}))
    (file,) = dataset.years[2568].files.values()
    assert file.cleaned is not None
    assert (file.size, file.sha256) == (len(file.cleaned), hashlib.sha256(file.cleaned).hexdigest())
    assert file.pixels == (64, 48)


def test_the_day_of_a_file_is_that_of_its_last_commit(data: Callable[..., Path]) -> None:
    folder = data(attached("plan.pdf"), {"plan.pdf": pdf()})
    commit(folder.parent, "2025-10-06", ".")
    assert load(folder).years[2568].files["plan.pdf"].day == date(2025, 10, 6)


def test_all_that_is_wrong_is_told_at_once(data: Callable[..., Path]) -> None:
    folder = data(
        attached("plan.pdf", "plans.pdf", "js.pdf", "photo.jpg", "scan.pdf"),
        {
            "plan.pdf": pdf(),
            "js.pdf": pdf_that_acts(SCRIPT, "/Names"),
            "photo.jpg": picture("JPEG"),
            "unused.pdf": pdf(),
            "Scan.PDF": pdf(),
            "con.pdf": pdf(),
            "แผน.pdf": pdf(),
            "shell.php.pdf": pdf(),
        },
    )
    (folder / "2568/files/folder").mkdir()
    (folder / "2568/files/link.pdf").symlink_to(folder / "agency.yml")
    os.mkfifo(folder / "2568/files/pipe.pdf")
    dataset = load(folder)
    assert told(dataset) == [
        "data/2568/files/Scan.PDF bad-file-name error",
        "data/2568/files/con.pdf bad-file-name error",
        "data/2568/files/folder not-a-file error",
        "data/2568/files/js.pdf file-with-code error",
        "data/2568/files/link.pdf not-a-file error",
        "data/2568/files/pipe.pdf not-a-file error",
        "data/2568/files/shell.php.pdf bad-file-name error",
        "data/2568/files/unused.pdf unused-file warning",
        "data/2568/files/แผน.pdf bad-file-name error",
        "data/2568/result.yml:6:11 no-file error",
        "data/2568/result.yml:9:5 no-description warning",
    ]
    said = {each.code: each.message for each in dataset.problems}
    assert "หมายถึง “plan.pdf” หรือไม่" in said["no-file"]
    assert any("ให้เปลี่ยนชื่อ เช่น scan.pdf" in each.message for each in dataset.problems)
    assert set(dataset.years[2568].files) == {"photo.jpg", "plan.pdf"}


@pytest.mark.parametrize(
    "name", ["CON.pdf", "con.pdf", "plan.PDF", "../agency.yml", "a/b.pdf", "shell.php.pdf", "แผน.pdf"]
)
def test_a_record_names_no_file_that_could_not_be_published(name: str, data: Callable[..., Path]) -> None:
    dataset = load(data(attached(name), {}))
    assert told(dataset) == ["data/2568/result.yml:4:11 bad-file-name error"]


def test_a_file_of_60_megabytes_is_refused_unread(data: Callable[..., Path]) -> None:
    folder = data(attached("film.pdf"), {"film.pdf": b""})
    os.truncate(folder / "2568/files/film.pdf", 60_000_000)
    (problem,) = load(folder).problems
    assert (problem.code, "60.0 เมกะไบต์ เกิน 20.0" in problem.message) == ("file-too-big", True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_larger_than_five_megabytes_is_refused_with_advice(kind: str, data: Callable[..., Path]) -> None:
    """A page shows it unasked, on a telephone too."""
    name, noise = f"a.{kind.lower()}", io.BytesIO()
    points = random.Random(kind).randbytes(3 * 1_500 * 1_500)  # noqa: S311 - the same in every run
    Image.frombytes("RGB", (1_500, 1_500), points).save(noise, kind, quality=100, subsampling=0)
    heavy = noise.getvalue()
    (problem,) = load(data(attached(name, more="    description: พิธีเปิด\n"), {name: heavy})).problems
    assert (problem.code, problem.severity) == ("file-too-big", Severity.ERROR)
    assert f"รูปใหญ่ {len(heavy) / 1e6:.1f} เมกะไบต์ เกิน 5.0 เมกะไบต์" in problem.message
    assert "ให้ย่อรูป" in problem.message


def test_a_year_has_a_limit_of_its_own(data: Callable[..., Path]) -> None:
    names = [f"film-{number}.pdf" for number in range(4)]
    folder = data(attached(*names), dict.fromkeys(names, b""))
    for name in names:
        os.truncate(folder / "2568/files" / name, 60_000_000)
    assert "data/2568/files too-many-files error" in told(load(folder))


def test_files_of_a_damaged_year_are_not_called_unused(data: Callable[..., Path]) -> None:
    folder = data(attached("plan.pdf") + "broken: [\n", {"plan.pdf": pdf(), "other.pdf": pdf()})
    assert not [each for each in load(folder).problems if each.code in {"unused-file", "no-file"}]


def test_a_folder_of_files_belongs_to_a_year(data: Callable[..., Path]) -> None:
    folder = data(attached("plan.pdf"), {"plan.pdf": pdf()})
    (folder / "files").mkdir()
    assert told(load(folder)) == ["data/files outside-year error"]


def test_what_is_named_is_published_and_nothing_else(mueang_pan: Path) -> None:
    folder = mueang_pan / "data/2568"
    (folder / "files").mkdir()
    for name, content in {"plan.pdf": pdf(), "photo.jpg": picture("JPEG", gps=True), "unused.pdf": pdf()}.items():
        (folder / "files" / name).write_bytes(content)
    with (folder / "result.yml").open("a", encoding="utf-8") as result:
        photo = attached("photo.jpg", more="    description: พิธีเปิด\n")
        result.write(f"original:\n    title: ประกาศผล\n    file: plan.pdf\nattachments:\n{photo}")
    built = site.build(mueang_pan / "data")
    assert {each.code for each in built.problems if "files" in each.position.path} == {
        "unused-file",
        "picture-with-position",
    }
    assert built.copied["data/2568/files/plan.pdf"].source == folder / "files/plan.pdf"
    assert b"Telephone" not in built.generated["data/2568/files/photo.jpg"]
    assert not [each for each in {**built.offered, **built.copied, **built.generated} if "unused" in each]


def test_a_document_is_as_new_as_what_is_attached_to_it(data: Callable[..., Path]) -> None:
    folder = data(attached("plan.pdf"), {"plan.pdf": pdf()})
    commit(folder.parent, "2025-10-06", "data/2568/result.yml")
    commit(folder.parent, "2025-11-07", "data/2568/files/plan.pdf")
    changed = LastChanged(load(folder), git_dates.read({"data": folder}))
    assert changed.of(["data/2568/result.yml"]) == date(2025, 11, 7)
