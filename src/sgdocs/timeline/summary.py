"""The picture in words, for whoever does not see it: what is late, what is due, what comes next."""

from collections.abc import Iterable, Iterator

from sgdocs.dates import words
from sgdocs.timeline.lines import Line, Mark
from sgdocs.timeline.timetable import Timetable

__all__ = ["summary"]

_MOST = 5
_DONE = (Mark.DONE, Mark.DONE_LATE)


def summary(timetable: Timetable) -> str:
    """Tell the essentials of the picture."""
    return " ".join(_sentences(timetable))


def _sentences(timetable: Timetable) -> Iterator[str]:
    placed = timetable.placed
    yield (
        f"{timetable.heading.title} as it stands on {timetable.heading.as_of}: a chart with the "
        f"days from {words(placed.span.first)} to {words(placed.span.last)} across and one line "
        "for each step, grouped by who does it."
    )
    yield _done(timetable.lines)
    yield _listed("Overdue", timetable.lines, Mark.OVERDUE) or "Nothing is overdue."
    yield _listed("Due today", timetable.lines, Mark.TODAY) or "Nothing is due today."
    yield from filter(None, [_listed("Due soon", timetable.lines, Mark.SOON)])
    yield from filter(None, [_listed("To come", timetable.lines, Mark.COMING)])


def _done(lines: Iterable[Line]) -> str:
    done = [line for line in lines if line.mark in _DONE]
    late = sum(line.mark is Mark.DONE_LATE for line in done)
    count = f"{len(done)} {'line is' if len(done) == 1 else 'lines are'} done"
    return f"{count}, {late} of them late." if late else f"{count}."


def _listed(title: str, lines: Iterable[Line], mark: Mark) -> str:
    found = sorted((line for line in lines if line.mark is mark), key=lambda one: one.day)
    if not found:
        return ""
    named = [f"{line.title}, {words(line.day)}" for line in found[:_MOST]]
    more = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"{title}: {'; '.join(named)}{more}."
