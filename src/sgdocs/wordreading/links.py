"""What the body of a Word file points to: addresses outside it, and pictures in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sgdocs.opening import parse_xml

__all__ = ["Links", "links_in"]

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses and the parts with pictures, each by the name the body has for it."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=32)
def links_in(part: bytes, where: str) -> Links:
    """Read the list of what the body points to; papers of one template have the same one."""
    addresses, pictures = {}, {}
    for entry in parse_xml(part, where, ours=True).iterfind(_RELATIONSHIP):
        name, target = str(entry.get("Id")), str(entry.get("Target"))
        if entry.get("TargetMode") == "External":
            addresses[name] = target
        elif str(entry.get("Type", "")).endswith("/image"):
            pictures[name] = f"word/{target}"
    return Links(addresses, pictures)
