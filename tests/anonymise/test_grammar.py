"""What takes a name's place reads as a sentence does."""

from itertools import pairwise

import pytest

from sgdocs.anonymise import Masker, rewritten

SENTENCES = [
    ("Freya slept.", "Child A slept."),
    ("Freya’s coat was wet.", "Child A’s coat was wet."),
    ("The Brights' flat was cold.", "The Family's flat was cold."),
    ("Mary MacAlpine came.", "The Health Visitor came."),
    ("The health visitor, Mary MacAlpine, came.", "The health visitor came."),
    ("The health visitor Mary MacAlpine came.", "The health visitor came."),
    ("Her mother, Siobhan, came.", "Her mother came."),
    (
        "They met Mary MacAlpine and her social worker.",
        "They met the Health Visitor and her social worker.",
    ),
    ("She went to Sunnyside Primary School.", "She went to the School."),
    ("At her Sunnyside Primary School she slept.", "At her School she slept."),
    ("She lived in Grimsthorpe.", "She lived in the Town."),
    ("She was born on 12 March 2021.", "She was born in March 2021."),
    ("**Fre**ya slept.", "Child A slept."),
    ("**Freya** slept.", "**Child A** slept."),
]


@pytest.mark.parametrize(("before", "after"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_a_masked_sentence_reads_well(masker: Masker, before: str, after: str) -> None:
    assert rewritten(before, masker.mask(before).masks) == after


def test_masks_never_overlap_and_stand_in_order(masker: Masker) -> None:
    text = (
        "Ms O'Donnell, 14 Larkspur Close, Grimsthorpe ZZ31 4QT, 07700 900411, and Freya Bright. "
        * 5
    )
    masks = masker.mask(text).masks
    assert len(masks) == 30
    assert all(one.end <= other.start for one, other in pairwise(masks))


def test_masking_what_is_masked_finds_nothing(masker: Masker) -> None:
    text = "Freya Bright and Ms O'Donnell met Mary MacAlpine at Sunnyside on 3 May 2024."
    again = masker.mask(rewritten(text, masker.mask(text).masks))
    assert again.masks == ()
    assert again.flags == ()
