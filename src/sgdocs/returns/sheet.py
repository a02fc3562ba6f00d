"""What a form asks, as its template prints it: each place with its label and section."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lxml import etree

from sgdocs.forms import path_of
from sgdocs.opening import Archive
from sgdocs.papers import REQUIRED, TIME_MARK
from sgdocs.returns.wordwords import words_in
from sgdocs.wordreading import W, attribute, child

__all__ = ["Place", "Sheet", "sheet_of"]

_BODY = "word/document.xml"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_ROW = re.compile(r"\[(?:\{\{.*?\}\}|\d+)\]")
_SECTION = re.compile(r"(\d+)\.?\s+")
_LEVEL = re.compile(r"Heading(\d)")


@dataclass(frozen=True, slots=True)
class Place:
    """One question of a form; `path` is its place for any row: `chronology[].date`."""

    path: str
    label: str
    section: str
    under: str
    required: bool
    tick: bool
    clock: bool
    column: int
    """Its column in a table of rows, from 0; -1 where it stands beside its label."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """What stands in the list to choose from, and the value each stands for."""


@dataclass(frozen=True)  # without slots: what is looked up once is kept in it
class Sheet:
    """The questions of a form, in the order of its pages."""

    places: tuple[Place, ...]

    def at(self, path: str, *, clock: bool = False) -> Place | None:
        """Find a question by its place."""
        found = self._by_path.get(path, ())
        return next((p for p in found if p.clock == clock), found[0] if found else None)

    @cached_property
    def _by_path(self) -> Mapping[str, Sequence[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self.places:
            found.setdefault(place.path, []).append(place)
        return found

    @property
    def parts(self) -> frozenset[str]:
        """Give the first words of all places: what the form is about."""
        return frozenset(re.split(r"[.\[]", place.path)[0] for place in self.places)


@lru_cache(maxsize=32)
def sheet_of(template: bytes, where: str) -> Sheet:
    """Read what a form's template asks."""
    body = child(Archive(template, where, "Word file").xml(_BODY), "body")
    return Sheet(tuple(_places(body, _Here()))) if body is not None else Sheet(())


@dataclass(slots=True)
class _Here:
    section: str = ""
    under: str = ""

    def heading(self, paragraph: etree._Element) -> None:
        """Take note of a heading that was passed."""
        level = _LEVEL.match(attribute(child(paragraph, "pPr", "pStyle")))
        if level is None:
            return
        said = _plain(words_in(paragraph))
        if level[1] == "3":
            self.under = "" if _TAGS.search(words_in(paragraph)) else said
        elif level[1] == "2":
            numbered = _SECTION.match(said)
            self.section = f"Section {numbered[1]}" if numbered else f"“{said}”"
            self.under = ""


def _places(body: etree._Element, here: _Here) -> Iterator[Place]:
    for block in body:
        if block.tag == f"{W}p":
            here.heading(block)
            yield from (_place(control, here, "", -1) for control in _controls(block))
        elif block.tag == f"{W}tbl":
            yield from _in_table(block, here)
        elif block.tag == f"{W}sdt" and (inside := child(block, "sdtContent")) is not None:
            yield from _places(inside, here)


def _in_table(table: etree._Element, here: _Here) -> Iterator[Place]:
    header: tuple[str, ...] = ()
    for row in table.iter(f"{W}tr"):
        cells = list(row.iter(f"{W}tc"))
        if child(row, "trPr", "tblHeader") is not None:
            header = tuple(_plain(words_in(cell)) for cell in cells)
            continue
        beside = _plain(words_in(cells[0])) if len(cells) == 2 and not header else ""
        for column, cell in enumerate(cells):
            label = header[column] if column < len(header) else beside
            for control in _controls(cell):
                yield _place(control, here, label, column if header else -1)


def _controls(element: etree._Element) -> Iterator[etree._Element]:
    return (c for c in element.iter(f"{W}sdt") if attribute(child(c, "sdtPr", "tag")))


def _place(control: etree._Element, here: _Here, label: str, column: int) -> Place:
    about = child(control, "sdtPr")
    name, called = attribute(child(about, "tag")), attribute(child(about, "alias"))
    path, _ = path_of(_ROW.sub("[]", name))
    tick = about is not None and next(about.iterchildren(f"{_W14}checkbox"), None) is not None
    return Place(
        path=path,
        label=label or _plain(called.removesuffix(REQUIRED)) or path,
        section=here.section,
        under=here.under,
        required=called.endswith(REQUIRED),
        tick=tick,
        clock=name.endswith(TIME_MARK),
        column=column,
        choices=_choices(about),
    )


def _choices(about: etree._Element | None) -> Mapping[str, str]:
    items = child(about, "dropDownList") if about is not None else None
    listed = items.iterchildren(f"{W}listItem") if items is not None else ()
    return {attribute(i, "displayText").casefold(): attribute(i, "value") for i in listed}


def _plain(text: str) -> str:
    """Leave out what is printed from the case: the number of a row, a name."""
    said = " ".join(_TAGS.sub(" ", text).split())
    return re.sub(r"\s+([:,.?])", r"\1", said).strip(" :,")
