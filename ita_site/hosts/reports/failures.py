"""What is said when a command fails: which file, why, and what to do, in Thai and in one sentence."""

from __future__ import annotations

import errno
import os
import sys

PROBLEMS, INTERNAL = 1, 3
"""Exit codes beside 0 for success and click's own 2 for a command typed wrongly."""

_OF_PROGRAM = (
    "โปรแกรมทำงานผิดพลาด ({error}) ไม่ใช่ความผิดของข้อมูล โปรดแจ้งผู้ดูแลระบบ"
    " พร้อมไฟล์ข้อมูลที่แก้ล่าสุด ดูรายละเอียดได้ด้วย ita-site --debug หรือ mkdocs build --verbose"
)
_WORDS = {
    errno.ENOSPC: "ที่เก็บเต็ม ให้ลบไฟล์ที่ไม่ใช้ แล้วสั่งใหม่",
    errno.EDQUOT: "ที่เก็บของผู้ใช้นี้เต็มตามโควตา ให้ลบไฟล์ที่ไม่ใช้ หรือขอเพิ่มโควตา แล้วสั่งใหม่",
    errno.EFBIG: "ไฟล์ใหญ่เกินที่ระบบยอมให้เขียน ให้ผู้ดูแลเครื่องเพิ่มขนาดไฟล์ที่เขียนได้ (ulimit -f)",
    errno.EACCES: "ผู้ใช้นี้ไม่มีสิทธิ์ ให้ขอสิทธิ์ หรือสั่งด้วยผู้ใช้ที่เป็นเจ้าของ",
    errno.EPERM: "ผู้ใช้นี้ไม่มีสิทธิ์ ให้ขอสิทธิ์ หรือสั่งด้วยผู้ใช้ที่เป็นเจ้าของ",
    errno.EROFS: "ที่เก็บนี้อ่านได้อย่างเดียว ให้เลือกโฟลเดอร์อื่น",
    errno.ENOENT: "ไม่พบไฟล์หรือโฟลเดอร์นี้",
    errno.ENOTDIR: "เป็นไฟล์ ไม่ใช่โฟลเดอร์ ให้ลบหรือเปลี่ยนชื่อไฟล์นี้ หรือเลือกโฟลเดอร์อื่น",
    errno.EISDIR: "เป็นโฟลเดอร์ ไม่ใช่ไฟล์",
    errno.EBUSY: "มีโปรแกรมอื่นใช้อยู่ ให้ปิดโปรแกรมนั้น แล้วสั่งใหม่",
    errno.ENAMETOOLONG: "ชื่อยาวเกินที่ระบบรับ ให้ใช้ชื่อสั้นลง หรือย้ายโครงการไปโฟลเดอร์ที่ชื่อสั้นกว่า",
    errno.ELOOP: "ทางลัด (link) วนกลับมาที่เดิม ให้ลบทางลัดนี้",
    errno.EXDEV: "ย้ายข้ามที่เก็บไม่ได้ ให้เลือกโฟลเดอร์ในที่เก็บเดียวกัน",
    errno.EMFILE: "เปิดไฟล์พร้อมกันมากเกินที่ระบบยอม ให้ผู้ดูแลเครื่องเพิ่มจำนวน (ulimit -n)",
    errno.EIO: "ที่เก็บอ่านหรือเขียนไม่ได้ ดิสก์อาจเสีย ให้แจ้งผู้ดูแลเครื่อง",
}


def of_system(error: OSError, where: str = "") -> str:
    """Return one Thai sentence for an error of the system.

    Args:
        error: what the system said.
        where: the file or folder that was being written, for an error that names none.

    """
    named = error.filename2 or error.filename or where
    why = _WORDS.get(error.errno or 0) or f"ระบบแจ้งว่า {error.strerror or error}"
    name = os.fsdecode(named) if isinstance(named, str | bytes | os.PathLike) else where
    return f"อ่านหรือเขียนไฟล์ไม่ได้: {name or 'ระบบไม่บอกชื่อไฟล์'}: {why}"


def of_build(error: Exception, where: str = "") -> str:
    """Return one Thai sentence for whatever ended a build: a template, the system, or the program itself.

    Args:
        error: what was raised.
        where: the file that was written last: of a disk that is full the system names no file.

    """
    # Only a build has templates, and `ita-site check` is over in the time that this takes.
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415

    match error:
        case TemplateNotFound():
            return f"ไม่พบแม่แบบ “{error.name}” ของธีม ให้วางไฟล์นี้ในโฟลเดอร์ของธีมที่แก้เอง หรือเลิกอ้างถึง"
        case TemplateSyntaxError():
            return f"แม่แบบของธีมผิด {error.filename or error.name}:{error.lineno}: {error.message}"
        case TemplateError():
            return f"แม่แบบของธีมใช้ไม่ได้: {error}"
        case OSError():
            return of_system(error, where)
        case _:
            return of_program(error)


def of_program(error: BaseException) -> str:
    """Return one Thai sentence for what the program did not expect.

    Where the system takes names of files for another encoding than UTF-8, that is why a name in Thai cannot be written.
    """
    if is_of_file_names(error):
        return (
            f"เครื่องนี้ตั้งให้ชื่อไฟล์เป็น {sys.getfilesystemencoding()} จึงใช้ชื่อไฟล์ภาษาไทยไม่ได้"
            " ให้ตั้งตัวแปรของระบบ PYTHONUTF8=1 แล้วสั่งใหม่"
        )
    return _OF_PROGRAM.format(error=type(error).__name__)


def is_of_file_names(error: BaseException) -> bool:
    """Tell whether an error comes of the encoding that the system has for names of files."""
    return isinstance(error, UnicodeError) and sys.getfilesystemencoding() != "utf-8"
