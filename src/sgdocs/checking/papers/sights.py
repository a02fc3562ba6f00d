"""What one paper may print: among its words, around them, and in the tags of its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sgdocs.checking.types.alternatives import Type

__all__ = ["AROUND", "FRAME", "Frame", "Sight"]

_TEXT = {"type": "string", "minLength": 1}
_PLAIN = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
AROUND: Mapping[str, Any] = {
    "address": {"type": "array", "items": _TEXT},
    **dict.fromkeys(("office", "email", "phone", "title"), _PLAIN),
}
"""What headers, footers and properties print of a letterhead, where the text has other names."""
FRAME: Mapping[str, Any] = {
    **dict.fromkeys(("marking", "document_id", "version", "language"), _PLAIN),
    "draft": {"type": "boolean"},
    "date": _DAY,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one paper may print: in its text, around it, and in the tags of its fields."""

    text: Type
    around: Type
    fields: Type
    frame: "Frame"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every paper, alike for all; and the texts that were sound with it."""

    type: Type
    sound: set[str] = field(default_factory=set)
    names: frozenset[str] = frozenset({*AROUND, *FRAME})
