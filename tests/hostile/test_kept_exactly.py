"""Text that is taken in is kept letter for letter, whatever it looks like."""

import pytest

from cli.asking import CASE, Office
from hostile.attacks import REFERENCE
from sgdocs.reading import dump, dump_json, insert_entry, parse, read_file

TEXTS = (
    "Siân a Llŷr: yr ŵyl",
    "Żółć, gęślą jaźń – „cytat”",
    "عبد الرحمن ومحمد",
    "שלום עולם",
    "می‌خواهم",
    "e\u0301 und é",
    "👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "“curly” ‘quotes’ – dash…",
    "Tom & <b>Jerry</b> &amp;",
    "{{ reference }} {% if a %} {# b #}",
    "=1+1",
    "+44 1632 960001",
    "-1",
    "@SUM(A1)",
    "first line\nsecond line\n\n  indented\tby a tab",
    "ends in spaces   ",
    " begins with one",
    "yes",
    "null",
    "1e3",
    "0123",
    "2026-11-12",
    "a: b # c",
    "- [x] *y* _z_ `q`",
    "x" * 9_000,
    "%PDF-1.7",
    "\\n \\u0041 \\",
    "\"double\" 'single'",
)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    data = {"notes": text, "more": [text, {"key": text}]}
    assert parse(dump(data), name="a.yaml", kind="yaml").data == data
    assert parse(dump_json(data), name="a.json", kind="json").data == data


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_put_into_a_case_is_kept_with_all_around_it(text: str) -> None:
    before = parse(CASE, name="case.yaml", kind="yaml")
    entry = {"event": "panel_notified", "actual": "2026-11-12", "note": text}
    after = parse(insert_entry(before, ("events",), entry), name="case.yaml", kind="yaml")
    assert after.data["events"][-1] == entry
    assert {**after.data, "events": after.data["events"][:-1]} == before.data
    assert "# The last line is a note." in after.text


@pytest.mark.parametrize("text", [t for t in TEXTS if t == t.strip()][:20])
def test_a_note_that_is_recorded_is_the_note_that_was_given(text: str, office: Office) -> None:
    path = office.case()
    command = ("record", "event", REFERENCE, "panel_notified", "2026-11-12", f"--note={text}")
    said = office.run(*command)
    assert said.code == 0, said.err
    assert read_file(path).data["events"][-1]["note"] == text
