"""The shipped bank holidays are right, well formed, and looked after in time."""

import json
import pickle
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sgdocs.dates import Edition, Holiday
from sgdocs.errors import InputRefused

_SCHEMA = Path(__file__).parents[2] / "schemas" / "calendar.schema.json"
_NOTICE = timedelta(days=270)


@pytest.fixture(scope="module")
def schema():
    return json.loads(_SCHEMA.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def validator(schema):
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.parametrize("part", ["ENG", "WLS"])
@pytest.mark.parametrize("year", range(2017, 2029))
def test_every_year_agrees_with_the_holidays_package(edition, year, part):
    # The package also lists a holiday that falls on a weekend; the published list does not.
    theirs = holidays.country_holidays("GB", subdiv=part, years=year)
    weekdays = sorted(day for day in theirs if day.weekday() < 5)
    assert [h.date for h in edition.holidays if h.date.year == year] == weekdays


@pytest.mark.parametrize(
    ("holiday", "instead_of"),
    [
        ("Friday 8 May 2020", "Monday 4 May 2020"),
        ("Thursday 2 June 2022", "Monday 30 May 2022"),
        ("Friday 3 June 2022", None),
        ("Monday 19 September 2022", None),
        ("Monday 8 May 2023", None),
    ],
)
def test_one_off_holidays_are_listed_and_what_they_replaced_is_not(
    calendar, day, holiday, instead_of
):
    assert not calendar.is_working_day(day(holiday))
    assert instead_of is None or calendar.is_working_day(day(instead_of))


def test_days_are_in_order_and_none_falls_on_a_weekend(edition):
    days = [h.date for h in edition.holidays]
    assert days == sorted(days)
    assert all(d.weekday() < 5 for d in days)


def test_2028_is_listed_but_only_provisional(calendar, edition):
    assert date(2028, 12, 25) in [h.date for h in edition.holidays]
    assert calendar.confirmed(date(2027, 12, 31))
    assert not calendar.confirmed(date(2028, 1, 1))
    assert calendar.confirmed(date(2017, 1, 1))
    assert not calendar.confirmed(date(2016, 12, 31))


def test_the_label_names_calendar_and_edition(edition):
    assert edition.label == "england-and-wales 2026.1"


def what_to_do(edition: Edition, today: date) -> str:
    """Say what to do when the confirmed days run out, or nothing while there is time."""
    if edition.confirmed_to - today > _NOTICE:
        return ""
    last, new = edition.confirmed_to.year, edition.confirmed_to.year + 1
    return (
        f"The bank holidays are confirmed only to {edition.confirmed_to}. Open "
        f"calendars/{edition.id}.yaml and the government's published list of bank holidays. "
        f"1. Compare every day of {new} already in the file with the list and correct it. "
        f"2. If all of {new} is on the list, set confirmed_to: {new}-12-31; if it is not published "
        f"yet, leave {last} and ask again next month. "
        f"3. Add the days of {new + 1} at the end, under “# {new + 1}, provisional”. "
        f"4. Raise edition: from “{edition.edition}” to “{today.year}.1”, or the next number if "
        f"this year has one. 5. Extend the years in tests/dates/test_bank_holidays.py, upgrade the "
        f"`holidays` package in constraints.txt, run the tests and add a line to CHANGELOG.md."
    )


def test_the_confirmed_days_do_not_run_out_soon(edition):
    instructions = what_to_do(edition, date.today())
    assert not instructions, instructions


def test_the_reminder_comes_nine_months_ahead_with_instructions(edition):
    assert what_to_do(edition, edition.confirmed_to - timedelta(days=271)) == ""
    reminder = what_to_do(edition, edition.confirmed_to - timedelta(days=270))
    for part in ("calendars/england-and-wales.yaml", "confirmed_to", "edition:", "provisional"):
        assert part in reminder


def test_the_file_fits_its_schema(calendar_data, validator):
    assert list(validator.iter_errors(calendar_data)) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("id", "England and Wales"),
        ("id", "england-and-wales\n"),
        ("edition", 2026.1),
        ("edition", "2026"),
        ("title", ""),
        ("source", None),
        ("confirmed_to", "31/12/2027"),
        ("holidays", []),
        ("holidays", [{"date": "2025-02-31", "title": "No such day"}]),
        ("holidays", [{"date": "2025-12-25", "title": ""}]),
        ("holidays", [{"date": "2025-12-25"}]),
        ("address", "https://example.org"),
    ],
)
def test_the_schema_refuses(calendar_data, validator, place, value):
    assert list(validator.iter_errors({**calendar_data, place: value}))


@pytest.mark.parametrize(
    "missing",
    ["id", "edition", "title", "source", "confirmed_from", "confirmed_to", "holidays"],
)
def test_nothing_may_be_left_out(calendar_data, validator, missing):
    short = {key: value for key, value in calendar_data.items() if key != missing}
    assert list(validator.iter_errors(short))
    with pytest.raises(InputRefused, match=r"calendar\.schema\.json"):
        Edition.from_data(short)


def test_every_field_of_the_schema_is_explained(schema):
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "https://sgdocs.example.org/schemas/calendar.schema.json"
    holiday = schema["properties"]["holidays"]["items"]
    fields = [schema, holiday, schema["$defs"]["date"]]
    fields += [*schema["properties"].values(), *holiday["properties"].values()]
    assert all(field["title"] and field["description"] for field in fields)


def test_a_day_listed_twice_is_refused(calendar_data):
    twice = deepcopy(calendar_data)
    twice["holidays"].append({"date": "2025-12-25", "title": "Christmas Day again"})
    with pytest.raises(InputRefused, match="lists the same day twice"):
        Edition.from_data(twice)


def test_a_period_that_ends_before_it_starts_is_refused(calendar_data):
    with pytest.raises(InputRefused, match="confirmed to a day before it starts"):
        Edition.from_data({**calendar_data, "confirmed_to": "2016-12-31"})


@pytest.mark.parametrize("holidays_given", [None, [None], [{"date": 20251225, "title": "x"}]])
def test_malformed_days_are_refused_plainly(calendar_data, holidays_given):
    with pytest.raises(InputRefused, match="not complete"):
        Edition.from_data({**calendar_data, "holidays": holidays_given})


def test_an_edition_is_plain_data_that_travels(edition):
    assert pickle.loads(pickle.dumps(edition)) == edition  # noqa: S301 - our own bytes
    assert edition.holidays[0] == Holiday(date(2017, 1, 2), "New Year’s Day (substitute day)")


def test_a_calendar_may_be_confirmed_for_one_day():
    day = date(2026, 1, 1)
    assert Edition("a", "2026.1", "A", "made up", day, day, ()).confirmed_to == day
