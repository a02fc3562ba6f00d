"""Bring text to one form, so that accents, lookalikes and invisible characters hide nothing."""

import re
import unicodedata
from functools import lru_cache

from sgdocs.gate.lookalikes import LOOKALIKES

__all__ = ["OVERRIDES", "folded", "squashed", "tokens"]

OVERRIDES = re.compile(
    "[\u202d\u202e]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007e]"
    "|\U0001f3f4[\U000e0020-\U000e007e]{7}"
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3}"
    "|[\u200b-\u200d\u2060-\u2064]{8}"
)
"""Marks that turn the letters round, or by which unseen letters can be written."""

_WORD = re.compile(r"[^\W\d_]+")
_NOT_ALNUM = re.compile(r"[\W_]+")
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})  # marks over letters, joiners, soft hyphens, tags
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\x00")
_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32), 127))
"""What stands in a text and is not seen, apart from what ends lines and parts words."""
_BREAKS = frozenset("\x85\u2028\u2029")


def folded(text: str) -> str:
    """Give text without accents, invisible characters and lookalikes; capitals are kept."""
    seen = text.translate(_CONTROLS)
    if seen.isascii():
        return seen
    apart = unicodedata.normalize("NFKD", seen.translate(LOOKALIKES))
    return apart.translate({ord(c): _plain(c) for c in set(apart) if not c.isascii()})


def squashed(low: str) -> str:
    """Keep letters and digits alone."""
    return _NOT_ALNUM.sub("", low)


def tokens(text: str) -> list[str]:
    """Give the runs of letters."""
    return _WORD.findall(text)


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """Give what one character is taken for: nothing, or one or more plain ones."""
    if letter in _BREAKS:
        return "\n"
    if letter in _FILLERS or unicodedata.category(letter) in _UNSEEN:
        return ""
    if 0xF020 <= ord(letter) <= 0xF07E:  # as typefaces of signs number their letters
        return chr(ord(letter) - 0xF000)
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    alike = LOOKALIKES.get(ord(letter), letter)
    # Small letters must stand where the capitals stood.
    return alike if len(alike.lower()) == len(alike) else alike.lower()[0]
