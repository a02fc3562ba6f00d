"""No name or number of a case outlives the masker; a second look changes nothing."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from anonymise.conftest import CASE
from sgdocs.anonymise import rewritten
from sgdocs.content import Content
from sgdocs.pipeline.anonymising import case_masker

MASKER = case_masker(CASE, Content())
LISTED = (
    *("Freya Mai Bright", "Freya", "Siobhán O'Donnell", "Shiv Bright", "Krzysztof Wiśniewski"),
    *(
        "Hope O'Donnell-Bright",
        "Rhiannon ap Gruffydd",
        "Oluwaseun Adebayo-Okafor",
        "Mary MacAlpine",
    ),
    *("Gurpreet Kaur Dhaliwal", "Tamsin Rookwood", "Wilfred Achterberg", "Dr Anjali Mukherjee"),
    *("999 000 1234", "9990001234", "07700 900411", "01632 960411", "LCS-448201", "EX71 KQD"),
    *("EX/2511/0077", "ZZ31 4QT", "14 Larkspur Close", "freyas_world", "Dovecote Lane Surgery"),
    *("Sunnyside Primary School", "gurpreet.dhaliwal@council.example.org", "12 March 2021"),
    *("12/03/2021", "4 November 2025", "2025-06-21"),
)
AROUND = (
    *(
        "She was seen by",
        "and then",
        "(",
        ")",
        ",",
        ".",
        "\n\n",
        "’s",
        ": ",
        "“",
        "”",
        "the school",
    ),
    *("told", "on", "—", "* ", "**", "| ", " |", "in July 2024", "aged 4", "A referral was made."),
)
PIECES = st.lists(st.sampled_from(LISTED + AROUND), min_size=1, max_size=12)
MANY = settings(max_examples=80)


def masked(text: str) -> str:
    return rewritten(text, MASKER.mask(text).masks)


def places_of(name: str, text: str) -> list[list[int]]:
    """Give where the letters of a name or number lie that stands by itself."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    spans = (range(*found.span()) for found in whole.finditer(text))
    return [[at for at in span if text[at].isalnum()] for span in spans]


@MANY
@given(PIECES)
def test_nothing_the_case_lists_is_passed_over(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = MASKER.mask(text)
    seen = {n for one in (*found.masks, *found.flags) for n in range(one.start, one.end)}
    passed = [one for one in LISTED for place in places_of(one, text) if not seen.issuperset(place)]
    assert passed == []


@MANY
@given(PIECES)
def test_between_ordinary_words_everything_the_case_lists_is_masked(pieces: list[str]) -> None:
    said = masked(". It was told. ".join(pieces)).casefold()
    assert [one for one in LISTED if one.casefold() in said] == []


@MANY
@given(PIECES)
def test_a_masked_text_is_left_as_it_is(pieces: list[str]) -> None:
    once = masked(". It was told. ".join(pieces))
    assert masked(once) == once


@MANY
@given(PIECES)
def test_what_lies_between_masks_is_the_text_as_it_was(pieces: list[str]) -> None:
    text = " ".join(pieces)
    masks = MASKER.mask(text).masks
    ends = [0, *(m.end for m in masks)]
    starts = [*(m.start for m in masks), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    said = masked(text)
    place = 0
    for part in kept:
        words = part.strip()
        assert words in said[place:]
        place = said.index(words, place) + len(words)
