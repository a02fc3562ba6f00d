"""A text in one plain form, with the way back: no accents, tricks of letters or hidden signs."""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sgdocs.anonymise.letters import CYRILLIC, LOOKALIKES, SOUNDS

__all__ = ["Folded", "fold", "fold_word"]

_DASHES = "‐‑‒–—―−﹘﹣－"
_APOSTROPHES = "’‘ʼʻ`´′＇‛ʹˈ"
_QUOTES = "“”„«»‟″"
_ODD = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]{0,10}\s{0,3}/?>"
    r"|&(?:#[xX]?[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<!\n)\*|(?<=\n)\*(?! )|`|~~"
    r"|(?<![^\W_])_+(?=\w)|(?<=\w)_+(?![^\W_])"
    r"|[^ -~\n]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text, in small letters and as written, and where each letter came from."""

    low: str
    cased: str
    starts: list[int]
    ends: list[int]
    alien: frozenset[int]
    """Where letters of another alphabet stood."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the text as given."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text, keeping for every letter the place it came from."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    alien: set[int] = set()
    at = 0
    for found in _ODD.finditer(text):
        begin, end = found.span()
        if begin > at:
            pieces.append(text[at:begin])
            starts += range(at, begin)
            ends += range(at + 1, begin + 1)
        plain = _meant(found[0])
        if plain:
            if text[begin] > "\u02ff" and text[begin] in SOUNDS:
                alien.update(range(len(starts), len(starts) + len(plain)))
            pieces.append(plain)
            starts += [begin] * len(plain)
            ends += [end] * len(plain)
        at = end
    pieces.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    cased = "".join(pieces)
    return Folded(cased.lower(), cased, starts, ends, frozenset(alien))


def fold_word(word: str) -> str:
    """Fold a word of a list or of a case file, in small letters."""
    return "".join(_plain(letter) for letter in word).lower()


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """Give the plain form of one letter or sign; nothing where it only hides or adorns."""
    if letter == "\n" or letter in "\v\f\x1c\x1d\x1e\x85\u2028\u2029\r":
        return "\n" if letter != "\r" else ""
    for signs, plain in ((_DASHES, "-"), (_APOSTROPHES, "'"), (_QUOTES, '"')):
        if letter in signs:
            return plain
    if letter in LOOKALIKES:
        return LOOKALIKES[letter]
    spread = unicodedata.normalize("NFKD", letter)
    return "".join(_kept(part) for part in spread)


def _kept(part: str) -> str:
    if part in LOOKALIKES:
        return LOOKALIKES[part]
    if part in CYRILLIC:
        return CYRILLIC[part]
    sort = unicodedata.category(part)
    if sort in ("Mn", "Me", "Cf", "Cc"):
        return " " if part == "\t" else ""
    if part.isspace():
        return " "
    small = part.lower()
    # a letter whose small form is longer would part the text from its small form
    return part if len(small) == 1 else small[0]


def _meant(markup: str) -> str:
    """Give what a piece of markup stands for: a letter written as an entity, else nothing."""
    if len(markup) == 1 and (markup < " " or markup > "~"):
        return _plain(markup)
    if not markup.startswith("&"):
        return "\n" if markup[1:3].lower() in ("br", "p>", "/p", "li") else ""
    return "".join(_plain(letter) for letter in html.unescape(markup)[:2]) or " "
