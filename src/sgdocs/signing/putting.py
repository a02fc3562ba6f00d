"""Sign one field of a PDF with a person's key; what shows in it is set by our own typesetter."""

import json
from datetime import datetime

from sgdocs.content import Content
from sgdocs.dates import words
from sgdocs.errors import InputRefused, SafetyRefused, UsageRefused
from sgdocs.signing import hanko
from sgdocs.signing.guarding import require_signable
from sgdocs.signing.hanko import Box, Sealing
from sgdocs.signing.keys import Key
from sgdocs.typesetting import Sheet, can_set, typeset

__all__ = ["sign"]

_TEMPLATE = "signature.typ"
_LEAST = (40.0, 12.0)


def sign(data: bytes, field: str, key: Key, at: datetime, content: Content) -> bytes:
    """Give the file with one more signature; all that was there before stays, byte for byte."""
    hanko.require()
    require_signable(data, field)
    box = _open_box(data, field)
    key.require_valid(at)
    return hanko.put(data, field, Sealing(key.data, key.password, at, _seen(box, key, at, content)))


def _open_box(data: bytes, field: str) -> Box:
    try:
        there = {box.name: box for box in hanko.boxes(hanko.opened(data))}
    except Exception:  # noqa: BLE001 - a hostile file finds faults in any parser
        raise InputRefused("this PDF cannot be signed: it is damaged.") from None
    if field not in there:
        unsigned = ", ".join(name for name, box in there.items() if not box.signed)
        raise UsageRefused(
            "this PDF has no such field for a signature.",
            where=field,
            remedy=f"Open for signing: {unsigned}." if unsigned else "None is open for signing.",
        )
    if there[field].signed:
        raise SafetyRefused(
            "this field is signed already.",
            where=field,
            remedy="A signature is not written over. Look at it with sgdocs sign --verify.",
        )
    return there[field]


def _seen(box: Box, key: Key, at: datetime, content: Content) -> bytes | None:
    """Set what shows in the field; nothing where it is too small to be read."""
    if box.size[0] < _LEAST[0] or box.size[1] < _LEAST[1]:
        return None
    who = f"Signed electronically by {key.name}"
    data = {
        "title": "Signature",
        "day": {"year": at.year, "month": at.month, "day": at.day},
        "width": box.size[0],
        "height": box.size[1],
        "who": who if key.name and can_set(who, content) else "Signed electronically",
        "when": f"{words(at.date())} at {at:%H:%M}",
    }
    sheet = Sheet(_TEMPLATE, json.dumps(data, ensure_ascii=False), at.date())
    return typeset(sheet, content)
