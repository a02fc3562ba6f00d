"""A change from a date touches the steps counted from that date on, and no others."""

from pathlib import Path

import pytest

from schedule.asking import Plan, case, content_with, planned
from sgdocs.casefile import CaseRefused
from sgdocs.schedule import Role, Status

_ROOT = Path(__file__).parents[2]
SMALL = (_ROOT / "tests" / "procedure" / "small.yaml").read_text(encoding="utf-8")
SHIPPED = (_ROOT / "procedures" / "nel.yaml").read_text(encoding="utf-8")
FIRST, SECOND = "first edition", "second edition"
THREE_DAYS = """
amendments:
  - version: three days
    in_force_from: 2026-03-01
    title: Agencies have three working days in place of five
    steps:
      agency-return: {timing: {offset: 3}}
"""
REQUESTS = """
threshold: {criteria_met: yes}
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
  - {id: health, name: Invented Trust, include: yes}
events: [{event: notification_received, actual: <Wednesday 25 February 2026>}]
dispatches:
  - {artefact: SCSI-5, to: [police], sent: <Friday 27 February 2026>}
  - {artefact: SCSI-6, to: [police], sent: <Friday 27 February 2026>}
  - {artefact: SCSI-5, to: [school], sent: <Monday 2 March 2026>}
  - {artefact: SCSI-6, to: [school], sent: <Monday 2 March 2026>}
  - {artefact: SCSI-5, to: [health], sent: <Sunday 1 March 2026>}
  - {artefact: SCSI-6, to: [health], sent: <Sunday 1 March 2026>}
"""


def plan_by(folder: Path, draft: str, body: str, as_of: str, *, choices: str = "[]") -> Plan:
    """Plan a case by a draft of the procedure, in a workspace of its own."""
    content = content_with(folder, "nel", draft=draft)
    return planned(case("nel", body, choices=choices), as_of, content=content)


class TestNorthEastLincolnshireShortensTheReturnPeriod:
    @pytest.fixture(scope="class")
    @staticmethod
    def plan(tmp_path_factory):
        folder = tmp_path_factory.mktemp("draft")
        draft = SHIPPED + THREE_DAYS
        return plan_by(folder, draft, REQUESTS, "Monday 2 March 2026")

    def test_a_request_sent_before_keeps_five_days(self, plan):
        # Sent on Friday 27 February: 2, 3, 4, 5, 6 March.
        assert plan.due("agency-return", "police") == "Friday 6 March 2026"

    def test_a_request_sent_after_has_three(self, plan):
        # Sent on Monday 2 March: 3, 4, 5 March.
        assert plan.due("agency-return", "school") == "Thursday 5 March 2026"

    def test_a_request_sent_on_the_first_day_has_three(self, plan):
        # Sent on Sunday 1 March: 2, 3, 4 March.
        assert plan.due("agency-return", "health") == "Wednesday 4 March 2026"

    def test_each_row_says_which_version_applies(self, plan):
        versions = {
            who: plan.one("agency-return", who).why.procedure_version
            for who in ("police", "school", "health")
        }
        assert versions == {
            "police": "nel flowcharts 1 to 4",
            "school": "nel three days",
            "health": "nel three days",
        }

    def test_the_row_of_the_older_version_says_why(self, plan):
        [warning] = plan.one("agency-return", "police").warnings
        assert "flowcharts 1 to 4" in warning
        assert "Fri 27 Feb 2026" in warning
        assert plan.one("agency-return", "school").warnings == ()

    def test_the_chase_follows_each_return(self, plan):
        found = [plan.due("chase-call", who) for who in ("police", "school", "health")]
        assert found == ["Friday 6 March 2026", "Thursday 5 March 2026", "Wednesday 4 March 2026"]

    def test_nothing_else_moves(self, plan, tmp_path):
        before = plan_by(tmp_path, SHIPPED, REQUESTS, "Monday 2 March 2026")
        changed = {
            (row.step, row.instance.id)
            for row, was in zip(plan.rows, before.rows, strict=True)
            if row.due != was.due
        }
        assert changed == {
            (step, who) for step in ("agency-return", "chase-call") for who in ("school", "health")
        }

    def test_a_request_planned_for_after_the_change_has_three_days_already(self, tmp_path):
        # Received on Friday 27 February; the request is due on day 2, Tuesday 3 March: 4, 5, 6.
        body = """
        agencies: [{id: police, name: Invented Police, include: yes}]
        events: [{event: notification_received, actual: <Friday 27 February 2026>}]
        """
        plan = plan_by(tmp_path, SHIPPED + THREE_DAYS, body, "Friday 27 February 2026")
        assert plan.due("agency-return") == "Friday 6 March 2026"
        assert plan.one("agency-return").why.procedure_version == "nel three days"


