"""What is pointed out for a person to settle, and what is left in peace."""

import time

from chronology.telling import accounts, told
from sgdocs.chronology import Account, merge

_VISIT = "Health visitor called at the home; nobody answered and a card was left"
_VISITED = "Nobody answered when the health visitor called at the home, and a card was left"


def settled(*rows: Account) -> list[tuple[str, int, int]]:
    found = merge(rows, (None, None), 56).differences
    return [(d.kind, d.first.number, d.second.number) for d in found]


def test_alike_words_a_day_apart_may_be_one_event_with_two_dates() -> None:
    rows = told("A", "2025-03-03", _VISIT), told("B", "2025-03-04", _VISIT)
    assert settled(*rows) == [("dates", 1, 2)]


def test_a_fortnight_apart_is_another_visit() -> None:
    assert settled(told("A", "2025-03-03", _VISIT), told("B", "2025-03-17", _VISIT)) == []


def test_day_and_month_may_have_been_exchanged() -> None:
    rows = told("A", "2025-03-09", _VISIT), told("B", "2025-09-03", _VISIT)
    assert settled(*rows) == [("dates", 1, 2)]


def test_one_agency_that_lists_two_visits_made_two() -> None:
    assert settled(told("A", "2025-03-03", _VISIT), told("A", "2025-03-04", _VISIT)) == []


def test_other_words_on_one_day_may_be_one_event_told_twice() -> None:
    rows = told("A", "2025-03-03", _VISIT), told("B", "2025-03-03", _VISITED)
    assert settled(*rows) == [("told_twice", 1, 2)]


def test_two_times_on_one_day_are_pointed_out() -> None:
    one = told("A", "2025-03-03", _VISIT, time="10:00")
    assert settled(one, told("B", "2025-03-03", _VISIT, time="10:30")) == [("times", 1, 2)]


def test_at_one_minute_of_one_day_less_likeness_is_enough() -> None:
    one = "Ambulance brought the baby to the emergency department"
    other = "Baby brought by ambulance to our department, not breathing"
    day = "2025-12-17"
    assert settled(told("A", day, one), told("B", day, other)) == []
    timed = told("A", day, one, time="07:24"), told("B", day, other, time="07:24")
    assert settled(*timed) == [("told_twice", 1, 2)]


def test_seen_and_not_seen_in_one_event_are_pointed_out() -> None:
    rows = [
        told("A", "2025-03-03", _VISIT, child_seen="yes"),
        told("B", "2025-03-03", _VISIT, child_seen="no"),
    ]
    assert settled(*rows) == [("child_seen", 1, 1)]
    assert settled(rows[0], told("B", "2025-03-03", _VISIT, child_seen="not_known")) == []


def test_seen_and_not_seen_in_two_accounts_of_one_day_are_pointed_out() -> None:
    rows = [
        told("A", "2025-03-03", _VISIT, child_seen="yes"),
        told("B", "2025-03-03", _VISITED, child_seen="no"),
    ]
    assert settled(*rows) == [("told_twice", 1, 2), ("child_seen", 1, 2)]


def test_short_entries_are_never_taken_for_one_event() -> None:
    assert (
        settled(told("A", "2025-03-03", "Home visit"), told("B", "2025-03-04", "Home visit")) == []
    )


def test_dates_known_in_part_are_not_compared() -> None:
    assert settled(told("A", "2025-03", _VISIT), told("B", "2025-03-04", _VISIT)) == []


def test_thousands_of_rows_on_one_day_and_endless_words_end_soon() -> None:
    crowd = [Account(a.agency, {**a.row, "date": "2025-03-03"}) for a in accounts(12, 250)]
    endless = [told(f"Z{n}", "2025-03-03", f"{n} " + "long word " * 6000) for n in range(6)]
    started = time.process_time()
    found = merge([*crowd, *endless], (None, None), 56)
    assert time.process_time() - started < 20
    assert sum(len(event.accounts) for event in found.events) == len(crowd) + len(endless)
