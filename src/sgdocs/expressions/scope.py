"""What one run of an expression knows and how much of its allowance it has used."""

from collections.abc import Callable, Mapping

from sgdocs.expressions.limits import Limits
from sgdocs.expressions.refusals import Fault

__all__ = ["Run", "Scope"]


class Run:
    """One run: what it has printed, and what it may still do."""

    __slots__ = ("_iterations", "_output", "_seal", "_work", "instead", "parts")

    def __init__(self, limits: Limits, seal: Callable[[str], str] = str, instead: str = "") -> None:
        self.parts: list[str] = []
        self.instead = instead
        """In a draft, what is printed where a fact is missing; empty where that is a fault."""
        self._seal = seal
        self._iterations = limits.iterations
        self._output = limits.output
        self._work = limits.work

    def write(self, text: str) -> None:
        """Print the template's own words."""
        self._output -= len(text)
        if self._output < 0:
            raise Fault("Too much is printed.", remedy="Check the loops and what they print.")
        self.parts.append(text)

    def write_value(self, text: str, path: str) -> None:
        """Print a fact, made safe for where it goes."""
        try:
            safe = self._seal(text)
        except Fault as fault:
            raise Fault(f"`{path}` {fault.what}", remedy=fault.remedy, path=path) from None
        self._output -= len(safe)
        if self._output < 0:
            self.write("")
        self.parts.append(safe)

    def turn(self) -> None:
        """Count one turn of a loop."""
        self._iterations -= 1
        if self._iterations < 0:
            raise Fault("The loops turn too many times.", remedy="Loop over shorter lists.")

    def spend(self, amount: int) -> None:
        """Count work that grows with what is worked on."""
        self._work -= amount
        if self._work < 0:
            raise Fault("This takes too much work.", remedy="Use shorter lists and texts.")


class Scope:
    """The facts, and the names set on the way, at one place of a run."""

    __slots__ = ("data", "names", "run")

    def __init__(self, data: Mapping[str, object], run: Run, names: dict[str, object]) -> None:
        self.data = data
        self.run = run
        self.names = names

    def within(self, added: Mapping[str, object]) -> "Scope":
        """Open a scope in which names are added and can be set without being seen outside."""
        return Scope(self.data, self.run, {**self.names, **added})
