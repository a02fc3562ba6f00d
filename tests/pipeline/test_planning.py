"""What a change would do to a case is told before it happens, with reasons; nothing is written."""

from pathlib import Path

import pytest

from cli.asking import CASE
from pipeline.offices import DAY, NOTHING_SENT, Workspace, workspace
from sgdocs.plans import CasePlan, Fate, as_json, as_page, as_text

LETTER = ("letters", "nel/rr-invite.md")
THREE_DAYS = (
    r"\Z",
    "\namendments:\n"
    "  - version: three days\n"
    "    in_force_from: {day}\n"
    "    title: Agencies have three working days\n"
    "    steps:\n"
    "      agency-return: {{timing: {{offset: 3}}}}\n",
)
MOURNING = "  - {date: 2026-11-11, title: A day of mourning}\n  - {date: 2026-12-25, "
SENT = (
    "dispatches:\n"
    "  - {artefact: SCSI-5, to: [hospital], sent: 2026-11-11T10:00}\n"
    "  - {artefact: SCSI-6, to: [hospital], sent: 2026-11-11T10:00}\n"
)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "office", "SCI-2026-001")


def shortened(office: Workspace, day: str) -> Path:
    pattern, words = THREE_DAYS
    return office.own("procedures", "nel.yaml", [(pattern, words.format(day=day))])


def fates(plan: CasePlan) -> dict[str, set[Fate]]:
    found: dict[str, set[Fate]] = {}
    for paper in plan.papers:
        found.setdefault(paper.artefact, set()).add(paper.fate)
    return found


def dates(plan: CasePlan) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    return {
        one.step: (str(one.before), str(one.after), one.because)
        for one in plan.moved
        if not one.reading
    }


def test_before_anything_is_made_every_paper_appears(office: Workspace) -> None:
    plan = office.plan()
    assert plan.changes
    assert fates(plan)["RR-INVITE"] == {Fate.APPEARS}
    assert plan.moved == ()


def test_nothing_changes_after_a_pack_was_made_and_nothing_is_written(office: Workspace) -> None:
    office.regenerate()
    before = office.state()
    plan = office.plan()
    assert not plan.changes
    assert plan.decisions == ()
    office.own(*LETTER, [(r"\Z", "\n\nAnother line.\n")])
    after_the_letter = office.state()
    assert office.plan().changes
    assert office.state() == after_the_letter
    assert before.keys() <= after_the_letter.keys()


def test_a_shortened_period_moves_the_date_and_names_the_amendment(office: Workspace) -> None:
    office.case("SCI-2026-001", NOTHING_SENT + SENT)
    office.regenerate("2026-11-12")
    shortened(office, "2026-11-11")
    plan = office.plan("2026-11-12")
    before, after, because = dates(plan)["agency-return"]
    # Sent on Wednesday 11 November: five days end on Wednesday 18, three on Monday 16.
    assert (before, after) == ("2026-11-18", "2026-11-16")
    assert because == (
        "procedure version nel three days in force from Wed 11 Nov 2026: "
        "Agencies have three working days (Flowchart 2, working day two)",
    )


def test_what_began_under_the_old_rule_keeps_it_and_somebody_may_decide(office: Workspace) -> None:
    office.case("SCI-2026-001", NOTHING_SENT + SENT)
    office.regenerate("2026-11-12")
    shortened(office, "2026-11-12")
    plan = office.plan("2026-11-13")
    assert "agency-return" not in dates(plan)
    assert "old-rule" not in {one.kind for one in office.plan("2026-11-11").decisions}
    (asked,) = [one for one in plan.decisions if one.kind == "old-rule"]
    assert asked.step == "agency-return"
    assert asked.instance == "hospital"
    chosen = (
        "  procedure_choices:\n    - {step: agency-return, version: three days, decided_by: "
        "A. Head, decided_on: 2026-11-13, reason: The board asked for it}\n"
    )
    decided = (NOTHING_SENT + SENT).replace("  procedure: nel\n", f"  procedure: nel\n{chosen}")
    office.case("SCI-2026-001", decided)
    plan = office.plan("2026-11-13")
    assert not [one for one in plan.decisions if one.kind == "old-rule"]
    assert dates(plan)["agency-return"][1] == "2026-11-16"


def test_a_holiday_moves_open_steps_and_leaves_what_has_happened(office: Workspace) -> None:
    office.case("SCI-2026-001", NOTHING_SENT + SENT)
    office.regenerate("2026-11-12")
    holiday = "  - {date: 2026-11-16, title: A day of mourning}\n"
    office.own("calendars", "england-and-wales.yaml", [(r"(?=  - \{date: 2026-12-25)", holiday)])
    moved = dates(office.plan("2026-11-12"))
    before, after, because = moved["agency-return"]
    assert (before, after) == ("2026-11-18", "2026-11-19")
    assert because == ("A day of mourning, Mon 16 Nov 2026, is no working day",)
    assert "scsi-5-to-agencies" not in moved


def test_a_date_that_moves_into_the_past_is_for_a_person(office: Workspace) -> None:
    office.case("SCI-2026-001", NOTHING_SENT + SENT)
    office.regenerate("2026-11-17")
    shortened(office, "2026-11-11")
    kinds = {one.kind: one.step for one in office.plan("2026-11-17").decisions}
    assert kinds["already-past"] == "agency-return"


