"""`sgdocs schedule`: when everything is due, why, and what would move."""

import json
from pathlib import Path

import pytest

from cli.asking import CASE, Office, Said, sgdocs

AS_OF = ("--as-of", "2026-11-17")
PUBLIC = {
    "step", "title", "artefacts", "recipients", "instance", "role", "earliest", "due", "send_by",
    "planned", "actual", "status", "working_days_left", "why", "warnings",
}  # fmt: skip
PUBLIC_WHY = {
    "anchor", "anchor_date", "counted", "skipped", "source", "procedure_version",
    "calendar_edition",
}  # fmt: skip


def rows(office: Office, *options: str) -> dict[str, dict[str, object]]:
    """Give the row that stands for each step, by its name."""
    said = office.run("schedule", "SCI-2026-014", *(options or AS_OF), "--json")
    assert (said.code, said.err) == (0, "")
    beside = ("alternative_reading", "what_if")
    return {r["step"]: r for r in said.json if r["role"] not in beside}


def moved(said: Said) -> set[str]:
    return {row["step"] for row in said.json if row["role"] == "what_if"}


def test_every_row_has_every_public_key(office: Office) -> None:
    office.case()
    found = office.run("schedule", "SCI-2026-014", *AS_OF, "--all", "--json").json
    assert len(found) > 20
    assert all(row.keys() >= PUBLIC and row["why"].keys() >= PUBLIC_WHY for row in found)


def test_json_has_two_names(office: Office) -> None:
    office.case()
    short = office.run("schedule", "SCI-2026-014", *AS_OF, "--json")
    long = office.run("schedule", "SCI-2026-014", *AS_OF, "--format", "json")
    assert short == long
    assert short.json


def test_the_table_is_headed_with_its_case_and_its_day(office: Office) -> None:
    office.case()
    said = office.run("schedule", "SCI-2026-014", *AS_OF)
    assert (said.code, said.err) == (0, "")
    head = said.out.splitlines()[:6]
    assert head[0] == "OFFICIAL-SENSITIVE"
    assert "Schedule of case SCI-2026-014" in head
    assert "As it stands on Tuesday 17 November 2026" in head
    assert "\x1b" not in said.out


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2026-11-06", "waiting_no_anchor"),
        ("2026-11-09", "due_soon"),
        ("2026-11-10", "due_today"),
        ("2026-11-11", "overdue"),
    ],
)
def test_a_step_stands_as_it_did_on_the_day_asked_about(
    office: Office, as_of: str, status: str
) -> None:
    office.case()
    assert rows(office, "--as-of", as_of)["scsi-2-to-partners"]["status"] == status


@pytest.mark.parametrize(
    ("as_of", "actual"),
    [
        ("2026-11-11", "2026-11-11"),
        ("2026-11-11T09:59", None),
        ("2026-11-11T10:00", "2026-11-11"),
        ("2026-11-11T09:59Z", None),
        ("2026-11-11T11:30+02:00", None),
        ("2026-11-11 10:01", "2026-11-11"),
    ],
)
def test_the_day_asked_about_may_have_a_time(
    office: Office, as_of: str, actual: str | None
) -> None:
    office.case()
    assert rows(office, "--as-of", as_of)["agency-requests-out"]["actual"] == actual


def test_what_does_not_apply_is_shown_when_asked_for(office: Office) -> None:
    office.case()
    few = office.run("schedule", "SCI-2026-014", *AS_OF).out
    all_of_it = office.run("schedule", "SCI-2026-014", *AS_OF, "--all").out
    title = "Refer the death for child death review"
    assert title not in few
    assert title in all_of_it


def test_why_explains_one_step(office: Office) -> None:
    office.case()
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--why", "agency-return")
    assert (said.code, said.err) == (0, "")
    text = " ".join(said.out.split())
    assert "Wednesday 18 November 2026" in text
    assert "Haven Point Hospital" in text
    assert "Flowchart 2, working day two" in text


def test_why_guesses_a_slip(office: Office) -> None:
    office.case()
    said = office.run("schedule", "SCI-2026-014", "--why", "agency-retrun")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean agency-return?" in said.err


def test_why_is_one_json_value_when_asked_for(office: Office) -> None:
    office.case()
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--why", "agency-return", "--json")
    assert said.code == 0
    assert {row["step"] for row in said.json} == {"agency-return"}


def test_what_if_shows_what_another_date_would_move(office: Office) -> None:
    office.case()
    trial = ("--what-if", "notification_received=2026-11-16")
    said = office.run("schedule", "SCI-2026-014", *AS_OF, *trial, "--json")
    tried = {r["step"]: r["due"] for r in said.json if r["role"] == "what_if"}
    assert tried["scsi-2-to-partners"] == "2026-11-17"
    real = {r["step"]: r["due"] for r in said.json if r["role"] == "binding"}
    assert real["scsi-2-to-partners"] == "2026-11-10"


