"""Which steps are done by what was sent: to whom, by which step, and by when."""

from datetime import date

from facts.asking import FORMS, act, nel


class TestALetterToThreePartners:
    def test_to_the_group_reaches_all_three(self):
        facts = nel(
            "dispatches: [{artefact: SCSI-2, to: [safeguarding_partners], sent: 2025-12-22}]"
        )
        assert act(facts, "scsi-2-to-partners").on == date(2025, 12, 22)

    def test_to_one_of_them_is_sent_in_part(self):
        facts = nel("dispatches: [{artefact: SCSI-2, to: [partner_police], sent: 2025-12-22}]")
        found = act(facts, "scsi-2-to-partners")
        assert found.on is None
        assert "1 of 3" in found.note

    def test_to_each_on_different_days_is_done_with_the_last(self):
        facts = nel("""
dispatches:
  - {artefact: SCSI-2, to: [partner_police, partner_la], sent: 2025-12-22}
  - {artefact: SCSI-2, to: [partner_health], sent: 2025-12-24}
""")
        found = act(facts, "scsi-2-to-partners")
        assert (found.on, found.note) == (date(2025, 12, 24), "")

    def test_to_the_last_of_them_tomorrow_is_still_in_part_today(self):
        facts = nel(
            """
dispatches:
  - {artefact: SCSI-2, to: [partner_police, partner_la], sent: 2025-12-22}
  - {artefact: SCSI-2, to: [partner_health], sent: 2025-12-24}
""",
            as_of="2025-12-23",
        )
        found = act(facts, "scsi-2-to-partners")
        assert found.on is None
        assert "2 of 3" in found.note

    def test_sent_again_later_was_done_the_first_time(self):
        facts = nel("""
dispatches:
  - {artefact: SCSI-2, to: [safeguarding_partners], sent: 2025-12-22}
  - {artefact: SCSI-2, to: [safeguarding_partners], sent: 2026-01-12, version: 2}
""")
        assert act(facts, "scsi-2-to-partners").on == date(2025, 12, 22)

    def test_sent_again_was_done_the_first_time_in_whatever_order_it_is_written(self):
        facts = nel("""
dispatches:
  - {artefact: SCSI-2, to: [safeguarding_partners], sent: 2026-01-12, version: 2}
  - {artefact: SCSI-2, to: [safeguarding_partners], sent: 2025-12-22}
""")
        assert act(facts, "scsi-2-to-partners").on == date(2025, 12, 22)

    def test_to_somebody_else_is_not_this_step(self):
        facts = nel("dispatches: [{artefact: SCSI-2, to: [review_group], sent: 2025-12-22}]")
        assert act(facts, "scsi-2-to-partners").on is None

    def test_without_saying_to_whom_is_done_where_only_one_step_sends_it(self):
        facts = nel("dispatches: [{artefact: SCSI-2, sent: 2025-12-22}]")
        assert act(facts, "scsi-2-to-partners").on == date(2025, 12, 22)


class TestAPaperThatSeveralStepsSend:
    def test_counts_for_the_step_it_names(self):
        facts = nel("dispatches: [{artefact: RR-INVITE, step: schedule-meeting, sent: 2025-12-22}]")
        assert act(facts, "schedule-meeting").on == date(2025, 12, 22)
        assert act(facts, "arrange-conference").on is None

    def test_counts_for_the_step_whose_recipients_it_reached(self):
        facts = nel(
            "dispatches: [{artefact: RR-INVITE, to: [partner_secretaries], sent: 2025-12-22}]"
        )
        assert act(facts, "arrange-conference").on == date(2025, 12, 22)
        assert act(facts, "schedule-meeting").on is None

    def test_does_not_count_for_a_step_that_could_not_have_begun(self):
        # Letter-9 told the Panel on 14 January; the reviewer was commissioned on 2 February, and
        # the further letter with the reviewer's name is still to be written.
        facts = nel("""
decision: {outcome: local_review}
rapid_review: {recommendation: {outcome: local_review, rationale: As the group saw it.}}
review: {to_be_confirmed_told: yes}
steps_done: [{step: commission-reviewer, on: 2026-02-02}]
dispatches:
  - {artefact: SRG-8, to: [panel], sent: 2026-01-14}
  - {artefact: LETTER-9, to: [panel], sent: 2026-01-14}
""")
        assert act(facts, "srg-8-to-panel").on == date(2026, 1, 14)
        assert act(facts, "reviewer-details-to-panel").on is None

    def test_counts_for_none_where_nothing_says_which(self):
        facts = nel("dispatches: [{artefact: RR-INVITE, sent: 2025-12-22}]")
        assert act(facts, "arrange-conference").on is None
        assert act(facts, "schedule-meeting").on is None


class TestAStepOfTwoPapers:
    def test_is_done_when_both_have_gone(self):
        facts = nel("""
dispatches:
  - {artefact: SRG-8, to: [safeguarding_partners], sent: 2026-01-09}
  - {artefact: SRG-8-COVER, to: [safeguarding_partners], sent: 2026-01-12}
""")
        assert act(facts, "srg-8-to-partners").on == date(2026, 1, 12)

    def test_is_not_done_with_one(self):
        facts = nel(
            "dispatches: [{artefact: SRG-8, to: [safeguarding_partners], sent: 2026-01-09}]"
        )
        assert act(facts, "srg-8-to-partners").on is None

    def test_with_one_it_does_not_say_that_anybody_has_everything(self):
        facts = nel(
            "dispatches: [{artefact: SRG-8, to: [safeguarding_partners], sent: 2026-01-09}]"
        )
        note = act(facts, "srg-8-to-partners").note
        assert "SRG-8-COVER" in note
        assert "0 of 3" in note
        assert "everything" not in note

    def test_to_the_panel_is_not_to_the_partners(self):
        facts = nel("""
dispatches:
  - {artefact: SRG-8, to: [panel], sent: 2026-01-14}
  - {artefact: LETTER-9, to: [panel], sent: 2026-01-14}
""")
        assert act(facts, "srg-8-to-panel").on == date(2026, 1, 14)
        assert act(facts, "srg-8-to-partners").on is None
        assert facts.events["rr_submitted"].actual == date(2026, 1, 14)


class TestAStepForEachAgency:
    def test_to_all_agencies_is_done_for_each(self):
        facts = nel(FORMS)
        for who in ("agency/police", "agency/school"):
            assert act(facts, "agency-requests-out", who).on == date(2025, 12, 23)

    def test_to_one_agency_is_done_for_that_one(self):
        facts = nel(FORMS.replace("[agency]", "[police]"))
        assert act(facts, "agency-requests-out", "agency/police").on == date(2025, 12, 23)
        assert act(facts, "agency-requests-out", "agency/school").on is None

    def test_the_form_without_its_letter_is_not_done(self):
        facts = nel("dispatches: [{artefact: SCSI-5, to: [police], sent: 2025-12-23}]")
        assert act(facts, "agency-requests-out", "agency/police").on is None
