"""The family as its picture needs it: who stands where, and the lines under each name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.families import Family, Generation, Person, draw
from sgdocs.papers import Figure

__all__ = ["family_pictures"]

_GENERATIONS = {
    "grandparent": Generation.GRANDPARENTS,
    **dict.fromkeys(
        ("mother", "father", "step_parent", "parents_partner", "adoptive_parent"),
        Generation.PARENTS,
    ),
    **dict.fromkeys(("foster_carer", "guardian", "aunt_or_uncle"), Generation.PARENTS),
    **dict.fromkeys(("sibling", "half_sibling", "step_sibling", "cousin"), Generation.CHILDREN),
}
_PARENTS = frozenset({"mother", "father", "adoptive_parent"})
_YES = "yes"

Entry = Mapping[str, Any]
Words = Mapping[str, str]


def family_pictures(case: Case, words: Words, content: Content) -> dict[str, Figure]:
    """Give the picture of the family, where it stays clear."""
    family = Family((*_children(case, words), *_relatives(case, words)), words)
    drawn = draw(family, content)
    return {"family": drawn} if drawn else {}


def _children(case: Case, words: Words) -> Iterator[Person]:
    for child in case.each("children"):
        parents = tuple(
            relative["id"]
            for relative in case.each("family")
            if relative["relationship"] in _PARENTS
            and child["id"] in relative.get("to_children", (child["id"],))
        )
        about = (words["family_subject"], *_days(child, words))
        person = _person(child, Generation.CHILDREN, about, words)
        yield replace(person, subject=True, parents=parents)


def _relatives(case: Case, words: Words) -> Iterator[Person]:
    several = len(case.each("children")) > 1
    names = {c["id"]: c["name"]["full"] for c in case.each("children")}
    for entry in case.each("family"):
        relation = str(entry["relationship"])
        said = entry.get("relationship_words") or words[relation]
        whose = [names[c] for c in entry.get("to_children", ()) if c in names]
        if several and whose and len(whose) < len(names):
            said = f"{said} ({', '.join(whose)})"
        lines = (said[:1].upper() + said[1:], *_days(entry, words))
        if entry.get("lives_with_child") == _YES:
            lines += (words["family_household"],)
        yield _person(entry, _GENERATIONS.get(relation, Generation.OTHERS), lines, words)


def _person(entry: Entry, generation: Generation, lines: tuple[str, ...], words: Words) -> Person:
    name = entry["name"]["full"]
    return Person(
        id=entry["id"],
        name=words["family_unnamed"] if name == "unknown" else name,
        generation=generation,
        lines=lines,
        sex=entry.get("sex", "not_known"),
        died=bool(entry.get("date_of_death")) or entry.get("harm") == "died",
        household=entry.get("lives_with_child") == _YES,
    )


def _days(entry: Entry, words: Words) -> tuple[str, ...]:
    said = (("family_born", "date_of_birth"), ("family_died_on", "date_of_death"))
    return tuple(
        f"{words[word]} {date.fromisoformat(entry[field]):%d/%m/%Y}"
        for word, field in said
        if entry.get(field)
    )
