"""Whatever the text, the masker ends soon, and its offsets are those of the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.conftest import CASE
from sgdocs.anonymise import LONGEST, rewritten
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.pipeline.anonymising import case_masker

MASKER = case_masker(CASE, Content())
PIECES = st.sampled_from(
    [
        "Freya",
        " ",
        "\n",
        "*",
        "_",
        "’s",
        "Mr",
        "Bright",
        ",",
        ".",
        "F",
        "12/03/2021",
        "é",
        "\u200b",
        "<b>",
        "&#70;",
        "@",
        "07700 900411",
        "Сиобхан",
        "🙂",
        "\ud800",
        "-",
        "(",
        "St Mary's",
        "will",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_offsets_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = MASKER.mask(text)
    assert all(0 <= x.start < x.end <= len(text) for x in (*found.masks, *found.flags))
    assert all(one.end <= other.start for one, other in pairwise(found.masks))
    assert all(m.label and m.replacement for m in found.masks)
    rewritten(text, found.masks)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_same_text_gives_the_same(text: str) -> None:
    assert MASKER.mask(text) == MASKER.mask(text)


LONG = {
    "one letter": "a" * 40_000,
    "brackets": "(" * 3_000,
    "figures": "1 " * 8_000,
    "hyphens": "- " * 8_000,
    "at signs": "x@" * 8_000,
    "dots": "a." * 8_000,
    "capitals": "F " * 5_000,
    "names": "Freya " * 3_000,
    "commas": "Bright, " * 3_000,
    "the only": "the only " * 3_000,
    "slashes": "1/" * 8_000,
    "apostrophes": "a'" * 8_000,
    "asterisks": "*" * 3_000,
    "known as": "known as " * 3_000,
    "ages": "aged one " * 3_000,
    "spaces": " " * 40_000,
    "line ends": "\n" * 3_000,
    "underscores": "a_" * 8_000,
    "titles": "Mr " * 3_000,
    "ampersands": "&" * 3_000,
    "less than": "<a" * 8_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_a_hostile_text_does_not_hold_it_up(kind: str) -> None:
    begun = time.process_time()
    MASKER.mask(LONG[kind])
    assert time.process_time() - begun < 10, kind


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(InputRefused, match="characters"):
        MASKER.mask("a" * (LONGEST + 1))
