"""The instructions of the fields in a part of a Word file, put together from their pieces."""

from collections.abc import Iterator

from lxml import etree

__all__ = ["instructions"]

_PIECES = ("{*}fldChar", "{*}fldSimple", "{*}instrText", "{*}delInstrText")


def instructions(part: etree._Element) -> Iterator[str]:
    """Give what each field is told to do; fields stand within one another."""
    open_fields: list[str] = [""]
    for piece in part.iter(*_PIECES):
        name, kind = etree.QName(piece).localname, _said(piece, "fldCharType")
        if name == "fldSimple":
            yield _said(piece, "instr")
        elif name != "fldChar":
            open_fields[-1] += piece.text or ""
        elif kind == "begin":
            open_fields.append("")
        elif kind == "end" and len(open_fields) > 1:
            yield open_fields.pop()
    yield from open_fields


def _said(piece: etree._Element, name: str) -> str:
    return next((str(v) for k, v in piece.items() if etree.QName(k).localname == name), "")
