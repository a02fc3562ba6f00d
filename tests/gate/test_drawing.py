"""The gate's own reader of PDF, without the second one: what is drawn where, and how it reads."""

from collections.abc import Callable, Mapping
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from gate.sheets import blank, changed, form, saved, shown
from sgdocs.gate import Code
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Manner
from sgdocs.gate.pdf.drawing import Drawing, Sheet
from sgdocs.gate.pdf.pages import read_pages
from sgdocs.gate.pdf.second import read_again
from sgdocs.gate.pdf.state import IDENTITY, times

Change = Callable[[pikepdf.Pdf], object]


def _sheet(content: bytes, change: Change = lambda _: None) -> Sheet:
    """Follow the commands on a page of 600 by 800, in letters that are all half as wide as high."""
    pdf = blank()
    change(pdf)
    sheet = Sheet("page 1", Evidence(), (0, 0, 600, 800))
    Drawing(sheet, pdf.pages[0].obj.Resources).follow(content)
    sheet.words_of_marks()
    return sheet


def _placed(content: bytes) -> list[tuple[str, float, float, int, float, float]]:
    return [
        (p.text, round(p.x, 3), round(p.y, 3), p.angle, round(p.width, 3), round(p.size, 3))
        for p in _sheet(b"BT /F1 10 Tf " + content).pieces
    ]


PLACED: dict[bytes, list[tuple[str, float, float, int, float, float]]] = {
    b"(a b) Tj T* (c) Tj": [("a b", 0, 0, 0, 15, 10), ("c", 0, 0, 0, 5, 10)],
    b"(ab) Tj (c) Tj": [("ab", 0, 0, 0, 10, 10), ("c", 10, 0, 0, 5, 10)],
    b"7 9 Td (a) Tj 1 2 Td (b) Tj": [("a", 7, 9, 0, 5, 10), ("b", 8, 11, 0, 5, 10)],
    b"7 9 TD (a) Tj T* (b) Tj": [("a", 7, 9, 0, 5, 10), ("b", 7, 18, 0, 5, 10)],
    b"20 TL 7 9 Td (a) Tj (b) ' (c) Tj": [
        ("a", 7, 9, 0, 5, 10), ("b", 7, -11, 0, 5, 10), ("c", 12, -11, 0, 5, 10),
    ],
    b'20 TL 3 1 (a b) " (c) Tj': [("a b", 0, -20, 0, 21, 10), ("c", 21, -20, 0, 6, 10)],
    b"2 Tc (ab) Tj (c) Tj": [("ab", 0, 0, 0, 14, 10), ("c", 14, 0, 0, 7, 10)],
    b"2 Tw (a b) Tj (c) Tj": [("a b", 0, 0, 0, 17, 10), ("c", 17, 0, 0, 5, 10)],
    b"200 Tz (a) Tj (b) Tj": [("a", 0, 0, 0, 10, 10), ("b", 10, 0, 0, 10, 10)],
    b"3 Ts (a) Tj 0 Ts (b) Tj": [("a", 0, 3, 0, 5, 10), ("b", 5, 0, 0, 5, 10)],
    b"[(a) -500 (b) 2000 (c)] TJ": [
        ("a", 0, 0, 0, 5, 10), ("b", 10, 0, 0, 5, 10), ("c", -5, 0, 0, 5, 10),
    ],
    b"2 0 0 3 7 9 Tm (ab) Tj 1 1 Td (c) Tj": [("ab", 7, 9, 0, 20, 30), ("c", 9, 12, 0, 10, 30)],
    b"0 2 -2 0 7 9 Tm (a) Tj (b) Tj": [("a", 7, 9, 90, 10, 20), ("b", 7, 19, 90, 10, 20)],
    b"-1 0 0 -1 7 9 Tm (a) Tj 1 2 Td (b) Tj": [("a", 7, 9, 180, 5, 10), ("b", 6, 7, 180, 5, 10)],
    b"2 0 0 2 5 5 cm 1 0 0 1 3 4 cm (a) Tj": [("a", 11, 13, 0, 10, 20)],
    b"q 2 0 0 2 5 5 cm (a) Tj Q (b) Tj": [("a", 5, 5, 0, 10, 20), ("b", 5, 0, 0, 5, 10)],
    b"q 7 Tc Q Q 9 Ts (a) Tj": [("a", 0, 9, 0, 5, 10)],
    b"7 9 Td ET BT (a) Tj": [("a", 0, 0, 0, 5, 10)],
    b"/F1 -10 Tf (a) Tj": [("a", 0, 0, 0, -5, 10)],
    b"() Tj <> Tj (a) Tj": [("a", 0, 0, 0, 5, 10)],
}  # fmt: skip


