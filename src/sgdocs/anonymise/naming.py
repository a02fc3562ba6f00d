"""One reading of a text for what has a name: what may stay, places, people, initials."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sgdocs.anonymise.chains import Chains
from sgdocs.anonymise.context import Reading, reads_as
from sgdocs.anonymise.hits import Hit, Sort, Spans
from sgdocs.anonymise.index import NameIndex
from sgdocs.anonymise.labels import Labels
from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.monograms import Monograms
from sgdocs.anonymise.namechain import Chain
from sgdocs.anonymise.openings import is_household, may_be_given, may_be_household
from sgdocs.anonymise.phrases import Phrases
from sgdocs.anonymise.placeindex import SAME, PlaceIndex
from sgdocs.anonymise.placing import Placed, place_at
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.resolving import Named, Resolver

__all__ = ["Naming", "Reference", "names_in"]

_DOUBT = "a word that may be a name"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a case's texts are read with: its names and places, what may stay, the labels."""

    index: NameIndex
    places: PlaceIndex
    likeness: Likeness
    kept: Phrases
    doubtful: Phrases
    labels: Labels
    dull: dict[str, bool] = field(default_factory=dict)
    """Words met before, and whether nothing begins with them."""


def names_in(reader: Reader, reference: Reference, taken: Spans) -> Iterator[Hit]:
    """Find everything with a name in one reading, the longest at each place."""
    yield from Naming(reader, reference, taken).found()


