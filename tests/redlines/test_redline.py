"""A redline shows what went and what came, and nothing that is the same."""

from sgdocs.papers import Bullets, Fields, Heading, Paragraph, Run, Table
from sgdocs.redlines import Passage, lines_of, redline


def said(text: str) -> Paragraph:
    return Paragraph((Run(text),))


HEAD = Heading(2, (Run("Return"),))


def test_a_changed_line_is_shown_word_by_word_under_its_heading() -> None:
    (passage,) = redline([HEAD, said("Return by Friday.")], [HEAD, said("Return by Monday.")])
    assert passage == Passage(
        "Return", (("same", "Return by "), ("out", "Friday."), ("in", "Monday."))
    )


def test_what_is_the_same_is_not_shown() -> None:
    blocks = [HEAD, said("One."), said("Two.")]
    assert redline(blocks, blocks) == ()


def test_lines_that_came_and_went_are_whole() -> None:
    before, after = (
        [said("Keep."), said("This goes away.")],
        [said("Something new."), said("Keep.")],
    )
    assert redline(before, after) == (
        Passage("", (("in", "Something new."),)),
        Passage("", (("out", "This goes away."),)),
    )


def test_a_row_of_a_table_and_an_entry_are_lines() -> None:
    cell = (Run("a"),)
    blocks = (
        Table((cell, cell), ((cell, (Run("b"),)),)),
        Fields((("Date", cell),)),
        Bullets(((said("x"),), (said(""),))),
    )
    assert [text for _, text in lines_of(blocks)] == ["a | a", "a | b", "Date: a", "x"]


def test_space_alone_changes_nothing() -> None:
    assert redline([said("One  two")], [said("One two ")]) == ()
