"""Make one paper for one person, as Word and as PDF with the same words."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sgdocs import briefing
from sgdocs.binding import Part, enclose
from sgdocs.content import Content
from sgdocs.documents.model import Document, Order, Sender
from sgdocs.documents.placing import path_holding
from sgdocs.documents.wording import Wording, Wordings
from sgdocs.forms import FormIdentity, fillable_pdf, fillable_word
from sgdocs.letters import Frame, Letter, compose, load_letter
from sgdocs.papers import (
    Filling,
    Letterhead,
    Paper,
    SignatureBox,
    Unprintable,
    as_docx,
    as_pdf,
)
from sgdocs.procedure import Artefact
from sgdocs.wordreading import read_word
from sgdocs.wordtemplates import WordTemplate, load_template

__all__ = ["Maker"]


@dataclass(slots=True)
class Maker:
    """Makes papers; a PDF whose words are those of an earlier one is not set again."""

    content: Content
    procedure: str
    wordings: Wordings
    with_pdf: bool = True
    """False where Word files are all that is wanted; a report's PDF is made even then."""
    _set: dict[Paper, bytes] = field(default_factory=dict)
    _whole: dict[Paper | None, tuple[bytes, str, bool]] = field(default_factory=dict)

    def make(self, order: Order) -> tuple[Document, ...]:
        """Make the letter, the form or record, or both.

        Raises ExpressionFailed where a fact is missing, unless the order says what to print then.
        """
        return tuple(self._made(order, self.wordings.of(order.artefact)))

    def read(self, artefact: Artefact) -> None:
        """Read a paper's words, so that a fault in them is found before anything is made."""
        wording = self.wordings.of(artefact)
        if wording.letter:
            load_letter(self.content, self.procedure, artefact.id)
        if wording.template:
            load_template(self.content, wording.template)

    def form(self, order: Order) -> Document:
        """Make the form alone, without the letter that goes with it."""
        return self._from_template(order, self.wordings.of(order.artefact).template)

    def covering(self, order: Order, artefact: str) -> Paper:
        """Write the words that go with papers which have no letter of their own."""
        return _composed(load_letter(self.content, self.procedure, artefact), order)

    def _made(self, order: Order, wording: Wording) -> Iterator[Document]:
        if wording.layout:
            yield self._briefing(order)
        if wording.letter:
            letter = load_letter(self.content, self.procedure, order.artefact.id)
            if _is_for(letter, order) or not wording.template:
                yield self._letter(letter, order)
        if wording.template:
            yield self._from_template(order, wording.template)

    def _letter(self, letter: Letter, order: Order) -> Document:
        paper = _composed(letter, order)
        word = as_docx(paper, self.content)
        pdf, unset = self._pdf(paper, order) if self.with_pdf else (b"", "")
        return Document(order, paper.title, paper, word, pdf, "letter", letter.file, unset)

    def _from_template(self, order: Order, name: str) -> Document:
        template = load_template(self.content, name)
        rows = {**template.rows, **order.rows}
        fields = {"form": order.fields(rows)} if template.has_fields else {}
        facts = {**order.facts, **fields}
        title = template.title(facts, order.instead)
        figures = order.figures() if template.has_figures else {}
        around = _printed_around(order, title)
        word = template.fill(facts, around, figures, missing=order.instead)
        form = order.form if template.has_fields else None
        sent = fillable_word(word, form, template.file) if form else word
        # A letter names the fingerprint of the report's PDF that it goes with.
        if not self.with_pdf and not (template.kind == "report" and order.facts.get("enclosed")):
            return Document(order, title, None, sent, b"", template.kind, template.file)
        paper = _read_back(order, template, title, word)
        pdf, unset = self._pdf(replace(paper, filling=_filling(paper, form)), order)
        made = Document(order, title, paper, sent, pdf, template.kind, template.file, unset)
        return self._enclosing(made) if order.artefact.encloses_returns and pdf else made

    def _briefing(self, order: Order) -> Document:
        issue = briefing.Issue(order.letterhead.office, str(order.version), order.day)
        made = briefing.Briefing.from_case(order.facts["case"], issue)
        word = briefing.as_docx(made, self.content)
        pdf = briefing.as_pdf(made, self.content) if self.with_pdf else b""
        return Document(order, made.title, None, word, pdf, "report", "templates/briefing.yaml")

    def _enclosing(self, made: Document) -> Document:
        """Put behind a report what agencies sent to be included whole."""
        key = replace(made.paper, subject="") if made.paper else None
        if key not in self._whole:
            given = made.order.enclosures()
            parts = [part for part in given if isinstance(part, Part)]
            lacking = " ".join(part for part in given if isinstance(part, str))
            whole = enclose(Part(made.title, made.pdf), parts) if parts else made.pdf
            self._whole[key] = whole, lacking, bool(parts)
        pdf, unset, foreign = self._whole[key]
        return replace(made, pdf=pdf, unset=unset, foreign=foreign)

    def _pdf(self, paper: Paper, order: Order) -> tuple[bytes, str]:
        """Set a paper; where no font has one of its letters, say which fact holds it."""
        # Ten members of a group get the same report, but each a letter of their own.
        alike = replace(paper, subject="")
        try:
            if alike not in self._set:
                made = as_pdf(paper, self.content)
                fields = paper.filling != "no"
                self._set[alike] = fillable_pdf(made, paper, order.form) if fields else made
        except Unprintable as refused:
            return b"", f"No PDF: {path_holding(order.facts, refused.letter)} {refused.what}"
        return self._set[alike], ""


