"""What a field's control is called, for those who hear the form read out."""

import re

from making.fields import Field
from making.shapes import Shape
from sgdocs.papers import REQUIRED

__all__ = ["name_of"]

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_REQUIRED = len(REQUIRED)
_LONGEST = 64  # Word takes a file for broken whose control has a longer name
_NUMBER = " {{ loop.index }}"


def name_of(field: Field, shape: Shape, label: str, around: str, *, alone: bool) -> str:
    """Name a field by its label, by the words after a tick, and by the number of its row."""
    label, around = _plain(label), _plain(around)
    own = around or _spoken(field) if field.kind == "tick" else shape.title
    words = (
        label if label and alone and field.kind != "tick" else ": ".join(filter(None, (label, own)))
    )
    number = _NUMBER if field.tag.loops else ""
    return _cut(words or shape.title, _LONGEST - _REQUIRED - len(number)) + number


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _TAGS.sub("", text)).strip(" :,")


def _spoken(field: Field) -> str:
    return "" if "{" in field.value else field.value.replace("_", " ")


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1].rpartition(" ")[0] + "…"
