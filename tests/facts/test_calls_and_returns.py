"""Which steps are done by returns, calls, events and the record of steps."""

from datetime import date

import pytest

from facts.asking import FORMS, RECEIVED, act, derived, nel


class TestReturns:
    @pytest.mark.parametrize("state", ["returned", "nil_return"])
    def test_a_return_completes_the_step_of_its_agency(self, state):
        facts = nel(
            FORMS + f"returns: [{{agency: police, state: {state}, received: 2026-01-02}}]\n"
        )
        assert act(facts, "agency-return", "agency/police").on == date(2026, 1, 2)
        assert act(facts, "agency-return", "agency/school").on is None

    def test_it_is_known_of_the_agency(self):
        back = "returns: [{agency: police, state: nil_return, received: 2026-01-02}]\n"
        found = {p.instance.id: v for p, v in nel(FORMS + back).instance_values["agency"]}
        assert (found["police"]["returned"], found["police"]["nil_return"]) == (True, True)
        assert (found["school"]["returned"], found["school"]["nil_return"]) == (False, False)

    def test_on_the_day_before_it_is_not_known(self):
        back = "returns: [{agency: police, state: returned, received: 2026-01-02}]\n"
        facts = nel(FORMS + back, as_of="2026-01-01")
        assert act(facts, "agency-return", "agency/police").on is None
        assert not facts.instance_values["agency"][0][1]["returned"]

    def test_the_first_of_two_counts(self):
        facts = nel(
            FORMS
            + """
returns:
  - {agency: police, state: returned, received: 2026-01-05}
  - {agency: police, state: returned, received: 2026-01-02}
"""
        )
        assert act(facts, "agency-return", "agency/police").on == date(2026, 1, 2)

    def test_another_form_is_not_this_return(self):
        body = """
events: [{event: panel_notified, actual: 2026-01-09}]
agencies: [{id: police, name: Invented Police, include: yes}]
dispatches: [{artefact: DAR-APP4, to: [police], sent: 2026-01-12}]
returns: [{agency: police, form: DAR-APP6, state: returned, received: 2026-01-15}]
"""
        facts = derived("darlington", body, as_of="2026-01-20")
        assert act(facts, "agency-template-returned", "agency/police").on is None


class TestCalls:
    def test_a_confirmed_receipt_completes_the_call_of_its_agency(self):
        facts = nel("calls: [{kind: confirmation, agency: police, at: 2025-12-23T15:00}]")
        assert act(facts, "confirmation-call", "agency/police").on == date(2025, 12, 23)
        assert act(facts, "confirmation-call", "agency/school").on is None

    def test_a_call_that_did_not_confirm_receipt_does_not(self):
        facts = nel("""
calls:
  - {kind: confirmation, agency: police, at: 2025-12-23T15:00, receipt_confirmed: no}
  - {kind: confirmation, agency: police, at: 2025-12-24T09:30, receipt_confirmed: yes}
""")
        assert act(facts, "confirmation-call", "agency/police").on == date(2025, 12, 24)

    def test_a_chase_call_is_another_kind(self):
        facts = nel(FORMS + "calls: [{kind: chase, agency: police, at: 2026-01-02T11:00}]\n")
        assert act(facts, "chase-call", "agency/police").on == date(2026, 1, 2)
        assert act(facts, "confirmation-call", "agency/police").on is None

    def test_family_legal_and_insurance_calls_have_steps_of_their_own(self):
        body = """
events: [{event: la_aware, actual: 2026-03-09}]
family:
  - {id: parent, name: {full: Keverne Tregear}, relationship: mother, informing: {tell: yes}}
  - {id: carer, name: {full: Jory Tregear}, relationship: grandparent, informing: {tell: yes}}
calls:
  - {kind: legal, at: 2026-03-10}
  - {kind: insurance, at: 2026-03-11}
  - {kind: family, person: parent, at: 2026-03-12}
"""
        facts = derived("bcp", body, as_of="2026-03-16")
        assert act(facts, "appc-legal-call").on == date(2026, 3, 10)
        assert act(facts, "appc-insurance-call").on == date(2026, 3, 11)
        assert act(facts, "family-call", "family_member/parent").on == date(2026, 3, 12)
        assert act(facts, "family-call", "family_member/carer").on is None

    def test_a_call_does_not_stand_for_the_letter(self):
        # “In writing and by telephone.”
        body = """
events: [{event: la_aware, actual: 2026-03-09}]
family:
  - {id: parent, name: {full: Keverne Tregear}, relationship: mother, informing: {tell: yes}}
calls: [{kind: family, person: parent, at: 2026-03-12}]
"""
        facts = derived("bcp", body, as_of="2026-03-16")
        assert act(facts, "family-letter", "family_member/parent").on is None


class TestTheRecordOfSteps:
    def test_a_step_without_paper_or_call_is_recorded_by_hand(self):
        facts = nel("steps_done: [{step: group-reads, on: 2026-01-06}]")
        assert act(facts, "group-reads").on == date(2026, 1, 6)

    def test_for_one_agency_it_is_done_for_that_one(self):
        facts = nel("steps_done: [{step: agency-requests-out, for: police, on: 2025-12-23}]")
        assert act(facts, "agency-requests-out", "agency/police").on == date(2025, 12, 23)
        assert act(facts, "agency-requests-out", "agency/school").on is None

    def test_after_the_day_asked_about_it_is_not_known(self):
        facts = nel("steps_done: [{step: group-reads, on: 2026-01-06}]", as_of="2026-01-05")
        assert act(facts, "group-reads").on is None


class TestEvents:
    def test_an_event_completes_the_step_that_marks_it(self):
        assert act(nel(""), "scsi-1-received").on == date(2025, 12, 19)

    def test_a_step_done_by_hand_marks_its_event(self):
        facts = nel("steps_done: [{step: rapid-review-meeting, on: 2026-01-08}]")
        assert facts.events["rapid_review_held"].actual == date(2026, 1, 8)

    def test_the_first_of_several_receipts_is_the_one(self):
        body = """
events:
  - {event: notification_received, actual: 2025-12-22T09:00, for: police}
  - {event: notification_received, actual: 2025-12-19T16:00, for: school}
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
"""
        assert derived("nel", body, as_of="2026-01-05").events[
            "notification_received"
        ].counts_from == (date(2025, 12, 19))

    def test_a_receipt_that_had_not_come_yet_is_not_the_first(self):
        body = """
events:
  - {event: notification_received, actual: 2025-12-22, for: police}
  - {event: notification_received, actual: 2025-12-19, for: school}
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
"""
        found = derived("nel", body, as_of="2025-12-18").events["notification_received"]
        assert (found.actual, found.counts_from) == (None, None)

    def test_a_plan_is_not_a_fact(self):
        facts = derived(
            "nel", RECEIVED.replace("actual: 2025-12-19", "planned: 2025-12-19"), as_of="2026-01-05"
        )
        found = facts.events["notification_received"]
        assert (found.planned, found.actual) == (date(2025, 12, 19), None)
        assert act(facts, "scsi-1-received").on is None
