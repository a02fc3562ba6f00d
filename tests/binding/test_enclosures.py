"""Papers from elsewhere behind a report: marked, numbered, readable, and harmless."""

from datetime import date
from io import BytesIO

import pikepdf
import pypdf
import pytest

from binding import foreign
from papers.specimen import CONTENT, paper
from sgdocs.binding import Cover, Enclosure, Part, bind, enclose, stamp
from sgdocs.errors import InputRefused
from sgdocs.papers import as_pdf
from validation.pdfcheck import faults


def enclosure(pdf: bytes, **changed: object) -> Enclosure:
    made: dict[str, object] = {
        "pdf": pdf,
        "title": "Review of its own",
        "agency": "Humberside Police",
        "reference": "EXM-2026-004",
        "marking": "OFFICIAL-SENSITIVE",
        "made_on": date(2026, 1, 5),
        "said": "As it was sent",
        "page_words": "Page {number} of {count}",
        "alt_words": "Page {number} of {count}, as it was sent.",
        "no_text_words": "It has no text.",
    }
    return Enclosure(**(made | changed))  # type: ignore[arg-type]


def stamped(pdf: bytes) -> bytes:
    return stamp(enclosure(pdf), "police.pdf", CONTENT)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def alts(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        every = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary)]
        return {str(o.Alt) for o in every if "/Alt" in o}


def test_each_page_bears_the_marking_its_number_and_whose_it_is() -> None:
    for number, text in enumerate(pages(stamped(foreign.sent("One", "-Two", "Three"))), 1):
        for said in ("OFFICIAL-SENSITIVE", "Humberside Police", f"Page {number} of 3"):
            assert said in text


def test_the_words_of_the_agency_stay_text() -> None:
    first, second = pages(stamped(foreign.sent("What the agency wrote", "-And went on")))
    assert "What the agency wrote" in first
    assert "And went on" in second


def test_a_page_that_lies_across_has_a_page_that_does() -> None:
    with pikepdf.open(BytesIO(stamped(foreign.sent("One", "-Two")))) as pdf:
        shapes = [float(p.mediabox[2]) > float(p.mediabox[3]) for p in pdf.pages]
    assert shapes == [False, True]
    with pikepdf.open(BytesIO(stamped(foreign.turned("Turned")))) as pdf:
        assert float(pdf.pages[0].mediabox[2]) > float(pdf.pages[0].mediabox[3])


def test_a_screen_reader_is_told_what_each_page_is() -> None:
    assert alts(stamped(foreign.sent("One", "Two"))) == {
        "Page 1 of 2, as it was sent.",
        "Page 2 of 2, as it was sent.",
    }
    assert alts(stamped(foreign.scanned())) == {"Page 1 of 1, as it was sent. It has no text."}


def test_answers_typed_into_a_form_are_there_and_can_no_longer_be_changed() -> None:
    made = stamped(foreign.filled_form())
    assert "Typed answer" in pages(made)[0]
    with pikepdf.open(BytesIO(made)) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_nothing_of_the_file_but_its_pages_is_taken() -> None:
    made = stamped(foreign.doing_things())
    assert "Harmless words" in pages(made)[0]
    with pikepdf.open(BytesIO(made)) as pdf:
        assert not pdf.attachments
        assert "/OpenAction" not in pdf.Root
        assert "/Annots" not in pdf.pages[0]
        every = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        assert not [o for o in every if "/JS" in o]


def test_the_same_file_gives_the_same_bytes() -> None:
    assert stamped(foreign.sent("One")) == stamped(foreign.sent("One"))


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (foreign.locked(), "locked with a password"),
        (foreign.broken(), "not a whole PDF"),
        (b"", "not a whole PDF"),
        (foreign.swelling(), "time and memory|larger than any page|not a whole PDF"),
        (b"PK\x03\x04 a Word file", "not a whole PDF"),
        (foreign.sent(*(["x"] * 401)), "more than 400 pages"),
        (b"%PDF-1.7\n" + b"0" * 25_000_001, "larger than may be included"),
    ],
)
def test_what_cannot_be_included_is_refused(pdf: bytes, said: str) -> None:
    with pytest.raises(InputRefused, match=said) as refused:
        stamped(pdf)
    assert "police.pdf" in str(refused.value)


def test_a_report_is_bound_with_what_was_sent_and_a_bookmark_for_each() -> None:
    report = as_pdf(paper(), CONTENT)
    parts = [Part(f"Agency {n}", stamped(foreign.sent(f"Part {n}"))) for n in (1, 2)]
    whole = enclose(Part("The report", report), parts)
    reader = pypdf.PdfReader(BytesIO(whole))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["The report", "Agency 1", "Agency 2"]
    assert len(reader.pages) == len(pypdf.PdfReader(BytesIO(report)).pages) + 2
    assert {rule.partition(":")[0] for rule in faults(whole, "ua1")} <= {
        "PDFUA1-FONT-EMBEDDING-001",  # the agency's own file leaves its fonts out
        "PDFUA1-ID-PART-001",
        "PDFUA1-ID-SCHEMA-001",
    }


def test_a_report_with_enclosures_can_be_bound_under_a_cover() -> None:
    report = Part("The report", as_pdf(paper(), CONTENT))
    whole = enclose(report, [Part("Agency", stamped(foreign.sent("Words")))])
    cover = Cover(
        "Papers", ("Somebody",), "EXM-1", "OFFICIAL-SENSITIVE", date(2026, 1, 5), "Office", ()
    )
    with pytest.raises(InputRefused, match="no tags"):
        bind([Part("The report", whole)], cover, CONTENT)
    bound = bind([Part("The report", whole, foreign=True)], cover, CONTENT)
    with pikepdf.open(BytesIO(bound)) as pdf:
        assert b"<pdfuaid:part>" not in pdf.Root.Metadata.read_bytes()
        assert "/StructTreeRoot" in pdf.Root
