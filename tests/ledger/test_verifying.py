"""Whatever is done to a ledger afterwards is found, and the place is said."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.making import case_folder, entry, kept, lines, put
from sgdocs.errors import SafetyRefused
from sgdocs.ledger import Anchor, append, entries, head, ledger_file, verify
from sgdocs.ledger.lines import chained, parsed, written


def rules(folder, *anchors):
    return [(f.rule, f.line) for f in verify(folder, anchors)]


def test_an_edit_is_found_at_its_line(tmp_path):
    folder = kept(tmp_path)
    put(folder, [line.replace(b"SCSI-2", b"SCSI-3") for line in lines(folder)])
    assert rules(folder) == [("ledger-edited", 2)]
    with pytest.raises(SafetyRefused, match=r"ledger\.jsonl:2"):
        entries(folder)


def test_an_edit_with_its_hash_put_right_is_found_at_the_next_line(tmp_path):
    folder = kept(tmp_path)
    whole = lines(folder)
    line = parsed(whole[1].replace(b"SCSI-2", b"SCSI-3").rstrip(b"\n"))
    put(
        folder,
        [whole[0], written(chained(line.entry, line.case, line.number, line.previous)), *whole[2:]],
    )
    assert rules(folder) == [("ledger-chain", 3)]


def test_a_line_taken_out_is_found_where_it_was(tmp_path):
    folder = kept(tmp_path)
    whole = lines(folder)
    put(folder, [*whole[:2], *whole[3:]])
    assert rules(folder) == [("ledger-order", 3)]


def test_the_first_line_taken_out(tmp_path):
    folder = kept(tmp_path)
    put(folder, lines(folder)[1:])
    assert rules(folder) == [("ledger-order", 1)]


def test_two_lines_swapped(tmp_path):
    folder = kept(tmp_path)
    one, two, three, four, five = lines(folder)
    put(folder, [one, three, two, four, five])
    assert {line for _, line in rules(folder)} == {2, 3, 4}


def test_a_line_twice(tmp_path):
    folder = kept(tmp_path)
    whole = lines(folder)
    put(folder, [*whole[:3], whole[2], *whole[3:]])
    assert rules(folder)[0] == ("ledger-order", 4)


@pytest.mark.parametrize("change", ["spaces", "order", "twice", "format", "words", "empty", "deep"])
def test_a_line_that_says_the_same_in_other_bytes_is_not_ours(tmp_path, change):
    folder = kept(tmp_path)
    whole = lines(folder)
    data = json.loads(whole[2])
    compact = {"separators": (",", ":"), "ensure_ascii": False}
    whole[2] = {
        "spaces": json.dumps(data, sort_keys=True),
        "order": json.dumps(dict(reversed(data.items())), **compact),
        "twice": whole[2].decode().rstrip("\n").replace('"at":', '"at":"2026-03-01","at":'),
        "format": json.dumps({**data, "format": 2}, sort_keys=True, **compact),
        "words": "the ledger was fine",
        "empty": "",
        "deep": "[" * 50_000,
    }[change].encode() + b"\n"
    put(folder, whole)
    assert rules(folder) == [("ledger-unreadable", 3)]


def test_the_ledger_of_another_case(tmp_path):
    folder, other = kept(tmp_path), kept(tmp_path, "SCP-2026-015")
    ledger_file(folder).write_bytes(ledger_file(other).read_bytes())
    assert rules(folder) == [("ledger-other-case", 1)]


def test_an_end_cut_off_is_found_by_what_another_place_knows(tmp_path):
    folder = kept(tmp_path)
    anchor = head(folder)
    put(folder, lines(folder)[:3])
    assert rules(folder) == []
    assert rules(folder, anchor) == [("ledger-short", 3)]
    assert "knows number 5" in verify(folder, [anchor])[0].message


def test_a_cut_within_a_line_that_another_place_knows(tmp_path):
    folder = kept(tmp_path)
    anchor = head(folder)
    ledger_file(folder).write_bytes(ledger_file(folder).read_bytes()[:-20])
    assert ("ledger-short", 4) in rules(folder, anchor)


def test_the_whole_file_gone(tmp_path):
    folder = kept(tmp_path)
    anchor = head(folder)
    ledger_file(folder).unlink()
    assert rules(folder, anchor) == [("ledger-missing", 0)]
    ledger_file(folder).write_bytes(b"")
    assert rules(folder, anchor) == [("ledger-missing", 0)]


def test_a_ledger_written_anew_from_the_start(tmp_path):
    folder = kept(tmp_path)
    anchor = head(folder)
    ledger_file(folder).unlink()
    append(folder, *(entry(number=n) for n in range(7)))
    assert rules(folder) == []
    assert rules(folder, anchor) == [("ledger-rewritten", 5)]


def test_an_older_anchor_still_holds(tmp_path):
    folder = kept(tmp_path)
    anchor = head(folder)
    append(folder, entry())
    assert rules(folder, anchor, Anchor(0, "0" * 64, "x")) == []


def test_a_finding_never_says_what_the_line_said(tmp_path):
    folder = kept(tmp_path)
    put(folder, [line.replace(b"Sam Winter", b"Ivy Bright") for line in lines(folder)])
    assert verify(folder)
    assert not any("Ivy" in f.line_of_text() for f in verify(folder))


EDITS = st.one_of(
    st.tuples(st.just("byte"), st.integers(0, 10_000), st.integers(1, 255)),
    st.tuples(st.just("insert"), st.integers(0, 10_000), st.integers(0, 255)),
    st.tuples(st.just("remove"), st.integers(0, 10_000), st.integers(1, 60)),
    st.tuples(st.just("drop"), st.integers(0, 4), st.just(0)),
    st.tuples(st.just("double"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("swap"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("cut"), st.integers(0, 10_000), st.just(0)),
)


def edited(data: bytes, edit) -> bytes:
    kind, a, b = edit
    whole = data.splitlines(keepends=True)
    at = a % max(1, len(data))
    if kind == "byte" and data:
        return data[:at] + bytes([data[at] ^ b]) + data[at + 1 :]
    if kind == "insert":
        return data[:at] + bytes([b]) + data[at:]
    if kind == "remove":
        return data[:at] + data[at + b :]
    if kind == "cut":
        return data[:at]
    if not whole:
        return data
    a, b = a % len(whole), b % len(whole)
    if kind == "drop":
        del whole[a]
    elif kind == "double":
        whole.insert(b, whole[a])
    else:
        whole[a], whole[b] = whole[b], whole[a]
    return b"".join(whole)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = kept(tmp_path_factory.mktemp("cases"))
    return folder, ledger_file(folder).read_bytes(), head(folder)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=3))
def test_no_edit_goes_unfound(ledger, edits):
    folder, data, anchor = ledger
    changed = data
    for edit in edits:
        changed = edited(changed, edit)
    ledger_file(folder).write_bytes(changed)
    found = verify(folder, [anchor])
    assert bool(found) == (changed != data)


def test_nothing_is_found_in_a_ledger_of_a_folder_seen_from_within(tmp_path, monkeypatch):
    folder = case_folder(tmp_path)
    monkeypatch.chdir(folder)
    append(type(folder)(), entry())
    assert verify(type(folder)()) == verify(folder) == ()
