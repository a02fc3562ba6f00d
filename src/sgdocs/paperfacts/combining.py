"""The agencies' chronologies as one, with what a person should settle, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sgdocs.chronology import Account, Difference, Event, merge
from sgdocs.dates import known_words
from sgdocs.paperfacts.agencies import period
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.standing import Scheduled

__all__ = ["combined"]

_PLAIN = ("source", "people", "outcome", "child_views", "comments")
_SEEN = "child_seen"
_BRIEF = 90

Facts = dict[str, Any]
Words = Mapping[str, str]


def combined(found: Scheduled, back: Sequence[Facts]) -> Facts:
    """Give the combined chronology, where accounts differ, and where all are silent."""
    least = 7 * found.ground.partnership.settings.long_silence_weeks
    whole = merge(_accounts(back), _asked_about(found), least)
    words = vocabulary(found.content, found.procedure)
    rows = {event.number: _row(event, words) for event in whole.events}
    return {
        "chronology": list(rows.values()),
        "differences": [_difference(each, rows, words) for each in whole.differences],
        "silences": [
            {"after": silence.after, "before": silence.before, "weeks": silence.weeks}
            for silence in whole.silences
        ],
    }


def _accounts(back: Sequence[Facts]) -> Iterator[Account]:
    for one in back:
        for row in one["answer"].get("chronology", ()):
            yield Account(one["agency"], row)


def _asked_about(found: Scheduled) -> tuple[date | None, date]:
    """Give the time the agencies were asked about, up to the incident."""
    asked, happened = period(found), found.facts.events.get("incident_occurred")
    until = happened.actual if happened else None
    return asked.get("look_back_from"), until or asked["look_back_to"]


def _row(event: Event, words: Words) -> Facts:
    first = event.first
    facts = {
        "number": event.number,
        "date": first.when,
        "when": known_words(first.when),
        "event": first.words,
        "brief": _brief(first.words),
        "agency": "; ".join(event.agencies),
        **({"time": first.clock} if first.clock else {}),
    }
    told = {field: _said(event, field, {}) for field in _PLAIN}
    told[_SEEN] = _said(event, _SEEN, words)
    return facts | {field: text for field, text in told.items() if text}


def _brief(words: str) -> str:
    """Give the beginning of what happened, to know the row by."""
    line = " ".join(words.split())
    return line if len(line) <= _BRIEF else f"{line[:_BRIEF].rsplit(None, 1)[0]} …"


def _said(event: Event, field: str, words: Words) -> str:
    """Give what is said of a part; where that differs, with who says it."""
    said = [(words.get(what, what), who) for what, who in event.said(field)]
    if len(said) == 1:
        return said[0][0]
    return "; ".join(f"{what} ({', '.join(who)})" for what, who in said)


def _difference(found: Difference, rows: Mapping[int, Facts], words: Words) -> Facts:
    return {
        "kind": words[f"differ_{found.kind}"],
        "first": rows[found.first.number],
        "second": rows[found.second.number],
        "same_row": found.first.number == found.second.number,
    }
