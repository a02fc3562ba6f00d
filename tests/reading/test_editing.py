"""One entry is added, or one value set, and every other character of the file stays."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reading.asking import document, plain_data, read, shown, text_values
from sgdocs.reading import ReadingRefused, dump, insert_entry, remove_value, set_value
from sgdocs.reading.yamledit import changed_yaml

ENTRY = {"event": "form sent", "date": "2026-04-02"}

# (before, after) with the entry added at $.events
ADDED = {
    "after the last entry, before the blank line and the next comment": (
        "events:\n  - event: a\n    date: x # why\n\n# Next\nother: 1\n",
        "events:\n  - event: a\n    date: x # why\n  - event: form sent\n    date: 2026-04-02\n"
        "\n# Next\nother: 1\n",
    ),
    "at the file's own indentation": (
        "events:\n- a: 1\nother: 1\n",
        "events:\n- a: 1\n- event: form sent\n  date: 2026-04-02\nother: 1\n",
    ),
    "deep indentation": (
        "events:\n      - a: 1\n",
        "events:\n      - a: 1\n      - event: form sent\n        date: 2026-04-02\n",
    ),
    "no line end at the end": (
        "events:\n  - a: 1",
        "events:\n  - a: 1\n  - event: form sent\n    date: 2026-04-02\n",
    ),
    "Windows line ends": (
        "events:\r\n  - a: 1\r\nother: 1\r\n",
        "events:\r\n  - a: 1\r\n  - event: form sent\r\n    date: 2026-04-02\r\nother: 1\r\n",
    ),
    "byte order mark": (
        "\ufeffevents:\n  - a: 1\n",
        "\ufeffevents:\n  - a: 1\n  - event: form sent\n    date: 2026-04-02\n",
    ),
    "after a text of several lines": (
        "events:\n  - a: |\n      one\n\n      two\n\n\nother: 1\n",
        "events:\n  - a: |\n      one\n\n      two\n  - event: form sent\n    date: 2026-04-02\n"
        "\n\nother: 1\n",
    ),
    "after a text that keeps its blank lines": (
        "events:\n  - a: |+\n      one\n\nother: 1\n",
        "events:\n  - a: |+\n      one\n\n  - event: form sent\n    date: 2026-04-02\nother: 1\n",
    ),
    "after an entry with an empty value": (
        "events:\n  - a:\nother: 1\n",
        "events:\n  - a:\n  - event: form sent\n    date: 2026-04-02\nother: 1\n",
    ),
    "before the end of the document": (
        "events:\n  - a: 1\n...\n",
        "events:\n  - a: 1\n  - event: form sent\n    date: 2026-04-02\n...\n",
    ),
    "list in brackets": (
        "events: [{a: 1}] # why\n",
        'events: [{a: 1}, {"event": "form sent", "date": "2026-04-02"}] # why\n',
    ),
    "list in brackets with a spare comma": (
        "events: [\n  {a: 1}, # first\n]\n",
        'events: [\n  {a: 1}, {"event": "form sent", "date": "2026-04-02"}, # first\n]\n',
    ),
    "empty brackets": (
        "a: 1\nevents: [] # none yet\nb: 2\n",
        "a: 1\nevents: # none yet\n  - event: form sent\n    date: 2026-04-02\nb: 2\n",
    ),
    "null": (
        "a: 1\nevents: null\nb: 2\n",
        "a: 1\nevents:\n  - event: form sent\n    date: 2026-04-02\nb: 2\n",
    ),
    "nothing after the colon": (
        "events: # none yet\nb: 2\n",
        "events: # none yet\n  - event: form sent\n    date: 2026-04-02\nb: 2\n",
    ),
    "no such list": (
        "a: 1\n\n# The end\n",
        "a: 1\nevents:\n  - event: form sent\n    date: 2026-04-02\n\n# The end\n",
    ),
    "no such list, in the file's manner": (
        "a:\n- 1\n",
        "a:\n- 1\nevents:\n- event: form sent\n  date: 2026-04-02\n",
    ),
    "nothing in the file yet": ("{}\n", "events:\n  - event: form sent\n    date: 2026-04-02\n"),
    "file in braces": (
        "{a: 1, events: []}\n",
        '{a: 1, events: [{"event": "form sent", "date": "2026-04-02"}]}\n',
    ),
    "file in braces without the list": (
        "{a: 1}\n",
        '{a: 1, "events": [{"event": "form sent", "date": "2026-04-02"}]}\n',
    ),
}


@pytest.mark.parametrize("name", ADDED)
def test_an_entry_is_added_and_nothing_else_moves(name: str) -> None:
    before, after = ADDED[name]
    assert insert_entry(document(before), ("events",), ENTRY) == after


@pytest.mark.parametrize("name", [n for n in ADDED if "byte order mark" not in n])
def test_an_entry_is_added_alike_without_the_c_parser(name: str) -> None:
    before, after = ADDED[name]
    changed = changed_yaml(before, ("events",), ENTRY, append=True, parser=yaml.BaseLoader)
    assert changed == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nrecord:\n  sent:\n    - k: 1\n"),
        ("record:\na: 1\n", "record:\n  sent:\n    - k: 1\na: 1\n"),
        ("record: {}\na: 1\n", "record:\n  sent:\n    - k: 1\na: 1\n"),
        ("record:\n  x: 1\n\na: 1\n", "record:\n  x: 1\n  sent:\n    - k: 1\n\na: 1\n"),
        ("record: {x: 1}\n", 'record: {x: 1, "sent": [{"k": 1}]}\n'),
        ("record:\n    sent:\n", "record:\n    sent:\n      - k: 1\n"),
    ],
)
def test_missing_parents_are_made(before: str, after: str) -> None:
    assert insert_entry(document(before), ("record", "sent"), {"k": 1}) == after


def test_a_list_inside_a_list_is_reached_by_number() -> None:
    before = "children:\n  - id: a\n    events:\n      - k: 1\n  - id: b\n"
    after = "children:\n  - id: a\n    events:\n      - k: 1\n      - k: 2\n  - id: b\n"
    assert insert_entry(document(before), ("children", 0, "events"), {"k": 2}) == after
    after = (
        "children:\n  - id: a\n    events:\n      - k: 1\n  - id: b\n    events:\n      - k: 2\n"
    )
    assert insert_entry(document(before), ("children", 1, "events"), {"k": 2}) == after


def test_a_top_level_list_grows() -> None:
    assert insert_entry(document("- a: 1\n"), (), {"a": 2}) == "- a: 1\n- a: 2\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: old # why\nb: 2\n", "a: new # why\nb: 2\n"),
        ("a:   'old'\n", "a:   new\n"),
        ("a:\n  b: 1\n", "a: new\n"),
        ("a: # why\nb: 2\n", "a: new # why\nb: 2\n"),
        ("a: >\n  long\n  text\n\nb: 2\n", "a: new\n\nb: 2\n"),
        ('a: "over\n  two lines"\nb: 2\n', "a: new\nb: 2\n"),
        ("a: [1, 2]\n", "a: new\n"),
        ("{a: old, b: 2}\n", '{a: "new", b: 2}\n'),
        ("b: 2\n", "b: 2\na: new\n"),
    ],
)
def test_a_word_is_set(before: str, after: str) -> None:
    assert set_value(document(before), ("a",), "new") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  x: 1\nb: 2\n", "a:\n  w: 1\n  z: |-\n    p\n    q\nb: 2\n"),
        ("a: old\nb: 2\n", "a:\n  w: 1\n  z: |-\n    p\n    q\nb: 2\n"),
        ("a: old # why\nb: 2\n", "a: # why\n  w: 1\n  z: |-\n    p\n    q\nb: 2\n"),
        ("b: 2\n", "b: 2\na:\n  w: 1\n  z: |-\n    p\n    q\n"),
    ],
)
def test_a_small_mapping_is_set(before: str, after: str) -> None:
    assert set_value(document(before), ("a",), {"w": 1, "z": "p\nq"}) == after


def test_an_item_of_a_list_is_set() -> None:
    assert set_value(document("a:\n  - x # one\n  - y\n"), ("a", 0), "z") == (
        "a:\n  - z # one\n  - y\n"
    )


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("events: [ # none yet\n]\n", ("events",)),
        ("events: &x\n".replace("&x", "# c\n  null"), ("events",)),
        ("a:\n  - \n", ("a", 0, "b")),
        ("{a: 1, events}\n", ("events",)),
        ("a: |\n  text without an end", ("events",)),
    ],
)
def test_an_awkward_layout_is_left_to_the_person(text: str, steps: tuple[str | int, ...]) -> None:
    with pytest.raises(ReadingRefused, match="by hand") as caught:
        insert_entry(document(text), steps, ENTRY)
    assert caught.value.exit_code == 3
    assert caught.value.problems[0].line >= 1


def test_a_comment_is_never_written_over() -> None:
    for text in ("a:\n  b: 1 # why\n  c: 2\n", "a: | # why\n  text\n"):
        with pytest.raises(ReadingRefused, match="by hand"):
            set_value(document(text), ("a",), "new")


@pytest.mark.parametrize(
    ("steps", "line", "words"),
    [
        (("name",), 1, "not a list"),
        (("name", "x"), 1, "cannot hold"),
        (("list", "x"), 2, "cannot hold"),
        (("list", 5, "x"), 2, "no such item"),
        (("map", 0), 4, "cannot hold"),
        (("map",), 4, "not a list"),
    ],
)
@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_a_part_of_the_wrong_sort_is_named(steps, line: int, words: str, kind) -> None:
    yaml_text = "name: Zebedee\nlist:\n  - 1\nmap:\n  a: 1\n"
    text = yaml_text if kind == "yaml" else json.dumps(read(yaml_text))
    with pytest.raises(ReadingRefused, match=words) as caught:
        insert_entry(document(text, kind), steps, ENTRY)
    assert "by hand" in caught.value.remedy
    assert "Zebedee" not in str(caught.value)
    assert caught.value.problems[0].line >= (line if kind == "yaml" else 1)


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "a": 1,\n  "events": []\n}\n',
        '{\r\n\t"a": 1,\r\n\t"events": null\r\n}',
        '{"a": "\\u00e9"}',
        '\ufeff{\n    "a": "é"\n}\n',
    ],
)
def test_json_is_written_again_in_its_own_manner(text: str) -> None:
    before = document(text, "json")
    after = insert_entry(before, ("events",), ENTRY)
    assert read(after, "json") == before.data | {"events": [ENTRY]}
    assert after.startswith(text[:4].rstrip("]}"))
    assert after.endswith("\n") == text.endswith("\n")
    assert ("\r\n" in after) == ("\r\n" in text)
    assert ("\\u00e9" in after) == ("\\u00e9" in text)
    assert ("\n" in after) == ("\n" in text)


def test_the_document_itself_is_not_changed() -> None:
    before = document("events:\n  - a: 1\n")
    insert_entry(before, ("events",), ENTRY)
    assert before.data == {"events": [{"a": 1}]}


def test_an_entry_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(ReadingRefused, match="control"):
        insert_entry(document("events: []\n"), ("events",), {"note": "\x07"})


def _commented(text: str, comments: list[str]) -> str:
    """Put a comment on its own line after some lines, where no text of several lines stands."""
    lines = text.splitlines()
    places = iter(comments)
    return "\n".join(f"{line}\n# {next(places, 'end')}" for line in lines) + "\n"


_words = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=5),
    st.one_of(st.integers(0, 99), st.text("xyz :#-", max_size=8), st.none()),
    max_size=4,
)


@given(
    data=st.fixed_dictionaries(
        {}, optional={"case": _words, "events": st.lists(_words, max_size=3), "z": _words}
    ),
    entry=st.dictionaries(text_values(), plain_data(), min_size=1, max_size=3),
    comments=st.lists(st.text("abc: -", max_size=5), max_size=6),
)
def test_every_other_line_is_still_there(data: Any, entry: dict[str, Any], comments) -> None:
    before = document(_commented(dump(data), comments))
    after = insert_entry(before, ("events",), entry)
    events = [*(data.get("events") or []), entry]
    assert shown(read(after)) == shown(before.data | {"events": events})
    _in_order(before.text.splitlines(), after.split("\n"), spare=("events: []", "{}"))


def _in_order(wanted: list[str], found: list[str], *, spare: tuple[str, ...]) -> None:
    left = iter(found)
    for line in wanted:
        if line not in spare:
            assert line in left


@given(data=plain_data(), value=plain_data(), line_end=st.sampled_from(["\n", "\r\n"]))
def test_setting_gives_exactly_that_change(data: Any, value: Any, line_end: str) -> None:
    whole = {"first": 1, "a": data, "last": [1]}
    before = document(dump(whole).replace("\n", line_end))
    if "#" in before.text:
        # What could be a comment, or text, is left to the person.
        return
    after = set_value(before, ("a",), value)
    assert shown(read(after)) == shown(whole | {"a": value})
    assert after.startswith(f"first: 1{line_end}a:")
    assert after.endswith(f"last:{line_end}  - 1{line_end}")


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        ("a: 1 # why\nb: 2\n", ("a",), "b: 2\n"),
        ("a: 1\nb: 2", ("b",), "a: 1"),
        ("a:\n  x: 1\n  y: 2\n# Next\nb: 2\n", ("a", "x"), "a:\n  y: 2\n# Next\nb: 2\n"),
        ("a:\n  x: 1\nb: 2\n", ("a", "x"), "b: 2\n"),
        ("a:\n  - x\n  - y # two\n  - z\n", ("a", 1), "a:\n  - x\n  - z\n"),
        ("a:\n  - x\nb: 2\n", ("a", 0), "b: 2\n"),
        (
            "c:\n  - id: a\n    n: 1\n  - id: b\n    n: 2\n",
            ("c", 0),
            "c:\n  - id: b\n    n: 2\n",
        ),
        ("c:\n  - id: a\n    n: 1\n  - id: b\n", ("c", 0, "id"), "c:\n  - n: 1\n  - id: b\n"),
        ("c:\n-\n  id: a\n-\n  id: b\n", ("c", 0), "c:\n-\n  id: b\n"),
        ("a: [1, 2, 3] # why\n", ("a", 0), "a: [2, 3] # why\n"),
        ("a: [1, 2, 3] # why\n", ("a", 2), "a: [1, 2] # why\n"),
        ("{a: 1, b: {c: 2}}\n", ("b", "c"), "{a: 1}\n"),
        ("a: |\n  one\n\n  two\n\nb: 2\n", ("a",), "\nb: 2\n"),
        ("a: 1\r\nb: 2\r\nc: 3\r\n", ("b",), "a: 1\r\nc: 3\r\n"),
    ],
)
def test_a_value_is_taken_out_and_what_it_empties(before: str, steps, after: str) -> None:
    assert remove_value(document(before), steps) == after


def test_an_awkward_value_is_left_to_the_person() -> None:
    with pytest.raises(ReadingRefused, match="by hand"):
        remove_value(document("a:\n  - # first\n    x\n  - y\n"), ("a", 0))


def test_a_value_is_taken_out_of_json() -> None:
    before = document('{\n  "a": {"x": 1},\n  "b": [1, 2]\n}\n', "json")
    assert read(remove_value(before, ("a", "x")), "json") == {"b": [1, 2]}
    assert read(remove_value(before, ("b", 0)), "json") == {"a": {"x": 1}, "b": [2]}


@given(data=st.dictionaries(text_values(), plain_data(), min_size=2, max_size=4), pick=st.data())
def test_taking_out_gives_exactly_that_change(data: Any, pick: Any) -> None:
    before = document(dump({"first": 1, "a": data}))
    key = pick.draw(st.sampled_from(sorted(data)))
    after = remove_value(before, ("a", key))
    assert shown(read(after)) == shown(
        {"first": 1, "a": {k: v for k, v in data.items() if k != key}}
    )
