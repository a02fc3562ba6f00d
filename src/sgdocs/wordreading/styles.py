"""The house's styles by their names: a program that saves a file may give them other ids."""

from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from sgdocs.opening import parse_xml
from sgdocs.wordreading.names import W, attribute, child

__all__ = ["called_by_name", "style_names"]

_USES = ("pStyle", "tblStyle")


def called_by_name(body: etree._Element, names: Mapping[str, str]) -> None:
    """Let each use of a style say the style's name, as the house's own ids do: `ListBullet`."""
    for use in body.iter(*(f"{W}{name}" for name in _USES)):
        said = attribute(use)
        use.set(f"{W}val", names.get(said, said))


@lru_cache(maxsize=32)
def style_names(part: bytes, where: str) -> Mapping[str, str]:
    """Give the name of each style by its id; papers of one template have the same ones."""
    return {
        attribute(style, "styleId"): _without_spaces(attribute(child(style, "name")))
        for style in parse_xml(part, where, ours=True).iterfind(f"{W}style")
    }


def _without_spaces(name: str) -> str:
    """Write `list bullet` and `List Bullet` alike: programs differ in their capitals."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())
