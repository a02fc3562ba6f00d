"""Which letters a typeface's codes stand for, how wide they are, and when that is not believed."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from sgdocs.gate.pdf.cmaps import letters_of
from sgdocs.gate.pdf.faces import Face, face_of
from sgdocs.gate.pdf.glyphs import meaning


@pytest.mark.parametrize(
    ("table", "letters"),
    [
        (b"beginbfchar <43> <0043> <61><0061> endbfchar", {0x43: "C", 0x61: "a"}),
        (b"beginbfchar <0 0 43> <00 43> endbfchar", {0x43: "C"}),
        (b"beginbfchar <43> <00430061> <44> <> <45> <43> endbfchar", {0x43: "Ca", 68: "", 69: "C"}),
        (b"beginbfchar <43> <1F600> <44> <D83DDE00> endbfchar", {67: "\1\uf600", 68: "\U0001f600"}),
        (b"beginbfrange <41> <43> <0061> endbfrange", {0x41: "a", 0x42: "b", 0x43: "c"}),
        (b"beginbfrange <41> <42> <00660066> endbfrange", {0x41: "ff", 0x42: "fg"}),
        (b"beginbfrange <41> <43> [<0061> <0078> <>] endbfrange", {0x41: "a", 0x42: "x", 0x43: ""}),
        (b"beginbfrange <41> <41> [<0061>] <42> <42> <0062> endbfrange", {0x41: "a", 0x42: "b"}),
        (b"beginbfrange <41> <42> <> endbfrange", {}),
        (b"beginbfrange <42> <41> <0061> endbfrange", {}),
        (b"beginbfrange <41> <42> <DBFFDFFF> endbfrange", dict.fromkeys((65, 66), "\U0010ffff")),
        (
            b"beginbfchar <41> <0061> endbfchar beginbfrange <42> <42> <0062> endbfrange "
            b"beginbfchar <43> <0063> endbfchar",
            {0x41: "a", 0x42: "b", 0x43: "c"},
        ),
        (b"begincidrange <41> <43> <0061> endcidrange", {}),
        (b"begincodespacerange <00> <ff> endcodespacerange", {}),
    ],
)  # fmt: skip
def test_the_letters_a_table_gives(table: bytes, letters: dict[int, str]) -> None:
    assert letters_of(table) == letters


def test_a_table_without_end_is_read_up_to_the_limit() -> None:
    every = letters_of(b"beginbfrange <00000000> <ffffffff> <0061> endbfrange")
    assert (min(every), max(every)) == (0, 70_000)
    sections = b"".join(
        b"beginbfrange <%08x> <%08x> <0061> endbfrange " % (start, start + 34_999)
        for start in range(0, 35_000 * 4, 35_000)
    )
    assert len(letters_of(sections)) == 105_000


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("/a", "a"), ("/A", "A"), ("/space", " "), ("/fi", "fi"), ("/germandbls", "ß"),
        ("/uni0041", "A"), ("/u0041", "A"), ("/u1F600", "\U0001f600"), ("/uni004", ""),
        ("/uni00411", ""), ("/aacute", "á"), ("/Aacute", "Á"), ("/edieresis", "ë"),
        ("/scaron", "š"), ("/aacute.alt", "á"), ("/a.sc", "a"), ("/qacute", ""), ("/aaacute", ""),
        ("/acute", ""), ("/g37", ""), ("/é", ""), ("/ogonek", ""), ("/eogonek", "ę"),
    ],
)  # fmt: skip
def test_what_a_glyphs_name_means(name: str, letters: str) -> None:
    assert meaning(name) == letters


def _simple(pdf: pikepdf.Pdf, **more: Any) -> Any:
    usual = {"Type": Name.Font, "Subtype": Name.Type1, "BaseFont": Name.Helvetica}
    return pdf.make_indirect(Dictionary(**{**usual, **more}))


def _read(letters: dict[int, str], raw: bytes) -> str:
    return "".join(letters.get(n, "?") for n in raw)


@pytest.mark.parametrize(
    ("more", "raw", "read"),
    [
        ({"Encoding": Name.WinAnsiEncoding}, b"a\x80\xe9\x1f", "a€é?"),
        ({"Encoding": Name.MacRomanEncoding}, b"a\x8e", "aé"),
        ({"Encoding": Name.StandardEncoding}, b" a\xff", " aÿ"),
        ({}, b"a\xe9", "aé"),
        ({"BaseFont": Name.Symbol}, b"a", "?"),
        ({"BaseFont": Name.ZapfDingbats}, b"a", "?"),
        ({"Subtype": Name.Type3}, b"a", "?"),
        ({"FontDescriptor": Dictionary(Flags=4)}, b"a", "?"),
        ({"FontDescriptor": Dictionary()}, b"a", "?"),
        ({"FontDescriptor": Dictionary(Flags=32)}, b"a", "a"),
        ({"Encoding": Dictionary(Differences=Array([97, Name.C, Name.o, 99, Name.x]))},
         b"abcd", "Coxd"),
        ({"Encoding": Dictionary(BaseEncoding=Name.MacRomanEncoding)}, b"\x8e", "é"),
        ({"Encoding": Dictionary(BaseEncoding=Name.Nothing)}, b"a", "?"),
        ({"Encoding": Name.Nothing}, b"a", "?"),
    ],
)  # fmt: skip
def test_the_letters_of_an_encoding(more: dict[str, Any], raw: bytes, read: str) -> None:
    with pikepdf.new() as pdf:
        face = face_of(_simple(pdf, **more))
        assert _read(dict(face.letters), raw) == read


def test_a_table_goes_before_the_encoding_and_both_are_kept() -> None:
    with pikepdf.new() as pdf:
        table = pdf.make_stream(b"beginbfchar <61> <0062> endbfchar")
        face = face_of(_simple(pdf, ToUnicode=table, Encoding=Name.WinAnsiEncoding))
        assert dict(face.letters) == {97: "b"}
        assert face.encoded[97] == "a"
        broken = pdf.make_stream(b"no zip", {"/Filter": Name.FlateDecode})
        face = face_of(_simple(pdf, ToUnicode=broken, Encoding=Name.WinAnsiEncoding))
        assert dict(face.letters) == {}
        face = face_of(_simple(pdf, ToUnicode=Name.Identity, Encoding=Name.WinAnsiEncoding))
        assert face.letters[97] == "a"
        assert face.encoded == {}


def test_the_widths_of_a_simple_typeface() -> None:
    with pikepdf.new() as pdf:
        face = face_of(_simple(pdf, FirstChar=97, Widths=Array([300, 700])))
        assert face.read(b"ab") == ("ab", 1.0, 2)
        assert face.read(b"c") == ("c", 0.5, 1)
        face = face_of(_simple(pdf, Widths=Array([300] * 98)))
        assert face.read(b"ab")[1] == 0.8


def test_a_drawn_typeface_has_a_scale_of_its_own() -> None:
    with pikepdf.new() as pdf:
        matrix = Array([-0.01, 0, 0, 0.01, 0, 0])
        more = {"Subtype": Name.Type3, "FontMatrix": matrix, "Widths": Array([30] * 98)}
        face = face_of(pdf.make_indirect(Dictionary(**more)))
        assert face.read(b"a")[1:] == (0.3, 1)
        del more["FontMatrix"]
        face = face_of(pdf.make_indirect(Dictionary(**more)))
        assert face.read(b"a")[1] == 0.03


def _composite(pdf: pikepdf.Pdf, widths: list[Any], **more: Any) -> Face:
    inner = Dictionary(W=Array(widths), **more)
    table = pdf.make_stream(b"beginbfrange <0001> <00ff> <0061> endbfrange")
    return face_of(
        pdf.make_indirect(
            Dictionary(Subtype=Name.Type0, DescendantFonts=Array([inner]), ToUnicode=table)
        )
    )


@pytest.mark.parametrize(
    ("widths", "wide"),
    [
        ([1, [300, 400]], [300, 400, 1000, 1000]),
        ([1, 2, 300, 3, [400]], [300, 300, 400, 1000]),
        ([1, [300], 3, 4, 500], [300, 1000, 500, 500]),
        ([2, 2, 300], [1000, 300, 1000, 1000]),
        ([1, [300], 2, 3], [300, 1000, 1000, 1000]),
        ([1, [300], 2], [300, 1000, 1000, 1000]),
        ([], [1000] * 4),
    ],
)
def test_the_widths_of_a_composite_typeface(widths: list[Any], wide: list[int]) -> None:
    with pikepdf.new() as pdf:
        packed = [Array(w) if isinstance(w, list) else w for w in widths]
        face = _composite(pdf, packed)
        assert [round(face.read(bytes([0, n]))[1] * 1000) for n in (1, 2, 3, 4)] == wide
        assert _composite(pdf, packed, DW=250).read(b"\0\x09")[1] == 0.25


def test_a_composite_typeface_reads_two_bytes_to_a_letter() -> None:
    with pikepdf.new() as pdf:
        face = _composite(pdf, [])
        assert face.read(b"\0\1\0\2") == ("ab", 2.0, 2)
        assert face.read(b"\0\1\0\2\0") == ("ab", 2.0, 2)
        assert face.read(b"\x01\x01") == ("\ufffd", 1.0, 1)
        assert face.encoded == {}


def test_a_width_for_all_codes_there_can_be_is_given_soon() -> None:
    with pikepdf.new() as pdf:
        face = _composite(pdf, [5, 2_000_000_000, 300])
        assert (min(face.widths), max(face.widths)) == (5, 5 + 65535)


def _face(letters: dict[int, str], widths: dict[int, float] | None = None, **more: Any) -> Face:
    face = Face(letters, widths or {}, wide=False, otherwise=500, **more)
    face.read(bytes(letters))
    return face


@pytest.mark.parametrize(
    ("face", "doubts"),
    [
        (_face({1: "C", 2: "a"}), []),
        (_face({1: ""}), ["letters missing"]),
        (_face({1: "\ufffd"}), ["letters missing"]),
        (_face({1: "C\0"}), ["letters missing"]),
        (_face({1: "\ufffe"}), ["letters missing"]),
        (_face({1: "\uffff"}), ["letters missing"]),
        (_face({1: "\U00010000"}), []),
        (_face({1: "\1"}), ["letters missing"]),
        (_face({1: "\x1f"}), ["letters missing"]),
        (_face({1: " ", 2: "\t", 3: "\n", 4: "\r"}), []),
        (_face({1: "\ue000"}), ["letters missing"]),
        (_face({1: "\uf8ff"}), ["letters missing"]),
        (_face({1: "\uf900"}), []),
        (_face({1: "\x7f"}), ["letters missing"]),
        (_face({1: "\x9f"}), ["letters missing"]),
        (_face({1: "\xa0"}), []),
        (_face({1: "\uf020", 2: "\uf0ff"}), []),
        (_face({1: "\uf01f"}), ["letters missing"]),
        (_face({1: "\uf100"}), ["letters missing"]),
        (_face({1: "a"}, encoded={1: "b"}), ["letters differ"]),
        (_face({1: "a"}, encoded={1: "A"}), []),
        (_face({1: "fi"}, encoded={1: "\ufb01"}), []),
        (_face({1: "a"}, encoded={1: ""}), []),
        (_face({1: "a"}, encoded={2: "b"}), []),
        (_face({1: "-"}, encoded={1: "\xad"}), []),
        (_face({1: "-"}, encoded={1: "b"}), ["letters differ"]),
        (_face({1: "b"}, encoded={1: "-"}), ["letters differ"]),
        (_face({1: "a", 2: "a"}), []),
        (_face({1: "a", 2: "a", 3: "a"}), ["one letter for many glyphs"]),
        (_face({1: ".", 2: ".", 3: "."}), []),
        (_face({1: "i", 2: "m"}, {1: 200, 2: 800}), []),
        (_face({1: "i", 2: "m"}, {1: 800, 2: 200}), ["widths differ"]),
        (_face({1: "l", 2: "j", 3: "w"}, {1: 200, 2: 801, 3: 800}), ["widths differ"]),
        (_face({1: "i", 2: "m"}, {1: 800, 2: 800}), []),
        (_face({1: "i", 2: "m", 3: "W"}, {1: 700, 2: 800, 3: 600}), ["widths differ"]),
        (_face({1: "i", 2: "m", 3: "a"}, {1: 800, 2: 800, 3: 500}), []),
        (_face({1: "i"}, {1: 800, 2: 200}), []),
        (_face({1: "i", 2: "m"}, {1: 800}), []),
    ],
)
def test_what_makes_letters_hard_to_believe(face: Face, doubts: list[str]) -> None:
    assert list(face.doubts()) == doubts


def test_only_the_letters_that_are_used_are_doubted() -> None:
    face = Face({1: "a", 2: ""}, {}, wide=False, otherwise=500)
    face.read(b"\1")
    assert list(face.doubts()) == []
    face.read(b"\1\3")
    assert list(face.doubts()) == ["letters missing"]
