"""What a published file may say: the reviewer's name, the partnership's own words, its agencies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.gate.folding import folded, squashed

__all__ = ["Public", "public_of"]

_LOCAL = frozenset({"school", "nursery", "college", "general_practice"})
"""Agencies whose names say where a child lives."""


@dataclass(frozen=True, slots=True)
class Public:
    """Phrases that may be published, and the same without gaps to compare names with."""

    phrases: tuple[str, ...]
    plain: frozenset[str]

    def holds(self, text: str) -> bool:
        """Say whether this very name may be published."""
        return _plain(text) in self.plain

    def mentions(self, text: str) -> bool:
        """Say whether the words stand in one that may be published, such as the office's town."""
        words = f" {_spaced(text)} "
        return any(words in f" {_spaced(p)} " for p in self.phrases)


def public_of(case: Mapping[str, Any], office: tuple[str, ...] = ()) -> Public:
    """Gather what may be published, from the case and from the office's own letterhead."""
    named = tuple(_named(case))
    private = {_plain(name) for name in _places(case)} - {_plain(name) for name in named}
    agencies = tuple(n for n in _agencies(case) if _plain(n) not in private)
    phrases = tuple(p for p in (*named, *office, *_areas(case), *agencies) if _plain(p))
    return Public(phrases, frozenset(map(_plain, phrases)))


def _named(case: Mapping[str, Any]) -> Iterator[str]:
    yield from case.get("may_be_published", ())
    reviewer = case.get("review", {}).get("reviewer", {})
    if reviewer.get("name"):
        yield reviewer["name"]
    full = reviewer.get("contact", {}).get("name", {}).get("full")
    if full:
        yield full


def _areas(case: Mapping[str, Any]) -> Iterator[str]:
    areas = case.get("authorities", {})
    yield from (areas[k] for k in ("incident", "lead_partnership") if areas.get(k))


def _agencies(case: Mapping[str, Any]) -> Iterator[str]:
    for agency in case.get("agencies", ()):
        if agency.get("kind") not in _LOCAL:
            yield agency["name"]


def _places(case: Mapping[str, Any]) -> Iterator[str]:
    for place in case.get("places", ()):
        yield place["name"]
    for child in case.get("children", ()):
        yield from (n for n in (child.get("school", {}).get("name"),) if n)
        yield from (n for n in (child.get("gp", {}).get("practice"),) if n)
    for agency in case.get("agencies", ()):
        if agency.get("kind") in _LOCAL:
            yield agency["name"]


def _plain(text: str) -> str:
    return squashed(folded(text).lower())


def _spaced(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in folded(text).lower()).split())
