"""What an eye passes over: invisible characters, two alphabets in one word, names of devices."""

from collections.abc import Iterator

from sgdocs.casefile.rules.context import Context, Fault, Steps
from sgdocs.findings import Severity
from sgdocs.reading import unseen
from sgdocs.storage import fault_in_name

__all__ = ["kept_names", "passed_over"]

_EXACT = "identifiers"


def passed_over(context: Context) -> Iterator[Fault]:
    """Flag what cannot be seen; a number or reference with it would never be found again."""
    for steps, text in context.texts:
        for rule, what in unseen(text):
            yield _fault(rule, steps, f"this holds {what}.")


def kept_names(context: Context) -> Iterator[Fault]:
    """A reference or an id names a folder, so it is no name that Windows keeps for itself."""
    for steps, text in context.texts:
        named = steps == ("case", "reference") or (steps and steps[-1] == "id")
        if named and (fault := fault_in_name(text)):
            message = f"the {steps[-1]} cannot name a folder on every computer: {fault}."
            yield Fault("kept-name", steps, message, "Choose another one.")


def _fault(rule: str, steps: Steps, message: str) -> Fault:
    exact = bool(steps) and steps[0] == _EXACT
    severity = Severity.ERROR if exact else Severity.WARNING
    return Fault(rule, steps, message, "Type it again by hand.", severity=severity)
