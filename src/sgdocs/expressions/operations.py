"""Combine parts of an expression that are worked out already: compare, join, filter, test."""

from collections.abc import Callable, Mapping, Sequence

from sgdocs.expressions.comparing import contains, equal, in_order
from sgdocs.expressions.refusals import Fault, Gap
from sgdocs.expressions.registry import Filter, Test
from sgdocs.expressions.scope import Run, Scope
from sgdocs.expressions.suiting import suited
from sgdocs.expressions.values import Missing, present, text_of

__all__ = ["SIGNS", "Read", "applied", "compared", "concatenated", "using"]

Read = Callable[[Scope], object]
_Comparison = Callable[[object, object, str], bool]

SIGNS: Mapping[str, _Comparison] = {
    "eq": equal,
    "ne": lambda left, right, path: not equal(left, right, path),
    "lt": lambda left, right, path: in_order("lt", left, right, path),
    "lteq": lambda left, right, path: in_order("lteq", left, right, path),
    "gt": lambda left, right, path: in_order("gt", left, right, path),
    "gteq": lambda left, right, path: in_order("gteq", left, right, path),
    "in": lambda left, right, path: contains(right, left, path),
    "notin": lambda left, right, path: not contains(right, left, path),
}


def compared(start: Read, steps: Sequence[tuple[str, Read]], path: str) -> Read:
    """Compare the first part with the second, the second with the third, and so on."""
    signed = [(SIGNS[sign], read) for sign, read in steps]

    def read(scope: Scope) -> bool:
        left = start(scope)
        for compare, read_right in signed:
            right = read_right(scope)
            if scope.run.instead and (_absent(left, compare) or _absent(right, compare)):
                return False
            scope.run.spend(_weight(left) + _weight(right))
            if not compare(left, right, path):
                return False
            left = right
        return True

    return read


def _absent(value: object, compare: _Comparison) -> bool:
    """Say whether in a draft there is nothing to compare; to be null is something to be."""
    same = compare in (SIGNS["eq"], SIGNS["ne"])
    return isinstance(value, Missing) or (value is None and not same)


def concatenated(parts: Sequence[tuple[Read, str]]) -> Read:
    """Join parts into one text, each as it would be printed."""

    def read(scope: Scope) -> str:
        instead = scope.run.instead
        texts = [text_of(part(scope), path, instead) for part, path in parts]
        scope.run.spend(sum(map(len, texts)))
        return "".join(texts)

    return read


def applied(known: Filter | Test, read_value: Read, arguments: Sequence[Read], path: str) -> Read:
    """Use a filter or test, having seen that it is given what it takes."""
    uses = using(known, path)

    def read(scope: Scope) -> object:
        value = read_value(scope)
        given = [argument(scope) for argument in arguments]
        if not scope.run.instead:
            return uses(scope.run, value, given)
        if known.guards:
            given = [None if isinstance(each, Missing) else each for each in given]
        try:
            return uses(scope.run, value, given)
        except Gap:
            return Missing(path)

    return read


def using(known: Filter | Test, path: str) -> Callable[[Run, object, Sequence[object]], object]:
    """Give what uses a filter or test on a value, with what stands in its brackets."""
    doing = f"`{known.name}` needs it"

    def use(run: Run, value: object, arguments: Sequence[object]) -> object:
        if not known.guards:
            value = suited(present(value, doing), known.takes, path)
        given = [
            suited(present(argument, doing), wanted.takes, wanted.name)
            for argument, wanted in zip(arguments, known.arguments, strict=True)
        ]
        run.spend(_weight(value) + _spread(value) * sum(map(_weight, given)))
        result = _called(known, (value, *given), path)
        return Missing(f"{path}|{known.name}") if isinstance(result, Missing) else result

    return use


def _called(known: Filter | Test, given: Sequence[object], path: str) -> object:
    try:
        return known.function(*given)
    except Fault as fault:
        what = f"In `{path}|{known.name}`: {fault.what}"
        raise type(fault)(what, remedy=fault.remedy, path=path) from None


def _weight(value: object) -> int:
    """Count the characters or entries that have to be looked through."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list | tuple):
        return len(value) + sum(len(entry) for entry in value if isinstance(entry, str))
    return 1


def _spread(value: object) -> int:
    """Count how often an argument is used: a separator stands between all entries."""
    return len(value) if isinstance(value, list | tuple) else 1
