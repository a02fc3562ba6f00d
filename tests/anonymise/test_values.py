"""Numbers, references, postcodes, addresses on the net and online names."""

import pytest

from anonymise.seen import flagged, labelled, masked
from sgdocs.anonymise import Masker

LISTED = [
    ("NHS 999 000 1234 was", "999 000 1234", "Child's NHS Number"),
    ("NHS 9990001234 was", "9990001234", "Child's NHS Number"),
    ("NHS 999-000-1234 was", "999-000-1234", "Child's NHS Number"),
    ("NHS 999.000.1234 was", "999.000.1234", "Child's NHS Number"),
    ("NHS 999\u00a0000\u00a01234 was", "999\u00a0000\u00a01234", "Child's NHS Number"),
    ("NHS ９９９ ０００ １２３４ was", "９９９ ０００ １２３４", "Child's NHS Number"),
    ("NHS 999 OOO 1234 was", "999 OOO 1234", "Child's NHS Number"),
    ("her file LCS-448201 was", "LCS-448201", "Child's Social Care Number"),
    ("her file LCS 448201 was", "LCS 448201", "Child's Social Care Number"),
    ("her file lcs448201 was", "lcs448201", "Child's Social Care Number"),
    ("log EX/2511/0077 was", "EX/2511/0077", "Police Reference"),
    ("log EX 2511 0077 was", "EX 2511 0077", "Police Reference"),
    ("a car, EX71KQD, was", "EX71KQD", "Vehicle"),
    ("a car, ex71 kqd, was", "ex71 kqd", "Vehicle"),
    ("rang 07700 900411 twice", "07700 900411", "Mother's Telephone Number"),
    ("rang 07700900411 twice", "07700900411", "Mother's Telephone Number"),
    ("rang +44 7700 900411 twice", "44 7700 900411", "Mother's Telephone Number"),
    ("rang +44 (0)7700 900 411 twice", "44 (0)7700 900 411", "Mother's Telephone Number"),
    ("rang 0044 7700-900-411 twice", "0044 7700-900-411", "Mother's Telephone Number"),
    ("at ZZ31 4QT they", "ZZ31 4QT", "Child's Postcode"),
    ("at zz314qt they", "zz314qt", "Child's Postcode"),
    ("in ZZ31 they", "ZZ31", "Child's Postcode"),
    ("case NEL-2026-041 was", "NEL-2026-041", "Case Reference"),
    (
        "wrote to gurpreet.dhaliwal@council.example.org twice",
        None,
        "Social Worker's E-mail Address",
    ),
    ("wrote to gurpreet.dhaliwal (at) council.example.org", None, "Social Worker's E-mail Address"),
    (
        "wrote to gurpreet.dhaliwal at council dot example dot org",
        None,
        "Social Worker's E-mail Address",
    ),
    ("as freyas_world she", "freyas_world", "Child's Online Name"),
    ("as @freyas_world she", "@freyas_world", "Child's Online Name"),
]


@pytest.mark.parametrize(("text", "form", "label"), LISTED, ids=[f[0] for f in LISTED])
def test_what_the_case_lists_is_masked(
    masker: Masker, text: str, form: str | None, label: str
) -> None:
    assert labelled(masker, text) == [label]
    if form:
        assert masked(masker, text) == [form]


UNLISTED = [
    ("rang 01632 960999 twice", "01632 960999"),
    ("NHS 999 000 7777 was", "999 000 7777"),
    ("hospital number R1234567 was", "R1234567"),
    ("crime number 22/114 was", "22/114"),
    ("lived at ZZ9 9ZZ then", "ZZ9 9ZZ"),
    ("lived in DN31 then", "DN31"),
    ("a van, EX19 ABC, was", "EX19 ABC"),
    ("wrote to j.bloggs99@mail.example.com twice", "j.bloggs99@mail.example.com"),
    ("on www.ourlad.example.com they", "www.ourlad.example.com"),
    ("as @lil_dev.07 he", "@lil_dev.07"),
    ("as lil_dev07 he", "lil_dev07"),
    ("policy number 12345678 was", "12345678"),
    ("badge 4471 said", "4471"),
]


@pytest.mark.parametrize(("text", "form"), UNLISTED, ids=[f[1] for f in UNLISTED])
def test_what_the_case_does_not_list_is_asked_about(masker: Masker, text: str, form: str) -> None:
    assert form in flagged(masker, text)


def test_an_address_that_holds_a_name_is_masked(masker: Masker) -> None:
    text = "A page, #JusticeForFreya, and freya.b2021@mail.example.com were found."
    assert masked(masker, text) == ["#JusticeForFreya", "freya.b2021@mail.example.com"]


HARMLESS = [
    "Section 47 and s.20 apply; the KS2 and Y10 pupils came at 10.30am or 14:15.",
    "About 12,500 children in 2019/20, 45% of them in 2021-22, cost £1,250,000.",
    "Call 999, 111 or Childline on 0800 1111; see www.gov.uk/report-child-abuse.",
    "The SCSI-5 form, the 6-8 week check, 24/7 cover and Covid-19 are mentioned.",
    "In 2023 there were 3 reviews, 14 actions and 112 practitioners.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_numbers_are_left_alone(masker: Masker, text: str) -> None:
    assert masked(masker, text) == []
    assert flagged(masker, text) == []
