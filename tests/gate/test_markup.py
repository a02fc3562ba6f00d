"""What is read in the parts of an Office file: by which channel, and in which readings."""

import pytest

from gate.package import package, packed, paragraph, png, relations, run, xml
from sgdocs.gate import Code
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Manner
from sgdocs.gate.office import read_package
from sgdocs.gate.office.kinds import channel_of
from sgdocs.gate.office.markup import read_markup
from sgdocs.gate.xml import parsed

LONG = "S2VldmEgd2FzIGluIHRoZSBob3VzZSBhbGwgZGF5IGFuZCB0aGUgbmlnaHQgYmVmb3JlIGl0"
"""Keeva was in the house all day and the night before it."""


def _read(inside: str, root: str = "w:body") -> Evidence:
    evidence = Evidence()
    tree = parsed(xml(root, inside), "body text", "p", evidence)
    assert tree is not None
    read_markup(tree, "body text", "p", evidence)
    return evidence


def _texts(inside: str, manner: Manner = Manner.PROSE) -> list[str]:
    found = (p for p in _read(inside).passages if p.manner is manner)
    return ["".join(t for _, t in p.atoms) for p in found]


def _channels(inside: str) -> dict[str, str]:
    """Give each piece of text, and value of an attribute, with its channel."""
    return {t.strip(): c for p in _read(inside).passages for c, t in p.atoms if t.strip()}


W14 = 'xmlns:x="urn:x"'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (paragraph(run("ab"), run("cd")) + paragraph(run("ef")), "\nabcd\n\nef\n"),
        (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
            "\na\tb\nc\n",
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:noBreakHyphen/><w:ptab/></w:r></w:p>",
            "\na\nb-\t\n",
        ),
        (
            '<w:p><w:r><w:sym w:char="0043"/><w:sym w:char="F061"/><w:sym w:char="x"/></w:r></w:p>',
            "\nCa\n",
        ),
        (
            '<w:p><w:sym w:char="F01F"/><w:sym w:char="F020"/><w:sym w:char="F0FF"/></w:p>',
            "\n\uf01f \xff\n",
        ),
        ("<w:p>a<w:r>b</w:r>c</w:p>", "\nabc\n"),
        ("<w:p> <w:r> </w:r><w:t> </w:t> </w:p>", "\n \n"),
        (f"<x:y {W14}>a</x:y><x:y {W14}>b</x:y>", "a\nb\n"),
        (f"<x:t {W14}>a</x:t><x:t {W14}>b</x:t>", "ab"),
        ("<w:p>a<!-- no -->b</w:p>", "\nab\n"),
    ],
)
def test_text_in_reading_order(inside: str, text: str) -> None:
    assert text in _texts(inside)


def _marked(name: str, words: str) -> str:
    return f"<w:{name}>{run(words)}</w:{name}>"


def test_a_change_is_read_with_and_without_it() -> None:
    texts = _texts(paragraph(run("a"), _marked("ins", "b"), _marked("del", "c"), run("d")))
    assert {"\nabcd\n", "\nacd\n", "\nabd\n", "\nad\n"} <= set(texts)
    joined = _texts(paragraph(run("a")) + paragraph(run("b")), Manner.JOINED)
    assert "ab" in joined


def test_what_stands_beside_a_line_is_read_with_and_without_it() -> None:
    box = "<w:r><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></w:r>"
    hidden = run("c", "<w:vanish/>")
    texts = {"".join(t.split()) for t in _texts(paragraph(run("a"), box, hidden, run("d")))}
    assert texts == {"abcd", "abd", "acd", "ad"}


@pytest.mark.parametrize(
    ("look", "channel"),
    [
        ("", "body text"),
        ("<w:b/>", "body text"),
        ("<w:vanish/>", "hidden text"),
        ("<w:webHidden/>", "hidden text"),
        ("<w:specVanish/>", "hidden text"),
        ('<w:vanish w:val="true"/>', "hidden text"),
        ('<w:vanish w:val="0"/>', "body text"),
        ('<w:vanish w:val="false"/>', "body text"),
        ('<w:vanish w:val="off"/>', "body text"),
        ('<w:color w:val="FFFFFF"/>', "white text"),
        ('<w:color w:val="E1E1E1"/>', "white text"),
        ('<w:color w:val="E0FFFF"/>', "body text"),
        ('<w:color w:val="FFFFE0"/>', "body text"),
        ('<w:color w:val="FFE0FF"/>', "body text"),
        ('<w:color w:val="auto"/>', "body text"),
        ('<w:color w:val="FFFFFFF"/>', "body text"),
        ("<w:color/>", "body text"),
    ],
)
def test_the_look_of_a_run(look: str, channel: str) -> None:
    assert _channels(paragraph(run("here", look)))["here"] == channel


