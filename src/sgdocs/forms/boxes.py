"""What a PDF reader is told of each field: what may be written there, and how it looks."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from sgdocs.forms.fields import Field
from sgdocs.forms.lettering import FONT
from sgdocs.forms.looks import INK, Looks, Size
from sgdocs.papers import InputKind, unprintable
from sgdocs.typesetting import writing_face

__all__ = ["ON", "appearance", "hidden", "meaning", "signature", "writing"]

ON = "/Yes"
_OFF = "/Off"
_READ_ONLY, _REQUIRED, _LINES, _DROPDOWN = 1, 1 << 1, 1 << 12, 1 << 17
_HIDDEN = 1 << 1
_LONGEST: Mapping[InputKind, int] = {"date": 10, "time": 5}
_ONE_LINE = 20.0
_SIZES: Mapping[InputKind, float] = {"date": 9, "time": 9, "choice": 9}
_PAPER = (0.953, 0.969, 0.976)
_NOTHING_CHOSEN = ("", " ")

Told = dict[str, Any]


def meaning(field: Field, size: Size) -> Told:
    """Say what a field is, and what may be answered."""
    told = {"/TU": String(field.tooltip), **_KINDS.get(field.kind, _text)(field)}
    needed = _REQUIRED if field.asks.required else 0
    lines = _LINES if _has_lines(field, size) else 0
    if flags := int(told.get("/Ff", 0)) | needed | lines:
        told["/Ff"] = flags
    return told


def _has_lines(field: Field, size: Size) -> bool:
    """Say whether words go on in a next line: in a box of a table a short answer may too."""
    return field.kind == "long" or (field.kind == "text" and size[1] > _ONE_LINE)


def appearance(field: Field, size: Size, looks: Looks) -> Told:
    """Draw it with its answer."""
    asks = field.asks
    if field.kind != "tick":
        words, lines = _drawable(field), _has_lines(field, size)
        return {"/AP": Dictionary(N=looks.words(words, size, lines=lines))}
    drawn = Dictionary({ON: looks.tick(size), _OFF: looks.empty(size)})
    return {"/AP": Dictionary(N=drawn), "/AS": Name(ON if asks.ticked else _OFF)}


def _drawable(field: Field) -> str:
    """Give the words of an answer; refuse one with a letter that the face of fields lacks."""
    words = unicodedata.normalize("NFC", field.asks.words)
    for letter in words:
        if letter != "\n" and ord(letter) not in writing_face().glyphs:
            raise unprintable(letter, f"field {field.name}")
    return words


def writing(size: float = 0) -> String:
    """Say in which letters a reader writes; without a size, so large or small that they fit."""
    return String(f"{FONT} {size:g} Tf {INK.decode()}")


def signature(role: str) -> Told:
    """Say what a field is that a person signs."""
    return {"/FT": Name.Sig, "/TU": String(role)}


def hidden(value: str) -> Told:
    """Say what a field is that nobody sees or changes."""
    return {"/FT": Name.Tx, "/Ff": _READ_ONLY, "/F": _HIDDEN, "/V": String(value)}


def _text(field: Field) -> Told:
    told: Told = {"/FT": Name.Tx, "/DA": writing(_SIZES.get(field.kind, 0))}
    if field.kind in _LONGEST:
        told["/MaxLen"] = _LONGEST[field.kind]
    if field.asks.value:
        told["/V"] = String(field.asks.value)
    return told


def _tick(field: Field) -> Told:
    state = Name(ON if field.asks.ticked else _OFF)
    return {"/FT": Name.Btn, "/V": state, "/MK": Dictionary(CA=String("4"))}


def _choice(field: Field) -> Told:
    offered = (_NOTHING_CHOSEN, *field.choices)
    chosen = field.asks.value
    told: Told = {
        "/FT": Name.Ch,
        "/Ff": _DROPDOWN,
        "/DA": writing(_SIZES["choice"]),
        "/MK": Dictionary(BG=Array(_PAPER)),  # what is chosen covers the arrow on the page
        "/Opt": Array([Array(list(map(String, each))) for each in offered]),
    }
    return told | ({"/V": String(chosen)} if chosen else {})


_KINDS: Mapping[InputKind, Callable[[Field], Told]] = {"tick": _tick, "choice": _choice}
