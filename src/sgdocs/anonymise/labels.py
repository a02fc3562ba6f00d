"""What everybody and everything is called in the published text: by role, one label for each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.model import Group, Known, Person
from sgdocs.anonymise.resemblance import resembles_any

__all__ = ["Labels", "Style", "folded_words", "label_all", "real_words"]

_PLACES = {
    "home": "Home",
    "school": "School",
    "nursery": "Nursery",
    "surgery": "GP Surgery",
    "hospital": "Hospital",
    "childrens_home": "Children's Home",
    "custody": "Secure Setting",
    "street": "Street",
    "workplace": "Workplace",
    "religious": "Place of Worship",
    "leisure": "Leisure Place",
    "town": "Town",
}
# Taken in turn where a role is also somebody's real name.
_INSTEAD = ("Person", "Somebody", "Individual", "One of those concerned")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_HIGHEST = 20
_LONGEST_ROLE = 60


@dataclass(frozen=True, slots=True)
class Style:
    """How children are called, and what a ledger says everybody was called before."""

    child: str = "child_a"
    labels: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Labels:
    """The label of every key, and the words that take its place in a text."""

    of: Mapping[str, str]
    words: Mapping[str, str]
    unsafe: tuple[str, ...]
    """Keys whose chosen label is too like a real name or another label, so that it is not used."""


def label_all(
    known: Known, style: Style, roles: frozenset[str], variants: frozenset[str] = frozenset()
) -> Labels:
    """Give everybody and everything a label; none twice, none like a real name."""
    real = real_words(known)
    naming = _Naming(real, style.labels)
    for person in known.people:
        naming.give(person.key, person.role, numbered=person.numbered)
    owners = _owners(known)
    for place in known.places:
        role = _PLACES.get(place.kind, "Place")
        owner = owners.get(place.owner, "")
        naming.give(place.key, _owned(role, naming.of.get(owner)) if owner else role)
    for value in known.values:
        naming.give(value.key, _owned(value.kind, naming.of.get(value.owner)))
    for day in known.days:
        naming.give(day.iso, _owned(day.label, naming.of.get(day.owner)), titled=not day.loose)
    words, unsafe = _words(known, style, naming.of, _Likes(real | variants, roles))
    return Labels(naming.of, words, unsafe)


def _owners(known: Known) -> dict[str, str]:
    """Give everybody but the first child by name: the first child's town is just the town."""
    first = next((p.key for p in known.people if p.group is Group.CHILD), "")
    named = {" ".join(fold_word(p.full).split()): p.key for p in reversed(known.people)}
    return {name: key for name, key in named.items() if key != first}


def real_words(known: Known) -> frozenset[str]:
    """Give every word of a real name in the case, folded."""
    spelt = [
        text for p in known.people for text in (p.full, p.given, p.family, p.known_as, *p.aliases)
    ]
    towns = [p.name for p in known.places if p.kind == "town" and " " not in p.name]
    return frozenset(folded_words((*spelt, *towns)))


def folded_words(texts: Iterable[str]) -> Iterator[str]:
    """Give the words of texts, folded; single letters are no words."""
    for text in texts:
        for word in fold_word(text).replace("'", "").replace("-", " ").split():
            if len(bare := word.strip(".,()")) > 1:
                yield bare


class _Naming:
    """Gives labels, each once, numbered where several hold a role."""

    def __init__(self, real: frozenset[str], before: Mapping[str, str]) -> None:
        self.of: dict[str, str] = {}
        self._real = real
        self._before = before
        self._taken = {label.casefold() for label in before.values()}

    def give(self, key: str, role: str, *, numbered: bool = False, titled: bool = True) -> None:
        role = _titled(role) if titled else role
        if key not in self.of:
            self.of[key] = self._before.get(key) or self._new(key, role, numbered=numbered)
            self._taken.add(self.of[key].casefold())

    def _new(self, key: str, role: str, *, numbered: bool) -> str:
        usable = (r for r in (role, *_INSTEAD) if not self._names_anybody(r))
        role = next(usable, "X")
        number = _wished(key) if numbered else 1
        while (label := _numbered(role, number, always=numbered)).casefold() in self._taken:
            number += 1
        return label

    def _names_anybody(self, role: str) -> bool:
        words = set(folded_words([role]))
        return len(role) > _LONGEST_ROLE or bool(words & self._real)


def _wished(key: str) -> int:
    """Take the number that a short name carries, such as sibling-2."""
    tail = key.rpartition("-")[2]
    return int(tail) if tail.isdecimal() and 0 < int(tail) < _HIGHEST else 1


def _numbered(role: str, number: int, *, always: bool) -> str:
    return f"{role} {number}" if always or number > 1 else role


def _titled(role: str) -> str:
    """Write a role with capitals, as reports do; what follows a comma is left out."""
    words = role.partition(",")[0].split()
    if words[:1] in (["For"], ["for"]):
        return "Signatory"
    if words[1:] == ["partner"]:
        return " ".join(words)
    small = {"of", "for", "and", "the", "to", "in"}
    named, where, rest = " ".join(words).partition(" (")
    titled = (w if w in small else w[:1].upper() + w[1:] for w in named.split())
    return (" ".join(titled) or "Professional") + where + rest


def _owned(kind: str, owner: str | None) -> str:
    return (
        f"{owner}'s {kind[:1].lower() + kind[1:] if kind[:2].islower() else kind}"
        if owner
        else kind
    )


@dataclass(frozen=True, slots=True)
class _Likes:
    """The words a label must not be like."""

    words: frozenset[str]
    roles: frozenset[str]

    def allow(self, label: str) -> bool:
        return not resembles_any(label, self.words, self.roles)


def _words(
    known: Known, style: Style, of: Mapping[str, str], likes: _Likes
) -> tuple[dict[str, str], tuple[str, ...]]:
    words: dict[str, str] = {}
    unsafe: list[str] = []
    letters = _child_letters([p for p in known.people if p.group is Group.CHILD])
    for person in known.people:
        others = {of[k].casefold() for k in of if k != person.key}
        others |= {w.casefold() for w in words.values()}
        wish = style.words.get(person.key) or person.chosen
        if wish and (wish.casefold() in others or not likes.allow(wish)):
            unsafe.append(person.key)
            wish = ""
        words[person.key] = wish or _plain(person, of[person.key], letters)
    for place in known.places:
        label = of[place.key]
        words[place.key] = label if label[-1].isdigit() else f"the {label}"
    return words, tuple(unsafe)


def _plain(person: Person, label: str, letters: Mapping[str, str]) -> str:
    if person.group is Group.CHILD:
        return f"Child {letters[person.key]}"
    if person.group in (Group.FAMILY,) or label[-1].isdigit():
        return label
    return f"the {label}"


def _child_letters(children: list[Person]) -> dict[str, str]:
    """Give each child a letter that is none of its own initials: a letter must tell nothing."""
    letters: dict[str, str] = {}
    for child in children:
        own = {w[0].upper() for w in folded_words([child.full, child.known_as, *child.aliases])}
        free = (x for x in _LETTERS if x not in own and x not in letters.values())
        letters[child.key] = next(free)
    return letters
