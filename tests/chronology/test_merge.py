"""What counts as one event, in which order events stand, and that nothing anybody said is lost."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from chronology.telling import accounts, told
from sgdocs.chronology import Account, Combined, merge

_ALL = (None, None)
_EIGHT_WEEKS = 56


def merged(*rows: Account) -> Combined:
    return merge(rows, _ALL, _EIGHT_WEEKS)


def order(*rows: Account) -> list[str]:
    return [event.first.words for event in merged(*rows).events]


def test_the_same_words_on_one_day_are_one_event_with_both_named() -> None:
    found = merged(
        told("School", "2025-03-03", "Home visit: nobody was in."),
        told("Police", "2025-03-03", "home visit – nobody was IN"),
    )
    (event,) = found.events
    assert event.agencies == ("School", "Police")
    assert event.first.words == "Home visit: nobody was in."
    assert found.differences == ()


def test_accents_do_not_tell_two_events_apart_and_other_writing_is_not_emptied() -> None:
    assert len(merged(told("A", "2025", "Café visit"), told("B", "2025", "Cafe visit")).events) == 1
    assert len(merged(told("A", "2025", "Wizyta Łucji"), told("B", "2025", "Візит")).events) == 2
    assert len(merged(told("A", "2025", "?!"), told("B", "2025", "…")).events) == 2


def test_another_time_or_another_word_keeps_rows_apart() -> None:
    found = merged(
        told("School", "2025-03-03", "Home visit; nobody was in", time="10:00"),
        told("Police", "2025-03-03", "Home visit; nobody was in", time="11:00"),
        told("Police", "2025-03-03", "Home visit; somebody was in", time="11:00"),
    )
    assert len(found.events) == 3


def test_what_differs_in_one_event_is_kept_with_who_said_so() -> None:
    (event,) = merged(
        told("School", "2025-03-03", "Seen at the gate", outcome="None"),
        told("Police", "2025-03-03", "Seen at the gate", outcome="Notice sent"),
        told("Nursery", "2025-03-03", "Seen at the gate", outcome="None"),
        told("Surgery", "2025-03-03", "Seen at the gate"),
    ).events
    assert event.said("outcome") == (("None", ("School", "Nursery")), ("Notice sent", ("Police",)))
    assert event.agencies == ("School", "Police", "Nursery", "Surgery")


def test_one_agency_that_says_a_thing_twice_is_named_once() -> None:
    (event,) = merged(told("A", "2025-03-03", "Seen"), told("A", "2025-03-03", "Seen")).events
    assert len(event.accounts) == 2
    assert event.agencies == ("A",)


def test_dates_known_in_part_stand_before_the_days_they_may_be() -> None:
    assert order(
        told("A", "unknown", "no date"),
        told("A", "2024-03-01", "first of March"),
        told("A", "2024-03", "March"),
        told("A", "2024-01-01", "new year"),
        told("A", "2024-01", "January"),
        told("A", "2024", "the year"),
        told("A", "2024-02-29", "the day before"),
    ) == ["the year", "January", "new year", "the day before", "March", "first of March", "no date"]


def test_on_one_day_rows_without_a_time_come_first_and_then_by_the_clock() -> None:
    assert order(
        told("B", "2025-03-03", "evening", time="19:05"),
        told("B", "2025-03-03", "morning", time="08:00"),
        told("A", "2025-03-03", "some time"),
    ) == ["some time", "morning", "evening"]


def test_ties_keep_the_order_of_the_agencies_and_of_their_own_rows() -> None:
    rows = [
        told("Zebra", "2025-03-03", "second thing", time="09:00"),
        told("Zebra", "2025-03-03", "first thing", time="09:00"),
        told("Apple", "2025-03-03", "another thing", time="09:00"),
    ]
    assert order(*rows) == ["second thing", "first thing", "another thing"]


def test_rows_are_numbered_from_one() -> None:
    found = merge(accounts(3, 5), _ALL, _EIGHT_WEEKS)
    assert [event.number for event in found.events] == list(range(1, len(found.events) + 1))


_DAYS = st.sampled_from(["2025-01-01", "2025-01-02", "2025-02-01", "2025-01", "2025", "unknown"])
_ROWS = st.builds(
    lambda agency, day, words, clock: Account(
        agency, {"date": day, "event": words, **({"time": clock} if clock else {})}
    ),
    st.sampled_from(["A", "B", "C"]),
    _DAYS,
    st.text(min_size=1, max_size=12),
    st.sampled_from(["", "09:00", "10:00"]),
)


@given(st.lists(_ROWS, max_size=30))
def test_no_row_is_lost_and_none_is_made_up(rows: list[Account]) -> None:
    kept = [account for event in merge(rows, _ALL, 1).events for account in event.accounts]
    assert sorted(map(id, kept)) == sorted(map(id, rows))


@given(st.lists(_ROWS, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_hang_on_how_agencies_are_listed(
    rows: list[Account], chance: Random
) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    places = [(e.first.when, e.first.clock) for e in merge(rows, _ALL, 1).events]
    assert places == [(e.first.when, e.first.clock) for e in merge(shuffled, _ALL, 1).events]


def test_a_long_silence_is_pointed_out_and_a_short_one_is_not() -> None:
    rows = [told("A", day, day) for day in ("2025-01-10", "2025-03-06", "2025-05-01")]
    (gap,) = merged(*rows).silences
    assert (gap.after, gap.before, gap.weeks) == (date(2025, 3, 6), date(2025, 5, 1), 8)


def test_silence_counts_from_the_edges_of_the_time_asked_about() -> None:
    rows = [told("A", "2025-03-06", "one"), told("A", "2023-01-01", "long before")]
    found = merge(rows, (date(2025, 1, 1), date(2025, 6, 30)), _EIGHT_WEEKS).silences
    assert [(gap.after, gap.before) for gap in found] == [
        (date(2025, 1, 1), date(2025, 3, 6)),
        (date(2025, 3, 6), date(2025, 6, 30)),
    ]


def test_a_month_breaks_a_silence_and_a_year_does_not() -> None:
    edges = [told("A", "2025-01-01", "begin"), told("A", "2025-06-01", "end")]
    assert len(merged(*edges, told("B", "2025", "the year")).silences) == 1
    months = [told("B", m, m) for m in ("2025-02", "2025-03", "2025-04", "2025-05")]
    assert merged(*edges, *months).silences == ()
