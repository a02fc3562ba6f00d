"""Put blocks on the letterhead, as a Word template with its own properties."""

from html import escape
from pathlib import Path

from making.reading import Source
from making.refusing import refused
from making.shapes import narratives
from making.statements import as_written
from making.tags import Tag
from sgdocs.letters.tokens import holds_token
from sgdocs.papers import Block, Member, pack, read_members, write_members
from sgdocs.papers.wordtables import TableWriter
from sgdocs.papers.wordxml import LINE_WIDTH, BodyWriter, restarted

__all__ = ["packed"]

_LETTERHEAD = Path(__file__).parents[1] / "letterhead" / "letterhead.docx"
_PLACE = "<w:p><w:r><w:t>[[ body ]]</w:t></w:r></w:p>"
_UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
_ACROSS = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_ACROSS_WIDTH = LINE_WIDTH + 16838 - 11906
_TITLE = "<dc:title>{{ title }}</dc:title>"


def packed(source: Source, blocks: tuple[Block, ...]) -> bytes:
    """Write the file; the same source gives the same bytes."""
    width = _ACROSS_WIDTH if source.landscape else LINE_WIDTH
    tables = TableWriter(width, form=source.front["kind"] == "form", narratives=narratives())
    writer = BodyWriter(tables)
    body = writer.body(blocks)
    if holds_token(body):
        raise refused("something was not put back.", (source.file, 1), "Part it by empty lines.")
    members = read_members(_LETTERHEAD.read_bytes(), "letterhead.docx")
    return write_members(_changed(member, source, body, writer.lists) for member in members)


def _changed(member: Member, source: Source, body: str, lists: int) -> Member:
    text = member.content().decode()
    changed = text
    if member.name == "word/document.xml":
        changed = text.replace(_PLACE, body)
    elif member.name == "word/numbering.xml":
        changed = restarted(text, lists)
    elif member.name == "docProps/core.xml":
        changed = text.replace(_TITLE, _properties(source))
    if source.landscape:
        changed = _turned(changed)
    return pack(member.name, changed.encode()) if changed != text else member


def _turned(text: str) -> str:
    """Turn the page, and move what stands at the middle and the end of a header's line."""
    turned = text.replace(_UPRIGHT, _ACROSS)
    for share in (1, 2):
        at, there = LINE_WIDTH * share // 2, _ACROSS_WIDTH * share // 2
        turned = turned.replace(f'w:pos="{at}"', f'w:pos="{there}"')
    return turned


def _properties(source: Source) -> str:
    front = source.front
    rows = " ".join(f"{name}={rows}" for name, rows in front.get("rows", {}).items())
    said = front["source"]
    place = f"{said['document']} | {said['section']}"
    title = as_written(Tag("value", str(front["title"]), 1))
    return (
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:subject>{front['kind']}</dc:subject>"
        f"<dc:description>{escape(place, quote=False)}</dc:description>"
        + (f"<cp:keywords>rows {rows}</cp:keywords>" if rows else "")
    )