def test_what_if_changes_nothing_in_the_file(office: Office) -> None:
    path = office.case()
    office.run("schedule", "SCI-2026-014", "--what-if", "notification_received=2026-11-16")
    assert path.read_text() == CASE


def test_two_trials_are_both_tried(office: Office) -> None:
    office.case()
    one = ("--what-if", "notification_received=2026-11-16")
    other = ("--what-if", "lcspr_decision=2026-11-16")
    schedule = ("schedule", "SCI-2026-014", *AS_OF, "--json")
    alone = [moved(office.run(*schedule, *trial)) for trial in (one, other)]
    assert all(alone)
    assert moved(office.run(*schedule, *one, *other)) >= alone[0] | alone[1]


@pytest.mark.parametrize(
    ("trial", "words"),
    [
        ("panel_notified", "EVENT=DATE"),
        ("panel_notified=", "year first"),
        ("panel_notified=12/11/2026", "is written day first"),
        ("panel_notified=2026-02-30", "not in the calendar"),
        ("panel_notified=2026-11-12T10:00", "time of day"),
        ("panel_notifed=2026-11-12", "no such event"),
    ],
)
def test_a_trial_that_cannot_be_is_refused(office: Office, trial: str, words: str) -> None:
    office.case()
    said = office.run("schedule", "SCI-2026-014", "--what-if", trial)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


def test_compare_shows_what_moved_since_a_saved_schedule(office: Office) -> None:
    office.case()
    saved = office.folder / "saved.json"
    schedule = ("schedule", "SCI-2026-014", *AS_OF)
    assert office.run(*schedule, "--json", "-o", saved).code == 0
    assert office.run(*schedule, "--compare", saved).out == "No date moved.\n"
    office.case(CASE.replace("2026-11-09T09:30", "2026-11-10T09:30"))
    said = office.run(*schedule, "--compare", saved)
    assert (said.code, said.err) == (0, "")
    line = "Collate returns and nil returns and send the rapid review report: "
    assert f"{line}Thu 19 Nov 2026 -> Fri 20 Nov 2026\n" in said.out


def test_compare_takes_what_another_program_saved(office: Office) -> None:
    office.case()
    saved = office.folder / "saved.json"
    data = office.run("schedule", "SCI-2026-014", *AS_OF, "--json").json
    # As Windows PowerShell writes it: marked, on one line, with the letters escaped.
    saved.write_bytes(b"\xef\xbb\xbf" + json.dumps(data).encode())
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--compare", saved)
    assert said.out == "No date moved.\n"


def test_compare_is_one_json_value_when_asked_for(office: Office) -> None:
    office.case()
    saved = office.folder / "saved.json"
    office.run("schedule", "SCI-2026-014", *AS_OF, "--json", "-o", saved)
    said = office.run("schedule", "SCI-2026-014", *AS_OF, "--compare", saved, "--json")
    assert said.json == []


@pytest.mark.parametrize(
    "saved",
    [
        "",
        "not json",
        "[1]",
        "[[]]",
        "{}",
        "3",
        "null",
        '"text"',
        '{"findings": []}',
        '[{"step": "x"}]',
        "[" * 100_000,
        "[NaN]",
        '[{"step": "x", "due": 5}]',
    ],
    ids=range(13),
)
def test_compare_with_something_else_is_refused(office: Office, saved: str) -> None:
    office.case()
    (office.folder / "saved.json").write_text(saved)
    said = office.run("schedule", "SCI-2026-014", "--compare", "saved.json")
    assert (said.code, said.out) == (3, "")
    assert "sgdocs schedule --json" in said.err


def test_compare_with_a_file_that_is_not_text_is_refused(office: Office) -> None:
    office.case()
    (office.folder / "saved.json").write_bytes(b"PK\x03\x04\xff\xfe")
    said = office.run("schedule", "SCI-2026-014", "--compare", "saved.json")
    assert (said.code, said.out) == (3, "")


@pytest.mark.parametrize("form", [(), ("--format", "csv")], ids=["table", "csv"])
def test_warnings_about_the_case_go_to_standard_error(
    office: Office, form: tuple[str, ...]
) -> None:
    unsure = "  - {artefact: RR-INVITE, sent: 2026-11-10}\n"
    office.case(CASE.replace("# The last line is a note.\n", unsure))
    said = office.run("schedule", "SCI-2026-014", *AS_OF, *form)
    assert said.code == 0
    assert "$.dispatches[2]" not in said.out
    assert "warning: $.dispatches[2]" in said.err


def test_a_case_with_findings_is_one_json_value_for_other_programs(office: Office) -> None:
    office.case(CASE.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    said = office.run("schedule", "SCI-2026-014", "--json")
    assert (said.code, said.err) == (1, "")
    assert [f["path"] for f in said.json["findings"]] == ["$.children[0].harm"]


def test_a_case_outside_any_workspace_uses_the_built_in_files(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE)
    said = sgdocs("schedule", "case.yaml", *AS_OF, "--json", at=tmp_path)
    assert said.code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml"]