@pytest.mark.parametrize("content", PLACED)
def test_where_a_string_stands(content: bytes) -> None:
    assert _placed(content) == PLACED[content]


def test_one_change_of_place_after_another() -> None:
    assert times((1, 2, 3, 5, 7, 11), (2, 3, 5, 7, 11, 13)) == (12, 17, 31, 44, 80, 111)
    assert times((1, 2, 3, 5, 7, 11), IDENTITY) == (1, 2, 3, 5, 7, 11)


def _channels(content: bytes, change: Change = lambda _: None) -> list[str]:
    return [p.channel for p in _sheet(b"BT /F1 10 Tf " + content + b" (a) Tj", change).pieces]


@pytest.mark.parametrize(
    ("content", "channel"),
    [
        *((b"%d Tr" % mode, "page text") for mode in (0, 1, 2, 4, 5, 6)),
        (b"3 Tr", "invisible text"),
        (b"7 Tr", "invisible text"),
        (b"-1 -1 Td", "page text"),
        (b"601 801 Td", "page text"),
        (b"-1.1 0 Td", "off-page text"),
        (b"0 -1.1 Td", "off-page text"),
        (b"601.1 0 Td", "off-page text"),
        (b"0 801.1 Td", "off-page text"),
        (b"0.2 0 0 0.2 0 0 Tm", "page text"),
        (b"0.19 0 0 0.19 0 0 Tm", "tiny text"),
        (b"0.93 g", "page text"),
        (b"0.94 g", "white text"),
        (b"0.94 0.94 0.94 rg", "white text"),
        (b"0.93 1 1 rg", "page text"),
        (b"1 1 0.93 sc", "page text"),
        (b"1 scn", "white text"),
        (b"1 1 scn", "page text"),
        (b"0.05 0.05 0.05 0.05 k", "white text"),
        (b"0.05 0.05 0.05 0.06 k", "page text"),
        (b"1 1 1 rg 0 g", "page text"),
    ],
)
def test_how_a_string_looks(content: bytes, channel: str) -> None:
    assert _channels(content) == [channel]


def _off(pdf: pikepdf.Pdf) -> None:
    layers = [pdf.make_indirect(Dictionary(Type=Name.OCG)) for _ in range(2)]
    pdf.pages[0].obj.Resources.Properties = Dictionary(L1=layers[0], L2=layers[1])
    pdf.Root.OCProperties = Dictionary(D=Dictionary(OFF=Array([layers[0]])))


def _followed(content: bytes, change: Change) -> list[tuple[str, str]]:
    """Read a page, and give its words apart from those that every page here has."""
    pdf = blank(b"BT /F1 10 Tf " + content)
    change(pdf)
    evidence = Evidence()
    read_pages(pdf, "", evidence)
    lines = next(p for p in evidence.passages if p.manner is Manner.PROSE)
    return [(c, t) for c, t in lines.atoms if t.strip() and "local review" not in t]


