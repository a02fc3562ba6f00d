"""How facts come into a letter's words, and stay what they are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.specimen import FRAME, FRONT, facts, workspace
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionFailed
from sgdocs.letters import Letter, compose, load_letter
from sgdocs.papers import Block, Bullets, Heading, Numbered, Paper, Paragraph, Run, Table, as_text

Write = Callable[[str], Letter]
HOSTILE = ["*a*", "# a", "[a](https://example.org)", "a | b", "- a", "1. a", "<b>", "`a`", "&amp;",
           "{{ x }}", "\\", "_a_", "---", "a  ", "Table: a", "\U000f0001", "![a](b)"]  # fmt: skip


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(body: str) -> Letter:
        content = workspace(tmp_path, f"# Heading\n\n{body}\n\nYours,\n")
        return load_letter(content, "nel", "SCSI-2")

    return make


def body_of(letter: Letter, **given_facts: object) -> list[Block]:
    """Compose it and give the blocks between the heading and the close."""
    blocks = compose(letter, facts(**given_facts), FRAME).blocks
    start = next(i for i, block in enumerate(blocks) if isinstance(block, Heading))
    return list(blocks[start + 1 : -2])


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_never_read_as_markdown(write: Write, value: str) -> None:
    letter = write("{{ v }}\n\nDear **{{ v }}**, [{{ v }}](https://example.org)\n\n- {{ v }}\n\n"
                   "| a | b |\n|---|---|\n| {{ v }} | x |\n")  # fmt: skip
    assert body_of(letter, v=value) == [
        Paragraph((Run(value),)),
        Paragraph(
            (Run("Dear "), Run(value, bold=True), Run(", "), Run(value, link="https://example.org"))
        ),
        Bullets(((Paragraph((Run(value),)),),)),
        Table(((Run("a"),), (Run("b"),)), (((Run(value),), (Run("x"),)),), "", (3, 3)),
    ]


@given(value=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_value_is_printed_to_the_letter(
    tmp_path_factory: pytest.TempPathFactory, value: str
) -> None:
    content = workspace(tmp_path_factory.mktemp("w"), "# Heading\n\nx{{ v }}x\n\nYours,\n")
    (block,) = body_of(load_letter(content, "nel", "SCSI-2"), v=value)
    assert block == Paragraph((Run(f"x{value}x"),))


def test_an_account_of_several_paragraphs_keeps_them(write: Write) -> None:
    value = "One.\r\n\r\nTwo\nlines.\n \n\nThree."
    assert body_of(write("{{ v }}"), v=value) == [
        Paragraph((Run("One."),)),
        Paragraph((Run("Two\nlines."),)),
        Paragraph((Run("Three."),)),
    ]


def test_markdown_of_the_letter_itself_is_read(write: Write) -> None:
    body = "*a* **b**\\\nc\n\n## Sub\n\n1. one\n   - deep\n2. two\n\n    indented"
    assert body_of(write(body)) == [
        Paragraph((Run("a", italic=True), Run(" "), Run("b", bold=True), Run("\nc"))),
        Heading(2, (Run("Sub"),)),
        Numbered(
            (
                (Paragraph((Run("one"),)), Bullets(((Paragraph((Run("deep"),)),),))),
                (Paragraph((Run("two"),)), Paragraph((Run("indented"),))),
            )
        ),
    ]


def test_a_table_has_caption_and_widths_and_rows_from_a_loop(write: Write) -> None:
    body = (
        "Table: The {{ v }}\n\n| a | b |\n|--|------|\n{% for x in list %}\n| {{ x }} |"
        " {{ loop.index }} |\n{% endfor %}"
    )
    (table,) = body_of(write(body), v="caption", list=["p", "q"])
    assert table == Table(
        ((Run("a"),), (Run("b"),)),
        (((Run("p"),), (Run("1"),)), ((Run("q"),), (Run("2"),))),
        "The caption",
        (2, 6),
    )


def test_words_that_end_in_a_tag_keep_their_line(write: Write) -> None:
    body = "1. one {% if v %}yes{% endif %}\n2. two\n{% if v %}{% endif %}\n3. three"
    (block,) = body_of(write(body), v="x")
    assert isinstance(block, Numbered)
    assert len(block.items) == 3


def test_a_value_in_a_link_cannot_leave_it(write: Write) -> None:
    (block,) = body_of(write("[us](mailto:{{ v }})"), v='a@example.org?bcc=x y"&<é')
    assert block == Paragraph(
        (Run("us", link="mailto:a@example.org%3Fbcc%3Dx%20y%22%26%3C%C3%A9"),)
    )


def test_a_missing_fact_names_file_line_and_path(write: Write) -> None:
    letter = write("one\n\n{% if True %}\n{{ case.incident.place }}\n{% endif %}")
    line = FRONT.count("\n") + 6
    with pytest.raises(ExpressionFailed) as stopped:
        compose(letter, facts(), FRAME)
    assert stopped.value.where == f"letters/nel/scsi-2.md, line {line}"
    assert stopped.value.path == "case.incident.place"


def test_a_letter_that_ends_up_with_two_main_headings_is_refused(write: Write) -> None:
    letter = write("{% if v %}\n# Another\n{% endif %}")
    assert compose(letter, facts(), FRAME)
    with pytest.raises(InputRefused, match="one main heading"):
        compose(letter, facts(v=True), FRAME)


def test_a_subject_is_one_line_whatever_its_facts_hold(tmp_path: Path) -> None:
    front = FRONT.replace("{{ reference }}", "{{ reference }} {{ v }}")
    letter = load_letter(workspace(tmp_path, "# H\n\nYours,\n", front), "nel", "SCSI-2")
    assert compose(letter, facts(v="a\r\nBcc: b"), FRAME).subject == "EXM-2026-004 a Bcc: b"


def test_address_reference_date_and_signature_stand_around_the_words(write: Write) -> None:
    paper: Paper = compose(write("words"), facts(), FRAME)
    assert as_text(paper).splitlines()[7:] == [
        "Philippa Ashgrove", "Director", "Exampleshire Council", "",
        "Our reference: EXM-2026-004", "Date: Tuesday 3 March 2026", "",
        "Heading", "", "words", "", "Yours,", "", "Manager", "",
        "EXM-2026-004/SCSI-2, version 1",
    ]  # fmt: skip
