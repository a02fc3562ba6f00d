"""The second name of each field of a Word form, which stays when a program drops the first.

Word keeps the tag of a content control; LibreOffice 7.4 drops it, and often the title too. Both
keep bookmarks, and the part of the file that lists them: `sgdocs_12` stands around the twelfth
control, and the list says that it is `chronology[3].event`. What else a reader of answers meets:

- A row that somebody adds in Word has the tags of the row it was copied from, and no bookmarks.
- LibreOffice moves the bookmark's start into the control. It drops the mark that a prompt is shown,
  or keeps it beside what was typed: a field is empty when its words are those of its prompt.
- A long answer is formatted text, which Word may save as several paragraphs within the control.
"""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from lxml import etree

from sgdocs.opening.limits import MARKED_BYTES
from sgdocs.papers import Member, pack, parsed

__all__ = ["ABOUT_PART", "LIST_PART", "MARK", "mark_parts", "read_marks"]

MARK = "sgdocs_"
_SPACE = "urn:sgdocs:fields:1"
LIST_PART = "customXml/item900.xml"
"""Where the list is in a form as it goes out; LibreOffice saves it under another number."""
ABOUT_PART = "customXml/itemProps900.xml"
_ITEM = "customXml/item"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STORE = "{6A1B7C52-3D0F-4C7E-9B55-2F6C1C9A0E41}"


def mark_parts(names: Sequence[str]) -> tuple[Member, ...]:
    """Write the parts that list the fields of a form by their bookmarks."""
    listed = "".join(
        f'<field mark="{MARK}{number}">{escape(name)}</field>'
        for number, name in enumerate(names, 1)
    )
    link = (
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" '
        f'Target="{ABOUT_PART.rpartition("/")[2]}"/>'
    )
    about = (
        f'<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    parts = {
        LIST_PART: f'<fields xmlns="{_SPACE}">{listed}</fields>',
        ABOUT_PART: about,
        LIST_PART.replace("/", "/_rels/") + ".rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'
        ),
    }
    return tuple(pack(name, f"{_HEAD}{text}".encode()) for name, text in parts.items())


def read_marks(members: Sequence[Member], where: str) -> Mapping[str, str]:
    """Give the name of each field by the bookmark around it; nothing where there is no list."""
    for member in members:
        if not member.name.startswith(_ITEM) or member.size > MARKED_BYTES:
            continue
        content = member.content()
        if _SPACE.encode() in content and (found := _listed(parsed(content, where))):
            return found
    return {}


def _listed(root: etree._Element) -> Mapping[str, str]:
    return {
        str(field.get("mark", "")): field.text or ""
        for field in root.iterfind(f"{{{_SPACE}}}field")
    }
