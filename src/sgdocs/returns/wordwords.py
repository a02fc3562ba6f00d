"""The words within a part of a Word file, with what a reader should know of them."""

from collections.abc import Iterator

from lxml import etree

from sgdocs.wordreading import W, attribute, child

__all__ = ["TICK", "needs_a_look", "remarks_on", "word_at", "words_in"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TICK = "☒"
_BREAKS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "‑",
}
_SAYING = frozenset({f"{W}t", f"{W}sym", *_BREAKS})
# What was struck out, what Word keeps for older programs, how Chinese is pronounced.
_LEFT_OUT = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{_MC}Fallback", f"{W}rt", f"{W}sdtPr", f"{W}rPr", f"{W}pPr"}
)
# Boxes with a tick or a cross in the fonts of signs that Word has always had.
_TICKED_SIGNS = frozenset({"F0FE", "F0FD", "F052", "F0FC", "F0FB", "F0A2", "F053"})
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
_REMARKABLE = (*_PICTURES, f"{W}ins", f"{W}del", f"{W}vanish")


def words_in(element: etree._Element) -> str:
    """Give the words: one line for a paragraph, changes as if they had been accepted."""
    lines: list[str] = []
    for part in _parts(element):
        if part is None:
            lines.append("")
        elif lines:
            lines[-1] += part
        else:
            lines.append(part)
    return "\n".join(lines)


def _parts(element: etree._Element) -> Iterator[str | None]:
    """Give the words piece by piece, and nothing where a paragraph begins."""
    for part in element:
        if part.tag in _SAYING:
            yield word_at(part)
        elif part.tag not in _LEFT_OUT:
            if part.tag == f"{W}p":
                yield None
            yield from _parts(part)


def word_at(part: etree._Element) -> str:
    """Give what one element says by itself: words, a break, a sign; a paragraph begins a line."""
    if part.tag == f"{W}t":
        return part.text or ""
    if part.tag == f"{W}sym":
        return TICK if attribute(part, "char").upper() in _TICKED_SIGNS else ""
    return "\n" if part.tag == f"{W}p" else _BREAKS.get(part.tag, "")


def needs_a_look(body: etree._Element) -> bool:
    """Say whether there is anything in a file that `remarks_on` would remark on."""
    return next(body.iter(*_REMARKABLE), None) is not None


def remarks_on(element: etree._Element) -> tuple[str, ...]:
    """Say what a person should look at in the file itself."""
    found = []
    if any(next(element.iter(f"{W}{name}"), None) is not None for name in ("ins", "del")):
        found.append("changes were tracked in it; it was read as if they had been accepted")
    if any(_hidden(run) for run in element.iter(f"{W}r")):
        found.append("it holds hidden words, which were read too")
    if next(element.iter(*_PICTURES), None) is not None:
        found.append("it holds a picture, which cannot be read")
    return tuple(found)


def _hidden(run: etree._Element) -> bool:
    mark = child(run, "rPr", "vanish")
    return mark is not None and attribute(mark) not in ("0", "false", "off")
