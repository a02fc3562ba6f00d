"""Read the answers in a Word form, whatever program it was filled in with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.forms import IDENTITY_PROPERTY, MARK, read_marks
from sgdocs.opening import Archive, limits, not_whole
from sgdocs.papers import PROMPTS, TIME_MARK, pack
from sgdocs.returns.model import Answer, Reading
from sgdocs.returns.wordguard import require_harmless
from sgdocs.returns.wordwords import TICK, needs_a_look, remarks_on, word_at, words_in
from sgdocs.wordreading import W, attribute, child

__all__ = ["read_word_form"]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_PROPERTIES = "docProps/custom.xml"
_LISTS = r"customXml/item[0-9]+\.xml"
_BOX = f"{_W14}checkbox"
_KINDS = frozenset({_BOX, *(f"{W}{k}" for k in ("text", "date", "dropDownList", "comboBox"))})
_PROMPTS = frozenset(PROMPTS.values())
_TICKS = frozenset({"☑", TICK, "✓", "✔", "✗", "✘", "x", "X"})
_TICK_NAME = "="
_ON = ("1", "true")


def read_word_form(reading: Reading) -> Reading:
    """Read every answer; refuse what a form of ours never holds."""
    archive = Archive(reading.data, reading.file, "Word file")
    main = require_harmless(archive)
    body, marks = child(archive.xml(main), "body"), _marks(archive)
    if body is None:
        raise not_whole(reading.file, "Word file")
    answers = _bounded(_answers(body, marks), reading.file)
    found = {answer.name for answer in answers}
    lost = {mark: name for mark, name in marks.items() if name not in found}
    answers += _bounded(_unboxed(body, lost), reading.file)
    named = tuple(answer for answer in answers if answer.name)
    return replace(
        reading,
        kind="word",
        identity=_identity(archive),
        answers=named,
        nameless=len(answers) - len(named),
        rows=() if named else tuple(_rows(body)),
    )


def _marks(archive: Archive) -> Mapping[str, str]:
    lists = [pack(name, archive.read(name)) for name in archive.matching(_LISTS)]
    return read_marks(lists, archive.where)


def _bounded(answers: Iterable[Answer], where: str) -> list[Answer]:
    """Take in answers until there are more of them, or they are longer, than any form holds."""
    taken: list[Answer] = []
    letters = 0
    for answer in answers:
        letters += len(answer.text)
        if len(taken) >= limits.FIELDS or letters > limits.VALUE_CHARACTERS:
            raise InputRefused(
                "there is more in this form than any form holds.",
                where=where,
                remedy="Ask for it again, on the form that was sent.",
            )
        taken.append(answer)
    return taken


def _identity(archive: Archive) -> str:
    if not archive.has(_PROPERTIES):
        return ""
    for kept in archive.xml(_PROPERTIES).iterfind(f"{_CUSTOM}property"):
        if kept.get("name") == IDENTITY_PROPERTY:
            return "".join(kept.itertext())
    return ""


def _answers(body: etree._Element, marks: Mapping[str, str]) -> Iterator[Answer]:
    """Give the answer in each field: by its own name, else by the bookmark around it."""
    around, look = _Around(marks), needs_a_look(body)
    for element in body.iter(f"{W}sdt", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if element.tag != f"{W}sdt":
            around.pass_by(element)
        elif (about := child(element, "sdtPr")) is not None:
            name = attribute(child(about, "tag")) or around.name(element)
            if _is_field(element, about, name):
                answer = _answer(element, about, name)
                yield replace(answer, remarks=remarks_on(element)) if look else answer


class _Around:
    """The bookmarks that stand around the place the reader has come to."""

    __slots__ = ("_marks", "_open")

    def __init__(self, marks: Mapping[str, str]) -> None:
        self._marks = marks
        self._open: dict[str, str] = {}

    def pass_by(self, mark: etree._Element) -> None:
        """Go into a bookmark or out of it."""
        number, name = attribute(mark, "id"), attribute(mark, "name")
        if mark.tag == f"{W}bookmarkEnd":
            self._open.pop(number, None)
        elif name.startswith(MARK):
            self._open[number] = name

    def name(self, control: etree._Element) -> str:
        """Give the name of the field that the bookmark in a control, or around it, marks."""
        within = (attribute(m, "name") for m in control.iterdescendants(f"{W}bookmarkStart"))
        innermost = next((n for n in within if n in self._marks), "")
        return self._marks.get(innermost or next(reversed(self._open.values()), ""), "")


def _is_field(control: etree._Element, about: etree._Element, name: str) -> bool:
    """Say whether answers stand in a control; some programs forget of what kind it is."""
    if any(part.tag in _KINDS for part in about):
        return True
    return bool(name) and next(control.iterdescendants(f"{W}sdt"), None) is None


def _answer(control: etree._Element, about: etree._Element, name: str) -> Answer:
    inside = child(control, "sdtContent")
    said = words_in(inside) if inside is not None else ""
    told = {part.tag: part for part in about}
    box = told.get(_BOX)
    if box is not None or _TICK_NAME in name:
        ticked = said.strip() in _TICKS or (box is not None and _on(box))
        return Answer(name, "yes" if ticked else "")
    if f"{W}showingPlcHdr" in told or said.strip() in _PROMPTS:
        return Answer(name, "")
    if (day := told.get(f"{W}date")) is not None and not name.endswith(TIME_MARK):
        return Answer(name, said, attribute(day, "fullDate")[:10])
    return Answer(name, _chosen(about, said) if said else "")


def _on(box: etree._Element) -> bool:
    checked = box.find(f"{_W14}checked")
    return checked is not None and checked.get(f"{_W14}val", "1") in _ON


def _chosen(about: etree._Element, said: str) -> str:
    """Give the value of the item whose words stand in a list to choose from."""
    for kind in ("dropDownList", "comboBox"):
        items = child(about, kind)
        for item in items.iterchildren(f"{W}listItem") if items is not None else ():
            if attribute(item, "displayText") == said:
                return attribute(item, "value") or said
    return said


def _unboxed(body: etree._Element, names: Mapping[str, str]) -> Iterator[Answer]:
    """Give what stands between bookmarks whose control somebody has taken away."""
    here: dict[str, tuple[str, list[str]]] = {}
    for element in body.iter() if names else ():
        if element.tag == f"{W}bookmarkStart" and attribute(element, "name") in names:
            here[attribute(element, "id")] = (names[attribute(element, "name")], [])
        elif element.tag == f"{W}bookmarkEnd" and attribute(element, "id") in here:
            name, parts = here.pop(attribute(element, "id"))
            yield _plain_answer(name, "".join(parts).strip("\n"))
        elif here and (said := word_at(element)):
            for _, parts in here.values():
                parts.append(said)


def _plain_answer(name: str, said: str) -> Answer:
    if _TICK_NAME in name:
        return Answer(name, "yes" if said.strip() in _TICKS else "")
    return Answer(name, "" if said.strip() in _PROMPTS else said)


def _rows(body: etree._Element) -> Iterator[tuple[str, ...]]:
    """Give what stands in the cells of each table row."""
    for number, row in enumerate(body.iter(f"{W}tr")):
        if number < limits.FIELDS:
            yield tuple(words_in(cell) for cell in row.iter(f"{W}tc"))
