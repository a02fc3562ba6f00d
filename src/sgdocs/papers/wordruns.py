"""Words within a Word paragraph: runs, links, and fields to fill in."""

from html import escape

from sgdocs.papers.controls import control
from sgdocs.papers.model import Cell, Input, Run

__all__ = ["bold", "paragraph", "runs", "text"]

_KEEPING_SPACES = '<w:t xml:space="preserve">'


def paragraph(inside: str, style: str = "", extra: str = "") -> str:
    """Write a paragraph around what stands in it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{about}{inside}</w:p>"


def runs(cell: Cell) -> str:
    """Write the words and fields of a cell."""
    return "".join(control(part) if isinstance(part, Input) else _run(part) for part in cell)


def bold(cell: Cell) -> Cell:
    """Make the words of a cell bold."""
    return tuple(
        part
        if isinstance(part, Input)
        else Run(part.text, bold=True, italic=part.italic, link=part.link)
        for part in cell
    )


def _run(run: Run) -> str:
    look = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
    if not run.link:
        return text(run.text, look)
    # A field needs no entry in the relationships part, so that part stays as it was packed.
    code = escape(f'HYPERLINK "{run.link}"')
    words = text(run.text, f'<w:rStyle w:val="Hyperlink"/>{look}')
    return f'<w:fldSimple w:instr="{code}">{words}</w:fldSimple>'


def text(words: str, look: str = "") -> str:
    """Write one run; line feeds and tabs become those of Word."""
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = escape(words, quote=False).replace("\n", "</w:t><w:br/><w:t>")
    pieces = pieces.replace("\t", "</w:t><w:tab/><w:t>")
    inside = f"<w:t>{pieces}</w:t>".replace("<w:t></w:t>", "")
    return f"<w:r>{about}{inside.replace('<w:t>', _KEEPING_SPACES)}</w:r>"
