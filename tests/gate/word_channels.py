"""Every channel by which words can leave in a Word file, with words planted in it alone."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import font_source_sans_pro

from gate.package import (
    document,
    jpeg,
    package,
    packed,
    paragraph,
    part,
    png,
    run,
    word,
    workbook,
    xml,
)

Plant = Callable[[str], bytes]
_GUID = "{01234567-89AB-CDEF-0123-456789ABCDEF}"


def _split(words: str) -> bytes:
    half = len(words) // 3
    bold = "<w:b/>"
    pieces = words[:half], words[half : 2 * half], words[2 * half :]
    return word(paragraph(*(run(p, bold * (i % 2)) for i, p in enumerate(pieces))))


def _letters(words: str) -> bytes:
    cells = "".join(f"<w:tc>{paragraph(run(letter))}</w:tc>" for letter in words)
    return word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


def _control(inside: str, words: str = "A box to write in") -> bytes:
    return word(
        f"<w:sdt><w:sdtPr>{inside}</w:sdtPr><w:sdtContent>{paragraph(run(words))}</w:sdtContent>"
        "</w:sdt>"
    )


def _change(kind: str, words: str, tag: str = "t") -> bytes:
    inner = f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"
    return word(paragraph(f'<w:{kind} w:id="1" w:author="A reader">{inner}</w:{kind}>'))


def _struck_out_in_between(words: str) -> bytes:
    half = len(words) // 4
    inner = '<w:del w:id="1" w:author="A"><w:r><w:delText>xyz</w:delText></w:r></w:del>'
    return word(paragraph(run(words[:half]), inner, run(words[half:])))


def _drawing(attributes: str) -> str:
    return paragraph(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" {attributes}/></wp:inline></w:drawing></w:r>'
    )


def _picture(data: bytes, ending: str = "png") -> bytes:
    return packed(package({f"word/media/image1.{ending}": data}))


def _font(words: str) -> bytes:
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    data = bytearray(next(folder.glob("*-Regular.ttf")).read_bytes())
    wide = words.encode("utf-16-be")
    at = _name_record(bytes(data), len(wide))
    data[at : at + len(wide)] = wide
    key = bytes.fromhex(_GUID.strip("{}").replace("-", ""))[::-1]
    head = bytes(b ^ key[i % 16] for i, b in enumerate(data[:32]))
    face = f'<w:embedRegular r:id="rId1" w:fontKey="{_GUID}"/>'
    table = f'<w:font w:name="Source Sans Pro">{face}</w:font>'
    return packed(
        package(
            {
                "word/fontTable.xml": xml("w:fonts", table),
                "word/fonts/font1.odttf": head + bytes(data[32:]),
            },
            "font=fonts/font1.odttf",
        )
    )


def _name_record(data: bytes, room: int) -> int:
    """Find where in a typeface's table of names there is room for so many bytes."""
    for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        tag, _, start, _ = struct.unpack(">4s3I", data[at : at + 16])
        if tag == b"name":
            count, strings = struct.unpack(">2H", data[start + 2 : start + 6])
            for record in range(start + 6, start + 6 + 12 * count, 12):
                platform, *_, length, offset = struct.unpack(">6H", data[record : record + 12])
                if platform == 3 and length >= room:
                    return start + strings + offset
    raise AssertionError("no name is long enough")


def _commented(words: str) -> bytes:
    def change(archive: zipfile.ZipFile) -> None:
        archive.comment = words.encode()

    return packed(package({}), change)


def _with_info(field: str) -> Plant:
    def plant(words: str) -> bytes:
        def change(archive: zipfile.ZipFile) -> None:
            info = zipfile.ZipInfo("customXml/item2.xml", (1980, 1, 1, 0, 0, 0))
            if field == "comment":
                info.comment = words.encode()
            else:
                info.extra = struct.pack("<2H", 0x9999, len(words.encode())) + words.encode()
            archive.writestr(info, b"<a/>")

        return packed(package({}), change)

    return plant


def _chart(words: str) -> bytes:
    cache = (
        f"<c:ser><c:cat><c:strCache><c:pt><c:v>{words}</c:v></c:pt></c:strCache></c:cat></c:ser>"
    )
    return part("word/charts/chart1.xml", "c:chartSpace", cache)


def _box(words: str) -> str:
    return f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"


