"""A form that came back: read, whatever became of the file, and held against what it asks."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily
from sgdocs.returns.model import Answer, Reading, Unread

if TYPE_CHECKING:
    from sgdocs.returns.apart import Reader, reader
    from sgdocs.returns.checking import UNACCEPTABLE, findings_on, in_words, sound, take_out
    from sgdocs.returns.comparing import Change, changes_between
    from sgdocs.returns.content import Content, content_of
    from sgdocs.returns.layout import answers_by_layout
    from sgdocs.returns.names import placed
    from sgdocs.returns.pdfguard import require_harmless
    from sgdocs.returns.pdfopening import opened_pdf
    from sgdocs.returns.reading import read_forms
    from sgdocs.returns.sheet import Sheet, sheet_of

__all__ = [
    "UNACCEPTABLE",
    "Answer",
    "Change",
    "Content",
    "Reader",
    "Reading",
    "Sheet",
    "Unread",
    "answers_by_layout",
    "changes_between",
    "content_of",
    "findings_on",
    "in_words",
    "opened_pdf",
    "placed",
    "read_forms",
    "reader",
    "require_harmless",
    "sheet_of",
    "sound",
    "take_out",
]

__getattr__ = lazily(
    __name__,
    {
        "UNACCEPTABLE": "checking",
        "Change": "comparing",
        "Content": "content",
        "Reader": "apart",
        "Sheet": "sheet",
        "answers_by_layout": "layout",
        "changes_between": "comparing",
        "content_of": "content",
        "findings_on": "checking",
        "in_words": "checking",
        "opened_pdf": "pdfopening",
        "placed": "names",
        "read_forms": "reading",
        "reader": "apart",
        "require_harmless": "pdfguard",
        "sheet_of": "sheet",
        "sound": "checking",
        "take_out": "checking",
    },
)
