"""Fields to fill in: what they say, and how a fault in one is named."""

import pytest

from papers.specimen import ANSWERED, BLANK, CONTENT, asked, paper, part
from sgdocs.errors import InputRefused
from sgdocs.papers import Block, Fields, Input, Paragraph, SignatureBox, as_docx, as_pdf, as_text
from sgdocs.papers.controls import control, name_of


def test_a_choice_is_said_in_words_and_a_tick_as_a_box() -> None:
    assert asked("choice", "no").words == "No"
    assert asked("choice").words == ""
    assert asked("choice", "a word of their own").words == "a word of their own"
    assert (asked("tick", "yes").words, asked("tick").words) == ("☑", "☐")


def test_a_tick_is_named_by_its_value_and_a_time_apart_from_its_day() -> None:
    assert name_of(asked("tick")) == "answers.tick=yes"
    assert name_of(asked("time")) == "answers.time#time"
    assert name_of(asked("date")) == "answers.date"


def test_word_gets_no_title_longer_than_it_takes() -> None:
    made = control(Input("a", "text", "x" * 90, required=True))
    title = made.split('<w:alias w:val="')[1].partition('"')[0]
    assert len(title) == 64
    assert title.endswith(" (required)")


def test_an_empty_field_shows_a_prompt_that_is_no_answer() -> None:
    assert "<w:showingPlcHdr/>" in control(asked("date"))
    assert "<w:showingPlcHdr/>" not in control(asked("date", "02/04/2026"))
    assert "<w:showingPlcHdr/>" not in control(asked("tick"))


def test_what_a_field_holds_is_never_markup() -> None:
    made = control(Input('a"b', "text", 'What & "why" <now>', "<w:p/> & more"))
    assert 'w:val="What &amp; &quot;why&quot; &lt;now&gt;"' in made
    assert "&lt;w:p/&gt; &amp; more" in made


def test_mail_shows_answers_and_room_for_those_that_are_missing() -> None:
    text = as_text(paper(*ANSWERED))
    assert "☑ We were involved ☐ We were not" in text
    assert "When: 02/04/2026 14:05" in text
    assert "Name: Jo Bell\nSignature: ____________" in text
    assert "long: ____" in as_text(paper(*BLANK))


@pytest.mark.parametrize("writes", [as_docx, as_pdf])
def test_a_character_no_paper_holds_is_named_by_its_field(writes: object) -> None:
    block = Fields((("Name", (asked("text", "Jo\x07Bell"),)),))
    with pytest.raises(InputRefused) as stopped:
        writes(paper(block), CONTENT)  # type: ignore[operator]
    assert stopped.value.where == ("EXM-2026-004/SCSI-2, field group 1, “Name”, field answers.text")
    assert "Bell" not in str(stopped.value)


def test_a_letter_without_a_shape_is_named_by_its_field() -> None:
    with pytest.raises(InputRefused) as stopped:
        as_pdf(paper(Paragraph((asked("text", "李小龍"),))), CONTENT)
    assert stopped.value.where == "EXM-2026-004/SCSI-2, paragraph 1, field answers.text"


def test_a_value_beside_a_signature_is_looked_at_too() -> None:
    block: Block = SignatureBox("Manager", (("Name", "Jo\x07Bell"),))
    with pytest.raises(InputRefused) as stopped:
        as_pdf(paper(block), CONTENT)
    assert "signature box 1" in stopped.value.where


def test_every_field_of_a_paper_is_a_control_in_word() -> None:
    document = part(as_docx(paper(*ANSWERED), CONTENT), "word/document.xml")
    assert document.count("<w:sdt>") == 9
    assert '<w14:checked w14:val="1"/>' in document
    assert '<w14:checked w14:val="0"/>' in document
