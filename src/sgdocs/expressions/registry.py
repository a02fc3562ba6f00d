"""The filters and tests the language has, with what each takes and gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sgdocs.expressions import filter_dates as dates
from sgdocs.expressions import filter_lists as lists
from sgdocs.expressions import filter_words as words
from sgdocs.expressions.comparing import contains
from sgdocs.expressions.values import Missing, is_blank

__all__ = ["FILTERS", "TESTS", "Argument", "Filter", "Kind", "Test"]

Kind = Literal["text", "date", "moment", "when", "number", "boolean", "list", "object", "any"]


@dataclass(frozen=True, slots=True)
class Argument:
    """What must be given in brackets; a `literal` is written out, so that it can be checked."""

    name: str
    takes: Kind
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to turn a value into another; one that `guards` may be given a missing value."""

    name: str
    function: Callable[..., object]
    takes: Kind
    gives: Kind
    arguments: tuple[Argument, ...]
    says: str
    guards: bool = False


@dataclass(frozen=True, slots=True)
class Test:
    """One question to ask after `is`; one that `guards` may be asked of a missing value."""

    name: str
    function: Callable[..., bool]
    takes: Kind
    arguments: tuple[Argument, ...]
    says: str
    guards: bool = False


def _defined(value: object) -> bool:
    return not isinstance(value, Missing)


def _undefined(value: object) -> bool:
    return isinstance(value, Missing)


def _one_of(value: object, choices: list[object]) -> bool:
    return contains(choices, value, "one_of")


_SEPARATOR = Argument("separator", "text")
_FIELD = Argument("field", "text", literal=True)
_VALUE = Argument("value", "any")
_INSTEAD = Argument("instead", "any")
_ONE_MANY = (Argument("one", "text"), Argument("many", "text"))

FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        known.name: known
        for known in (
            Filter("long_date", dates.long_date, "date", "text", (), "Thursday 2 April 2026"),
            Filter("short_date", dates.short_date, "date", "text", (), "Thu 2 Apr 2026"),
            Filter("month_year", dates.month_year, "date", "text", (), "April 2026"),
            Filter("numeric_date", dates.numeric_date, "date", "text", (), "02/04/2026"),
            Filter(
                "moment_words",
                dates.moment_words,
                "when",
                "text",
                (),
                "a day, and its time if it has one",
            ),
            Filter("known_day", dates.known_day, "text", "text", (), "02/04/2026, or April 2026"),
            Filter("iso_date", dates.iso_date, "date", "text", (), "2026-04-02, for file names"),
            Filter("clock", dates.clock, "moment", "text", (), "2pm, 2.30pm, midday, midnight"),
            Filter("initials", words.initials, "text", "text", (), "I.R.M. for Ivy Rose Marlow"),
            Filter("upper", words.upper, "text", "text", (), "all capitals"),
            Filter("lower", words.lower, "text", "text", (), "all small letters"),
            Filter("capitalise", words.capitalise, "text", "text", (), "a capital to begin with"),
            Filter("possessive", words.possessive, "text", "text", (), "James’s for James"),
            Filter("join", words.join, "list", "text", (_SEPARATOR,), "texts in a row"),
            Filter("and_list", words.and_list, "list", "text", (), "a, b and c"),
            Filter("plural", words.plural, "number", "text", _ONE_MANY, "child or children"),
            Filter("ordinal", words.ordinal, "number", "text", (), "1st, 2nd, 3rd, 11th"),
            Filter("number_words", words.number_words, "number", "text", (), "one to twenty"),
            Filter("yes_no", words.yes_no, "boolean", "text", (), "Yes or No"),
            Filter("count", lists.count, "list", "number", (), "how many entries"),
            Filter("first", lists.first, "list", "any", (), "the first entry"),
            Filter("last", lists.last, "list", "any", (), "the last entry"),
            Filter("non_empty", lists.non_empty, "list", "list", (), "no null or empty entries"),
            Filter("pluck", lists.pluck, "list", "list", (_FIELD,), "one field of each entry"),
            Filter("sort_by", lists.sort_by, "list", "list", (_FIELD,), "in order of one field"),
            Filter("where", lists.where, "list", "list", (_FIELD, _VALUE), "entries that match"),
            Filter(
                "default",
                lists.default,
                "any",
                "any",
                (_INSTEAD,),
                "if missing or empty",
                guards=True,
            ),
        )
    }
)

TESTS: Mapping[str, Test] = MappingProxyType(
    {
        known.name: known
        for known in (
            Test("defined", _defined, "any", (), "is there, even if empty", guards=True),
            Test("undefined", _undefined, "any", (), "is not there", guards=True),
            Test("empty", is_blank, "any", (), "missing, null, or nothing in it", guards=True),
            Test("one_of", _one_of, "any", (Argument("choices", "list"),), "is in a list"),
        )
    }
)