HIDDEN, SEEN = "hidden layer", "page text"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"/OC /L1 BDC (a) Tj EMC (b) Tj", {"a": HIDDEN, "b": SEEN}),
        (b"/OC /L2 BDC (a) Tj EMC (b) Tj", {"a": SEEN, "b": SEEN}),
        (
            b"/OC /L1 BDC /P BMC (a) Tj EMC (b) Tj EMC (c) Tj",
            {"a": HIDDEN, "b": HIDDEN, "c": SEEN},
        ),
        (
            b"/P BMC /OC /L1 BDC (a) Tj EMC (b) Tj EMC EMC EMC (c) Tj",
            {"a": HIDDEN, "b": SEEN, "c": SEEN},
        ),
        (b"/OC <</Type /L1>> BDC (a) Tj EMC", {"a": SEEN}),
        (b"EMC EMC (a) Tj /OC /L1 BDC (b) Tj", {"a": SEEN, "b": HIDDEN}),
    ],
)
def test_what_is_in_a_layer_that_is_not_shown(content: bytes, told: dict[str, str]) -> None:
    assert {text: channel for channel, text in _followed(content, _off)} == told


def test_a_hidden_drawing_is_hidden_whoever_calls_it() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _off(pdf)
        inner = form(pdf, "inner")
        outer = pdf.make_stream(b"/X1 Do")
        outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
        outer.Resources = Dictionary(XObject=Dictionary(X1=inner))
        outer.OC = pdf.pages[0].obj.Resources.Properties.L1
        pdf.pages[0].obj.Resources.XObject = Dictionary(X2=outer)

    assert (HIDDEN, "inner") in _followed(b"/X2 Do", change)


def _deep(many: int) -> Change:
    """Let drawings call one another, so many deep."""

    def change(pdf: pikepdf.Pdf) -> None:
        called = form(pdf, "at the end")
        for _ in range(many - 1):
            outer = pdf.make_stream(b"/X Do")
            outer.Type, outer.Subtype = Name.XObject, Name.Form
            outer.Resources = Dictionary(XObject=Dictionary(X=called))
            called = pdf.make_indirect(outer)
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=called)

    return change


@pytest.mark.parametrize(("many", "fits"), [(13, True), (14, False)])
def test_drawings_within_drawings_up_to_the_limit(many: int, *, fits: bool) -> None:
    sheet = _sheet(b"/X Do", _deep(many))
    assert [p.text for p in sheet.pieces] == (["at the end"] if fits else [])
    refused = [(f.code, f.channel, f.place) for f in sheet.evidence.found]
    assert refused == ([] if fits else [(Code.TOO_LARGE, "page text", "page 1")])


@pytest.mark.parametrize(("many", "fits"), [(2000, True), (2001, False)])
def test_drawings_called_up_to_the_limit(many: int, *, fits: bool) -> None:
    sheet = _sheet(b"/X Do " * many, _empty_form)
    assert (not sheet.evidence.found) is fits


def _empty_form(pdf: pikepdf.Pdf) -> None:
    empty = pdf.make_stream(b"")
    empty.Subtype = Name.Form
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=empty)


def test_a_drawing_is_moved_by_its_own_matrix_and_its_callers() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        called = form(pdf, "x", Matrix=Array([2, 0, 0, 2, 10, 20]))
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=called)

    (piece,) = _sheet(b"1 0 0 1 100 200 cm /X Do", change).pieces
    assert (piece.x, piece.y, piece.size) == (100 + 10 + 2 * 72, 200 + 20 + 2 * 600, 24)


@pytest.mark.parametrize(("curves", "asked"), [(600, 0), (601, 1)])
@pytest.mark.parametrize("shape", [b"1 2 l ", b"1 2 3 4 5 6 c ", b"1 2 3 4 v ", b"1 2 3 4 y "])
def test_shapes_that_may_be_letters_are_for_a_person(shape: bytes, curves: int, asked: int) -> None:
    pictures = _sheet(shape * curves).evidence.pictures
    assert [p.place for p in pictures] == ["page 1, shapes"] * asked


def test_typefaces_that_are_no_objects_of_their_own_are_told_apart() -> None:
    """Many of them, one after another, since what is gone may leave its number to the next."""

    def change(pdf: pikepdf.Pdf) -> None:
        for number, letter in enumerate("KEVA"):
            signs = Dictionary(Differences=Array([97, Name(f"/{letter}")]))
            face = Dictionary(Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=signs)
            pdf.pages[0].obj.Resources.Font[f"/D{number}"] = face

    used = (0, 1, 1, 2, 3) * 20
    content = b"".join(b"/D%d 10 Tf (a) Tj " % number for number in used)
    assert "".join(p.text for p in _sheet(b"BT " + content, change).pieces) == "KEEVA" * 20


