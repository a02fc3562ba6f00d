"""A question asked of the facts, written as one expression."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sgdocs.expressions.closures import reads_truth
from sgdocs.expressions.limits import LIMITS
from sgdocs.expressions.paths import names_in, paths_in
from sgdocs.expressions.refusals import Fault, failed, refused
from sgdocs.expressions.scope import Run, Scope
from sgdocs.expressions.tree import Node, node_from
from sgdocs.expressions.values import Literal

__all__ = ["Condition", "compile_condition", "condition_from", "literals_compared"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked expression that the facts make true or false."""

    name: str
    source: str
    names: frozenset[str]
    """The top-level facts it uses."""
    paths: frozenset[str]
    """The dotted paths it uses, like `agency.returned`."""
    tree: Node = field(repr=False, compare=False)
    """Its plain form, which can be kept as JSON and needs no parser."""
    _asks: Callable[[Scope], bool] = field(repr=False, compare=False)

    def holds(self, facts: Mapping[str, object]) -> bool:
        """Say whether it is so; yes, text and lists with something in them count, a gap does not.

        Raises ExpressionFailed where a fact is missing that has to be there, and for a number:
        0 is a fact too, so it has to be compared.
        """
        try:
            return self._asks(Scope(facts, Run(LIMITS), {}))
        except Fault as fault:
            raise failed(self.name, fault) from None

    def __reduce__(self) -> tuple[Callable[..., "Condition"], tuple[Node, str, str]]:
        """Travel to another process in its plain form."""
        return condition_from, (self.tree, self.source, self.name)


def compile_condition(source: str, *, name: str) -> Condition:
    """Check an expression and make it ready to be asked; refuse what the language lacks."""
    # Jinja's parser costs 20 ms, and a command whose conditions are remembered must not pay for it
    from sgdocs.expressions import engine  # noqa: PLC0415 - see above

    try:
        return _condition(engine.condition(source), source, name)
    except Fault as fault:
        raise refused(name, fault) from None


def condition_from(tree: object, source: str, name: str) -> Condition:
    """Make a condition ready from the plain form it had; refuse what is not one."""
    try:
        return _condition(node_from(tree), source, name)
    except Fault as fault:
        raise refused(name, fault) from None


def _condition(tree: Node, source: str, name: str) -> Condition:
    paths = paths_in(tree)
    return Condition(name, source, names_in(paths), paths, tree, reads_truth(tree))


def literals_compared(source: str, *, template: bool = False) -> list[tuple[str, Literal]]:
    """Pair each path in a condition, or in a template, with each value it is compared with."""
    from sgdocs.expressions import engine  # noqa: PLC0415 - as above

    try:
        return engine.literals(source, template=template)
    except Fault as fault:
        raise refused("The template" if template else "The condition", fault) from None
