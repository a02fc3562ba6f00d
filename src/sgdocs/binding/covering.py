"""The cover of a bound file: for whom it is, and what lies where in it."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sgdocs.binding.model import Cover, Part
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting import Sheet, can_set, typeset

__all__ = ["set_cover"]

_TEMPLATE = "cover.typ"


def set_cover(cover: Cover, parts: Sequence[tuple[Part, int]], content: Content) -> bytes:
    """Set the cover for these papers, each with how many pages it has."""
    if not can_set(_words(cover, parts), content):
        raise InputRefused(
            "the cover of a bound file holds a letter that the PDF's fonts do not have.",
            where=_TEMPLATE,
            remedy="Put a font for it into the workspace's folder fonts, or send the papers "
            "one by one.",
        )
    data = json.dumps(_data(cover, parts), ensure_ascii=False)
    return typeset(Sheet(_TEMPLATE, data, cover.made_on), content)


def _words(cover: Cover, parts: Sequence[tuple[Part, int]]) -> str:
    said = (cover.title, cover.reference, cover.marking, cover.office)
    titles = (word for part, _ in parts for word in (part.title, part.document_id))
    return " ".join((*said, *cover.recipient, *cover.contact, *titles))


def _data(cover: Cover, parts: Sequence[tuple[Part, int]]) -> dict[str, Any]:
    language, _, region = cover.language.partition("-")
    day = cover.made_on
    return {
        "title": cover.title,
        "draft": cover.draft,
        "language": language,
        "region": region or None,
        "date": [day.year, day.month, day.day],
        "marking": cover.marking,
        "reference": cover.reference,
        "recipient": list(cover.recipient),
        "office": cover.office,
        "contact": list(cover.contact),
        "papers": [_row(part, pages) for part, pages in parts],
    }


def _row(part: Part, pages: int) -> dict[str, Any]:
    return {
        "title": part.title,
        "document_id": part.document_id,
        "pages": pages,
        "sha256": sha256(part.pdf).hexdigest(),
    }
