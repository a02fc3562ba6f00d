"""Every string, name and stream of a PDF's objects is read, by the channel it belongs to."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from gate.sheets import blank
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Manner
from sgdocs.gate.pdf.lexing import commands, name_of, strings_in
from sgdocs.gate.pdf.objects import read_objects

KEEVA = String("Keeva")


def _read(pdf: pikepdf.Pdf, drawn: frozenset[tuple[int, int]] = frozenset()) -> Evidence:
    evidence = Evidence()
    read_objects(pdf, drawn, "in/", evidence)
    return evidence


def _channels(entries: dict[str, Any], words: str = "Keeva") -> set[str]:
    """Hang entries below the root of a file, and give the channels by which words are read."""
    with blank() as pdf:
        for key, value in entries.items():
            pdf.Root[key] = value
        told = ((c, t) for p in _read(pdf).passages for c, t in p.atoms)
        return {c for c, t in told if words in t}


@pytest.mark.parametrize(
    ("entries", "channels"),
    [
        ({"/Note": KEEVA}, {"object"}),
        ({"/Note": Array([Array([KEEVA])])}, {"object"}),
        ({"/PieceInfo": Dictionary(A=KEEVA)}, {"private data"}),
        ({"/Outlines": Dictionary(Title=KEEVA)}, {"outline"}),
        ({"/Outlines": Dictionary(Alt=KEEVA)}, {"alternative text"}),
        ({"/A": Dictionary(Type=Name.OCG, Name=KEEVA)}, {"layer"}),
        ({"/A": Dictionary(Type=Name.Annot, X=KEEVA)}, {"annotation"}),
        ({"/A": Dictionary(Rect=Array([0]), X=KEEVA)}, {"annotation"}),
        ({"/A": Dictionary(Type=Name.Annot, FT=Name.Tx, X=KEEVA)}, {"form field"}),
        ({"/A": Dictionary(FT=Name.Tx, X=KEEVA)}, {"form field"}),
        ({"/A": Dictionary(FT=Name.Tx, V=KEEVA)}, {"form field value"}),
        ({"/A": Dictionary(Type=Name.Filespec, X=KEEVA)}, {"attachment"}),
        ({"/OpenAction": Dictionary(JS=KEEVA)}, {"script"}),
        ({"/A": Name.Keeva}, {"name of an object"}),
        ({"/A": Array([Name.Keeva])}, {"name of an object"}),
        ({"/Keeva": 1}, {"name of an object"}),
        ({"/A": String("K\u00e9\u0113va")}, set()),
    ],
)
def test_the_channel_of_a_value(entries: dict[str, Any], channels: set[str]) -> None:
    assert _channels(entries) == channels


@pytest.mark.parametrize("name", ["F1", "abC1234", "q", "qz", "1.2", "1234.5678", "Type"])
def test_names_that_programs_make_up_are_no_words(name: str) -> None:
    assert "name of an object" not in _channels({"/Q": Array([Name(f"/{name}")])}, name)


@pytest.mark.parametrize("name", ["AB", "abc", "abCd1", "F12345", "12345.1", "1.12345"])
def test_other_names_are_words(name: str) -> None:
    assert _channels({"/A": Name(f"/{name}")}, name) == {"name of an object"}


def test_a_name_is_told_once_where_it_is_met_first() -> None:
    with blank() as pdf:
        pdf.Root.X = pdf.make_indirect(Dictionary(A=Name.Keeva))
        pdf.Root.Y = pdf.make_indirect(Dictionary(A=Name.Keeva))
        number = pdf.Root.X.objgen[0]
        places = [p.place for p in _read(pdf).passages if ("Keeva" in p.atoms[0][1])]
    assert places == [f"in/object {number}"]


def test_bytes_that_may_be_letters_in_two_ways_are_read_in_both() -> None:
    with blank() as pdf:
        pdf.Root.X = String("Zoë".encode())
        told = "\n".join(t for p in _read(pdf).passages for _, t in p.atoms)
    assert "Zoë" in told
    assert "ZoÃ«" in told


def test_what_a_reader_is_told_in_one_breath_is_read_so() -> None:
    with blank() as pdf:
        kids = [pdf.make_indirect(Dictionary(ActualText=String(t))) for t in ("Kee", "va")]
        pdf.Root.X = Array(kids)
        fields = [Dictionary(FT=Name.Tx, T=String(t)) for t in ("An", "na")]
        pdf.Root.Y = Array(fields)
        joined = [p for p in _read(pdf).passages if p.manner is Manner.JOINED]
    assert {(p.place, *p.atoms[0]) for p in joined} == {
        ("in", "alternative text", "Keeva"),
        ("in", "form field", "Anna"),
    }


def test_a_fields_own_name_is_told_before_those_below_it() -> None:
    with blank() as pdf:
        pdf.Root.X = Dictionary(
            FT=Name.Tx, Kids=Array([Dictionary(T=String("va"))]), T=String("Kee")
        )
        (joined,) = [p for p in _read(pdf).passages if p.manner is Manner.JOINED]
    assert joined.atoms == (("form field", "Keeva"),)


def test_a_program_in_pieces_is_read_as_one() -> None:
    with blank() as pdf:
        pdf.Root.OpenAction = Dictionary(
            JS=String("a = 'Kee' +"), Next=Dictionary(JS=String("'va'"))
        )
        told = {t for p in _read(pdf).passages for c, t in p.atoms if c == "script"}
    assert any("Keeva" in t for t in told)


def test_an_object_nobody_refers_to_is_read() -> None:
    with blank() as pdf:
        pdf.make_indirect(Dictionary(A=KEEVA))
        found = {c for p in _read(pdf).passages for c, t in p.atoms if "Keeva" in t}
    assert found == {"unreferenced object"}


def test_a_stream_that_was_drawn_is_not_read_again() -> None:
    with blank() as pdf:
        stream = pdf.make_stream(b"Keeva")
        pdf.Root.X = stream
        assert any("Keeva" in t for p in _read(pdf).passages for _, t in p.atoms)
        quiet = _read(pdf, frozenset({stream.objgen}))
        assert not any("Keeva" in t for p in quiet.passages for _, t in p.atoms)


@pytest.mark.parametrize(
    ("data", "given"),
    [
        (b"1 -2.5 +.5 m", [(b"m", ["number"] * 3)]),
        (b"/F1 12 Tf (a) Tj", [(b"Tf", ["name", "number"]), (b"Tj", ["string"])]),
        (b"[(a) 2 <41>] TJ", [(b"TJ", ["array"])]),
        (b"<</A <</B (c)>> /D <41>>> BDC", [(b"BDC", ["dict"])]),
        (b"T* ' \"", [(b"T*", []), (b"'", []), (b'"', [])]),
        (b"1 0", [(b"", ["number", "number"])]),
        (b"% a\n1 w", [(b"%", ["comment"]), (b"w", ["number"])]),
        (b"] 1 w", [(b"?", ["odd"]), (b"w", ["number"])]),
        (b"BI /W 1 ID abEI EI Q", [(b"BI", ["name", "number", "image"]), (b"Q", [])]),
        (b"ID \xff EIx EI", [(b"BI", ["image"])]),
        (b"ID never", [(b"BI", ["image"])]),
        (b"(a) Tj" + b" 1" * 200 + b" w", [(b"Tj", ["string"]), (b"w", ["number"] * 200)]),
        (b" 1" * 201 + b" w", [(b"?", ["odd"]), (b"w", [])]),
    ],
    ids=range(13),
)
def test_commands_and_what_they_are_given(
    data: bytes, given: list[tuple[bytes, list[str]]]
) -> None:
    assert [(op, [kind for kind, _ in operands]) for op, operands in commands(data)] == given


def test_the_bytes_of_a_picture_among_commands_are_kept_whole() -> None:
    assert next(iter(commands(b"ID \0\xff EI"))) == (b"BI", [("image", b" \0\xff")])
    assert next(iter(commands(b"ID \0\xff"))) == (b"BI", [("image", b" \0\xff")])


@pytest.mark.parametrize(
    ("array", "given"),
    [
        (rb"[(Ca)-100(o)]", [b"Cao"]),
        (rb"[(Ca)-101(o)]", [b"Ca", -101.0, b"o"]),
        (rb"[(Ca)101(o)]", [b"Ca", 101.0, b"o"]),
        (rb"[(Ca) 1.2.3 (o)<41>]", [b"CaoA"]),
        (rb"[(Ca) 1000 (o)]", [b"Ca", 1000.0, b"o"]),
        (rb"[(a(b)c)]", [b"a(b)c"]),
        (rb"[(a\(b)(c)]", [b"a(bc"]),
        (rb"[]", [b""]),
        (rb"[<4>-200<41>]", [b"@", -200.0, b"A"]),
    ],
)
def test_the_strings_of_an_array_and_the_steps_between(array: bytes, given: list[Any]) -> None:
    assert list(strings_in(array)) == given


@pytest.mark.parametrize(
    ("written", "name"),
    [(b"/Keeva", "/Keeva"), (b"/K#65#65va", "/Keeva"), (b"/K#65#20x", "/Ke x"), (b"/\xe9", "/é")],
)
def test_a_name_is_read_as_it_is_meant(written: bytes, name: str) -> None:
    assert name_of(written) == name