class TestAPersonChoosesTheVersion:
    CHOICE = (
        "[{step: agency-return, version: VERSION, decided_by: Business manager, "
        "decided_on: <Monday 2 March 2026>, reason: Agreed with the agencies.}]"
    )

    def plan(self, folder, version: str):
        draft = SHIPPED + THREE_DAYS
        choice = self.CHOICE.replace("VERSION", version)
        return plan_by(folder, draft, REQUESTS, "Monday 2 March 2026", choices=choice)

    def test_the_older_one_for_a_request_sent_after(self, tmp_path):
        plan = self.plan(tmp_path, "flowcharts 1 to 4")
        # Sent on Monday 2 March: 3, 4, 5, 6, 9 March.
        assert plan.due("agency-return", "school") == "Monday 9 March 2026"
        row = plan.one("agency-return", "school")
        assert row.why.procedure_version == "nel flowcharts 1 to 4"
        assert any("person's decision" in w for w in row.warnings)

    def test_the_newer_one_for_a_request_sent_before(self, tmp_path):
        # Sent on Friday 27 February: 2, 3, 4 March.
        plan = self.plan(tmp_path, "three days")
        assert plan.due("agency-return", "police") == "Wednesday 4 March 2026"

    def test_a_choice_says_so_on_the_row_whatever_version_it_names(self, tmp_path):
        row = self.plan(tmp_path, "three days").one("agency-return", "police")
        assert any("person's decision" in w for w in row.warnings)

    def test_other_steps_are_left_alone(self, tmp_path):
        plan = self.plan(tmp_path, "flowcharts 1 to 4")
        assert plan.due("scsi-7-to-group") == "Monday 9 March 2026"  # day 8 from 25 February

    def test_a_version_there_is_not_is_a_finding(self, tmp_path):
        with pytest.raises(CaseRefused) as refused:
            self.plan(tmp_path, "flowcharts 1 to 5")
        assert any("procedure_choices" in f.path for f in refused.value.findings)


class TestStepsThatBeginAndEnd:
    BEFORE = "events: [{event: received, actual: <Friday 27 February 2026>}]\n"
    AFTER = "events: [{event: received, actual: <Monday 2 March 2026>}]\n"
    NOW = "Wednesday 1 April 2026"

    def plan(self, folder, body: str):
        return plan_by(folder, SMALL, body, self.NOW)

    def test_counted_from_before_the_old_steps_stand(self, tmp_path):
        plan = self.plan(tmp_path, self.BEFORE)
        # 2, 3, 4, 5, 6 March; the checklist 2, 3 March.
        assert plan.due("letter") == "Friday 6 March 2026"
        assert plan.due("checklist") == "Tuesday 3 March 2026"
        assert plan.all("summary") == []

    def test_counted_from_after_the_new_ones_do(self, tmp_path):
        plan = self.plan(tmp_path, self.AFTER)
        # 3, 4, 5 March; the summary 3 March.
        assert plan.due("letter") == "Thursday 5 March 2026"
        assert plan.due("summary") == "Tuesday 3 March 2026"
        assert plan.all("checklist") == []

    def test_versions_are_named_on_the_rows(self, tmp_path):
        before = self.plan(tmp_path, self.BEFORE)
        assert before.one("letter").why.procedure_version.endswith(FIRST)
        assert before.one("checklist").why.procedure_version.endswith(FIRST)

    def test_the_new_version_is_named_on_its_rows(self, tmp_path):
        after = self.plan(tmp_path, self.AFTER)
        assert after.one("letter").why.procedure_version.endswith(SECOND)
        assert after.one("summary").why.procedure_version.endswith(SECOND)

    def test_what_the_change_does_not_name_stays(self, tmp_path):
        plan = self.plan(tmp_path, self.AFTER)
        row = plan.one("letter")
        assert (row.title, row.recipients, row.artefacts) == (
            "Write to the panel",
            ("panel",),
            ("SCSI-2",),
        )
        # Ten working days from Thursday 5 March: 6 (1), 9 to 13 (6), 16 to 19 March (10).
        assert plan.due("reply") == "Thursday 19 March 2026"

    def test_a_step_that_ended_and_was_done_before_stays_done(self, tmp_path):
        body = self.BEFORE + "steps_done: [{step: checklist, on: <Monday 2 March 2026>}]\n"
        assert self.plan(tmp_path, body).status("checklist") is Status.DONE

    def test_a_step_that_ended_stands_for_an_action_due_before(self, tmp_path):
        body = (
            self.BEFORE
            + """
actions:
  - {id: old, action: Train the team., original_deadline: <Tuesday 10 February 2026>}
  - {id: new, action: Change the form., original_deadline: <Tuesday 10 March 2026>}
"""
        )
        plan = self.plan(tmp_path, body)
        # 11, 12, 13, 16, 17 February.
        assert [(r.instance.id, str(r.due)) for r in plan.all("reminder")] == [
            ("old", "2026-02-17")
        ]

    def test_before_the_change_the_old_steps_are_asked_for_and_not_the_new(self, tmp_path):
        plan = plan_by(tmp_path, SMALL, self.BEFORE, "Friday 27 February 2026")
        assert plan.due("checklist") == "Tuesday 3 March 2026"
        assert plan.all("summary") == []


