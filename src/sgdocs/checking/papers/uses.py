"""Where a paper is used: in which procedures, by which of their steps, to whom it goes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sgdocs.artefacts import AGENCY_ROLES
from sgdocs.procedure import Artefact, Procedure, ProcedureBook, Step

__all__ = ["Use", "uses_of"]

_SENDING = frozenset({"send", "tell", "publish", "record"})
_OFFICE = "business_unit"


@dataclass(frozen=True, slots=True)
class Use:
    """What uses one paper."""

    artefact: Artefact
    procedures: tuple[Procedure, ...]
    """The procedures that have a use for it, each in all its versions."""
    steps: tuple[Step, ...]
    roles: frozenset[str]
    """Everybody it goes to; the office where it is kept."""
    dated: frozenset[str]
    """The steps whose dates it may print, where a procedure has them."""

    @property
    def kinds(self) -> frozenset[str]:
        """Say for what its steps are done: for each agency, for each action."""
        return frozenset(step.each for step in self.steps if step.each)

    @property
    def always(self) -> frozenset[str]:
        """Say what each of its steps is done for; nothing where they differ."""
        every = {step.each for step in self.steps}
        return frozenset(every) if len(every) == 1 and not self.artefact.whole_case else frozenset()

    @property
    def for_agencies(self) -> bool:
        """Say whether it goes to somebody who works for an agency."""
        return bool(self.roles & AGENCY_ROLES)

    @property
    def for_others(self) -> bool:
        """Say whether it goes to anybody else, or is kept."""
        return bool(self.roles - AGENCY_ROLES)

    def reaches(self, roles: Collection[str]) -> bool:
        """Say whether it goes to any of some roles, by name or by group."""
        named = {m for p in self.procedures for role in roles for m in p.members(role)}
        return bool(self.roles & named)


def uses_of(
    artefact: Artefact, books: Sequence[ProcedureBook], shared: Collection[str] = ()
) -> Use:
    """Find what uses a paper; one of the whole case is used by all.

    `shared` are the steps that any procedure may take in, for words that any may use.
    """
    versions = [book.in_force(start) for book in books for start in book.starts]
    steps = [(p, s) for p in versions for s in p.steps.values() if artefact.id in s.artefacts]
    using = versions if artefact.whole_case else list({p.id: p for p, _ in steps})
    named = {p if isinstance(p, str) else p.id for p in using}
    return Use(
        artefact,
        tuple(p for p in versions if p.id in named),
        tuple(step for _, step in steps),
        frozenset(r for p, s in steps for r in _readers(p, s, artefact)) or frozenset({_OFFICE}),
        frozenset({*shared, *(step for p in versions for step in p.steps)}),
    )


def _readers(procedure: Procedure, step: Step, artefact: Artefact) -> Iterator[str]:
    """Give who gets the paper of a step; the office keeps what goes to nobody."""
    goes = artefact.kind != "online" and step.action in _SENDING
    roles = [m for r in step.recipients for m in procedure.members(r)] if goes else []
    yield from roles or [_OFFICE]
