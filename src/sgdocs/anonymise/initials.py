"""The letters somebody's names begin with, and how they stand together for the whole name."""

from collections.abc import Iterable
from dataclasses import dataclass

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Person
from sgdocs.anonymise.variants import split_name

__all__ = ["Initials", "initials_of"]


@dataclass(frozen=True, slots=True)
class Initials:
    """The letters a person's names begin with."""

    given: frozenset[str]
    family: frozenset[str]
    together: frozenset[str]
    middle: frozenset[str]


def initials_of(person: Person, lists: WordLists) -> Initials:
    """Give a person's initials, apart and together: FB, FMB, OFE."""
    name = split_name(person, lists)
    given = {f[0][0] for f in (*name.firsts, *name.aliases[:0]) if f}
    family = set(_family_initials(name.family, person, lists))
    family |= {alias[-1][0] for alias in name.aliases if len(alias) > 1}
    middles = "".join(m[0][0] for m in name.middles if m)
    first_all = {"".join(w[0] for w in f) for f in name.firsts if f} | given
    together = {g + m + f for g in first_all for f in family for m in {"", middles}}
    return Initials(frozenset(given), frozenset(family), frozenset(together), frozenset(middles))


def _family_initials(family: tuple[str, ...], person: Person, lists: WordLists) -> Iterable[str]:
    if not family:
        return
    yield family[0][0]
    parts = [w for w in family if w not in lists.contexts["particles"]]
    if len(family) > 1:
        yield "".join(w[0] for w in family)
        yield from (w[0] for w in parts[:1])
    written = fold_word(person.family or person.full.split()[-1])
    if written.startswith("o'") and len(written) > 2:
        yield "o" + written[2]
    if written.startswith("mc") and len(written) > 2:
        yield "mc" + written[2]
