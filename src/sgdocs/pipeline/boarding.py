"""Where every case of a workspace stands, from the index where that is still true."""

from datetime import date
from pathlib import Path

from sgdocs.board import Entry, Index, Stamp, Summary, entry_on
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.pipeline.finding import case_statuses
from sgdocs.pipeline.grounding import working_calendar
from sgdocs.pipeline.summarising import holds, printable, reach, standing_on, summary_of

__all__ = ["board", "index_of", "pressing"]


def board(folder: Path, content: Content, as_of: Moment, today: Moment) -> tuple[Entry, ...]:
    """Give every case's line, what is overdue first, then what is due next."""
    # The index holds what is so today; a look back, or by another day's rules, is worked out.
    asked = reach(as_of)
    index = index_of(content) if asked >= reach(today) else None
    known = index.read() if index else {}
    ground = standing_on(content, as_of.day)
    fresh: dict[str, tuple[Stamp, Summary]] = {}
    found: dict[str, Summary] = {}
    for place, status in case_statuses(folder):
        name, stamp = printable(place), Stamp(status.st_mtime_ns, status.st_size, ground)
        kept = known.get(name)
        if kept and kept[0] == stamp and holds(kept[1], asked):
            found[name] = kept[1]
            continue
        found[name] = summary_of(Path(place), content, as_of, today)
        if holds(found[name], asked):
            fresh[name] = (stamp, found[name])
    if index and (fresh or known.keys() - found.keys()):
        index.write(fresh, known.keys() - found.keys())
    calendar = working_calendar(content)
    entries = (entry_on(path, s, as_of.day, calendar) for path, s in found.items())
    return tuple(sorted(entries, key=pressing))


def index_of(content: Content) -> Index | None:
    """Give the index of a workspace; nothing where there is none."""
    return Index(content.workspace / ".sgdocs") if content.workspace else None


def pressing(entry: Entry) -> tuple[int, int, int, str]:
    """Put cases in order: what is overdue first, then what is due next."""
    rank = ("red", "unreadable", "amber", "green").index(entry.colour)
    due = entry.next_due.toordinal() if entry.next_due else date.max.toordinal()
    return rank, due, -entry.overdue, entry.reference
