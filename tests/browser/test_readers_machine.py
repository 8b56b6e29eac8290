"""What readers' browsers and servers withhold: storage, inline scripts, old files; the rest of the site lives on."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]

DESK = {"width": 1280, "height": 800}
_DENIED = "Object.defineProperty(window, '{}', {{get() {{ throw new DOMException('denied', 'SecurityError') }}}})"
STORAGES = {
    "denied": _DENIED.format("localStorage") + ";" + _DENIED.format("sessionStorage"),
    "null": "Object.defineProperty(window, 'localStorage', {value: null})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    **{
        f"holds {value}": f"localStorage.setItem('/.__palette', {value!r})"
        for value in (
            "{bad",
            "",
            "null",
            "5",
            "[]",
            '"slate"',
            "{}",
            '{"index":1}',
            '{"index":99,"color":{"scheme":"none"}}',
            '{"index":"x","color":{}}',
            '{"color":null}',
        )
    },
}
SERVERS = {
    "own scripts only": "default-src 'self'; script-src 'self'",
    "own everything": "default-src 'self'; img-src 'self' data:; object-src 'none'",
    "no workers": "default-src 'self'; worker-src 'none'",
}


def uses(page: Any) -> None:  # noqa: ANN401 - a Playwright page
    """See that search, filters and colours work on the page of a year's measures."""
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator("header label[for^=__palette]:visible").click()
    page.wait_for_function("before => document.body.dataset.mdColorScheme !== before", arg=before)
    page.locator(".ita-tools select").nth(1).select_option(index=1)
    page.locator("table[data-sort] tbody tr[hidden]").first.wait_for(state="attached")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("งบประมาณ")
    page.locator(".md-search-result__link").first.wait_for()
    assert re.search(r"พบ \d+ หน้า", page.locator(".md-search-result__meta").inner_text())


@pytest.mark.parametrize("script", STORAGES.values(), ids=STORAGES)
def test_whatever_the_storage_is_search_filters_and_colours_work(script: str, home: str, window: Window) -> None:
    with window(viewport=DESK, color_scheme="light") as visit:
        said: list[str] = []
        visit.page.on("pageerror", lambda error: said.append(str(error)))
        visit.context.add_init_script(script)
        visit.page.goto(f"{home}2568/measures/")
        assert visit.page.evaluate("document.body.dataset.mdColorScheme") == "default"
        uses(visit.page)
        assert said == []


def test_a_choice_of_colours_is_remembered_by_what_it_is(home: str, window: Window) -> None:
    """Not by its place: the list of choices may be another after a deploy."""
    stored = '{"index":0,"color":{"media":"","scheme":"contrast","primary":"teal","accent":"teal"}}'
    with window(viewport=DESK, color_scheme="light") as visit:
        visit.context.add_init_script(f"localStorage.setItem('/.__palette', {stored!r})")
        visit.page.goto(home)
        assert visit.page.evaluate("document.body.dataset.mdColorScheme") == "contrast"
        assert visit.page.evaluate("document.body.dataset.mdColorPrimary") == "indigo"
        assert visit.page.locator("input[name=__palette]:checked").get_attribute("data-md-color-scheme") == "contrast"


def test_in_a_frame_that_is_shut_in_the_page_works(
    site_of: Callable[[str], Path], serve: Callable[..., AbstractContextManager[str]], window: Window, tmp_path: Path
) -> None:
    """A page in a municipality's CMS: no storage, no worker, no history."""
    (tmp_path / "site").symlink_to(site_of("mueang-pan"))
    (tmp_path / "index.html").write_text(
        '<iframe sandbox="allow-scripts" width="1280" height="900" src="site/2568/measures/"></iframe>',
        encoding="utf-8",
    )
    with serve(tmp_path) as home, window(viewport={"width": 1300, "height": 950}) as visit:
        visit.page.goto(home, wait_until="networkidle")
        frame = visit.page.frames[1]
        before = frame.evaluate("document.body.dataset.mdColorScheme")
        frame.locator("header label[for^=__palette]:visible").click()
        assert frame.evaluate("document.body.dataset.mdColorScheme") != before
        frame.locator(".ita-tools select").nth(1).select_option(index=1)
        frame.locator("table[data-sort] tbody tr[hidden]").first.wait_for(state="attached")
        frame.locator("[data-md-component=search-query]").click()
        frame.locator("[data-md-component=search-query]").fill("งบประมาณ")
        frame.locator(".md-search-result__link").first.wait_for()


