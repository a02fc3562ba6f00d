"""Say why an expression was not accepted or could not be worked out, never with a value."""

from typing import Self

from sgdocs.errors import InputRefused

__all__ = ["ExpressionFailed", "ExpressionRefused", "Fault", "Gap", "failed", "refused"]


class ExpressionRefused(InputRefused):
    """An expression or template is written in a way the language does not allow."""

    line = 0


class ExpressionFailed(InputRefused):
    """An expression met facts it cannot work with; `path` says which, where that is known."""

    line = 0
    path = ""


class Fault(Exception):
    """What went wrong, before the name of the expression is known."""

    def __init__(self, what: str, *, remedy: str = "", path: str = "", line: int = 0) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.path = path
        self.line = line

    def at(self, line: int, path: str = "") -> Self:
        """Add the place, unless it is known more exactly already."""
        self.line = self.line or line
        self.path = self.path or path
        return self


class Gap(Fault):
    """A fact is not there; in a draft that is no fault."""


def refused(name: str, fault: Fault) -> ExpressionRefused:
    """Name the expression that is not acceptable."""
    error = ExpressionRefused(fault.what, where=_where(name, fault), remedy=fault.remedy)
    error.line = fault.line
    return error


def failed(name: str, fault: Fault) -> ExpressionFailed:
    """Name the expression that could not be worked out."""
    error = ExpressionFailed(fault.what, where=_where(name, fault), remedy=fault.remedy)
    error.line, error.path = fault.line, fault.path
    return error


def _where(name: str, fault: Fault) -> str:
    return f"{name}, line {fault.line}" if fault.line else name
