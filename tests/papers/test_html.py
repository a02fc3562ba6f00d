"""A paper as HTML: what it is made of, and that it says what the others say."""

from itertools import pairwise

import pytest
from lxml import etree, html

from papers.specimen import ANSWERED, BLANK, EVERYTHING, paper, said
from sgdocs.papers import Block, Paragraph, Run, as_html, as_text

AROUND = {"DRAFT", "version"}


def page(*blocks: Block, **changed: object) -> etree._Element:
    """Read a paper's HTML back."""
    return html.document_fromstring(as_html(paper(*blocks, **changed)))


def test_it_has_a_language_a_title_and_one_main_heading() -> None:
    tree = page()
    assert tree.get("lang") == "en-GB"
    assert tree.findtext(".//title") == "About *this* & <that>"
    assert [h.text_content() for h in tree.iter("h1")] == ["About *this* & <that> #paper"]
    levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_paper_without_a_main_heading_gets_its_title() -> None:
    assert [h.text for h in page(Paragraph(said("Words"))).iter("h1")] == ["About *this* & <that>"]


def test_it_runs_nothing_and_fetches_nothing() -> None:
    tree = page(*EVERYTHING, *ANSWERED[1:])
    assert not [e.tag for e in tree.iter("script", "link", "img", "iframe", "object", "form")]
    assert not tree.xpath("//@src | //@style | //@onclick")
    assert tree.xpath("//@href") == ["mailto:team@example.org"]
    assert "url(" not in tree.findtext(".//style")
    assert "@import" not in tree.findtext(".//style")


def test_headers_of_tables_say_what_they_head() -> None:
    cells = page(*EVERYTHING, *ANSWERED[1:]).iter("th")
    assert {cell.get("scope") for cell in cells} == {"col", "row"}


def test_a_tick_is_said_in_words_too() -> None:
    assert page(*ANSWERED).xpath("//*[@role='img']/@aria-label") == ["ticked", "not ticked"]


def test_what_a_value_holds_is_never_markup() -> None:
    tree = page(Paragraph((Run('<b onclick="x">Jo</b> & "co"', bold=True),)))
    assert not list(tree.iter("b"))
    assert '<b onclick="x">Jo</b> & "co"' in tree.text_content()


@pytest.mark.parametrize("blocks", [EVERYTHING, ANSWERED, BLANK])
def test_it_says_the_words_of_the_mail(blocks: tuple[Block, ...]) -> None:
    """Mail says the label of a column in each row, and counts lists; HTML leaves both to marks."""
    made = as_html(paper(*blocks)).replace("<br>", " ").replace("><", "> <")
    main = html.document_fromstring(made).find(".//main")
    in_html = main.text_content().split()
    in_mail = as_text(paper(*blocks)).split()
    plain = {word.rstrip(":") for word in in_mail}
    assert {word.rstrip(":") for word in in_html} <= plain


def test_a_draft_says_so() -> None:
    assert "DRAFT" in page(draft=True).text_content()
    assert "DRAFT" not in page().text_content()
