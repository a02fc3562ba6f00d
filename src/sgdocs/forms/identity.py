"""Which form a file is: of which case, for which agency, which version."""

import json
from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["FORMAT", "IDENTITY_FIELD", "IDENTITY_PROPERTY", "FormIdentity", "read_identity"]

FORMAT = 1
IDENTITY_PROPERTY = "sgdocs-form"
"""The property of a Word file, and the key of a PDF's information, that say it."""
IDENTITY_FIELD = "sgdocs.identity"
"""The hidden field of a PDF that says it too: some programs write their own information."""
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """What a form is known by when it comes back; a form for no case yet names none."""

    case: str
    form: str
    agency: str
    version: int
    format: int = FORMAT

    def __str__(self) -> str:
        """Write it as one line."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def read_identity(text: str) -> FormIdentity | None:
    """Read what was written; nothing where it is not of this make."""
    try:
        said: Any = json.loads(text[:_LONGEST])
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not all(isinstance(said.get(n), str) for n in _WORDS):
        return None
    if not all(type(said.get(n)) is int for n in _NUMBERS):
        return None
    return FormIdentity(*(said[name] for name in (*_WORDS, *_NUMBERS)))


_WORDS = ("case", "form", "agency")
_NUMBERS = ("version", "format")
