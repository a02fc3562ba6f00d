"""Choose the papers of a day: one entry for each paper of each step, or the reason against it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sgdocs.artefacts.addressing import addressees, file_copy, vacant
from sgdocs.artefacts.model import SENT, Asked, Wanted
from sgdocs.artefacts.reasons import Kept, against
from sgdocs.artefacts.sent import last_sent, sent_to
from sgdocs.procedure import Artefact, Step
from sgdocs.schedule import Row, Status
from sgdocs.standing import Scheduled

__all__ = ["papers_of", "select"]

_SENDING = frozenset({"send", "tell", "publish", "record"})
_OFFICE = "business_unit"


def select(found: Scheduled, asked: Asked) -> tuple[Wanted, ...]:
    """Give every paper the case's steps call for, with the reason where one is not made."""
    every = (*_of_steps(found, asked), *_of_the_case(found, asked))
    return tuple(_each_once(every))


def papers_of(found: Scheduled) -> frozenset[str]:
    """Give the ids of every paper the procedure has a use for."""
    steps = {a for step in found.procedure.steps.values() for a in step.artefacts}
    return frozenset(steps | {a.id for a in found.ground.artefacts.values() if a.whole_case})


def _of_steps(found: Scheduled, asked: Asked) -> Iterator[Wanted]:
    for row in found.rows:
        if row.is_reading or asked.step not in ("", row.step):
            continue
        for name in row.artefacts:
            if asked.only in ("", name):
                yield from _wanted(found, row, found.ground.artefacts[name], asked)


def _wanted(found: Scheduled, row: Row, artefact: Artefact, asked: Asked) -> Iterator[Wanted]:
    """Give a paper of a step, and beside it each role that nobody holds."""
    step = found.procedure.steps[row.step]
    called = _called(row, asked)
    before = last_sent(found, artefact.id, row)
    one = Wanted(
        artefact,
        row,
        (),
        "",
        _day(found, row, asked),
        before.version + 1,
        before.on,
        pressing=asked.by_name or row.is_due,
    )
    if not _goes_out(step, artefact):
        kept = Kept(step.action == "receive", asked.by_name, called)
        reason = against(found, row, artefact, kept)
        pressing = one.pressing and not reason
        yield replace(one, to=(file_copy(found),), reason=reason, pressing=pressing)
        return
    to = addressees(found, row)
    reason = against(found, row, artefact, None) or _untimely(one, asked, called=called)
    if reason:
        yield replace(one, to=to, reason=reason, pressing=False)
        return
    if not to:
        yield replace(one, reason=_nobody(row, found))
        return
    yield from _by_what_they_had(found, replace(one, to=to), asked)
    for role in vacant(found, row):
        yield replace(one, reason=f"Nobody holds the role {role} on this day.")


def _by_what_they_had(found: Scheduled, one: Wanted, asked: Asked) -> Iterator[Wanted]:
    """Part those who have a paper already from those who wait for it; what was sent stays."""
    edition = _edition(one, asked)
    every = {to: sent_to(found, one, to) for to in one.to}
    has = tuple(to for to in one.to if not asked.again and every[to].version >= max(edition, 1))
    if has:
        yield replace(one, to=has, reason=SENT, pressing=False)
    latest = max(sent.version for sent in every.values())
    number = edition or (one.version if asked.again else max(latest, 1))
    for on in dict.fromkeys(every[to].on for to in one.to if to not in has):
        waiting = tuple(to for to in one.to if to not in has and every[to].on == on)
        yield replace(one, to=waiting, version=number, replaces=on)


def _edition(one: Wanted, asked: Asked) -> int:
    """Give the version that was made again before and may be made anew; 0 where none was."""
    return asked.editions.get((one.artefact.id, one.about_id), 0)


def _called(row: Row, asked: Asked) -> bool:
    """Say whether the day, or the days asked about, call for a row's papers."""
    ahead = asked.until and row.send_by and row.send_by <= asked.until
    waiting = row.status in (Status.FUTURE, Status.DUE_SOON)
    return asked.by_name or row.is_open or bool(ahead and waiting)


def _day(found: Scheduled, row: Row, asked: Asked) -> date:
    """Give the day a paper bears: the day it is to go, where it is made ahead, else today."""
    today = found.as_of.day
    ahead = asked.until and row.send_by and row.send_by <= asked.until and not row.is_open
    return max(today, row.send_by or today) if ahead else today


def _untimely(one: Wanted, asked: Asked, *, called: bool) -> str:
    done = one.row is not None and one.row.actual
    if done and not asked.again and not _edition(one, asked):
        return SENT
    return "" if called or done else "It is not due yet."


def _goes_out(step: Step, artefact: Artefact) -> bool:
    """Say whether a step's paper goes to somebody, or is only kept in the file."""
    if artefact.kind == "online" or step.action not in _SENDING:
        return False
    others = set(step.recipients) - {_OFFICE}
    theirs = artefact.kind == "fillable" and artefact.made_by == "agency"
    asks = "agency" in others or step.responsible == _OFFICE or len(step.artefacts) > 1
    if theirs and not asks:
        return False  # they send it; the office keeps the record
    return bool(others) or (artefact.kind == "letter" and bool(step.recipients))


def _nobody(row: Row, found: Scheduled) -> str:
    """Say whom there is nobody for."""
    if row.instance and row.instance.kind == "agency":
        return "The agency has no such person in the case file."
    return f"Nobody holds the role {', '.join(vacant(found, row))} on this day."


def _of_the_case(found: Scheduled, asked: Asked) -> Iterator[Wanted]:
    """Give the papers of the case as a whole: some in every pack, some when asked for."""
    if asked.step:
        return
    for artefact in found.ground.artefacts.values():
        if not artefact.whole_case or asked.only not in ("", artefact.id):
            continue
        called = asked.only or artefact.whole_case == "in_every_pack"
        reason = against(found, None, artefact, None)
        reason = reason or ("" if called else "It is made when it is asked for.")
        yield Wanted(
            artefact, None, (file_copy(found),), reason, found.as_of.day, pressing=not reason
        )


def _each_once(every: tuple[Wanted, ...]) -> Iterator[Wanted]:
    """Let nobody get a form, record or report twice because two steps name it."""
    had: set[tuple[str, str, tuple[str, ...]]] = set()
    for one in every:
        if one.reason or one.artefact.kind == "letter":
            yield one
            continue
        keys = {(one.artefact.id, one.instance, to.person): to for to in one.to}
        new = tuple(to for key, to in keys.items() if key not in had)
        had |= keys.keys()
        if new:
            yield replace(one, to=new)
        else:
            yield replace(one, reason="The same paper is made for another step.", pressing=False)
