"""The names of people in a text: titles, initials, given and family names in any order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sgdocs.anonymise.hits import Spans
from sgdocs.anonymise.index import NameIndex
from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.pieces import Piece, Pieces
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.tokens import Token
from sgdocs.anonymise.variants import Part

__all__ = ["Chain", "Chains"]

_SHORT = 3
_MOST_TITLES = 4
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Chain:
    """A whole name as it stands: from which word to which, its title, and whose it may be."""

    start: int
    end: int
    scores: Mapping[str, int]
    title: str = ""
    given: bool = False
    """Whether a given name or initial is part of it."""
    plain: bool = False
    """Whether it can be nothing but a name."""
    plural: bool = False
    parts: int = 1
    stranger: bool = False
    """Whether a part of it is nobody's in the case."""
    unsure: bool = False
    """Whether every part of it is written as another's name is."""
    turned: bool = False
    """Whether the family name stands first, with a comma: Bright, Freya."""
    couple: bool = False
    """Whether two are named together: Mr and Mrs Bright."""
    pieces: tuple[Piece, ...] = field(default=())


class Chains:
    """Finds names in one text."""

    def __init__(self, reader: Reader, index: NameIndex, likeness: Likeness, taken: Spans) -> None:
        self._reader = reader
        self._words = reader.words
        self._index = index
        self._found = Pieces(reader, index, likeness, taken)

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
            rest = _begun(rest.pieces[0])
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
        while at < len(self._words) and self._is_letter(at) and len(letters) < 4:
            letters.append(self._words[at].low)
            if not self._reader.tight(at):
                return None
            at += 1
        if not letters or at >= len(self._words):
            return None
        piece = self._found.at(at)
        if piece is None or not piece.is_part(Part.FAMILY) or not self._words[at].capital:
            return None
        own = {k: v for k, v in piece.whose.items() if letters[0] in self._given_letters(k)}
        if not own and letters[0] in "ai" and "." not in self._reader.gap(start):
            return None  # “a” and “I” are words
        scores = {k: s + 6 for k, (_, s) in (own or piece.whose).items()}
        return Chain(
            start,
            piece.end,
            scores,
            given=bool(own),
            plain=bool(own) or not piece.wordlike,
            parts=2,
            stranger=not own,
            pieces=(piece,),
        )

    def _named(self, start: int) -> Chain | None:
        first = self._found.at(start)
        if first is None:
            return None
        chain = _begun(first)
        while (longer := self._longer(chain)) is not None:
            chain = longer
        return chain

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
        own = {k: s for k, (_, s) in piece.whose.items() if word.low[0] in self._given_letters(k)}
        if len(own) != 1:
            return None
        return Chain(start, piece.end, own, given=True, plain=True, parts=2, pieces=(piece,))

    def _longer(self, chain: Chain) -> Chain | None:
        last = chain.end - 1
        ended = chain.end >= len(self._words) or chain.parts >= _MOST_PARTS
        if ended or self._words[last].tail:
            return None
        if self._reader.tight(last):
            return self._with_next(chain) or self._with_letter(chain) or self._with_middle(chain)
        only_family = len(chain.pieces) == 1 and chain.pieces[0].is_family
        if only_family and self._reader.comma(last) and self._words[chain.start].capital:
            return self._with_next(chain, turned=True) or self._with_letter(chain, turned=True)
        return None

    def _with_next(self, chain: Chain, *, turned: bool = False) -> Chain | None:
        piece = self._found.at(chain.end)
        if piece is None or (turned and not piece.is_part(Part.GIVEN)):
            return None
        joint = _joint(chain, piece)
        capital = self._words[piece.start].capital and self._words[chain.start].capital
        if not joint or (piece.short and not capital):
            return None
        both = capital and (not self._words[piece.start].first or not piece.wordlike)
        return Chain(
            chain.start,
            piece.end,
            joint,
            given=chain.given or piece.is_part(Part.GIVEN),
            plain=chain.plain or not piece.wordlike or both,
            plural=piece.plural,
            parts=chain.parts + 1,
            stranger=chain.stranger,
            unsure=chain.unsure and piece.unsure,
            turned=chain.turned or turned,
            pieces=(*chain.pieces, piece),
        )

    def _with_letter(self, chain: Chain, *, turned: bool = False) -> Chain | None:
        """Take in a letter after a name: Ivy R, Freya B., Bright, F."""
        at = chain.end
        if not self._is_letter(at) and not self._is_letters(at):
            return None
        letter = self._words[at].low
        if turned or not chain.given:
            own = {k: s + 6 for k, s in chain.scores.items() if letter in self._given_letters(k)}
        else:
            own = {k: s + 6 for k, s in chain.scores.items() if letter in self._later_letters(k)}
        pointed = self._reader.gap(at).startswith(".")
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
        joint = _joint(chain, piece)
        if not joint or (
            len(unknown.low) > 1
            and unknown.low in self._reader.lists.common
            and unknown.low not in self._reader.lists.leans
        ):
            return None
        pieces = (*chain.pieces, piece)
        return replace(chain, end=piece.end, scores=joint, plain=True, parts=3, pieces=pieces)

    def _is_letter(self, at: int) -> bool:
        return at < len(self._words) and len(self._words[at].low) == 1 and self._words[at].capital

    def _is_letters(self, at: int) -> bool:
        """Say whether a word is the letters of a double or Irish family name: F-E, O'D."""
        word: Token = self._words[at]
        return len(word.low) in (2, 3) and word.capital and word.written[-1].isupper()

    def _ends(self, at: int) -> bool:
        return at + 1 >= len(self._words) or self._words[at + 1].first

    def _given_letters(self, key: str) -> frozenset[str]:
        return self._index.letters[key].given

    def _later_letters(self, key: str) -> frozenset[str]:
        return self._index.letters[key].family | self._index.letters[key].middle


def _begun(piece: Piece) -> Chain:
    return Chain(
        piece.start,
        piece.end,
        {k: s for k, (_, s) in piece.whose.items()},
        given=piece.is_part(Part.GIVEN),
        plain=not piece.wordlike,
        plural=piece.plural,
        unsure=piece.unsure,
        pieces=(piece,),
    )


def _joint(chain: Chain, piece: Piece) -> dict[str, int]:
    """Give whose both may be: nobody's twice in the same part, but for a second given name."""
    both = chain.scores.keys() & piece.whose.keys()
    return {k: chain.scores[k] + piece.whose[k][1] for k in both}
