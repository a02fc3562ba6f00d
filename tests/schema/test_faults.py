"""Every kind of fault is put into words a clerk knows, and never repeats what was written."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdocs.content import Content
from sgdocs.findings import Finding
from sgdocs.reading import dump, dump_json, parse, read_file
from sgdocs.schema import check, load_schema

CONTENT = Content()
SCHEMAS = {n: load_schema(CONTENT, n) for n in ("case", "procedure", "partnership", "calendar")}
MARK = "Qzcanary"
EXAMPLE = read_file(CONTENT.path("examples", "nel-open/case.yaml")).data
# What a schema may ask of a value; all else in a schema is words, or says where things are.
ASKS = {
    "additionalProperties", "anyOf", "const", "contains", "dependentRequired", "dependentSchemas",
    "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "if", "maxItems", "maxLength",
    "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf",
    "not", "oneOf", "pattern", "patternProperties", "prefixItems", "propertyNames", "required",
    "type", "unevaluatedItems", "unevaluatedProperties", "uniqueItems",
}  # fmt: skip

KINDS = {
    "required": ("case", {"children": [{"harm": "died"}]}, "missing", "$.children[0].id"),
    "additionalProperties": ("case", {MARK: 1}, "unknown-field", "$"),
    "enum": ("case", {"incident": {"in_area": MARK}}, "not-a-choice", "$.incident.in_area"),
    "const": ("case", {"schema_version": MARK}, "not-a-choice", "$.schema_version"),
    "type": ("case", {"referral": MARK}, "wrong-kind", "$.referral"),
    "format": (
        "case",
        {"children": [{"date_of_birth": MARK}]},
        "date",
        "$.children[0].date_of_birth",
    ),
    "pattern": ("case", {"case": {"reference": MARK}}, "wrong-form", "$.case.reference"),
    "minLength": ("case", {"incident": {"details": ""}}, "wrong-length", "$.incident.details"),
    "maxLength": (
        "case",
        {"incident": {"details": MARK * 10_000}},
        "wrong-length",
        "$.incident.details",
    ),
    "minItems": ("case", {"children": []}, "wrong-count", "$.children"),
    "maxItems": ("case", {"children": [MARK] * 5}, "wrong-count", "$.children"),
    "uniqueItems": (
        "case",
        {"children": [{"status_at_incident": ["care_leaver"] * 2}]},
        "repeated",
        "$.children[0].status_at_incident",
    ),
    "anyOf": ("case", {"events": [{"event": "la_aware"}]}, "missing", "$.events[0]"),
    "minimum": (
        "case",
        {"dispatches": [{"version": 0}]},
        "wrong-number",
        "$.dispatches[0].version",
    ),
    "maximum": (
        "partnership",
        {"settings": {"retention": {"years": 1000}}},
        "wrong-number",
        "$.settings.retention.years",
    ),
    "propertyNames": ("procedure", {"roles": {f"{MARK} x": {}}}, "wrong-name", "$.roles"),
}


def asked(node: Any) -> Iterator[str]:
    """List what a schema asks of values, wherever in it."""
    if isinstance(node, Mapping):
        for key, below in node.items():
            if key in ("properties", "$defs"):
                for named in below.values():
                    yield from asked(named)
            else:
                yield key
                yield from asked(below)
    elif isinstance(node, list):
        for below in node:
            yield from asked(below)


def findings(schema: str, data: Any) -> tuple[Finding, ...]:
    document = parse(dump(data), name="file.yaml", kind="yaml")
    return check(document, SCHEMAS[schema])


def test_every_kind_of_fault_is_tried_here() -> None:
    used = set()
    for name in CONTENT.names("schemas", ".schema.json"):
        used |= set(asked(json.loads(CONTENT.path("schemas", name).read_text("utf-8"))))
    assert used & ASKS <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fault_has_its_words(kind: str) -> None:
    schema, data, rule, path = KINDS[kind]
    found = [f for f in findings(schema, data) if (f.rule, f.path) == (rule, path)]
    assert len(found) == 1
    assert found[0].line > 0
    said = found[0].line_of_text()
    assert found[0].message.endswith(".")
    assert MARK not in said
    assert MARK not in json.dumps(found[0].as_json())
    jargon = ("schema", "regex", "pattern", "instance", "None")
    assert not any(word in found[0].message for word in jargon)


SAYS = [
    ({"case": {"reference": "X", "proceduer": "nel"}}, "Did you mean “procedure”?"),
    ({"incident": {"in_area": "yess"}}, "Did you mean “yes”?"),
    ({"incident": {"in_area": True}}, "Choose one of: yes, no."),
    ({"referral": {"submitted": "12/11/2026"}}, "is written day first"),
    ({"referral": {"submitted": "12 November 2026"}}, "is written in words"),
    ({"referral": {"submitted": "2026-11-31"}}, "not in the calendar"),
    ({"referral": {"submitted": 20261112}}, "Put it in quotes."),
    ({"referral": {"reasons": None}}, "Fill it in, or take the whole line out."),
    ({"referral": {"referrer": {"email": "jo"}}}, "name@example.org"),
    ({"children": "Zoë"}, "a list, each entry beginning with a dash"),
    ({"events": [{"event": "la_aware"}]}, "is needed here"),
]


@pytest.mark.parametrize(("data", "words"), SAYS, ids=range(len(SAYS)))
def test_a_clerk_is_told_what_to_do(data: Any, words: str) -> None:
    assert any(words in f.line_of_text() for f in findings("case", data))


def test_every_fault_is_told_at_once_in_reading_order() -> None:
    found = findings("case", {"case": {"reference": 5}, "children": [], "events": 7, "extra": 1})
    assert [f.line for f in found] == sorted(f.line for f in found)
    assert {f.path for f in found} >= {
        "$.case.reference", "$.case.procedure", "$.children", "$.events", "$", "$.referral",
    }  # fmt: skip
    assert len(set(found)) == len(found)


def test_a_field_typed_as_a_name_is_not_repeated() -> None:
    (found,) = [f for f in findings("case", {f"{MARK} Lock": "x"}) if f.rule == "unknown-field"]
    assert (found.path, MARK in str(found)) == ("$", False)


wrong = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.floats(allow_nan=False, allow_infinity=False, width=16)
    | st.sampled_from([MARK, "", " ", "yes", "2026-02-30", "a@b", "1.0", f"{MARK}\n"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([MARK, "id", "name", "full"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def spots(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside: Any = node.items() if isinstance(node, dict) else ()
    inside = enumerate(node) if isinstance(node, list) else inside
    for step, below in inside:
        yield from spots(below, (*path, step))


SPOTS = [path for path in spots(EXAMPLE) if path]


@settings(max_examples=60)
@given(path=st.sampled_from(SPOTS), value=wrong)
def test_the_quick_check_and_the_words_agree(path: tuple[Any, ...], value: Any) -> None:
    """What is not right always has a finding, and what has none is right."""
    text = dump_json(EXAMPLE)
    data = json.loads(text)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    schema = SCHEMAS["case"]
    document = parse(dump_json(data), name="case.json", kind="json")
    found = check(document, schema)
    assert (found == ()) is schema.explainer.is_valid(document.data)
    assert (found == ()) is schema.gate.is_valid(document.data)
    assert not any(MARK in f.line_of_text() for f in found)


def test_a_right_file_has_no_finding() -> None:
    assert check(parse(dump(EXAMPLE), name="c.yaml", kind="yaml"), SCHEMAS["case"]) == ()


@pytest.mark.parametrize(
    ("schema", "kind", "name"),
    [(k.removesuffix("s"), k, n) for k in ("procedures", "partnerships", "calendars")
     for n in CONTENT.names(k, ".yaml") if n != "artefacts.yaml"],
)  # fmt: skip
def test_every_file_that_comes_with_the_program_has_its_shape(
    schema: str, kind: str, name: str
) -> None:
    assert check(read_file(CONTENT.path(kind, name)), load_schema(CONTENT, schema)) == ()


def test_the_list_of_papers_has_its_shape() -> None:
    document = read_file(CONTENT.path("procedures", "artefacts.yaml"))
    assert check(document, load_schema(CONTENT, "artefacts")) == ()
    assert check(
        parse("artefacts: []\n", name="a.yaml", kind="yaml"), load_schema(CONTENT, "artefacts")
    )
