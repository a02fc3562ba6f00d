"""One case of a run over many: what is to be done with it, and what became of it."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.packs import Contents

__all__ = ["CaseJob", "Outcome", "Terms"]

State = Literal["fresh", "made", "same", "nothing", "failed"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all cases of a run, as small values that any process can be given."""

    workspace: str
    cache: str
    day: date
    today: Moment
    contents: Contents | None = None
    """What packs are to hold; as before, where nothing is said."""

    def content(self) -> Content:
        """Give the data files as they stand where this is asked."""
        return _unsettled(self.workspace, self.cache).settled()


@lru_cache(maxsize=4)
def _unsettled(workspace: str, cache: str) -> Content:
    # The same paths each time: what was found by them is found sooner.
    return Content(Path(workspace), cache=Path(cache) if cache else None)


@dataclass(frozen=True, slots=True)
class CaseJob:
    """One case to be looked at."""

    path: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case; nothing in it comes from the case itself."""

    path: str
    state: State
    made: int = 0
    """Papers that come out otherwise than before."""
    kept: int = 0
    """Papers that are as they were."""
    folder: str = ""
    lacking: tuple[str, ...] = ()
    """Papers that are due and lack a fact or a recipient, by their numbers."""
    fault: str = ""
    by: tuple[str, str] = field(default=("", ""), repr=False)
    """How the data files stood, and the hash of the case file, by which the pack is up to date."""
