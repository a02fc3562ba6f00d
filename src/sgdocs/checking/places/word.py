"""A Word template as pages: body, headers, footers, notes and properties, each rendered apart."""

from collections.abc import Iterator
from typing import Any

from sgdocs.checking.places.archive import Archive
from sgdocs.checking.places.elements import W
from sgdocs.checking.places.pages import Page, Spot, Trouble
from sgdocs.checking.places.tags import TAG, open_tag
from sgdocs.checking.places.walking import Line, Walk

__all__ = ["word_pages"]

_RENDERED = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "description": "comments",
    "identifier": "identifier",
    "language": "language",
}
_PLAIN_PROPERTIES = {
    "category": "category",
    "keywords": "keywords",
    "contentStatus": "content_status",
    "lastModifiedBy": "last_modified_by",
    "version": "version",
}
_CORE = "docProps/core.xml"
_NOT_RENDERED = {"comments": "comment", "endnotes": "endnote"}
_JOINED = 12  # a tag may be spread over so many paragraphs before it counts as never ended


def word_pages(data: bytes, file: str, *, own: bool = False) -> list[Page]:
    """Flatten a Word template, of ours or of plain docxtpl."""
    archive = Archive(data, file)
    main = archive.main()
    headings = frozenset(_heading_styles(archive, main))
    pages = [_page(archive.root(main), Walk("body", headings, own), file)]
    for name, kind in sorted(archive.related(main).items()):
        if archive.has(name) and kind in ("header", "footer", "footnotes"):
            part = kind.removesuffix("s")
            pages.append(_page(archive.root(name), Walk(part, headings, own), file))
        elif archive.has(name) and kind in _NOT_RENDERED:
            pages.append(_unrendered(archive.root(name), _NOT_RENDERED[kind], file))
    return [*pages, *_elsewhere(archive, file), *_properties(archive, file, own=own)]


def _page(root: Any, walk: Walk, file: str) -> Page:
    walk.blocks(root, Spot(part=walk.part))
    lines = _joined(walk.lines)
    return Page(
        file,
        "\n".join(line.source for line in lines),
        tuple(line.spot for line in lines),
        word=True,
        troubles=tuple(walk.troubles),
        controls=tuple(walk.controls),
    )


def _joined(lines: list[Line]) -> list[Line]:
    """Join the paragraphs that one tag is spread over, as docxtpl does."""
    joined: list[Line] = []
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        ahead, source = 0, line.source
        while open_tag(source) and ahead < min(len(rest), _JOINED):
            source += rest[ahead].source
            ahead += 1
        if ahead and not open_tag(source):
            line = Line(source, line.spot)
            del rest[:ahead]
        joined.append(line)
    return joined


def _unrendered(root: Any, part: str, file: str) -> Page:
    walk = Walk(part, frozenset())
    walk.blocks(root, Spot(part=part))
    message = f"nothing is filled in here: a {part} is not rendered"
    troubles = (
        Trouble("not-rendered", line.spot, message) for line in walk.lines if _tagged(line.source)
    )
    return Page(file, "", (), word=True, troubles=tuple(troubles))


_ELSEWHERE = {
    r"word/charts/.*\.xml": "chart",
    r"word/diagrams/.*\.xml": "diagram",
    r"word/glossary/document\.xml": "building block",
    r"docProps/(custom|app)\.xml": "property",
}


def _elsewhere(archive: Archive, file: str) -> Iterator[Page]:
    """Say where tags stand in parts that nobody would look for them in."""
    for pattern, part in _ELSEWHERE.items():
        for name in archive.names(pattern):
            texts = [t.strip() for e in archive.root(name).iter() for t in (e.text or "",) if t]
            spots = [Spot(n, part, text=t) for n, t in enumerate(texts, 1) if _tagged(t)]
            message = f"nothing is filled in here: a {part} is not rendered"
            troubles = tuple(Trouble("not-rendered", spot, message) for spot in spots)
            if troubles:
                yield Page(file, "", (), word=True, troubles=troubles)


def _tagged(text: str) -> bool:
    return TAG.search(text) is not None


def _heading_styles(archive: Archive, main: str) -> Iterator[str]:
    yield "outline"
    styles = [n for n, kind in archive.related(main).items() if kind == "styles"]
    for name in styles:
        for style in archive.root(name).iter(f"{W}style"):
            called = style.find(f"{W}name")
            shown = "" if called is None else str(called.get(f"{W}val", "")).lower()
            if shown.startswith(("heading", "title")):
                yield str(style.get(f"{W}styleId", ""))


def _properties(archive: Archive, file: str, *, own: bool) -> Iterator[Page]:
    if not archive.has(_CORE):
        return
    for element in archive.root(_CORE):
        name = str(element.tag).rpartition("}")[2]
        text = element.text or ""
        if not _tagged(text) and not open_tag(text):
            continue
        known = _RENDERED.get(name) or _PLAIN_PROPERTIES.get(name, name)
        spot = Spot(1, f"core-property:{known}", text=text)
        if own or name in _RENDERED:
            yield Page(file, text.replace("\n", " "), (spot,), word=True)
        else:
            trouble = Trouble("not-rendered", spot, "nothing is filled in in this property")
            yield Page(file, "", (), word=True, troubles=(trouble,))
