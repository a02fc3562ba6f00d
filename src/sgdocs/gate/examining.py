"""Examine the final bytes of one file: open, read every channel, search, and say where."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from sgdocs.gate import limits
from sgdocs.gate.evidence import Evidence, Inner
from sgdocs.gate.model import Atom, Code, Examined, Found, Manner, Passage
from sgdocs.gate.readers import kind_of, read_into
from sgdocs.gate.searching import search
from sgdocs.gate.seeking import Needles
from sgdocs.gate.text import BARRIER, SPLIT
from sgdocs.gate.undoing import undone

__all__ = ["examine"]

_WITHHELD = "a place whose name is withheld"


def examine(
    name: str, data: bytes, needles: Needles, signed: Collection[str] = frozenset()
) -> Examined:
    """Examine a file; `signed` are the fingerprints of pictures a person has looked at."""
    fingerprint, kind = sha256(data).hexdigest(), kind_of(name, data)
    evidence = Evidence()
    evidence.say("file name", "", name, Manner.LABEL)
    if len(data) > limits.FILE:
        evidence.refuse(Code.TOO_LARGE, "file")
    else:
        _read(name, data, evidence)
    found = [*evidence.found, *_searched(evidence, needles), *_unsigned(evidence, signed)]
    shown = _shown(name, needles)
    told = tuple(dict.fromkeys(_without_names(f, needles) for f in found))
    return Examined(shown, kind, fingerprint, told, tuple(dict.fromkeys(evidence.pictures)))


def _read(name: str, data: bytes, evidence: Evidence) -> None:
    """Read a file, and the files within it, so many deep."""
    read_into(name, data, "", evidence)
    level = evidence
    for _ in range(limits.DEPTH):
        within, level = level.inner, Evidence()
        for inner in within:
            _read_inner(inner, level)
        _take_over(level, evidence)
        if not level.inner:
            return
    evidence.refuse(Code.TOO_LARGE, "file", "files within files")


def _read_inner(inner: Inner, level: Evidence) -> None:
    """Read a file within a file; whatever is found in it came by its channel."""
    own = Evidence()
    own.say(inner.channel, inner.name, inner.name, Manner.LABEL)
    read_into(inner.name, inner.data, f"{inner.name}/", own)
    for passage in own.passages:
        atoms = tuple((inner.channel, text) for _, text in passage.atoms)
        level.passages.append(replace(passage, atoms=atoms))
    level.found += [replace(f, channel=inner.channel) for f in own.found]
    level.pictures += own.pictures
    level.inner += [replace(i, channel=inner.channel) for i in own.inner]


def _take_over(level: Evidence, evidence: Evidence) -> None:
    evidence.passages += level.passages
    evidence.found += level.found
    evidence.pictures += level.pictures


def _searched(evidence: Evidence, needles: Needles) -> Iterator[Found]:
    total = sum(len(text) for p in evidence.passages for _, text in p.atoms)
    if total > limits.TEXT:
        yield Found(Code.TOO_LARGE, "text")
        return
    said = [*evidence.passages, *(u for p in evidence.passages for u in undone(p))]
    for passage in _together(tuple(_new(said))):
        yield from search(passage, needles)


def _new(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Leave out what says the same, word for word, as another reading of the same place."""
    seen: set[tuple[object, ...]] = set()
    for passage in passages:
        words = "".join(text for _, text in passage.atoms).split()
        channels = frozenset(channel for channel, _ in passage.atoms)
        said = (passage.place, passage.manner, channels, *words)
        if said not in seen:
            seen.add(said)
            yield passage


def _together(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Put passages of one manner together, a barrier between them: one search is soon done."""
    for manner in Manner:
        atoms = [
            atom
            for passage in passages
            if passage.manner is manner
            for atom in (*_placed(passage), ("", BARRIER))
        ]
        if atoms:
            yield Passage("", tuple(atoms), manner)


def _placed(passage: Passage) -> Iterator[Atom]:
    for channel, text in passage.atoms:
        yield f"{channel}{SPLIT}{passage.place}", text


def _unsigned(evidence: Evidence, signed: Collection[str]) -> Iterator[Found]:
    for picture in evidence.pictures:
        if picture.sha256 not in signed:
            yield Found(Code.PICTURE, "picture", picture.place)


def _without_names(found: Found, needles: Needles) -> Found:
    """A place may be called by what must not be said: its name is withheld then."""
    return replace(found, place=_shown(found.place, needles)) if found.place else found


def _shown(name: str, needles: Needles) -> str:
    passage = Passage("", (("", name),), Manner.LABEL)
    return _WITHHELD if any(search(passage, needles)) else name
