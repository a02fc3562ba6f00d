"""What is read in a web page: by which channel, in which readings, and what is refused."""

from base64 import b64encode

import pytest

from sgdocs.gate import Code
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Manner
from sgdocs.gate.web import read_page

PACKED = b64encode(b"Keeva was in the house all day").decode()


def _read(text: str | bytes) -> Evidence:
    evidence = Evidence()
    read_page(text if isinstance(text, bytes) else text.encode(), "in/", evidence)
    return evidence


def _channels(text: str | bytes) -> set[str]:
    """Give the channels by which a name is read, but for the second reading of the source."""
    told = ((c, t) for p in _read(text).passages for c, t in p.atoms)
    return {c for c, t in told if "Keeva" in t and c != "page source"}


def _refused(text: str | bytes) -> list[tuple[str, str, str]]:
    return [(str(f.code), f.channel, f.place) for f in _read(text).found]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("<p>Keeva", "page text"),
        ("<title>Keeva</title>", "title"),
        ("<svg><title>Keeva</title></svg>", "page text"),
        ("<p hidden>Keeva", "hidden text"),
        ("<p aria-hidden=true>Keeva", "hidden text"),
        ("<p aria-hidden=false>Keeva", "page text"),
        ("<template>Keeva</template>", "hidden text"),
        ("<noscript>Keeva</noscript>", "hidden text"),
        ("<p style='display : none'>Keeva", "hidden text"),
        ("<p style='visibility:HIDDEN'>Keeva", "hidden text"),
        ("<p style='font-size: 0'>Keeva", "hidden text"),
        ("<p hidden><b>Keeva", "hidden text"),
        ("<p hidden>x</p>Keeva", "page text"),
        ("<p hidden><b>x</p>Keeva", "page text"),
        ("<p hidden><br>x</p>Keeva", "page text"),
        ("<p hidden><i>x</b>Keeva</p>", "hidden text"),
        ("<svg><g hidden/>Keeva</svg>", "page text"),
        ("<p hidden/>Keeva", "hidden text"),
        ("<svg></svg><p hidden/>Keeva", "hidden text"),
        ("<br hidden/>Keeva", "page text"),
        ("Keeva", "page text"),
        ("<!-- Keeva -->", "HTML comment"),
        ("<!-- K<b>ee</b>va -->", "HTML comment"),
        ("<!-- Kee&#118;a -->", "HTML comment"),
        ("<!doctype html Keeva>", "declaration"),
        ("<![if Keeva]>", "declaration"),
        ("<?xml Keeva>", "declaration"),
        ("<img alt=Keeva>", "alt text"),
        ("<p title=Keeva>", "title attribute"),
        ("<meta content=Keeva>", "meta"),
        ("<input value=Keeva>", "form field"),
        ("<p id=Keeva>", "name attribute"),
        ("<p class=Keeva>", "class"),
        ("<p data-x=Keeva>", "data attribute"),
        ("<p lang=Keeva>", "attribute"),
        ("<p style='a: Keeva'>", "style"),
        ("<style>a { b: 'Keeva' }</style>", "style"),
        ("<script>a = 'Keeva'</script>", "script"),
        ("<script>a = 'Kee' + 'va'</script>", "script"),
        ("<script>a = 'Kee\\u0076a'</script>", "script"),
        ("<script>a = 'Kee\\x76a'</script>", "script"),
        ("<script>a = 'Kee\\u{76}a'</script>", "script"),
        ("<script>a = 'Kee\\166a'</script>", "script"),
        ("<style>a { b: 'Kee\\76 a' }</style>", "style"),
        ("<p onclick=Keeva>", "script"),
        ("<a href=Keeva>", "link"),
        ("<a href=K%65eva>", "link"),
        ("<a href='data:text/plain,Keeva'>", "data address"),
        ("<a href='data:Keeva,'>", "data address"),
        (f"<a href='data:text/plain;BASE64,{PACKED}'>", "data address"),
        (f"<p>see {PACKED}", "data address"),
    ],
)
def test_the_channel_of_a_name(text: str, channel: str) -> None:
    found = _channels(text)
    assert channel in found
    assert found <= {channel, "data address", "link"}


def test_names_of_attributes_and_tags_are_read() -> None:
    for text in ("<keeva>", "<p keeva=x>", "<p data-keeva=x>"):
        told = {t for p in _read(text).passages for _, t in p.atoms}
        assert any("keeva" in t for t in told)
    labels = [p for p in _read("<p data-keeva=x>").passages if p.manner is Manner.LABEL]
    assert [t for p in labels for c, t in p.atoms if c == "data attribute"] == ["x", "data-keeva"]


