"""Fields to fill in as Word's content controls."""

from collections.abc import Mapping
from html import escape

from sgdocs.papers.model import Input, InputKind

__all__ = ["LONGEST_NAME", "PROMPTS", "REQUIRED", "TIME_MARK", "control", "name_of"]

LONGEST_NAME = 64  # Word refuses a file with a longer title or tag of a control
REQUIRED = " (required)"
TIME_MARK = "#time"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_GLYPHS = (
    '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol"/>'
)
_PROMPT_LOOK = '<w:rStyle w:val="PlaceholderText"/>'
PROMPTS: Mapping[InputKind, str] = {
    "text": "Click or tap to write",
    "long": "Click or tap to write",
    "date": "dd/mm/yyyy",
    "time": "hh:mm",
    "choice": "Choose an item",
}


def control(field: Input) -> str:
    """Write a field, with its answer or with a prompt in grey."""
    blank = not field.words
    shown = "<w:showingPlcHdr/>" if blank else ""
    look = _PROMPT_LOOK if blank else _GLYPHS if field.kind == "tick" else ""
    about = f"{_named('alias', _title(field))}{_named('tag', name_of(field))}{shown}"
    return (
        f"<w:sdt><w:sdtPr>{about}{_kind(field)}</w:sdtPr>"
        f"<w:sdtContent>{_run(field.words or PROMPTS[field.kind], look)}</w:sdtContent></w:sdt>"
    )


def name_of(field: Input) -> str:
    """Name a field in the file: a tick by its value too, a time apart from its day."""
    if field.kind == "tick":
        return f"{field.path}={field.options[0][0]}"
    return f"{field.path}{TIME_MARK}" if field.kind == "time" else field.path


def _title(field: Input) -> str:
    if not field.required:
        return field.label[:LONGEST_NAME]
    return field.label[: LONGEST_NAME - len(REQUIRED)] + REQUIRED


def _kind(field: Input) -> str:
    if field.kind == "tick":
        return (
            f'<w14:checkbox xmlns:w14="{_W14}"><w14:checked w14:val="{int(field.ticked)}"/>'
            '<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox>'
        )
    if field.kind == "choice":
        items = "".join(
            f"<w:listItem {_attribute('displayText', said)} {_attribute('value', value)}/>"
            for value, said in field.options
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    if field.kind == "date":
        return (
            '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return '<w:text w:multiLine="1"/>' if field.kind == "long" else "<w:text/>"


def _run(text: str, look: str) -> str:
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    lines = escape(text, quote=False).split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{about}{words}</w:r>"


def _named(element: str, value: str) -> str:
    return f"<w:{element} {_attribute('val', value)}/>"


def _attribute(name: str, value: str) -> str:
    # An apostrophe stays: between double quotes it is plain, and a template's tags need it.
    quoted = escape(value, quote=False).replace('"', "&quot;")
    return f'w:{name}="{quoted}"'