def test_a_drawing_nobody_calls_is_refused_where_it_cannot_be_unpacked() -> None:
    with blank() as pdf:
        broken = pdf.make_stream(b"no zip", {"/Filter": Name.FlateDecode})
        broken.Subtype = Name.Form
        pdf.pages[0].obj.Resources.XObject.X = broken
        evidence = Evidence()
        read_pages(pdf, "a/", evidence)
        place = f"a/object {broken.objgen[0]}"
    assert [(f.code, f.channel, f.place) for f in evidence.found] == [
        (Code.UNDECODABLE, "form drawing", place),
    ]  # fmt: skip


def test_a_page_takes_its_typefaces_from_the_pages_above_it() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Resources = pdf.pages[0].obj.Resources
        for page in pdf.pages:
            del page.obj["/Resources"]

    evidence = Evidence()
    with pikepdf.open(BytesIO(changed(change, b"BT /F1 10 Tf (Keeva) Tj"))) as pdf:
        read_pages(pdf, "", evidence)
    assert evidence.found == []
    assert any("Keeva" in t for p in evidence.passages for _, t in p.atoms)


def test_a_picture_among_the_commands_is_for_a_person() -> None:
    sheet = _sheet(b"BI /W 1 /H 1 ID \x00\xff EI BT /F1 10 Tf (a) Tj")
    assert [p.place for p in sheet.evidence.pictures] == ["page 1, picture"]
    assert sheet.evidence.found == []
    assert [p.text for p in sheet.pieces] == ["a"]


def test_a_signature_is_for_a_picture_and_what_its_pixels_are_read_by() -> None:
    heads = (b"/W 1 /H 2", b"/W 2 /H 1", b"/W 1 /H 2 /D [1 0]")
    pictures = [_sheet(b"BI " + h + b" ID \x00\xff EI").evidence.pictures[0] for h in heads]
    assert len({p.sha256 for p in pictures}) == len(heads)


@pytest.mark.parametrize(
    "content",
    [b"(a) Tj", b"BT /F9 10 Tf (a) Tj", b"BT /F1 x Tf", b"7 Td", b"Tm", b"1 2 3 cm", b"\xff"],
)
def test_commands_nobody_can_follow_are_refused(content: bytes) -> None:
    found = [(f.code, f.channel) for f in _sheet(content).evidence.found]
    assert found == [(Code.UNDECODABLE, "page text")]


@pytest.mark.parametrize("content", [b"{ } [ ] < > ( )"[:3], b"/X9 Do", b"EMC", b"Q", b"1 2 m f"])
def test_commands_that_draw_nothing_are_let_be(content: bytes) -> None:
    assert _sheet(content).evidence.found == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"% Keeva was here\n", [("comment in a page", " Keeva was here")]),
        (b"/Span <</ActualText (Keeva)>> BDC EMC", [("marked content", "Keeva")]),
        (b"/Span <</ActualText <feff004b0065>>> BDC EMC", [("marked content", "Ke")]),
        (b"/Span <</ActualText <fffe4b006500>>> BDC EMC", [("marked content", "Ke")]),
        (b"/Keeva BMC EMC", [("marked content", "/Keeva")]),
        (b"/Ke#65va BMC EMC", [("marked content", "/Keeva")]),
        (b"/Keeva 12 Tf", [("marked content", "/Keeva")]),
        (b"(Keeva) 2 w", [("marked content", "Keeva")]),
        (b"(Keeva) () Tj", [("marked content", "Keeva")]),
        (b'(Keeva) 1 2 () "', [("marked content", "Keeva")]),
        (b"(Keeva) [] TJ", [("marked content", "Keeva")]),
        (b"(Keeva) () '", [("marked content", "Keeva")]),
        (b"1 2 () \" () Tj () ' [] TJ", []),
        (b"(Keeva) q", [("marked content", "Keeva")]),
        (b"(Keeva) 1 0 0 1 0 0 cm", [("marked content", "Keeva")]),
        (b"(Keeva) 1 0 0 1 0 0 Tm", [("marked content", "Keeva")]),
        (b"(Keeva) 1 0 Td", [("marked content", "Keeva")]),
        (b"(Keeva)", [("marked content", "Keeva")]),
        (b"(Keeva) 1 2 l", [("marked content", "Keeva")]),
        (b"(Keeva) 1 c", [("marked content", "Keeva")]),
        (b"BI /Note (Keeva) ID x EI", [("marked content", "Keeva")]),
        (b"/P <</Note 12>> BDC EMC", [("marked content", "Note")]),
        (b"/P /MCID BDC EMC 1 w 0 0 1 rg", []),
    ],
)
def test_words_beside_what_is_drawn(content: bytes, said: list[tuple[str, str]]) -> None:
    told = [(c, t) for p in _sheet(content).evidence.passages for c, t in p.atoms]
    assert len(told) == len(said)
    for (channel, text), (expected, words) in zip(told, said, strict=True):
        assert channel == expected
        assert words in text


