"""Content controls as the fields of a form."""

from lxml import etree

from sgdocs.papers import REQUIRED, TIME_MARK, Input, InputKind
from sgdocs.wordreading.names import W, attribute, child

__all__ = ["as_input"]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TICKED = "yes"


def as_input(control: etree._Element) -> Input | None:
    """Give the field a content control is; nothing for one that only stands around words."""
    about = child(control, "sdtPr")
    name = attribute(child(about, "tag")) if about is not None else ""
    kind = _kind(about, name) if about is not None else None
    if about is None or kind is None:
        return None
    label = attribute(child(about, "alias"))
    path, _, value = name.removesuffix(TIME_MARK).partition("=")
    # LibreOffice leaves out what a control is called; a tick in its box is a tick all the same.
    options = ((value or _TICKED, label),) if kind == "tick" else _choices(about)
    return Input(
        path=path,
        kind=kind,
        label=label.removesuffix(REQUIRED),
        value=_value(control, about, kind, options),
        options=options,
        required=label.endswith(REQUIRED),
    )


def _kind(about: etree._Element, name: str) -> InputKind | None:
    if about.find(f"{_W14}checkbox") is not None:
        return "tick"
    if child(about, "dropDownList") is not None:
        return "choice"
    if child(about, "date") is not None:
        return "date"
    return _written_kind(about, name)


def _written_kind(about: etree._Element, name: str) -> InputKind | None:
    """Tell what is written in words; a form that was sent out has formatted text for a long one."""
    text = child(about, "text")
    if text is None:
        return "long" if child(about, "richText") is not None else None
    if name.endswith(TIME_MARK):
        return "time"
    return "long" if attribute(text, "multiLine") in ("1", "true") else "text"


def _choices(about: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple(
        (attribute(item, "value"), attribute(item, "displayText"))
        for item in about.iterfind(f"{W}dropDownList/{W}listItem")
    )


def _value(
    control: etree._Element,
    about: etree._Element,
    kind: InputKind,
    options: tuple[tuple[str, str], ...],
) -> str:
    if kind == "tick":
        checked = about.find(f"{_W14}checkbox/{_W14}checked")
        on = checked is not None and checked.get(f"{_W14}val") in ("1", "true")
        return options[0][0] if on else ""
    inside = child(control, "sdtContent")
    if inside is None or child(about, "showingPlcHdr") is not None:
        return ""
    said = "".join(_text(part) for part in inside.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}cr"))
    return {words: value for value, words in options}.get(said, said)


def _text(part: etree._Element) -> str:
    if part.tag == f"{W}t":
        return part.text or ""
    return "\t" if part.tag == f"{W}tab" else "\n"
