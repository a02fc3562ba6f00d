"""Write a paper as an ordinary Word file on the office's letterhead."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.expressions import compile_template
from sgdocs.papers.archive import Member, pack, read_members, write_members
from sgdocs.papers.characters import refuse_unwritable
from sgdocs.papers.figures import with_figures
from sgdocs.papers.model import Paper
from sgdocs.papers.wordxml import BodyWriter, restarted

__all__ = ["as_docx"]

_LETTERHEAD = "letterhead/letterhead.docx"
_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_BODY_PLACE = re.compile(
    r"<w:p\b[^>]*>(?:(?!</w:p>).)*?\[\[ body \]\](?:(?!</w:p>).)*</w:p>", re.DOTALL
)


def as_docx(paper: Paper, content: Content) -> bytes:
    """Write the paper as Word, with real styles, page numbers and repeated table headers."""
    refuse_unwritable(paper)
    place = content.path("templates", _LETTERHEAD)
    members, printed = _letterhead(place.read_bytes(), str(place))
    writer = BodyWriter()
    written = _written(members, paper, str(place), writer)
    changed = dict(_printed(printed, paper)) | written
    every = (
        pack(m.name, changed[m.name].encode()) if m.name in changed else m for m in members.values()
    )
    return write_members(with_figures(tuple(every), writer.figures))


@lru_cache(maxsize=4)
def _letterhead(data: bytes, where: str) -> tuple[Mapping[str, Member], Mapping[str, str]]:
    """Take the letterhead apart, and find the parts that print something of the paper."""
    members = {member.name: member for member in read_members(data, where)}
    if not {_BODY, _NUMBERING} <= members.keys():
        raise _no_place(where)
    parts = {name: m.content().decode() for name, m in members.items() if name.endswith(".xml")}
    return members, {name: text for name, text in parts.items() if "{{" in text or "{%" in text}


def _printed(parts: Mapping[str, str], paper: Paper) -> Iterator[tuple[str, str]]:
    facts = _facts(paper)
    for name, source in parts.items():
        template = compile_template(source, name=f"{_LETTERHEAD}, {name}", escape="xml")
        yield name, template.render(facts)


def _facts(paper: Paper) -> dict[str, object]:
    """Give what a letterhead may print."""
    head = paper.letterhead
    return {
        "office": head.office,
        "address": head.address,
        "email": head.email,
        "phone": head.phone,
        "marking": paper.marking,
        "reference": paper.reference,
        "document_id": paper.document_id,
        "version": paper.version,
        "title": paper.title,
        "language": paper.language,
        "draft": paper.draft,
        "date": paper.date,
    }


def _written(
    members: Mapping[str, Member], paper: Paper, where: str, writer: BodyWriter
) -> dict[str, str]:
    """Write the body and, where it has numbered lists, the numbering that restarts each."""
    body = writer.body(paper.blocks)
    before, found, after = _divided(members[_BODY].content().decode())
    if not found:
        raise _no_place(where)
    written = {_BODY: f"{before}{body}{after}"}
    if writer.lists:
        written[_NUMBERING] = restarted(members[_NUMBERING].content().decode(), writer.lists)
    return written


def _divided(document: str) -> tuple[str, bool, str]:
    place = _BODY_PLACE.search(document)
    if place is None:
        return document, False, ""
    return document[: place.start()], True, document[place.end() :]


def _no_place(where: str) -> InputRefused:
    return InputRefused(
        "this letterhead has no place for a letter's words.",
        where=where,
        remedy="Keep the line that reads [[ body ]], or start again from the letterhead that "
        "came with the program.",
    )
