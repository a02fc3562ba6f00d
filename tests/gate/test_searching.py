"""What of a case is found in a text: which fact, by which channel, and where it is no match."""

from collections.abc import Mapping
from typing import Any

import pytest

from sgdocs.gate import Code, Needles, needles, public_of
from sgdocs.gate.folding import folded
from sgdocs.gate.model import Manner, Passage
from sgdocs.gate.searching import search
from sgdocs.gate.text import prepared

CASE: Mapping[str, Any] = {
    "children": [
        {"id": "c", "name": {"full": "Caoimhe Malhotra", "given": "Caoimhe", "family": "Malhotra"}},
        {"id": "d", "name": {"full": "Mo Price"}, "date_of_birth": "2025-06-03"},
    ],
    "family": [{"id": "f", "name": {"full": "Ruth Jones"}, "phone": "07700 900112"}],
    "other_people": [
        {"id": "w", "name": {"full": "May Will"}},
        {"id": "x", "name": {"full": "So Yan"}},
        {"id": "y", "name": {"full": "Ros Okrine"}},
    ],
    "places": [
        {"id": "p", "name": "Haven Roadside"},
        {"id": "q", "name": "The Elm"},
        {"id": "r", "name": "Ash-on-Sea"},
    ],
    "identifiers": [{"value": "AB-1234"}, {"value": "XY-12"}, {"value": "K-9"}],
    "may_be_published": ["Malhotra Review Ltd", "Ruth"],
}
KEYS = {
    "Caoimhe": "$.children[0].name", "Mo": "$.children[1].name", "Ruth": "$.family[0].name",
    "May": "$.other_people[0].name", "day": "$.children[1].date_of_birth",
    "phone": "$.family[0].phone", "Haven": "$.places[0].name", "Elm": "$.places[1].name",
    "So": "$.other_people[1].name", "Ros": "$.other_people[2].name",
    "Ash": "$.places[2].name", "AB": "$.identifiers[0].value", "XY": "$.identifiers[1].value",
    "K": "$.identifiers[2].value",
}  # fmt: skip


@pytest.fixture(scope="module")
def wanted() -> Needles:
    return needles(CASE, public_of(CASE))


def _found(text: str, wanted: Needles, manner: Manner = Manner.PROSE) -> list[str]:
    named = {path: name for name, path in KEYS.items()}
    passage = Passage("p", (("body text", text),), manner)
    return sorted({named[f.fact] for f in search(passage, wanted)})


PROSE = """
Caoimhe came | Caoimhe
the Caoimhes came | Caoimhe
the Joneses came | Ruth
the Jones came | Ruth
the Jonesen came |
xxCaoimheyy |
xxMalhotrayy | Caoimhe
xMalhotra | Caoimhe
the malhotra house | Caoimhe
C a o i m h e | Caoimhe
C  a  o  i  m  h  e | Caoimhe
C    a    o    i    m    h    e |
C-a-o |
the J o n e s house | Ruth
Cao-\\nimhe | Caoimhe
Cao- \\n  imhe | Caoimhe
Cao-imhe | Caoimhe
Cao-\\nimhes | Caoimhe
Cao-\\nimhed |
Jo-\\nnes came | Ruth
Jo-nes came |
R0s came |
0krine came | Ros
the Roses came | Ros
Okr#ine came | Ros
Jon#es came |
Ca0imhe | Caoimhe
Ca0 imhe |
Ma1hotra |
Ca@imhe |
J0nes | Ruth
J0n3s | Ruth
jone$ | Ruth
M0 |
Mr Mo | Mo
we met Mo there | Mo
we met mo there |
Mo was there | Mo
Mo Ruthven came | Mo
Mo of them |
MO OF THEM | Mo
MO of them |
MO WAS THERE | Mo
May came | May
May be |
May 2026 |
it was May 2026 |
it was May 226 | May
So was it |
we met So there | So
in May |
May's cot | May
Will it be |
we asked May | May
we asked Will | May
Price of it |
Price said no | Mo
the Price is | Mo
1. Price of it |
12 Price of it |
Mrs Price is high | Mo
Dr. Price of it | Mo
MRS PRICE of it | Mo
A PRICE of it |
Mo Price | Mo
M Price | Mo
M. Price | Mo
Price, M | Mo
M Prices | Mo
M Priced |
xm price |
xm Price | Mo
May Will | May
MayWill | May
07700 900112 | phone
(0)7700-900-112 | phone
447700900112 | phone
0770O 9OO1l2 | phone
07700 90011 |
AB-1234 | AB
AB 1234 | AB
ab1234x | AB
1ab12345 |
AB-12345 |
AB-12345 came |
see 1ab1234 |
AB-1234.5 | AB
XY-12 | XY
xy12 | XY
xy123 |
axy12 |
K-9 |
Haven Roadside | Haven
havenroadside | Haven
xhavenroadsidex | Haven
Haven Roadsides | Haven
see the Elmsa b |
see the Elms-a | Elm
the Elm | Elm
the Elms | Elm
other Elm |
Ash-on-Sea | Ash
Ash on Sea | Ash
ashonsea | Ash
Ashes on sea |
born 3 June 2025 | day
born 3 June | day
born 3 June 2024 |
born 6 March 2025 |
Malhotra Review Ltd wrote |
the malhotra-review, ltd wrote |
the Malhotra Review wrote | Caoimhe
the Malhotra Reviews Ltd wrote | Caoimhe
Malhotra of Malhotra Review Ltd | Caoimhe
by Ruth |
by Ruth Jones | Ruth
by Ruthven |
"""


