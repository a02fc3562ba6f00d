"""The fields of a PDF form, each with what was written in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from sgdocs.errors import InputRefused
from sgdocs.opening import limits
from sgdocs.returns.model import Answer
from sgdocs.returns.pdfguard import misleading, require_still

__all__ = ["answers_in", "text_of"]

_LANGUAGE = re.compile("\x1b[^\x1b]{0,12}\x1b")  # a mark of the language within a text
_RADIO = 1 << 15
_OFF = ("", "/Off", "Off")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What a field has from the fields it belongs to."""

    name: str = ""
    kind: str = ""
    flags: int = 0
    value: Object | None = None
    options: Object | None = None


@dataclass(slots=True)
class _Walk:
    """Goes through the tree of fields once; a field that comes again is a trick."""

    where: str
    seen: set[tuple[int, int]]
    fields: int = 0
    letters: int = 0

    def answers(self, field: Object, above: _Inherited, depth: int) -> Iterator[Answer]:
        """Give the answers in a field and in those beneath it."""
        self._require_new(field, depth)
        own = _own(field, above)
        named = [kid for kid in _kids(field) if "/T" in kid]
        if named:
            for kid in named:
                yield from self.answers(kid, own, depth + 1)
        elif own.name:
            yield self._bounded(_answer(field, own))

    def _require_new(self, field: Object, depth: int) -> None:
        number = field.objgen
        again = number != (0, 0) and number in self.seen
        self.seen.add(number)
        self.fields += 1
        if again or depth > limits.FIELD_DEPTH or self.fields > limits.FIELDS:
            raise misleading("its fields lead back to one another, or are too many", self.where)
        if "/AA" in field:
            require_still(field, self.where)

    def _bounded(self, answer: Answer) -> Answer:
        self.letters += len(answer.text)
        if self.letters > limits.VALUE_CHARACTERS:
            raise InputRefused(
                "there is more in this form than any form holds.",
                where=self.where,
                remedy="Ask for it again, on the form that was sent.",
            )
        return answer


def answers_in(pdf: Pdf, where: str) -> Iterator[Answer]:
    """Give the answer in each field, by its whole name."""
    form = pdf.Root.get("/AcroForm", None)
    fields = form.get("/Fields", None) if isinstance(form, Dictionary) else None
    walk = _Walk(where, set())
    for field in fields if isinstance(fields, Array) else ():
        if isinstance(field, Dictionary):
            yield from walk.answers(field, _Inherited(), 0)


def _own(field: Object, above: _Inherited) -> _Inherited:
    part = text_of(field.T) if "/T" in field else ""
    return _Inherited(
        name=".".join(filter(None, (above.name, part))),
        kind=str(field.get("/FT", above.kind)),
        flags=int(field.get("/Ff", above.flags)),
        value=field.get("/V", above.value),
        options=field.get("/Opt", above.options),
    )


def _kids(field: Object) -> list[Object]:
    kids = field.get("/Kids", None)
    return [k for k in kids if isinstance(k, Dictionary)] if isinstance(kids, Array) else []


def _answer(field: Object, own: _Inherited) -> Answer:
    if own.kind == "/Btn":
        return Answer(own.name, _pressed(field, own))
    if own.kind == "/Ch":
        return Answer(own.name, _chosen(own))
    return Answer(own.name, text_of(own.value) if own.value is not None else "")


def _pressed(field: Object, own: _Inherited) -> str:
    """Say whether a box is ticked: its value says so, else what is seen on the page."""
    states = [str(own.value)] if isinstance(own.value, Name) else []
    if not states:
        states = [str(each.get("/AS", "")) for each in (field, *_kids(field))]
    on = next((state for state in states if state not in _OFF), "")
    return on.lstrip("/") if on and own.flags & _RADIO else "yes" if on else ""


def _chosen(own: _Inherited) -> str:
    value = own.value
    if isinstance(value, Array):
        value = value[0] if len(value) else None
    said = text_of(value) if value is not None else ""
    for option in own.options if isinstance(own.options, Array) else ():
        pair = list(option) if isinstance(option, Array) else []
        if len(pair) == 2 and said == text_of(pair[1]):
            return text_of(pair[0])
    return said


def text_of(value: Object) -> str:
    """Give the words of a string or, where a program wrote it so, of a stream."""
    if isinstance(value, Stream):
        raw = value.read_bytes()
        return _decoded(raw)
    if isinstance(value, Name):
        return str(value).lstrip("/")
    return _decoded(bytes(value)) if isinstance(value, String) else ""


def _decoded(raw: bytes) -> str:
    if raw.startswith(_WIDE):
        return _LANGUAGE.sub("", raw.decode("utf-16", errors="replace"))
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw[3:].decode("utf-8", errors="replace")
    return raw.decode("pdfdoc", errors="replace")
