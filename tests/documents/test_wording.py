"""Every paper of every procedure has words: none is promised that cannot be made."""

import pytest

from sgdocs.content import Content
from sgdocs.documents import Wordings
from sgdocs.pipeline.grounding import ground
from sgdocs.procedure import procedure_names

CONTENT = Content()


@pytest.mark.parametrize("procedure", procedure_names(CONTENT))
def test_every_paper_a_procedure_names_has_words(procedure: str) -> None:
    base, wordings = ground(CONTENT, procedure), Wordings(CONTENT, procedure)
    steps = base.book.in_force(base.book.starts[-1]).steps.values()
    named = {a for step in steps for a in step.artefacts}
    named |= {a.id for a in base.artefacts.values() if a.whole_case}
    lacking = {a for a in named if not wordings.of(base.artefacts[a]).there}
    assert lacking == set()


@pytest.mark.parametrize("procedure", procedure_names(CONTENT))
def test_every_form_can_be_made_blank(procedure: str) -> None:
    base, wordings = ground(CONTENT, procedure), Wordings(CONTENT, procedure)
    steps = base.book.in_force(base.book.starts[-1]).steps.values()
    forms = {a for step in steps for a in step.artefacts if base.artefacts[a].kind == "fillable"}
    assert forms
    assert {a for a in forms if not wordings.of(base.artefacts[a]).template} == (set())


def test_no_words_are_left_over() -> None:
    """A letter or template that no paper uses would be edited in vain."""
    known = {a.lower() for a in ground(CONTENT, "nel").artefacts} | {
        "covering-note",
        "call-sheet",
        "letterhead",
        # made by commands of their own
        *("disposal-certificate", "return-reminder", "timescale-certificate"),
    }
    names = [
        n for k, e in (("letters", ".md"), ("templates", ".docx")) for n in CONTENT.names(k, e)
    ]
    stems = {name.rpartition("/")[2].partition(".")[0] for name in names} - {"README"}
    assert stems - known == set()
