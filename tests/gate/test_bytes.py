"""Bytes of no stated kind, packed words, pictures and typefaces: what is read in them."""

import struct
import zlib
from base64 import b64encode, urlsafe_b64encode

import pytest

from gate.package import jpeg, png
from sgdocs.gate.archive import Member
from sgdocs.gate.blobs import as_text, look_into, look_into_packed
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.fonts import keys_in, read_font
from sgdocs.gate.model import Manner, Passage
from sgdocs.gate.pictures import read_picture
from sgdocs.gate.undoing import undone

ODD = b"\x01\x02\xff\xfe\x80\x90\xa0\xb0"


def _told(evidence: Evidence) -> tuple[list[str], list[tuple[str, str]], list[tuple[str, str]]]:
    """Give the words handed on, the files within, and why it is refused."""
    words = [text for p in evidence.passages for _, text in p.atoms]
    inner = [(i.name, i.channel) for i in evidence.inner]
    return words, inner, [(str(f.code), f.place) for f in evidence.found]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Keeva", "Keeva"), ("Zoë".encode(), "Zoë"), (b"a\tb\r\nc\x0c", "a\tb\r\nc\x0c"),
        (b"a\0b", "a b"), (b"\xffa", ""), (b"a\x01", ""), (b"", ""),
        ("Ke".encode("utf-16"), "Ke"), ("Keeva".encode("utf-16-be"), " K e e v a"),
        ("Keeva".encode("utf-16-le"), "Keeva"), ("Ke".encode("utf-16-le"), "Ke"),
        (b"\xfe\xff\0K", "K"), (b"K\0", "K "), (b"Ke\0\0", "Ke  "), (b"KeK\0", "KeK "),
        (b"K\0e\0e", "K e e"),
    ],
)  # fmt: skip
def test_bytes_that_are_text(data: bytes, text: str) -> None:
    assert as_text(data) == text


@pytest.mark.parametrize(
    ("data", "words", "inner", "refused"),
    [
        (b" \0\t\r\n", [], [], False),
        (b"Keeva", ["Keeva"], [], False),
        (ODD, [], [], True),
        (b"PK\3\4", [], [("p.docx", "c")], False),
        (b"%PDF-1.7", [], [("p.pdf", "c")], False),
        (b"GIF89a", [], [("p.png", "c")], False),
        (b" <?xml ?><a/>", [], [("p.xml", "c")], False),
        (b"<svg/>", [], [("p.xml", "c")], False),
        (b"<p>", [], [("p.html", "c")], False),
    ],
)
def test_bytes_of_no_stated_kind(
    data: bytes, words: list[str], inner: list[tuple[str, str]], *, refused: bool
) -> None:
    evidence = Evidence()
    look_into(data, "c", "p", evidence)
    assert _told(evidence) == (words, inner, [("undecodable", "p")] if refused else [])


NOTE = "Keeva was in the house all day"
MIXED = bytes(range(1, 256)) * 2


@pytest.mark.parametrize(
    ("text", "words", "refused"),
    [
        (b64encode(NOTE.encode()).decode(), [NOTE], False),
        (f"see {b64encode(NOTE.encode()).decode()} there", [NOTE], False),
        (b64encode(b"~~~???>>>" + NOTE.encode()).decode(), ["~~~???>>>" + NOTE], False),
        (urlsafe_b64encode(b"~~~???>>>" + NOTE.encode()).decode(), ["~~~???>>>" + NOTE], False),
        ("\n".join(b64encode(NOTE.encode()).decode()), [], False),
        (f"{b64encode(b'Keeva, here.').decode()} longestwordsinsixteens", ["Keeva, here."], False),
        (f"{b64encode(b'Keeva here.').decode().strip('=')} longestwordsinsixteens", [], False),
        (b64encode(b"x" * 24).decode(), ["x" * 24], False),
        (b64encode(b"x" * 21).decode(), [], False),
        (b64encode(MIXED[:90]).decode(), [], False),
        (b64encode(MIXED[:96]).decode(), [], True),
        (MIXED.hex(), [], False),
        ("x" * 200, [], False),
    ],
)
def test_what_is_packed_in_a_text(text: str, words: list[str], *, refused: bool) -> None:
    evidence = Evidence()
    look_into_packed(text, "c", "p", evidence)
    told, _, found = _told(evidence)
    assert [w for w in told if w.isascii()] == words
    assert bool(found) is refused


@pytest.mark.parametrize("many", range(24, 31))
def test_what_is_packed_is_opened_without_its_marks_of_the_end(many: int) -> None:
    evidence = Evidence()
    look_into_packed(b64encode(NOTE[:many].encode()).decode().rstrip("="), "c", "p", evidence)
    assert _told(evidence)[0] == [NOTE[:many]]


