"""By which channel the words of a run reach a reader: seen, struck out, hidden, in white."""

from lxml import etree

__all__ = ["ASIDES", "CONTEXTS", "INVISIBLE", "run_channel"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

CONTEXTS = {
    "ins": "tracked insertion",
    "moveTo": "tracked insertion",
    "del": "tracked deletion",
    "delText": "tracked deletion",
    "moveFrom": "tracked deletion",
    "instrText": "field code",
    "delInstrText": "field code",
    "hyperlink": "hyperlink",
    "txbxContent": "text box",
    "textbox": "text box",
    "txBody": "text box",
    "Fallback": "fallback",
    "textpath": "text box",
    "binData": "embedded object",
    "posOffset": "drawing",
    "pctWidth": "drawing",
    "pctHeight": "drawing",
    "align": "drawing",
    "fldData": "form field",
    "rt": "ruby",
    "rPrChange": "tracked deletion",
    "ruby": "body text",
    "f": "formula",
    "chart": "chart",
}

INVISIBLE = frozenset({"tracked insertion", "tracked deletion", "hidden text", "white text"})
"""What one reader sees and another does not: a text is read with and without it."""


ASIDES = frozenset({"field code", "text box", "fallback", "drawing", "form field", "ruby"})
"""What stands in the midst of a line in the file, and beside it on the paper."""


def run_channel(run: etree._Element, channel: str) -> str:
    """Give the channel of a run's words, by its own look."""
    look = run.find(f"{_W}rPr")
    if look is None or channel in INVISIBLE:
        return channel
    for name in ("vanish", "webHidden", "specVanish"):
        mark = look.find(f"{_W}{name}")
        if mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off"):
            return "hidden text"
    colour = look.find(f"{_W}color")
    if colour is not None and _is_pale(colour.get(f"{_W}val", "")):
        return "white text"
    return channel


def _is_pale(colour: str) -> bool:
    """Say whether a colour can hardly be told from paper."""
    try:
        parts = [int(colour[i : i + 2], 16) for i in (0, 2, 4)]
    except ValueError:
        return False
    return len(colour) == 6 and min(parts) > 0xE0
