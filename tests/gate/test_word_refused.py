"""What in a Word file nobody can vouch for is refused, whatever it says."""

import struct
import zipfile
from collections.abc import Callable

import pytest

from gate.leaks import CLEAN, LEAK, wanted
from gate.package import Parts, document, package, packed, paragraph, png, relations, run, word, xml
from sgdocs.gate import Code, Examined, examine

WANTED = wanted()
_PLAIN = word(paragraph(run(CLEAN)))


def _found(data: bytes, name: str = "report.docx") -> set[tuple[Code, str]]:
    return {(f.code, f.channel) for f in examine(name, data, WANTED).found}


def _with(parts: Parts) -> bytes:
    return packed(package(parts))


def _twice(data: bytes) -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return packed(package({}), lambda z: z.writestr("word/document.xml", data))


def _flagged() -> bytes:
    data = bytearray(_PLAIN)
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    local = struct.unpack("<I", data[at + 42 : at + 46])[0]
    data[local + 6] |= 1
    return bytes(data)


def _between() -> bytes:
    """Put words between two members, and tell the directory to step over them."""
    words = LEAK.encode()
    first = _PLAIN.find(b"PK\x03\x04", 4)
    data = bytearray(_PLAIN[:first] + words + _PLAIN[first:])
    at = data.find(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    while at < end:
        where = struct.unpack("<I", data[at + 42 : at + 46])[0]
        if where >= first:
            data[at + 42 : at + 46] = struct.pack("<I", where + len(words))
        sizes = struct.unpack("<3H", data[at + 28 : at + 34])
        at += 46 + sum(sizes)
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    data[end + 16 : end + 20] = struct.pack("<I", start + len(words))
    return bytes(data)


def _bomb() -> bytes:
    return _with({"customXml/item1.xml": b"<a>" + b" " * 70_000_000 + b"</a>"})


_DTD = b'<!DOCTYPE a [<!ENTITY who "Caoimhe">]><a>&who;</a>'

REFUSED: dict[str, tuple[Callable[[], bytes], Code, str]] = {
    "bytes before": (lambda: b"x" + _PLAIN, Code.STRAY_BYTES, "bytes before the archive"),
    "bytes after": (lambda: _PLAIN + b"x", Code.STRAY_BYTES, "bytes after the archive"),
    "bytes between": (_between, Code.STRAY_BYTES, "bytes between members"),
    "two of a name": (lambda: _twice(document()), Code.STRAY_BYTES, "duplicate member"),
    "locked": (_flagged, Code.UNOPENABLE, "zip archive"),
    "cut short": (lambda: _PLAIN[:-40], Code.UNKNOWN, "file"),
    "too large": (_bomb, Code.TOO_LARGE, "zip archive"),
    "an unknown part": (
        lambda: packed(package({"word/notes.bin": b"\x01\x02\x03"}, "x=notes.bin")),
        Code.UNKNOWN,
        "unknown part",
    ),
    "an embedded object": (
        lambda: _with({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + b"\x01" * 60}),
        Code.UNKNOWN,
        "embedded object",
    ),
    "a program": (
        lambda: _with({"word/vbaProject.bin": b"\xd0\xcf"}),
        Code.PROGRAM,
        "unknown part",
    ),
    "a picture nobody signed for": (
        lambda: _with({"word/media/image1.png": png()}),
        Code.PICTURE,
        "picture",
    ),
    "entities": (lambda: _with({"customXml/item1.xml": _DTD}), Code.UNKNOWN, "custom XML"),
    "broken XML": (lambda: _with({"customXml/item1.xml": b"<a>"}), Code.UNOPENABLE, "custom XML"),
    "a picture from elsewhere": (
        lambda: packed(package({}, "image=!https://www.example.org/a.png")),
        Code.ELSEWHERE,
        "relationship target",
    ),
    "letters in another order": (
        lambda: word(paragraph(run("\u202eehmioaC"))),
        Code.UNDECODABLE,
        "body text",
    ),
    "no body": (
        lambda: packed({"[Content_Types].xml": xml("Types", ""), "_rels/.rels": relations()}),
        Code.UNKNOWN,
        "package",
    ),
    "no zip at all": (lambda: b"<html>", Code.UNKNOWN, "file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    make, code, channel = REFUSED[name]
    assert (code, channel) in _found(make())


def test_the_plain_file_passes() -> None:
    assert _found(_PLAIN) == set()


def test_a_name_in_the_files_own_name() -> None:
    examined = examine("Caoimhe-final.docx", _PLAIN, WANTED)
    assert [(f.code, f.channel) for f in examined.found] == [(Code.IDENTIFIES, "file name")]
    assert "Caoimhe" not in examined.file


def test_what_calls_itself_word_and_is_not() -> None:
    assert _found(_PLAIN, "report.pdf") == {(Code.UNKNOWN, "file")}


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
def test_other_files_are_for_a_person_to_decide(name: str) -> None:
    assert _found(b"Robin was a baby.", name) == {(Code.UNKNOWN, "file")}
    assert (Code.IDENTIFIES, "text") in _found(b"Caoimhe was a baby.", name)


def test_a_picture_passes_once_somebody_has_signed() -> None:
    first: Examined = examine("ring.png", png(), WANTED)
    assert {f.code for f in first.found} == {Code.PICTURE}
    assert examine("ring.png", png(), WANTED, {p.sha256 for p in first.pictures}).clean


def test_a_member_stored_without_packing_passes() -> None:
    def add(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("customXml/item2.xml", (1980, 1, 1, 0, 0, 0))
        archive.writestr(info, b"<a/>", zipfile.ZIP_STORED)

    assert _found(packed(package({}), add)) == set()
