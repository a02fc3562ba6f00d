"""Make facts safe to stand in XML, or refuse what XML cannot hold."""

import re

from sgdocs.expressions.refusals import Fault

__all__ = ["escape_xml"]

# XML cannot hold some of these, and a document has no use for the others: papers refuse the same.
_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029"
_SPECIAL = re.compile(f"[&<>\"'\r{_REFUSED}]")
_BAD = re.compile(f"[{_REFUSED}]")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}


def escape_xml(text: str) -> str:
    """Write & and < as references; a control character would be lost in Word, so it is refused.

    Line ends of any kind become the one that XML keeps.
    """
    if not _SPECIAL.search(text):
        return text
    if _BAD.search(text):
        raise Fault(
            "holds a character that cannot be written in a document.",
            remedy="Retype the value in the case file.",
        )
    return _escaped(text)


def _escaped(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for character, reference in _REFERENCES.items():
        text = text.replace(character, reference)
    return text
