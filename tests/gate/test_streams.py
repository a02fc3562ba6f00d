"""What is packed in a PDF is unpacked in full, or refused; what it holds is read by its kind."""

import zlib
from base64 import a85encode
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from gate.package import jpeg
from sgdocs.gate import Code, limits
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.pdf.contents import read_stream
from sgdocs.gate.pdf.streams import Undecodable, unpacked

WORDS = b"Keeva was here"
ODD = b"\x01\x02\xff\xfe\x00\x80"
FLATE, A85, HEX = Name.FlateDecode, Name.ASCII85Decode, Name.ASCIIHexDecode


def _unpacked(raw: bytes, filters: Any, **more: Any) -> bytes:
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(raw, {"/Filter": filters} if filters is not None else {})
        for key, value in more.items():
            stream[f"/{key}"] = value
        return unpacked(stream)


def _lzw(data: bytes) -> bytes:
    """Pack bytes in codes of nine bits, which are begun anew before they would be ten."""
    codes = [256]
    for number, byte in enumerate(data, 1):
        codes += [byte] if number % 200 else [byte, 256]
    bits = "".join(f"{code:09b}" for code in [*codes, 257])
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


UP = zlib.compress(b"\x02" + WORDS)


@pytest.mark.parametrize(
    ("raw", "filters", "plain"),
    [
        (WORDS, None, WORDS),
        (zlib.compress(WORDS), FLATE, WORDS),
        (zlib.compress(WORDS), Name.Fl, WORDS),
        (zlib.compress(WORDS) + b"\r\n \0", FLATE, WORDS),
        (WORDS.hex().encode(), HEX, WORDS),
        (WORDS.hex().encode(), Name.AHx, WORDS),
        (b"4B 65\n65 7>zz", HEX, b"Keep"),
        (a85encode(WORDS), A85, WORDS),
        (b" <~" + a85encode(WORDS) + b"~>\n", Name.A85, WORDS),
        (a85encode(zlib.compress(WORDS)), Array([A85, FLATE]), WORDS),
        (_lzw(WORDS * 20), Name.LZWDecode, WORDS * 20),
    ],
)
def test_it_is_unpacked(raw: bytes, filters: Any, plain: bytes) -> None:
    assert _unpacked(raw, filters) == plain


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (b"no zip", FLATE),
        (zlib.compress(WORDS)[:-5], FLATE),
        (zlib.compress(WORDS) + WORDS, FLATE),
        (b"4B65G", HEX),
        (b"\xff\xff", A85),
        (WORDS, Name.Nobody),
        (WORDS, Name.DCTDecode),
        (WORDS, Name.RunLengthDecode),
    ],
)
def test_it_is_refused(raw: bytes, filters: Any) -> None:
    with pytest.raises(Undecodable):
        _unpacked(raw, filters)


@pytest.mark.parametrize(("size", "fits"), [(60_000, True), (60_001, False)])
def test_rare_packings_are_unpacked_up_to_the_limit(size: int, *, fits: bool) -> None:
    raw = _lzw(WORDS * 3_700)
    assert len(raw) <= 60_000
    raw = raw.ljust(size, b"\0")
    if fits:
        assert _unpacked(raw, Name.LZWDecode) == WORDS * 3_700
    else:
        with pytest.raises(Undecodable):
            _unpacked(raw, Name.LZWDecode)


def test_bytes_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PART", 100)
    assert _unpacked(zlib.compress(b" " * 100), FLATE) == b" " * 100
    with pytest.raises(Undecodable):
        _unpacked(zlib.compress(b" " * 101), FLATE)


def test_what_lies_in_another_file_is_refused() -> None:
    with pytest.raises(Undecodable):
        _unpacked(WORDS, None, F=String("elsewhere"))


@pytest.mark.parametrize("several", [True, False])
def test_what_was_foretold_is_added(*, several: bool) -> None:
    parms = Dictionary(Predictor=12, Columns=len(WORDS))
    more = {"DecodeParms": Array([parms]) if several else parms}
    assert _unpacked(UP, Array([FLATE]) if several else FLATE, **more) == WORDS
    plain = Dictionary(Predictor=1)
    assert _unpacked(UP, FLATE, DecodeParms=plain) == b"\x02" + WORDS


