"""Template tags inside a line of Word text, as docxtpl makes them ready for Jinja."""

import re

__all__ = ["TAG", "escaped", "lifted", "open_tag", "readied"]

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPEN = re.compile(r"\{(?:\{(?:(?!\}\}).)*|%(?:(?!%\}).)*|#(?:(?!#\}).)*)$", re.DOTALL)
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_SPECIAL = re.compile(r"\{%\s*(?:vm|hm)\s*%\}")
_SHADED = re.compile(r"\{%\s*(?:colspan|cellbg)\s+([^%]*)%\}")
_RUN = re.compile(r"(\{\{|\{%)r\s")


def open_tag(text: str) -> bool:
    """Say whether a tag is begun and not ended."""
    return _OPEN.search(TAG.sub("", text)) is not None


def readied(text: str) -> str:
    """Give a line as Jinja will see it: quotes straight, & escaped, docxtpl's own tags resolved."""
    text = _SHADED.sub(r"{{ \1}}", _SPECIAL.sub("", text))
    return TAG.sub(lambda tag: _ready(tag.group()), text)


def _ready(tag: str) -> str:
    if tag.startswith("{#"):
        return tag
    return _RUN.sub(r"\1 ", tag).replace("&", "&amp;").translate(_QUOTES)


def lifted(text: str, kind: str, *, braces: bool = False) -> tuple[str, str] | None:
    """Find the tag that takes the place of its paragraph, row or cell, and what is lost beside it.

    docxtpl lets the last such tag stand for the whole, and passes over one with braces inside.
    """
    inside = r"(?:(?!%\}|\}\}).)*" if braces else r"[^}%]*"
    found = list(re.finditer(rf"(\{{%|\{{\{{){kind} ({inside}(?:%\}}|\}}\}}))", text))
    if not found:
        noted = list(re.finditer(rf"\{{#{kind} [^}}#]*#\}}", text))
        if not noted:
            return None
        last = noted[-1]
        return "", text[: last.start()] + text[last.end() :]
    last = found[-1]
    beside = text[: last.start()] + text[last.end() :]
    return f"{last[1]} {last[2]}", beside


def escaped(literal: str) -> bool:
    """Say whether a literal holds a character that Word has escaped."""
    return "&amp;" in literal
