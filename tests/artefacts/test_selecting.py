"""What a day calls for: exactly the papers of the procedure, the facts and the branch."""

from dataclasses import replace
from datetime import date

import pytest

from artefacts.asking import TODAY, called_for, made, nothing_sent, standing, why_not
from cli.asking import CASE
from sgdocs.artefacts import Asked, papers_of, select
from sgdocs.content import Content
from sgdocs.pipeline.grounding import ground
from sgdocs.procedure import procedure_names
from sgdocs.standing import Scheduled

PARTNERS = {"partner_la", "partner_police", "partner_health"}
RAPID_REVIEW_PAPERS = {
    *("SCSI-2", "SCSI-3", "SCSI-4", "SCSI-5", "SCSI-6", "SCSI-7", "SRG-8", "LETTER-9"),
    *("RR-INVITE", "TEES-RR-REPORT", "DAR-APP4", "DAR-APP5", "NY-ICDM", "NY-FORM2", "NY-RR-REPORT"),
}


def test_the_first_working_day_calls_for_the_letters_that_tell_people() -> None:
    papers = made("nel-open", "2026-11-13", nothing_sent)
    assert papers.keys() == {"SCSI-2", "SCSI-3", "RR-INVITE"}
    assert papers["SCSI-2"] == PARTNERS
    assert "scrutineer" not in papers["SCSI-3"]


def test_the_second_day_adds_a_request_for_each_agency_involved() -> None:
    papers = made("nel-open", "2026-11-16", nothing_sent)
    assert papers["SCSI-5"] == papers["SCSI-6"]
    assert "police" in papers["SCSI-5"], "it knew the suspected perpetrator within twelve months"
    assert "swim-club" not in papers["SCSI-5"], "it was found only on the eighteenth"
    assert "eye-clinic" not in papers["SCSI-5"], "its part ended more than twelve months before"


def test_what_has_gone_is_not_made_again() -> None:
    found = standing("nel-open", "2026-11-16")
    assert "SCSI-2" not in {w.artefact.id for w in called_for(found)}
    assert why_not(found, "SCSI-2") == {"It has been sent."}


def test_what_has_gone_is_made_again_as_the_next_version_when_asked() -> None:
    found = standing("nel-open", "2026-11-16")
    again = called_for(found, Asked(only="SCSI-2", again=True))
    assert [(w.version, w.replaces) for w in again] == [(2, date(2026, 11, 13))]


def test_a_paper_that_some_have_is_made_for_the_others_alone() -> None:
    had = "\ndispatches:\n  - {artefact: SCSI-2, to: [partner_la], sent: 2026-11-13T09:00}\n"
    found = standing("nel-open", "2026-11-13", lambda text: nothing_sent(text) + had)
    first = [w for w in called_for(found) if w.artefact.id == "SCSI-2"]
    assert [{to.key for to in w.to} for w in first] == [PARTNERS - {"partner_la"}]
    assert [(w.version, w.replaces) for w in first] == [(1, None)]
    assert why_not(found, "SCSI-2") == {"It has been sent."}
    again = called_for(found, Asked(only="SCSI-2", again=True))
    assert {to.key: (w.version, w.replaces) for w in again for to in w.to} == {
        "partner_la": (2, date(2026, 11, 13)),
        "partner_police": (2, None),
        "partner_health": (2, None),
    }


def test_a_form_that_went_before_its_letter_is_not_made_again() -> None:
    had = "\ndispatches:\n  - {artefact: SCSI-5, to: [police], sent: 2026-11-16T09:00}\n"
    found = standing("nel-open", "2026-11-16", lambda text: nothing_sent(text) + had)
    to = {
        name: {to.key for w in called_for(found) if w.artefact.id == name for to in w.to}
        for name in ("SCSI-5", "SCSI-6")
    }
    assert to["SCSI-6"] - to["SCSI-5"] == {"police"}


def test_a_return_that_is_kept_is_no_next_version_of_the_form_that_went_out() -> None:
    kept = [w for w in called_for(standing("nel-open", "2026-11-20")) if w.artefact.id == "SCSI-5"]
    assert [(w.version, w.replaces) for w in kept if w.to[0].key == "file"] == [(1, None)]


@pytest.mark.parametrize(
    ("example", "day"),
    [
        ("north-yorkshire-looked-after-child", "2026-02-20"),
        ("nel-learning-request", "2025-04-03"),
        ("darlington-below-threshold", "2026-07-24"),
    ],
)
def test_a_case_without_a_rapid_review_has_none_of_its_papers(example: str, day: str) -> None:
    papers = made(example, day, nothing_sent)
    assert papers, "it has papers of its own"
    assert not papers.keys() & RAPID_REVIEW_PAPERS