def _passages(content: bytes, change: Change = lambda _: None) -> Mapping[Manner, list[str]]:
    pdf = blank()
    pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /F1 10 Tf " + content)
    del pdf.pages[1]
    change(pdf)
    evidence = Evidence()
    read_pages(pdf, "", evidence)
    found: dict[Manner, list[str]] = {}
    for passage in evidence.passages:
        found.setdefault(passage.manner, []).append("".join(t for _, t in passage.atoms))
    return found


def _at(x: float, y: float, words: bytes) -> bytes:
    return b"1 0 0 1 %.2f %.2f Tm (%s) Tj " % (x, y, words)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (_at(0, 0, b"ab") + _at(11.3, 0, b"cd"), "abcd\n"),
        (_at(0, 0, b"ab") + _at(11.5, 0, b"cd"), "ab cd\n"),
        (_at(11.5, 0, b"cd") + _at(0, 0, b"ab"), "ab cd\n"),
        (_at(0, 3.4, b"ab") + _at(11.5, 0, b"cd"), "ab cd\n"),
        (_at(0, 3.6, b"ab") + _at(11.5, 0, b"cd"), "ab\ncd\n"),
        (_at(0, 0, b"ab") + _at(11.5, 3.6, b"cd"), "cd\nab\n"),
        (_at(0, 6, b"a") + _at(0, 3, b"b") + _at(5, 0, b"c"), "ab\nc\n"),
        (b"0 1 -1 0 9 0 Tm (ab) Tj 0 1 -1 0 9 20 Tm (cd) Tj", "ab cd\n"),
        (b"0 1 -1 0 0 0 Tm (ab) Tj 0 1 -1 0 20 0 Tm (cd) Tj", "ab\ncd\n"),
        (b"-1 0 0 -1 40 9 Tm (ab) Tj -1 0 0 -1 20 9 Tm (cd) Tj", "ab cd\n"),
        (b"-1 0 0 -1 40 0 Tm (ab) Tj -1 0 0 -1 40 20 Tm (cd) Tj", "ab\ncd\n"),
        (b"0 -1 1 0 9 40 Tm (ab) Tj 0 -1 1 0 9 20 Tm (cd) Tj", "ab cd\n"),
        (b"0 -1 1 0 20 0 Tm (ab) Tj 0 -1 1 0 0 0 Tm (cd) Tj", "ab\ncd\n"),
        (_at(0, 0, b"ab") + b"0 1 -1 0 0 0 Tm (cd) Tj", "ab\ncd\n"),
        (b"0.7 0.7 -0.7 0.7 0 0 Tm (ab) Tj", "ab\n"),
        (b"/F1 1.5 Tf 1 0 0 1 0 0 Tm (ab) Tj 1 0 0 1 1.75 0 Tm (c) Tj", "ab c\n"),
        (b"/F1 1.5 Tf 1 0 0 1 0 0.6 Tm (ab) Tj 1 0 0 1 1.75 0 Tm (c) Tj", "ab\nc\n"),
        (b"/F1 0.5 Tf 1 0 0 1 0 0 Tm (ab) Tj 1 0 0 1 0.6 0 Tm (c) Tj", "abc\n"),
    ],
)
def test_strings_are_put_into_lines(content: bytes, read: str) -> None:
    assert _passages(content)[Manner.PROSE][0] == read


