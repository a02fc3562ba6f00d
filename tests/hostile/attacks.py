"""One attack: what is put where, which command meets it, and what must be said of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cli.asking import CASE

__all__ = ["CANARY", "REFERENCE", "Attack", "case", "on_case", "planted"]

CANARY = "Qzcanary Personsdottir"
REFERENCE = "SCI-2026-014"
_FILE = f"cases/{REFERENCE}/case"
_ENTRY = "name: {full: Ottilie Penhaligon}"


@dataclass(frozen=True, slots=True)
class Attack:
    """Files in a workspace, and the command that reads them."""

    files: Mapping[str, Callable[[], bytes]]
    command: tuple[str, ...]
    says: str
    """Words that must be said."""
    codes: frozenset[int] = frozenset({3})
    names: str = ""
    """The file that must be named; the first one if left out."""
    heavy: bool = False
    """True where it takes over a second, so that only continuous integration runs it always."""
    plain_case: bool = field(default=True)
    """True where an ordinary case lies in the workspace too."""

    @property
    def named(self) -> str:
        """Give the name that must stand in what is said."""
        return self.names or next(iter(self.files), "").rpartition("/")[2]


def planted(text: str = CASE) -> str:
    """Give a case with the canary for the child's name."""
    assert _ENTRY in text
    return text.replace(_ENTRY, f"name: {{full: {CANARY}}}")


def case(make: Callable[[], bytes | str], kind: str = "yaml") -> dict[str, Callable[[], bytes]]:
    """Put a case file of this kind into the workspace."""
    return {f"{_FILE}.{kind}": lambda: _bytes(make())}


def on_case(
    make: Callable[[], bytes | str], says: str, *, kind: str = "yaml", heavy: bool = False
) -> Attack:
    """Attack by the case file."""
    where = f"{_FILE}.{kind}"
    return Attack(case(make, kind), ("validate", where), says, heavy=heavy, plain_case=False)


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
