"""`sgdocs record`: what happened, added to the case file, and nothing else in it changed."""

import json
import os
from pathlib import Path

import pytest

from cli.asking import CASE, Office, beyond
from sgdocs.reading import read_file

EVENT = ("event", "SCI-2026-014", "panel_notified", "2026-11-12T10:00")
RECORDS = {
    "event": (EVENT, "events", {"event": "panel_notified", "actual": "2026-11-12T10:00"}),
    "planned event": (
        ("event", "SCI-2026-014", "rapid_review_held", "2027-03-01T13:30", "--planned"),
        "events",
        {"event": "rapid_review_held", "planned": "2027-03-01T13:30"},
    ),
    "event for one child": (
        ("event", "SCI-2026-014", "referral_to_cdop", "2026-11-12", "--for", "child-1",
         "--by", "Duty officer", "--note", "By telephone"),
        "events",
        {"event": "referral_to_cdop", "for": "child-1", "actual": "2026-11-12",
         "recorded_by": "Duty officer", "note": "By telephone"},
    ),
    "dispatch": (
        ("dispatch", "SCI-2026-014", "SCSI-2", "--to", "safeguarding_partners", "--to", "panel",
         "--step", "scsi-2-to-partners", "--sent", "2026-11-10T09:05", "--how", "secure_email",
         "--late-reason", "The system was down", "--by", "Duty officer"),
        "dispatches",
        {"artefact": "SCSI-2", "to": ["safeguarding_partners", "panel"],
         "step": "scsi-2-to-partners", "sent": "2026-11-10T09:05", "channel": "secure_email",
         "late_reason": "The system was down", "by": "Duty officer"},
    ),
    "call": (
        ("call", "SCI-2026-014", "confirmation", "--agency", "hospital", "--at",
         "2026-11-11T11:00", "--caller", "Duty officer", "--spoke-to", "Ward manager",
         "--receipt-confirmed", "yes", "--expectation-confirmed", "no", "--outcome", "Will ask"),
        "calls",
        {"kind": "confirmation", "at": "2026-11-11T11:00", "agency": "hospital",
         "caller": "Duty officer", "spoke_to": "Ward manager", "receipt_confirmed": "yes",
         "expectation_confirmed": "no", "outcome": "Will ask"},
    ),
    "call about a person": (
        ("call", "SCI-2026-014", "family", "--person", "child-1", "--at", "2026-11-11"),
        "calls",
        {"kind": "family", "at": "2026-11-11", "person": "child-1"},
    ),
    "return": (
        ("return", "SCI-2026-014", "hospital", "--form", "SCSI-5", "--received", "2026-11-16"),
        "returns",
        {"agency": "hospital", "form": "SCSI-5", "state": "returned", "received": "2026-11-16"},
    ),
    "nil return": (
        ("return", "SCI-2026-014", "hospital", "--nil", "--received", "2026-11-16T08:00"),
        "returns",
        {"agency": "hospital", "state": "nil_return", "received": "2026-11-16T08:00"},
    ),
    "step": (
        ("step", "SCI-2026-014", "consult-safeguarding-lead", "--on", "2026-11-09",
         "--by", "Duty officer", "--note", "Agreed"),
        "steps_done",
        {"step": "consult-safeguarding-lead", "on": "2026-11-09", "recorded_by": "Duty officer",
         "note": "Agreed"},
    ),
    "planned step for an agency": (
        ("step", "SCI-2026-014", "agency-return", "--planned", "2027-03-01", "--for", "hospital"),
        "steps_done",
        {"step": "agency-return", "for": "hospital", "planned": "2027-03-01"},
    ),
}  # fmt: skip
each_record = pytest.mark.parametrize(
    ("arguments", "part", "entry"), RECORDS.values(), ids=RECORDS.keys()
)