def test_the_end_of_a_line_is_read_with_the_next() -> None:
    content = _at(0, 40, b"see Cao") + _at(0, 20, b"imhe and") + _at(0, 0, b"more")
    found = _passages(content)
    assert found[Manner.PROSE] == ["see Cao\nimhe and\nmore\n"]
    assert found[Manner.JOINED] == ["Caoimhe\nandmore\n"]


def test_what_is_drawn_in_another_order_is_read_in_both() -> None:
    found = _passages(_at(20, 0, b"mhe") + _at(0, 40, b"xyz") + _at(5, 0, b"Cao"))
    assert found[Manner.PROSE][0] == "xyz\nCaomhe\n"
    joined = [t for manner, texts in found.items() if manner is not Manner.PROSE for t in texts]
    assert any("mhexyzCao" in text for text in joined)


def test_letters_that_are_raised_a_little_belong_to_the_word() -> None:
    found = _passages(_at(0, 0, b"Cao") + _at(15, 4, b"imhe"))
    assert found[Manner.PROSE] == ["imhe\nCao\n"]
    assert "Caoimhe" in [t for texts in found.values() for t in texts]


def test_each_channel_is_read_apart_as_well() -> None:
    found = _passages(b"(ab) Tj 1 g (x) Tj 0 g (cd) Tj")
    assert found[Manner.PROSE][0] == "abxcd\n"
    assert {"x\n", "ab cd\n"} <= set(found[Manner.PROSE])


def test_the_second_reader_reads_each_page_without_the_first() -> None:
    evidence = Evidence()
    read_again(saved(blank(shown("Keeva-"))), "a/", evidence)
    told = [(p.place, c, t) for p in evidence.passages for c, t in p.atoms]
    assert [(place, channel) for place, channel, _ in told] == [
        ("a/page 1", "page text"), ("a/page 2", "page text"),
    ]  # fmt: skip
    assert "Keeva" in told[0][2]
    assert "Page two of it." in told[1][2]


def test_what_the_second_reader_cannot_open_is_refused() -> None:
    evidence = Evidence()
    read_again(b"no PDF", "a/", evidence)
    assert [(f.code, f.channel, f.place) for f in evidence.found] == [
        (Code.UNOPENABLE, "file", "a"),
    ]  # fmt: skip


def test_words_beside_what_an_uncalled_drawing_draws_are_read() -> None:
    with blank() as pdf:
        drawing = pdf.make_stream(b"/Span <</ActualText (Keeva)>> BDC EMC")
        drawing.Subtype = Name.Form
        pdf.pages[0].obj.Resources.XObject.X = drawing
        evidence = Evidence()
        read_pages(pdf, "", evidence)
    told = [(c, t) for p in evidence.passages for c, t in p.atoms if "Keeva" in t]
    assert [channel for channel, _ in told] == ["marked content"]


def test_a_page_whose_commands_cannot_be_unpacked_is_refused_and_the_next_is_read() -> None:
    pdf = blank()
    pdf.pages[0].obj.Contents = pdf.make_stream(b"no zip", {"/Filter": Name.FlateDecode})
    evidence = Evidence()
    read_pages(pdf, "a/", evidence)
    assert [(f.code, f.channel, f.place) for f in evidence.found] == [
        (Code.UNDECODABLE, "page text", "a/page 1"),
    ]  # fmt: skip
    assert next(p.place for p in evidence.passages if "two" in str(p.atoms)) == "a/page 2"
