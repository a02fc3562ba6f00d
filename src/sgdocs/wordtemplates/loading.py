"""Load a Word template by its name; one that was prepared before is not prepared again."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sgdocs.cache import remembered
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.expressions import Limits, compile_template
from sgdocs.papers import Member, not_word, read_members
from sgdocs.wordtemplates.filling import Part, WordTemplate
from sgdocs.wordtemplates.package import CORE, printed_parts, properties, refuse_harm
from sgdocs.wordtemplates.places import placed
from sgdocs.wordtemplates.preparing import patched_bare, prepared
from sgdocs.wordtemplates.structure import Shape, shape_of

__all__ = ["load_template", "prove_template"]

_FORM = b"2"  # another number when templates are prepared in another way
# A long report's XML is larger than any letter.
_LIMITS = Limits(source=10_000_000, output=50_000_000)
_LANDSCAPE = re.compile(r'<w:pgSz [^>]*w:orient="landscape"')
_FORM_TAG = re.compile(r"\{[{%][^}%]*\bform\b")
_FIGURE_TAG = re.compile(r"\{\{[^}]*\bfigures\.")
_AROUND = ("header", "footer", "properties", "styles")


def load_template(content: Content, name: str) -> WordTemplate:
    """Load a template by its name under templates/, the workspace's own first.

    Raises ExpressionRefused, naming the template and the place, where a tag cannot be read.
    """
    path = content.path("templates", name)
    try:
        status = path.stat()
        return _loaded(path, name, content.cache, (status.st_mtime_ns, status.st_size))
    except OSError:
        raise InputRefused(
            "this template could not be read.",
            where=f"templates/{name}",
            remedy="Close it in Word, and check that this account may read it.",
        ) from None


def prove_template(content: Content, name: str, sound: set[bytes]) -> None:
    """Refuse a template that could not be filled, but for what its tags say: `check` reads those.

    `sound` holds the parts of templates met before, since most share their headers.
    """
    where, data = f"templates/{name}", content.path("templates", name).read_bytes()
    members = {member.name: member for member in read_members(data, where)}
    if CORE not in members:
        raise not_word(where)
    properties(members[CORE].content(), where)
    made_from = (_FORM, _version(), data)

    def proved() -> list[str]:
        filled = _proved(members, where, sound)
        refuse_harm(data, where)
        return filled

    remembered(content.cache, "proof", made_from, proved)


def _proved(members: Mapping[str, Member], where: str, sound: set[bytes]) -> list[str]:
    """Give the parts that can be filled; one that cannot is prepared whole, to say its place."""
    printed = printed_parts(members.values(), where)
    try:
        for name in printed:
            raw = members[name].content()
            if raw not in sound:
                shape_of(patched_bare(raw, where), where)
                sound.add(raw)
    except InputRefused:
        _prepared(members, where)
        raise
    return list(printed)


@lru_cache(maxsize=128)
def _loaded(path: Path, name: str, cache: Path | None, _stamp: tuple[int, int]) -> WordTemplate:
    where, data = f"templates/{name}", path.read_bytes()
    members = {member.name: member for member in read_members(data, where)}
    if CORE not in members:
        raise not_word(where)
    about = properties(members[CORE].content(), where)

    def made() -> dict[str, Any]:
        parts = _prepared(members, where)
        refuse_harm(data, where)
        return parts

    sources = remembered(cache, "word", (_FORM, _version(), data), made)
    body = next(part["source"] for part in sources.values() if part["words"] == "body")
    return WordTemplate(
        file=where,
        kind=about.kind,
        source=about.source,
        landscape=bool(_LANDSCAPE.search(body)),
        has_fields=bool(_FORM_TAG.search(body)),
        has_figures=bool(_FIGURE_TAG.search(body)),
        rows=about.rows,
        members=tuple(members.values()),
        parts={name: _part(part, where) for name, part in sources.items()},
        title_template=compile_template(about.title, name=f"{where}, title"),
    )


@lru_cache(maxsize=1)
def _version() -> bytes:
    from importlib.metadata import version  # noqa: PLC0415 - it brings the mail room along

    return version("docxtpl").encode()


def _prepared(members: Mapping[str, Member], where: str) -> dict[str, Any]:
    styles = members.get("word/styles.xml")
    styled = styles is not None and b'w:styleId="PlaceholderText"' in styles.content()
    given: dict[str, Any] = {}
    for name, words in printed_parts(members.values(), where).items():
        place, raw = f"{where}, {words}", members[name].content()
        part = prepared(raw, place, styled=styled)
        with placed(place, part.places):
            shape = shape_of(part.source, place)
        given[name] = {
            "words": words,
            "source": part.source,
            "places": part.places,
            "hollow": shape.hollow,
            "drawings": shape.drawings,
        }
    return given


def _part(kept: Mapping[str, Any], where: str) -> Part:
    place = f"{where}, {kept['words']}"
    with placed(place, kept["places"]):
        template = compile_template(kept["source"], name=place, escape="word", limits=_LIMITS)
    shape = Shape(kept["hollow"], kept["drawings"])
    return Part(template, kept["places"], shape, kept["words"] in _AROUND)
