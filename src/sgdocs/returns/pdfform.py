"""Read the answers in a PDF form, whatever program it was filled in with."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PdfError, Stream, String
from pikepdf.settings import set_qpdf_limits

from sgdocs.errors import InputRefused
from sgdocs.forms import IDENTITY_FIELD, IDENTITY_PROPERTY, read_identity
from sgdocs.opening import limits
from sgdocs.returns.model import Answer, Reading
from sgdocs.returns.pdfguard import require_harmless

__all__ = ["read_pdf_form"]

_LANGUAGE = re.compile("\x1b[^\x1b]{0,12}\x1b")  # a mark of the language within a text
_BOUND = re.compile(r"(\d{1,4})-(.+)", re.DOTALL)
_MENDED = "reconstruct"
_RADIO = 1 << 15
_OFF = ("", "/Off", "Off")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_pdf_form(reading: Reading) -> Reading:
    """Read every answer; refuse what a form of ours never holds."""
    with _within_limits(), _opened(reading) as pdf:
        require_harmless(pdf, reading.file)
        answers = _of_one_form(tuple(_answers(pdf, reading.file)), reading.file)
        if not answers:
            raise _no_fields(pdf, reading.file)
        return replace(
            reading,
            kind="pdf",
            identity=_identity(pdf, answers),
            answers=tuple(a for a in answers if a.name != IDENTITY_FIELD),
            mended=any(_MENDED in str(warning) for warning in pdf.get_warnings()),
        )


def _of_one_form(answers: tuple[Answer, ...], where: str) -> tuple[Answer, ...]:
    """Give the answers of the form in a bound file, where each paper's fields have its number."""
    bound: dict[str, list[Answer]] = {}
    for answer in answers:
        found = _BOUND.match(answer.name)
        number, name = found.groups() if found else ("", answer.name)
        bound.setdefault(number, []).append(replace(answer, name=name))
    forms = [of for of in bound.values() if any(a.name == IDENTITY_FIELD for a in of)]
    if len(forms) > 1:
        raise InputRefused(
            "this PDF holds several forms.",
            where=where,
            remedy="Ask for each form in a file of its own.",
        )
    return tuple(forms[0] if forms else (a for of in bound.values() for a in of))


@contextmanager
def _within_limits() -> Iterator[None]:
    """Let qpdf, which parses the file, stop at our limits; they are the whole process's."""
    before = set_qpdf_limits(
        parser_max_nesting=limits.PDF_NESTING,
        parser_max_container_size=limits.PDF_CONTAINER,
        flate_max_memory=limits.PDF_STREAM_BYTES,
        png_max_memory=limits.PDF_STREAM_BYTES,
        tiff_max_memory=limits.PDF_STREAM_BYTES,
        run_length_max_memory=limits.PDF_STREAM_BYTES,
        dct_max_memory=limits.PDF_STREAM_BYTES,
        max_stream_filters=3,
        doc_max_warnings=500,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)  # type: ignore[arg-type]


@contextmanager
def _opened(reading: Reading) -> Iterator[Pdf]:
    try:
        with Pdf.open(BytesIO(reading.data)) as pdf:
            yield pdf
    except PasswordError:
        raise InputRefused(
            "this PDF is locked with a password.",
            where=reading.file,
            remedy="Ask for it without one, or open it and print it as a PDF without the password.",
        ) from None
    except InputRefused:
        raise
    except (PdfError, pikepdf.PikepdfError, ValueError, TypeError, KeyError, AttributeError):
        raise InputRefused(
            "this is not a whole PDF.",
            where=reading.file,
            remedy="Ask for it again, or for the Word form.",
        ) from None


def _identity(pdf: Pdf, answers: tuple[Answer, ...]) -> str:
    """Give what the file says it is: in its hidden field or in its properties.

    Programs rewrite the one or the other; some that fill in fields by the last part of their names
    write an answer over the hidden one.
    """
    hidden = next((a.text for a in answers if a.name == IDENTITY_FIELD), "")
    about = pdf.trailer.get("/Info", None)
    said = about.get(f"/{IDENTITY_PROPERTY}", None) if isinstance(about, Dictionary) else None
    told = (hidden, _text(said) if said is not None else "")
    return next((each for each in told if read_identity(each)), "")


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
            raise InputRefused(
                "this PDF is built to mislead: its fields lead back to one another, or are too "
                "many.",
                where=self.where,
                remedy="Ask the agency to fill in the form that you sent.",
            )

    def _bounded(self, answer: Answer) -> Answer:
        self.letters += len(answer.text)
        if self.letters > limits.VALUE_CHARACTERS:
            raise InputRefused(
                "there is more in this form than any form holds.",
                where=self.where,
                remedy="Ask for it again, on the form that was sent.",
            )
        return answer


def _answers(pdf: Pdf, where: str) -> Iterator[Answer]:
    form = pdf.Root.get("/AcroForm", None)
    fields = form.get("/Fields", None) if isinstance(form, Dictionary) else None
    walk = _Walk(where, set())
    for field in fields if isinstance(fields, Array) else ():
        if isinstance(field, Dictionary):
            yield from walk.answers(field, _Inherited(), 0)


def _own(field: Object, above: _Inherited) -> _Inherited:
    part = _text(field.T) if "/T" in field else ""
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
    return Answer(own.name, _text(own.value) if own.value is not None else "")


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
    said = _text(value) if value is not None else ""
    for option in own.options if isinstance(own.options, Array) else ():
        pair = list(option) if isinstance(option, Array) else []
        if len(pair) == 2 and said == _text(pair[1]):
            return _text(pair[0])
    return said


def _text(value: Object) -> str:
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


def _no_fields(pdf: Pdf, where: str) -> InputRefused:
    """Say what became of the fields: printed as plain words, or only a picture of them left."""
    if any(_has_letters(page.obj) for page in pdf.pages):
        return InputRefused(
            "this PDF has no fields any more: it was printed or flattened, and its answers cannot "
            "be told from the words of the form.",
            where=where,
            remedy="Ask for the form as it was filled in. Until then, note that it came: "
            "sgdocs record return.",
        )
    return InputRefused(
        "this PDF is a picture of a page: it was printed and scanned, and holds no words.",
        where=where,
        remedy="Ask for the form as it was filled in, or type it off; note that it came: "
        "sgdocs record return.",
    )


def _has_letters(page: Object) -> bool:
    resources = page.get("/Resources", None)
    if not isinstance(resources, Dictionary):
        return False
    if isinstance(fonts := resources.get("/Font", None), Dictionary) and len(fonts.keys()):
        return True
    drawn = resources.get("/XObject", None)
    inner = dict(drawn.items()).values() if isinstance(drawn, Dictionary) else ()
    return any(
        isinstance(each.get("/Resources", None), Dictionary) and "/Font" in each.Resources
        for each in inner
        if isinstance(each, Stream)
    )
