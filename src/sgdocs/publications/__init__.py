"""Published papers: rebuilt from masked words alone, and what people answer before they go out."""

from sgdocs.publications.answers import Answers, answers_file, read_answers
from sgdocs.publications.certificate import Certificate, certificate
from sgdocs.publications.checklist import Checklist, Question, load_checklist
from sgdocs.publications.facts import About, public_facts
from sgdocs.publications.making import Printer, Publication, papers_for
from sgdocs.publications.masking import Masked, Open, masked
from sgdocs.publications.reviewtext import Headings, load_headings, report_of

__all__ = [
    "About",
    "Answers",
    "Certificate",
    "Checklist",
    "Headings",
    "Masked",
    "Open",
    "Printer",
    "Publication",
    "Question",
    "answers_file",
    "certificate",
    "load_checklist",
    "load_headings",
    "masked",
    "papers_for",
    "public_facts",
    "read_answers",
    "report_of",
]
