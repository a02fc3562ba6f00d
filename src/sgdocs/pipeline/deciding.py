"""What no rule settles when rules change in the middle of a case, for a person to decide."""

from collections.abc import Iterable, Iterator, Sequence

from sgdocs.dates import short_words, words
from sgdocs.packs import Earlier
from sgdocs.plans import Decision, Moved
from sgdocs.redlines import lines_of
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled
from sgdocs.wordreading import read_word

__all__ = ["decisions"]


def decisions(
    found: Scheduled, dates: Sequence[Moved] = (), packs: Iterable[Earlier] = ()
) -> Iterator[Decision]:
    """Give what has to be decided: steps between two rules, new dates that have passed, papers
    that were sent and say otherwise."""
    yield from _between_rules(found)
    yield from _passed(found, dates)
    yield from dict.fromkeys(_told_otherwise(found, dates, packs))


def _between_rules(found: Scheduled) -> Iterator[Decision]:
    """Find open steps counted from a day before the rule that is in force now."""
    chosen = {c["step"] for c in found.case.get("case.procedure_choices", ())}
    book = found.ground.book
    for row in found.rows:
        ours = book.in_force(found.as_of.day).steps.get(row.step)
        if not _is_open(row) or ours is None or row.step in chosen:
            continue
        then, amended = row.why.procedure_version, book.amendment(ours.version)
        if ours.version == then or row.why.anchor_date is None or amended is None:
            continue
        if row.why.anchor_date >= amended[1] or ours.timing == book.timing_by(row.step, then):
            continue
        yield Decision(
            "old-rule",
            row.step,
            row.instance.id if row.instance else "",
            f"“{row.title}”{_for(row)} is counted from {short_words(row.why.anchor_date)} by "
            f"{then}; by {ours.version}, in force from {short_words(amended[1])}, it would be "
            "dated otherwise.",
            "It keeps the old rule unless somebody decides otherwise: sgdocs record decision.",
            (then, ours.version),
        )


def _passed(found: Scheduled, dates: Sequence[Moved]) -> Iterator[Decision]:
    today = found.as_of.day
    for one in dates:
        if one.follows or one.after is None or one.after >= today:
            continue
        if one.before is None or one.before >= today:
            about = f" ({one.instance})" if one.instance else ""
            yield Decision(
                "already-past",
                one.step,
                one.about,
                f"The new date of “{one.title}”{about}, {short_words(one.after)}, has passed.",
                "Do it now and record why it is late, or decide that the old rule holds for it.",
            )


def _told_otherwise(
    found: Scheduled, dates: Sequence[Moved], packs: Iterable[Earlier]
) -> Iterator[Decision]:
    """Find papers that were sent and name a date that has moved since."""
    sent = {dispatch["artefact"] for dispatch in found.case.each("dispatches")}
    told = [one for one in dates if one.before and not one.follows]
    if not told or not sent:
        return
    for pack in packs:
        for paper in (p for p in pack.papers if p["artefact"] in sent):
            ours = [one for one in told if (paper.get("instance") or "") == one.about]
            said = _words_of(pack, paper["files"]) if ours else ""
            for one in ours:
                if one.before and words(one.before) in said:
                    yield _told(paper["artefact"], paper["recipient"], one)


def _told(artefact: str, recipient: str, one: Moved) -> Decision:
    before, after = (short_words(day) if day else "no date" for day in (one.before, one.after))
    return Decision(
        "told-otherwise",
        one.step,
        one.about,
        f"{artefact} to {recipient} has been sent and names {before} for “{one.title}”, "
        f"which is now {after}.",
        "It stays as it was sent. Tell them of the new date, or hold to the old one.",
    )


def _is_open(row: Row) -> bool:
    return row.actual is None and row.due is not None and not row.is_reading


def _for(row: Row) -> str:
    return f" ({row.instance.label})" if row.instance else ""


def _words_of(earlier: Earlier, files: Sequence[str]) -> str:
    for name in files:
        data = earlier.read(name) if name.endswith(".docx") else None
        if data is not None:
            return "\n".join(text for _, text in lines_of(read_word(data, name)))
    return ""
