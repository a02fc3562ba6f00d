"""What the parts of a package refer to, inside it and outside."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from sgdocs.gate.archive import Member
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Code, Manner
from sgdocs.gate.xml import parsed

__all__ = ["Relation", "relations_in"]

_FETCHED = ("image", "oleObject", "subDocument", "frame", "aFChunk", "audio", "video", "package")


@dataclass(frozen=True, slots=True)
class Relation:
    """One part that refers to another."""

    source: str
    target: str


def relations_in(part: Member, within: str, evidence: Evidence) -> Iterator[Relation]:
    """Give what a part refers to; addresses outside are handed on as text."""
    place = within + part.name
    root = parsed(part.data, "relationships", place, evidence)
    folder, _, base = part.name.replace("_rels/", "").rpartition("/")
    source = posixpath.join(folder, base.removesuffix(".rels"))
    for entry in root if root is not None else ():
        if not isinstance(entry.tag, str):
            continue
        target, kind = entry.get("Target", ""), entry.get("Type", "").rpartition("/")[2]
        channel = "hyperlink target" if kind == "hyperlink" else "relationship target"
        evidence.say(channel, place, target, Manner.LABEL)
        if entry.get("TargetMode") == "External":
            if kind in _FETCHED:
                evidence.refuse(Code.ELSEWHERE, "relationship target", place)
        else:
            whole = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            yield Relation(source, posixpath.normpath(whole).lstrip("/"))
