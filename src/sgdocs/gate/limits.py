"""How much the gate looks at: what is larger is refused, never looked at in part."""

__all__ = ["DEPTH", "EXPANDED", "FILE", "MEMBERS", "PAGES", "PART", "STRAYS", "TEXT"]

FILE = 40_000_000
"""Bytes of a file."""
EXPANDED = 200_000_000
"""Bytes of everything packed inside it."""
PART = 60_000_000
"""Bytes of one part."""
MEMBERS = 3_000
"""Parts of a Word file."""
DEPTH = 3
"""Files within files within files."""
PAGES = 1_500
STRAYS = 500
"""Places outside the order of a PDF file; one is enough to refuse it."""
TEXT = 20_000_000
"""Characters of text read from one file."""
