"""What the language does not have is refused before anything runs, with the line and a way out."""

import pytest

from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionRefused, compile_condition, compile_template

CONDITIONS = [
    ("''.__class__", "`__class__`"),
    ("a.__class__.__mro__", "`__mro__`"),
    ("a['__class__']", "`__class__`"),
    ("a._private", "`_private`"),
    ("_a", "`_a`"),
    ("a|attr('x')", "no filter `attr`"),
    ("a|map('upper')", "no filter `map`"),
    ("a|format(1)", "no filter `format`"),
    ("a|safe", "no filter `safe`"),
    ("'{0.__class__}'.format(a)", "called"),
    ("{}.items()", "called"),
    ("range(9)", "called"),
    ("self.a()", "called"),
    ("f(a=1)", "called"),
    ("f(*a)", "called"),
    ("a + 1", "arithmetic"),
    ("a - 1", "arithmetic"),
    ("a * 9", "arithmetic"),
    ("a / 2", "arithmetic"),
    ("a // 2", "arithmetic"),
    ("a % 2", "arithmetic"),
    ("a ** 9", "arithmetic"),
    ("-a", "arithmetic"),
    ("+1", "arithmetic"),
    ("-'a'", "arithmetic"),
    ("-true", "arithmetic"),
    ("a[1:]", "cut"),
    ("a[::2]", "cut"),
    ("a if b", "`else`"),
    ("{a: 1}", "quotes"),
    ("a is odd", "no test `odd`"),
    ("a is x.y", "no test `x.y`"),
    ("a is one_of('x', 'y')", "`one_of`"),
    ("a is one_of", "`one_of`"),
    ("a|join", "`join`"),
    ("a|join(separator=',')", "`join`"),
    ("a|join(*b)", "`join`"),
    ("a|default('x', true)", "`default`"),
    ("a|upper(1)", "`upper`"),
    ("a|pluck(b)", "in quotes"),
    ("a|where(b, 1)", "in quotes"),
    ("a|sort_by('x' ~ b)", "in quotes"),
    ("loop.index == 1", "loop"),
    ("аgency", "not a name"),  # the first letter is Cyrillic
    ("a.é", "not a name"),
    ("a" * 101, "not a name"),
    ("1e999", "too large"),
    (r"'\ud800'", "half a character"),
    ("a b", "cannot be read"),
    ("a }} {{ b", "cannot be read"),
    ("a %}{% if b", "cannot be read"),
    ("", "cannot be read"),
    ("(a", "cannot be read"),
    ("a =", "cannot be read"),
    ("'a", "cannot be read"),
    ("a is defined is defined", "cannot chain"),
]

TEMPLATES = [
    ("{% include 'x' %}", "bring in"),
    ("{% import 'x' as y %}", "bring in"),
    ("{% from 'x' import y %}", "bring in"),
    ("{% extends 'x' %}", "bring in"),
    ("{% block x %}{% endblock %}", "bring in"),
    ("{% macro m() %}{% endmacro %}", "macros"),
    ("{% call m() %}{% endcall %}", "macros"),
    ("{% filter upper %}{% endfilter %}", "filter blocks"),
    ("{% set x %}{% endset %}", "block cannot be set"),
    ("{% set a.b = 1 %}", "plain name"),
    ("{% set a, b = c %}", "plain name"),
    ("{% set _a = 1 %}", "`_a`"),
    ("{% set loop = 1 %}", "`loop`"),
    ("{% set x = namespace() %}", "called"),
    ("{% with loop = 1 %}{% endwith %}", "`loop`"),
    ("{% for a, b in c %}{% endfor %}", "plain name"),
    ("{% for loop in c %}{% endfor %}", "`loop`"),
    ("{% for a in b recursive %}{% endfor %}", "call itself"),
    ("{% for a in b %}{{ loop.cycle('x') }}{% endfor %}", "called"),
    ("{% for a in b %}{{ loop.previtem }}{% endfor %}", "`loop.previtem`"),
    ("{% for a in b %}{% else %}{{ loop.index }}{% endfor %}", "only known inside"),
    ("{% for a in b if loop.first %}{% endfor %}", "only known inside"),
    ("{% for a in b %}{% break %}{% endfor %}", "cannot be read"),
    ("{% do a %}", "cannot be read"),
    ("{% autoescape false %}{% endautoescape %}", "not part"),
    ("{% debug %}", "cannot be read"),
    ("{% trans %}{% endtrans %}", "cannot be read"),
    ("{% if a %}", "cannot be read"),
    ("{% endif %}", "cannot be read"),
    ("{{ a", "cannot be read"),
    ("{{ }}", "cannot be read"),
    ("{{ super() }}", "called"),
    ("{{ self }}{{ a.b() }}", "called"),
]


@pytest.mark.parametrize(("source", "says"), CONDITIONS)
def test_a_condition_is_refused(source: str, says: str) -> None:
    with pytest.raises(ExpressionRefused) as stopped:
        compile_condition(source, name="criteria_met")
    assert says in str(stopped.value)
    assert str(stopped.value).startswith("criteria_met, line 1: ")
    assert isinstance(stopped.value, InputRefused)


@pytest.mark.parametrize(("source", "says"), TEMPLATES)
@pytest.mark.parametrize("escape", ["none", "xml"])
def test_a_template_is_refused_with_its_line(source: str, says: str, escape: str) -> None:
    with pytest.raises(ExpressionRefused) as stopped:
        compile_template(f"one\ntwo\n{source}", name="letter", escape=escape)
    assert says in stopped.value.what
    assert stopped.value.line == 3


def test_a_slip_of_the_pen_is_put_right() -> None:
    with pytest.raises(ExpressionRefused, match="Did you mean `long_date`"):
        compile_template("{{ due|longdate }}", name="letter")
    with pytest.raises(ExpressionRefused, match="Did you mean `defined`"):
        compile_condition("a is define", name="c")


def test_what_a_filter_takes_is_told() -> None:
    with pytest.raises(ExpressionRefused, match=r"Write `plural\(one, many\)`"):
        compile_template("{{ n|plural('child') }}", name="letter")
    with pytest.raises(ExpressionRefused, match="takes nothing in brackets"):
        compile_template("{{ n|ordinal(1) }}", name="letter")


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_there_are_no_names_but_the_facts(name: str) -> None:
    assert not compile_condition(name, name="c").holds({})


def test_the_fields_of_data_are_fields_and_nothing_else() -> None:
    group = {"items": "i", "get": "g", "keys": "k"}
    template = compile_template("{{ g.items }}{{ g.get }}{{ g.keys }}", name="t")
    assert template.render({"g": group}) == "igk"
    assert not compile_condition("g.values", name="c").holds({"g": group})
