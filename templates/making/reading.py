"""Read a source: its front matter, and its body as chunks between empty lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from making.refusing import refused
from sgdocs.letters.tokens import holds_token
from sgdocs.reading import parse, require_mapping

__all__ = ["Chunk", "Source", "chunks", "read_source"]

_FENCE = "---"
_NEEDED = ("artefact", "title", "kind", "source")
_KNOWN = (*_NEEDED, "orientation", "rows")
_ALLOWED = {"kind": ("form", "record", "report"), "orientation": ("portrait", "landscape")}


@dataclass(frozen=True, slots=True)
class Source:
    """One source: what its front matter says, and the lines of its body after `first`."""

    file: str
    front: Mapping[str, Any]
    body: tuple[str, ...]
    first: int

    @property
    def landscape(self) -> bool:
        """Say whether its pages lie on their side."""
        return bool(self.front.get("orientation") == "landscape")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that stand together."""

    line: int
    lines: tuple[str, ...] = field(default=())

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Give each line after its number."""
        yield from enumerate(self.lines, self.line)


def read_source(path: Path, file: str) -> Source:
    """Read a source; refuse what its front matter may not say."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise refused(
            "a source begins with its details between two lines of three hyphens.",
            (file, 1),
            "Compare it with another source.",
        )
    end = lines.index(_FENCE, 1)
    document = parse("\n".join(("", *lines[1:end])) + "\n", name=file, kind="yaml")
    front = require_mapping(document)
    for key in _NEEDED:
        if key not in front:
            raise refused(f"“{key}” is missing.", (file, 1), "Add it between the hyphens.")
    for key, value in front.items():
        where = (file, document.place((key,)).line)
        _check_entry(key, value, where)
    for number, line in enumerate(lines, 1):
        if holds_token(line):
            raise refused("this line holds a private character.", (file, number), "Retype it.")
    return Source(file, front, tuple(lines[end + 1 :]), end + 2)


def _check_entry(key: str, value: Any, where: tuple[str, int]) -> None:
    if key not in _KNOWN:
        raise refused(f"there is no entry “{key}”.", where, f"Use {', '.join(_KNOWN)}.")
    if key in _ALLOWED and value not in _ALLOWED[key]:
        raise refused(f"“{key}” is not one of its words.", where, f"Use {_ALLOWED[key]}.")
    if key == "source" and (not isinstance(value, dict) or set(value) != {"document", "section"}):
        raise refused("“source” needs a document and a section.", where, "Write both.")
    if key == "rows" and not (
        isinstance(value, dict) and all(isinstance(rows, int) for rows in value.values())
    ):
        raise refused("“rows” gives a number for each list.", where, "Write {name: 4}.")


def chunks(source: Source) -> Iterator[Chunk]:
    """Divide the body where lines are empty."""
    lines: list[str] = []
    for number, line in enumerate((*source.body, ""), source.first):
        if line.strip():
            lines.append(line)
        elif lines:
            yield from _parted(Chunk(number - len(lines), tuple(lines)))
            lines = []


def _parted(chunk: Chunk) -> Iterator[Chunk]:
    """Part statements at either end that belong with others outside the chunk."""
    loose = _loose(chunk.lines)
    count = len(chunk.lines)
    start = next((n for n in range(count) if n not in loose), count)
    end = next((n for n in range(count, start, -1) if n - 1 not in loose), start)
    for first, last in ((0, start), (start, end), (end, count)):
        if first < last:
            yield Chunk(chunk.line + first, chunk.lines[first:last])


def _loose(lines: tuple[str, ...]) -> set[int]:
    """Give the statement lines that nothing among the lines opens or closes."""
    opened: list[int] = []
    loose: set[int] = set()
    for number, line in enumerate(lines):
        word = line.strip()[2:-2].split()[0] if only_statement(line) else ""
        if word in ("if", "for"):
            opened.append(number)
        elif word == "set" or (word in ("else", "elif", "endif", "endfor") and not opened):
            loose.add(number)
        elif word in ("endif", "endfor"):
            opened.pop()
    return loose | set(opened)


def only_statement(line: str) -> bool:
    """Say whether a line is nothing but one statement."""
    return bool(_STATEMENT.fullmatch(line.strip()))


_STATEMENT = re.compile(r"\{%(?:(?!%\}).)*%\}")
