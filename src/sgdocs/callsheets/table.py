"""The calls to make as lines for a terminal."""

from collections.abc import Iterator, Sequence

from sgdocs.callsheets.model import Call
from sgdocs.dates import short_words
from sgdocs.exports import Heading, one_line

__all__ = ["as_lines"]


def as_lines(calls: Sequence[Call], heading: Heading) -> str:
    """Say whom to call, on which number, and what for."""
    if not calls:
        return f"No call is to be made for case {heading.reference} today.\n"
    lines = [line for call in calls for line in _lines(call)]
    count = f"{len(calls)} call(s) to make for case {heading.reference}."
    return "\n".join([one_line(heading.marking), count, *lines, ""])


def _lines(call: Call) -> Iterator[str]:
    asked = f", ask for {call.ask_for}" if call.ask_for else ""
    number = call.phone or "no number in the case file"
    yield one_line(f"- {call.whom}{asked}: {number}")
    due = f"due {short_words(call.due)}; " if call.due else ""
    yield one_line(f"    {call.kind}: {call.why} ({due}{call.standing or 'no answer awaited'})")
