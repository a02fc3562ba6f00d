"""Make a fact safe to stand in XML, or refuse what XML cannot hold."""

import re

from sgdocs.expressions.refusals import Fault

__all__ = ["escape_xml"]

# Besides what XML cannot hold: the control characters that papers refuse too.
_SPECIAL = re.compile(
    "[&<>\"'\t\n]|\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]"
)
_REFERENCES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&#34;",
    "'": "&#39;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r\n": "&#10;",
    "\r": "&#10;",
}


def escape_xml(text: str) -> str:
    """Write & and < as references; a control character would be lost in Word, so it is refused.

    A line end and a tab become references too: XML would turn them into spaces in places.
    """
    return _SPECIAL.sub(_reference, text) if _SPECIAL.search(text) else text


def _reference(found: re.Match[str]) -> str:
    if found.group() not in _REFERENCES:
        raise Fault(
            "holds a character that cannot be written in a document.",
            remedy="Retype the value in the case file.",
        )
    return _REFERENCES[found.group()]
