"""How much one expression may ask of the machine."""

from dataclasses import dataclass

__all__ = ["LIMITS", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that may be written, and the most that one run may do."""

    source: int = 200_000
    """Characters of an expression or template."""
    depth: int = 40
    """Levels of one thing inside another."""
    loops: int = 5
    """Loops inside loops."""
    iterations: int = 100_000
    """Turns of all loops of one run together."""
    output: int = 5_000_000
    """Characters one run may print."""
    work: int = 10_000_000
    """Characters joined or compared and list entries looked through in one run."""


LIMITS = Limits()