def _choice(inside: str, fallback: str) -> bytes:
    return word(
        paragraph(
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{inside}</mc:Choice>"
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def _shape(attributes: str, inside: str) -> bytes:
    shape = f"<v:shape {attributes}>{inside}</v:shape>"
    return word(paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>"))


def _field(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> REF {words} </w:instrText></w:r>'


def _form_field(words: str) -> bytes:
    data = f'<w:ffData><w:name w:val="{words}"/></w:ffData>'
    return word(paragraph(f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'))


def _symbols(words: str) -> bytes:
    letters = (
        f'<w:r><w:sym w:font="Wingdings" w:char="F0{ord(c):02X}"/></w:r>' if c.isascii() else run(c)
        for c in words
    )
    return word(paragraph(*letters))


def _note(kind: str) -> Plant:
    def plant(words: str) -> bytes:
        inside = f'<w:{kind} w:id="2">{paragraph(run(words))}</w:{kind}>'
        return part(f"word/{kind}s.xml", f"w:{kind}s", inside)

    return plant


def _linked(attributes: str, words: str, target: str) -> bytes:
    link = paragraph(f'<w:hyperlink r:id="rId1" {attributes}>{run(words)}</w:hyperlink>')
    return packed(package({"word/document.xml": document(link)}, f"hyperlink=!{target}"))


def _header(number: int) -> Plant:
    return lambda words: part(f"word/header{number}.xml", "w:hdr", paragraph(run(words)))


def _orphan(words: str) -> bytes:
    return packed(package({"orphan/item9.xml": f"<note>{words}</note>".encode()}))


def _property(words: str) -> bytes:
    return part(
        "docProps/custom.xml", "Properties", f'<property name="Note"><v>{words}</v></property>'
    )


def _setting(inside: str) -> bytes:
    return part("word/settings.xml", "w:settings", inside)


CHANNELS: dict[str, tuple[str, Plant]] = {
    "body": ("body text", lambda w: word(paragraph(run(w)))),
    "runs split": ("body text", _split),
    "a letter to a cell": ("body text", _letters),
    "formula": ("body text", lambda w: word(paragraph(f"<w:r><w:t>{w}</w:t></w:r>"))),
    "header": ("header", _header(1)),
    "first header": ("header", _header(2)),
    "even header": ("header", _header(3)),
    "footer": ("footer", lambda w: part("word/footer1.xml", "w:ftr", paragraph(run(w)))),
    "footnote": ("footnote", _note("footnote")),
    "endnote": ("endnote", _note("endnote")),
    "comment": ("comment", _note("comment")),
    "comment's author": (
        "author of a change",
        lambda w: part("word/comments.xml", "w:comments", f'<w:comment w:id="1" w:author="{w}"/>'),
    ),
    "insertion": ("tracked insertion", lambda w: _change("ins", w)),
    "deletion": ("tracked deletion", lambda w: _change("del", w, "delText")),
    "moved from": ("tracked deletion", lambda w: _change("moveFrom", w)),
    "moved to": ("tracked insertion", lambda w: _change("moveTo", w)),
    "deletion in between": ("body text", _struck_out_in_between),
    "hidden": ("hidden text", lambda w: word(paragraph(run(w, "<w:vanish/>")))),
    "white": ("white text", lambda w: word(paragraph(run(w, '<w:color w:val="FFFFFF"/>')))),
    "control's tag": ("content control", lambda w: _control(f'<w:tag w:val="{w}"/>')),
    "control's title": ("content control", lambda w: _control(f'<w:alias w:val="{w}"/>')),
    "control's choice": (
        "content control",
        lambda w: _control(f'<w:dropDownList><w:listItem w:displayText="{w}"/></w:dropDownList>'),
    ),
    "placeholder": (
        "placeholder",
        lambda w: _control(f'<w:placeholder><w:docPart w:val="{w}"/></w:placeholder>'),
    ),
    "binding": (
        "data binding",
        lambda w: _control(f'<w:dataBinding w:xpath="/case[@of=\'{w}\']" w:storeItemID="x"/>'),
    ),
    "bookmark": (
        "bookmark",
        lambda w: word(paragraph(f'<w:bookmarkStart w:id="0" w:name="{w.replace(" ", "_")}"/>')),
    ),
    "glued bookmark": (
        "bookmark",
        lambda w: word(paragraph(f'<w:bookmarkStart w:id="0" w:name="x{w.replace(" ", "")}x"/>')),
    ),
    "field code": ("field code", lambda w: word(paragraph(_field(w)))),
    "simple field": (
        "field code",
        lambda w: word(paragraph(f'<w:fldSimple w:instr=" REF {w} ">{run("1")}</w:fldSimple>')),
    ),
    "link's words": ("hyperlink", lambda w: _linked("", w, "https://www.example.org/")),
    "link's target": (
        "hyperlink target",
        lambda w: _linked("", "here", f"https://www.example.org/{w.replace(' ', '%20')}"),
    ),
    "link's tip": (
        "hyperlink target",
        lambda w: _linked(f'w:tooltip="{w}"', "here", "https://www.example.org/"),
    ),
    "alt text": ("alt text", lambda w: word(_drawing(f'name="Ring" descr="{w}"'))),
    "picture's title": ("alt text", lambda w: word(_drawing(f'name="Ring" title="{w}"'))),
    "picture's name": ("alt text", lambda w: word(_drawing(f'name="{w}"'))),
    "custom XML": (
        "custom XML",
        lambda w: packed(package({"customXml/item1.xml": f"<a>{w}</a>".encode()})),
    ),
    "core property": (
        "core properties",
        lambda w: part("docProps/core.xml", "coreProperties", f"<creator>{w}</creator>"),
    ),
    "app property": (
        "app properties",
        lambda w: part("docProps/app.xml", "Properties", f"<Company>{w}</Company>"),
    ),
    "custom property": ("custom properties", _property),
    "variable": (
        "document variable",
        lambda w: _setting(f'<w:docVars><w:docVar w:name="who" w:val="{w}"/></w:docVars>'),
    ),
    "setting": ("attribute", lambda w: _setting(f'<w:attachedSchema w:val="{w}"/>')),
    "person": (
        "people",
        lambda w: part("word/people.xml", "w15:people", f'<w15:person w15:author="{w}"/>'),
    ),
    "style": (
        "attribute",
        lambda w: part("word/styles.xml", "w:styles", f'<w:style><w:name w:val="{w}"/></w:style>'),
    ),
    "list's label": (
        "attribute",
        lambda w: part(
            "word/numbering.xml", "w:numbering", f'<w:lvl><w:lvlText w:val="{w}"/></w:lvl>'
        ),
    ),
    "font's name": (
        "font name",
        lambda w: part("word/fontTable.xml", "w:fonts", f'<w:font w:name="{w}"/>'),
    ),
    "embedded font": ("font name", _font),
    "embedded workbook": (
        "embedded workbook",
        lambda w: packed(package({"word/embeddings/book.xlsx": workbook(w)})),
    ),
    "embedded document": (
        "embedded object",
        lambda w: packed(package({"word/embeddings/inner.docx": word(paragraph(run(w)))})),
    ),
    "thumbnail": (
        "thumbnail",
        lambda w: packed(package({"docProps/thumbnail.jpeg": jpeg(w.encode("utf-16-le"))})),
    ),
    "EXIF": ("picture metadata", lambda w: _picture(jpeg(w.encode()), "jpeg")),
    "XMP": (
        "picture metadata",
        lambda w: _picture(png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + w.encode()))),
    ),
    "picture's note": (
        "picture metadata",
        lambda w: _picture(png((b"tEXt", b"Author\0" + w.encode()))),
    ),
    "chart": ("chart", _chart),
    "fallback": ("fallback", lambda w: _choice("", f"<w:t>{w}</w:t>")),
    "text box": ("text box", lambda w: _choice(_box(w), "")),
    "old text box": (
        "text box",
        lambda w: _shape("", f"<v:textbox>{_box(w)}</v:textbox>"),
    ),
    "WordArt": (
        "text box",
        lambda w: _shape("", f'<v:textpath string="{w}"/>'),
    ),
    "old alt text": (
        "alt text",
        lambda w: _shape(f'alt="{w}"', ""),
    ),
    "glossary": (
        "glossary",
        lambda w: part("word/glossary/document.xml", "w:glossaryDocument", paragraph(run(w))),
    ),
    "form field": (
        "form field",
        _form_field,
    ),
    "orphan": ("orphan part", _orphan),
    "XML comment": ("XML comment", lambda w: word(f"<!-- {w} -->")),
    "instruction": ("XML comment", lambda w: word(f"<?note {w}?>")),
    "zip comment": ("zip comment", _commented),
    "member's comment": ("member comment", _with_info("comment")),
    "extra field": ("extra field", _with_info("extra")),
    "member's name": (
        "member name",
        lambda w: packed(package({f"customXml/{w}.xml": b"<a/>"})),
    ),
    "symbols": (
        "body text",
        _symbols,
    ),
    "zero width": ("body text", lambda w: word(paragraph(run("\u200b".join(w))))),
    "relationship": (
        "relationship target",
        lambda w: packed(
            package({}, f"attachedTemplate=!file:///C:/Users/{w.replace(' ', '_')}/Normal.dotm")
        ),
    ),
}
"""By a name in words: the channel the gate must name, and how words are planted there."""
