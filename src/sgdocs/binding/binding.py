"""Bind papers into one PDF that keeps every tag, bookmark, link and field."""

import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from pikepdf import Dictionary, Name, NumberTree, Object, ObjectStreamMode, Pdf, Stream

from sgdocs.binding.covering import set_cover
from sgdocs.binding.filling import join_forms
from sgdocs.binding.finding import join_bookmarks, join_places, link_cover
from sgdocs.binding.marking import keys_used, mark_names, mark_of, shift_keys
from sgdocs.binding.model import Cover, Part
from sgdocs.binding.opening import Source, open_source
from sgdocs.binding.tagging import join_tags
from sgdocs.content import Content

__all__ = ["bind"]

_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+")
_READABLE = re.compile(rb"<pdfuaid:(\w+)>[^<]*</pdfuaid:\1>")
_LASTING = re.compile(rb"<pdfaid:(part|conformance)>[^<]*</pdfaid:\1>")


def bind(parts: Sequence[Part], cover: Cover, content: Content) -> bytes:
    """Bind papers under their cover; PDF/UA-1, and PDF/A-2a where every paper is."""
    papers = [
        open_source(part.title, part.pdf, n, foreign=part.foreign)
        for n, part in enumerate(parts, 1)
    ]
    counted = [(part, len(paper.pdf.pages)) for part, paper in zip(parts, papers, strict=True)]
    front = open_source(cover.title, set_cover(cover, counted, content), 0)
    return _bound([front, *papers])


def enclose(report: Part, stamped: Sequence[Part]) -> bytes:
    """Put papers from elsewhere behind a report, each with a bookmark."""
    first = open_source(report.title, report.pdf, 1)
    others = [open_source(p.title, p.pdf, n, foreign=True) for n, p in enumerate(stamped, 2)]
    return _bound([first, *others])


def _bound(sources: Sequence[Source]) -> bytes:
    whole = Pdf.new()
    shifts = _shifts(sources)
    taken = [_taken(whole, each, n, shifts[n]) for n, each in enumerate(sources)]
    link_cover(taken)
    root = whole.Root
    root.StructTreeRoot = join_tags(whole, taken, shifts)
    root.Outlines = join_bookmarks(whole, taken)
    root.Names = Dictionary(Dests=join_places(whole, taken))
    root.PageLabels = _page_labels(whole)
    if form := join_forms(taken):
        root.AcroForm = form
    _introduce(whole, taken)
    return _written(whole)


def _shifts(sources: Sequence[Source]) -> list[int]:
    shifts = [0]
    for source in sources:
        shifts.append(shifts[-1] + keys_used(source.pdf))
    return shifts[:-1]


def _taken(whole: Pdf, source: Source, number: int, shift: int) -> Source:
    """Take a paper into the whole: its pages first, so that all else finds them there."""
    shift_keys(source.pdf, shift)
    mark_names(source.pdf, mark_of(number))
    start = len(whole.pages)
    for page in source.pdf.pages:
        whole.pages.append(page)
    copy = whole.copy_foreign(source.pdf.Root)
    return replace(source, root=copy, pages=tuple(whole.pages)[start:])


def _page_labels(whole: Pdf) -> Object:
    """Count pages through the whole file, as the cover does."""
    labels = NumberTree.new(whole)
    labels[0] = Dictionary(S=Name.D)
    return labels.obj


def _introduce(whole: Pdf, sources: Sequence[Source]) -> None:
    """Say of the whole what its cover says of itself: title, language, colours, standards."""
    cover = sources[0]
    for name in ("/Lang", "/MarkInfo", "/OutputIntents", "/ViewerPreferences"):
        whole.Root[name] = cover.root[name]
    for name, value in cover.pdf.docinfo.items():
        whole.docinfo[name] = value
    told = _PAGES.sub(str(len(whole.pages)).encode(), cover.metadata)
    if not all(source.lasting for source in sources):
        told = _LASTING.sub(b"", told)
    if not all(source.readable for source in sources):
        told = _READABLE.sub(b"", told)
    whole.Root.Metadata = Stream(whole, told, Type=Name.Metadata, Subtype=Name.XML)


def _written(whole: Pdf) -> bytes:
    out = BytesIO()
    whole.save(
        out,
        deterministic_id=True,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
    )
    return out.getvalue()
