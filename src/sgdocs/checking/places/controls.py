"""Fields to fill in (Word’s content controls): their tag, kind and choices."""

from typing import Any

from sgdocs.checking.places.pages import Control, Spot

__all__ = ["control_of"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {
    f"{_W}date": "date",
    f"{_W}text": "text",
    f"{_W}dropDownList": "choice",
    f"{_W}comboBox": "choice",
    f"{_W}richText": "text",
    "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox": "tick",
    "{http://schemas.microsoft.com/office/word/2012/wordml}repeatingSection": "rows",
}


def control_of(element: Any, spot: Spot) -> Control | None:
    """Read a field; one without a tag belongs to nobody."""
    properties = element.find(f"{_W}sdtPr")
    tag = None if properties is None else properties.find(f"{_W}tag")
    name = "" if tag is None else str(tag.get(f"{_W}val", "")).strip()
    if not name or "{" in name:
        return None
    kind = "text"
    choices: tuple[str, ...] = ()
    for part in properties:
        if part.tag in _KINDS:
            kind = _KINDS[part.tag]
            choices = tuple(_choices(part)) if kind == "choice" else ()
    return Control(spot, name, kind, choices)


def _choices(part: Any) -> list[str]:
    items = part.findall(f"{_W}listItem")
    named = [str(i.get(f"{_W}value", i.get(f"{_W}displayText", ""))) for i in items]
    return [name for name in named if name]
