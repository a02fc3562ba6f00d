"""What cannot be bound is refused, by its number and never by its words."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from binding.specimen import COVER, letter, note
from papers.specimen import CONTENT
from sgdocs.binding import Part, bind, encrypt
from sgdocs.errors import InputRefused
from validation.pdfcheck import faults


def changed(pdf: bytes, change) -> bytes:
    """Change a PDF from within."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        out = BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def silent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def enclosing(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = b"a note"


def signed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Perms = Dictionary()


def otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Strong=Name.P)


def not_lasting(pdf: pikepdf.Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<pdfaid:(part|conformance)>\w</pdfaid:\1>", b"", told))


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (b"%PDF-1.7 Zephyrine", "is not a PDF that can be read"),
        (b"", "is not a PDF that can be read"),
        (changed(note(), untagged), "has no tags"),
        (changed(note(), silent), "has no tags"),
        (encrypt(note(), "three plain words"), "is locked with a password"),
        (changed(note(), enclosing), "binding would lose"),
        (changed(note(), signed), "binding would lose"),
        (changed(note(), otherwise), "gives a tag another meaning"),
    ],
)
def test_what_cannot_be_bound_is_refused(pdf: bytes, said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        bind((Part("Zephyrine", letter()), Part("Zephyrine", pdf)), COVER, CONTENT)
    assert said in str(refused.value)
    assert "paper 2" in str(refused.value)
    assert "Zephyrine" not in str(refused.value)


def test_a_letter_no_font_has_is_refused_without_quoting_it() -> None:
    cover = replace(COVER, recipient=("北京",))
    with pytest.raises(InputRefused, match="cover") as refused:
        bind((Part("A note", note()),), cover, CONTENT)
    assert "北京" not in str(refused.value)


def test_the_whole_claims_to_last_only_where_every_paper_does() -> None:
    brief = changed(note(), not_lasting)
    made = bind((Part("A note", note()), Part("A form", brief)), COVER, CONTENT)
    with pikepdf.open(BytesIO(made)) as pdf:
        assert b"pdfaid:part>" not in pdf.Root.Metadata.read_bytes()
    assert faults(made, "ua1") == []
