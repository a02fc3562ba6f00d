"""Take in the forms that came back: read, matched, checked, compared and, if wished, accepted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sgdocs.casefile import CaseRefused
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.pipeline.accepting import Returned, accept
from sgdocs.pipeline.finding import find_case
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.judging import Desk
from sgdocs.pipeline.matching import Unidentified, identity_of
from sgdocs.pipeline.outcomes import Asked, Outcome, State, refusal_of
from sgdocs.reading import read_file, require_mapping
from sgdocs.returns import Reading, reader
from sgdocs.schedule import Moved

__all__ = ["inbox_files", "receive", "receive_inbox"]

_INBOX = "inbox"
_AT_ONCE = 50
_BYTES_AT_ONCE = 50_000_000


def receive(
    path: Path, files: Sequence[Path], asked: Asked, content: Content, today: Moment
) -> tuple[Outcome, ...]:
    """Receive files for one case."""
    with reader() as reading:
        forms = [form for file in files for form in reading.read(file)]
    return _received(path, forms, asked, content, today)


def receive_inbox(asked: Asked, content: Content, today: Moment) -> tuple[Outcome, ...]:
    """Receive what lies in the workspace's inbox, each form for the case it says it is of.

    So many at a time, that a full inbox takes no more memory than a large case.
    """
    outcomes: list[Outcome] = []
    with reader() as reading:
        forms = (form for file in inbox_files(content) for form in reading.read(file))
        for some in _heaps(forms):
            outcomes += _of_cases(some, asked, content, today)
    return tuple(outcomes)


def _heaps(forms: Iterable[Reading]) -> Iterator[Sequence[Reading]]:
    heap: list[Reading] = []
    for form in forms:
        heap.append(form)
        if len(heap) >= _AT_ONCE or sum(len(one.data) for one in heap) > _BYTES_AT_ONCE:
            yield heap
            heap = []
    yield heap


def _of_cases(
    forms: Sequence[Reading], asked: Asked, content: Content, today: Moment
) -> Iterator[Outcome]:
    by_case: dict[str, list[Reading]] = {}
    for form in forms:
        said = identity_of(form)
        if form.unread or said is None or not said.case:
            yield _unmatched(form)
        else:
            by_case.setdefault(said.case, []).append(form)
    for reference, of_case in by_case.items():
        yield from _of_case(reference, of_case, asked, content, today)


def inbox_files(content: Content) -> tuple[Path, ...]:
    """Give the files in the workspace's inbox, in the order of their names."""
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Make one first: sgdocs init.")
    folder = content.workspace / _INBOX
    try:
        there = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise InputRefused(
            "the inbox could not be looked into.",
            where=str(folder),
            remedy="Check that the disk is connected and that this account may read it.",
        ) from error
    return tuple(f for f in there if f.is_file() and not f.name.startswith((".", "~$")))


def _of_case(
    reference: str, forms: Sequence[Reading], asked: Asked, content: Content, today: Moment
) -> Iterable[Outcome]:
    try:
        path = find_case(reference, content)
    except InputRefused:
        why = "this form belongs to a case that this workspace does not have"
        return [refusal_of(form, InputRefused(f"{why}, {reference}.")) for form in forms]
    return _received(path, forms, asked, content, today)


def _unmatched(form: Reading) -> Outcome:
    if form.unread:
        return refusal_of(form, InputRefused(form.unread.what, remedy=form.unread.remedy))
    return refusal_of(
        form,
        Unidentified(
            "this form does not say which case it is of.",
            remedy="Receive it by itself: sgdocs receive CASE FILE --agency AGENCY --form FORM.",
        ),
    )


def _received(
    path: Path, forms: Sequence[Reading], asked: Asked, content: Content, today: Moment
) -> tuple[Outcome, ...]:
    document = read_file(path)
    case = require_mapping(document)
    base = ground(content, str(case["case"]["procedure"]))
    desk = Desk(case, base, asked, content, today)
    looked = list(desk.looked_at(forms))
    if not asked.accept:
        return tuple(outcome for outcome, _ in looked)
    wanted = [returned for _, returned in looked if returned is not None]
    try:
        done = accept(path, wanted, content, today) if wanted else None
    except CaseRefused as refused:
        return tuple(_kept_out(outcome, returned, refused) for outcome, returned in looked)
    moved = done.moved if done else ()
    return tuple(_accepted(outcome, returned, moved) for outcome, returned in looked)


def _accepted(outcome: Outcome, returned: Returned | None, moved: tuple[Moved, ...]) -> Outcome:
    if returned is None or outcome.state is State.DUPLICATE:
        return outcome
    return replace(outcome, state=State.ACCEPTED, kept=returned.kept, moved=moved)


def _kept_out(outcome: Outcome, returned: Returned | None, refused: CaseRefused) -> Outcome:
    """Say that the case file would be wrong with the return."""
    if returned is None or outcome.state is State.DUPLICATE:
        return outcome
    why = "the case file would be wrong with it"
    findings = (*outcome.findings, *refused.findings)
    return replace(outcome, state=State.KEPT_OUT, why=why, findings=findings)
