"""One Word part walked in reading order: paragraphs, tables, text boxes, fields to fill in."""

from dataclasses import dataclass, field, replace
from typing import Any

from sgdocs.checking.places.controls import control_of
from sgdocs.checking.places.elements import MC, W, content_of, row_of, style_of, text_of
from sgdocs.checking.places.pages import Control, Spot, Trouble
from sgdocs.checking.places.tags import TAG, lifted, open_tag, readied

__all__ = ["Line", "Walk"]

_BLANKS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_LOST = "this text stands beside a tag that takes the place of its whole {}: it will not be printed"
_WHOLE = {"p": "paragraph", "tr": "table row", "tc": "table cell"}


@dataclass(slots=True)
class Line:
    """A line of the source and its place."""

    source: str
    spot: Spot


@dataclass(slots=True)
class Walk:
    """What has been met so far in one part."""

    part: str
    headings: frozenset[str]
    own: bool = False
    lines: list[Line] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    number: int = 0
    cell: int = 0
    heading: str = ""

    def blocks(self, parent: Any, spot: Spot) -> None:
        """Walk whatever holds paragraphs and tables."""
        for element in parent:
            if element.tag == f"{W}p":
                self.paragraph(element, spot)
            elif element.tag == f"{W}tbl":
                self._table(element, replace(spot, shape=(*spot.shape, "tbl")))
            elif element.tag == f"{W}sdt":
                self._control(element, spot)
                self.blocks(content_of(element), _deeper(spot, "sdt"))
            elif isinstance(element.tag, str) and len(element):
                self.blocks(element, spot)

    def _table(self, table: Any, spot: Spot) -> None:
        for row in table:
            if row.tag == f"{W}tr":
                self._row(row, spot)
            elif row.tag == f"{W}sdt":
                self._control(row, spot)
                self._table(content_of(row), _deeper(spot, "sdt"))

    def _row(self, row: Any, spot: Spot) -> None:
        cells = [f" {text_of(cell)} " for cell in row.iter(f"{W}tc") if row_of(cell) is row]
        inside = replace(spot, table_row=f"|{'|'.join(cells)}|", shape=(*spot.shape, "tr"))
        if not self._replaced("tr", row, replace(inside, shape=spot.shape)):
            self._cells(row, inside)

    def _cells(self, row: Any, spot: Spot) -> None:
        for cell in row:
            if cell.tag == f"{W}tc":
                if not self._replaced("tc", cell, spot):
                    self.cell += 1
                    self.blocks(cell, replace(spot, shape=(*spot.shape, "tc"), cell=self.cell))
            elif cell.tag == f"{W}sdt":
                self._control(cell, spot)
                self._cells(content_of(cell), _deeper(spot, "sdt"))

    def _replaced(self, kind: str, element: Any, spot: Spot) -> bool:
        """Put a row or cell that is all one tag on one line; say whether it was."""
        paragraphs = list(element.iter(f"{W}p"))
        texts = [text_of(p) for p in paragraphs]
        found = lifted("\n".join(texts), kind, braces=self.own)
        if found is None:
            return False
        tag, beside = found
        marks = (f"{{%{kind} ", f"{{{{{kind} ", f"{{#{kind} ")
        holders = [n for n, text in enumerate(texts) if any(mark in text for mark in marks)]
        holder = holders[-1] if holders else 0
        number = self.number + holder + 1
        here = replace(spot, line=number, heading=self._heading(), text=texts[holder])
        self._add(tag, here)
        self._note_lost(kind, beside, here)
        self.number += len(paragraphs)
        return True

    def _note_lost(self, kind: str, beside: str, spot: Spot) -> None:
        if beside.strip():
            self.troubles.append(Trouble("text-lost", spot, _LOST.format(_WHOLE[kind])))

    def paragraph(self, element: Any, spot: Spot) -> None:
        """Walk one paragraph and the text boxes anchored in it."""
        self.number += 1
        text = text_of(element)
        style = style_of(element)
        if text and (style in self.headings or style.lower().startswith("heading")):
            self.heading = text
        here = replace(spot, line=self.number, heading=self._heading(), text=text)
        gathered = Gathered(self, here)
        gathered.take(element)
        gathered.flush()

    def _heading(self) -> str:
        return "" if self.part in ("header", "footer") else self.heading

    def _add(self, tag_or_text: str, spot: Spot) -> None:
        self.lines.append(Line(readied(tag_or_text), spot))

    def add_paragraph(self, text: str, spot: Spot) -> None:
        """Add a paragraph’s text, or the tag that takes its place."""
        found = lifted(text, "p", braces=self.own)
        if found is None:
            self._add(text, replace(spot, shape=(*spot.shape, "p")))
            return
        self._add(found[0], spot)
        self._note_lost("p", found[1], spot)

    def _control(self, element: Any, spot: Spot) -> None:
        here = replace(spot, line=self.number + 1, heading=self.heading, text=text_of(element))
        if (found := control_of(element, here)) is not None:
            self.controls.append(found)

    def inline_control(self, element: Any, spot: Spot) -> None:
        """Note a field that stands in a paragraph."""
        if (found := control_of(element, spot)) is not None:
            self.controls.append(found)


@dataclass(slots=True)
class Gathered:
    """The text of one paragraph as it is gathered, run by run."""

    walk: Walk
    spot: Spot
    text: str = ""

    def take(self, parent: Any) -> None:
        """Gather the text of runs, in order; text boxes come where they are anchored."""
        for element in parent:
            tag = element.tag
            if tag in (f"{W}t", f"{W}instrText"):
                self.text += element.text or ""
            elif tag in _BLANKS:
                self.text += _BLANKS[tag]
            elif tag == f"{W}delText":
                self._take_deleted(element.text or "")
            elif tag == f"{W}txbxContent":
                self._take_box(element)
            elif tag == f"{MC}AlternateContent":
                self._take_alternatives(element)
            elif isinstance(tag, str):
                self._take_other(element)

    def _take_other(self, element: Any) -> None:
        if element.tag == f"{W}sdt":
            self.walk.inline_control(element, self.spot)
        for value in element.attrib.values():
            if "{{" in value or "{%" in value:
                self.text += value
        self.take(element)

    def _take_deleted(self, text: str) -> None:
        """Take deleted text that holds a whole tag: docxtpl runs it all the same."""
        if not open_tag(self.text) and (TAG.search(text) or open_tag(text)):
            self.text += text
            message = "this tag was deleted with changes tracked, but it still runs"
            here = replace(self.spot, text=self.spot.text or text)
            self.walk.troubles.append(Trouble("tracked-change", here, message))

    def _take_box(self, box: Any) -> None:
        self.flush()
        self.walk.blocks(box, replace(self.spot, part="text box", shape=(*self.spot.shape, "box")))

    def _take_alternatives(self, element: Any) -> None:
        """Take a drawing once where Word keeps the same words twice for older versions."""
        seen = set()
        for choice in element:
            words = "".join(choice.itertext(f"{W}t"))
            if words not in seen:
                seen.add(words)
                self.take(choice)

    def flush(self) -> None:
        """End the line gathered so far."""
        if self.text.strip():
            self.walk.add_paragraph(self.text, self.spot)
        self.text = ""


def _deeper(spot: Spot, step: str) -> Spot:
    return replace(spot, shape=(*spot.shape, step))