def test_a_struck_out_run_is_struck_out_whatever_its_look() -> None:
    inside = f"<w:p><w:del>{run('here', '<w:vanish/>')}</w:del></w:p>"
    assert _channels(inside)["here"] == "tracked deletion"


@pytest.mark.parametrize(
    ("inside", "words", "channel"),
    [
        ('<w:bookmarkStart w:name="Keeva"/>', "Keeva", "bookmark"),
        ('<w:p w:author="Keeva"/>', "Keeva", "author of a change"),
        ('<w15:person w15:author="Keeva"/>', "Keeva", "people"),
        ('<w:ffData><w:name w:val="Keeva"/></w:ffData>', "Keeva", "form field"),
        (
            '<w:ffData><w:textInput><w:default w:val="Keeva"/></w:textInput></w:ffData>',
            "Keeva",
            "form field",
        ),
        ('<w:ddList><w:result w:val="Keeva"/></w:ddList>', "Keeva", "form field"),
        ('<w:name w:val="Keeva"/>', "Keeva", "attribute"),
        ('<w:jc w:val="Keeva"/>', "Keeva", "attribute"),
        ('<w:jc w:val="123456"/>', "123456", "attribute"),
        ('<w:jc w:val="12345"/>', "12345", ""),
        ('<w:jc w:val=""/>', "", ""),
        ('<x:jc xmlns:x="urn:x"/>', "jc", "name of an element"),
        ('<x:jc xmlns:x="urn:x" x:Keeva="1"/>', "Keeva", "name of an element"),
        ('<w:p xmlns:x="urn:Keeva"/>', "urn:Keeva", "name of an element"),
        ('<w:p xmlns:Keeva="urn:x"/>', "Keeva", "name of an element"),
        ("<w:p/>", "p", ""),
        ("<o:Keeva/>", "Keeva", ""),
        ("<!-- Keeva -->", "Keeva", "XML comment"),
        ("<?keeva Keeva?>", "keeva Keeva", "XML comment"),
        ('<?mso-application progid="Word"?>', "", ""),
    ],
)
def test_the_channel_of_what_is_no_text(inside: str, words: str, channel: str) -> None:
    assert _channels(inside).get(words, "") == channel


@pytest.mark.parametrize(
    "inside",
    [
        f"<w:p><w:r><w:t>{LONG}</w:t></w:r></w:p>",
        f'<w:jc w:val="{LONG}"/>',
        f"<w:binData>{LONG}</w:binData>",
    ],
)
def test_what_is_packed_in_a_part_is_opened(inside: str) -> None:
    told = [t for p in _read(inside).passages for _, t in p.atoms]
    assert any(text.startswith("Keeva was in the house") for text in told)


@pytest.mark.parametrize(("many", "opened"), [(64, False), (68, True)])
def test_only_a_long_word_is_opened(many: int, *, opened: bool) -> None:
    for inside in (f"<w:t>{LONG[:many]}</w:t>", f'<w:jc w:val="{LONG[:many]}"/>'):
        told = [t for p in _read(inside).passages for _, t in p.atoms]
        assert any("house" in text for text in told) is opened


def test_words_with_gaps_are_not_packed() -> None:
    told = [t for p in _read(f"<w:t>{LONG} x</w:t>").passages for _, t in p.atoms]
    assert not any("house" in text for text in told)


@pytest.mark.parametrize(
    ("inside", "manner"),
    [
        ('<w:jc w:val="May"/>', Manner.CODE),
        ('<w:rFonts w:ascii="May"/>', Manner.CODE),
        ('<w:permStart w:ed="May"/>', Manner.CODE),
        ('<w:bookmarkStart w:name="May"/>', Manner.LABEL),
        ('<w:ins w:author="May"/>', Manner.LABEL),
    ],
)
def test_a_closed_vocabulary_is_told_from_names_people_give(inside: str, manner: Manner) -> None:
    assert [p.manner for p in _read(inside).passages if "May" in str(p.atoms)] == [manner]


