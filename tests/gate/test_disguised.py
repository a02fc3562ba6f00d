"""Words that are packed, written in other letters or broken by what stands beside them."""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from urllib.parse import quote

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from gate.leaks import wanted
from gate.package import paragraph, part, run, word
from gate.sheets import changed, note
from sgdocs.gate import Code, examine

WANTED = wanted()
LEAKS = ("Caoimhe Price", "07700 900112")
CLEAN = "Robin and her brother"
_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BOX = (
    "<w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>123456</wp:posOffset></wp:positionH>"
    "<w:txbxContent><w:p><w:r><w:t>A note</w:t></w:r></w:p></w:txbxContent>"
    "</wp:anchor></w:drawing></w:r>"
)


def _halves(words: str) -> tuple[str, str]:
    return words[: len(words) // 3], words[len(words) // 3 :]


def _around(between: str) -> Callable[[str], bytes]:
    def plant(words: str) -> bytes:
        first, last = _halves(words)
        return word(paragraph(run(first), between, run(last)))

    return plant


def _comment(words: str) -> bytes:
    first, last = _halves(words)
    return word(paragraph(f"<w:r><w:t>{first}<!-- here -->{last}</w:t></w:r>"))


def _backwards(name: str) -> Callable[[str], bytes]:
    return lambda w: word(paragraph(f'<w:{name} w:val="rtl">{run(w[::-1])}</w:{name}>'))


def _variable(written: Callable[[str], str]) -> Callable[[str], bytes]:
    def plant(words: str) -> bytes:
        inside = f'<w:docVars><w:docVar w:name="a" w:val="{written(words)}"/></w:docVars>'
        return part("word/settings.xml", "w:settings", inside)

    return plant


def _field_data(words: str) -> bytes:
    packed = b64encode(words.encode("utf-16-le")).decode()
    inside = f'<w:fldChar w:fldCharType="begin"><w:fldData>{packed}</w:fldData></w:fldChar>'
    return word(paragraph(f"<w:r>{inside}</w:r>"))


def _element(words: str) -> bytes:
    name = "".join(c for c in words if c.isalnum())
    return word(paragraph(f'<w:r><z:n{name} xmlns:z="urn:z"/></w:r>'))


def _tagged(words: str) -> str:
    first, last = _halves(words)
    return f"&lt;a&gt;{first}&lt;b/&gt;{last}&lt;/a&gt;"


WORD: dict[str, Callable[[str], bytes]] = {
    "a field in the midst": _around(_PAGE),
    "a text box in the midst": _around(_BOX),
    "a comment in the midst": _comment,
    "backwards": _backwards("bdo"),
    "from the right": _backwards("dir"),
    "packed": _variable(lambda w: b64encode(f"{w} was here".encode()).decode()),
    "packed, two bytes to a letter": _field_data,
    "in hexadecimals": _variable(lambda w: w.encode().hex()),
    "in entities": _variable(lambda w: "".join(f"&amp;#{ord(c)};" for c in w)),
    "between tags": _variable(_tagged),
    "in percents, twice": _variable(lambda w: quote(quote(w))),
    "an element's name": _element,
}


def _named(key: str) -> Callable[[str], bytes]:
    def plant(words: str) -> bytes:
        name = "/" + "".join(c for c in words if c.isalnum()).lower()
        return changed(lambda pdf: pdf.Root.__setitem__(key, Dictionary({name: 1})))

    return plant


def _note_of(key: str, written: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda w: changed(
        lambda pdf: note(pdf, "FreeText", **{key: String(written(w))}) and None
    )


def _link(written: Callable[[str], str]) -> Callable[[str], bytes]:
    def plant(words: str) -> bytes:
        address = String("https://www.example.org/" + written(words))
        action = Dictionary(S=Name.URI, URI=address)
        return changed(lambda pdf: note(pdf, "Link", A=action) and None)

    return plant


def _parted_name(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        first, last = _halves(words)
        below = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String(last)))
        above = pdf.make_indirect(Dictionary(Kids=Array([below]), T=String(first)))
        pdf.Root.AcroForm = Dictionary(Fields=Array([above]))

    return changed(change)


def _parted_text(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        spans = [
            pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, ActualText=String(p)))
            for p in _halves(words)
        ]
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array(spans))

    return changed(change)


def _written(before: bytes, after: bytes) -> Callable[[str], bytes]:
    return lambda w: changed(lambda _: None, b"\n" + before + w.encode() + after + b"\n")


def _called(after: bytes) -> Callable[[str], bytes]:
    return lambda w: _written(b"/", after)("".join(c for c in w if c.isalnum()))


def _rich(words: str) -> str:
    first, last = _halves(words)
    return f"<p>{first}<b>{last}</b></p>"


PDF: dict[str, Callable[[str], bytes]] = {
    "a name of an object": _named("/Zed"),
    "a destination's name": _named("/Dests"),
    "rich text": _note_of("RC", _rich),
    "a link in percents": _link(lambda w: "".join(f"%{b:02x}" for b in w.encode())),
    "a link that is packed": _link(lambda w: "?q=" + b64encode(f"{w} came".encode()).decode()),
    "a field's name in parts": _parted_name,
    "the actual text in parts": _parted_text,
    "a mark's name": _called(b" BMC EMC"),
    "a string for a line's width": _written(b"(", b") 2 w"),
    "a string for nothing": _written(b"(", b")"),
    "a string for a colour": _written(b"(", b") g"),
    "a string for a corner": _written(b"(", b") 1 2 3 re f"),
    "a drawing that is not there": _called(b" Do"),
    "a typeface that is not there": _called(b" 12 Tf"),
    "a string too many": _written(b"BT /F1 12 Tf (", b") (x) Tj ET"),
}


