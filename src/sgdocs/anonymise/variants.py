"""Every form in which a person's name may stand in a text, part by part."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Person
from sgdocs.anonymise.respelling import SPELT_OUT, plain_words, respelt, spellings

__all__ = ["PET_FORM", "RESPELT", "Form", "Part", "forms_of", "split_name"]

_LEAST = 2
PET_FORM = 4
RESPELT = 7


class Part:
    """Which part of a name a form is."""

    GIVEN = "given"
    FAMILY = "family"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Form:
    """Some words that stand for a part of somebody's name, and how surely."""

    words: tuple[str, ...]
    part: str
    strength: int


@dataclass(frozen=True, slots=True)
class SplitName:
    """A person's names by part, folded, as tuples of words."""

    firsts: tuple[tuple[str, ...], ...]
    middles: tuple[tuple[str, ...], ...]
    family: tuple[str, ...]
    hyphened: bool
    aliases: tuple[tuple[str, ...], ...]


def split_name(person: Person, lists: WordLists) -> SplitName:
    """Split a person's name into its parts."""
    words = person.full.split()
    while len(words) > _LEAST and _bare(words[0]) in lists.titles:
        words = words[1:]
    family = person.family.split() or _last_of(words, lists)
    ahead = words[: -len(family)] if words[-len(family) :] == family else words[:-1]
    given = person.given.split() or ahead
    firsts = [plain_words(given[0])] if given else []
    if person.known_as:
        firsts.append(plain_words(person.known_as))
    return SplitName(
        tuple(firsts),
        tuple(plain_words(w) for w in given[1:]),
        tuple(chain.from_iterable(plain_words(w) for w in family)),
        any("-" in fold_word(w) for w in family),
        tuple(plain_words(a) for a in person.aliases),
    )


def _last_of(words: list[str], lists: WordLists) -> list[str]:
    """Give the family name where the file does not part it: the last word and its particles."""
    at = len(words) - 1
    if at < 1:
        return []
    while at > 1 and _bare(words[at - 1]) in lists.contexts["particles"]:
        at -= 1
    return words[at:]


def _bare(word: str) -> str:
    return fold_word(word).strip(".,").replace("'", "")


def forms_of(person: Person, lists: WordLists) -> Iterator[Form]:
    """Give the forms of a person's name, the surest first."""
    name = split_name(person, lists)
    seen: set[tuple[tuple[str, ...], str]] = set()
    for form in chain(
        _family_forms(person, name, lists),
        _given_forms(person, name, lists),
        _alias_forms(name, lists),
    ):
        if all(word in lists.kin for word in form.words):
            continue
        lone = len(form.words) == 1 and (
            form.words[0] in lists.contexts["no-names"] or len(form.words[0]) < _LEAST
        )
        if form.words and not lone and (form.words, form.part) not in seen:
            seen.add((form.words, form.part))
            yield form


def _family_forms(person: Person, name: SplitName, lists: WordLists) -> Iterator[Form]:
    family = name.family
    if not family:
        return
    for words in _joined(family):
        yield Form(words, Part.FAMILY, 8)
    for words in respelt(family, person.family or person.full.split()[-1], lists):
        yield Form(words, Part.FAMILY, RESPELT)
    if family[0] in lists.contexts["particles"] and len(family) > 1:
        yield Form(family[1:], Part.FAMILY, 6)
    elif name.hyphened or len(family) > 1:
        yield from (
            Form((half,), Part.FAMILY, 6)
            for half in family
            if half not in lists.contexts["particles"]
        )


def _joined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if len(words) > 1:
        yield ("".join(words),)


def _given_forms(person: Person, name: SplitName, lists: WordLists) -> Iterator[Form]:
    for first in name.firsts:
        for words in _joined(first):
            yield Form(words, Part.GIVEN, 10)
        if len(first) > 1:
            yield from (Form((half,), Part.GIVEN, 6) for half in first)
    written = person.given or person.full
    spelt_out = plain_words(written.lower().translate(SPELT_OUT))[:1]
    if spelt_out[:1] not in [(t,) for t in lists.titles]:
        yield Form(spelt_out, Part.GIVEN, 8)
    for first in name.firsts:
        for word in first:
            yield from (Form((w,), Part.GIVEN, RESPELT) for w in spellings(word, lists))
            yield from (Form((w,), Part.GIVEN, PET_FORM) for w in _short_forms(word, lists))
    for middle in name.middles:
        yield Form(middle, Part.GIVEN, 5)
    yield from _run_together(name)


def _run_together(name: SplitName) -> Iterator[Form]:
    """Give FreyaBright and FreyaMai."""
    for first in name.firsts:
        for rest in (name.family, *name.middles):
            if rest:
                yield Form(("".join((*first, *rest)),), Part.WHOLE, 12)


def _short_forms(word: str, lists: WordLists) -> Iterator[str]:
    """Give the pet forms of a name, and the full names it may be the pet form of."""
    alike = {word, *spellings(word, lists)}
    for full, *short in lists.short_forms:
        if full in alike:
            yield from short
        elif word in short:
            yield full


def _alias_forms(name: SplitName, lists: WordLists) -> Iterator[Form]:
    for alias in name.aliases:
        if len(alias) < 2:
            yield Form(alias, Part.GIVEN, 10)
            continue
        yield Form(alias, Part.WHOLE, 20)
        yield Form(("".join(alias),), Part.WHOLE, 12)
        if alias[0] not in lists.common or alias[0] in lists.leans:
            yield Form(alias[:1], Part.GIVEN, 6)
        yield Form(alias[-1:], Part.FAMILY, 5)
