"""The world of somebody else’s templates: filters, tests, globals, and missing values."""

from pathlib import Path

import pytest

from checking.schemas import SCHEMA
from sgdocs.checking import (
    Finding,
    Wish,
    check_files,
    check_template,
    library,
    pages_of,
    paper_world,
)
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas
from sgdocs.errors import InputRefused

_ENV = """
filters:
  day_words: {takes: date, gives: text}
  names: {takes: list, gives: {type: array, items: {type: string}}}
tests:
  late: {takes: date}
globals:
  office: {type: object, properties: {phone: {type: string}}, required: [phone]}
  now: {}
"""


def _found(folder: Path, text: str, env: str | None = None) -> list[Finding]:
    template = folder / "t.md"
    template.write_text(text, encoding="utf-8")
    world = None
    if env is not None:
        world = folder / "env.yaml"
        world.write_text(env, encoding="utf-8")
    return check_files(SCHEMA, [template], Wish(world))


def _rules(folder: Path, text: str, env: str | None = None) -> list[str]:
    return [f.rule for f in _found(folder, text, env)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ meeting.date|day_words }}",
        "{{ members|names|join(', ') }}",
        "{% if meeting.date is late %}x{% endif %}",
        "{{ office.phone }} {{ now.year }} {{ now() }}",
        "{{ reference|upper }}",
    ],
)
def test_what_is_declared_is_known(tmp_path: Path, text: str) -> None:
    assert _rules(tmp_path, text, _ENV) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{{ meeting.place|day_words }}", "filter-misuse"),
        ("{{ meeting|names }}", "filter-misuse"),
        ("{{ members|names }}", "prints-list"),
        ("{% if members is late %}x{% endif %}", "filter-misuse"),
        ("{{ office.fone }}", "unknown-field"),
        ("{{ meeting.date|long_date }}", "unknown-filter"),
    ],
)
def test_what_is_declared_is_held_to(tmp_path: Path, text: str, rule: str) -> None:
    assert rule in _rules(tmp_path, text, _ENV)


def test_strict_lets_nothing_missing_be_asked(tmp_path: Path) -> None:
    asked = "{% if note %}{{ note }}{% endif %}"
    assert _rules(tmp_path, asked) == []
    assert _rules(tmp_path, asked, "undefined: strict") == ["optional-unguarded"]
    told = "{% if note is defined %}{{ note }}{% endif %}{{ note|default('') }}"
    assert _rules(tmp_path, told, "undefined: strict") == []
    assert _rules(tmp_path, "{% if note == 'x' %}x{% endif %}", "undefined: strict") != []


def test_lenient_prints_nothing_for_what_is_missing(tmp_path: Path) -> None:
    assert (
        _rules(tmp_path, "{{ note }}{% for g in guests %}x{% endfor %}", "undefined: lenient") == []
    )
    dotted = _rules(tmp_path, "{{ meeting.chair.name }}", "undefined: lenient")
    assert dotted == ["optional-unguarded"]
    assert _rules(tmp_path, "{{ meeting.plaec }}", "undefined: lenient") == ["unknown-field"]


@pytest.mark.parametrize(
    "env",
    [
        "undefined: relaxed",
        "filtres: {}",
        "filters: upper",
        "tests: 7",
        "globals: {now: {type: 7}}",
    ],
)
def test_a_world_that_cannot_be_read_is_refused(tmp_path: Path, env: str) -> None:
    with pytest.raises(InputRefused):
        _found(tmp_path, "x", env)


def test_files_taken_in_are_named_with_the_way_to_them(tmp_path: Path) -> None:
    (tmp_path / "foot.md").write_text("one\n{{ refrence }}\n", encoding="utf-8")
    found = _found(tmp_path, "# Head\n\n{% include 'foot.md' %}\n")
    assert [(f.rule, f.in_file, f.line, f.text, f.heading) for f in found] == [
        ("unknown-name", "foot.md", 2, "{{ refrence }}", "Head")
    ]
    assert "line 3" in found[0].message


def test_macros_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "m.jinja").write_text(
        "{% macro who(x) %}{{ x.name }}{% endmacro %}\n"
        "{% macro seen() %}{{ reference }}{% endmacro %}\n",
        encoding="utf-8",
    )
    head = "{% import 'm.jinja' as m %}{% from 'm.jinja' import who %}"
    assert _rules(tmp_path, head + "{{ m.who(members[0]) }}{{ who(members[0]) }}") == []
    assert _rules(tmp_path, head + "{{ m.hwo(1) }}") == ["unknown-method"]
    assert _rules(tmp_path, head + "{{ who(meeting) }}") == ["unknown-field"]
    assert _rules(tmp_path, head + "{{ m.seen() }}") == ["out-of-scope"]
    shared = head.replace("as m", "as m with context")
    assert _rules(tmp_path, shared + "{{ m.seen() }}{{ who(members[0]) }}") == []


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("{# check: ignore unknown-field it is added by hand #}", 0),
        ("{# check: ignore all the old form #}", 0),
        ("{# check: ignore prints-list another matter #}", 1),
    ],
)
def test_a_finding_somebody_has_looked_at(tmp_path: Path, comment: str, left: int) -> None:
    assert len(_found(tmp_path, f"{{{{ meeting.plaec }}}} {comment}")) == left
    assert len(_found(tmp_path, f"{comment}\n{{{{ meeting.plaec }}}}")) == left
    assert len(_found(tmp_path, f"{comment}\n\n{{{{ meeting.plaec }}}}")) == 1


def test_lenient_still_says_what_is_silently_wrong(tmp_path: Path) -> None:
    lookup = "{{ {'annual': 'A'}[meeting.kind] }}"
    assert _rules(tmp_path, lookup, "undefined: lenient") == ["not-exhaustive"]
    macro = "{% macro row(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ row(fee) }}"
    assert _rules(tmp_path, macro, "undefined: lenient") == ["macro-arguments"]
    assert _rules(tmp_path, "{{ 'x' if note }}", "undefined: lenient") == []
    assert _rules(tmp_path, "{{ note + 'x' }}", "undefined: lenient") == ["optional-unguarded"]


def test_strict_does_not_let_a_filter_ask_either(tmp_path: Path) -> None:
    chosen = "{{ members|selectattr('email')|map(attribute='name')|join(', ') }}"
    assert _rules(tmp_path, chosen) == []
    assert _rules(tmp_path, chosen, "undefined: strict") == ["optional-unguarded"]


def _own(path: Path) -> list[Finding]:
    root = SchemaTypes(Schemas()).read(SCHEMA)
    return check_template(pages_of(path, "t.md", own=True), root, paper_world(), library([path]))


def test_our_own_papers_stop_where_a_fact_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    path.write_text("{{ note }} {{ meeting.chair.name }} {{ meeting.plaec }}", encoding="utf-8")
    assert [f.rule for f in _own(path)] == ["unknown-field"]
    path.write_text("{% if meeting.chair.email %}x{% endif %}", encoding="utf-8")
    assert [f.rule for f in _own(path)] == ["optional-unguarded"]


def test_macros_that_call_themselves_come_to_an_end(tmp_path: Path) -> None:
    inner = "{% call each(xs) %}{{ each(xs) }}{{ each(xs) }}{% endcall %}"
    text = f"{{% macro each(xs) %}}{{{{ caller() }}}}{inner}{{% endmacro %}}{{{{ each(members) }}}}"
    assert _rules(tmp_path, text) == []
    assert _rules(tmp_path, text.rpartition("{{")[0]) == []
