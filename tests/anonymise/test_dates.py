"""Dates become month and year, exact ages whole years."""

import pytest

from anonymise.seen import flagged, masked
from sgdocs.anonymise import Masker

BIRTH = [
    "12/03/2021",
    "12-03-2021",
    "12.03.2021",
    "12.3.21",
    "12/3/21",
    "2021-03-12",
    "12 March 2021",
    "12th March 2021",
    "12th of March, 2021",
    "12 Mar 2021",
    "12-Mar-21",
    "March 12, 2021",
    "March 12th 2021",
    "Friday 12 March 2021",
    "Fri. 12th March 2021",
    "the twelfth of March 2021",
    "twelfth March 2021",
    "12 marca 2021",
    "12 Mawrth 2021",
    "12.III.2021",
    "2021-03-12T09:30",
    "12\u00a0March\u00a02021",
    "12th day of March 2021",
    "03/12/2021",
]
YEARLESS = ["12 March", "12th March", "March 12", "the twelfth of March", "12 Mar"]


@pytest.mark.parametrize("form", BIRTH)
def test_a_date_of_birth_leaves_its_month_and_year(masker: Masker, form: str) -> None:
    (mask,) = masker.mask(f"She was born {form} at home.").masks
    assert (mask.label, mask.replacement) == ("Child's Date of Birth", "March 2021")


@pytest.mark.parametrize("form", YEARLESS)
def test_a_date_without_its_year_leaves_its_month(masker: Masker, form: str) -> None:
    (mask,) = masker.mask(f"She was born {form} at home.").masks
    assert (mask.label, mask.replacement) == ("Child's Date of Birth", "March")


def test_on_a_day_becomes_in_a_month(masker: Masker) -> None:
    text = "On 4 November 2025 she died."
    (mask,) = masker.mask(text).masks
    assert mask.replacement == "In November 2025"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("seen on 7 June 2024 by", "in June 2024"),
        ("seen 7-9 June 2024 by", "June 2024"),
        ("seen between 7 and 9 June 2024 by", "June 2024"),
        ("seen on 7th June by", "in June"),
    ],
)
def test_other_days_are_given_as_months_too(masker: Masker, text: str, said: str) -> None:
    (mask,) = masker.mask(text).masks
    assert (mask.label, mask.replacement) == ("Date", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("was a 7-week-old baby", "very young"),
        ("was seen at 11 weeks old", "less than a year old"),
        ("was aged 14 months then", "aged one"),
        ("was 19 months old", "one year old"),
        ("was 4 years and 7 months old", "four years old"),
        ("was aged four and a half then", "aged four"),
        ("was ten days old", "less than a year old"),
        ("was 4y 7m then", "four years old"),
        ("was 4yrs, 7mths then", "four years old"),
    ],
)
def test_exact_ages_become_whole_years(masker: Masker, text: str, said: str) -> None:
    (mask,) = masker.mask(text).masks
    assert mask.replacement == said


def test_what_may_be_an_age_is_asked_about(masker: Masker) -> None:
    assert flagged(masker, "At 16 weeks a swollen leg was seen.") == ["At 16 weeks"]
    assert flagged(masker, "At 16 weeks' gestation she was seen.") == []
    assert flagged(masker, "At 16 weeks of pregnancy she was seen.") == []


HARMLESS = [
    "She was 4 years old; he was aged fifteen, a 15-year-old.",
    "It took six weeks; at six months the plan was reviewed; the 12-month plan ended.",
    "In March 2021, in spring 2022 and on Tuesdays they met.",
    "See 3.2.14 and the table 12/3 of the 2014 Act.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_day_is_left_alone(masker: Masker, text: str) -> None:
    assert masked(masker, text) == []
    assert flagged(masker, text) == []
