"""Word templates made ready as docxtpl makes them, and rendered part by part."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from jinja2 import Environment
from lxml import etree

from sgdocs.checking.oracle.trials import Break, Printer, compiled

__all__ = ["word_printers"]

_RENDERED = ("author", "comments", "identifier", "language", "subject", "title")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_FOOTNOTES = "footnotes+xml"


def word_printers(path: Path, environment: Environment) -> Sequence[Printer | Break]:
    """Make every part of a Word template ready that docxtpl renders."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - it takes long, and only --deep needs it

    try:
        template = DocxTemplate(BytesIO(path.read_bytes()))
        template.get_docx()
        parts = list(_parts(template))
    except Exception as wrong:  # noqa: BLE001 - whatever keeps docxtpl from opening it
        return [Break("body", 0, type(wrong).__name__, always=True)]
    return [
        compiled(part, source, environment, _whole if part in _TORN else str)
        for part, source in parts
    ]


_TORN = ("body", "header", "footer", "footnote")


def _parts(template: Any) -> Iterator[tuple[str, str]]:
    yield "body", _ready(template, template.get_xml())
    for part in ("header", "footer"):
        address = getattr(template, f"{part.upper()}_URI")
        for _, held in template.get_headers_footers(address):
            yield part, _ready(template, template.get_part_xml(held))
    for held in template.docx.part.package.iter_parts():
        if str(held.content_type).endswith(_FOOTNOTES):
            yield "footnote", _ready(template, etree.tostring(etree.fromstring(held.blob)).decode())
    for name in _RENDERED:
        yield f"core-property:{name}", str(getattr(template.docx.core_properties, name))


def _ready(template: Any, xml: str) -> str:
    return _PARAGRAPH.sub(r"\n<w:p\1", template.patch_xml(xml))


def _whole(xml: str) -> None:
    """Fail where statements tore the file."""
    etree.fromstring(xml.encode())
