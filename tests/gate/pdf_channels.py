"""Every channel by which words can leave in a PDF file, with words planted in it alone."""

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from gate.package import jpeg
from gate.package import word as word_file
from gate.sheets import add, blank, changed, form, literal, note, saved, shown, text

Plant = Callable[[str], bytes]


def _drawn(content: bytes) -> bytes:
    return saved(blank(content))


def _split(words: str) -> bytes:
    pieces = b" -30 ".join(literal(letter) for letter in words)
    return _drawn(b"BT /F1 12 Tf 72 600 Td [" + pieces + b"] TJ ET\n")


def _one_by_one(words: str) -> bytes:
    commands = b"".join(
        b"1 0 0 1 %d 600 Tm " % (72 + 9 * i) + literal(letter) + b" Tj "
        for i, letter in enumerate(words)
        if letter != " "
    )
    return _drawn(b"BT /F1 12 Tf " + commands + b"ET\n")


def _out_of_order(words: str) -> bytes:
    placed = [(i, letter) for i, letter in enumerate(words) if letter != " "]
    commands = b"".join(
        b"1 0 0 1 %d 600 Tm " % (72 + 8 * i) + literal(letter) + b" Tj "
        for i, letter in placed[::2] + placed[1::2]
    )
    return _drawn(b"BT /F1 12 Tf " + commands + b"ET\n")


def _upright(words: str) -> bytes:
    return _drawn(b"BT /F1 12 Tf 0 1 -1 0 300 300 Tm " + literal(words) + b" Tj ET\n")


def _under_a_box(words: str) -> bytes:
    return _drawn(shown(words) + b"0 g 60 590 400 30 re f\n")


def _info(words: str) -> bytes:
    return changed(lambda pdf: pdf.docinfo.__setitem__("/Author", words))


def _xmp(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        inner = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">'
            f"<note>{words}</note></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
        )
        stream = pdf.make_stream(inner.encode())
        stream.Type, stream.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = stream

    return changed(change)


def _outline(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(words, 0))

    return changed(change)


def _tree(kind: str, leaf: Callable[[pikepdf.Pdf, str], Array]) -> Plant:
    def plant(words: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            pdf.Root.Names = Dictionary({kind: Dictionary(Names=leaf(pdf, words))})

        return changed(change)

    return plant


def _destination(pdf: pikepdf.Pdf, words: str) -> Array:
    return Array([String(words), Array([pdf.pages[0].obj, Name.Fit])])


def _attached(data: Callable[[str], bytes], name: str = "notes.txt") -> Plant:
    def leaf(pdf: pikepdf.Pdf, words: str) -> Array:
        file = pdf.make_stream(data(words))
        file.Type = Name.EmbeddedFile
        spec = Dictionary(
            Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=file)
        )
        return Array([String(name), spec])

    return _tree("/EmbeddedFiles", leaf)


def _attached_name(words: str) -> bytes:
    return _attached(lambda _: b"Nothing", f"{words}.txt")("")


def _script(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f'app.alert("{words}");'))

    return changed(change)


def _link(words: str) -> bytes:
    address = f"https://www.example.org/{words.replace(' ', '%20')}"
    action = Dictionary(S=Name.URI, URI=String(address))
    return changed(lambda pdf: note(pdf, "Link", A=action) and None)


def _note(key: str) -> Plant:
    return lambda words: changed(
        lambda pdf: note(pdf, "Text", **{"Contents": text("x"), key: text(words)}) and None
    )


def _appearance(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        note(pdf, "Stamp", AP=Dictionary(N=form(pdf, words)))

    return changed(change)


def _field(key: str, value: Callable[[str], pikepdf.Object] = text) -> Plant:
    def plant(words: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            more = {"FT": Name.Tx, "T": text("field"), key: value(words)}
            widget = note(pdf, "Widget", **more)
            pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))

        return changed(change)

    return plant


def _structure(key: str) -> Plant:
    def plant(words: str) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            element = pdf.make_indirect(
                Dictionary({"/Type": Name.StructElem, "/S": Name.P, f"/{key}": String(words)})
            )
            pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([element]))

        return changed(change)

    return plant


def _layer(words: str, *, off: bool = False, name: str = "Notes") -> bytes:
    content = b"/OC /L1 BDC " + shown(words) + b" EMC\n" if off else b""

    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name if off else words)))
        hidden = Array([layer]) if off else Array()
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=hidden))
        add(pdf, "Properties", "L1", layer)

    return changed(change, content)


def _page_label(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(words))]))

    return changed(change)


def _private(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        inner = Dictionary(Private=Dictionary(Note=String(words)))
        pdf.pages[0].obj.PieceInfo = Dictionary(Writer=inner)

    return changed(change)


def _called(words: str) -> bytes:
    return changed(lambda pdf: add(pdf, "XObject", "X1", form(pdf, words)), b"/X1 Do\n")


def _never_called(words: str) -> bytes:
    return changed(lambda pdf: add(pdf, "XObject", "X1", form(pdf, words)))


def _pattern(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        tile = form(pdf, words, PatternType=1, PaintType=1, TilingType=1, XStep=100, YStep=100)
        del tile["/Subtype"]
        tile.Type = Name.Pattern
        pdf.pages[0].obj.Resources.Pattern = Dictionary(P1=tile)

    return changed(change, b"/Pattern cs /P1 scn 0 0 100 100 re f\n")


def _drawn_face(words: str) -> bytes:
    """Draw words with a typeface whose glyphs are drawings of their own."""

    def change(pdf: pikepdf.Pdf) -> None:
        codes = sorted({c.encode("cp1252")[0] for c in words})
        glyphs = {f"/c{n}": pdf.make_stream(b"500 0 d0 0 0 400 700 re f") for n in codes}
        pairs = "".join(f"<{n:02x}> <{ord(bytes([n]).decode('cp1252')):04x}>\n" for n in codes)
        table = f"1 begincodespacerange <00> <ff> endcodespacerange {len(codes)} beginbfchar\n"
        named: list[object] = []
        for n in codes:
            named += [n, Name(f"/c{n}")]
        face = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(glyphs),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(named)), FirstChar=0,
            LastChar=255, Widths=Array([500] * 256),
            ToUnicode=pdf.make_stream(f"{table}{pairs}endbfchar".encode()),
        )  # fmt: skip
        pdf.pages[0].obj.Resources.Font.F3 = pdf.make_indirect(face)

    return changed(change, b"BT /F3 12 Tf 72 600 Td " + literal(words) + b" Tj ET\n")


