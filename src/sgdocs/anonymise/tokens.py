"""The words of a folded text, each with how it is written and where in its sentence it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sgdocs.anonymise.folding import Folded
from sgdocs.anonymise.letters import SOUNDS
from sgdocs.anonymise.lists import WordLists

__all__ = ["Token", "tokenise"]

_WORD = re.compile(r"([^\W_]+(?:'(?!(?:s|ll|ve|re)\b)(?!(?<=\w\w')d\b)[^\W_]+)*)(?:'s\b)?")
_POSSESSIVE = re.compile(r"'(?:s|ll|ve|re|d)\b|'(?!\w)")
_ENDS = re.compile(r"[.!?:;…]|[\"(\[|•]|(?:^|\s)'|\n\s*(?:[-*#>+•]|\d{1,3}[.)])|\n\s*\n")
_SHORT_LINE = 60
_HEADED = 0.65


@dataclass(slots=True)
class Token:
    """One word: its letters, its place, whether it is capitalised, whether a sentence begins."""

    start: int
    end: int
    """Where the word ends, before a possessive ending."""
    low: str
    """Small letters without apostrophes and without a possessive ending."""
    written: str
    tail: str
    """The possessive ending, if any."""
    capital: bool
    upper: bool
    first: bool
    """Whether a sentence, a line of its own or a quotation begins with it."""
    headed: bool
    """Whether it stands in a heading or a line of capitals, where capitals say nothing."""
    alien: bool
    joined: bool = False
    """Whether a hyphen joins it to the word before."""
    spoken: str = ""
    """How a word of another alphabet sounds."""

    @property
    def flat(self) -> str:
        """Give the letters with those of the possessive ending: St Mary's is st marys."""
        return self.low + self.tail.replace("'", "")


def tokenise(text: str, folded: Folded, lists: WordLists) -> list[Token]:
    """Give the words of a text."""
    found = [_token(text, folded, match) for match in _WORD.finditer(folded.low)]
    lines = _Lines(folded)
    before = None
    for token in found:
        token.first = before is None or _begins(folded.low, before, token, lists, lines)
        token.headed = lines.headed(token.start)
        before = token
    return found


def _token(text: str, folded: Folded, match: re.Match[str]) -> Token:
    start, end = match.span(1)
    written = folded.cased[start:end]
    ending = _ending(folded.low, end)
    alien = bool(folded.alien) and any(place in folded.alien for place in range(start, end))
    low = match[1].replace("'", "") if "'" in match[1] else match[1]
    capital, upper = _capitals(written)
    token = Token(
        start,
        end,
        low,
        written,
        ending,
        capital=capital,
        upper=upper,
        first=False,
        headed=False,
        alien=alien,
        joined=start > 1 and folded.low[start - 1] == "-" and folded.low[start - 2].isalnum(),
    )
    if alien:
        begin, stop = folded.span(start, end)
        token.spoken = "".join(SOUNDS.get(c, c) for c in text[begin:stop]).lower()
    return token


def _ending(low: str, end: int) -> str:
    """Give the possessive ending that follows a word, if one does."""
    if low[end : end + 1] != "'":
        return ""
    tail = _POSSESSIVE.match(low, end)
    return tail[0] if tail and (tail[0] != "'" or low[end - 1] == "s") else ""


def _capitals(written: str) -> tuple[bool, bool]:
    """Say whether a word begins with a capital, and whether it is all in capitals."""
    if written.islower():
        return False, False
    letters = [c for c in written if c.isalpha()]
    capital = bool(letters) and letters[0].isupper()
    return capital, len(letters) > 1 and written.isupper()


def _begins(low: str, before: Token, token: Token, lists: WordLists, lines: "_Lines") -> bool:
    gap = low[before.end + len(before.tail) : token.start]
    if gap in {" ", "-", ", "}:
        return False
    if gap.startswith(".") and len(gap.strip()) == 1 and "\n\n" not in gap:
        return before.low not in lists.titles and before.low not in lists.contexts["abbreviations"]
    return bool(_ENDS.search(gap)) or ("\n" in gap and lines.short_before(token.start))


class _Lines:
    """The lines of a text: how long, and whether a heading."""

    def __init__(self, folded: Folded) -> None:
        self._text = folded.cased
        self._begins = [0, *(m.end() for m in re.finditer(r"\n", folded.low))]
        self._headed: dict[int, bool] = {}

    def short_before(self, place: int) -> bool:
        """Say whether the line before ended early, as a heading or an address does."""
        number = bisect_right(self._begins, place) - 1
        line = self._line(number - 1) if number else ""
        return len(line.strip()) < _SHORT_LINE

    def headed(self, place: int) -> bool:
        """Say whether the line at a place is a heading or all in capitals."""
        number = bisect_right(self._begins, place) - 1
        if number not in self._headed:
            self._headed[number] = _is_heading(self._line(number))
        return self._headed[number]

    def _line(self, number: int) -> str:
        start = self._begins[number]
        end = self._begins[number + 1] if number + 1 < len(self._begins) else len(self._text)
        return self._text[start:end]


def _is_heading(line: str) -> bool:
    if line.lstrip().startswith("#"):
        return True
    words = list(_long_words(line))
    if len(words) < 2 or len(words) > 14 or line.rstrip().endswith((".", ",", ";")):
        return False
    if all(word.isupper() for word in words):
        return True
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= _HEADED * len(words)


def _long_words(line: str) -> Iterator[str]:
    return (w for w in re.findall(r"[A-Za-z]+", line) if len(w) > 3)
