"""What a Word form never holds: programs, other files, and anything fetched from elsewhere."""

import re

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive, harm_in

__all__ = ["require_harmless"]

_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"wordprocessingml\.(document|template)\.main\+xml\Z")


def require_harmless(archive: Archive) -> str:
    """Name the main part of a Word file that holds only words and pictures."""
    if why := harm_in(archive):
        raise refused(archive, why)
    for each in archive.xml(_TYPES).iter("{*}Override"):
        if _MAIN.search(str(each.get("ContentType", ""))):
            return str(each.get("PartName", "")).lstrip("/")
    raise InputRefused(
        "this is not a Word file that can be read.",
        where=archive.where,
        remedy="Ask for the form as it was sent, or save it in Word as .docx.",
    )


def refused(archive: Archive, why: str) -> InputRefused:
    """Refuse a file for what it holds."""
    return InputRefused(
        f"this form was not opened: {why}.",
        where=archive.where,
        remedy="Forms hold words only. Ask the agency, by telephone, whether it sent this, and to "
        "fill in the form that you sent.",
    )