def test_a_file_packed_in_a_text_is_a_file_within() -> None:
    evidence = Evidence()
    look_into_packed(b64encode(b"%PDF-" + MIXED).decode(), "c", "p", evidence)
    assert _told(evidence)[1] == [("p.pdf", "c")]


def _readings(text: str, manner: Manner = Manner.LABEL) -> set[str]:
    return {t for p in undone(Passage("p", (("c", text),), manner)) for _, t in p.atoms}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Keev%61", "Keeva"), ("Zo%EB", "Zoë"), ("Zo%C3%AB", "Zoë"), ("%254B%65", "Ke"),
        ("K&#101;e", "Kee"), ("K&eacute;", "Ké"), ("K&amp;#101;e", "Kee"),
        (r"K\u0065e", "Kee"), (r"K\u{65}e", "Kee"), (r"K\x65e", "Kee"), (r"K\u{110000}e", "Ke"),
        (r"K\u{10FFFF}e", "K\U0010ffffe"), ("Ke<b>ev</b>a", "Keeva"), ("Ke<!-->", ""),
        (b64encode(NOTE.encode()).decode(), NOTE),
        ("x" + b64encode(NOTE.encode()).decode(), NOTE),
        (urlsafe_b64encode(b">>>???" + NOTE.encode()).decode(), ">>>???" + NOTE),
        (b64encode(b64encode(NOTE.encode())).decode(), NOTE),
        (b64encode(b64encode(b64encode(NOTE.encode()))).decode(), NOTE),
        (b64encode("Keeva, Zoë".encode("utf-16-be")).decode(), "Keeva, Zoë"),
        (b64encode(b"Keeva, here.").decode(), "Keeva, here."),
        (b64encode(b"Keeva here.").decode().rstrip("="), ""),
        (b64encode(b"Keeva is here.").decode().rstrip("="), "Keeva is here."),
        (b"Keeva at".hex(), "Keeva at"), (b"Keeva a".hex(), ""),
        (b"Keeva at".hex().upper(), "Keeva at"),
        ("x" + b"Keeva at".hex(), ""), ("zoë".encode("idna").decode(), "zoë"), ("xn--99999999", ""),
        ("plain", ""),
    ],
)  # fmt: skip
def test_what_is_written_in_other_letters(text: str, reading: str) -> None:
    found = _readings(text)
    assert reading in found if reading else not found, found


def test_a_word_packed_four_times_is_not_looked_for() -> None:
    packed = NOTE.encode()
    for _ in range(4):
        packed = b64encode(packed)
    assert NOTE not in _readings(packed.decode())


def test_prose_is_read_as_it_stands() -> None:
    assert _readings("Keev%61", Manner.PROSE) == set()


def _noted(data: bytes, channel: str = "picture") -> tuple[str, list[tuple[str, str]], list[str]]:
    evidence = Evidence()
    read_picture(data, channel, "p", evidence)
    words, inner, found = _told(evidence)
    assert {c for p in evidence.passages for c, _ in p.atoms} <= {
        "picture metadata" if channel == "picture" else channel
    }
    return "\n".join(words), inner, [code for code, _ in found]


PACKED = zlib.compress(b"Keeva")


@pytest.mark.parametrize(
    "chunk",
    [
        (b"tEXt", b"Author\0Keeva"), (b"zTXt", b"Author\0\0" + PACKED),
        (b"iTXt", b"Author\0\1\0\0\0" + PACKED), (b"iTXt", b"Author\0\1\0en\0\0" + PACKED),
        (b"eXIf", b"II*\0Keeva"), (b"iCCP", b"a\0\0" + PACKED), (b"tIME", b"Keeva"),
        (b"abCD", b"Keeva"), (b"tEXt", b"a\0K\0e\0e\0v\0a\0"), (b"tEXt", b"a\0\0K\0e\0e\0v\0a"),
        (b"tEXt", b"Keeva"), (b"zTXt", b"x" * 197 + b"\0\0" + PACKED),
    ],
)  # fmt: skip
def test_the_notes_of_a_png(chunk: tuple[bytes, bytes]) -> None:
    words, inner, refused = _noted(png(chunk))
    assert "Keeva" in words
    assert (inner, refused) == ([], [])
    assert "Keeva" in _noted(png(chunk), "thumbnail")[0]


@pytest.mark.parametrize("chunk", [(b"tRNS", b"Keeva"), (b"tEXt", b"Ke"), (b"pHYs", b"Keeva")])
def test_the_pixels_of_a_png_say_nothing(chunk: tuple[bytes, bytes]) -> None:
    assert "Keeva" not in _noted(png(chunk))[0]


def test_bytes_after_a_picture_are_refused_and_read() -> None:
    for data in (png(), jpeg(b"")):
        assert _noted(data)[2] == []
        words, _, refused = _noted(data + b"Keeva")
        assert "Keeva" in words
        assert refused == ["stray-bytes"]
    assert _noted(jpeg(b"") + b"\0\0")[2] == []
    assert _noted(png((b"tEXt", b"a\0b"))[:-12])[2] == []
    assert _noted(png()[:-5])[2] == ["stray-bytes"]