class Naming:
    """The reading of one text."""

    def __init__(self, reader: Reader, reference: Reference, taken: Spans) -> None:
        self._reader = reader
        self._words = reader.words
        self._reference = reference
        self._taken = taken
        self._where = reader.lists.contexts["where"]
        self._chains = Chains(reader, reference.index, reference.likeness, taken)
        self._monograms = Monograms(reader, reference.index)
        self._resolver = Resolver(reference.index, reference.labels, reader.lists)

    def found(self) -> Iterator[Hit]:
        """Give what has a name, from the first word to the last."""
        at = 0
        while at < len(self._words):
            word = self._words[at]
            if self._is_dull(at) or not self._taken.free(word.start, word.end):
                at += 1
                continue
            end, hits = self._at(at)
            yield from hits
            at = max(end, at + 1)

    def _is_dull(self, at: int) -> bool:
        """Say at once that nothing begins with an ordinary word: most of a text is such."""
        word = self._words[at]
        low = word.low
        dull = self._reference.dull.get(low)
        if dull is None:
            dull = self._reference.dull[low] = self._begins_nothing(low)
        if not dull or word.tail or word.alien:
            return False
        if word.capital and (low in self._reader.lists.kin or word.upper):
            return False
        return self._reader.folded.low[word.end : word.end + 1] != "-"

    def _begins_nothing(self, low: str) -> bool:
        lists, reference = self._reader.lists, self._reference
        if len(low) < 2 or low not in lists.common or low in lists.titles:
            return False
        if reference.kept.begins(low) or reference.doubtful.begins(low):
            return False
        stems = {low, low.removesuffix("s"), low.removesuffix("es"), SAME.get(low, low)}
        begun = (reference.places.heads, reference.index.entries)
        return not any(stem in firsts for stem in stems for firsts in begun)

    def _at(self, at: int) -> tuple[int, list[Hit]]:
        kept = self._phrase(at, self._reference.kept)
        asked = self._phrase(at, self._reference.doubtful)
        place = place_at(self._reader, self._reference.places, self._reference.likeness, at)
        chain = self._chains.at(at)
        chain_end = chain.end if chain else 0
        place_end = place.end if place else 0
        if max(kept, asked) > max(chain_end, place_end):
            return self._stays(at, kept, asked)
        if place and (place_end > chain_end or (chain and self._is_place(at, place, chain))):
            return place_end, self._placed(place)
        if chain:
            return chain_end, self._called(chain)
        if kept:
            return self._stays(at, kept, asked)
        return self._initials(at)

    def _stays(self, at: int, kept: int, asked: int) -> tuple[int, list[Hit]]:
        end = max(kept, asked)
        span = (self._words[at].start, self._words[end - 1].end)
        if asked > kept:
            return end, [Hit(*span, Sort.FLAG, reason="an agency whose name tells a place")]
        return end, [Hit(*span, Sort.KEEP)]

    def _phrase(self, at: int, phrases: Phrases) -> int:
        """Give where the longest phrase that begins with a word ends; 0 where none does."""
        size = phrases.at(self._words, at)
        near = all(self._loose(n) for n in range(at, at + size - 1))
        return at + size if size and near else 0

    def _loose(self, at: int) -> bool:
        gap = self._reader.gap(at)
        return len(gap) < 12 and not gap.strip(" -.,:&'/\n") and "\n\n" not in gap

    def _is_place(self, at: int, place: Placed, chain: Chain) -> bool:
        """Decide where one word is a place's name and somebody's."""
        if place.end < chain.end or chain.given or chain.title:
            return False
        after = self._words[place.end] if place.end < len(self._words) else None
        civic = (
            after is not None
            and after.capital
            and after.low in self._reader.lists.contexts["civic"]
        )
        if place.end - at > 1 or civic:
            return True
        return at > 0 and self._words[at - 1].low in self._where and not self._words[at].tail

    def _placed(self, place: Placed) -> list[Hit]:
        span = (place.begin, place.finish)
        key = place.place.key
        if not place.plain:
            reading = self._reading_of_place(place)
            if reading is Reading.WORD:
                return []
            if reading is Reading.DOUBT:
                return [Hit(*span, Sort.FLAG, reason="a word that may be a place")]
        labels = self._reference.labels
        return [Hit(*span, Sort.MASK, key, labels.of[key], labels.words[key])]

    def _reading_of_place(self, place: Placed) -> Reading:
        before = self._words[place.start - 1] if place.start else None
        if before and before.low in self._where and self._words[place.start].capital:
            return Reading.NAME
        reading = reads_as(self._words, place.start, place.end, self._reader.lists)
        if reading is Reading.DOUBT and before and before.low == "the":
            return Reading.NAME if len(self._words[place.start].low) > 3 else Reading.DOUBT
        return reading

    def _called(self, chain: Chain) -> list[Hit]:
        after = self._words[chain.end] if chain.end < len(self._words) else None
        span = self._span_of(chain)
        if not chain.plain and not is_household(self._reader, chain, after):
            reading = reads_as(self._words, chain.start, chain.end, self._reader.lists)
            told = reading is Reading.WORD and not may_be_household(self._reader, chain, after)
            if told and not may_be_given(self._reader, chain, after):
                return []
            if reading is not Reading.NAME:
                return [Hit(*span, Sort.FLAG, reason=_DOUBT)]
        named = self._resolver.resolve(chain, after)
        return self._hits(span, named, plural=chain.plural)

    def _span_of(self, chain: Chain) -> tuple[int, int]:
        """Give the stretch of a name; with the mark that makes it somebody's own, or an initial."""
        last = self._words[chain.end - 1]
        tail = 1 if last.tail == "'" or self._pointed(chain.end - 1) else 0
        return self._words[chain.start].start, last.end + tail

    def _pointed(self, at: int) -> bool:
        """Say whether the full stop after a word belongs to an initial and ends no sentence."""
        if len(self._words[at].low) != 1 or not self._reader.gap(at).startswith("."):
            return False
        return at + 1 < len(self._words) and not self._words[at + 1].capital

    def _hits(self, span: tuple[int, int], named: Named, *, plural: bool = False) -> list[Hit]:
        owned = self._reader.folded.low[span[1] - 1] == "'"
        words = f"{named.words}'s" if owned else named.words
        mask = Hit(*span, Sort.MASK, named.key, named.label, words)
        if not named.doubt or plural:
            return [mask]
        return [mask, Hit(*span, Sort.FLAG, named.key, reason=named.doubt)]

    def _initials(self, at: int) -> tuple[int, list[Hit]]:
        found = self._monograms.at(at)
        if not found.keys:
            return found.end, []
        span = (self._words[at].start, self._words[found.end - 1].end)
        if found.other:
            flag = Hit(*span, Sort.FLAG, reason="letters that may be initials")
            return found.end, [flag] * found.person
        return found.end, self._hits(span, self._resolver.person(found.keys))
