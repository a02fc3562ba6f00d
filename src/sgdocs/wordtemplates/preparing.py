"""Make a part readable as a template, by docxtpl's own rules: tags that Word split are whole."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from sgdocs.papers import parsed
from sgdocs.wordtemplates.losses import W, refuse_losses
from sgdocs.wordtemplates.places import Place, marked, unmarked
from sgdocs.wordtemplates.prompts import with_prompts

__all__ = ["Prepared", "patched_bare", "prepared"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TAG = re.compile(r"\{[{%#](?:(?![}%#]\}).)*[}%#]\}", re.DOTALL)
# As docxtpl takes a tag's whole paragraph, but for tags with a brace within.
_WHOLE = tuple(
    re.compile(
        rf"<w:{y}[ >](?:(?!<w:{y}[ >]).)*?\{{%{y} ((?:(?!%\}}).)*%\}})(?:(?!</w:{y}>).)*</w:{y}>",
        re.DOTALL,
    )
    for y in ("tr", "tc", "p", "r")
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part as the source of a template, and where each of its lines stands."""

    source: str
    places: list[Place]


def prepared(content: bytes, where: str, *, styled: bool) -> Prepared:
    """Prepare one part; refuse what would be lost, with its place."""
    root = parsed(content, where)
    refuse_losses(root, where)
    text = etree.tostring(root, encoding="unicode").replace("\n", " ")
    source, places = unmarked(with_prompts(_patched(marked(text)), styled=styled), text)
    return Prepared(_HEAD + source, places)


def _patched(text: str) -> str:
    patched = _docxtpl().patch_xml(text)
    for whole in _WHOLE:
        patched = whole.sub(r"{% \1", patched)
    return _TAG.sub(_plain, patched)


_LOOKS = tuple(
    f"{W}{name}" for name in ("rPr", "pPr", "tblPr", "tblGrid", "trPr", "sdtPr", "sectPr")
)


def patched_bare(content: bytes, where: str) -> str:
    """Prepare one part without what only says how it looks: enough to prove how it is built."""
    root = parsed(content, where)
    refuse_losses(root, where)
    for look in list(root.iter(*_LOOKS)):
        holder = look.getparent()
        if holder is not None and "{" not in etree.tostring(look, encoding="unicode"):
            holder.remove(look)
    return _patched(etree.tostring(root, encoding="unicode").replace("\n", " "))


@lru_cache(maxsize=1)
def _docxtpl() -> Any:
    # It brings python-docx along, 150 ms, and only a template not seen before needs it.
    from docxtpl import DocxTemplate  # noqa: PLC0415 - see above

    return DocxTemplate("")


def _plain(found: re.Match[str]) -> str:
    """Write what XML wrote as references in a tag as it was typed."""
    tag = found.group().replace("&quot;", '"').replace("&apos;", "'")
    return tag.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
