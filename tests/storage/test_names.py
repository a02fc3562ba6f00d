"""File names that every computer of a business unit can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.errors import InputRefused
from sgdocs.storage import parts_of, safe_name


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("SCP-2026-014", "SCP-2026-014"),
        ("SCP/2026/014", "SCP-2026-014"),
        ("  SCP 2026  014. ", "SCP-2026-014"),
        ("SCP: 2026\\014?", "SCP-2026-014"),
        ("Cae\u0302r-1", "Caêr-1"),
        ("../../14", "14"),
        ("v1.2", "v1.2"),
    ],
)
def test_a_reference_becomes_a_name(reference, name):
    assert safe_name(reference) == name


@pytest.mark.parametrize(
    "reference",
    ["", " ", "...", "///", "?*", "CON", "nul", "Com1", "LPT9.txt", "aux.2", "a\x00b", "a\x1bb",
     "a\u202eb", "a\ud800", "x" * 121, "字" * 100],
)  # fmt: skip
def test_a_reference_that_cannot_be_a_name_is_refused_without_quoting_it(reference):
    with pytest.raises(InputRefused) as refusal:
        safe_name(reference)
    assert refusal.value.exit_code == 3
    assert len(reference) < 4 or reference not in str(refusal.value)


@given(st.text(max_size=140))
def test_a_name_that_is_given_is_always_good_and_stays_the_same(text):
    try:
        name = safe_name(text)
    except InputRefused:
        return
    assert parts_of(name) == (name,)
    assert safe_name(name) == name
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name == name.strip(" .")


@pytest.mark.parametrize(
    "name", ["letter.md", "nel/letter-9.md", "SCSI-5.docx", "Ça va.txt", "console.txt", "com10"]
)
def test_plain_names_are_split(name):
    assert parts_of(name) == tuple(name.split("/"))


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "/a", "a/", "a//b", "../a", "a/../b", "a\\b", "c:a", "a|b", 'a"b', "a<b", "a>b",
     "a?b", "a*b", "a\nb", "a\x7fb", "a.", "a ", "b/a ./c", "CON", "con.txt", "PRN", "AUX",
     "aux .2", "NUL.tar.gz", "COM1", "com¹", "LPT0", "CONIN$", "CLOCK$", ".sgdocs-tmp-1", "a" * 121,
     "\u202ea"],
)  # fmt: skip
def test_names_some_computer_cannot_hold_are_refused(name):
    with pytest.raises(InputRefused):
        parts_of(name)