def _composed(letter: Letter, order: Order) -> Paper:
    """Write a letter on the paper of whom it comes from: the office, or the role it names."""
    own = order.senders(letter.sender) if letter.sender else None
    sender = own or Sender(order.facts["office"].get("signatory", ""), "", order.letterhead)
    facts = {**order.facts, "sender": sender.as_data()}
    frame = _frame(order, sender.letterhead)
    return compose(letter, facts, frame, missing=order.instead)


def _is_for(letter: Letter, order: Order) -> bool:
    """Say whether a letter is for this reader; others get only what it encloses."""
    return bool(set(letter.to) & order.roles)


def _filling(paper: Paper, form: FormIdentity | None) -> Filling:
    """Say what may be written in the PDF: a form's fields, or a record's signatures."""
    if form:
        return "to_fill"
    signed = any(isinstance(block, SignatureBox) for block in paper.blocks)
    return "to_sign" if signed and not paper.draft else "no"


def _read_back(order: Order, template: WordTemplate, title: str, word: bytes) -> Paper:
    """Read the Word file that was filled: the PDF says what it says."""
    return Paper(
        title=title,
        reference=order.reference,
        document_id=order.document_id,
        version=str(order.version),
        date=order.day,
        marking=order.marking,
        letterhead=order.letterhead,
        blocks=read_word(word, template.file, just_made=True),
        kind="record",
        draft=order.draft,
        landscape=template.landscape,
    )


def _frame(order: Order, letterhead: Letterhead) -> Frame:
    return Frame(
        letterhead=letterhead,
        addressee=order.to.block,
        date=order.day,
        reference=order.reference,
        document_id=order.document_id,
        version=str(order.version),
        marking=order.marking,
        artefact_titles=order.facts["paper_titles"],
        draft=order.draft,
        replaces=order.replaces,
    )


def _printed_around(order: Order, title: str) -> dict[str, object]:
    """Give what a template's header, footer and properties print."""
    head = order.letterhead
    return {
        "office": head.office,
        "address": list(head.address),
        "email": head.email,
        "phone": head.phone,
        "marking": order.marking,
        "document_id": order.document_id,
        "version": str(order.version),
        "title": title,
        "language": "en-GB",
        "draft": order.draft,
        "date": order.day,
    }
