"""A passage's text made ready to be searched, and the phrases in it that may be published."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from sgdocs.gate.folding import folded
from sgdocs.gate.model import Passage

__all__ = ["BARRIER", "SPLIT", "Prepared", "prepared", "within_allowed"]

_ROOM = 120
_USUAL = frozenset({"body text", "page text"})
SPLIT = "\0"
"""What stands between a channel and a place where passages were put together."""
BARRIER = "\n\ua66e\n"
"""A letter nobody uses: nothing is found across it."""
Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Text with capitals, the same without, and where each channel begins."""

    plain: str
    low: str
    starts: tuple[int, ...]
    channels: tuple[str, ...]

    def channel(self, start: int, end: int = 0) -> str:
        """Name the channel of a piece: the first unusual one where there are several."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        met = self.channels[first : last + 1]
        return next((c for c in met if c.partition(SPLIT)[0] not in _USUAL), met[0])


def prepared(passage: Passage) -> Prepared:
    """Bring a passage to one form."""
    pieces, starts, channels, length = [], [], [], 0
    for channel, text in passage.atoms:
        plain = folded(text)
        if plain:
            pieces.append(plain)
            starts.append(length)
            channels.append(channel)
            length += len(plain)
    plain = "".join(pieces)
    low = plain.lower()
    if len(low) != len(plain):  # a letter whose small form is two
        plain = low
    return Prepared(plain, low, tuple(starts) or (0,), tuple(channels) or ("",))


def within_allowed(low: str, start: int, end: int, allowed: Phrases) -> bool:
    """Say whether a piece of text lies inside a phrase that may be published."""
    if not allowed:
        return False
    first = max(0, start - _ROOM)
    around = low[first : end + _ROOM]
    spans = (m.span() for m in _pattern(allowed).finditer(around))
    return any(a + first <= start and end <= b + first for a, b in spans)


@lru_cache(maxsize=8)
def _pattern(allowed: Phrases) -> re.Pattern[str]:
    ways = (r"[\W_]{1,4}".join(map(re.escape, phrase)) for phrase in allowed)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])")