def _flow(text: str) -> set[str]:
    """Give the readings of a page with its gaps made small."""
    prose = (p for p in _read(text).passages if p.manner is Manner.PROSE)
    return {" ".join("".join(t for _, t in p.atoms).split()) for p in prose}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("<p>Kee<b>va</b>", "Keeva"),
        ("<p>Kee<br>va", "Kee va"),
        ("<p>Kee</p>va", "Kee va"),
        ("<p>Kee<span hidden>x</span>va", "Keeva"),
        ("<div>Kee<div hidden>x</div>va", "Keeva"),
        ("<p>Kee<template><p>x</p></template>va", "Keeva"),
        ("<p>Kee<svg><g>x</g></svg>va", "Keeva"),
        ("<p>Kee<select><option>x</select>va", "Keeva"),
        ("<ruby>Kee<rt>x</rt>va</ruby>", "Keeva"),
        ("<ruby>Kee<rp>(</rp>va</ruby>", "Keeva"),
        ("<p>Kee<script>x</script>va", "Keeva"),
    ],
)
def test_what_stands_in_the_midst_is_left_out_of_one_reading(text: str, reading: str) -> None:
    assert reading in _flow(text)


def test_lines_are_joined_in_one_reading() -> None:
    joined = [p for p in _read("<td>Kee</td><td>va</td>").passages if p.manner is Manner.JOINED]
    assert any("Keeva" in "".join(t for _, t in p.atoms) for p in joined)
    source = [t for p in joined for c, t in p.atoms if c == "page source"]
    assert source == ["Keeva"]


UNDECODABLE = "undecodable"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("<p>Robin", []),
        ("<meta charset=utf-8><p>Robin", []),
        ("<meta charset='UTF8'>", []),
        ('<meta content="text/html; charset=us-ascii">', []),
        ("<meta charset=utf-7>", [(UNDECODABLE, "page text", "in")]),
        ("<meta charset = 'latin-1'>", [(UNDECODABLE, "page text", "in")]),
        (b"<p>\xff", [(UNDECODABLE, "page text", "in")]),
        ("<p>Robin".encode("utf-16"), []),
        (b"\xfe\xff" + "<p>Robin".encode("utf-16-be"), []),
        (b"\xff\xfe\0", [(UNDECODABLE, "page text", "in")]),
        ("<bdo>x", [(UNDECODABLE, "page text", "in")]),
        ("<p style='unicode-bidi: bidi-override'>", [(UNDECODABLE, "page text", "in"),
                                                     (UNDECODABLE, "style", "in")]),
        ("<style>a { flex-direction: row-reverse }</style>", [(UNDECODABLE, "style", "in")]),
        ("<style>a { order: 2 }</style>", [(UNDECODABLE, "style", "in")]),
        ("<style>a { border: 2 }</style>", []),
        ("<style>@import 'x'</style>", [("program", "style", "in")]),
        ("<style>a { b: url( 'http://x') }</style>", [("program", "style", "in")]),
        ("<style>a { b: url(x.png) }</style>", []),
        ("<script>a = 1</script>", []),
        *((f"<script>{word}(1)</script>", [("program", "script", "in")])
          for word in ("eval", "atob", "Function", "fetch", "unescape", "String.fromCharCode")),
        ("<script>a.fetchx(1)</script>", []),
        ("<script>\\u0065val(1)</script>", [("program", "script", "in")]),
        ("<a href='https://example.org'>", []),
        ("<img src='https://example.org'>", [("elsewhere", "link", "in")]),
        ("<img src='a.png'>", [("elsewhere", "link", "in")]),
        ("<link href='#a'><link href=''>", []),
        ("<a href='javascript:x'>", [("program", "script", "in")]),
        ("<a href='VBScript:x'>", [("program", "script", "in")]),
        ("<a href='data:text/plain;base64,%%%'>", []),
        ("<a href='data:text/plain;base64,A'>", [(UNDECODABLE, "data address", "in")]),
        ("<a href='data:x,%01%02%ff'>", [(UNDECODABLE, "data address", "in")]),
        ("<![%x]>", [("unopenable", "file", "in")]),
    ],

)  # fmt: skip
def test_what_is_refused(text: str | bytes, refused: list[tuple[str, str, str]]) -> None:
    assert _refused(text) == refused


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("data:image/svg+xml,%3Csvg/%3E", "in/data address.svg"),
        ("data:text/html,x", "in/data address.html"),
        ("data:image/gif,GIF89a", "in/data address.png"),
        ("data:application/pdf,%25PDF-", "in.pdf"),
    ],
)
def test_a_file_in_an_address_is_a_file_within(address: str, name: str) -> None:
    (inner,) = _read(f"<a href='{address}'>").inner
    assert (inner.name, inner.channel) == (name, "data address")


def test_a_page_of_latin_letters_is_read_all_the_same() -> None:
    evidence = _read(b"<p>Keeva \xe9")
    assert any("Keeva é" in t for p in evidence.passages for _, t in p.atoms)
    assert [f.code for f in evidence.found] == [Code.UNDECODABLE]
