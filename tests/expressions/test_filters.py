"""What each filter writes, checked by eye."""

import locale
from datetime import date, datetime, time

import pytest

from expressions.asking import printed
from sgdocs.dates import Moment
from sgdocs.expressions import ExpressionFailed

PEOPLE = [
    {"name": "Żaneta", "age": 9, "role": "gp"},
    {"name": "adam", "age": 30, "role": "school"},
    {"name": "Élise", "age": 10},
    {"name": "Ella", "age": 2.5, "role": "gp"},
]


@pytest.mark.parametrize(
    ("value", "use", "text"),
    [
        ("2026-04-02", "long_date", "Thursday 2 April 2026"),
        (date(2026, 4, 2), "long_date", "Thursday 2 April 2026"),
        (datetime(2026, 4, 2, 9), "long_date", "Thursday 2 April 2026"),
        (Moment(date(2026, 4, 2)), "long_date", "Thursday 2 April 2026"),
        ("2026-04-02T09:15", "long_date", "Thursday 2 April 2026"),
        ("2026-04-02", "short_date", "Thu 2 Apr 2026"),
        ("2026-04-02", "month_year", "April 2026"),
        (date(2026, 4, 2), "iso_date", "2026-04-02"),
        ("14:00", "clock", "2pm"),
        ("14:30", "clock", "2.30pm"),
        ("09:05", "clock", "9.05am"),
        ("12:00", "clock", "midday"),
        ("12:30", "clock", "12.30pm"),
        ("00:00", "clock", "midnight"),
        ("00:15", "clock", "12.15am"),
        (time(17, 0), "clock", "5pm"),
        ("2026-04-02T14:30", "clock", "2.30pm"),
        ("2026-07-02T13:30Z", "clock", "2.30pm"),
        (datetime(2026, 4, 2, 14, 30, 5), "clock", "2.30pm"),
        ("Ivy Rose Marlow", "initials", "I.R.M."),
        ("Mary-Jane O’Neill", "initials", "M-J.O."),
        ("o'neill", "initials", "O."),
        ("  Zoë   de la Cruz ", "initials", "Z.D.L.C."),
        ("E\u0301lise Ng", "initials", "É.N."),
        ("(Ivy) “Rose” 3rd -", "initials", "I.R.R."),
        ("unknown", "initials", "unknown"),
        ("Zoë", "upper", "ZOË"),
        ("ZOË", "lower", "zoë"),
        ("the GP's note", "capitalise", "The GP's note"),
        ("James", "possessive", "James’s"),
        ("children", "possessive", "children’s"),
        (["a", "b", 3], "join('; ')", "a; b; 3"),
        (["a"], "and_list", "a"),
        (["a", "b"], "and_list", "a and b"),
        (["a", "b", "c"], "and_list", "a, b and c"),
        (1, "plural('child', 'children')", "child"),
        (0, "plural('child', 'children')", "children"),
        (2, "plural('child', 'children')", "children"),
        (1, "ordinal", "1st"),
        (2, "ordinal", "2nd"),
        (3, "ordinal", "3rd"),
        (4, "ordinal", "4th"),
        (11, "ordinal", "11th"),
        (12, "ordinal", "12th"),
        (13, "ordinal", "13th"),
        (21, "ordinal", "21st"),
        (111, "ordinal", "111th"),
        (1, "number_words", "one"),
        (20, "number_words", "twenty"),
        (21, "number_words", "21"),
        (0, "number_words", "0"),
        (True, "yes_no", "Yes"),
        (False, "yes_no", "No"),
        (["a", "b"], "count", "2"),
        ([], "count", "0"),
        (["a", "b"], "first", "a"),
        (["a", "b"], "last", "b"),
        (["a", "", None, "b", []], "non_empty|and_list", "a and b"),
        ("", "default('x')", "x"),
        (None, "default('x')", "x"),
        ([], "default('x')", "x"),
        ("a", "default('x')", "a"),
        (0, "default('x')", "0"),
        (PEOPLE, "pluck('name')|and_list", "Żaneta, adam, Élise and Ella"),
        (PEOPLE, "sort_by('name')|pluck('name')|and_list", "adam, Élise, Ella and Żaneta"),
        (PEOPLE, "sort_by('age')|pluck('age')|join(' ')", "2.5 9 10 30"),
        (PEOPLE, "where('role', 'gp')|pluck('name')|and_list", "Żaneta and Ella"),
        (PEOPLE, "where('role', 'none')|count", "0"),
    ],
)
def test_a_filter_writes(value: object, use: str, text: str) -> None:
    assert printed(f"{{{{ value|{use} }}}}", {"value": value}) == text


@pytest.mark.parametrize(
    ("value", "use", "says"),
    [
        ("02/04/2026", "long_date", "day first"),
        ("2026-02-30", "long_date", "not in the calendar"),
        ("soon", "long_date", "`value`"),
        (20260402, "long_date", "a number"),
        (None, "long_date", "empty"),
        ("14.30", "clock", "`value`"),
        ("25:00", "clock", "`value`"),
        ("2026-04-02", "clock", "no time of day"),
        (5, "initials", "text is needed"),
        ([None], "and_list", "empty"),
        ([["a"]], "join(',')", "a list"),
        ([], "join(',')", "no entries"),
        ("3", "plural('a', 'b')", "a number is needed"),
        (True, "plural('a', 'b')", "a number is needed"),
        (1, "plural('a', 2)", "many"),
        (2.5, "ordinal", "whole number"),
        (-1, "ordinal", "whole number"),
        ("yes", "yes_no", "a yes or no is needed"),
        ({"a": 1}, "count", "a list is needed"),
        (PEOPLE, "pluck('role')", "`role` is missing"),
        (PEOPLE, "sort_by('role')", "`role` is missing"),
        ([{"a": 1}, {"a": "1"}], "sort_by('a')", "different kinds"),
        ([{"a": None}], "sort_by('a')", "no order"),
        (["a"], "pluck('a')", "only a group"),
        (["a"], "where('a', 1)", "only a group"),
        ([{"a": {}}], "where('a', 1)", "a group of fields"),
    ],
)
def test_a_filter_refuses_what_it_cannot_write(value: object, use: str, says: str) -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        printed(f"{{{{ value|{use} }}}}", {"value": value})
    assert says in str(stopped.value)
    assert not any(word in str(stopped.value) for word in ("02/04", "2026", "soon", "Ella", "2.5"))


def test_equal_entries_keep_their_order() -> None:
    rows = [{"k": 1, "n": str(number)} for number in range(9)]
    text = printed("{{ rows|sort_by('k')|pluck('n')|join('') }}", {"rows": rows})
    assert text == "012345678"


def test_the_language_of_the_computer_changes_nothing() -> None:
    before = locale.setlocale(locale.LC_ALL)
    facts = {"on": "2026-04-02", "xs": [{"n": "Z"}, {"n": "ä"}, {"n": "b"}], "n": 1234.5}
    source = "{{ on|long_date }} {{ xs|sort_by('n')|pluck('n')|join('') }} {{ n }}"
    seen = set()
    try:
        for name in ("C", ""):
            locale.setlocale(locale.LC_ALL, name)
            seen.add(printed(source, facts))
    finally:
        locale.setlocale(locale.LC_ALL, before)
    assert seen == {"Thursday 2 April 2026 äbZ 1234.5"}
