"""Walk through all objects of a PDF file, those nothing refers to as well."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Manner
from sgdocs.gate.pdf.channels import BELOW, KNOWN_NAMES, OWN
from sgdocs.gate.pdf.contents import read_stream
from sgdocs.gate.pdf.pages import Key
from sgdocs.gate.web.programs import read_program

__all__ = ["read_objects"]

_WALKED = ("/Info", "/ID", "/Root")
_GENERATED = re.compile(r"/(?:[A-Za-z]{0,3}\d{1,4}|[a-z]{1,2}|\d{1,4}\.\d{1,4})")
_PARTED = frozenset({"alternative text", "form field"})
"""What a reader may be told in one breath, though it stands in several objects."""
_BASE = "object"


@dataclass(slots=True)
class _Walk:
    evidence: Evidence
    drawn: frozenset[Key]
    within: str
    seen: set[Key] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    parted: dict[str, list[str]] = field(default_factory=dict)


def read_objects(pdf: pikepdf.Pdf, drawn: frozenset[Key], within: str, evidence: Evidence) -> None:
    """Hand on every string, name and stream, by the channel it belongs to."""
    walk = _Walk(evidence, drawn, within)
    for key in _WALKED:
        if key in pdf.trailer:
            _go(pdf.trailer[key], BELOW.get(key, _BASE), walk)
    _go(pdf.trailer, "trailer", walk)
    for each in pdf.objects:
        if isinstance(each, pikepdf.Object) and each.objgen not in walk.seen:
            _go(each, "unreferenced object", walk)
    for (channel, place), texts in walk.values.items():
        if channel == "script":
            read_program("\n".join(texts), channel, place, evidence)
        evidence.say(channel, place, "\n".join(texts), Manner.LABEL)
    for channel, pieces in walk.parted.items():
        evidence.say(channel, within.rstrip("/"), "".join(pieces), Manner.JOINED)
    for name, place in walk.names.items():
        evidence.say("name of an object", place, name.lstrip("/"), Manner.LABEL)


def _go(start: Any, channel: str, walk: _Walk) -> None:
    stack = [(start, channel, _place(start, "", walk))]
    while stack:
        value, inside, place = stack.pop()
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
            key = value.objgen
            if key != (0, 0):
                if key in walk.seen:
                    continue
                walk.seen.add(key)
                place = _place(value, place, walk)
            stack.extend(reversed([*_below(value, inside, place, walk)]))
        elif isinstance(value, pikepdf.String):
            if inside in _PARTED:
                walk.parted.setdefault(inside, []).append(str(value))
            for text in _texts(value):
                walk.values.setdefault((inside, place), []).append(text)
        elif isinstance(value, pikepdf.Name):
            _name(str(value), place, walk)


def _place(value: Any, place: str, walk: _Walk) -> str:
    number = value.objgen[0] if isinstance(value, pikepdf.Object) else 0
    return f"{walk.within}object {number}" if number else place


def _below(value: Any, channel: str, place: str, walk: _Walk) -> Iterator[tuple[Any, str, str]]:
    if isinstance(value, pikepdf.Array):
        for each in value:
            if isinstance(each, pikepdf.Object):
                yield each, channel, place
        return
    own = _channel_of(value, channel)
    if isinstance(value, pikepdf.Stream) and value.objgen not in walk.drawn:
        read_stream(value, own, place, walk.evidence)
    for key, each in sorted(value.items(), key=_names_first):
        if key not in KNOWN_NAMES:
            _name(key, place, walk)
        if isinstance(each, pikepdf.Object):
            yield each, OWN.get(key) or BELOW.get(key, own), place


def _names_first(item: tuple[str, Any]) -> bool:
    """Put an object's own name before what lies below it, as it is told."""
    return item[0] != "/T"


def _channel_of(value: Any, channel: str) -> str:
    """Give the channel of an object by what it says it is."""
    kind = str(value.get("/Type", "")) if "/Type" in value else ""
    if kind == "/OCG":
        return "layer"
    if kind == "/Annot" or "/Rect" in value:
        return "form field" if "/FT" in value else "annotation"
    if kind == "/Filespec":
        return "attachment"
    if "/FT" in value:
        return "form field"
    return channel


def _texts(value: pikepdf.String) -> Iterator[str]:
    raw = bytes(value)
    yield str(value)
    if not raw.isascii() and not raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield raw.decode("latin-1")
        yield raw.decode("utf-8", "replace")


def _name(name: str, place: str, walk: _Walk) -> None:
    if name not in KNOWN_NAMES and name not in walk.names and not _GENERATED.fullmatch(name):
        walk.names[name] = place