def _told(raw: bytes, channel: str, **entries: Any) -> tuple[list[Any], list[Any], Evidence]:
    evidence = Evidence()
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(raw)
        for key, value in entries.items():
            stream[f"/{key}"] = value
        read_stream(stream, channel, "object 1", evidence)
    said = [(c, t) for p in evidence.passages for c, t in p.atoms]
    return said, [(f.code, f.channel, f.place) for f in evidence.found], evidence


REFUSED = [(Code.UNDECODABLE, "object", "object 1")]


@pytest.mark.parametrize(
    ("channel", "entries", "raw", "said"),
    [
        ("object", {}, WORDS, [("object", "Keeva was here")]),
        ("object", {"Type": Name.XRef}, WORDS, []),
        ("object", {"Type": Name.ObjStm}, WORDS, []),
        ("object", {"Type": Name.EmbeddedFile}, WORDS, [("attachment", "Keeva was here")]),
        ("attachment", {}, WORDS, [("attachment", "Keeva was here")]),
        ("font", {}, ODD + b"Keev" + ODD + b"Kee" + ODD, [("font", "Keev")]),
        ("font", {}, b"\0K\0e\0e\0v" + ODD, [("font", "Keev")]),
        ("colour profile", {}, ODD, []),
        ("object", {"S": 36}, ODD, []),
        ("object", {"FunctionType": 4}, ODD, []),
        ("object", {"ShadingType": 4}, ODD, []),
        ("object", {"N": 4}, ODD, []),
        ("object", {"CMapName": Name.A}, ODD + b"Keeva", [("object", "Keeva")]),
        ("object", {"Type": Name.Metadata}, b"Keeva", [("XMP", "Keeva")]),
        ("XMP", {}, b"Keeva", [("XMP", "Keeva")]),
        ("script", {}, b"Keeva", [("script", "Keeva")]),
        ("script", {}, b"Keeva\xff\xe9", [("script", "Keevaÿé")]),
    ],
)
def test_what_a_stream_says(
    channel: str, entries: dict[str, Any], raw: bytes, said: list[tuple[str, str]]
) -> None:
    told, refused, _ = _told(raw, channel, **entries)
    assert told == said
    assert refused == []


@pytest.mark.parametrize("entries", [{}, {"S": Name.Nobody}])
def test_a_stream_nobody_can_read_is_refused(entries: dict[str, Any]) -> None:
    assert _told(ODD, "object", **entries)[1] == REFUSED
    assert _told(b"no zip", "object", Filter=FLATE, **entries)[1] == REFUSED


def test_what_is_said_of_a_file_is_read_as_xml_as_well() -> None:
    _, _, evidence = _told(b"\0 <x:a/>\r\n", "XMP")
    assert [(i.name, i.data, i.channel) for i in evidence.inner] == [
        ("object 1.xml", b"<x:a/>", "XMP"),
    ]  # fmt: skip


def _picture(raw: bytes = b"\x00\xff", **entries: Any) -> tuple[str, list[Any]]:
    usual = {"Subtype": Name.Image, "Width": 1, "Height": 2}
    said, refused, evidence = _told(raw, "object", **{**usual, **entries})
    assert refused == []
    (picture,) = evidence.pictures
    assert picture.place == "object 1"
    return picture.sha256, said


@pytest.mark.parametrize(
    "other",
    [
        {"raw": b"\x00\xfe"}, {"Width": 2, "Height": 1}, {"Width": 2}, {"Height": 3},
        {"BitsPerComponent": 8}, {"Decode": Array([1, 0])}, {"ImageMask": True},
        {"Filter": Name.CCITTFaxDecode},
    ],
)  # fmt: skip
def test_a_signature_is_for_a_picture_as_it_looks(other: dict[str, Any]) -> None:
    assert _picture() == _picture()
    assert _picture() == _picture(Name=Name.I1)
    assert _picture()[0] != _picture(**other)[0]


@pytest.mark.parametrize("way", [Name.DCTDecode, Array([Name.JPXDecode])])
def test_the_notes_of_a_picture_in_a_format_of_its_own_are_read(way: Any) -> None:
    assert "Keeva" in str(_picture(jpeg(b"Keeva"), Filter=way)[1])
    assert _picture(jpeg(b"Keeva"), Filter=Name.RunLengthDecode)[1] == []
