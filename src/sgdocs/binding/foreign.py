"""A paper that came from elsewhere: its pages taken, and nothing besides, in another process."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from pikepdf import Object, Pdf

from sgdocs.errors import InputRefused
from sgdocs.opening import limits

__all__ = ["Enclosure", "Opened", "open_enclosure"]

_CHILD = (sys.executable, "-P", "-m", "sgdocs.binding.taking")
_SECONDS = 60.0  # some hundred pages of pictures take ten


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A PDF to include whole: whose it is, what it is called, and how its pages are marked."""

    pdf: bytes
    title: str
    agency: str
    reference: str
    marking: str
    made_on: date
    said: str
    """What stands under each page, such as “As it was sent”."""
    page_words: str
    """How pages are counted: “Page {number} of {count}”."""
    alt_words: str
    """What a screen reader says of a page: “Page {number} of {count}, as it was sent”."""
    no_text_words: str
    """What it says besides of a page without text."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An enclosure's pages as drawings, and which of them are pictures without text."""

    pdf: Pdf
    pages: tuple[Object, ...]
    without_text: frozenset[int]


def open_enclosure(data: bytes, where: str) -> Opened:
    """Take its pages, or say why it cannot be included."""
    if len(data) > limits.FILE_BYTES:
        raise _refused("is larger than may be included.", where, "Ask for it in parts.")
    told, taken = _taken(data, where)
    if "refused" in told:
        raise _refused(told["refused"], where, told["remedy"])
    pdf = Pdf.open(BytesIO(taken))
    pages = tuple(page.obj.Resources.XObject.Page for page in pdf.pages)
    return Opened(pdf, pages, frozenset(told["bare"]))


def _taken(data: bytes, where: str) -> tuple[dict[str, Any], bytes]:
    """Have another process do it, which may swell or hang without harm."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed argument list
            _CHILD,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
        head, _, taken = done.stdout.partition(b"\n")
        return json.loads(head), taken
    except (subprocess.SubprocessError, OSError, ValueError):
        raise _refused(
            "could not be read within the time and memory that any report needs.",
            where,
            "It may be built to do harm. Ask the agency, by telephone, whether it sent this.",
        ) from None


def _refused(what: str, where: str, remedy: str) -> InputRefused:
    return InputRefused(f"this enclosure {what}", where=where, remedy=remedy)
