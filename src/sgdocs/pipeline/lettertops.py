"""What a letter says at its top: to whom it goes, from whom, and what goes with it."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from sgdocs.checking import RULES, Finding, Use
from sgdocs.errors import SgdocsError
from sgdocs.letters import Letter
from sgdocs.procedure import Artefact
from sgdocs.reading import read_words
from sgdocs.spelling import nearest

__all__ = ["about", "refused", "top_faults"]

_NUMBER = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)+")
_LINE = re.compile(r"(?:, line |:)(\d+)")


def about(  # noqa: PLR0913 - a finding has many parts, and most are left out
    file: str, rule: str, message: str, *, line: int = 0, path: str = "", suggestion: str = ""
) -> Finding:
    """Make a finding about a file as a whole, or one of its lines."""
    place = ("body", "", "", line, "")
    return Finding(rule, RULES[rule].severity, file, *place, path, message, suggestion)


def refused(file: str, refusal: SgdocsError, rule: str = "refused") -> Finding:
    """Tell of a file the program will not take, as it would itself."""
    line = _LINE.search(refusal.where)
    message = " ".join(filter(None, (refusal.what, refusal.remedy))).removesuffix(".")
    return about(file, rule, message, line=int(line[1]) if line else 0)


def top_faults(
    letter: Letter, use: Use, artefacts: Iterable[Artefact], path: Path
) -> Iterator[Finding]:
    """Say which roles and papers at the top of a letter are none."""
    known = {role for p in use.procedures for role in p.roles} | _spoken_of(use)
    for key, named in (("to", letter.to), ("from", (letter.sender,) if letter.sender else ())):
        for role in named:
            if role not in known:
                message = f"no procedure that uses this letter knows the role “{role}”"
                yield _at(letter, path, key, ("unknown-role", message, nearest(role, known)))
    if use.artefact.kind != "online" and not use.reaches(letter.to):
        message = f"no step sends this letter to {' or '.join(letter.to)}"
        yield _at(letter, path, "to", ("nobody", message, ""))
    yield from _lost(letter, {a.id for a in artefacts}, path)


def _spoken_of(use: Use) -> frozenset[str]:
    return use.roles | {role for step in use.steps for role in step.recipients}


def _lost(letter: Letter, papers: Collection[str], path: Path) -> Iterator[Finding]:
    for entry in letter.encloses:
        if _NUMBER.fullmatch(entry) and entry not in papers:
            message = f"there is no paper {entry} to enclose"
            yield _at(letter, path, "encloses", ("unknown-paper", message, nearest(entry, papers)))


def _at(letter: Letter, path: Path, key: str, said: tuple[str, str, str]) -> Finding:
    lines = read_words(path).splitlines()
    line = next((n for n, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 0)
    rule, message, meant = said
    return about(letter.file, rule, message, line=line, path=key, suggestion=meant)
