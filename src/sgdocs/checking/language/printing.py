"""What may be printed, and what would print as brackets, True or None."""

from sgdocs.checking.language.needing import need
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.types.alternatives import (
    Anything,
    Boolean,
    Function,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
)

__all__ = ["mind_print"]

_DAYS = ("date", "date-time")


def mind_print(run: Run, value: Value, line: int) -> None:
    """Say so where printing a value would not give words."""
    known = need(run, value, line, "print")
    called = f"`{value.where.removeprefix('$.')}`" if value.where else "this"
    unsaid = not value.type.has(Missing) or run.world.undefined == "lenient"
    if known.has(Null) and not value.soft and unsaid:
        message = f"{called} may be null, and then “None” is printed"
        run.say("prints-null", line, message, value.where)
    if known.has(Anything):
        return
    if known.has(Record):
        message = f"{called} is an object: it would be printed in brackets; print its fields"
        run.say("prints-object", line, message, value.where)
    elif known.has(Listing):
        message = f"{called} is a list: it would be printed in brackets; loop over it or join it"
        run.say("prints-list", line, message, value.where)
    elif known.has(Boolean) and not known.has(Text, Number):
        message = f"{called} would be printed as “True” or “False”"
        run.say("prints-boolean", line, message, value.where)
    elif run.world.own and any(isinstance(a, Text) and a.format in _DAYS for a in known):
        message = f"{called} would be printed as 2026-04-02: use a filter such as `long_date`"
        run.say("prints-date", line, message, value.where)
    elif known.has(Function):
        message = f"{called} is a function or macro: it needs brackets to be called"
        run.say("prints-function", line, message, value.where)