def test_what_is_written_backwards_is_turned_round() -> None:
    for name in ("bdo", "dir", "rtl"):
        inside = f"<w:p><w:{name}>{run('ave')}{run('eK')}</w:{name}></w:p>"
        assert "Keeva" in _texts(inside)


@pytest.mark.parametrize(
    "data",
    [b"<a>" * 3000 + b"</a>" * 3000, b"<a>" + b"x" * 10_000_001 + b"</a>", b"<a><b></a>", b""],
    ids=["deep", "long", "broken", "empty"],
)
def test_a_part_that_is_no_plain_xml_is_refused(data: bytes) -> None:
    evidence = Evidence()
    assert parsed(data, "c", "p", evidence) is None
    assert [(f.code, f.channel, f.place) for f in evidence.found] == [(Code.UNOPENABLE, "c", "p")]


def test_comments_outside_the_root_are_read() -> None:
    evidence = Evidence()
    parsed(b"<!-- Keeva --><a/><!-- Lowri -->", "c", "p", evidence)
    told = [t.strip() for p in evidence.passages for _, t in p.atoms]
    assert told == ["Keeva", "Lowri"]
    assert [f.code for f in evidence.found] == []


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("application/xml", "custom XML"),
        ("text/xml; charset=utf-8", "custom XML"),
        ("application/vnd.openxmlformats-officedocument.vmlDrawing", "drawing"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml", "header"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "body text",
        ),
        ("application/vnd.ms-office.chartstyle+xml", "chart"),
        ("application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "chart"),
        ("application/vnd.nobody+xml", ""),
        ("application/vnd.nobody.chart", ""),
        ("application/pdf", ""),
        ("", ""),
    ],
)
def test_the_channel_of_a_kind_of_part(kind: str, channel: str) -> None:
    assert channel_of(kind) == channel


def _package(parts: dict[str, bytes], *targets: str) -> set[tuple[str, str, str]]:
    evidence = Evidence()
    read_package(packed(package(parts, *targets)), "in/", evidence)
    found = {(str(f.code), f.channel, f.place) for f in evidence.found}
    said = {(t.strip(), c, p.place) for p in evidence.passages for c, t in p.atoms if "Keeva" in t}
    inner = {(i.name, i.channel, "") for i in evidence.inner}
    return found | said | inner | {("a picture", "", p.place) for p in evidence.pictures}


PART = xml("w:hdr", paragraph(run("Keeva")))


