"""Templates are sent without blanks that nobody sees, and with all that somebody does."""

from __future__ import annotations

from jinja2 import Environment

from ita_site.publishing import template_whitespace


def rendered(template: str, **values: object) -> str:
    """Return what a template of the theme makes."""
    environment = Environment(autoescape=True)
    template_whitespace.leave_out(environment)
    return environment.from_string(template).render(values)


def test_between_blocks_there_is_nothing() -> None:
    template = """<ul class="a">
      {% for each in names %}
        <li{% if loop.first %} class="b"{% endif %}>
          <p>{{ each }}</p>
        </li>
      {% endfor %}
    </ul>"""
    expected = '<ul class="a"><li class="b"><p>ก</p></li><li><p>ข</p></li></ul>'
    assert rendered(template, names=["ก", "ข"]) == expected


def test_a_blank_that_somebody_sees_stays() -> None:
    for seen in (
        "<a>ก</a>\n<a>ข</a>",
        "<span>ก</span>\n<strong>ข</strong>",
        "<td>1</td>\n<td>2</td>",
        "<dt>ก</dt>\n<dd>ข</dd>",
        "ก\n<p>ข</p>",
        "<label>ก</label>\n<input>",
        "<p-like>\nข</p-like>",
    ):
        assert rendered(seen) == seen


def test_where_a_blank_is_a_blank_all_stay() -> None:
    template = "<div>\n  <pre>ก\n  ข</pre>\n</div>"
    assert rendered(template) == template


def test_a_text_keeps_its_tags_and_lines() -> None:
    assert rendered("<p>{{ text }}</p>\n", text="</p>\n<p>") == "<p>&lt;/p&gt;\n&lt;p&gt;</p>"
