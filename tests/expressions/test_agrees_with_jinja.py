"""Where both print, this language and Jinja itself print the same."""

import jinja2
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sgdocs.expressions import ExpressionFailed, ExpressionRefused, compile_template

FACTS = {
    "s": "Smith & <Jones>",
    "t": "",
    "n": 3,
    "yes": True,
    "no": False,
    "xs": [{"k": "b", "v": 1}, {"k": "a", "v": 2}, {"k": "", "v": 3}],
    "empty": [],
    "g": {"s": "it's", "deep": {"s": '"q"'}, "list": ["x", "y"]},
}
VALUES = st.sampled_from(
    ["s", "t", "n", "g.s", "g.deep.s", "g['s']", "xs[0].k", "xs[-1].v", "g.list[1]", "gone",
     "'lit & <x>'", "2", "xs|first", "x.k", "x.v", "loop.index", "xs|count"]
)  # fmt: skip
BOOLS = st.sampled_from(
    ["yes", "no", "s", "t", "xs", "empty", "gone", "g.gone", "gone is defined", "s is defined",
     "s == 'lit'", "n > 2", "n in [1, 3]", "'Smith' in s", "'s' in g", "1 < n <= 3", "n != 3"]
)  # fmt: skip


def _bools(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map(lambda p: f"({p[0]} and {p[1]})"),
        st.tuples(inner, inner).map(lambda p: f"({p[0]} or {p[1]})"),
        inner.map(lambda p: f"(not {p})"),
    )


TRUTHS = st.recursive(BOOLS, _bools, max_leaves=4)
PRINTED = st.one_of(
    VALUES,
    st.tuples(VALUES, VALUES).map(lambda p: f"{p[0]} ~ {p[1]}"),
    st.tuples(VALUES, TRUTHS, VALUES).map(lambda p: f"({p[0]}) if {p[1]} else ({p[2]})"),
    VALUES.map(lambda p: f"({p})|upper"),
)


def _bodies(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(TRUTHS, inner, inner).map(
            lambda p: f"{{% if {p[0]} %}}{p[1]}{{% else %}}\n{p[2]}{{% endif %}}"
        ),
        st.tuples(st.sampled_from(["xs", "empty", "g.list"]), inner, inner).map(
            lambda p: f"{{% for x in {p[0]} %}}{p[1]}{{% else %}}{p[2]}{{% endfor %}}"
        ),
        inner.map(lambda p: f"{{% for x in xs if x.k %}}\n  {p}{{% endfor %}}\n"),
        st.tuples(VALUES, inner).map(lambda p: f"{{% set s = {p[0]} %}}{p[1]}"),
        st.tuples(VALUES, inner).map(lambda p: f"{{% with s = {p[0]} %}}{p[1]}{{% endwith %}}"),
    )


BODIES = st.recursive(
    st.one_of(PRINTED.map(lambda p: f"[{{{{ {p} }}}}]"), st.sampled_from(["<p>", "words\n"])),
    _bodies,
    max_leaves=8,
)


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


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(source=BODIES, xml=st.booleans())
def test_what_is_printed_is_what_jinja_prints(source: str, xml: bool) -> None:
    try:
        ours = compile_template(source, name="t", escape="xml" if xml else "none").render(FACTS)
    except (ExpressionRefused, ExpressionFailed):
        assume(False)
    assert ours == _jinja(source, xml=xml)
