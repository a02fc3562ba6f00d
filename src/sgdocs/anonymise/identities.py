"""Everything a case file holds that says who is meant: people, places, numbers, dates."""

from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.anonymise.contacts import contacts_of, signers_of
from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Group, Known, KnownDay, Person
from sgdocs.anonymise.relations import role_of_family, role_of_other
from sgdocs.anonymise.values import days_of, values_of
from sgdocs.anonymise.whereabouts import agencies_kept, places_of
from sgdocs.casefile import Case

__all__ = ["known_of"]

Data = Mapping[str, Any]

_LONGEST_NAME = 4


def known_of(case: Case, lists: WordLists, also_kept: tuple[str, ...] = ()) -> Known:
    """Gather what identifies anybody in a case, and what may stay."""
    published = _published(case)
    people = tuple(_once(_people(case, lists), {fold_word(name) for name in published}))
    places = tuple(places_of(case))
    kept, doubtful = agencies_kept(case, places)
    days: tuple[KnownDay, ...] = tuple(days_of(case))
    return Known(
        people=people,
        places=places,
        values=tuple(values_of(case, people)),
        days=days,
        kept=(*published, *_parts_of(published), *kept, *also_kept),
        doubtful=doubtful,
    )


def _published(case: Case) -> tuple[str, ...]:
    """Give the names that published papers may carry: the reviewer's, and whoever is listed."""
    reviewer = case.get("review.reviewer.name")
    named = dict.fromkeys(n for n in (reviewer, *case.data.get("may_be_published", ())) if n)
    return tuple(named)


def _parts_of(published: tuple[str, ...]) -> Iterator[str]:
    """Give the family and given names of those who may be named, where they stand alone."""
    for name in published:
        words = name.split()
        if 1 < len(words) <= _LONGEST_NAME:
            yield from (words[-1], words[0])


def _people(case: Case, lists: WordLists) -> Iterator[Person]:
    for child in case.each("children"):
        yield _person(child, Group.CHILD, "Child")
        if doctor := child.get("gp", {}).get("name"):
            key = f"{child['id']}.gp"
            yield Person(key, Group.PROFESSIONAL, "GP", full=doctor)
    for member in case.each("family"):
        role, numbered = role_of_family(member)
        yield _person(member, Group.FAMILY, role, numbered=numbered)
    for other in case.each("other_people"):
        role, numbered = role_of_other(other)
        yield _person(other, Group.OTHER, role, numbered=numbered)
    for worker in case.each("professionals"):
        role = str(worker.get("job_title", "Professional"))
        yield _person(worker, Group.PROFESSIONAL, role)
    yield from contacts_of(case)
    yield from signers_of(case, lists)


def _person(entry: Data, group: Group, role: str, *, numbered: bool = False) -> Person:
    name = entry["name"]
    return Person(
        key=entry["id"],
        group=group,
        role=role,
        full=name["full"],
        given=name.get("given", ""),
        family=name.get("family", ""),
        known_as=name.get("known_as", ""),
        title=name.get("title", ""),
        aliases=tuple(name.get("aliases", ())),
        sex=entry.get("sex", ""),
        numbered=numbered,
        chosen=entry.get("labels", {}).get("label", ""),
    )


def _once(people: Iterator[Person], published: set[str]) -> Iterator[Person]:
    """Give everybody once, whatever number of places name them; nobody who may be named."""
    seen: set[str] = set()
    for person in people:
        name = " ".join(fold_word(person.full).split())
        if name in {"unknown", "not known", ""} or name in published:
            continue
        if person.group is Group.PROFESSIONAL and name in seen:
            continue
        seen.add(name)
        yield person
