"""A data folder as a dataset: what is read and what is not, whatever the order of files and keys."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import yaml

from ita_site.data.load import load
from ita_site.publishing import data_check, site
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"


def test_a_link_out_of_the_data_folder_is_not_followed(mueang_pan: Path) -> None:
    secret = mueang_pan / "secret.yml"
    secret.write_text("title: ความลับ\n", encoding="utf-8")
    (mueang_pan / "data/2568/measures/secret.yml").symlink_to(secret)
    (mueang_pan / "data/2566").symlink_to(mueang_pan / "data/2567")

    dataset = load(mueang_pan / "data")

    told = [f"{each.position} {each.code}" for each in dataset.problems]
    assert told == ["data/2566 not-a-file", "data/2568/measures/secret.yml not-a-file"]
    assert 2566 not in dataset.years
    assert "secret" not in dataset.years[2568].measures


def test_an_agency_file_that_is_a_link_is_told_once(mueang_pan: Path) -> None:
    agency = mueang_pan / "data/agency.yml"
    agency.rename(mueang_pan / "agency.yml")
    agency.symlink_to(mueang_pan / "agency.yml")
    told = [each.code for each in load(mueang_pan / "data").problems if each.position.path == "data/agency.yml"]
    assert told == ["not-a-file"]


def test_a_text_longer_than_two_pages_is_refused(mueang_pan: Path) -> None:
    standing = data_check.check(mueang_pan / "data").problems
    path = mueang_pan / "data/2568/measures/asset-protection.yml"
    path.write_text(f"title: {'ก' * 5000}\nmonitoring: {'ก' * 6000}\n", encoding="utf-8")

    (problem,) = [each for each in data_check.check(mueang_pan / "data").problems if each not in standing]

    assert (problem.position.line, problem.position.column, problem.code) == (2, 13, "long-text")
    assert "6,000 ตัวอักษร เกิน 5,000" in problem.message


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_and_files_changes_no_page(seed: int, mueang_pan: Path, tmp_path: Path) -> None:
    shuffler = random.Random(seed)  # noqa: S311 - a shuffle, no secret
    copy = tmp_path / "shuffled" / "data"
    files = sorted((mueang_pan / "data").rglob("*.yml"))
    shuffler.shuffle(files)
    for path in files:
        target = copy / path.relative_to(mueang_pan / "data")
        target.parent.mkdir(parents=True, exist_ok=True)
        values = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        target.write_text(yaml.safe_dump(shuffled(values, shuffler), sort_keys=False), encoding="utf-8")

    assert sites.said(site.build(copy)) == sites.said(site.build(mueang_pan / "data"))


def shuffled(value: object, shuffler: random.Random) -> object:
    """Return the value with the keys of every mapping in another order; lists mean their order and keep it."""
    if isinstance(value, dict):
        keys = shuffler.sample(sorted(value), len(value))
        return {key: shuffled(value[key], shuffler) for key in keys}
    if isinstance(value, list):
        return [shuffled(each, shuffler) for each in value]
    return value


def test_an_address_longer_than_a_browser_takes_is_refused(project: Callable[..., Path]) -> None:
    agency = f"{AGENCY}website: https://www.example.go.th/{'a' * 2000}\n"
    root = project({"data/agency.yml": agency, "data/2568/gaps.yml": "result: ยังไม่ประกาศ\n"})

    (problem,) = data_check.check(root / "data").problems

    assert (problem.position.line, problem.position.column, problem.code) == (5, 10, "bad-value")


def test_the_reasons_of_a_year_are_read_from_its_folder(project: Callable[..., Path]) -> None:
    files = {
        "data/2567/gaps.yml": "result: เอกสารสูญหาย\nanalysis: ไม่ได้วิเคราะห์\n",
        "data/2568/gaps.yml": "measures: ไม่มีแผน\nreports: ไม่มีแผน\n",
        "data/2569/result.yml": "total: 90\n",
    }
    dataset = load(project({"data/agency.yml": AGENCY, **files}) / "data")

    assert dataset.problems == []
    reasons = {
        year: each.gaps and each.gaps.record.model_dump(exclude_none=True) for year, each in dataset.years.items()
    }
    assert reasons == {
        2567: {"result": "เอกสารสูญหาย", "analysis": "ไม่ได้วิเคราะห์"},
        2568: {"measures": "ไม่มีแผน", "reports": "ไม่มีแผน"},
        2569: None,
    }


@pytest.mark.parametrize("year", [2567, 2568])
def test_the_whole_fiscal_year_is_that_of_the_folder(year: int, project: Callable[..., Path]) -> None:
    files = {
        f"data/{year}/measures/lending.yml": "title: ก\nperiod: ตลอดปีงบประมาณ\n",
        f"data/{year}/reports/annual.yml": "title: ก\nperiod: ตลอดปีงบประมาณ\n",
    }
    dataset = load(project({"data/agency.yml": AGENCY, **files}) / "data")

    assert dataset.problems == []
    for each in (dataset.years[year].measures["lending"], dataset.years[year].reports["annual"]):
        period = each.record.period
        assert period is not None
        assert (str(period.start), str(period.end)) == (f"{year - 544}-10-01", f"{year - 543}-09-30")
        assert period.words == "ตลอดปีงบประมาณ"


def test_files_that_lost_something_in_reading_are_known(project: Callable[..., Path]) -> None:
    files = {
        "data/2568/result.yml": "total: x\n",
        "data/2568/analysis.yml": 'summary: "ก\n',
        "data/2568/gaps.yml": "".encode("utf-16"),
        "data/2568/measures/lending.yml": "title: การยืม #ทรัพย์สิน\n",
        "data/2568/reports/annual.yml": "title: ก\nperiod: ตลอดปีงบประมาณ\n",
    }
    dataset = load(project({"data/agency.yml": AGENCY, **files}) / "data")

    assert dataset.damaged == {"data/2568/result.yml", "data/2568/analysis.yml", "data/2568/gaps.yml"}


@pytest.mark.parametrize("district", ["district: [เมือง]", "district: {ชื่อ: เมือง}", "district:", ""])
def test_a_faulty_district_is_told_once_and_leaves_the_rest_of_the_agency(
    district: str, project: Callable[..., Path]
) -> None:
    """What other files say is still compared with the kind of office, in the same run."""
    agency = f"name: อบต.ตัวอย่าง\nkind: องค์การบริหารส่วนตำบล\n{district}\nprovince: ลำปาง\n"
    dataset = load(project({"data/agency.yml": agency, "data/2568/result.yml": "total: 90\n"}) / "data")
    assert [problem.position.path for problem in dataset.problems] == ["data/agency.yml"]
    assert dataset.agency is not None
    assert dataset.agency.record.kind == "องค์การบริหารส่วนตำบล"
    assert dataset.is_damaged("agency.yml")
