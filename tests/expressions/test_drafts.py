"""A draft says what is missing where a finished paper would stop."""

import pytest

from sgdocs.expressions import ExpressionFailed, compile_template

FACTS = {"null": None, "s": "v", "k": 3, "xs": [{"a": "p"}, {"b": "q"}], "nobody": []}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ gone }} {{ null }} {{ s }}", "[?] [?] v"),
        ("{{ gone.a.b }} {{ null.a }} {{ xs[9].a }} {{ xs[gone] }}", "[?] [?] [?] [?]"),
        ("{{ gone|long_date }} {{ null|upper }} {{ gone|count }}", "[?] [?] [?]"),
        ("{{ xs|pluck('a')|and_list }} {{ nobody|and_list }} {{ nobody|first }}", "[?] [?] [?]"),
        ("{{ 'Dear ' ~ gone }} {{ [gone, s]|and_list }} {{ {'a': gone}.a }}", "Dear [?] v [?]"),
        ("{{ gone.a|default('x') }} {{ s|default(gone) }} {{ gone|default(null) }}", "x v [?]"),
        ("{% for x in gone %}x{% else %}none{% endfor %}", "none"),
        ("{% for x in null %}x{% endfor %}{% for x in gone.a %}x{% endfor %}", ""),
        ("{% for x in xs %}{{ x.a|upper }};{% endfor %}", "P;[?];"),
        ("{% if gone > 3 or null < 3 or 'x' in null %}a{% else %}b{% endif %}", "b"),
        ("{% if null == none %}a{% else %}b{% endif %}", "a"),
        ("{% if gone.a %}a{% else %}b{% endif %}{{ gone if gone.a else s }}", "bv"),
        ("{% set n = gone.x %}{{ n }}", "[?]"),
        ("{{ s }}{{ k }}", "v3"),
    ],
)
def test_a_draft_prints(source: str, text: str) -> None:
    template = compile_template(source, name="t")
    assert {template.render(FACTS, missing="[?]") for _ in range(5)} == {text}


@pytest.mark.parametrize(
    "source", ["{{ s.a }}", "{{ xs }}", "{{ s|count }}", "{% if k %}{% endif %}"]
)
def test_a_mistake_is_one_in_a_draft_too(source: str) -> None:
    with pytest.raises(ExpressionFailed):
        compile_template(source, name="t").render(FACTS, missing="[?]")


def test_what_is_printed_instead_is_escaped() -> None:
    template = compile_template("<t>{{ gone }}</t>", name="t", escape="xml")
    assert template.render({}, missing="<?>") == "<t>&lt;?&gt;</t>"
