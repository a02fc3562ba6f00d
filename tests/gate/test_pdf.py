"""A name in any channel of a PDF file is found, and its twin without one passes."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Name

from gate.leaks import CLEAN, LEAK, wanted
from gate.pdf_channels import CHANNELS
from gate.sheets import add, blank, changed, saved, shown
from sgdocs.gate import Code, Examined, examine

WANTED = wanted()


def looked_at(data: bytes) -> Examined:
    """Examine a file whose pictures somebody has signed for."""
    first = examine("report.pdf", data, WANTED)
    signed = {p.sha256 for p in first.pictures}
    return examine("report.pdf", data, WANTED, signed) if signed else first


@pytest.mark.parametrize("name", CHANNELS)
def test_a_name_is_found_in_its_channel(name: str) -> None:
    channel, plant = CHANNELS[name]
    examined = looked_at(plant(LEAK))
    assert channel in {f.channel for f in examined.found}, [f.line() for f in examined.found]
    said = str(examined.as_json()).casefold()
    assert not any(part in said for part in ("caoimhe", "price", "adéb", "adeb"))


@pytest.mark.parametrize("name", CHANNELS)
def test_the_clean_twin_passes(name: str) -> None:
    _, plant = CHANNELS[name]
    examined = looked_at(plant(CLEAN))
    assert examined.clean, [f.line() for f in examined.found]


def _revised() -> bytes:
    first = saved(blank(shown(LEAK)))
    number = first.count(b" obj")
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size %d/Prev 9/Root 1 0 R>>\n" % number
    return first + table + b"startxref\n%d\n%%%%EOF\n" % len(first)


def _locked() -> bytes:
    how = pikepdf.Encryption(owner="o", user="")
    return saved_with(how)


def saved_with(how: pikepdf.Encryption) -> bytes:
    """Write a locked file."""
    from io import BytesIO  # noqa: PLC0415 - for this one

    out = BytesIO()
    blank().save(out, encryption=how)
    return out.getvalue()


def _without_letters(pdf: pikepdf.Pdf) -> None:
    font = pdf.pages[0].obj.Resources.Font.F1
    font.Encoding = pikepdf.Dictionary(
        Differences=pikepdf.Array([32, *(Name(f"/g{n}") for n in range(32, 127))])
    )


def _misled(pdf: pikepdf.Pdf) -> None:
    """Say that every letter is the one after it."""
    pairs = "".join(f"<{n:02x}> <{n + 1:04x}>\n" for n in range(33, 122))
    table = f"1 begincodespacerange <00> <ff> endcodespacerange 89 beginbfchar\n{pairs}endbfchar"
    pdf.pages[0].obj.Resources.Font.F1.ToUnicode = pdf.make_stream(table.encode())


def _unknown_stream(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Notes = pdf.make_stream(b"\x01\x02\xff\xfe\x00\x80")


def _picture(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\x00\xff\x00")
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width = image.Height = 1
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    add(pdf, "XObject", "I1", image)


def _maker(pdf: pikepdf.Pdf) -> None:
    code = "app.alert(String.fromCharCode(67, 97, 111));"
    pdf.Root.OpenAction = pikepdf.Dictionary(S=Name.JavaScript, JS=pikepdf.String(code))


def _letters_as_lines() -> bytes:
    return saved(blank(b"0 0 m " + b"1 2 3 4 5 6 c 7 8 l\n" * 400 + b"f\n"))


def _bomb() -> bytes:
    return changed(lambda pdf: pdf.Root.__setitem__("/X", pdf.make_stream(b" " * 70_000_000)))


_PLAIN = saved(blank())
REFUSED: dict[str, tuple[Callable[[], bytes], Code, str]] = {
    "an older revision": (_revised, Code.REVISIONS, "older revision"),
    "bytes after the end": (
        lambda: _PLAIN + LEAK.encode(),
        Code.STRAY_BYTES,
        "bytes after the end",
    ),
    "bytes before": (lambda: b"x\n" + _PLAIN, Code.STRAY_BYTES, "bytes between objects"),
    "locked": (_locked, Code.ENCRYPTED, "file"),
    "cut short": (lambda: _PLAIN[: len(_PLAIN) // 2], Code.UNOPENABLE, "file"),
    "letters without meaning": (
        lambda: changed(_without_letters),
        Code.UNDECODABLE,
        "letters of a typeface",
    ),
    "letters that mislead": (
        lambda: changed(_misled),
        Code.UNDECODABLE,
        "letters of a typeface",
    ),
    "a stream nobody can read": (
        lambda: changed(_unknown_stream),
        Code.UNDECODABLE,
        "object",
    ),
    "a picture nobody signed for": (lambda: changed(_picture), Code.PICTURE, "picture"),
    "a program that makes words": (lambda: changed(_maker), Code.PROGRAM, "script"),
    "shapes that may be letters": (_letters_as_lines, Code.PICTURE, "picture"),
    "trailers without end": (
        lambda: b"%PDF-1.7\n" + b"xref trailer\n" * 40_000,
        Code.TOO_LARGE,
        "file",
    ),
    "too large": (_bomb, Code.UNDECODABLE, "object"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    make, code, channel = REFUSED[name]
    found = {(f.code, f.channel) for f in examine("report.pdf", make(), WANTED).found}
    assert (code, channel) in found


def test_the_plain_file_passes() -> None:
    assert looked_at(_PLAIN).clean
    linear = saved(blank(), linearize=True)
    assert looked_at(linear).clean, [f.line() for f in looked_at(linear).found]
    packed = saved(blank(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert looked_at(packed).clean


def test_a_file_that_its_reader_gives_up_on_is_refused() -> None:
    pages = b"1 0 obj<</Pages 2 0 R/Type/Catalog\n2 0 obj<<///Kids[R 4 0 R]>>>>\n"
    torn = b"%PDF-1.7\n" + pages + b"4 0 obj<</MediaBox[0 0 5 8]>>5 0"
    assert Code.UNOPENABLE in {f.code for f in examine("report.pdf", torn, WANTED).found}
