"""Single letters that stand in a name: before it, after it, or for the whole of a double name."""

from dataclasses import replace

from sgdocs.anonymise.index import NameIndex
from sgdocs.anonymise.namechain import Chain
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.tokens import Token

__all__ = ["Initialling"]

_CLOSE = frozenset({".", "-", ".-"})
_APART = frozenset({" ", ". "})


class Initialling:
    """The initials in one text, and whose they may be."""

    def __init__(self, reader: Reader, index: NameIndex) -> None:
        self._reader = reader
        self._words = reader.words
        self._index = index

    def after(self, chain: Chain, *, turned: bool = False) -> Chain | None:
        """Take in a letter after a name: Ivy R, Freya B., Bright, F."""
        at = chain.end
        if not self.is_letter(at) and not self._is_letters(at):
            return None
        letter = self._words[at].low
        if turned or not chain.given:
            own = {k: s + 6 for k, s in chain.scores.items() if letter in self.given(k)}
        else:
            own = {k: s + 6 for k, s in chain.scores.items() if letter in self._later(k)}
        gap = self._reader.gap(at)
        pointed = gap.startswith(".") or (gap == "-" and self.is_letter(at + 1))
        if (
            letter in "ai"
            and not pointed
            and self._words[at].low != self._words[at].written.lower()
        ):
            return None
        if not own or (letter in "ai" and not pointed and not self._ends(at)):
            return None
        parts = chain.parts + 1
        grown = replace(chain, end=at + 1, scores=own, given=True, plain=True, parts=parts)
        return replace(grown, turned=True) if turned else grown

    def more(self, chain: Chain) -> Chain | None:
        """Take in a further letter after an initial: Freya O-B; Bright, J-L and J.L."""
        at = chain.end
        if not (self.is_letter(at - 1) and self.is_letter(at)):
            return None
        gap = self._reader.gap(at - 1)
        close = gap in _CLOSE or (gap in _APART and self._is_plainly_initial(at))
        if gap != "-" and not (chain.turned and close):
            return None
        return replace(chain, end=at + 1, parts=chain.parts + 1)

    def _is_plainly_initial(self, at: int) -> bool:
        """Say whether a letter after a space is no word and, after a full stop, has one itself."""
        letter, pointed = self._words[at].low, self._reader.gap(at).startswith(".")
        return pointed or (letter not in "ai" and self._reader.gap(at - 1) == " ")

    def is_letter(self, at: int) -> bool:
        """Say whether a word is one capital letter."""
        return at < len(self._words) and len(self._words[at].low) == 1 and self._words[at].capital

    def given(self, key: str) -> frozenset[str]:
        """Give the letters somebody's given names begin with."""
        return self._index.letters[key].given

    def _is_letters(self, at: int) -> bool:
        """Say whether a word is the letters of a double or Irish family name: F-E, O'D."""
        word: Token = self._words[at]
        return len(word.low) in (2, 3) and word.capital and word.written[-1].isupper()

    def _ends(self, at: int) -> bool:
        return at + 1 >= len(self._words) or self._words[at + 1].first

    def _later(self, key: str) -> frozenset[str]:
        return self._index.letters[key].family | self._index.letters[key].middle
