"""Text made safe to print, to calculate with and to send: no control characters, one line."""

import re

__all__ = ["harmless", "one_line"]

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# Controls drive terminals and spoil XML; direction overrides show words in another order.
_UNWANTED = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

# A spreadsheet takes a cell that starts so for a formula; some take the full-width signs too.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    # A spreadsheet looks past whatever does not print, so what comes before a sign is no guard.
    begins = next((c for c in text if c.isprintable() and not c.isspace()), "")
    risky = text.startswith(_FORMULA_SIGNS) or (begins and begins in _FORMULA_SIGNS)
    return f"'{text}" if risky else text


def one_line(text: str) -> str:
    """Put text on one line without anything that does not print."""
    return _UNWANTED.sub("", _BREAKS.sub(" ", text))
