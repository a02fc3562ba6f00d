"""Turn a source into Markdown whose tags and special blocks are single characters."""

import re
from dataclasses import dataclass, field

from making.reading import Chunk, Source, chunks, only_statement
from making.refusing import refused
from making.tags import Seal

__all__ = ["Laid", "Line", "Special", "lay"]

_PAIR = re.compile(r"(?P<label>.*?)\s*::(?:\s+(?P<value>.*))?")
_SIGNATURE = "Signature:"
_PAGE_BREAK = "[page break]"
_CELLS = re.compile(r"(?<!\\)\|")

Line = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Special:
    """Statements, labels, signatures or a page break: each line's number and its parts."""

    kind: str
    lines: tuple[Line, ...] = ()


@dataclass(slots=True)
class Laid:
    """The Markdown, the tags behind its characters, and the special blocks behind others."""

    seal: Seal
    text: str = ""
    special: dict[str, Special] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    """The statements that stand alone in a row of a table."""


def lay(source: Source) -> Laid:
    """Lay a source out; each line keeps its number."""
    laid = Laid(Seal(source.file))
    lines = [""] * (source.first + len(source.body))
    for chunk in chunks(source):
        for number, line in enumerate(_Layer(laid, chunk).lines(), chunk.line - 1):
            lines[number] = line
    laid.seal.finish()
    laid.text = "\n".join(lines)
    return laid


@dataclass(frozen=True, slots=True)
class _Layer:
    """Lays out one chunk."""

    laid: Laid
    chunk: Chunk

    def lines(self) -> list[str]:
        """Give the Markdown of each line."""
        texts = self.chunk.lines
        if all(map(only_statement, texts)):
            return self._special("statements", [(self._sealed(*n, "body"),) for n in self._each()])
        if texts[0].startswith("|"):
            return self._table()
        if any(map(_PAIR.fullmatch, texts)):
            return self._special("fields", [self._pair(*each) for each in self._each()])
        if texts[0].startswith(_SIGNATURE):
            return self._special("signature", [self._signed(*each) for each in self._each()])
        if texts == (_PAGE_BREAK,):
            return self._special("page break", [])
        return [self._words(*each) for each in self._each()]

    def _each(self) -> list[tuple[int, str]]:
        return [(number, text.rstrip()) for number, text in self.chunk.numbered()]

    def _special(self, kind: str, parts: list[tuple[str, ...]]) -> list[str]:
        key = self.laid.seal.key()
        lines = tuple(enumerate(parts, self.chunk.line))
        self.laid.special[key] = Special(kind, lines)
        return [key]

    def _sealed(self, number: int, text: str, place: str) -> str:
        return self.laid.seal.seal(text.strip(), number, place)

    def _words(self, number: int, text: str) -> str:
        if only_statement(text):
            raise self._refused(
                number, "this statement does not stand alone.", "Put empty lines around it."
            )
        if text.startswith(("|", "Signature:", "[page break]")):
            raise self._refused(
                number, "this does not stand alone.", "Put an empty line before it."
            )
        return self.laid.seal.seal(text, number, f"line {number}")

    def _pair(self, number: int, text: str) -> tuple[str, ...]:
        if only_statement(text):
            return (self._sealed(number, text, f"rows {self.chunk.line}"),)
        found = _PAIR.fullmatch(text)
        if found is None:
            raise self._refused(
                number, "this line has no “::” among lines that have.", "Part it by an empty line."
            )
        label = self._sealed(number, found["label"], f"line {number}, label")
        return label, self._sealed(number, found["value"] or "", f"line {number}")

    def _signed(self, number: int, text: str) -> tuple[str, ...]:
        if not text.startswith(_SIGNATURE):
            raise self._refused(number, "this is not a signature.", "Put an empty line before it.")
        sealed = self._sealed(number, text.removeprefix(_SIGNATURE), f"line {number}")
        parts = tuple(part.strip() for part in sealed.split("|"))
        if len(parts) not in (1, 3) or not parts[0]:
            raise self._refused(
                number, "a signature has a role, or a role, a name and a date.", "Part them with |."
            )
        self._check_cells(number, parts)
        return parts

    def _table(self) -> list[str]:
        lines, columns = [], 0
        for number, text in self._each():
            if not text.startswith("|"):
                raise self._refused(number, "this is not a row.", "Put an empty line before it.")
            inside = text.removeprefix("|").removesuffix("|").strip()
            if only_statement(inside):
                lines.append(f"| {self._row_statement(number, inside)} |")
                continue
            line = self._sealed(number, text, f"line {number}")
            cells = _CELLS.split(line.removeprefix("|").removesuffix("|"))
            columns = columns or len(cells)
            if len(cells) != columns:
                raise self._refused(
                    number,
                    f"this row has {len(cells)} cells, and the header has {columns}.",
                    "Even them out; a cell may be empty.",
                )
            self._check_cells(number, tuple(cells))
            lines.append(line)
        return lines

    def _row_statement(self, number: int, text: str) -> str:
        key = self._sealed(number, text, f"rows {self.chunk.line}")
        self.laid.rows.add(key)
        return key

    def _check_cells(self, number: int, cells: tuple[str, ...]) -> None:
        """Refuse a statement that opens in one cell and closes in another."""
        for cell in cells:
            tags = [self.laid.seal.tags[key] for key in cell if key in self.laid.seal.tags]
            words = [tag.inside.split()[0] for tag in tags if tag.kind == "statement"]
            if sum(w in ("if", "for") for w in words) != sum(
                w in ("endif", "endfor") for w in words
            ):
                raise self._refused(
                    number, "a statement leads from one cell into another.", "Close it in its cell."
                )

    def _refused(self, number: int, what: str, remedy: str) -> Exception:
        return refused(what, (self.laid.seal.file, number), remedy)