def _segment(kind: int, body: bytes) -> bytes:
    return bytes([0xFF, kind]) + struct.pack(">H", len(body) + 2) + body


@pytest.mark.parametrize(
    ("kind", "read"),
    [(0xDF, False), (0xE0, True), (0xE1, True), (0xEF, True), (0xF0, False), (0xFE, True),
     (0xFD, False), (0xDB, False)],
)  # fmt: skip
def test_the_notes_of_a_jpeg(kind: int, *, read: bool) -> None:
    data = b"\xff\xd8" + _segment(0xDB, b"\1") + _segment(kind, b"Keeva") + _segment(0xDA, b"\1")
    words, _, refused = _noted(data + b"Mo Mo\xff\xd9")
    assert ("Keeva" in words) is read
    assert "Mo Mo" not in words
    assert refused == []


def test_other_pictures_are_read_whole_and_drawings_as_files() -> None:
    assert "Keeva" in _noted(b"GIF89a" + ODD + b"Keeva")[0]
    assert _noted(b" <svg/>")[1] == [("p.svg", "picture metadata")]
    assert _noted(b"<?xml ?><a><svg/></a>", "thumbnail")[1] == [("p.svg", "thumbnail")]
    far = b"<a>" + b" " * 400 + b"<svg/></a>"
    assert _noted(b"<?xml ?>" + far)[1] == [("p.svg", "picture metadata")]
    assert _noted(far)[1] == []
    assert _noted(b"x" * 396 + b"<svg")[1] == [("p.svg", "picture metadata")]
    assert _noted(b"x" * 397 + b"<svg")[1] == []


def _typeface(outlines: bytes = b"", *, tag: bytes = b"glyf", kind: bytes = b"\0\1\0\0") -> bytes:
    """Make a typeface of two tables: one of names, and one of outlines."""
    tables = (b"name", b"Keeva\0\1\2Ann\0M\0o\0 \0M\0o\1"), (tag, outlines)
    start, head, body = 12 + 32, b"", b""
    for name, data in tables:
        head += struct.pack(">4s3I", name, 0, start + len(body), len(data))
        body += data
    return kind + struct.pack(">H", len(tables)) + b"\0" * 6 + head + body


GUID = "{01234567-89AB-CDEF-0123-456789ABCDEF}"
KEY = bytes.fromhex("0123456789ABCDEF0123456789ABCDEF")[::-1]


def _face(data: bytes, keys: tuple[bytes, ...] = ()) -> tuple[list[str], list[str]]:
    evidence = Evidence()
    read_font(data, keys, "p", evidence)
    words, _, refused = _told(evidence)
    return [w for text in words for w in text.split("\n")], [code for code, _ in refused]


@pytest.mark.parametrize("kind", [b"\0\1\0\0", b"OTTO", b"true", b"ttcf"])
def test_the_names_in_a_typeface(kind: bytes) -> None:
    words, refused = _face(_typeface(kind=kind))
    assert {"Keeva", "Mo Mo"} <= set(words)
    assert "Ann" not in words
    assert refused == []


@pytest.mark.parametrize(("tag", "read"), [(b"glyf", False), (b"CFF ", False), (b"cvt ", True)])
def test_the_outlines_of_a_typeface_say_nothing(tag: bytes, *, read: bool) -> None:
    words, _ = _face(_typeface(b"Lowri" + ODD, tag=tag) + b"after it")
    assert any("Lowri" in word for word in words) is read
    assert "after it" in " ".join(words)


def test_a_typeface_made_unreadable_is_opened_by_its_key() -> None:
    plain = _typeface()
    head = bytes(b ^ KEY[i % 16] for i, b in enumerate(plain[:32]))
    hidden = head + plain[32:]
    assert _face(hidden, (b"\1" * 16, KEY)) == _face(plain)
    assert _face(hidden, (b"\1" * 16,)) == ([], ["undecodable"])
    assert _face(b"wOFF" + plain) == ([], ["undecodable"])


@pytest.mark.parametrize("data", [b"OTTO", b"OTTO\0", b"OTTO\xff\xff", b"OTTO\0\1" + b"\0" * 21])
def test_a_typeface_that_is_cut_short_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert _face(data)[1] == []
    assert "Keeva" in " ".join(_face(data + b"\0\0Keeva")[0])


def test_the_keys_of_typefaces_stand_in_their_list() -> None:
    parts = [
        Member("word/fontTable.xml", f'<a k="{GUID}"/>'.encode()),
        Member("word/other.xml", GUID.replace("0", "1").encode()),
    ]
    assert keys_in(parts) == (KEY,)
