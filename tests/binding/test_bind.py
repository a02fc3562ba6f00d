"""A bound file has every page, tag, bookmark, place and link of its papers."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import NameTree, NumberTree

from binding.specimen import COVER, forms, letter, note, parts
from papers.specimen import CONTENT, pdf_pages
from sgdocs.binding import Part, bind
from sgdocs.content import Content
from sgdocs.typesetting import Sheet, typeset
from validation.pdfcheck import faults

PLACES = """
#set document(title: "Places")
#set text(font: "Source Sans Pro", lang: "en", region: "GB")
= One <one>
#link(<two>)[To two]
#pagebreak()
== Two <two>
#link(<one>)[To one]#footnote[A note]
"""


@pytest.fixture(scope="module")
def data() -> bytes:
    return bind(parts(), COVER, CONTENT)


@pytest.fixture(scope="module")
def bound(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def tags(tag: Any) -> Iterator[Any]:
    """Walk the tree of tags in reading order."""
    yield tag
    kids = tag.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from tags(kid)


def tags_of(pdf: pikepdf.Pdf) -> list[Any]:
    return [tag for kid in pdf.Root.StructTreeRoot.K for tag in tags(kid)]


def places(workspace: Path) -> bytes:
    """Set a paper whose links lead to named places within it."""
    (workspace / "templates").mkdir()
    (workspace / "templates" / "places.typ").write_text(PLACES, encoding="utf-8")
    return typeset(Sheet("places.typ", "{}", date(2026, 4, 2)), Content(workspace))


def test_every_page_says_what_it_said(data: bytes) -> None:
    pages = pdf_pages(data)
    assert pages[1:] == [*pdf_pages(letter()), *pdf_pages(note()), *pdf_pages(letter())]


def test_each_page_finds_its_own_tags(bound: pikepdf.Pdf) -> None:
    tree = NumberTree(bound.Root.StructTreeRoot.ParentTree)
    keys = [int(page.StructParents) for page in bound.pages]
    assert len(set(keys)) == len(bound.pages)
    for page, key in zip(bound.pages, keys, strict=True):
        held = {tag.get("/Pg", page.obj).objgen for tag in tree[key]}
        assert page.obj.objgen in held
    assert int(bound.Root.StructTreeRoot.ParentTreeNextKey) > max(tree)


def test_no_tag_is_lost_and_all_hang_from_one_document(bound: pikepdf.Pdf) -> None:
    alone = [pikepdf.open(BytesIO(part.pdf)) for part in parts()]
    (document,) = bound.Root.StructTreeRoot.K
    assert document.S == "/Document"
    assert [str(tag.T) for tag in document.K] == [COVER.title, *(part.title for part in parts())]
    assert [str(tag.Lang) for tag in document.K] == ["en-GB", "en-GB", "cy", "en-GB"]
    cover = len(list(tags(document.K[0])))
    assert len(tags_of(bound)) == 1 + cover + sum(len(tags_of(pdf)) for pdf in alone)


def test_cells_find_their_own_headers(bound: pikepdf.Pdf) -> None:
    known = NameTree(bound.Root.StructTreeRoot.IDTree)
    for number, part in enumerate(bound.Root.StructTreeRoot.K[0].K):
        own = {str(tag.ID) for tag in tags(part) if "/ID" in tag}
        named = {
            str(header)
            for tag in tags(part)
            for held in tag.get("/A", ())
            for header in held.get("/Headers", ())
        }
        assert named <= own <= set(known.keys())
        assert all(name.startswith(f"{number}-") for name in own)


def test_each_paper_has_its_bookmark_with_its_own_beneath(bound: pikepdf.Pdf) -> None:
    with bound.open_outline() as outline:
        entries = [(entry.title, [e.title for e in entry.children]) for entry in outline.root]
    heading = "About *this* & <that> #paper"
    assert entries == [
        (COVER.title, []),
        ("Request for information", [heading]),
        ("A note", ["Nodyn"]),
        ("The request again", [heading]),
    ]


def test_links_between_places_stay_within_their_paper(tmp_path: Path) -> None:
    paper = places(tmp_path)
    made = bind((Part("First", paper), Part("Second", paper)), COVER, CONTENT)
    with pikepdf.open(BytesIO(made)) as pdf:
        named = NameTree(pdf.Root.Names.Dests)
        assert sorted(named.keys()) == ["1-one", "1-two", "2-one", "2-two"]
        number = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
        led = [
            number[named[str(link.Dest)][0].objgen]
            for page in pdf.pages
            for link in page.get("/Annots", ())
            if isinstance(link.get("/Dest"), pikepdf.String)
        ]
    assert led == [3, 2, 5, 4]
    assert [faults(made, profile) for profile in ("ua1", "2a")] == [[], []]


def test_the_cover_leads_to_each_paper(bound: pikepdf.Pdf) -> None:
    number = {page.obj.objgen: n for n, page in enumerate(bound.pages, 1)}
    links = list(bound.pages[0].Annots)
    assert [number[link.Dest[0].objgen] for link in links] == [2, 5, 6]
    assert [str(link.Contents) for link in links] == [part.title for part in parts()]


def test_the_cover_says_what_lies_where(data: bytes) -> None:
    words = " ".join(pdf_pages(data)[0].split())
    for said in (*COVER.recipient, COVER.marking, COVER.reference, "Thursday 2 April 2026"):
        assert said in words
    for line in ("Request for information 3 2", "A note 1 5", "The request again 3 6"):
        assert line in words.replace(" EXM-2026-004/SCSI-2, version 3", "")
    assert all(sha256(part.pdf).hexdigest() in words for part in parts())
    assert "Pages in all 8" in words


def test_it_says_of_itself_what_its_cover_says(bound: pikepdf.Pdf) -> None:
    root = bound.Root
    assert str(bound.docinfo.Title) == COVER.title
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert len(root.OutputIntents) == 1
    told = root.Metadata.read_bytes().decode()
    for claim in ("<pdfuaid:part>1", "<pdfaid:part>2", "<pdfaid:conformance>A", "NPages>8<"):
        assert claim in told
    assert [page.label for page in bound.pages] == [str(n) for n in range(1, 9)]


def test_the_same_papers_give_the_same_bytes(data: bytes) -> None:
    assert bind(parts(), COVER, CONTENT) == data


def test_many_papers_make_a_cover_of_several_pages() -> None:
    many = tuple(Part(f"Paper {n}", note()) for n in range(1, 41))
    made = bind(many, COVER, CONTENT)
    with pikepdf.open(BytesIO(made)) as pdf:
        covers = len(pdf.pages) - 40
    words = " ".join(pdf_pages(made)[:covers])
    assert covers > 1
    assert f"Paper 40 1 {covers + 40}" in words
    assert faults(made, "ua1") == []


def test_each_copy_of_a_form_is_filled_in_by_itself() -> None:
    made = bind(forms(), COVER, CONTENT)
    with pikepdf.open(BytesIO(made)) as pdf:
        form = pdf.Root.AcroForm
        assert [str(field.T) for field in form.Fields] == ["1-note", "3-note"]
        assert [str(field.DA) for field in form.Fields] == ["0 g /1-F0 9 Tf", "0 g /3-F0 9 Tf"]
        assert sorted(form.DR.Font.keys()) == ["/1-F0", "/3-F0"]
        shown = [a.objgen for p in pdf.pages for a in p.get("/Annots", ()) if "/FT" in a]
        assert shown == [field.objgen for field in form.Fields]
