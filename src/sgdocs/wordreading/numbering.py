"""Numbers of lists: one that counts on from another is the same list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from sgdocs.opening import parse_xml
from sgdocs.wordreading.names import W, attribute, child

__all__ = ["Numbers", "counted_on", "list_numbers"]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The list that each number belongs to, and the numbers that begin to count anew."""

    patterns: Mapping[str, str] = field(default_factory=dict)
    restarting: frozenset[str] = frozenset()


@lru_cache(maxsize=32)
def list_numbers(part: bytes, where: str) -> Numbers:
    """Read what a Word file says of its lists; papers of one template say the same."""
    uses = parse_xml(part, where, ours=True).findall(f"{W}num")
    return Numbers(
        {attribute(use, "numId"): attribute(child(use, "abstractNumId")) for use in uses},
        frozenset(
            attribute(use, "numId")
            for use in uses
            if child(use, "lvlOverride", "startOverride") is not None
        ),
    )


def counted_on(body: etree._Element, numbers: Numbers) -> None:
    """Give entries that count on the number of the list they belong to.

    LibreOffice begins a list with one number, which restarts the count, and goes on with another.
    """
    begun: dict[str, str] = {}
    for entry in body.iter(f"{W}numId") if numbers.patterns else ():
        number = attribute(entry)
        pattern = numbers.patterns.get(number, number)
        if number in numbers.restarting:
            begun[pattern] = number
        entry.set(f"{W}val", begun.get(pattern, number))
