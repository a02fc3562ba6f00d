"""The page: seven parts in order, in the largest type that fits, and never a word lost."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from briefing.specimen import CONTENT, briefing, filled, with_body
from sgdocs.briefing import Briefing, Segment, as_pdf
from sgdocs.briefing.fitting import fitted
from sgdocs.errors import InputRefused
from validation.pdfcheck import PROFILES, Profile, faults

EXAMPLES = ("bcp", "bcp-panel-disagrees", "darlington")
# The longest text that fits in the smallest type allowed.
FULL = 92


def text_of(pdf: bytes) -> str:
    """Give the words of the page, in the order in which they are read."""
    (page,) = PdfReader(BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("profile", PROFILES)
def test_each_example_meets_the_standards(name: str, profile: Profile) -> None:
    assert faults(as_pdf(briefing(name), CONTENT), profile) == []


def test_it_is_one_page_across_and_the_same_each_time() -> None:
    made = as_pdf(filled(FULL), CONTENT)
    (page,) = PdfReader(BytesIO(made)).pages
    assert (page.mediabox.width, page.mediabox.height) == (842, 595)
    assert as_pdf(filled(FULL), CONTENT) == made


def test_the_parts_are_read_in_order_and_the_questions_last() -> None:
    made = briefing()
    words = text_of(as_pdf(made, CONTENT))
    wanted = [made.title, "Seven-minute briefing · Version 2", "For publication"]
    for number, segment in enumerate(made.segments, 1):
        wanted += [f"{number} {segment.heading}", *segment.paragraphs]
    wanted += ["Questions to talk about", *made.questions, "Find out more"]
    places = [words.index(one) for one in wanted]
    assert places == sorted(places)


def test_the_figure_is_described() -> None:
    (page,) = PdfReader(BytesIO(as_pdf(briefing(), CONTENT))).pages
    root = page.pdf.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[union-attr]
    assert "A ring in seven equal parts, numbered 1 to 7" in str(_alternatives(root))


def _alternatives(node: object) -> list[str]:
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        return [text for child in found for text in _alternatives(child)]
    if not isinstance(found, dict):
        return []
    own = [str(found["/Alt"])] if "/Alt" in found else []
    return own + (_alternatives(found["/K"]) if "/K" in found else [])


def test_short_texts_are_set_larger_and_long_ones_never_under_eleven_and_a_half() -> None:
    sizes = [fitted(filled(count), CONTENT).size for count in (10, 40, 60, FULL)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (14, 11.5)
    assert fitted(replace(filled(10), questions=(), links=()), CONTENT).size == 20


def test_what_does_not_fit_is_refused_with_the_segment_and_the_amount() -> None:
    long = with_body(4, " ".join(["notice"] * 150))
    with pytest.raises(InputRefused) as refused:
        as_pdf(long, CONTENT)
    said = str(refused.value)
    assert said.startswith("$.report.briefing.segments[4].body: segment 5 is too long for the page")
    assert "lines (about " in said
    assert "notice" not in said


def test_one_line_too_many_is_one_line() -> None:
    line = "It was so."
    fits = with_body(0, "\n".join([line] * 15))
    assert as_pdf(fits, CONTENT)
    with pytest.raises(InputRefused, match=r"segment 1 is too long for the page by 1 line \(about"):
        as_pdf(with_body(0, "\n".join([line] * 16)), CONTENT)


def test_every_part_that_is_too_long_is_named_at_once() -> None:
    with pytest.raises(InputRefused) as refused:
        as_pdf(filled(200), CONTENT)
    assert all(f"segment {number} is too long" in str(refused.value) for number in range(1, 8))


def test_long_questions_and_a_long_title_are_refused_too() -> None:
    wordy = replace(briefing(), questions=("Who knew, and when, and how?",) * 30)
    with pytest.raises(InputRefused, match="the questions and links are too long for the page by"):
        as_pdf(wordy, CONTENT)
    with pytest.raises(InputRefused, match=r"briefing\.title: the title is more than two lines"):
        as_pdf(replace(briefing(), title="Kit and his friends " * 12), CONTENT)


def test_a_word_longer_than_a_line_is_refused_and_a_web_address_is_broken() -> None:
    with pytest.raises(InputRefused, match="segment 2 is too wide: one word is longer than a line"):
        as_pdf(with_body(1, "x" * 60), CONTENT)
    address = "https://www.example.org/" + "/".join(["learning"] * 9)
    assert as_pdf(replace(briefing(), links=(address,)), CONTENT)


def test_words_are_never_read_as_markup() -> None:
    odd = with_body(0, "#panic(1) *not bold* {{ x }} & <b>")
    assert "#panic(1) *not bold* {{ x }} & <b>" in text_of(as_pdf(odd, CONTENT))


def test_a_letter_no_font_has_is_refused_by_its_place() -> None:
    with pytest.raises(InputRefused) as refused:
        as_pdf(with_body(3, "\U00012000"), CONTENT)
    assert str(refused.value).startswith("$.report.briefing.segments[3].body: holds a letter")


def test_a_briefing_without_questions_or_links_is_whole() -> None:
    bare = replace(briefing(), questions=(), links=())
    assert "Questions" not in text_of(as_pdf(bare, CONTENT))
    assert faults(as_pdf(bare, CONTENT), "ua1") == []


def test_the_names_of_many_languages_can_be_set() -> None:
    names = "Słowik, Bùi Thị Lan, Ọlá, Gráinne, Ștefan, Şule, Łódź, Llŷr"
    made = Briefing(
        title="Names",
        segments=(Segment("Names", (names,)),) * 7,
        questions=(),
        links=(),
        issue=briefing().issue,
    )
    assert names in text_of(as_pdf(made, CONTENT))
