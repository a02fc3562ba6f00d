"""Every form of every example that goes to an agency: its own, empty, and of no other agency."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from pypdf import PdfReader

from artefacts.asking import nothing_sent, standing
from forms.filling import answers_in, terminal_fields
from journeys.papers import EXAMPLES, Made, made
from sgdocs.forms import read_identity

pytestmark = pytest.mark.slow

WITH_AGENCIES = [name for name in EXAMPLES if name not in ("nel-learning-request",)]


def sent(example: str) -> list[Made]:
    return [one for one in made(example) if one.document.order.form and has_fields(one)]


def has_fields(one: Made) -> bool:
    with ZipFile(BytesIO(one.document.word)) as archive:
        return "docProps/custom.xml" in archive.namelist()


def said_in(one: Made) -> str:
    """Give all that can be read in both files: pages, fields, properties, every part of Word's."""
    reader = PdfReader(BytesIO(one.document.pdf))
    pages = [page.extract_text() for page in reader.pages]
    with pikepdf.open(BytesIO(one.document.pdf)) as pdf:
        about = [str(value) for value in pdf.docinfo.values()]
        fields = [f"{f.get('/V', '')} {f.get('/TU', '')}" for f in terminal_fields(pdf).values()]
    with ZipFile(BytesIO(one.document.word)) as archive:
        parts = [archive.read(name).decode(errors="replace") for name in archive.namelist()]
    words = [re.sub(r"<[^>]+>", " ", part) for part in parts]
    return " ".join(" ".join((*pages, *about, *fields, *words)).split())


def telling(agency: dict[str, Any]) -> Iterator[str]:
    """Give what would tell of an agency: its name, its people, their addresses, its answer."""
    yield agency["name"]
    for role in ("manager", "contact", "chief_officer", "head_of_service"):
        person = agency.get(role, {})
        yield from (person.get("email", ""), person.get("phone", ""))
        yield person.get("name", {}).get("full", "")


def narratives(answer: Any) -> Iterator[str]:
    if isinstance(answer, dict):
        for part in answer.values():
            yield from narratives(part)
    elif isinstance(answer, list):
        for part in answer:
            yield from narratives(part)
    elif isinstance(answer, str) and len(answer) > 30:
        yield " ".join(answer.split())


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_form_tells_an_agency_of_no_other_one(example: str) -> None:
    case = standing(example, EXAMPLES[example], nothing_sent).case
    office = set(narratives(case.data.get("safeguarding_partners", [])))
    agencies = {each["id"]: dict(each) for each in case.each("agencies")}
    answers = [text for back in case.each("returns") for text in narratives(dict(back))]
    for one in sent(example):
        form = one.document.order.form
        assert form is not None
        said = said_in(one)
        own = set(telling(agencies[form.agency])) if form.agency in agencies else set()
        others = {
            text
            for name, agency in agencies.items()
            if name != form.agency
            for text in telling(agency)
        }
        shared = own | office | {""} | {o for o in others if any(o in text for text in own)}
        assert [text for text in others - shared if text in said] == [], one.stem
        assert [text for text in answers if text in said] == [], one.stem


def test_forms_go_out_in_every_procedure() -> None:
    procedures = {"nel", "tees", "darlington", "bcp", "north-yorkshire"}
    assert {p for p in procedures for e in EXAMPLES if e.startswith(p) and sent(e)} == procedures


@pytest.mark.parametrize("example", WITH_AGENCIES)
def test_a_form_says_whose_it_is_and_its_fields_are_empty(example: str) -> None:
    for one in sent(example):
        order, form = one.document.order, one.document.order.form
        assert form is not None
        assert (form.case, form.form, form.version) == (order.reference, one.artefact, 1)
        assert form.agency == order.facts["agency"]["id"]
        assert answers_in(one.document.pdf) == {}, one.stem
        reader = PdfReader(BytesIO(one.document.pdf))
        assert read_identity(str(reader.metadata["/sgdocs-form"])) == form
        foot = f"{form.case}/{form.form}/{form.agency}, version 1"
        assert all(foot in page.extract_text() for page in reader.pages), one.stem


@pytest.mark.parametrize("example", ["nel", "bcp"])
def test_the_units_part_is_words_of_the_page_and_no_field(example: str) -> None:
    for one in sent(example):
        children = one.document.order.facts["children"]
        names = [child["name"]["full"] for child in children if "full" in child.get("name", {})]
        page = " ".join(PdfReader(BytesIO(one.document.pdf)).pages[0].extract_text().split())
        parts = [part for name in names for part in re.findall(r"\w+", name)]
        assert all(part in page for part in parts), one.stem
