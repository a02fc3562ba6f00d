"""Words within a Word paragraph: runs, links, and controls to fill in."""

from html import escape

from sgdocs.papers.model import TICKED, UNTICKED, Cell, Input, Run

__all__ = ["bold", "paragraph", "runs", "text"]

LONGEST_NAME = 64  # Word takes a file for broken whose control has a longer name or tag
REQUIRED = " (required)"
_KEEPING_SPACES = '<w:t xml:space="preserve">'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BOXES = "Segoe UI Symbol"
_PROMPT_LOOK = '<w:color w:val="595959"/>'
_PROMPTS = {
    "text": "Click or tap to write",
    "long": "Click or tap to write",
    "date": "dd/mm/yyyy",
    "time": "hh:mm",
    "choice": "Choose an item",
}
_DATE = (
    '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>'
    '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
)
_TIME = _DATE.replace("dd/MM/yyyy", "HH:mm").replace('"date"', '"text"')


def paragraph(inside: str, style: str = "", extra: str = "") -> str:
    """Write a paragraph around what stands in it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}{extra}</w:pPr>" if named or extra else ""
    return f"<w:p>{about}{inside}</w:p>"


def runs(cell: Cell) -> str:
    """Write the words and controls of a cell."""
    return "".join(_control(part) if isinstance(part, Input) else _run(part) for part in cell)


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


def _control(field: Input) -> str:
    """Write a content control: its name is the label, its tag the path."""
    name = _short(field.label, REQUIRED if field.required else "")
    empty = not field.words
    shown = "<w:showingPlcHdr/>" if empty else ""
    about = (
        f'<w:alias w:val="{_value(name)}"/><w:tag w:val="{_value(field.path)}"/>'
        f"{shown}{_kind(field)}"
    )
    inside = text(_PROMPTS[field.kind], _PROMPT_LOOK) if empty else text(field.words, _look(field))
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _kind(field: Input) -> str:
    if field.kind == "tick":
        return _checkbox(field)
    if field.kind == "choice":
        items = "".join(
            f'<w:listItem w:displayText="{_value(words)}" w:value="{_value(value)}"/>'
            for value, words in field.options
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    return {
        "date": _DATE,
        "time": _TIME,
        "long": '<w:text w:multiLine="1"/>',
        "text": "<w:text/>",
    }[field.kind]


def _checkbox(field: Input) -> str:
    states = "".join(
        f'<w14:{name} w14:val="{ord(glyph):04X}" w14:font="{_BOXES}"/>'
        for name, glyph in (("checkedState", TICKED), ("uncheckedState", UNTICKED))
    )
    on = f'<w14:checked w14:val="{int(field.ticked)}"/>'
    return f"<w14:checkbox {_W14}>{on}{states}</w14:checkbox>"


def _look(field: Input) -> str:
    if field.kind != "tick":
        return ""
    faces = " ".join(f'w:{use}="{_BOXES}"' for use in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {faces}/>"


def _short(label: str, ending: str) -> str:
    """Cut a label to what Word takes, between words."""
    room = LONGEST_NAME - len(ending)
    if len(label) > room:
        label = label[: room - 1].rpartition(" ")[0] + "…"
    return label + ending


def _value(words: str) -> str:
    """Write words as an attribute; straight quotes stay, because a tag may hold them."""
    return escape(words, quote=False).replace('"', "&quot;")
