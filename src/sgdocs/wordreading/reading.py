"""Read the body of a Word file into blocks; nothing it says is dropped."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive
from sgdocs.papers import (
    Address,
    Block,
    Cell,
    Closing,
    Fields,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)
from sgdocs.wordreading.controls import as_input
from sgdocs.wordreading.links import Links, links_in
from sgdocs.wordreading.lists import ListLine, as_lists
from sgdocs.wordreading.names import IGNORED, W, attribute, child, name_of, style_of
from sgdocs.wordreading.numbering import Numbers, counted_on, list_numbers
from sgdocs.wordreading.pictures import Pictures, as_figure, held_pictures
from sgdocs.wordreading.place import Place
from sgdocs.wordreading.runs import Words, said_in
from sgdocs.wordreading.styles import called_by_name, style_names
from sgdocs.wordreading.tables import Tables

__all__ = ["read_word"]

_BODY = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"
_PLAIN = frozenset({"", "Normal", "TableText", "SignatureRole"})
_LEVELS = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
_LISTS = {"ListBullet": "bullets", "ListNumber": "numbers"}
Said = TypeVar("Said")

_CONTINUED = {"ListContinue1": 0, "ListContinue2": 1, "ListContinue3": 2}


def read_word(data: bytes, where: str, *, just_made: bool = False) -> tuple[Block, ...]:
    """Read the blocks of a Word file; refuse, with its place, what no paper can hold."""
    archive = Archive(data, where, "Word file", just_made=just_made)
    if not just_made:
        archive.require_no_doctypes()
    body, links, pictures = _opened(archive, where)
    place = Place(where)
    return tuple(as_lists(_Body(place, Words(place, links), pictures).blocks(body)))


def _opened(archive: Archive, where: str) -> tuple[etree._Element, Mapping[str, str], Pictures]:
    document = archive.xml(_BODY, ours=True)
    links = _beside(archive, _LINKS, links_in) or Links()
    pictures = held_pictures(archive, links.pictures)
    body = child(document, "body")
    if body is None:
        raise InputRefused("this Word file has no text.", where=where)
    called_by_name(body, _beside(archive, _STYLES, style_names) or {})
    counted_on(body, _beside(archive, _NUMBERING, list_numbers) or Numbers())
    return body, links.addresses, pictures


def _beside(archive: Archive, part: str, read: Callable[[bytes, str], Said]) -> Said | None:
    """Read a part that stands beside the body, where there is one."""
    return read(archive.read(part), archive.where) if archive.has(part) else None


class _Body:
    """Goes through the paragraphs and tables of a body, one after the other."""

    __slots__ = ("_caption", "_pictures", "_place", "_tables", "_words")

    def __init__(self, place: Place, words: Words, pictures: Pictures) -> None:
        self._pictures = pictures
        self._place = place
        self._words = words
        self._tables = Tables(place, words)
        self._caption = ""

    def blocks(self, body: etree._Element) -> Iterator[Block | ListLine]:
        """Give the blocks, with the lines of lists not yet put together."""
        waiting: list[Block | ListLine] = []
        for block in self._each(body):
            if isinstance(block, SignatureBox):
                waiting = [self._signed(block, waiting)]
                continue
            yield from waiting
            waiting = [block]
        yield from waiting
        if self._caption:
            raise self._place.refused("a caption stands without a table.", "Put it above one.")

    def _signed(self, box: SignatureBox, before: Sequence[Block | ListLine]) -> SignatureBox:
        """Take the line above a signature box for the role that signs."""
        role = before[0] if before else None
        if not isinstance(role, Paragraph):
            raise self._place.refused("a signature box does not say who signs.", "Say it above it.")
        return SignatureBox(said_in(role.runs), box.lines)

    def _each(self, body: etree._Element) -> Iterator[Block | ListLine]:
        for element in body:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield self._table(element)
            elif element.tag == f"{W}sdt" and (inside := child(element, "sdtContent")) is not None:
                field = as_input(element)
                yield from self._each(inside) if field is None else [Paragraph((field,))]
            elif element.tag not in IGNORED:
                raise self._place.refused(
                    f"there is something that cannot be set in a PDF ({name_of(element)})."
                )

    def _table(self, element: etree._Element) -> Table | Fields | SignatureBox:
        caption, self._caption = self._caption, ""
        return self._tables.read(element, caption)

    def _paragraph(self, element: etree._Element) -> Iterator[Block | ListLine]:
        self._place.paragraphs += 1
        if _is_page_break(element):
            yield PageBreak()
            return
        if (drawing := next(element.iterfind(f"{W}r/{W}drawing"), None)) is not None:
            yield self._figure(element, drawing)
            return
        style, cell = style_of(element, "pPr"), self._words.cell(element)
        if not cell or not _says_something(cell):
            return
        if style in _LEVELS:
            self._place.heading = said_in(cell)
            yield Heading(_LEVELS[style], cell)  # type: ignore[arg-type]
        elif style in _LISTS:
            yield self._listed(element, _LISTS[style], cell)
        elif style in _CONTINUED:
            yield ListLine("", "", _CONTINUED[style], cell)
        elif style == "Caption":
            self._caption = said_in(cell)
        elif style in ("Address", "Closing"):
            lines = tuple(said_in(cell).split("\n"))
            yield Address(lines) if style == "Address" else Closing(lines)
        elif style in _PLAIN:
            yield Paragraph(cell)
        else:
            raise self._place.refused(
                f"the style “{style}” is not one of the house style.", "Choose another style."
            )

    def _figure(self, element: etree._Element, drawing: etree._Element) -> Figure:
        if "".join(element.itertext(f"{W}t")).strip() or len(element.findall(f".//{W}drawing")) > 1:
            raise self._place.refused("a picture stands among words.", "Give it its own line.")
        return as_figure(drawing, self._pictures, self._place)

    def _listed(self, element: etree._Element, kind: str, cell: Cell) -> ListLine:
        numbering = child(element, "pPr", "numPr")
        level = attribute(child(numbering, "ilvl")) if numbering is not None else ""
        number = attribute(child(numbering, "numId")) if numbering is not None else ""
        return ListLine(kind, number, int(level) if level.isdigit() else 0, cell)


def _is_page_break(element: etree._Element) -> bool:
    breaks = element.findall(f"{W}r/{W}br")
    alone = not "".join(t.text or "" for t in element.iter(f"{W}t")).strip()
    return alone and any(attribute(b, "type") == "page" for b in breaks)


def _says_something(cell: Cell) -> bool:
    return any(not isinstance(part, Run) or part.text.strip() for part in cell)
