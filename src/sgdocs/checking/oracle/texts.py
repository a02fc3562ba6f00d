"""Texts that fit a schema: of a format, of a pattern, empty where that is allowed, and awkward."""

from typing import Any

from sgdocs.checking.oracle.patterns import word_for

__all__ = ["LANGUAGE", "texts_for"]

LANGUAGE = frozenset(["and", "else", "endfor", "endif", "for", "if", "in", "is", "not", "or"])
"""Words of templates that are no names."""
_WORDS = ("Aspen wood", "", "birch", "Cedar & Co <1>")
_SHAPED = {
    "date": ("2026-04-02", "2025-12-31", "2027-02-28"),
    "date-time": ("2026-04-02T14:30:00Z", "2025-12-31T00:00:00Z"),
    "moment": ("2026-04-02T14:30", "2025-12-31"),
    "time": ("14:30:00Z", "00:00:00Z"),
    "email": ("ash@example.org",),
    "uri": ("https://www.example.org/ash",),
    "uuid": ("6f1c2a44-7b19-4d55-9c40-0b1f2e3d4c5b",),
}


def texts_for(known: dict[str, Any]) -> list[str]:
    """Give some texts that fit, the plainest first."""
    least, most = known.get("minLength", 0), known.get("maxLength", 99_999)
    if known.get("format") in _SHAPED:
        return list(_SHAPED[known["format"]])
    if "pattern" in known:
        return [word_for(known["pattern"], least)]
    return [word[:most].ljust(least, "x") for word in _WORDS if word or not least]