def test_a_looked_after_childs_death_without_abuse_is_told_to_those_who_must_know() -> None:
    papers = made("north-yorkshire-looked-after-child", "2026-02-10", nothing_sent)
    assert papers == {"LAC-DEATH-NOTICE": {"secretary_of_state", "ofsted"}}


@pytest.mark.parametrize("asked", [Asked(), Asked(only="LETTER-9"), Asked(step="srg-8-to-panel")])
def test_nothing_announces_a_decision_before_it(asked: Asked) -> None:
    found = standing("nel-open", "2026-12-03", nothing_sent)
    names = {w.artefact.id for w in called_for(found, asked) if w.row}
    assert "LETTER-9" not in names
    assert "It makes known what is not decided yet (decision)." in why_not(
        found, "LETTER-9", Asked(only="LETTER-9")
    )


def test_the_record_does_not_go_to_the_panel_before_the_decision() -> None:
    found = standing("nel-open", "2026-12-03", nothing_sent)
    record = select(found, Asked(step="srg-8-to-panel"))
    assert all(w.reason for w in record)


def test_a_decision_that_was_taken_later_is_not_known_earlier() -> None:
    before = standing("nel", "2026-01-09", nothing_sent)
    assert all(w.artefact.id != "LETTER-9" for w in called_for(before))
    after = standing("nel", "2026-01-13", nothing_sent)
    (letter, *_) = [w for w in called_for(after) if w.artefact.id == "LETTER-9"]
    assert {to.key for to in letter.to} >= {"panel"}


def test_what_an_agency_sent_is_kept_on_the_day_it_came() -> None:
    kept = [w for w in called_for(standing("nel-open", "2026-11-20")) if w.artefact.id == "SCSI-5"]
    came = [w for w in kept if w.to[0].key == "file"]
    assert [w.instance for w in came] == ["agency/freshney-community-health"]


def test_an_agency_that_has_not_answered_has_no_record_copy() -> None:
    found = standing("nel-open", "2026-11-20")
    asked = [w for w in select(found, Asked(step="agency-return")) if w.instance == "agency/police"]
    assert [w.reason for w in asked] == ["It has not come in yet."]


def test_the_days_ahead_can_be_made_at_once_and_bear_their_own_date() -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    ahead = called_for(found, Asked(until=date(2026, 11, 16)))
    days = {w.artefact.id: w.day for w in ahead}
    assert days["SCSI-2"] == date(2026, 11, 13)
    assert days["SCSI-4"] == date(2026, 11, 16)
    assert "SCSI-4" not in {w.artefact.id for w in called_for(found)}


@pytest.mark.parametrize(("name", "more"), [("the same", 0), ("Somebody Else", 1)])
def test_one_person_on_two_lists_gets_one_copy(name: str, more: int) -> None:
    before = standing("nel-open", "2026-11-13", nothing_sent)
    (group,) = [w.to for w in called_for(before) if w.artefact.id == "SCSI-3"]
    full = group[0].name if name == "the same" else name
    again = f"{{name: {{full: {full}}}, email: {group[0].email.upper()}}}"
    listed = f"\ngroup_members:\n  - {again}\n"
    found = standing("nel-open", "2026-11-13", lambda text: nothing_sent(text) + listed)
    (now,) = [w.to for w in called_for(found) if w.artefact.id == "SCSI-3"]
    assert len(now) == len(group) + more


def test_nobody_whose_time_has_ended_is_written_to() -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    partnership = found.ground.partnership
    gone = {c.email for c in partnership.contacts if not c.valid_on(date(2026, 11, 13))}
    now = {c.email for c in partnership.contacts if c.valid_on(date(2026, 11, 13))}
    written_to = {to.email for w in called_for(found) for to in w.to}
    assert gone - now
    assert not written_to & (gone - now)


def test_no_file_is_named_after_a_person() -> None:
    for example, day in (("nel-open", "2026-11-16"), ("darlington", "2025-03-10")):
        found = standing(example, day, nothing_sent)
        names = [
            c["name"]["full"] for c in (*found.case.each("children"), *found.case.each("family"))
        ]
        words = {part.casefold() for name in names for part in name.split() if len(part) > 3}
        for one in called_for(found):
            assert not any(word in to.key for to in one.to for word in words)


