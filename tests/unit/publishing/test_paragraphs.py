"""Texts that a document prints in paragraphs are paragraphs on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing import site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: งาว\nprovince: ลำปาง\n"
ANALYSIS = """\
title: บทวิเคราะห์
weak_points:
  - about: 4
    finding: |-
      ขาดคู่มือ

      ขาดผู้ดูแล
    remedy: |-
      จัดทำคู่มือ

      มอบหมายผู้ดูแล
"""


def test_findings_and_remedies_of_a_weak_point_keep_their_paragraphs(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    data = project({"data/agency.yml": AGENCY, "data/2568/analysis.yml": ANALYSIS}) / "data"
    (page,) = (each for each in site.build(data).pages if each.path == "2568/analysis/index.md")
    for paragraph in ("ขาดคู่มือ", "ขาดผู้ดูแล", "แนวทางแก้ไข: จัดทำคู่มือ", "มอบหมายผู้ดูแล"):
        assert f"<p>{paragraph}</p>" in "".join(page.body.blocks)
