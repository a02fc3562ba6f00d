"""Choose the papers a case calls for, each with the reason where it is not made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sgdocs.artefacts import Asked, Wanted, papers_of, select
from sgdocs.documents import Wordings, wordings
from sgdocs.errors import SafetyRefused
from sgdocs.pipeline.knowing import require_known
from sgdocs.standing import Scheduled

__all__ = ["cautions", "refuse_frozen", "to_make", "wanted_papers"]


def wanted_papers(found: Scheduled, asked: Asked) -> tuple[Wanted, ...]:
    """Give every paper the case calls for, with the reason where one is not made."""
    if asked.only:
        require_known(asked.only, found.ground.artefacts, "paper")
        require_known(asked.only, papers_of(found), "paper in this procedure")
    if asked.step:
        require_known(asked.step, found.procedure.steps, "step")
    words = wordings(found.content, found.case.procedure)
    return tuple(_worded(words, one) for one in select(found, asked))


def cautions(found: Scheduled, wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """Give what the rules have said, as things stand, of the steps whose papers are to be made."""
    rows = [one.row for one in to_make(wanted) if one.row]
    said = (
        caution.says
        for row in rows
        for caution in found.procedure.steps[row.step].cautions
        if caution.says in row.warnings
    )
    return tuple(dict.fromkeys(said))


def refuse_frozen(wanted: Sequence[Wanted]) -> None:
    """Refuse to make anew what somebody asked for by name, where all of it has been sent."""
    if wanted and all(one.frozen for one in wanted):
        raise SafetyRefused(
            "It has been sent. What was sent stays as it was, and is not made anew.",
            where=wanted[0].artefact.id,
            remedy="--again makes it as its next version, with its own number.",
        )


def _worded(words: Wordings, wanted: Wanted) -> Wanted:
    """Leave out a paper that nobody has written words for."""
    if wanted.reason or words.of(wanted.artefact).there:
        return wanted
    return replace(wanted, reason="There is no letter and no template for it.")


def to_make(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    """Give those that nothing stands against."""
    return (one for one in wanted if not one.reason)
