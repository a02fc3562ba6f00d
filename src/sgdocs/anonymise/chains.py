"""The names of people in a text: titles, initials, given and family names in any order."""

from dataclasses import replace

from sgdocs.anonymise.hits import Spans
from sgdocs.anonymise.index import NameIndex
from sgdocs.anonymise.initialling import Initialling
from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.namechain import Chain, begun, joint
from sgdocs.anonymise.pieces import Piece, Pieces
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.variants import Part

__all__ = ["Chains"]

_SHORT = 3
_MOST_TITLES = 4
_MOST_PARTS = 8


class Chains:
    """Finds names in one text."""

    def __init__(self, reader: Reader, index: NameIndex, likeness: Likeness, taken: Spans) -> None:
        self._reader = reader
        self._words = reader.words
        self._found = Pieces(reader, index, likeness, taken)
        self._letters = Initialling(reader, index)

    def at(self, start: int, titles: int = 0) -> Chain | None:
        """Give the longest name that begins with a word, after so many titles."""
        return (
            (self._titled(start, titles) if titles < _MOST_TITLES else None)
            or self._initialled(start)
            or self._named(start)
            or self._surnamed(start)
        )

    def _titled(self, start: int, titles: int) -> Chain | None:
        """Find Ms Bright, Aunty Siobhan, Mr and Mrs Bright."""
        word = self._words[start]
        lists = self._reader.lists
        if word.low not in lists.titles and word.low not in lists.kin:
            return None
        if not word.capital and word.low not in lists.contexts["small-titles"]:
            return None
        ahead = start + 1 + self._is_and(start + 1)
        near = self._reader.tight(start) and self._reader.tight(ahead - 1)
        if not near or ahead >= len(self._words):
            return None
        rest = self.at(ahead, titles + 1)
        if rest is None or (not self._words[ahead].capital and not rest.plain):
            return None
        if rest.turned:  # Ms Bright, F. Smith: two people
            rest = begun(rest.pieces[0])
        couple = bool(rest.title) and word.low != rest.title and word.low in lists.titles
        if ahead > start + 1 and not couple:
            return None
        parts = rest.parts + 1
        return replace(
            rest, start=start, title=word.low, plain=True, parts=parts, plural=couple, couple=couple
        )

    def _is_and(self, at: int) -> bool:
        return at < len(self._words) and self._words[at].low == "and"

    def _initialled(self, start: int) -> Chain | None:
        """Find F. Bright, F M Bright: letters before a family name."""
        letters: list[str] = []
        at = start
        while at < len(self._words) and self._letters.is_letter(at) and len(letters) < 4:
            letters.append(self._words[at].low)
            if not self._reader.tight(at):
                return None
            at += 1
        if not letters or at >= len(self._words):
            return None
        piece = self._found.at(at)
        if piece is None or not piece.is_part(Part.FAMILY) or not self._words[at].capital:
            return None
        own = {k: v for k, v in piece.whose.items() if letters[0] in self._letters.given(k)}
        if not own and letters[0] in "ai" and "." not in self._reader.gap(start):
            return None  # “a” and “I” are words
        scores = {k: s + 6 for k, (_, s) in (own or piece.whose).items()}
        chain = Chain(
            start,
            piece.end,
            scores,
            given=bool(own),
            plain=bool(own) or not piece.wordlike,
            parts=2,
            stranger=not own,
            pieces=(piece,),
        )
        return self._with_half(chain) or chain

    def _named(self, start: int) -> Chain | None:
        first = self._found.at(start)
        if first is None:
            return None
        chain = replace(begun(first), plain=not first.wordlike or self._all_capital(first))
        while (longer := self._longer(chain)) is not None:
            chain = longer
        return chain

    def _all_capital(self, piece: Piece) -> bool:
        """Say whether a name of several words is all capital, and not for beginning a sentence."""
        words = self._words[piece.start : piece.end]
        return len(words) > 1 and all(w.capital for w in words) and not words[-1].first

    def _surnamed(self, start: int) -> Chain | None:
        """Find a pet name the lists lack before somebody's family name: Terry Ukpong."""
        word, lists = self._words[start], self._reader.lists
        known = word.low in lists.common or word.low in lists.capitals or word.low in lists.kin
        if not word.capital or len(word.low) < _SHORT or not self._reader.tight(start):
            return None
        if (known and word.low not in lists.leans) or start + 1 >= len(self._words):
            return None
        piece = self._found.at(start + 1)
        if piece is None or not piece.is_family or not self._words[start + 1].capital:
            return None
        own = {k: s for k, (_, s) in piece.whose.items() if word.low[0] in self._letters.given(k)}
        if len(own) != 1:
            return None
        return Chain(start, piece.end, own, given=True, plain=True, parts=2, pieces=(piece,))

    def _longer(self, chain: Chain) -> Chain | None:
        last = chain.end - 1
        ended = chain.end >= len(self._words) or chain.parts >= _MOST_PARTS
        if ended or self._words[last].tail:
            return None
        if more := self._letters.more(chain):
            return more
        if self._reader.tight(last):
            return (
                self._with_next(chain)
                or self._letters.after(chain)
                or self._with_middle(chain)
                or self._with_half(chain)
            )
        only_family = len(chain.pieces) == 1 and chain.pieces[0].is_family
        if only_family and self._reader.comma(last) and self._words[chain.start].capital:
            return self._with_next(chain, turned=True) or self._letters.after(chain, turned=True)
        return None

    def _with_next(self, chain: Chain, *, turned: bool = False) -> Chain | None:
        piece = self._found.at(chain.end)
        if piece is None or (turned and not piece.is_part(Part.GIVEN)):
            return None
        both_of = joint(chain, piece)
        capital = self._words[piece.start].capital and self._words[chain.start].capital
        if not both_of or (piece.short and not capital):
            return None
        both = capital and (not self._words[piece.start].first or not piece.wordlike)
        return Chain(
            chain.start,
            piece.end,
            both_of,
            given=chain.given or piece.is_part(Part.GIVEN),
            plain=chain.plain or not piece.wordlike or both,
            plural=piece.plural,
            parts=chain.parts + 1,
            stranger=chain.stranger,
            unsure=chain.unsure and piece.unsure,
            turned=chain.turned or turned,
            pieces=(*chain.pieces, piece),
        )

    def _with_middle(self, chain: Chain) -> Chain | None:
        """Reach over a middle name the case does not know: Freya Mae Bright."""
        at = chain.end
        unknown = self._words[at]
        if not chain.given or not unknown.capital or at + 1 >= len(self._words):
            return None
        if not self._reader.tight(at):
            return None
        piece = self._found.at(at + 1)
        if piece is None or not self._words[at + 1].capital or not piece.is_part(Part.FAMILY):
            return None
        both_of = joint(chain, piece)
        if not both_of or (
            len(unknown.low) > 1
            and unknown.low in self._reader.lists.common
            and unknown.low not in self._reader.lists.leans
        ):
            return None
        pieces = (*chain.pieces, piece)
        return replace(chain, end=piece.end, scores=both_of, plain=True, parts=3, pieces=pieces)

    def _with_half(self, chain: Chain) -> Chain | None:
        """Take in another's family name after a hyphen: a double name the case does not hold."""
        at = chain.end
        piece = self._found.at(at) if self._reader.gap(at - 1) == "-" else None
        family = chain.pieces[-1].is_family and piece is not None and piece.is_family
        if piece is None or not family or not self._words[at].capital:
            return None
        return replace(
            chain, end=piece.end, plain=True, stranger=True, pieces=(*chain.pieces, piece)
        )