@pytest.mark.parametrize("policy", SERVERS.values(), ids=SERVERS)
def test_a_servers_own_policy_stops_nothing(policy: str, home: str, window: Window) -> None:
    with window(viewport=DESK, color_scheme="light") as visit:
        refused: list[str] = []
        visit.page.on("console", lambda said: refused.append(said.text) if "script" in said.text.lower() else None)

        def answer(route: Any) -> None:  # noqa: ANN401 - a Playwright route
            given = route.fetch()
            route.fulfill(response=given, headers={**given.headers, "content-security-policy": policy})

        visit.context.route("**/*", answer)
        visit.page.goto(f"{home}2568/measures/")
        uses(visit.page)
        assert [each for each in refused if "worker" not in each.lower()] == []


def test_a_dark_screen_is_dark_before_anything_is_drawn(home: str, window: Window) -> None:
    """The colours stand when the first of the body is there, though the scripts at its end have not come yet."""
    with window(viewport=DESK, color_scheme="dark") as visit:
        held: list[Any] = []

        def hold(route: Any) -> None:  # noqa: ANN401 - a Playwright route
            held.append(route)

        visit.context.route(re.compile(r"/(bundle|page|search-box)\.[^/]*js"), hold)
        visit.page.goto(home, wait_until="commit")
        visit.page.locator("article h1").wait_for()
        assert visit.page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        assert held
        for route in held:
            route.abort()


@pytest.fixture
def deployed(site_of: Callable[[str], Path], tmp_path: Path) -> Path:
    """Return a copy of a site, of which a new version can be put into its place."""
    return shutil.copytree(site_of("mueang-pan"), tmp_path / "site")


def test_after_a_deploy_an_old_page_says_so_and_the_new_one_answers(
    deployed: Path, serve: Callable[..., AbstractContextManager[str]], window: Window
) -> None:
    """The names of style sheets, scripts and the index change with their bytes, and the old ones are gone."""
    with serve(deployed) as home, window(viewport=DESK) as visit:
        visit.page.goto(home)
        old = sites.index(deployed)
        new = old.with_name("pages.00000000.js")
        old.rename(new)
        # The first script of every page names the index, and pages name the script.
        script = sites.asset(deployed, "js/base.js")
        replaced = script.with_name("base.00000000.js")
        text = script.read_text(encoding="utf-8")
        assert old.name in text
        replaced.write_text(text.replace(old.name, new.name), encoding="utf-8")
        script.unlink()
        for page in deployed.rglob("*.html"):
            page.write_text(page.read_text(encoding="utf-8").replace(script.name, replaced.name), encoding="utf-8")
        field = visit.page.locator("[data-md-component=search-query]")
        field.click()
        field.fill("ประมวลจริยธรรม")
        reload = visit.page.get_by_role("button", name="โหลดหน้านี้ใหม่")
        reload.wait_for()
        assert "เว็บไซต์ปรับปรุงแล้ว" in visit.page.locator(".md-search-result__meta").inner_text()
        reload.click()
        visit.page.locator(".md-search-result__link").first.wait_for()
        assert visit.page.locator("[data-md-component=search-query]").input_value() == "ประมวลจริยธรรม"


def test_without_a_network_the_box_does_not_speak_of_a_new_version(home: str, window: Window) -> None:
    with window(viewport=DESK) as visit:
        visit.page.goto(home)
        visit.context.set_offline(offline=True)
        visit.page.locator("[data-md-component=search-query]").click()
        visit.page.locator(".md-search-result__meta").get_by_text("ตรวจสัญญาณอินเทอร์เน็ต").wait_for()
        assert visit.page.get_by_role("button", name="โหลดหน้านี้ใหม่").count() == 0


def files(site: Path) -> Iterator[str]:
    """Yield the names of what a browser may keep longer than a page: all but the index, which it asks for each time."""
    found = (path for path in site.rglob("*") if path.suffix in {".css", ".js"} and path != sites.index(site))
    yield from (path.relative_to(site).as_posix() for path in found)