@each_record
def test_only_the_new_lines_are_added(
    office: Office, arguments: tuple[str, ...], part: str, entry: dict[str, object]
) -> None:
    path = office.case()
    said = office.run("record", *arguments)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Recorded in {path}.\n")
    added = beyond(CASE, path.read_text())
    assert added.count("\n") >= 1
    assert "Penhaligon" not in added
    data = read_file(path).data
    assert {k: str(v) if k != "to" else v for k, v in data[part][-1].items()} == entry
    assert office.run("validate", path).code == 0


@each_record
def test_a_file_from_windows_keeps_its_line_ends(
    office: Office, arguments: tuple[str, ...], part: str, entry: dict[str, object]
) -> None:
    before = CASE.replace("\n", "\r\n").encode()
    path = office.case(before)
    assert office.run("record", *arguments).code == 0
    after = path.read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n")
    beyond(before.decode(), after.decode())
    assert len(read_file(path).data[part]) >= 1


@each_record
def test_a_json_case_stays_json(
    office: Office, arguments: tuple[str, ...], part: str, entry: dict[str, object]
) -> None:
    before = read_file(office.case(CASE, "SCI-2026-099")).data
    before["case"]["reference"] = "SCI-2026-014"
    path = office.case(json.dumps(before, indent=4), name="case.json")
    assert office.run("record", *arguments).code == 0
    after = json.loads(path.read_text())
    assert after[part].pop() == entry
    assert after == before | {part: before.get(part, [])}
    assert path.read_text().startswith('{\n    "')


def test_the_dates_that_move_are_shown(office: Office) -> None:
    office.case(CASE.partition("  - event: notification_received")[0])
    said = office.run(
        "record", "event", "SCI-2026-014", "notification_received", "2026-11-11T09:30"
    )
    assert said.code == 0
    moved = "  Tell the three safeguarding partners of the notification: "
    assert f"{moved}Tue 10 Nov 2026 -> Thu 12 Nov 2026\n" in said.out


def test_the_dates_that_move_are_given_to_other_programs(office: Office) -> None:
    path = office.case(CASE.partition("  - event: notification_received")[0])
    said = office.run(
        "record", "event", "SCI-2026-014", "notification_received", "2026-11-11", "--json"
    )
    assert (said.code, said.err) == (0, "")
    assert set(said.json) == {"file", "moved", "findings"}
    assert said.json["file"] == str(path)
    after = {moved["step"]: moved["after"] for moved in said.json["moved"]}
    assert after["scsi-2-to-partners"] == "2026-11-12"
    assert after["scsi-7-to-group"] == "2026-11-23"


def test_a_record_that_moves_nothing_says_so(office: Office) -> None:
    office.case()
    said = office.run("record", "call", "SCI-2026-014", "other", "--at", "2026-11-12")
    assert said.out.endswith("  No date moves.\n")


def test_now_is_written_where_no_time_is_given(office: Office) -> None:
    path = office.case()
    for record in (
        ("dispatch", "SCI-2026-014", "SCSI-2", "--to", "safeguarding_partners"),
        ("call", "SCI-2026-014", "chase", "--agency", "hospital"),
        ("return", "SCI-2026-014", "hospital"),
        ("step", "SCI-2026-014", "consult-safeguarding-lead"),
    ):
        assert office.run("record", *record).code == 0
    data = read_file(path).data
    moments = (
        data["dispatches"][-1]["sent"],
        data["calls"][-1]["at"],
        data["returns"][-1]["received"],
        data["steps_done"][-1]["on"],
    )
    assert all(str(moment) >= "2026-11-21T" for moment in moments)