def test_two_changes_follow_one_another(tmp_path):
    draft = (
        SMALL
        + """\
  - version: third edition
    in_force_from: 2026-05-01
    title: Four days for the letter
    steps:
      letter: {timing: {offset: 4}}
"""
    )
    body = "events: [{event: received, actual: <DAY>}]"
    due = {}
    for number, day in enumerate(
        ("Friday 27 February 2026", "Thursday 30 April 2026", "Friday 1 May 2026")
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        due[day] = plan_by(folder, draft, body.replace("DAY", day), "Monday 1 June 2026").due(
            "letter"
        )
    assert due == {
        "Friday 27 February 2026": "Friday 6 March 2026",
        # 1 May (1), 5, 6 May (3; Monday 4 May is a bank holiday)
        "Thursday 30 April 2026": "Wednesday 6 May 2026",
        # 5, 6, 7, 8 May
        "Friday 1 May 2026": "Friday 8 May 2026",
    }


def test_a_change_to_something_other_than_its_time_is_said_too(tmp_path):
    # The letter sent before the change keeps its recipient, and the row says by which version.
    draft = SMALL.replace("letter: {timing: {offset: 3}}", "letter: {recipients: [unit]}")
    body = "events: [{event: received, actual: <Friday 27 February 2026>}]"
    row = plan_by(tmp_path, draft, body, "Monday 2 March 2026").one("letter")
    assert row.recipients == ("panel",)
    assert any(FIRST in w for w in row.warnings)


def test_the_duty_to_notify_a_care_leavers_death_begins_with_its_guidance():
    # National rules change too: the guidance is of December 2023.
    leaver = "[{id: child-a, name: {full: unknown}, harm: died, status_at_incident: [care_leaver]}]"
    found = {}
    for day in ("Monday 5 June 2023", "Monday 3 June 2024"):
        body = f"events: [{{event: la_aware, actual: <{day}>}}]"
        plan = planned(case("tees", body, children=leaver), "Monday 3 June 2024")
        found[day] = [str(r.due) for r in plan.all("care-leaver-death-notified")]
    assert found == {"Monday 5 June 2023": [], "Monday 3 June 2024": ["2024-06-10"]}


def test_looking_from_later_does_not_change_the_version_of_a_dated_step(tmp_path):
    body = "events: [{event: received, actual: <Friday 27 February 2026>}]"
    dues = []
    for number, as_of in enumerate(("Friday 27 February 2026", "Monday 1 June 2026")):
        folder = tmp_path / str(number)
        folder.mkdir()
        plan = plan_by(folder, SMALL, body, as_of)
        dues.append([(r.step, r.due) for r in plan.rows if r.due and r.role is Role.BINDING])
    assert sorted(dues[0]) == sorted(dues[1])
