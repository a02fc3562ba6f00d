"""A name in any channel of a web page is found, and its twin without one passes."""

from base64 import b64encode
from collections.abc import Callable
from urllib.parse import quote

import pytest

from gate.leaks import CLEAN, LEAK, wanted
from gate.package import png
from sgdocs.gate import Code, Examined, examine

WANTED = wanted()


def page(body: str, head: str = "") -> bytes:
    """Write a page."""
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A review</title>'
        f"{head}</head><body><h1>A local review</h1><p>On Monday.</p>{body}</body></html>"
    ).encode()


def _entities(words: str) -> str:
    return "".join(f"&#{ord(c)};" if i % 2 else f"&#x{ord(c):x};" for i, c in enumerate(words))


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


def _split(words: str) -> str:
    half = len(words) // 2
    return f"<p>{words[:3]}<b>{words[3:half]}</b><!-- x --><i></i>{words[half:]}</p>"


def _escaped(words: str) -> str:
    return "".join(f"\\u{ord(c):04x}" for c in words)


def _styled(words: str) -> str:
    return "".join(f"\\{ord(c):06x}" for c in words)


def _image(kind: str, data: bytes) -> bytes:
    return page(f'<img alt="x" src="{_address(kind, data)}">')


def _noted(words: str) -> bytes:
    return png((b"tEXt", b"Author\0" + words.encode()))


_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><{0}>{1}</{0}></svg>'

CHANNELS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text": ("page text", lambda w: page(f"<p>{w}</p>")),
    "text split by tags": ("page text", lambda w: page(_split(w))),
    "entities": ("page text", lambda w: page(f"<p>{_entities(w)}</p>")),
    "letters in boxes": (
        "page text",
        lambda w: page("".join(f"<div>{letter}</div>" for letter in w)),
    ),
    "comment": ("HTML comment", lambda w: page(f"<!-- {w} -->")),
    "title": ("title", lambda w: page("", f"<title>{w}</title>")),
    "meta": ("meta", lambda w: page("", f'<meta name="author" content="{w}">')),
    "hidden": ("hidden text", lambda w: page(f"<p hidden>{w}</p>")),
    "hidden by style": ("hidden text", lambda w: page(f'<p style="display:none">{w}</p>')),
    "template": ("hidden text", lambda w: page(f"<template><p>{w}</p></template>")),
    "alt": ("alt text", lambda w: page(f'<img alt="{w}" src="{_address("image/png", png())}">')),
    "title attribute": ("title attribute", lambda w: page(f'<p title="{w}">x</p>')),
    "data attribute": ("data attribute", lambda w: page(f'<p data-who="{w}">x</p>')),
    "id": ("name attribute", lambda w: page(f'<p id="{w.replace(" ", "-")}">x</p>')),
    "class": ("class", lambda w: page(f'<p class="{w}">x</p>')),
    "form field": ("form field", lambda w: page(f'<input type="hidden" value="{w}">')),
    "link": ("link", lambda w: page(f'<a href="https://www.example.org/{quote(w)}">x</a>')),
    "script": ("script", lambda w: page(f"<script>const who = '{w}';</script>")),
    "script's escapes": ("script", lambda w: page(f"<script>'{_escaped(w)}'</script>")),
    "script's pieces": ("script", lambda w: page(f"<script>'{w[:4]}' + '{w[4:]}'</script>")),
    "style": ("style", lambda w: page(f"<style>p::before {{ content: '{w}' }}</style>")),
    "style's escapes": (
        "style",
        lambda w: page(f"<style>p::before {{ content: '{_styled(w)}' }}</style>"),
    ),
    "drawing's words": ("page text", lambda w: page(_SVG.format("text", w))),
    "drawing's title": ("page text", lambda w: page(_SVG.format("title", w))),
    "data address": (
        "data address",
        lambda w: page(f'<a href="{_address("text/plain", w.encode())}">x</a>'),
    ),
    "page in an address": (
        "data address",
        lambda w: page(f'<iframe src="{_address("text/html", page(w))}"></iframe>'),
    ),
    "picture in an address": (
        "data address",
        lambda w: _image("image/png", _noted(w)),
    ),
    "drawing in an address": (
        "data address",
        lambda w: _image("image/svg+xml", _SVG.format("desc", w).encode()),
    ),
    "after the end": ("page text", lambda w: page("") + w.encode()),
}


def looked_at(data: bytes) -> Examined:
    """Examine a page whose pictures somebody has signed for."""
    first = examine("report.html", data, WANTED)
    signed = {p.sha256 for p in first.pictures}
    return examine("report.html", data, WANTED, signed) if signed else first


@pytest.mark.parametrize("name", CHANNELS)
def test_a_name_is_found_in_its_channel(name: str) -> None:
    channel, plant = CHANNELS[name]
    examined = looked_at(plant(LEAK))
    assert channel in {f.channel for f in examined.found}, [f.line() for f in examined.found]


@pytest.mark.parametrize("name", CHANNELS)
def test_the_clean_twin_passes(name: str) -> None:
    _, plant = CHANNELS[name]
    examined = looked_at(plant(CLEAN))
    assert examined.clean, [f.line() for f in examined.found]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (page('<img src="https://www.example.org/a.png" alt="x">'), Code.ELSEWHERE),
        (page("<script>document.title = String.fromCharCode(67, 97)</script>"), Code.PROGRAM),
        (page("<a href='javascript:void(0)'>x</a>"), Code.PROGRAM),
        (page("<![CDATAi[ x ]]>"), Code.UNOPENABLE),
        (page('<bdo dir="rtl">ehmioaC</bdo>'), Code.UNDECODABLE),
        (page("<p>caf\xe9</p>").decode().encode("latin-1"), Code.UNDECODABLE),
        (page(f'<img alt="x" src="{_address("image/png", png())}">'), Code.PICTURE),
    ],
)
def test_what_nobody_can_vouch_for_is_refused(data: bytes, code: Code) -> None:
    assert code in {f.code for f in examine("report.html", data, WANTED).found}
