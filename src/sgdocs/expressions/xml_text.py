"""Make a fact safe to stand in XML, or refuse what XML cannot hold."""

import re

from sgdocs.expressions.refusals import Fault

__all__ = ["escape_xml"]

_SPECIAL = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}


def escape_xml(text: str) -> str:
    """Write & and < as references; a control character would be lost in Word, so it is refused."""
    return _SPECIAL.sub(_reference, text) if _SPECIAL.search(text) else text


def _reference(found: re.Match[str]) -> str:
    if found.group() not in _REFERENCES:
        raise Fault(
            "holds a character that cannot be written in a document.",
            remedy="Retype the value in the case file.",
        )
    return _REFERENCES[found.group()]
