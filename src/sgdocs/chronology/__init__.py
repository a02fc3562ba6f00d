"""What the agencies say happened, merged into one order; nothing anybody said is lost."""

from typing import TYPE_CHECKING

from sgdocs.chronology.model import Account, Combined, Difference, Event, Silence
from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.chronology.merging import merge

__all__ = ["Account", "Combined", "Difference", "Event", "Silence", "merge"]

__getattr__ = lazily(__name__, {"merge": "merging"})
