"""Make a Word file a form to be filled in: locked but for its fields, and known when it returns."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from lxml import etree

from sgdocs.forms.identity import IDENTITY_PROPERTY, FormIdentity
from sgdocs.forms.marks import ABOUT_PART, LIST_PART, MARK, mark_parts
from sgdocs.papers import Member, pack, parsed, read_members, write_members

__all__ = ["fillable_word"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W = f"{{{_W}}}"
_CONTROL, _ABOUT, _TAG, _VALUE = f"{W}sdt", f"{W}sdtPr", f"{W}tag", f"{W}val"
_BODY = "word/document.xml"
_PROPERTIES = "docProps/custom.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_LINKS = f"{_OFFICE}/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
_ROW_OF = re.compile(r"([\w.]+)\[(\d+)\]")
# Word's own group: its words cannot be changed, the controls within can. Protecting the file for
# forms would keep people from writing in the controls in LibreOffice 7.4, and from having their
# spelling checked in Word.
_GROUP = '<w:lock w:val="contentLocked"/><w:group/>'
_SECTION = '<w15:repeatingSection><w15:sectionTitle w15:val="Row"/></w15:repeatingSection>'
_ITEM = "<w15:repeatingSectionItem/>"
_ADDED = {
    "[Content_Types].xml": (
        f'<Override PartName="/{_PROPERTIES}" ContentType="{_TYPES}.custom-properties+xml"/>'
        f'<Override PartName="/{ABOUT_PART}" ContentType="{_TYPES}.customXmlProperties+xml"/>'
    ),
    "_rels/.rels": (
        f'<Relationship Id="rIdForm" Type="{_LINKS}/custom-properties" Target="{_PROPERTIES}"/>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationship Id="rIdFields" Type="{_LINKS}/customXml" Target="../{LIST_PART}"/>'
    ),
}
# A template may have properties of its own; the form has ours in their place.
_OLD = re.compile(rf'<(?:Override|Relationship) [^>]*"/?{re.escape(_PROPERTIES)}"[^>]*/>')


def fillable_word(data: bytes, identity: FormIdentity, where: str) -> bytes:
    """Lock all but the fields, mark each field a second time, let rows be added, say what it is."""
    members = read_members(data, where)
    root = parsed(next(m for m in members if m.name == _BODY).content(), where)
    body = next(root.iterchildren(f"{W}body"))
    names = _marked(body)
    for table in list(body.iter(f"{W}tbl")):
        _let_rows_be_added(table)
    _locked(body)
    kept = (_changed(member, root) for member in members if member.name != _PROPERTIES)
    return write_members((*kept, _property(identity), *mark_parts(names)))


def _changed(member: Member, root: etree._Element) -> Member:
    if member.name == _BODY:
        text = etree.tostring(root, encoding="unicode")
        return pack(member.name, f"{_HEAD}{text}".encode())
    if member.name not in _ADDED:
        return member
    before, _, end = _OLD.sub("", member.content().decode()).rpartition("</")
    return pack(member.name, f"{before}{_ADDED[member.name]}</{end}".encode())


def _property(identity: FormIdentity) -> Member:
    return pack(
        _PROPERTIES,
        f'{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes"><property '
        f'fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{IDENTITY_PROPERTY}">'
        f"<vt:lpwstr>{escape(str(identity))}</vt:lpwstr></property></Properties>".encode(),
    )


def _marked(body: etree._Element) -> Sequence[str]:
    """Put a bookmark around each control, and give the names in the bookmarks' order."""
    names: list[str] = []
    for control in [each for each in body.iter(_CONTROL) if _tag(each)]:
        names.append(_tag(control))
        _keep_lines(control)
        number = str(len(names))
        # Where a control stands around a paragraph or a cell, so does its bookmark.
        control.addprevious(_bookmark("Start", number))
        control.addnext(_bookmark("End", number))
    return names


def _keep_lines(control: etree._Element) -> None:
    """Let a long answer hold formatted text: of plain text, LibreOffice 7.4 loses the line ends."""
    about = next(control.iterchildren(_ABOUT))
    plain = next(about.iterchildren(f"{W}text"), None)
    if plain is not None and plain.get(f"{W}multiLine") == "1":
        about.replace(plain, etree.Element(f"{W}richText"))


def _bookmark(end: str, number: str) -> etree._Element:
    about = {f"{W}id": number} | ({f"{W}name": f"{MARK}{number}"} if end == "Start" else {})
    return etree.Element(f"{W}bookmark{end}", about)


def _let_rows_be_added(table: etree._Element) -> None:
    """Let Word add rows: each run of rows that holds one list becomes a section that repeats."""
    for over, group in groupby(list(table.iterchildren(f"{W}tr")), _list_of):
        rows = list(group)
        if not over or len(rows) < 2:
            continue
        section = _around(_SECTION)
        rows[0].addprevious(section)
        for row in rows:
            item = _around(_ITEM)
            item[1].append(row)
            section[1].append(item)


def _list_of(row: etree._Element) -> str:
    """Name the list a row of fields belongs to; nothing for a row of words, or of several."""
    found = [_ROW_OF.match(tag) for tag in _tags(row)]
    if not found or any(each is None for each in found):
        return ""
    places = {each.groups() for each in found if each}
    return str(places.pop()[0]) if len(places) == 1 else ""


def _tags(within: etree._Element) -> Iterator[str]:
    return (tag for control in within.iter(_CONTROL) if (tag := _tag(control)))


def _tag(control: etree._Element) -> str:
    about = next(control.iterchildren(_ABOUT), None)
    found = next(about.iterchildren(_TAG), None) if about is not None else None
    return str(found.get(_VALUE, "")) if found is not None else ""


def _locked(body: etree._Element) -> None:
    group = _around(_GROUP)
    blocks = [each for each in body if each.tag != f"{W}sectPr"]
    body.insert(0, group)
    group[1].extend(blocks)


def _around(kind: str) -> etree._Element:
    """Make a control that stands around others."""
    return etree.fromstring(
        f'<w:sdt xmlns:w="{_W}" xmlns:w15="{_W15}"><w:sdtPr>{kind}</w:sdtPr><w:sdtContent/></w:sdt>'
    )