def _page(between: str) -> Callable[[str], bytes]:
    return lambda w: _whole(f"<p>{between.join(_halves(w))}</p>")


def _whole(body: str) -> bytes:
    head = '<head><meta charset="utf-8"><title>A review</title></head>'
    return f'<!DOCTYPE html><html lang="en">{head}<body>{body}</body></html>'.encode()


def _own_tag(words: str) -> bytes:
    name = words.replace(" ", "-").lower()
    return _whole(f"<x-{name}>A review</x-{name}>")


WEB: dict[str, Callable[[str], bytes]] = {
    "something hidden in the midst": _page("<span hidden>zz</span>"),
    "a hidden block in the midst": _page("<div hidden>zz</div>"),
    "a template in the midst": _page("<template>zz</template>"),
    "a drawing in the midst": _page("<svg><title>zz</title></svg>"),
    "a reading beside it": lambda w: _whole(f"<ruby>{'<rt>z</rt>'.join(_halves(w))}</ruby>"),
    "an element's name": _own_tag,
}


@pytest.mark.parametrize("words", LEAKS)
@pytest.mark.parametrize("name", WEB)
def test_words_in_a_web_page(name: str, words: str) -> None:
    found = examine("report.html", WEB[name](words), WANTED).found
    assert Code.IDENTIFIES in {f.code for f in found}, [f.line() for f in found]


@pytest.mark.parametrize("name", WEB)
def test_the_clean_web_twin_passes(name: str) -> None:
    found = examine("report.html", WEB[name](CLEAN), WANTED).found
    assert not found, [f.line() for f in found]


@pytest.mark.parametrize(
    "words",
    [
        "".join(chr(0xE0000 + ord(c)) for c in "Lowri"),
        "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "LowriPrice"),
        "a" + "\u200b\u200c" * 8 + "b",
        "a" + "".join(chr(0xE0100 + ord(c)) for c in "Lowri"),
    ],
)
def test_letters_nobody_can_see(words: str) -> None:
    found = examine("report.html", _whole(f"<p>{words}</p>"), WANTED).found
    assert Code.UNDECODABLE in {f.code for f in found}


def test_hidden_blocks_end_their_words() -> None:
    found = examine("report.html", _whole("<p hidden>Lowri</p><p hidden>came</p>"), WANTED).found
    assert Code.IDENTIFIES in {f.code for f in found}


@pytest.mark.parametrize("unseen", ["\x01", "\x07", "\x0b", "\x1b", "\x7f", "\xad", "\u200b"])
def test_a_name_with_an_unseen_letter_in_its_midst(unseen: str) -> None:
    found = examine("report.html", _whole(f"<p>then Lo{unseen}wri came</p>"), WANTED).found
    assert Code.IDENTIFIES in {f.code for f in found}


def test_a_flag_and_a_family_of_signs_pass() -> None:
    england = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f \U0001f1ec\U0001f1e7"
    found = examine("report.html", _whole(f"<p>{england} {family}</p>"), WANTED).found
    assert not found, [f.line() for f in found]


@pytest.mark.parametrize("words", LEAKS)
@pytest.mark.parametrize("name", WORD)
def test_words_in_a_word_file(name: str, words: str) -> None:
    assert not examine("report.docx", WORD[name](words), WANTED).clean


@pytest.mark.parametrize("words", LEAKS)
@pytest.mark.parametrize("name", PDF)
def test_words_in_a_pdf(name: str, words: str) -> None:
    found = examine("report.pdf", PDF[name](words), WANTED).found
    assert Code.IDENTIFIES in {f.code for f in found}, [f.line() for f in found]


@pytest.mark.parametrize("name", WORD)
def test_the_clean_word_twin_passes(name: str) -> None:
    found = examine("report.docx", WORD[name](CLEAN), WANTED).found
    assert not found, [f.line() for f in found]


@pytest.mark.parametrize("name", PDF)
def test_the_clean_pdf_twin_passes(name: str) -> None:
    found = examine("report.pdf", PDF[name](CLEAN), WANTED).found
    assert not found, [f.line() for f in found]


def test_letters_behind_more_operands_than_fit() -> None:
    content = b"\nBT /F1 12 Tf " + b"1 " * 300 + b"(Caoimhe) Tj ET\n"
    assert not examine("report.pdf", changed(lambda _: None, content), WANTED).clean


def test_digits_a_typeface_gives_out_as_something_else() -> None:
    table = (
        b"1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <20> <7e> <0078> endbfrange"
    )

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.ToUnicode = pdf.make_stream(table)

    content = b"\nBT /F1 12 Tf 72 500 Td (07700 900112) Tj ET\n"
    found = examine("report.pdf", changed(change, content), WANTED).found
    assert Code.UNDECODABLE in {f.code for f in found}


def _signed_by_its_maker(words: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setAuthor("")
    canvas.drawString(72, 700, "A local review of how services worked together.")
    canvas.save()
    return out.getvalue().replace(b"ReportLab Generated", words.encode().ljust(19))


def test_a_makers_plain_remark_is_read_and_not_refused() -> None:
    clean = examine("report.pdf", _signed_by_its_maker("ReportLab Generated"), WANTED)
    assert clean.clean, [f.line() for f in clean.found]
    assert not examine("report.pdf", _signed_by_its_maker("Lowri Price"), WANTED).clean
