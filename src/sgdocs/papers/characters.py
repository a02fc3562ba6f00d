"""Refuse, by place, what no paper can hold and what the packaged letters cannot print."""

import re
import unicodedata

from sgdocs.errors import InputRefused
from sgdocs.papers.model import Paper
from sgdocs.papers.places import texts

__all__ = ["Unprintable", "refuse_unprintable", "refuse_unwritable", "unprintable"]

# XML, and so Word, cannot hold these; a form feed or an escape has no place in mail either.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
# Joiners, direction marks and variation selectors have no shape of their own.
_SHAPELESS = frozenset({"Cf", "Zs"})
_VARIATION = range(0xFE00, 0xFE10)


class Unprintable(InputRefused):
    """A letter that no font has: the paper can be Word and mail, and no PDF."""

    letter = ""
    """The letter, to find its place with; it may be part of a name and is never printed."""


def refuse_unwritable(paper: Paper) -> None:
    """Refuse a paper that holds a control character or half of a character."""
    for place, text in texts(paper):
        if _UNWRITABLE.search(text):
            raise InputRefused(
                "holds a character that cannot be written in a document.",
                where=f"{paper.document_id}, {place}",
                remedy="Retype the value in the case file.",
            )


def refuse_unprintable(paper: Paper, printable: frozenset[int]) -> None:
    """Refuse a paper with a letter that none of the fonts has; it would print as a box."""
    for place, text in texts(paper):
        whole = unicodedata.normalize("NFC", text)
        if printable.issuperset(map(ord, whole)):  # which is mostly so, and quickly seen
            continue
        for letter in whole:
            if ord(letter) not in printable and not _shapeless(letter):
                raise unprintable(letter, f"{paper.document_id}, {place}")


def unprintable(letter: str, where: str) -> Unprintable:
    """Say at which place a letter stands that cannot be drawn, and never which letter it is."""
    refused = Unprintable(
        f"holds {_script(letter)} that the PDF's fonts do not have.",
        where=where,
        remedy="Put a font for it into the workspace's folder fonts, or send the Word file.",
    )
    refused.letter = letter
    return refused


def _shapeless(letter: str) -> bool:
    return (
        letter in "\n\t" or unicodedata.category(letter) in _SHAPELESS or ord(letter) in _VARIATION
    )


def _script(letter: str) -> str:
    """Name the writing and never the letter, which is part of somebody's name."""
    if unicodedata.category(letter)[0] not in "LM":
        return "a sign"
    script = unicodedata.name(letter, "unknown").split()[0]
    return f"{script if script == 'CJK' else script.capitalize()} writing"