@pytest.mark.parametrize("line", PROSE.strip().splitlines())
def test_what_is_found_in_prose(line: str, wanted: Needles) -> None:
    text, _, names = line.partition("|")
    written = text.strip().replace("\\n", "\n")
    assert _found(written, wanted) == sorted(names.split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("xxcaoimheyy", "prose: label: Caoimhe code: Caoimhe joined: glued: Caoimhe"),
        (
            "xxmalhotrayy",
            "prose: Caoimhe label: Caoimhe code: Caoimhe joined: Caoimhe glued: Caoimhe",
        ),
        ("xxjonesyy", "prose: label: code: joined: glued:"),
        ("noteJones", "prose: label: Ruth code: Ruth joined: Ruth glued: Ruth"),
        ("theMoHouse", "prose: label: Mo code: joined: Mo glued: Mo"),
        ("we met Mo there", "prose: Mo label: Mo code: joined: Mo glued: Mo"),
        ("the JonesesCame", "prose: label: Ruth code: Ruth joined: Ruth glued: Ruth"),
        ("mPrice", "prose: Mo label: Mo code: Mo joined: Mo glued: Mo"),
        ("theelm", "prose: Elm label: Elm code: Elm joined: Elm glued: Elm"),
        ("xtheelm", "prose: label: code: joined: glued:"),
    ],
)
def test_the_manner_of_a_text_decides(text: str, names: str, wanted: Needles) -> None:
    told = [" ".join((f"{m}:", *_found(text, wanted, m))) for m in Manner]
    assert " ".join(told) == names


def test_where_nothing_may_be_published_everything_is_found() -> None:
    case = {"children": CASE["children"]}
    assert _found("Caoimhe came", needles(case, public_of(case))) == ["Caoimhe"]


def _where(atoms: tuple[tuple[str, str], ...], wanted: Needles) -> list[tuple[str, str, str]]:
    passage = Passage("p", atoms)
    return [(str(f.code), f.channel, f.place) for f in search(passage, wanted)]


def test_each_fact_is_told_once_for_each_channel(wanted: Needles) -> None:
    atoms = (("body text", "Caoimhe, Caoimhe "), ("header", "Caoimhe "), ("body text", "Caoimhe"))
    assert _where(atoms, wanted) == [
        ("identifies", "body text", "p"), ("identifies", "header", "p"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("atoms", "channel"),
    [
        ((("body text", "Caoimhe"),), "body text"),
        ((("body text", "Cao"), ("header", "imhe")), "header"),
        ((("header", "Cao"), ("body text", "imhe")), "header"),
        ((("hidden text", "Cao"), ("header", "imhe")), "hidden text"),
        ((("page text", "Cao"), ("body text", "imhe")), "page text"),
        ((("header", "x "), ("body text", "Caoimhe"), ("footer", " x")), "body text"),
        ((("body text", "Caoimhe"), ("footer", "")), "body text"),
        ((("footer", "\u200b"), ("body text", "Caoimhe")), "body text"),
    ],
)
def test_the_channel_of_what_is_in_pieces(
    atoms: tuple[tuple[str, str], ...], channel: str, wanted: Needles
) -> None:
    assert _where(atoms, wanted) == [("identifies", channel, "p")]


def test_marks_that_turn_letters_round_are_refused_in_their_channel(wanted: Needles) -> None:
    atoms = (("body text", "plain"), ("header\0q", "\u202etfel"), ("footer", "\u202d"))
    refused = Code.UNDECODABLE
    assert _where(atoms, wanted) == [(refused, "header", "q"), (refused, "footer", "p")]


@pytest.mark.parametrize(
    ("gap", "allowed"),
    [(" ", True), (" - ", True), (" -- ", True), (" -.- ", False), ("", False)],
)
def test_a_phrase_that_may_stand_there_has_small_gaps(
    gap: str, *, allowed: bool, wanted: Needles
) -> None:
    assert _found(f"by malhotra{gap}review ltd.", wanted) == ([] if allowed else ["Caoimhe"])


def test_a_phrase_that_may_stand_there_is_found_wherever_it_begins(wanted: Needles) -> None:
    for before in (0, 1, 119, 120, 121, 300):
        text = "x" * before + " malhotra review ltd"
        assert _found(text, wanted) == []
        assert _found(text + " malhotra", wanted) == ["Caoimhe"]
        assert _found("x" * before + " malhotra, malhotra review ltd", wanted) == ["Caoimhe"]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Zoë", "Zoe"), ("ZOË", "ZOE"), ("Straße", "Strasse"), ("Łukasz", "Lukasz"),
        ("Ｃａｏ", "Cao"), ("𝐂𝐚𝐨", "Cao"), ("Сао", "Cao"), ("ᴄᴀᴏ", "cao"),
        ("🇨🇦🇴", "CAO"), ("\uf043\uf061\uf06f", "Cao"), ("\uf07e\uf020", "~ "),
        ("\uf07f\uf01f", "\uf07f\uf01f"), ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("a\u200bb\u00adc", "abc"), ("a\u115fb\u3164c\u2800é", "abce"), ("a\0b", "ab"),
        ("é\0b", "eb"), ("٣ é", "3 e"), ("३ é", "3 e"), ("’é", "'e"), ("–é", "-e"),
        ("İ", "I"), ("é\x07", "e"), ("a\x01\x08\x0b\x0e\x1b\x1f\x7fb", "ab"),
        ("a\tb\nc\rd\x0c", "a\tb\nc\rd\x0c"),
    ],
)  # fmt: skip
def test_letters_are_brought_to_one_form(written: str, plain: str) -> None:
    assert folded(written) == plain


def test_small_letters_stand_where_the_capitals_stood() -> None:
    ready = prepared(Passage("", (("a", "ẞİÆé ŉ ΐ ﬃ"), ("b", "x"))))
    assert len(ready.low) == len(ready.plain)
    assert ready.channel(len(ready.low) - 1) == "b"