@pytest.mark.parametrize("procedure", procedure_names(Content()))
def test_every_paper_of_a_procedure_is_in_the_list_of_papers(procedure: str) -> None:
    base = ground(Content(), procedure)
    steps = base.book.in_force(base.book.starts[-1]).steps.values()
    assert {a for s in steps for a in s.artefacts} <= base.artefacts.keys()


def test_every_paper_in_the_list_has_a_use_in_some_procedure() -> None:
    used: set[str] = set()
    for example, day in (
        *(("nel", "2026-01-13"), ("tees", "2023-05-05"), ("darlington", "2025-03-10")),
        *(("bcp", "2024-06-25"), ("north-yorkshire", "2026-05-05")),
    ):
        found = standing(example, day)
        used |= papers_of(found)
    assert used == set(found.ground.artefacts)


def test_a_form_that_one_body_sends_another_is_kept_and_sent_to_nobody() -> None:
    found = standing("tees", "2023-05-05", nothing_sent)
    assert found.procedure.steps["form-to-notifier"].recipients == ("la_notifier",)
    (form,) = [w for w in select(found, Asked(step="form-to-notifier")) if w.row]
    assert [to.key for to in form.to] == ["file"]


@pytest.mark.parametrize(
    ("example", "step", "day"),
    [
        ("tees", "partnership-told", "2023-05-05"),
        ("bcp", "business-unit-notified", "2024-06-25"),
    ],
)
def test_a_letter_to_the_office_itself_is_a_letter_all_the_same(
    example: str, step: str, day: str
) -> None:
    found = standing(example, day, nothing_sent)
    assert found.procedure.steps[step].recipients == ("business_unit",)
    letters = [w for w in select(found, Asked(step=step)) if w.row]
    assert letters
    assert all(to.key != "file" for w in letters for to in w.to)


def test_what_was_sent_is_told_from_what_is_not_made_for_another_reason() -> None:
    found = standing("nel-open", "2026-11-16")
    papers = {w.artefact.id: w for w in select(found, Asked()) if w.row and w.reason}
    assert papers["SCSI-2"].frozen
    assert not papers["LETTER-9"].frozen


def test_a_paper_says_what_it_is_for_and_for_which_agency() -> None:
    found = standing("nel-open", "2026-11-16", nothing_sent)
    forms = {w.about_id: w for w in called_for(found) if w.artefact.id == "SCSI-5"}
    one = forms["police"]
    assert one.row is not None
    assert one.row.instance is not None
    assert one.instance == "agency/police"
    assert one.about == f"{one.row.title} ({one.row.instance.label})"
    (letter, *_) = [w for w in called_for(found) if w.artefact.id == "SCSI-4"]
    assert (letter.about_id, letter.instance) == ("", "")
    assert letter.row is not None
    assert letter.about == letter.row.title


def test_papers_of_the_whole_case_are_first_versions_and_named_by_themselves() -> None:
    found = standing("nel-open", "2026-11-16", nothing_sent)
    whole = [w for w in select(found, Asked()) if w.row is None]
    assert whole
    assert {w.version for w in whole} == {1}
    assert all(w.about == w.artefact.title for w in whole)
    assert all(w.pressing == (not w.reason) for w in whole)


def test_an_agency_that_names_nobody_for_it_is_told_from_a_role_nobody_holds() -> None:
    found = standing("nel-open", "2026-11-11", lambda _: CASE[: CASE.index("\ndispatches")] + "\n")
    reasons = {w.reason for w in select(found, Asked(only="SCSI-5")) if w.row}
    assert "The agency has no such person in the case file." in reasons


@pytest.mark.parametrize("asked", [Asked(only="SCSI-4"), Asked(step="scsi-4-to-partners")])
def test_what_is_asked_for_by_name_is_made_before_its_day(asked: Asked) -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    assert why_not(found, "SCSI-4") == {"It is not due yet."}
    (letter,) = [w for w in select(found, asked) if w.row]
    assert (letter.artefact.id, letter.reason, letter.pressing) == ("SCSI-4", "", True)


def test_a_step_asked_for_brings_no_paper_of_the_whole_case() -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    assert all(w.row for w in select(found, Asked(step="scsi-4-to-partners")))
    assert not all(w.row for w in select(found, TODAY))


def test_what_presses_is_what_is_due_and_can_be_made() -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    rows = [w for w in select(found, TODAY) if w.row]
    assert {w.artefact.id for w in rows if w.pressing} == {"SCSI-2", "SCSI-3", "RR-INVITE"}
    asked = select(found, Asked(only="LLR-2"))
    assert [(w.reason[:7], w.pressing) for w in asked] == [("Only if", False)]
    kept = select(found, Asked(only="LLR-DECISION"))
    assert [(w.reason[:7], w.pressing) for w in kept] == [("Only if", False)]


