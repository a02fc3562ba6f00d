"""Characters that an eye passes over are flagged; those that names are spelt with are not."""

import pytest

from cli.asking import CASE, Office
from cli.conftest import office
from sgdocs.reading import read_file

__all__ = ["office"]

CHILD = "Ottilie Penhaligon"


def told(office: Office, name: str, before: str = CHILD) -> list[tuple[str, str, str]]:
    """Give what is said of a case in which something is written otherwise."""
    path = office.case(CASE.replace(before, name))
    said = office.run("validate", "SCI-2026-014", "--json")
    assert read_file(path).data
    return [(f["severity"], f["rule"], f["path"]) for f in said.json]


@pytest.mark.parametrize(
    "name",
    [
        "Siân Llŷr ap Gwynfor",
        "Łukasz Żółć-Brzęczyszczykiewicz",
        "عبد الرحمن",
        "می‌خواهم رضا",
        "שרה לוי\u200f",
        "नेहा क्‍षत्रिय",
        "Παναγιώτης Ναταλία",
        "Наталья O’Brien",
        "e\u0301milie Nguyễn",
        "Mia 👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "Ngozi & <Ada>",
        "Ọlúwaṣeun Əliyev",
        "葛\U000e0100城 葵",
        "Ξένια Τζένη",
        "Mia ❤️",
    ],
)
def test_what_names_are_spelt_with_is_taken(office: Office, name: str) -> None:
    assert told(office, name) == []


@pytest.mark.parametrize(
    "name",
    [
        *("Otti\u200blie", "Otti\u200clie", "Otti\u00adlie", "Otti\u200flie", "Otti\U000e0061lie"),
        *("Otti\u2800lie", "Otti\ufffclie", "Otti\ufe0flie", "Otti\U0001d173lie"),
    ],
)
def test_what_cannot_be_seen_is_flagged(office: Office, name: str) -> None:
    assert told(office, name) == [("warning", "invisible-character", "$.children[0].name.full")]


def test_a_line_mark_written_out_is_flagged(office: Office) -> None:
    assert told(office, '"Otti\\Llie"') == [
        ("warning", "invisible-character", "$.children[0].name.full")
    ]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Otti\ufffdlie", "lost-character"),
        ("Otti\ue000lie", "lost-character"),
        ("Otti\U0001ffffelie", "lost-character"),
        ("Otti\ufdd0lie", "lost-character"),
        ("Otti" + "\u0301" * 9 + "lie", "heaped-marks"),
    ],
)
def test_what_was_lost_or_heaped_is_flagged(office: Office, name: str, rule: str) -> None:
    assert told(office, name) == [("warning", rule, "$.children[0].name.full")]


@pytest.mark.parametrize(
    "name",
    [
        *("Оttilie", "Ottilіe", "Οttilie", "Ottilie Рауе", "Ott\u0251lie", "\U0001d40ettilie"),
        *("\uff2fttilie", "Ott\u13a5lie", "Ott\u0578lie"),
    ],
)
def test_a_letter_that_looks_like_another_is_flagged(office: Office, name: str) -> None:
    assert told(office, name) == [("warning", "two-alphabets", "$.children[0].name.full")]


def test_a_number_that_nobody_could_find_again_is_refused(office: Office) -> None:
    more = 'identifiers:\n  - {kind: other, value: "RВ-17", about: child-1}\n\nevents:'
    assert told(office, more, "\nevents:") == [
        ("error", "two-alphabets", "$.identifiers[0].value"),
    ]


def test_a_reference_is_no_device(office: Office) -> None:
    said = told(office, "CON", "SCI-2026-014")
    assert ("error", "kept-name", "$.case.reference") in said


def test_an_id_is_no_device(office: Office) -> None:
    said = told(office, "nul", "hospital")
    assert ("error", "kept-name", "$.agencies[0].id") in said