def test_a_paper_that_was_sent_is_frozen_and_says_the_old_date(office: Workspace) -> None:
    office.case("SCI-2026-001", _addressed(NOTHING_SENT))
    office.regenerate("2026-11-11")
    office.case("SCI-2026-001", _addressed(NOTHING_SENT + SENT))
    shortened(office, "2026-11-11")
    plan = office.plan("2026-11-12")
    assert fates(plan)["SCSI-5"] == {Fate.FROZEN}
    told = [one for one in plan.decisions if one.kind == "told-otherwise"]
    assert any("SCSI-5 to hospital has been sent and names Wed 18 Nov" in t.says for t in told)


def test_papers_that_would_only_bear_another_day_are_counted_apart(office: Workspace) -> None:
    office.regenerate()
    office.own("procedures", "nel.yaml", [(r"\Z", "# only a note\n")])
    assert not [paper for paper in office.plan().papers if paper.only_the_day]
    later = office.plan("2026-11-11")
    only = {paper.artefact for paper in later.papers if paper.only_the_day}
    assert only == {"RR-INVITE"}
    assert "say the same and would bear another day (10)" in as_text([later])


def test_a_new_contact_changes_who_gets_papers(office: Workspace) -> None:
    office.regenerate()
    path = office.folder / "partnership.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("role: review_group")
    start, end = text.rindex("\n  - ", 0, at), text.find("\n  - ", at)
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    plan = office.plan()
    assert plan.because == ("the contacts and settings",)
    assert Fate.DISAPPEARS in fates(plan)["RR-INVITE"]


def test_words_are_shown_only_when_asked_for(office: Workspace) -> None:
    office.regenerate()
    office.own(*LETTER, [(r"\Z", "\n\nOttilie’s meeting: please telephone us first.\n")])
    quiet, full = office.plan(), office.plan(words=True)
    for form in (as_text([quiet]), str(as_json([quiet])), as_page([quiet], "Plan")):
        assert "telephone us first" not in form
        assert "RR-INVITE" in form
    assert "{+Ottilie’s meeting: please telephone us first.+}" in as_text([full])
    assert "<ins>Ottilie’s meeting: please telephone us first.</ins>" in as_page([full], "Plan")


def test_a_paper_changed_by_hand_is_for_a_person(office: Workspace) -> None:
    office.regenerate()
    next((office.folder / "build").rglob("*RR-INVITE*1.docx")).write_bytes(b"by hand")
    office.own(*LETTER, [(r"\Z", "\n\nAnother line.\n")])
    (asked,) = [one for one in office.plan().decisions if one.kind == "changed-by-hand"]
    assert "RR-INVITE" in asked.says


def test_a_draft_is_tried_against_the_rules_in_force(office: Workspace, tmp_path: Path) -> None:
    office.case("SCI-2026-001", NOTHING_SENT + SENT)
    draft = shortened(office, "2026-11-11").rename(tmp_path / "draft.yaml")
    plan = office.plan("2026-11-12", draft=draft)
    assert set(dates(plan)) >= {"agency-return"}
    assert all(paper.fate is not Fate.APPEARS for paper in plan.papers)
    same = office.plan("2026-11-12", draft=Path(__file__).parents[2] / "procedures" / "nel.yaml")
    assert not same.changes
    other = Path(__file__).parents[2] / "procedures" / "tees.yaml"
    assert not office.plan("2026-11-12", draft=other).changes


def test_a_case_that_cannot_be_read_is_told_without_its_content(office: Workspace) -> None:
    office.case("SCI-2026-001", CASE.replace("Ottilie Penhaligon", "Ottilie: ["))
    plan = office.plan(DAY)
    assert plan.changes
    assert plan.fault
    assert "Ottilie" not in as_text([plan])


def _addressed(text: str) -> str:
    """Give the agency a manager, so that the request can be made for somebody."""
    manager = "    manager: {name: {full: Barnabas Quill}, email: quill@example.org}\n"
    return text.replace("    involvement:\n", f"{manager}    involvement:\n")


def test_a_paper_that_is_made_no_more_says_why(office: Workspace) -> None:
    office.regenerate("2026-11-11")
    office.regenerate("2026-11-11")
    plan = office.plan("2026-11-11")
    assert not plan.papers
    office.own("calendars", "england-and-wales.yaml", [("  - {date: 2026-12-25, ", MOURNING)])
    gone = [p for p in office.plan("2026-11-11").papers if p.fate is Fate.DISAPPEARS]
    assert {p.because for p in gone if p.artefact == "SCSI-4"} == {("It is not due yet",)}


def test_a_page_with_words_says_what_it_is_compared_with_and_that_it_may_name_people(
    office: Workspace,
) -> None:
    office.regenerate()
    office.own(*LETTER, [(r"\Z", "\n\nPlease telephone us first.\n")])
    bare, full = (as_page([office.plan(words=words)], "Plan") for words in (False, True))
    assert "Compared with" in bare
    assert "may name people" not in bare
    assert "may name people" in full


def test_words_at_the_top_of_a_page_are_shown_too(office: Workspace) -> None:
    office.regenerate()
    contacts = office.folder / "partnership.yaml"
    contacts.write_text(contacts.read_text().replace("01632 960100", "01632 960888"))
    plan = office.plan("2026-11-12", words=True)
    changed = [paper for paper in plan.papers if paper.fate is Fate.CHANGES]
    assert changed
    for paper in changed:
        assert not paper.only_the_day
        assert "960888" in str(paper.redline), paper.artefact
