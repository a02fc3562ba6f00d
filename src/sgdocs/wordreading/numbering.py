"""Numbers of lists: one that counts on from another is the same list."""

from lxml import etree

from sgdocs.wordreading.names import W, attribute, child

__all__ = ["counted_on"]


def counted_on(body: etree._Element, numbering: etree._Element | None) -> None:
    """Give entries that count on the number of the list they belong to.

    LibreOffice begins a list with one number, which restarts the count, and goes on with another.
    """
    if numbering is None:
        return
    patterns = {
        attribute(use, "numId"): attribute(child(use, "abstractNumId"))
        for use in numbering.iterfind(f"{W}num")
    }
    restarting = {
        attribute(use, "numId")
        for use in numbering.iterfind(f"{W}num")
        if child(use, "lvlOverride", "startOverride") is not None
    }
    begun: dict[str, str] = {}
    for entry in body.iter(f"{W}numId"):
        number = attribute(entry)
        pattern = patterns.get(number, number)
        if number in restarting:
            begun[pattern] = number
        entry.set(f"{W}val", begun.get(pattern, number))
