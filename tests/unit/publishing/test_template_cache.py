"""Where compiled templates are kept: with compiled modules, so that an installation compiles them once."""

import sys
from importlib import util
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from ita_site.ground.cache.file_cache import OFF
from ita_site.publishing import template_cache
from ita_site.publishing.template_cache import TemplateCache


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of compiled modules, in a place where none of the tests keeps anything."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.delenv(OFF, raising=False)
    folder = Path(util.cache_from_source(template_cache.__file__)).parent
    folder.mkdir(parents=True)
    return folder


def _kept(folder: Path) -> int:
    return sum(each.is_file() for each in folder.rglob("*"))


def _render() -> str:
    return (
        Environment(loader=DictLoader({"page": "{{ 1 + 1 }}"}), bytecode_cache=TemplateCache("test"), autoescape=True)
        .get_template("page")
        .render()
    )


def test_a_template_is_compiled_once_for_all_who_use_the_installation(tmp_path: Path, beside: Path) -> None:
    assert _render() == "2"
    (written,) = [each for each in beside.rglob("*") if each.is_file()]
    before = written.read_bytes()
    assert _render() == "2"
    assert written.read_bytes() == before
    assert not _kept(tmp_path / "user")


def test_where_python_may_keep_no_modules_the_user_keeps_templates(
    tmp_path: Path, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _render() == "2"
    assert (_kept(beside), _kept(tmp_path / "user")) == (0, 1)


def test_a_build_that_is_to_remember_nothing_keeps_no_template(
    tmp_path: Path, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OFF, "1")
    assert _render() == "2"
    assert (_kept(beside), _kept(tmp_path / "user")) == (0, 0)
