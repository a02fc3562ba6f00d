"""Read the answers in a PDF form, whatever program it was filled in with."""

import re
from dataclasses import replace

from pikepdf import Dictionary, Object, Pdf, Stream

from sgdocs.errors import InputRefused
from sgdocs.forms import IDENTITY_FIELD, IDENTITY_PROPERTY, read_identity
from sgdocs.returns.model import Answer, Reading
from sgdocs.returns.pdffields import answers_in, text_of
from sgdocs.returns.pdfguard import require_harmless
from sgdocs.returns.pdfopening import opened_pdf

__all__ = ["read_pdf_form"]

_BOUND = re.compile(r"(\d{1,4})-(.+)", re.DOTALL)
_MENDED = "reconstruct"


def read_pdf_form(reading: Reading) -> Reading:
    """Read every answer; refuse what a form of ours never holds."""
    with opened_pdf(reading.data, reading.file) as pdf:
        require_harmless(pdf, reading.file)
        answers = _of_one_form(tuple(answers_in(pdf, reading.file)), reading.file)
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


def _identity(pdf: Pdf, answers: tuple[Answer, ...]) -> str:
    """Give what the file says it is: in its hidden field or in its properties.

    Programs rewrite the one or the other; some that fill in fields by the last part of their names
    write an answer over the hidden one.
    """
    hidden = next((a.text for a in answers if a.name == IDENTITY_FIELD), "")
    about = pdf.trailer.get("/Info", None)
    said = about.get(f"/{IDENTITY_PROPERTY}", None) if isinstance(about, Dictionary) else None
    told = (hidden, text_of(said) if said is not None else "")
    return next((each for each in told if read_identity(each)), "")


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
