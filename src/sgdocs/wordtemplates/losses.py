"""Words of a Word template that would be lost beside a tag, or that no paper may hold."""

import re
from collections.abc import Iterator

from lxml import etree

from sgdocs.errors import InputRefused
from sgdocs.reading import UNFIT, unseen

__all__ = ["W", "refuse_losses", "refuse_unfit"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHOLE = re.compile(r"\{%(p|tr|tc) (?:(?!%\}).)*%\}", re.DOTALL)
_VALUE = re.compile(r"\{\{(p|tr|tc|r)\s")
_NAMES = {"p": "paragraph", "tr": "row", "tc": "cell"}
_PICTURES = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))


def refuse_losses(root: etree._Element, where: str) -> None:
    """Refuse what docxtpl would drop without a word, and values that have no place in Word."""
    heading = ""
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        words = _words(paragraph)
        place = f"{where}, paragraph {number}" + (f", under “{heading}”" if heading else "")
        refuse_unfit(words, place)
        if "{" in words:
            _check(paragraph, words, place)
        if _is_heading(paragraph):
            heading = words.strip()


def refuse_unfit(words: str, place: str) -> None:
    """Refuse what a letter may not hold either: it would make a paper say something else."""
    for rule, what in unseen(words):
        if rule in UNFIT:
            raise InputRefused(
                f"this holds {what}.", where=place, remedy="Type the words again by hand."
            )


def _check(paragraph: etree._Element, words: str, place: str) -> None:
    for tag in _WHOLE.finditer(words):
        around = next(paragraph.iterancestors(f"{W}{tag[1]}"), paragraph)
        beside = _words(around).replace(tag.group(), "", 1).strip()
        if beside or any(True for _ in around.iter(*_PICTURES)):
            name = _NAMES[tag[1]]
            raise InputRefused(
                f"what stands beside {tag.group()} would be lost: the tag takes its whole {name}.",
                where=place,
                remedy=f"Give the tag a {name} of its own.",
            )
    if value := _VALUE.search(words):
        raise InputRefused(
            f"{value.group().strip()} would print a value outside the words.",
            where=place,
            remedy="Print it with {{ and a space.",
        )


def _words(element: etree._Element) -> str:
    return "".join(_texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    for text in element.iter(f"{W}t"):
        yield text.text or ""


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    named = style.get(f"{W}val", "") if style is not None else ""
    return named == "Title" or named.startswith("Heading")
