"""What is said when a command fails or a folder was replaced: which file, why, what to do; no English, no traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError

from ita_site.hosts.reports import failures, replaced_report
from ita_site.publishing.staging import Replaced

CODES = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR)


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
def test_an_error_of_the_system_names_the_file_and_says_why_in_thai(code: int) -> None:
    said = failures.of_system(OSError(code, os.strerror(code), "site/index.html"))
    assert said.startswith("อ่านหรือเขียนไฟล์ไม่ได้: site/index.html: ")
    assert os.strerror(code) not in said


def test_of_a_copy_the_file_that_could_not_be_written_is_named() -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "theme/a.js", None, "site/a.js")
    assert "site/a.js: ที่เก็บเต็ม" in failures.of_system(error)


def test_where_the_system_names_no_file_the_one_being_written_is_named() -> None:
    assert "site/2568/index.html: ที่เก็บเต็ม" in failures.of_build(
        OSError(errno.ENOSPC, "No space"), "site/2568/index.html"
    )


def test_an_unknown_error_is_told_as_the_system_tells_it() -> None:
    assert failures.of_system(OSError(errno.ENOTTY, "Inappropriate ioctl", "x")).endswith(
        "ระบบแจ้งว่า Inappropriate ioctl"
    )


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("\n{% if %}", "แม่แบบของธีมผิด main.html:2"),
        ("{% include 'none.html' %}", "ไม่พบแม่แบบ “none.html”"),
        ("{{ nothing.at_all }}", "แม่แบบของธีมใช้ไม่ได้: "),
    ],
)
def test_a_template_that_is_wrong_is_named(template: str, said: str) -> None:
    environment = Environment(loader=DictLoader({"main.html": template}), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(TemplateError) as caught:
        environment.get_template("main.html").render()
    assert said in failures.of_build(caught.value, "site/index.html")


def test_a_fault_of_the_program_is_told_as_one() -> None:
    assert "โปรแกรมทำงานผิดพลาด (KeyError)" in failures.of_build(KeyError("x"), "site/index.html")


def test_what_is_gone_is_named_up_to_a_few_and_counted_beyond() -> None:
    gone = tuple(f"{number}.html" for number in range(1, 9))
    (said,) = replaced_report.lines(Replaced(gone, at_once=True), Path("site"))
    assert said == "ลบไฟล์ใน site ที่เว็บไซต์ใหม่ไม่มี: 1.html, 2.html, 3.html, 4.html, 5.html และอีก 3 ไฟล์"
    assert list(replaced_report.lines(Replaced((), at_once=True), Path("site"))) == []


def test_what_was_not_replaced_at_once_or_not_deleted_is_told() -> None:
    said = list(replaced_report.lines(Replaced((), at_once=False, left=Path("a/old")), Path("site")))
    assert ["ทีละรายการ" in said[0], "a/old" in said[1], len(said)] == [True, True, 2]
