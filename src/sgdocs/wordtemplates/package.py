"""Which parts of a Word file print something, and what its properties say of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive, harm_in
from sgdocs.papers import Member, not_word, parsed
from sgdocs.wordtemplates.losses import refuse_unfit

__all__ = ["CORE", "Kind", "Properties", "printed_parts", "properties", "refuse_harm", "tags_in"]

Kind = Literal["form", "record", "report"]

_KINDS: tuple[Kind, ...] = get_args(Kind)
CORE = "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_TYPE = re.compile(r"wordprocessingml\.(?P<word>\w+)(?:\.main)?\+xml|(?P<other>[\w-]+)\+xml$")
_PRINTED: Mapping[str, str] = {
    "document": "body",
    "template": "body",
    "header": "header",
    "footer": "footer",
    "footnotes": "footnotes",
    "styles": "styles",
    "core-properties": "properties",
}
_TAG = re.compile(r"\{[{%#]")
_MARKUP = re.compile(r"<[^>]*>")
_DC = "{http://purl.org/dc/elements/1.1/}"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_ROWS = re.compile(r"(\w+)=(\d+)")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a template says of itself (in Word: File, Info, Properties)."""

    title: str
    kind: Kind
    source: str
    rows: Mapping[str, int]


def printed_parts(members: Iterable[Member], where: str) -> dict[str, str]:
    """Give the parts that hold tags, each with its name in words; a body is always one.

    A tag in another part would stand in the file as it is, so it is refused.
    """
    members = tuple(members)
    kinds = _kinds(members, where)
    there = {member.name for member in members}
    printed = {n: _PRINTED[kind] for n, kind in kinds.items() if kind in _PRINTED and n in there}
    if "body" not in printed.values():
        raise not_word(where)
    tagged = {m.name for m in members if m.name.endswith(".xml") and _holds_tags(m)}
    for name in sorted(tagged - printed.keys()):
        raise InputRefused(
            f"a tag stands where nothing is printed: in {name}.",
            where=where,
            remedy="Comments and endnotes are not filled in; move it into the text.",
        )
    return {name: words for name, words in printed.items() if name in tagged or words == "body"}


def refuse_harm(data: bytes, where: str) -> None:
    """Refuse what would go out with every paper: programs, and files fetched from elsewhere."""
    if why := harm_in(Archive(data, where, "Word file")):
        raise InputRefused(
            f"this template cannot be used: {why}.",
            where=where,
            remedy="Copy its text into a new document that is made from the template we ship.",
        )


def tags_in(text: str) -> bool:
    """Say whether words hold a tag."""
    return bool(_TAG.search(text))


def properties(core: bytes, where: str) -> Properties:
    """Read what a template is called, what it is and where its form comes from."""
    root = parsed(core, where)
    said = {name: root.findtext(f"{_DC}{name}") or "" for name in ("title", "subject")}
    for words in root.itertext():
        refuse_unfit(words, f"{where}, its properties")
    rows = _ROWS.findall(root.findtext(_KEYWORDS) or "")
    return Properties(
        title=said["title"],
        kind=_kind(said["subject"], where),
        source=root.findtext(f"{_DC}description") or "",
        rows={name: int(number) for name, number in rows},
    )


def _kinds(members: tuple[Member, ...], where: str) -> dict[str, str]:
    types = next((m for m in members if m.name == _TYPES), None)
    if types is None:
        raise not_word(where)
    overrides = parsed(types.content(), where).iter("{*}Override")
    said = {each.get("PartName", "")[1:]: each.get("ContentType", "") for each in overrides}
    found = {name: _TYPE.search(kind) for name, kind in said.items()}
    return {name: kind["word"] or kind["other"] for name, kind in found.items() if kind}


def _holds_tags(member: Member) -> bool:
    text = member.content().decode(errors="replace")
    return ("{" in text and tags_in(_MARKUP.sub("", text))) or tags_in(text)


def _kind(said: str, where: str) -> Kind:
    for kind in _KINDS:
        if said == kind:
            return kind
    raise InputRefused(
        "the properties of this template do not say what it is.",
        where=where,
        remedy=f"Write {', '.join(_KINDS)} as its subject (File, Info, Properties).",
    )