@pytest.mark.parametrize(
    ("parts", "targets", "told"),
    [
        ({"word/header1.xml": PART}, (), {("Keeva", "header", "in/word/header1.xml")}),
        (
            {"orphan/item.xml": b"<a>Keeva</a>"},
            (),
            {("Keeva", "orphan part", "in/orphan/item.xml")},
        ),
        (
            {"word/glossary/document.xml": PART},
            (),
            {("Keeva", "glossary", "in/word/glossary/document.xml")},
        ),
        ({"word/media/a.png": b"\x89PNG"}, (), {("a picture", "", "in/word/media/a.png")}),
        (
            {"docProps/thumbnail.png": png() + b"Keeva"},
            (),
            {
                ("a picture", "", "in/docProps/thumbnail.png"),
                ("stray-bytes", "thumbnail", "in/docProps/thumbnail.png"),
                ("Keeva", "thumbnail", "in/docProps/thumbnail.png"),
            },
        ),
        (
            {"word/embeddings/a.xlsx": b"x"},
            (),
            {("in/word/embeddings/a.xlsx", "embedded workbook", "")},
        ),
        (
            {"word/embeddings/a.docx": b"x"},
            (),
            {("in/word/embeddings/a.docx", "embedded object", "")},
        ),
        (
            {"word/a.bin": b"Keeva"},
            ("x=a.bin",),
            {
                ("unknown", "unknown part", "in/word/a.bin"),
                ("Keeva", "unknown part", "in/word/a.bin"),
            },
        ),
        (
            {"orphan/a.bin": b"Keeva"},
            (),
            {
                ("unknown", "orphan part", "in/orphan/a.bin"),
                ("Keeva", "unknown part", "in/orphan/a.bin"),
            },
        ),
        (
            {"word/embeddings/a.bin": b"Keeva"},
            (),
            {
                ("unknown", "embedded object", "in/word/embeddings/a.bin"),
                ("Keeva", "embedded object", "in/word/embeddings/a.bin"),
            },
        ),
        *(
            (
                {f"orphan/{name}": b"Keeva"},
                (),
                {
                    ("program", "unknown part", f"in/orphan/{name}"),
                    ("Keeva", "unknown part", f"in/orphan/{name}"),
                },
            )
            for name in ("vbaData.bin", "a.exe", "a.js", "a.dll", "A.OCX")
        ),
        (
            {},
            ("hyperlink=!https://example.org/Keeva",),
            {
                ("https://example.org/Keeva", channel, "in/word/_rels/document.xml.rels")
                for channel in ("hyperlink target", "relationship target")
            },
        ),
        (
            {},
            ("settings=!https://example.org/Keeva",),
            {
                (
                    "https://example.org/Keeva",
                    "relationship target",
                    "in/word/_rels/document.xml.rels",
                )
            },
        ),
        *(
            (
                {},
                (f"{kind}=!https://example.org/",),
                {("elsewhere", "relationship target", "in/word/_rels/document.xml.rels")},
            )
            for kind in (
                "image",
                "oleObject",
                "subDocument",
                "frame",
                "aFChunk",
                "audio",
                "video",
                "package",
            )
        ),
        (
            {"word/x/item.xml": b"<a>Keeva</a>"},
            ("x=x/item.xml",),
            {("Keeva", "custom XML", "in/word/x/item.xml")},
        ),
        (
            {"other/item.xml": b"<a>Keeva</a>"},
            ("x=/other/item.xml",),
            {("Keeva", "custom XML", "in/other/item.xml")},
        ),
        (
            {"orphan/item.xml": b"<a>Keeva</a>"},
            ("x=../orphan/item.xml",),
            {("Keeva", "custom XML", "in/orphan/item.xml")},
        ),
        (
            {"[Content_Types].xml": b"<Types><!-- Keeva --></Types>"},
            (),
            {("Keeva", "XML comment", "in/[Content_Types].xml"), ("unknown", "package", "in/")},
        ),
        (
            {"[Content_Types].xml": b"<Types>"},
            (),
            {
                ("unopenable", "content types", "in/[Content_Types].xml"),
                ("unknown", "package", "in/"),
            },
        ),
    ],
)
def test_the_parts_of_a_package(
    parts: dict[str, bytes], targets: tuple[str, ...], told: set[tuple[str, str, str]]
) -> None:
    found = _package(parts, *targets)
    if "[Content_Types].xml" in parts:  # then nobody knows the kind of any part
        found = {f for f in found if f[2] in ("in/", "in/[Content_Types].xml")}
    assert found == told


def test_remarks_in_lists_are_read() -> None:
    lists = package({})
    for name in ("[Content_Types].xml", "_rels/.rels"):
        remarked = lists[name].replace(b"</", b"<!-- Keeva --><?x Keeva?></", 1)
        assert {told[1:] for told in _package({name: remarked})} == {("XML comment", f"in/{name}")}


def test_each_part_of_a_glossary_is_one_of_the_glossary() -> None:
    parts = {"word/glossary/item.xml": b"<a>Keeva</a>"}
    told = {("Keeva", "glossary", "in/word/glossary/item.xml")}
    assert _package(parts, "x=glossary/item.xml") == told


def test_kinds_of_parts_are_looked_up_whatever_their_capitals() -> None:
    assert _package({"word/media/A.PNG": b"\x89PNG"}) == {("a picture", "", "in/word/media/A.PNG")}
    types = package({})["[Content_Types].xml"].replace(b"/word/document.xml", b"WORD/document.XML")
    assert _package({"[Content_Types].xml": types}) == set()


def test_a_package_without_a_list_of_kinds_is_refused() -> None:
    evidence = Evidence()
    read_package(packed({"a.xml": b"<a/>"}), "in/", evidence)
    assert [(f.code, f.channel, f.place) for f in evidence.found] == [
        (Code.UNOPENABLE, "package", "in/"),
    ]  # fmt: skip


def test_the_source_of_a_relation_is_no_orphan() -> None:
    parts = {
        "word/x/item.xml": b"<a>Keeva</a>",
        "word/x/_rels/item.xml.rels": relations("x=other.xml"),
        "word/x/other.xml": b"<a>Keeva</a>",
    }
    found = {(t, c) for t, c, p in _package(parts) if p.startswith("in/word/x")}
    assert found == {("Keeva", "custom XML")}