def _in_a_glyph(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        glyph = pdf.make_stream(b"500 0 d0 " + shown(words))
        face = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary({"/x": glyph}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name("/x")])),
            FirstChar=65, LastChar=65, Widths=Array([500]), Resources=pdf.pages[0].obj.Resources,
        )  # fmt: skip
        pdf.pages[0].obj.Resources.Font.F3 = pdf.make_indirect(face)

    return changed(change)


def _unreferenced(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.make_indirect(Dictionary(Note=String(words)))

    pdf = blank()
    change(pdf)
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return _with_object(data, words)


def _with_object(data: bytes, words: str) -> bytes:
    """Put in one more object, listed and never referred to."""
    at = data.index(b"\nxref\n") + 1
    head, count = data[at:].split(b"\n", 2)[:2]
    number = int(count.split()[1])
    added = (
        b"%d 0 obj\n(" % number + words.encode("utf-16")[:0] + literal(words)[1:] + b"\nendobj\n"
    )
    table = data[at + len(head) + 1 + len(count) + 1 :]
    rows, rest = table[: 20 * number], table[20 * number :]
    lines = head + b"\n0 %d\n" % (number + 1) + rows + b"%010d 00000 n \n" % at
    rest = rest.replace(b"/Size %d" % number, b"/Size %d" % (number + 1))
    start = rest.index(b"startxref\n") + 10
    return data[:at] + added + lines + rest[:start] + b"%d\n%%%%EOF\n" % (at + len(added))


def _marked(words: str) -> bytes:
    return _drawn(b"/Span <</ActualText " + literal(words) + b">> BDC " + shown("x") + b" EMC\n")


def _metadata_in_picture(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(jpeg(words.encode()))
        image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.DCTDecode
        image.Width = image.Height = 1
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        add(pdf, "XObject", "I1", image)

    return changed(change)


def _named_resource(words: str) -> bytes:
    name = words.split(maxsplit=1)[0]
    return changed(lambda pdf: add(pdf, "XObject", name, form(pdf, "x")))


def _font_name(words: str) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.BaseFont = Name("/" + words.replace(" ", ""))

    return changed(change)


def _option(words: str) -> pikepdf.Object:
    return Array([String(words)])


CHANNELS: dict[str, tuple[str, Plant]] = {
    "words": ("page text", lambda w: _drawn(shown(w))),
    "words split": ("page text", _split),
    "letter by letter": ("page text", _one_by_one),
    "letters out of order": ("page text", _out_of_order),
    "words upright": ("page text", _upright),
    "words under a box": ("page text", _under_a_box),
    "invisible words": ("invisible text", lambda w: _drawn(shown(w, b"3 Tr"))),
    "words off the page": ("off-page text", lambda w: _drawn(shown(w, where=b"2000 3000"))),
    "white words": ("white text", lambda w: _drawn(shown(w, b"1 1 1 rg"))),
    "tiny words": ("tiny text", lambda w: _drawn(shown(w, b"0.1 0 0 0.1 0 0 cm"))),
    "a drawing": ("page text", _called),
    "a drawing never called": ("form drawing", _never_called),
    "a pattern": ("pattern", _pattern),
    "a drawn typeface": ("page text", _drawn_face),
    "in a glyph": ("glyph drawing", _in_a_glyph),
    "marked content": ("marked content", _marked),
    "information": ("document information", _info),
    "XMP": ("XMP", _xmp),
    "outline": ("outline", _outline),
    "destination": ("named destination", _tree("/Dests", _destination)),
    "link": ("link", _link),
    "note": ("annotation", _note("Contents")),
    "note's author": ("annotation", _note("T")),
    "appearance": ("form drawing", _appearance),
    "field's name": ("form field", _field("T")),
    "field's value": ("form field value", _field("V")),
    "field's tip": ("form field tooltip", _field("TU")),
    "field's option": ("form field option", _field("Opt", _option)),
    "attachment": ("attachment", _attached(str.encode)),
    "attached Word file": (
        "attachment",
        _attached(lambda w: word_file(f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>"), "a.docx"),
    ),
    "attachment's name": ("attachment", _attached_name),
    "script": ("script", _script),
    "alternative text": ("alternative text", _structure("Alt")),
    "actual text": ("alternative text", _structure("ActualText")),
    "expansion": ("alternative text", _structure("E")),
    "structure's title": ("structure", _structure("T")),
    "language": ("language", _structure("Lang")),
    "layer's name": ("layer", _layer),
    "hidden layer": ("hidden layer", lambda w: _layer(w, off=True)),
    "page label": ("page label", _page_label),
    "private data": ("private data", _private),
    "unreferenced object": ("unreferenced object", _unreferenced),
    "picture's notes": ("picture metadata", _metadata_in_picture),
    "a resource's name": ("name of an object", _named_resource),
    "typeface's name": ("name of an object", _font_name),
}
"""By a name in words: the channel the gate must name, and how words are planted there."""
