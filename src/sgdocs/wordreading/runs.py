"""The words within a paragraph: runs, links and fields to fill in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from sgdocs.papers import Cell, Input, Run
from sgdocs.wordreading.controls import as_input
from sgdocs.wordreading.names import IGNORED, R, W, attribute, child, name_of
from sgdocs.wordreading.place import Place

__all__ = ["Words", "said_in"]

_TEXTS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "‑", f"{W}softHyphen": ""}
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_OFF = frozenset({"0", "false", "off"})
_AROUND = frozenset({f"{W}smartTag", f"{W}customXml"})
_TRACKED = frozenset({f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"})


@dataclass(frozen=True, slots=True)
class Words:
    """Reads what stands in a paragraph; links are looked up by the names the file gives them."""

    place: Place
    links: Mapping[str, str]

    def cell(self, paragraph: etree._Element) -> Cell:
        """Give the runs of a paragraph, alike neighbours joined."""
        joined: list[Run | Input] = []
        for part in self._parts(paragraph, ""):
            last = joined[-1] if joined else None
            if isinstance(part, Run) and isinstance(last, Run) and _alike(last, part):
                joined[-1] = replace(last, text=last.text + part.text)
            elif not isinstance(part, Run) or part.text:
                joined.append(part)
        return tuple(joined)

    def _parts(self, element: etree._Element, link: str) -> Iterator[Run | Input]:
        for part in element:
            if part.tag == f"{W}r":
                yield from self._run(part, link)
            elif part.tag == f"{W}sdt":
                yield from self._control(part, link)
            elif part.tag == f"{W}hyperlink":
                yield from self._parts(part, self._target(part))
            elif part.tag == f"{W}fldSimple":
                yield from self._parts(part, self._field(part))
            elif part.tag in _AROUND:
                yield from self._parts(part, link)
            elif part.tag not in IGNORED:
                raise self._unknown(part)

    def _run(self, run: etree._Element, link: str) -> Iterator[Run]:
        if _on(run, "vanish"):
            raise self.place.refused(
                "there is hidden text.", "Show it (Font, Hidden), or delete it."
            )
        look = Run("", bold=_on(run, "b"), italic=_on(run, "i"), link=link)
        for part in run:
            if part.tag == f"{W}t":
                yield replace(look, text=part.text or "")
            elif part.tag in _TEXTS:
                yield replace(look, text=_TEXTS[part.tag])
            elif part.tag == f"{W}br" and attribute(part, "type") in ("", "textWrapping"):
                yield replace(look, text="\n")
            elif part.tag not in IGNORED:
                raise self._unknown(part)

    def _control(self, control: etree._Element, link: str) -> Iterator[Run | Input]:
        field = as_input(control)
        inside = child(control, "sdtContent")
        if field is not None:
            yield field
        elif inside is not None:
            yield from self._parts(inside, link)

    def _target(self, link: etree._Element) -> str:
        target = self.links.get(str(link.get(f"{R}id", "")), "")
        if not target and not attribute(link, "anchor"):
            raise self.place.refused("a link leads nowhere.", "Make the link again.")
        return target

    def _field(self, field: etree._Element) -> str:
        found = _LINK.match(attribute(field, "instr"))
        if found is None:
            raise self.place.refused("a field of Word’s own cannot be set in a PDF.")
        return found[1]

    def _unknown(self, part: etree._Element) -> Exception:
        if part.tag in _TRACKED:
            return self.place.refused(
                "there are tracked changes.", "Accept or reject every change (Review), then save."
            )
        if part.tag == f"{W}br":
            return self.place.refused("a page break stands among words.", "Give it its own line.")
        return self.place.refused(
            f"there is something that cannot be set in a PDF ({name_of(part)})."
        )


def _on(run: etree._Element, mark: str) -> bool:
    found = child(run, "rPr", mark)
    return found is not None and attribute(found) not in _OFF


def _alike(one: Run, other: Run) -> bool:
    return (one.bold, one.italic, one.link) == (other.bold, other.italic, other.link)


def said_in(cell: Cell) -> str:
    """Give the words of a cell, fields left out."""
    return "".join(part.text for part in cell if isinstance(part, Run))
