"""The masker: a case's names and word lists made ready once, then one text after another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sgdocs.anonymise.calendar_dates import DateFinder
from sgdocs.anonymise.dating import KnownDays, ages, days_in, known_days
from sgdocs.anonymise.figures import KnownFigures, figures_of, known_figures
from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.grammar import fitted
from sgdocs.anonymise.hits import Hit, Sort, Spans
from sgdocs.anonymise.index import index_names, variant_words
from sgdocs.anonymise.labels import Labels, Style, folded_words, label_all
from sgdocs.anonymise.likeness import Likeness
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Flag, Known, Mask, Masked
from sgdocs.anonymise.naming import Reference, names_in
from sgdocs.anonymise.phrases import phrases_of
from sgdocs.anonymise.placeindex import index_places
from sgdocs.anonymise.rarities import rare_facts
from sgdocs.anonymise.reader import Reader, read
from sgdocs.anonymise.resemblance import resembles_any
from sgdocs.anonymise.shapes import KnownNet, net_names, net_of, numbers_by_shape
from sgdocs.anonymise.unknowns import unknowns
from sgdocs.errors import InputRefused

__all__ = ["LONGEST", "Masker", "masker_of", "safe_label", "taken_words"]

LONGEST = 4_000_000
_DEFINED = re.compile(r"\(([A-Z][A-Za-z&]{1,7})\)")
_LONG_FORM = 90
_LONGEST_LABEL = 60
_MARKS = "*_~`"


@dataclass(frozen=True, slots=True)
class Masker:
    """Masks texts of one case."""

    lists: WordLists
    labels: Labels
    reference: Reference
    figures: KnownFigures
    net: KnownNet
    days: KnownDays
    finder: DateFinder
    short_names: frozenset[str]

    def mask(self, text: str) -> Masked:
        """Say what is masked in a text, and what a person has to decide about."""
        if len(text) > LONGEST:
            raise InputRefused(
                f"the text has more than {LONGEST:,} characters.", remedy="Split it into parts."
            )
        reader = read(text, self.lists)
        hits = list(self._hits(reader))
        masks = [h for h in hits if h.sort is Sort.MASK]
        flags = [h for h in hits if h.sort is Sort.FLAG]
        return Masked(tuple(_masks(reader, masks)), tuple(_flags(reader, flags)))

    def _hits(self, reader: Reader) -> Iterator[Hit]:
        low = reader.folded.low
        taken = Spans(len(low))
        yield from _first(_longest(known_figures(reader.folded, self.figures, self.labels)), taken)
        yield from _first(
            map(self._named, net_names(low, self.net, self.labels), repeat(low)), taken
        )
        yield from _first(_longest(days_in(low, self.finder, self.days, self.labels)), taken)
        yield from _first(_longest(ages(low)), taken)
        yield from _first(names_in(reader, self.reference, taken), taken)
        by_shape = numbers_by_shape(reader.folded, self.figures, self.lists, self.labels)
        yield from _first(_longest(by_shape), taken)
        yield from _first(
            unknowns(reader, taken, self._defined(reader), self.reference.index.entries), taken
        )
        yield from _longest(rare_facts(reader, taken))

    def _named(self, hit: Hit, low: str) -> Hit:
        """Mask an address or online name that holds somebody's name."""
        if hit.sort is not Sort.FLAG:
            return hit
        shown = low[hit.start : hit.end]
        if not any(
            name in shown
            for name in self.reference.index.words
            if len(name) > 3 and name not in self.lists.common
        ):
            return hit
        label = "E-mail address" if "@" in shown[1:] else "Online name"
        return Hit(hit.start, hit.end, Sort.MASK, label, label, f"[{label}]")

    def _defined(self, reader: Reader) -> frozenset[str]:
        """Give the short forms the text itself explains: Multi-Disciplinary Team (MDT)."""
        found = set(self.short_names)
        for match in _DEFINED.finditer(reader.folded.cased):
            short = match[1].lower().replace("&", "")
            ahead = reader.folded.low[max(0, match.start() - _LONG_FORM) : match.start()]
            words = re.findall(r"[a-z]+", re.split(r"[.;:()\n]{2}|[.;:()]", ahead)[-1])
            if self._explains(words, short) and short not in self.reference.index.initials:
                found.add(short)
        return frozenset(found)

    def _explains(self, words: list[str], short: str) -> bool:
        """Say whether ordinary words begin with these letters."""
        for size in range(len(short), min(len(short) + 3, len(words)) + 1):
            last = words[-size:]
            initials = iter("".join(w[0] for w in last))
            if last[0][0] == short[0] and all(letter in initials for letter in short):
                return all(w in self.lists.common or w in self.lists.capitals for w in last)
        return False


