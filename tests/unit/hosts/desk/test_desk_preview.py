"""The site beside the forms: built anew after a change, set apart from the desk, the last good page above nothing."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from ita_site.hosts.desk.site_preview import SitePreview, page_of
from ita_site.hosts.desk.workspace import Workspace
from ita_site.publishing import site
from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    named = {"name": "เทศบาลตำบลสมมุติ", "kind": "เทศบาลตำบล", "district": "สมมุติ", "province": "ลำปาง", "year": "2568"}
    options = [each for key, value in named.items() for each in (f"--{key}", value)]
    told = CliRunner().invoke(main, ["new", str(tmp_path / "ban"), *options, "--divisions", "สำนักปลัด"])
    assert told.exit_code == 0, told.output
    preview = SitePreview(Workspace(tmp_path / "ban" / "data"))
    yield Desk(tmp_path / "ban" / "data", preview=preview)
    preview.close()
    assert not preview.folder.exists()


def test_the_site_is_shown_as_it_will_be_and_again_after_each_change(desk: Desk) -> None:
    preview = desk.app.state.preview
    base = f"/site/{desk.access.preview_key}/"
    assert f'<iframe src="{base}2568/"' in desk.get("/preview?page=2568/")
    assert desk.client.get("/preview/state").json()["building"] is True
    preview.wait()
    assert desk.client.get("/preview/state").json() == {"number": 1, "building": False, "report": ""}
    # Its pages are asked for without the cookie: they stand apart from the desk.
    stranger = desk.stranger()
    answer = stranger.get(f"{base}2568/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert "เทศบาลตำบลสมมุติ" in answer.text
    policy = answer.headers["content-security-policy"]
    assert "sandbox allow-scripts;" in policy
    assert "allow-same-origin" not in policy
    assert "frame-ancestors 'self'" in policy
    assert f"script-src http://127.0.0.1:8123{base};" in policy
    assert stranger.get(f"{base}2568").headers["location"] == f"{base}2568/"
    assert stranger.get(f"{base}2999/").status_code == 404
    (preview.folder / "leak").symlink_to("/etc")
    assert stranger.get(f"{base}leak/hostname").status_code == 404

    # A mistake: the last good page stays, with what to mend above it.
    agency = desk.workspace.data / "agency.yml"
    good = agency.read_text(encoding="utf-8")
    agency.write_text(good.replace("name: เทศบาลตำบลสมมุติ", "nam: เทศบาลตำบลใหม่"), encoding="utf-8")
    assert desk.client.get("/preview/state").json()["number"] == 1
    preview.wait()
    page = stranger.get(f"{base}2568/").text
    assert 'role="alert"' in page
    assert "agency.yml:" in page
    assert "เทศบาลตำบลสมมุติ" in page
    assert "หน้านี้เป็นของเดิม" in seen(desk.get("/preview").replace("<aside", "<main"))

    agency.write_text(good.replace("เทศบาลตำบลสมมุติ", "เทศบาลตำบลใหม่"), encoding="utf-8")
    desk.client.get("/preview/state")
    preview.wait()
    page = stranger.get(f"{base}2568/").text
    assert 'class="ita-desk-banner"' not in page
    assert "เทศบาลตำบลใหม่" in page

    # A page that the data have only now is waited for, until it is there.
    command = ["new-measure", "2568", "a-b", "--title", "มาตรการใหม่", "--data", str(agency.parent)]
    assert stranger.get(f"{base}2568/measures/a-b/").status_code == 404
    assert CliRunner().invoke(main, command).exit_code == 0
    waiting = stranger.get(f"{base}2568/measures/a-b/")
    assert (waiting.status_code, "รอสักครู่" in waiting.text) == (200, True)
    preview.wait()
    assert "มาตรการใหม่" in stranger.get(f"{base}2568/measures/a-b/").text


def test_the_frame_shows_pages_of_the_site_only(desk: Desk) -> None:
    for asked in ("../../begin/year", "//evil.example/", "x/../..", "javascript:alert(1)", '"><b>', "a//b"):
        (shown,) = re.findall(r'<iframe src="([^"]*)"', desk.client.get("/preview", params={"page": asked}).text)
        assert shown == f"/site/{desk.access.preview_key}/", asked


def test_a_preview_page_that_scripts_forge_nothing_with(desk: Desk) -> None:
    """What a page of the preview may ask is refused: its origin is none, and no cookie comes with it."""
    token = {"form_token": desk.access.form_token, "year": "2568"}
    for site_said in ("cross-site", "same-origin", None):
        headers = {"Origin": "null", **({"Sec-Fetch-Site": site_said} if site_said else {})}
        assert desk.client.post("/begin/list", data=token, headers=headers).status_code == 403
        assert desk.client.post(f"/site/{desk.access.preview_key}/", data=token, headers=headers).status_code == 403


def test_a_folder_without_a_project_has_no_preview_and_says_so(tmp_path: Path) -> None:
    shutil.copytree("tests/agencies/mueang-pan", tmp_path / "data")
    preview = SitePreview(Workspace(tmp_path / "data"))
    preview.refreshed()
    preview.wait()
    assert "mkdocs.yml" in preview.refreshed().report
    preview.close()


def test_every_file_leads_to_a_page_of_the_site(mueang_pan: Path) -> None:
    workspace = Workspace(mueang_pan / "data")
    addresses = {
        each.path.removesuffix("index.html").removesuffix("index.md") for each in site.build(workspace.data).pages
    }
    for file in workspace.files():
        assert page_of(file.path.relative_to(workspace.data).as_posix()) in {*addresses, ""}, file.name
    assert page_of("2568/measures/service-standards.yml") == "2568/measures/service-standards/"
    assert page_of("content/about/index.md") == ""
