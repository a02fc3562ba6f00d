"""How a pack is made, and how its list says so, for it to be made so again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sgdocs.artefacts import Asked
from sgdocs.packs import By, Contents

__all__ = ["How"]

_DUE = Asked()


def _silent(_done: int, _of: int) -> None:
    """Say nothing of the progress."""


@dataclass(frozen=True, slots=True)
class How:
    """How a pack is made: with drafts or without, in which folders, locked or not, how much."""

    drafts: bool = False
    by: By | None = None
    password: str = ""
    progress: Callable[[int, int], None] = _silent
    contents: Contents = "all"
    rows: Mapping[str, int] = field(default_factory=dict)
    """How many rows the lists of forms have, where more are asked for."""
    asked: Asked = _DUE
    """What was asked for; the pack's list says so, so that it can be asked for again."""

    def told(self, by: By) -> Mapping[str, Any]:
        """Say how the pack is made, once its folders are chosen."""
        return {
            "drafts": self.drafts,
            "by": by,
            "contents": self.contents,
            "locked": bool(self.password),
            **({"rows": dict(self.rows)} if self.rows else {}),
        }

    def asked_for(self) -> Mapping[str, Any]:
        """Say what was asked for."""
        asked = self.asked
        until = asked.until.isoformat() if asked.until else ""
        again = asked.again or bool(asked.editions)
        return {"only": asked.only, "step": asked.step, "until": until, "again": again}