def masker_of(known: Known, lists: WordLists, style: Style) -> Masker:
    """Make a masker ready for a case."""
    index = index_names(known.people, lists)
    places = index_places(known.places, lists)
    labels = label_all(known, style, lists.contexts["labels"], variant_words(index, lists))
    chosen = (w for k, w in labels.words.items() if k not in labels.unsafe)
    kept = [_flat(name) for name in (*known.kept, *lists.phrases, *chosen)]
    reference = Reference(
        index,
        places,
        Likeness(index.words | places.words, lists),
        phrases_of(kept),
        phrases_of(_flat(name) for name in known.doubtful),
        labels,
    )
    return Masker(
        lists,
        labels,
        reference,
        figures_of(known.values),
        net_of(known.values, frozenset(fold_word(k) for k in known.kept if "@" in k)),
        known_days(known.days),
        DateFinder(lists),
        frozenset(
            "".join(w[0] for w in _flat(name)) for name in known.kept if len(name.split()) > 1
        ),
    )


def taken_words(masker: Masker) -> frozenset[str]:
    """Give the words no made-up name may be like: of real names, and of labels given before."""
    said = (*masker.labels.words.values(), *masker.labels.of.values())
    roles = masker.lists.contexts["labels"]
    own = {w for w in folded_words(said) if w not in roles}
    return variant_words(masker.reference.index, masker.lists) | own


def safe_label(label: str, masker: Masker) -> bool:
    """Say whether a label may be used: not like a real name, in letters that can be printed."""
    usable = label.isprintable() and 0 < len(label.strip()) <= _LONGEST_LABEL
    roles = masker.lists.contexts["labels"]
    return usable and not resembles_any(
        label, variant_words(masker.reference.index, masker.lists), roles
    )


def _flat(name: str) -> tuple[str, ...]:
    plain = re.sub(r"[^\w']+", " ", fold_word(name)).replace("'", "").replace("_", " ")
    return tuple(plain.split())


def repeat(value: str) -> Iterator[str]:
    """Give the same again and again."""
    while True:
        yield value


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda h: (h.start, -h.end))


def _first(hits: Iterable[Hit], taken: Spans) -> Iterator[Hit]:
    """Let through what lies where nothing was found yet; a doubt about a mask goes with it."""
    last: Hit | None = None
    for hit in hits:
        doubt = hit.sort is Sort.FLAG and hit.key and last is not None and hit.key == last.key
        if doubt or taken.free(hit.start, hit.end):
            taken.take(hit.start, hit.end)
            last = hit
            yield hit


def _masks(reader: Reader, hits: list[Hit]) -> Iterator[Mask]:
    for hit in sorted(hits, key=lambda h: h.start):
        start, end = _with_marks(reader.text, *reader.folded.span(hit.start, hit.end))
        yield Mask(start, end, hit.label, fitted(hit, reader.text[max(0, start - 40) : start]))


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the other half of a mark of emphasis that lies inside a name."""
    for mark in _MARKS:
        if text.count(mark, start, end) and text[start - 1 : start] == mark:
            while start and text[start - 1] == mark:
                start -= 1
        elif text.count(mark, start, end) and text[end : end + 1] == mark:
            while end < len(text) and text[end] == mark:
                end += 1
    return start, end


def _flags(reader: Reader, hits: list[Hit]) -> Iterator[Flag]:
    seen: set[tuple[int, int, str]] = set()
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        span = reader.folded.span(hit.start, hit.end)
        if (*span, hit.reason) not in seen:
            seen.add((*span, hit.reason))
            yield Flag(*span, hit.reason)
