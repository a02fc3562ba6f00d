"""Statements and values as Word templates have them."""

from making.tags import Tag

__all__ = ["as_written", "statements"]

# What fills a template makes straight quotes of curly ones within tags; written so, they stay.
_QUOTES = {ord(quote): f"\\u{ord(quote):04x}" for quote in "‘’“”"}


def as_written(tag: Tag) -> str:
    """Give a tag as it stands among words."""
    return tag.text.translate(_QUOTES)


def statements(tag: Tag, level: str) -> tuple[str, ...]:
    """Give a statement that stands for its whole paragraph (p) or row (tr).

    A loop that fields deeper inside need the number of keeps it under a name.
    """
    written = f"{{%{level} {tag.inside.translate(_QUOTES)} %}}"
    loop = tag.loops[-1] if tag.loops and tag.inside.startswith("for ") else None
    if loop is None or not loop.numbered:
        return (written,)
    return written, f"{{%{level} set {loop.number} = loop.index0 %}}"
