"""What reaches a limit of the gate is looked at in full, and what is over it refused."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from gate.leaks import wanted
from gate.package import package, packed, paragraph, png, run, word
from gate.sheets import blank, saved
from sgdocs.gate import Code, examine, limits

WANTED = wanted()
LARGE = (Code.TOO_LARGE, "file")
PROMISES = Path(__file__).parents[2] / "docs" / "promises.md"


def _found(name: str, data: bytes) -> set[tuple[Code, str]]:
    return {(f.code, f.channel) for f in examine(name, data, WANTED).found}


def test_the_limits_are_those_that_are_promised() -> None:
    rows = [r.split("|") for r in PROMISES.read_text("utf-8").splitlines() if "`gate." in r]
    told = {row[2].strip(" `"): row[3].strip() for row in rows if len(row) == 5}
    assert told == {f"gate.{name}": f"{getattr(limits, name):,}" for name in limits.__all__}


@pytest.mark.parametrize(
    ("name", "limit", "make"),
    [
        ("FILE", 100, lambda many: ("a.bin", b"x" * many)),
        ("PAGES", 3, lambda many: ("a.pdf", _pages(many))),
        ("DEPTH", 2, lambda many: ("a.docx", _within(many))),
    ],
)
def test_up_to_the_limit(
    name: str,
    limit: int,
    make: Callable[[int], tuple[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, name, limit)
    assert LARGE not in _found(*make(limit))
    assert LARGE in _found(*make(limit + 1))


def _pages(many: int) -> bytes:
    pdf = blank()
    while len(pdf.pages) < many:
        pdf.pages.append(pdf.pages[0])
    return saved(pdf)


def _within(many: int, inside: bytes = b"") -> bytes:
    """Give a Word file within a Word file, so many deep below the outermost."""
    data = inside or word(paragraph(run("Robin")))
    for _ in range(many):
        data = packed(package({"word/embeddings/a.docx": data}))
    return data


def test_text_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the file is text of it as well."""
    monkeypatch.setattr(limits, "TEXT", 25)
    assert (Code.TOO_LARGE, "text") not in _found("a.txt", b"x" * 20)
    assert (Code.TOO_LARGE, "text") in _found("a.txt", b"x" * 21)


@pytest.mark.parametrize("deep", [1, 2, 3])
def test_what_is_found_deep_inside_is_told_by_the_channel_it_came_by(deep: int) -> None:
    inside = packed(package({"word/notes.bin": b"\1\2\3\4"}, "x=notes.bin"))
    examined = examine("a.docx", _within(deep, inside), WANTED)
    assert {f.channel for f in examined.found} == {"embedded object"}
    inner = "word/embeddings/a.docx/" * deep
    assert {f.place for f in examined.found} == {f"{inner}word/notes.bin"}


@pytest.mark.parametrize("deep", [1, 2, 3])
def test_a_name_and_a_picture_deep_inside_are_found(deep: int) -> None:
    named = word(paragraph(run("Caoimhe came")))
    found = examine("a.docx", _within(deep, named), WANTED).found
    assert {(f.code, f.channel) for f in found} == {(Code.IDENTIFIES, "embedded object")}
    drawn = packed(package({"word/media/a.png": png()}))
    examined = examine("a.docx", _within(deep, drawn), WANTED)
    inner = "word/embeddings/a.docx/" * deep
    assert [p.place for p in examined.pictures] == [f"{inner}word/media/a.png"]
    assert {f.code for f in examined.found} == {Code.PICTURE}
    assert examine("a.docx", _within(deep, drawn), WANTED, {examined.pictures[0].sha256}).clean


def test_what_was_found_is_put_in_words() -> None:
    (found,) = examine("a.docx", word(paragraph(run("Caoimhe came"))), WANTED).found
    assert found.line() == (
        "body text (word/document.xml): something the case file identifies stands here "
        "[$.children[0].name]"
    )
    (unknown,) = examine("a.bin", b"x", WANTED).found
    assert unknown.line() == "file: the gate does not know this kind of content"


def test_what_was_found_is_given_as_data() -> None:
    data = packed(package({"word/media/a.png": png()}))
    told = examine("a.docx", data, WANTED).as_json()
    picture = {"sha256": examine("a.docx", data, WANTED).pictures[0].sha256}
    assert told["pictures"] == [{**picture, "place": "word/media/a.png"}]
    assert told["found"] == [
        {
            "code": "picture", "channel": "picture", "place": "word/media/a.png", "fact": "",
            "reason": "nobody has signed for this picture",
        }
    ]  # fmt: skip
    assert (told["file"], told["kind"], told["clean"]) == ("a.docx", "word", False)
    assert examine("a.docx", word(), WANTED).as_json()["clean"] is True


def test_the_same_place_is_told_once() -> None:
    body = word(paragraph(run("Caoimhe"), run(" and Caoimhe")), paragraph(run("Caoimhe")))
    assert len(examine("a.docx", body, WANTED).found) == 1


KINDS: list[tuple[str, bytes, str]] = [
    ("a.docx", word(), "word"),
    ("A.DOCX", word(), "word"),
    ("a.xlsx", word(), "word"),
    ("a.docx", word().replace(b"PK\3\4", b"PK\3\5"), ""),
    ("a.docx", word().replace(b"PK\5\6", b"PK\5\7"), ""),
    ("a.pdf", b"x" * 1019 + b"%PDF-", "pdf"),
    ("a.pdf", b"x" * 1020 + b"%PDF-", ""),
    ("a.html", b" \r\n\t<p>", "web page"),
    ("a.htm", b"\xef\xbb\xbf<p>", "web page"),
    ("a.xhtml", b"\xff\xfe<\0", "web page"),
    ("a.html", b"\xfe\xff\0<", "web page"),
    ("a.html", b" " * 1023 + b"<p>", "web page"),
    ("a.html", b" " * 1024 + b"<p>", ""),
    ("a.html", b"words", ""),
    ("a.txt", b"words", "text"),
    ("a.txt", b"", "text"),
    ("a.txt", b"\1\2", ""),
    ("a.png", png(), "picture"),
    ("a.jpg", b"\xff\xd8\xff\xe0", "picture"),
    ("a.gif", b"GIF89a", "picture"),
    ("a.png", b"words", ""),
    ("a.svg", b"<svg/>", "drawing"),
    ("a.xml", b"<a/>", "xml"),
    ("a.odt", word(), ""),
    ("docx", word(), "word"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS, ids=range(len(KINDS)))
def test_a_files_name_and_its_bytes_must_agree(name: str, data: bytes, kind: str) -> None:
    assert examine(name, data, WANTED).kind == kind


def test_a_drawing_is_a_picture_and_other_xml_is_none() -> None:
    named = b'<svg xmlns="http://www.w3.org/2000/svg"><text>Caoimhe</text></svg>'
    drawn, plain = examine("a.svg", named, WANTED), examine("a.xml", named, WANTED)
    assert {f.channel for f in drawn.found} == {"picture"}
    assert {f.code for f in drawn.found} == {Code.PICTURE, Code.IDENTIFIES}
    assert [(f.code, f.channel) for f in plain.found] == [(Code.IDENTIFIES, "XML")]
    broken = examine("a.svg", b"<svg>", WANTED)
    assert (Code.UNOPENABLE, "picture") in {(f.code, f.channel) for f in broken.found}


def test_a_packed_name_of_a_file_is_found() -> None:
    name = b64encode(b"Caoimhe was in the house").decode()
    assert (Code.IDENTIFIES, "file name") in _found(f"{name}.txt", b"words")
