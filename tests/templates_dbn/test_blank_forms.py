"""A form can be had before there is a case: nothing in it is anybody's."""

from datetime import date
from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.pipeline.blankforms import Blank, make_blank
from templates_dbn.making import said, words_of

_DAY = date(2026, 11, 21)
_FORMS = {
    "DAR-SIF": ("darlington", ("Child 1", "The incident", "Immediate safety")),
    "DAR-APP1": ("darlington", ("Part A", "Part B", "5. No learning, or no further action")),
    "DAR-APP4": ("darlington", ("Why we ask", "Nature of involvement", "Sign-off")),
    "DAR-APP5": ("darlington", ("Present", "Apologies", "The facts", "Decision recommended")),
    "DAR-APP6": ("darlington", ("Date dd/mm/yy", "Author Comments")),
    "DAR-IMR": ("darlington", ("Critical analysis", "Chief Officer’s name")),
    "BCP-APPB": ("bcp", ("Your agency", "Manager’s name")),
    "NY-FORM2": ("north-yorkshire", ("Nil return", "Key lines of enquiry", "Sign-off")),
}


@pytest.mark.parametrize("form", _FORMS)
def test_a_form_is_made_without_a_case(form: str, tmp_path: Path) -> None:
    procedure, phrases = _FORMS[form]
    made = make_blank(Content(), Blank(procedure, form, _DAY), tmp_path / "blank")
    (word,) = [path for path in made if path.suffix == ".docx"]
    assert said(words_of(word.read_bytes()), phrases) == []
