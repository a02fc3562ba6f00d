"""What can be read off one element of a Word part."""

from typing import Any

__all__ = ["MC", "W", "content_of", "row_of", "style_of", "text_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def content_of(control: Any) -> Any:
    found = control.find(f"{W}sdtContent")
    return () if found is None else found


def text_of(element: Any) -> str:
    """Give the words of an element without those of text boxes anchored in it."""
    words = []
    for part in element.iter(f"{W}t", f"{W}instrText", f"{W}tab"):
        if not any(a.tag == f"{W}txbxContent" for a in _up_to(part, element)):
            words.append("\t" if part.tag == f"{W}tab" else part.text or "")
    return "".join(words).strip()


def _up_to(part: Any, top: Any) -> list[Any]:
    above = []
    for ancestor in part.iterancestors():
        if ancestor is top:
            break
        above.append(ancestor)
    return above


def row_of(cell: Any) -> Any:
    return next(iter(cell.iterancestors(f"{W}tr")), None)


def style_of(paragraph: Any) -> str:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return ""
    if properties.find(f"{W}outlineLvl") is not None:
        return "outline"
    style = properties.find(f"{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))
