"""Where both print, this language and Jinja itself print the same."""

import jinja2
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sgdocs.expressions import ExpressionFailed, ExpressionRefused, compile_template

FACTS = {
    # nothing here is called `made`: Jinja forgets a fact that a template sets later on
    "s": "Smith & <Jones>",
    "t": "",
    "n": 3,
    "yes": True,
    "no": False,
    "xs": [{"k": "b", "v": 1}, {"k": "a", "v": 2}, {"k": "", "v": 3}],
    "empty": [],
    "g": {"s": "it's", "deep": {"s": '"q"'}, "list": ["x", "y"]},
}
VALUES = (
    "s", "t", "n", "g.s", "g.deep.s", "g['s']", "xs[0].k", "xs[-1].v", "g.list[1]", "gone", "made",
    "'lit & <x>'", "2", "xs|first", "x.k", "x.v", "loop.index", "xs|count", "s ~ n", "s ~ made",
    "(s)|upper", "made|upper", "'a' ~ 'b' ~ 1",
)  # fmt: skip
BOOLS = (
    "yes", "no", "s", "t", "xs", "empty", "gone", "g.gone", "gone is defined", "s is defined",
    "s == 'lit'", "n > 2", "n in [1, 3]", "'Smith' in s", "'s' in g", "1 < n <= 3", "n != 3",
    "made", "made is defined", "x.v == 2", "loop.first",
)  # fmt: skip


@st.composite
def _truths(draw: st.DrawFn, depth: int = 2) -> str:
    shape = draw(st.sampled_from(["plain", "and", "or", "not"] if depth else ["plain"]))
    if shape == "plain":
        return draw(st.sampled_from(BOOLS))
    one = draw(_truths(depth - 1))
    return f"not ({one})" if shape == "not" else f"({one} {shape} {draw(_truths(depth - 1))})"


@st.composite
def _values(draw: st.DrawFn) -> str:
    value = st.sampled_from(VALUES)
    if draw(st.booleans()):
        return draw(value)
    return f"({draw(value)}) if {draw(_truths())} else ({draw(value)})"


@st.composite
def bodies(draw: st.DrawFn, depth: int = 4) -> str:  # noqa: PLR0911 - one for each statement
    """Give the body of a template."""
    shapes = ["words", "value", *(["two", "if", "for", "for if", "set", "with"] if depth else [])]
    match draw(st.sampled_from(shapes)):
        case "words":
            return draw(st.sampled_from(["<p>", "words\n", "  ", "{# note #}\n"]))
        case "value":
            return f"[{{{{ {draw(_values())} }}}}]"
        case "two":
            return draw(bodies(depth - 1)) + draw(bodies(depth - 1))
        case "if":
            one, two = draw(bodies(depth - 1)), draw(bodies(depth - 1))
            return f"{{% if {draw(_truths())} %}}{one}{{% else %}}\n{two}{{% endif %}}"
        case "for":
            one, two = draw(bodies(depth - 1)), draw(bodies(depth - 1))
            entries = draw(st.sampled_from(["xs", "empty", "g.list"]))
            return f"{{% for x in {entries} %}}{one}{{% else %}}{two}{{% endfor %}}"
        case "for if":
            return f"{{% for x in xs if x.k %}}\n  {draw(bodies(depth - 1))}{{% endfor %}}\n"
        case "set":
            return f"{{% set made = {draw(_values())} %}}{draw(bodies(depth - 1))}"
        case _:
            inner = draw(bodies(depth - 1))
            return f"{{% with made = {draw(_values())} %}}{inner}{{% endwith %}}"


class Guardable(jinja2.StrictUndefined):
    """Jinja's strict undefined, but false in an `if`, as ours is."""

    def __bool__(self) -> bool:
        return False


def _jinja(source: str, *, xml: bool) -> str:
    environment = ImmutableSandboxedEnvironment(
        autoescape=xml,
        undefined=Guardable,
        keep_trailing_newline=True,
        trim_blocks=not xml,
        lstrip_blocks=not xml,
    )
    return environment.from_string(source).render(FACTS)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=bodies(), xml=st.booleans())
def test_what_is_printed_is_what_jinja_prints(source: str, xml: bool) -> None:
    try:
        ours = compile_template(source, name="t", escape="xml" if xml else "none").render(FACTS)
    except (ExpressionRefused, ExpressionFailed):
        assume(False)
    assert ours == _jinja(source, xml=xml)
