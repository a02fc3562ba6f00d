"""What is left to do in a part once its tags are filled in, and seldom is."""

import re
from itertools import count

__all__ = ["finished"]

_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>")
_OPEN, _SHUT = '<w:t xml:space="preserve">', "</w:t>"
_BREAK, _TAB = f"{_SHUT}<w:br/>{_OPEN}", f"{_SHUT}<w:tab/>{_OPEN}"
_ABOUT_CELL = r"(?:<w:tcPr/>|<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)?\s*"
_ABOUT_ROW = r"\s*(?:<w:(trPr|tblPrEx)(?:/>|>(?:(?!</w:\1>).)*</w:\1>)\s*)*"
_CELL = re.compile(rf"(<w:tc(?: [^>]*)?>\s*{_ABOUT_CELL})</w:tc>", re.DOTALL)
_ROW = re.compile(rf"<w:tr(?: [^>]*)?>{_ABOUT_ROW}</w:tr>", re.DOTALL)
_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|</?w:tbl>).)*</w:tbl>", re.DOTALL)
_DRAWING = re.compile(r'(<wp:docPr [^>]*?\bid=")\d+"')


def finished(text: str, *, hollow: bool, drawings: bool) -> str:
    """Break lines within values, leave out what is hollow, number drawings anew."""
    if "\n" in text or "\t" in text:
        text = _TEXT.sub(_broken, text)
    if hollow:
        text = _TABLE.sub("", _ROW.sub("", _CELL.sub(r"\1<w:p/></w:tc>", text)))
    if drawings:
        numbers = count(1)
        text = _DRAWING.sub(lambda found: f'{found[1]}{next(numbers)}"', text)
    return text


def _broken(found: re.Match[str]) -> str:
    """Let line ends and tabs of a value be those of Word."""
    text = found.group()
    if "\n" not in text and "\t" not in text:
        return text
    return text.replace("\n", _BREAK).replace("\t", _TAB)