def test_a_paper_made_for_another_step_is_not_made_twice() -> None:
    found = standing("nel-open", "2026-12-03", nothing_sent)
    twice = [w for w in select(found, TODAY) if w.artefact.id == "SRG-8" and w.row]
    told = {w.row.step: (w.reason, w.pressing) for w in twice if w.row}
    assert told["rapid-review-meeting"] == ("", True)
    another = "The same paper is made for another step."
    assert told["partners-conference"] == (another, False)


def test_papers_of_the_whole_case_are_made_in_every_pack_or_when_asked_for() -> None:
    found = standing("nel-open", "2026-11-13", nothing_sent)
    whole = {w.artefact.id: w for w in select(found, TODAY) if w.row is None}
    known = {n: w for n, w in whole.items() if not w.reason.startswith("It makes known")}
    for name, one in known.items():
        every = one.artefact.whole_case == "in_every_pack"
        assert one.reason == ("" if every else "It is made when it is asked for."), name
        (alone,) = select(found, Asked(only=name))
        assert (alone.artefact.id, alone.reason, alone.pressing) == (name, "", True)
    assert len({w.artefact.whole_case for w in known.values()}) == 2


@pytest.mark.parametrize(
    ("example", "day", "step", "paper", "goes"),
    [
        ("nel", "2026-01-13", "scsi-1-received", "SCSI-1", False),
        ("nel", "2026-01-13", "agency-requests-out", "SCSI-5", True),
        ("nel", "2026-01-13", "agency-return", "SCSI-5", False),
        ("nel", "2026-01-13", "la-notifies-panel", "PANEL-SIN", False),
        ("nel", "2026-01-13", "rapid-review-meeting", "SRG-8", False),
        ("nel", "2026-01-13", "srg-8-to-panel", "SRG-8", True),
        ("tees", "2023-05-05", "agency-requests-out", "TEES-INFO-REQUEST", True),
        ("tees", "2023-05-05", "form-to-notifier", "TEES-FORM", False),
        ("darlington", "2025-03-10", "incident-form-sent", "DAR-SIF", False),
        ("darlington", "2025-03-10", "incident-form-forwarded", "DAR-SIF", True),
        ("darlington", "2025-03-10", "case-referred-for-learning", "DAR-SIF", True),
        ("darlington", "2025-03-10", "management-review-letter", "DAR-IMR", True),
        ("darlington", "2025-03-10", "management-review-signed-off", "DAR-IMR", False),
        ("darlington", "2025-03-10", "chronology-template-out", "DAR-APP6", True),
        ("darlington", "2025-03-10", "chronology-returned", "DAR-APP6", False),
    ],
)
def test_which_papers_go_out_and_which_stay_in_the_file(
    example: str, day: str, step: str, paper: str, *, goes: bool
) -> None:
    found = standing(example, day, nothing_sent)
    papers = [w for w in select(found, Asked(step=step)) if w.artefact.id == paper]
    assert papers
    assert {"file" in {to.key for to in w.to} for w in papers} == {not goes}


def _without(found: Scheduled, *roles: str) -> Scheduled:
    """Let nobody hold some roles."""
    office = found.ground.partnership
    left = tuple(c for c in office.contacts if c.role not in roles)
    return replace(found, ground=replace(found.ground, partnership=replace(office, contacts=left)))


def test_a_role_that_nobody_holds_is_named_beside_those_who_get_the_paper() -> None:
    found = _without(standing("nel-open", "2026-11-13", nothing_sent), "partner_health")
    told = [w for w in select(found, Asked(only="SCSI-2")) if w.row]
    assert [([to.key for to in w.to], w.reason, w.pressing) for w in told] == [
        (["partner_la", "partner_police"], "", True),
        ([], "Nobody holds the role partner_health on this day.", True),
    ]


def test_where_nobody_holds_any_role_all_are_named_at_once() -> None:
    before = standing("nel-open", "2026-11-13", nothing_sent)
    found = _without(before, "partner_health", "partner_la", "partner_police")
    (told,) = [w for w in select(found, Asked(only="SCSI-2")) if w.row]
    roles = "partner_la, partner_police, partner_health"
    assert (told.to, told.reason) == ((), f"Nobody holds the role {roles} on this day.")
    assert told.pressing
