"""When the clock starts: weekends, bank holidays, late evenings, and several receipts."""

import pytest

from schedule.asking import case, content_with, planned

CUT_OFF = """
cut_off: "17:00"
receipt_after_cut_off: next_working_day
"""
DEEMED = "receipt_on_non_working_day: deemed_next_working_day"


def received(moment: str, *, on: str, content=None):
    document = case("nel", f"events: [{{event: notification_received, actual: <{moment}>}}]")
    return planned(document, on, content=content)


@pytest.mark.parametrize(
    ("moment", "scsi_2", "scsi_4", "day_15"),
    [
        # Over Christmas, as in the main table.
        (
            "Friday 19 December 2025",
            "Monday 22 December 2025",
            "Tuesday 23 December 2025",
            "Wednesday 14 January 2026",
        ),
        # A weekend is day 0, and the next working day is day 1.
        (
            "Saturday 20 December 2025",
            "Monday 22 December 2025",
            "Tuesday 23 December 2025",
            "Wednesday 14 January 2026",
        ),
        (
            "Sunday 21 December 2025",
            "Monday 22 December 2025",
            "Tuesday 23 December 2025",
            "Wednesday 14 January 2026",
        ),
        # Christmas Day and Boxing Day: Monday 29 is day 1, Tuesday 30 day 2,
        # 31 (3), 2 January (4), 5 to 9 (9), 12 to 16 (14), 19 January (15).
        (
            "Thursday 25 December 2025",
            "Monday 29 December 2025",
            "Tuesday 30 December 2025",
            "Monday 19 January 2026",
        ),
        (
            "Friday 26 December 2025",
            "Monday 29 December 2025",
            "Tuesday 30 December 2025",
            "Monday 19 January 2026",
        ),
        # Good Friday 3 April 2026: Tuesday 7 is day 1, 8 to 10 (4), 17 (9), 24 (14), 27 (15).
        (
            "Friday 3 April 2026",
            "Tuesday 7 April 2026",
            "Wednesday 8 April 2026",
            "Monday 27 April 2026",
        ),
        # The bank holiday for the Queen's funeral, Monday 19 September 2022:
        # 20 (1), 21 (2), 22, 23 (4), 26 to 30 (9), 3 to 7 October (14), 10 October (15).
        (
            "Friday 16 September 2022",
            "Tuesday 20 September 2022",
            "Wednesday 21 September 2022",
            "Monday 10 October 2022",
        ),
        # The Jubilee: Thursday 2 and Friday 3 June 2022.
        # 6 (1), 7 (2), 8 to 10 (5), 13 to 17 (10), 20 to 24 June (15).
        (
            "Wednesday 1 June 2022",
            "Monday 6 June 2022",
            "Tuesday 7 June 2022",
            "Friday 24 June 2022",
        ),
    ],
)
def test_day_0_is_the_day_of_receipt(moment, scsi_2, scsi_4, day_15):
    plan = received(moment, on=moment)
    found = [plan.due(s) for s in ("scsi-2-to-partners", "scsi-4-to-partners", "srg-8-to-panel")]
    assert found == [scsi_2, scsi_4, day_15]


def test_receipt_on_a_day_that_does_not_count_says_so():
    counted = (
        received("Saturday 20 December 2025", on="Saturday 20 December 2025")
        .one("scsi-2-to-partners")
        .why.counted
    )
    assert "not a working day" in counted
    assert "Monday 22 December 2025" in counted


class TestAnOfficeThatSetsACutOff:
    def test_before_and_at_the_cut_off_counts_on_its_day(self, tmp_path):
        office = content_with(tmp_path, "nel", settings=CUT_OFF)
        for clock in ("09:00", "17:00"):
            plan = received(
                f"Friday 19 December 2025 {clock}",
                on="Friday 19 December 2025 23:00",
                content=office,
            )
            assert plan.due("scsi-2-to-partners") == "Monday 22 December 2025"

    def test_after_it_counts_from_the_next_working_day(self, tmp_path):
        office = content_with(tmp_path, "nel", settings=CUT_OFF)
        plan = received(
            "Friday 19 December 2025 18:30", on="Friday 19 December 2025 23:00", content=office
        )
        # Deemed received on Monday 22 December: 23 is day 1, 24 day 2.
        assert plan.due("scsi-2-to-partners") == "Tuesday 23 December 2025"
        assert plan.due("scsi-4-to-partners") == "Wednesday 24 December 2025"
        notes = plan.one("scsi-2-to-partners").why.notes
        assert any("17:00 cut-off" in n and "Monday 22 December 2025" in n for n in notes)

    def test_without_a_cut_off_late_evening_counts_on_its_day(self):
        plan = received("Friday 19 December 2025 22:45", on="Friday 19 December 2025 23:00")
        assert plan.due("scsi-2-to-partners") == "Monday 22 December 2025"

    def test_a_weekend_can_be_deemed_the_next_working_day(self, tmp_path):
        office = content_with(tmp_path, "nel", settings=DEEMED)
        plan = received("Saturday 20 December 2025", on="Saturday 20 December 2025", content=office)
        assert plan.due("scsi-2-to-partners") == "Tuesday 23 December 2025"

    def test_awareness_is_no_receipt_and_no_cut_off_touches_it(self, tmp_path):
        # The statutory five days run from the council's own awareness, whenever it was.
        office = content_with(tmp_path, "nel", settings=CUT_OFF + DEEMED)
        body = "events: [{event: la_aware, actual: <Friday 19 December 2025 21:00>}]"
        plan = planned(case("nel", body), "Friday 19 December 2025 23:00", content=office)
        assert plan.due("la-notifies-panel") == "Tuesday 30 December 2025"


def test_the_first_of_several_receipts_starts_the_clock():
    body = """
    events:
      - {event: notification_received, actual: <Tuesday 23 December 2025>, for: child-b}
      - {event: notification_received, actual: <Saturday 20 December 2025>, for: child-a}
    """
    children = """
      - {id: child-a, name: {full: unknown}, harm: died}
      - {id: child-b, name: {full: unknown}, harm: died}"""
    plan = planned(case("nel", body, children=children), "Tuesday 23 December 2025")
    assert plan.due("scsi-2-to-partners") == "Monday 22 December 2025"
