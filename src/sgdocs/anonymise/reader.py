"""A text laid out for the matchers: folded, in words, with the gaps between them."""

import re
from dataclasses import dataclass

from sgdocs.anonymise.folding import Folded, fold
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.tokens import Token, tokenise

__all__ = ["Reader", "read"]

_TIGHT = re.compile(r"[ \-'&_/]{0,3}\n?[ \-]{0,8}")
_AFTER_POINT = re.compile(r"\. ?[ \-]?\n? {0,8}")
_COMMA = re.compile(r", {0,3}\n? {0,8}")


@dataclass(frozen=True, slots=True)
class Reader:
    """One text, ready to be matched."""

    text: str
    folded: Folded
    words: list[Token]
    lists: WordLists

    def gap(self, at: int) -> str:
        """Give what stands between a word and the next."""
        if at + 1 >= len(self.words):
            return "\n\n"
        word = self.words[at]
        return self.folded.low[word.end + len(word.tail) : self.words[at + 1].start]

    def tight(self, at: int) -> bool:
        """Say whether the next word may belong to the same name."""
        gap = self.gap(at)
        if gap in {" ", "-"}:
            return not self.words[at].tail
        if self.words[at].tail:
            return False
        if _TIGHT.fullmatch(gap):
            return True
        word = self.words[at].low
        pointed = len(word) == 1 or word in self.lists.titles or word in {"st", "rd", "ave"}
        return pointed and bool(_AFTER_POINT.fullmatch(gap))

    def comma(self, at: int) -> bool:
        """Say whether a comma parts a word from the next."""
        return not self.words[at].tail and bool(_COMMA.fullmatch(self.gap(at)))


def read(text: str, lists: WordLists) -> Reader:
    """Lay a text out."""
    folded = fold(text)
    return Reader(text, folded, tokenise(text, folded, lists), lists)