REFUSED = {
    "an event nobody knows": (
        ("event", "SCI-2026-014", "panel_notifed", "2026-11-12"),
        "Did you mean “panel_notified”?",
    ),
    "an event not written as events are": (
        ("event", "SCI-2026-014", "Panel notified", "2026-11-12"),
        "$.events[2].event",
    ),
    "an event still ahead": (
        ("event", "SCI-2026-014", "panel_notified", "2099-01-01"),
        "lies ahead",
    ),
    "an event there already": (
        ("event", "SCI-2026-014", "notification_received", "2026-11-10"),
        "recorded twice",
    ),
    "an event out of order": (
        ("event", "SCI-2026-014", "panel_notified", "2026-11-01"),
        "is dated before",
    ),
    "an event for nobody": (
        ("event", "SCI-2026-014", "panel_notified", "2026-11-12", "--for", "child-9"),
        "$.events[2].for",
    ),
    "a paper nobody knows": (
        ("dispatch", "SCI-2026-014", "SCSI2", "--sent", "2026-11-12"),
        "Did you mean “SCSI-2”?",
    ),
    "a recipient nobody knows": (
        ("dispatch", "SCI-2026-014", "SCSI-2", "--to", "partners", "--sent", "2026-11-12"),
        "$.dispatches[2].to[0]",
    ),
    "a step nobody knows": (
        ("step", "SCI-2026-014", "consult-safegarding-lead", "--on", "2026-11-12"),
        "Did you mean “consult-safeguarding-lead”?",
    ),
    "a call to nobody": (
        ("call", "SCI-2026-014", "chase", "--agency", "hosptal", "--at", "2026-11-12"),
        "$.calls[0].agency",
    ),
    "a return from nobody": (
        ("return", "SCI-2026-014", "school", "--received", "2026-11-12"),
        "$.returns[0].agency",
    ),
    "a return before it was asked for": (
        ("return", "SCI-2026-014", "hospital", "--received", "2026-11-10"),
        "before the request was sent",
    ),
    "an empty note": (
        ("event", "SCI-2026-014", "panel_notified", "2026-11-12", "--note", ""),
        "$.events[2].note",
    ),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_wrong_record_is_refused_and_nothing_is_written(
    office: Office, arguments: tuple[str, ...], words: str
) -> None:
    path = office.case()
    before = path.stat()
    said = office.run("record", *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Not recorded: the case file would be wrong with it.\n")
    assert words in said.err
    assert path.read_text() == CASE
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [p.name for p in path.parent.iterdir() if not p.name.startswith(".")] == ["case.yaml"]


def test_a_refusal_is_one_json_value_for_other_programs(office: Office) -> None:
    office.case()
    said = office.run("record", "event", "SCI-2026-014", "panel_notifed", "2026-11-12", "--json")
    assert (said.code, said.err) == (1, "")
    assert said.json["moved"] == []
    assert [f["suggestion"] for f in said.json["findings"]] == ["panel_notified"]


def test_what_was_planned_can_be_recorded_once_it_has_happened(office: Office) -> None:
    path = office.case()
    event = ("record", "event", "SCI-2026-014", "rapid_review_held")
    assert office.run(*event, "2026-11-19", "--planned").code == 0
    said = office.run(*event, "2026-11-20")
    assert said.code == 0, said.err
    rows = office.run("schedule", path, "--as-of", "2026-11-21", "--json").json
    held = next(row for row in rows if row["step"] == "rapid-review-meeting")
    assert (held["planned"], held["actual"]) == ("2026-11-19", "2026-11-20")


def test_what_is_said_of_an_event_that_was_planned_is_kept_too(office: Office) -> None:
    path = office.case()
    event = ("record", "event", "SCI-2026-014", "rapid_review_held")
    assert office.run(*event, "2026-11-19", "--planned", "--note", "Room 2").code == 0
    said = office.run(*event, "2026-11-20", "--by", "Duty officer", "--note", "Moved by a day")
    assert said.code == 0, said.err
    held = [e for e in read_file(path).data["events"] if e["event"] == "rapid_review_held"]
    words = [v for entry in held for v in entry.values()]
    assert {"2026-11-19", "2026-11-20", "Duty officer", "Moved by a day"} <= set(words)


def test_a_step_that_was_planned_can_be_recorded_and_planned_again(office: Office) -> None:
    office.case()
    step = ("record", "step", "SCI-2026-014", "agency-return", "--for", "hospital")
    for planned in ("2026-11-23", "2026-11-20"):
        assert office.run(*step, "--planned", planned).code == 0
        rows = office.run("schedule", "SCI-2026-014", "--as-of", "2026-11-18", "--json").json
        back = next(row for row in rows if row["step"] == "agency-return")
        assert back["planned"] == planned
    assert office.run(*step, "--on", "2026-11-20").code == 0
    rows = office.run("schedule", "SCI-2026-014", "--as-of", "2026-11-21", "--json").json
    back = next(row for row in rows if row["step"] == "agency-return")
    assert back["actual"] == "2026-11-20"


def test_what_was_planned_can_be_planned_again(office: Office) -> None:
    office.case()
    event = ("record", "event", "SCI-2026-014", "rapid_review_held")
    assert office.run(*event, "2026-11-23", "--planned").code == 0
    said = office.run(*event, "2026-11-25", "--planned")
    assert said.code == 0, said.err
    rows = office.run("schedule", "SCI-2026-014", "--as-of", "2026-11-21", "--json").json
    held = next(row for row in rows if row["step"] == "rapid-review-meeting")
    assert held["planned"] == "2026-11-25"


def test_an_older_error_does_not_stop_a_right_record(office: Office) -> None:
    text = CASE.replace("hospital   # asked first", "hospital\n    include: maybe")
    path = office.case(text)
    assert office.run("record", *EVENT).code == 0
    assert "panel_notified" in beyond(text, path.read_text())


def test_an_older_error_does_not_let_a_wrong_record_through(office: Office) -> None:
    text = CASE.replace("hospital   # asked first", "hospital\n    include: maybe")
    path = office.case(text)
    said = office.run("record", "event", "SCI-2026-014", "panel_notifed", "2026-11-12")
    assert (said.code, said.out) == (1, "")
    assert path.read_text() == text


@pytest.mark.parametrize(
    "note",
    [
        "yes",
        "0123",
        "2026-11-12",
        "a: b # not a comment",
        "- not a list",
        "“Quoted” and 'quoted' and \"quoted\"",
        "two\nlines",
        "  spaces at both ends  ",
        "{braces} [brackets] &anchor *alias !tag %directive @at `tick`",
        "Zażółć gęślą jaźń, 家族, 👩‍👧",
        "null",
        "~",
        "back\\slash",
        "x" * 3000,
    ],
)
def test_a_note_is_kept_letter_for_letter(office: Office, note: str) -> None:
    path = office.case()
    assert office.run("record", *EVENT, "--note", note).code == 0
    assert read_file(path).data["events"][-1]["note"] == note
    beyond(CASE, path.read_text())


@pytest.mark.parametrize("note", ["bell\x07", "half a character \udcff", "\u202eturned round"])
def test_a_note_no_file_may_hold_is_refused(office: Office, note: str) -> None:
    path = office.case()
    said = office.run("record", *EVENT, "--note", note)
    assert said.code in (1, 2, 3)
    assert said.out == ""
    assert path.read_text() == CASE


def test_a_list_in_braces_grows_in_braces(office: Office) -> None:
    head = CASE.partition("events:\n")[0]
    text = head + "events: [{event: incident_occurred, actual: 2026-11-08}]  # all so far\n"
    path = office.case(text)
    assert office.run("record", *EVENT).code == 0
    added = beyond(text, path.read_text())
    assert added == ', {"event": "panel_notified", "actual": "2026-11-12T10:00"}'


@pytest.mark.parametrize("named", ["reference", "folder", "file"])
def test_the_case_may_be_named_in_three_ways(office: Office, named: str) -> None:
    path = office.case()
    given = {"reference": Path("SCI-2026-014"), "folder": path.parent, "file": path}[named]
    said = office.run("record", "event", given, "panel_notified", "2026-11-12")
    assert said.code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_a_case_kept_elsewhere_is_recorded_where_it_is_kept(office: Office) -> None:
    path = office.case()
    kept = office.folder / "kept.yaml"
    path.rename(kept)
    path.symlink_to(kept)
    assert office.run("record", *EVENT).code == 0
    assert "panel_notified" in kept.read_text()
    assert path.read_text() == kept.read_text()
