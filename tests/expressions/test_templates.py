"""What a template prints, and what it refuses to print."""

import pickle
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from expressions.asking import printed
from sgdocs.expressions import ExpressionFailed, Limits, compile_template

FACTS = {
    "name": "Ivy",
    "count": 3,
    "share": 2.5,
    "whole": 4.0,
    "agencies": [
        {"name": "Harbour School", "returned": True, "items": ["a"]},
        {"name": "Quay GP", "returned": False, "items": []},
    ],
    "nobody": [],
    "place": None,
    "told": True,
    "on": date(2026, 4, 2),
}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Dear {{ name }},", "Dear Ivy,"),
        ("{{ count }} {{ share }} {{ whole }} {{ -1 }}", "3 2.5 4 -1"),
        ("{{ name ~ ' ' ~ count }}", "Ivy 3"),
        ("{% if told %}yes{% else %}no{% endif %}", "yes"),
        ("{% if gone %}a{% elif told %}b{% else %}c{% endif %}", "b"),
        ("{% if gone %}a{% elif place %}b{% else %}c{% endif %}", "c"),
        ("{% for a in agencies %}{{ loop.index }}{{ a.name }};{% endfor %}",
         "1Harbour School;2Quay GP;"),
        ("{% for a in agencies if a.returned %}{{ a.name }}{% endfor %}", "Harbour School"),
        ("{% for a in agencies %}{{ '' if loop.last else ',' }}{% endfor %}", ","),
        ("{% for a in nobody %}x{% else %}none{% endfor %}", "none"),
        ("{% for a in agencies if gone %}x{% else %}none{% endfor %}", "none"),
        ("{% for a in agencies %}{{ a.items|count }}{% endfor %}", "10"),
        ("{% for a in agencies %}{% for b in a.items %}{{ loop.length }}{% endfor %}"
         "{{ loop.index0 }}{% endfor %}", "101"),
        ("{% set n = 'out' %}{% for a in agencies %}{% set n = a.name %}{% endfor %}{{ n }}",
         "out"),
        ("{% for a in nobody %}{% else %}{% set n = 'in' %}{% endfor %}{{ n|default('out') }}",
         "out"),
        ("{% if told %}{% set n = 'in' %}{% endif %}{{ n }}", "in"),
        ("{% with n = name %}{{ n }}{% endwith %}{{ n|default('-') }}", "Ivy-"),
        ("{% set name = 'other' %}{{ name }}", "other"),
        ("{{ on|long_date }}", "Thursday 2 April 2026"),
        ("{{ gone|default('to be confirmed') }}", "to be confirmed"),
        ("{# a note #}{% raw %}{{ name }}{% endraw %}", "{{ name }}"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_template_prints(source: str, text: str) -> None:
    assert printed(source, FACTS) == text


@pytest.mark.parametrize(
    ("source", "path", "remedy"),
    [
        ("{{ gone }}", "gone", "default"),
        ("{{ name ~ gone }}", "gone", "default"),
        ("{% set n = gone %}{{ n }}", "gone", "default"),
        ("{% for a in gone %}{% endfor %}", "gone", "default"),
        ("{% for a in agencies %}{{ a.gone }}{% endfor %}", "a.gone", "default"),
        ("{{ place }}", "place", "default"),
        ("{{ told }}", "told", "yes_no"),
        ("{{ agencies }}", "agencies", "and_list"),
        ("{{ agencies[0] }}", "agencies[0]", "fields"),
        ("{{ on }}", "on", "long_date"),
        ("{% for a in name %}{% endfor %}", "name", ""),
        ("{% for a in agencies[0] %}{% endfor %}", "agencies[0]", ""),
        ("{% if count %}{% endif %}", "count", "> 0"),
        ("{{ nobody|and_list }}", "nobody", "if"),
        ("{{ nobody|first }}", "nobody|first", "default"),
    ],
)
def test_a_template_never_prints_a_blank_or_a_guess(source: str, path: str, remedy: str) -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        printed(source, FACTS)
    assert stopped.value.path == path
    assert remedy in stopped.value.remedy


def test_numbers_that_are_not_numbers_are_not_printed() -> None:
    for value in (float("nan"), float("inf"), 10**16):
        with pytest.raises(ExpressionFailed):
            printed("{{ n }}", {"n": value})


def test_a_failure_names_the_line_of_the_innermost_place() -> None:
    source = "Dear all\n{% for a in agencies %}\n{{ a.name }}\n{{ a.gone }}\n{% endfor %}\n"
    with pytest.raises(ExpressionFailed, match=r"^the template, line 4: `a\.gone` is missing"):
        printed(source, FACTS)


def test_the_line_of_an_elif_is_its_own() -> None:
    with pytest.raises(ExpressionFailed, match="line 3"):
        printed("{% if gone %}\na\n{% elif gone == 1 %}\nb\n{% endif %}")


def test_a_line_that_is_only_a_tag_leaves_no_line_in_plain_text() -> None:
    source = "Sent to:\n  {% for a in agencies %}\n- {{ a.name }}\n  {% endfor %}\nend\n"
    assert printed(source, FACTS) == "Sent to:\n- Harbour School\n- Quay GP\nend\n"


def test_every_character_of_xml_stays() -> None:
    source = "<t> {% if told %}\n<b/>\r\n{% endif %}\n</t>\n"
    template = compile_template(source, name="part", escape="xml")
    assert template.render(FACTS) == "<t> \n<b/>\n\n</t>\n"


def test_xml_facts_are_escaped_once_and_the_template_is_not() -> None:
    template = compile_template(
        "<a>{{ v }}</a>{{ v|upper }}{{ 'x<' ~ v }}{% set w = v %}{{ w }}", name="x", escape="xml"
    )
    assert template.render({"v": "Smith & <O'N>"}) == (
        "<a>Smith &amp; &lt;O&#39;N&gt;</a>SMITH &amp; &lt;O&#39;N&gt;"
        "x&lt;Smith &amp; &lt;O&#39;N&gt;Smith &amp; &lt;O&#39;N&gt;"
    )


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_xml_refuses_what_word_would_lose(bad: str) -> None:
    template = compile_template("{{ v }}", name="x", escape="xml")
    with pytest.raises(ExpressionFailed) as stopped:
        template.render({"v": f"Ivy{bad}"})
    assert stopped.value.path == "v"
    assert "Ivy" not in str(stopped.value)


@pytest.mark.parametrize("text", ["{{ name }}", "{% for x in y %}", "& < > *#_[", "Zoë 李 🙂"])
def test_a_value_is_never_read_as_a_template(text: str) -> None:
    assert printed("{{ v }}|{{ v ~ '' }}|{{ [v]|and_list }}", {"v": text}) == "|".join([text] * 3)


def test_each_printed_fact_can_be_wrapped_after_it_is_escaped() -> None:
    template = compile_template("<b>{{ v }}{{ 1 }}</b>", name="x", escape="xml")
    assert template.render({"v": "&"}, wrap=lambda text: f"[{text}]") == "<b>[&amp;][1]</b>"


def test_the_facts_are_left_as_they_were() -> None:
    facts = {"xs": [{"n": 2}, {"n": 1}], "name": "a"}
    printed("{% set name = 'b' %}{% for x in xs|sort_by('n') %}{{ x.n }}{% endfor %}", facts)
    assert facts == {"xs": [{"n": 2}, {"n": 1}], "name": "a"}


class Slow(Mapping[str, object]):
    """Facts that are worked out only when they are asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getitem__(self, name: str) -> object:
        self.asked.append(name)
        return f"<{name}>"

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("nobody may go through all the facts")

    def __len__(self) -> int:
        return 1


def test_only_the_facts_a_template_uses_are_asked_for() -> None:
    facts = Slow()
    assert printed("{% if true %}{{ used }}{% else %}{{ unused }}{% endif %}", facts) == "<used>"
    assert facts.asked == ["used"]


def test_a_template_travels_to_another_process() -> None:
    template = compile_template("{{ v }}", name="x", escape="xml", limits=Limits(output=5))
    again = pickle.loads(pickle.dumps(template))  # noqa: S301 - our own bytes
    assert again == template
    assert again.render({"v": "&"}) == "&amp;"
