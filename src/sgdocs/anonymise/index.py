"""Everybody's names under their first word, so that a text is read once, whoever is in the case."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sgdocs.anonymise.initials import Initials, initials_of
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Group, Person
from sgdocs.anonymise.variants import PET_FORM, RESPELT, Part, forms_of

__all__ = ["Entry", "NameIndex", "index_names", "variant_words"]

_SHORT = 3


@dataclass(slots=True)
class Entry:
    """Words that are a part of names, and whose: for each person the part and how surely."""

    words: tuple[str, ...]
    whose: dict[str, tuple[str, int]] = field(default_factory=dict)
    wordlike: bool = False
    """Whether the words are ordinary English too, so that the context has to say."""
    short: bool = False
    """Whether the word is so short that only a capital makes it a name."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The forms of all names by their first word; initials; everybody by key."""

    entries: Mapping[str, tuple[Entry, ...]]
    initials: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, Initials]
    people: Mapping[str, Person]
    words: frozenset[str]
    """Single words of names that are no ordinary words: what a slip of the pen is compared with."""


def index_names(people: Iterable[Person], lists: WordLists) -> NameIndex:
    """Put everybody's names in order."""
    everybody = {p.key: p for p in people}
    entries: dict[tuple[str, ...], Entry] = {}
    for key, person in everybody.items():
        for form in forms_of(person, lists):
            entry = entries.setdefault(form.words, Entry(form.words))
            before = entry.whose.get(key)
            if before is None or before[1] < form.strength:
                entry.whose[key] = (form.part, form.strength)
    for entry in entries.values():
        entry.wordlike = all(_ordinary(w, lists) for w in entry.words)
        entry.short = len(entry.words) == 1 and len(entry.words[0]) <= _SHORT
    letters = {key: initials_of(p, lists) for key, p in everybody.items()}
    return NameIndex(
        _by_first(entries.values()),
        _initials(everybody, letters),
        letters,
        everybody,
        frozenset(w for e in entries.values() if _own(e) for w in e.words if len(w) > _SHORT),
    )


def variant_words(index: NameIndex, lists: WordLists) -> frozenset[str]:
    """Give every word of every form of the names: no made-up name may be like one of them."""
    every = (entry for entries in index.entries.values() for entry in entries)
    own = {w for entry in every for w in entry.words if len(w) > 1}
    alike = (w for group in lists.short_forms if own.intersection(group) for w in group)
    return frozenset({*own, *alike})


def _own(entry: Entry) -> bool:
    """Say whether the case file has these words: not pet forms and other spellings of them."""
    return any(
        part != Part.WHOLE and strength not in (PET_FORM, RESPELT)
        for part, strength in entry.whose.values()
    )


def _ordinary(word: str, lists: WordLists) -> bool:
    return word in lists.common or word in lists.capitals or word in lists.kin


def _by_first(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.words[0]].append(entry)
    return {
        first: tuple(sorted(some, key=lambda e: -len(e.words))) for first, some in found.items()
    }


def _initials(
    people: Mapping[str, Person], letters: Mapping[str, Initials]
) -> dict[str, tuple[str, ...]]:
    """Give whose initials some letters are: of officers too, where nobody else's they are."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for close in (True, False):
        for key, own in letters.items():
            if (people[key].group is not Group.PROFESSIONAL) is close:
                for together in own.together:
                    if close or not found[together]:
                        found[together].append(key)
    return {together: tuple(keys) for together, keys in found.items() if keys}
