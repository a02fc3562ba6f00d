"""The papers that procedures name: what each is, who writes it, and what it must wait for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

__all__ = ["Artefact"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """One paper of procedures/artefacts.yaml."""

    id: str
    title: str
    kind: Literal["fillable", "letter", "narrative", "record", "online"]
    made_by: Literal["unit", "agency", "external"]
    number: str = ""
    announces: str = ""
    """The fact that it makes known; before that is decided there is not even a draft."""
    whole_case: Literal["", "in_every_pack", "when_asked"] = ""
    marking: str = ""
    layout: Literal["", "briefing"] = ""
    encloses_returns: bool = False
    """What agencies sent to be included whole stands behind it."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Make it from its entry."""
        return cls(
            id=data["id"],
            title=data["title"],
            kind=data["kind"],
            made_by=data["made_by"],
            number=data.get("number", ""),
            announces=data.get("announces", ""),
            whole_case=data.get("whole_case", ""),
            marking=data.get("marking", ""),
            layout=data.get("layout", ""),
            encloses_returns=data.get("encloses_returns") == "yes",
        )
