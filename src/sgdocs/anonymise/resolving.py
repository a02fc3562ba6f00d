"""Whose a name is, of all those who bear it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sgdocs.anonymise.index import NameIndex
from sgdocs.anonymise.labels import Labels
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Group, Person
from sgdocs.anonymise.namechain import Chain
from sgdocs.anonymise.tokens import Token
from sgdocs.anonymise.variants import Part

__all__ = ["Named", "Resolver"]

_GROWN = frozenset({"mr", "mrs", "ms", "sir", "dr", "mister", "madam"})
_ORDER = (Group.CHILD, Group.FAMILY, Group.OTHER, Group.PROFESSIONAL)
_YOUNG = ("Sibling", "Half-sibling", "Step-sibling", "Cousin")


@dataclass(frozen=True, slots=True)
class Named:
    """Whose a name is, what it is called, and why a person should look."""

    key: str
    label: str
    words: str
    doubt: str = ""


class Resolver:
    """Decides whose a name is."""

    def __init__(self, index: NameIndex, labels: Labels, lists: WordLists) -> None:
        self._lists = lists
        self._people: Mapping[str, Person] = index.people
        self._labels = labels
        self._families = _families(index)

    def resolve(self, chain: Chain, after: Token | None) -> Named:
        """Say whose the name is: the surest bearer's, the one's the title fits, or a family's."""
        surname_only = not chain.given and not chain.title
        if chain.couple or (chain.plural and not chain.given):
            return self._family(chain)
        if surname_only and after and after.low in self._lists.contexts["household"]:
            return self._family(chain)
        keys = self._fitting(chain)
        if len(keys) == 1:
            doubt = "a name joined with one that is nobody's in the case" * chain.stranger
            doubt = doubt or "another's name, or one of the case misspelt" * chain.unsure
            return self._one(keys[0], doubt)
        if not chain.given:
            return self._family(chain)
        return self._either(keys)

    def person(self, keys: tuple[str, ...]) -> Named:
        """Say whose some initials are."""
        closest = self._closest(list(keys))
        return self._one(closest[0]) if len(closest) == 1 else self._either(closest)

    def _fitting(self, chain: Chain) -> list[str]:
        scores = dict(chain.scores)
        fits = [k for k in scores if self._fits_title(self._people[k], chain.title)]
        if chain.title and fits:
            scores = {k: scores[k] for k in fits}
        best = max(scores.values())
        surest = [k for k in scores if scores[k] == best]
        return self._closest(surest) if len(surest) > 1 and chain.given else surest

    def _fits_title(self, person: Person, title: str) -> bool:
        if title in self._lists.contexts["her-titles"] and person.sex == "male":
            return False
        if title in self._lists.contexts["his-titles"] and person.sex == "female":
            return False
        young = person.group is Group.CHILD or person.role in _YOUNG
        if title in _GROWN and young:
            return False
        if title == "dr":
            return person.group is Group.PROFESSIONAL or person.title.strip(".").lower() == "dr"
        return True

    def _closest(self, keys: list[str]) -> list[str]:
        """Prefer the child and its family to officers of the same name."""
        first = min(_ORDER.index(self._people[k].group) for k in keys)
        return [k for k in keys if _ORDER.index(self._people[k].group) == first]

    def _one(self, key: str, doubt: str = "") -> Named:
        return Named(key, self._labels.of[key], self._labels.words[key], doubt)

    def _either(self, keys: list[str]) -> Named:
        ordered = sorted(keys, key=list(self._people).index)
        label = " or ".join(self._labels.of[k] for k in ordered)
        words = " or ".join(self._labels.words[k] for k in ordered)
        return Named("|".join(ordered), label, words, "two people in the case have this name")

    def _family(self, chain: Chain) -> Named:
        """Give a family together one label, the same wherever its name stands alone."""
        bearers = [k for k in self._people if k in chain.scores]
        kin = [k for k in bearers if k in self._families]
        if not kin:
            return self._one(bearers[0]) if len(bearers) == 1 else self._either(bearers)
        head = self._families[kin[0]]
        person = self._people[head]
        label = "Family" if person.group is Group.CHILD else f"{self._labels.of[head]}'s Family"
        return Named(f"family:{head}", label, f"the {label}" if label == "Family" else label)


def _families(index: NameIndex) -> dict[str, str]:
    """Give for everybody who is no officer the first of those who share a family name."""
    kin = [k for k, p in index.people.items() if p.group is not Group.PROFESSIONAL]
    head = {k: k for k in kin}
    for entries in index.entries.values():
        for entry in entries:
            bearers = [k for k in kin if k in entry.whose and entry.whose[k][0] == Part.FAMILY]
            together = {head[k] for k in bearers}
            first = next((k for k in kin if k in together), "")
            head |= {k: first for k, h in head.items() if h in together}
    return head