def test_a_change_of_a_style_a_script_or_a_text_changes_the_names_of_those_alone(
    mueang_pan: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = set(files(sites.build(mueang_pan, tmp_path_factory.mktemp("before"))))
    for name in ("assets/css/ita.css", "assets/js/tables.js"):
        path = mueang_pan / "theme_overrides" / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n/* changed */\n", encoding="utf-8")
    (mueang_pan / "content/own.css").write_text("p { margin: 0 }\n", encoding="utf-8")
    sites.replace(mueang_pan / "data/2568/measures/e-service.yml", "title: ", "title: ใหม่ ")
    with (mueang_pan / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_css: [own.css]\n")
    built = sites.build(mueang_pan, tmp_path_factory.mktemp("after"))
    after = set(files(built))
    plain = re.compile(r"\.[0-9a-f]{8}\.")
    # An office's own sheet or script, and what stands behind it, is joined to none.
    joined = {"assets/css/theme.css", "assets/js/page.js"}
    apart = {*(f"assets/css/{name}.css" for name in ("ita", "charts", "print")), "assets/js/tables.js", "own.css"}
    assert {plain.sub(".", each) for each in before - after} == joined
    assert {plain.sub(".", each) for each in after - before} == joined | apart
    assert all(plain.search(each) for each in after if not each.startswith("assets/javascripts/lunr/"))
    page = sites.read(built, "2568/measures/")
    asked = [each.attributes.get("href", "") for each in page.all("link")]
    assert any(re.fullmatch(r"(\.\./)+own\.[0-9a-f]{8}\.css", each) for each in asked)


def test_an_old_address_takes_along_what_stands_behind_it(
    site_of: Callable[[str], Path], serve: Callable[..., AbstractContextManager[str]], window: Window
) -> None:
    site = site_of("mueang-pan")
    (old, *_) = [
        path.relative_to(site).parent.as_posix()
        for path in site.rglob("*.html")
        if sites.leads_on(path) and "indicators" in path.parts
    ]
    year = old.split("/", maxsplit=1)[0]
    with serve(site) as home, window() as visit:
        visit.page.goto(f"{home}{old}/?fbclid=a%20b#title")
        visit.page.wait_for_url(f"{home}{year}/?fbclid=a%20b#title")
        assert visit.page.locator("article h1").is_visible()
        visit.page.goto(f"{(site / old / 'index.html').as_uri()}?x=1#title")
        visit.page.wait_for_url(f"{(site / year / 'index.html').as_uri()}?x=1#title")
    with serve(site) as home, window(java_script_enabled=False) as visit:
        visit.page.goto(f"{home}{old}/")
        visit.page.wait_for_url(re.compile(rf"/{year}/(index\.html)?$"))


_COPIED = """selector => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector(selector))
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    return getSelection().toString()
}"""


def test_what_is_copied_of_a_page_has_no_mark_of_a_link(home: str, window: Window) -> None:
    with window(viewport=DESK) as visit:
        for address in ("2568/", "2568/measures/e-service/", "about/ita/"):
            visit.page.goto(f"{home}{address}")
            assert visit.page.locator("article .headerlink").count() > 1
            assert "¶" not in visit.page.evaluate(_COPIED, "article")


def test_what_a_list_tells_screen_readers_is_told_by_attributes(home: str, window: Window) -> None:
    """Older browsers know no such properties."""
    with window(viewport=DESK) as visit:
        visit.context.add_init_script("for (const n of ['ariaSort', 'ariaLabel', 'role']) delete Element.prototype[n]")
        visit.page.goto(f"{home}2568/measures/")
        group = visit.page.locator(".ita-tools__choices[role=group]")
        assert group.get_attribute("aria-label")
        assert "แสดง" in visit.page.locator(".ita-tools__count[role=status]").inner_text()
        group.locator("select").first.select_option(index=1)
        assert visit.page.locator("th[aria-sort]").count() == 1


@pytest.mark.parametrize("kind", [None, "text/plain", "text/plain; charset=iso-8859-1", "text/plain; charset=utf-8"])
def test_a_data_file_is_read_in_thai_whatever_the_server_says_of_it(
    kind: str | None, home: str, window: Window
) -> None:
    """Its download is byte for byte; what is opened in the browser is a copy that says by itself that it is UTF-8."""
    with window(viewport=DESK) as visit:

        def answer(route: Any) -> None:  # noqa: ANN401 - a Playwright route
            given = route.fetch()
            headers = {name: value for name, value in given.headers.items() if name != "content-type"}
            route.fulfill(
                status=200, body=given.body(), headers={**headers, **({"content-type": kind} if kind else {})}
            )

        visit.page.goto(f"{home}data/")
        visit.context.route("**/data/**/*.txt", answer)
        link = visit.page.get_by_role("link", name="เปิดอ่าน data/2568/result.yml", exact=True)
        link.click()
        visit.page.wait_for_url("**/data/2568/result.txt")
        shown = visit.page.evaluate("document.body.innerText")
        assert "level: ผ่านดีเยี่ยม" in shown
        assert "\ufffd" not in shown
