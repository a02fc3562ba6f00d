"""The house's styles by their names: a program that saves a file may give them other ids."""

from collections.abc import Mapping

from lxml import etree

from sgdocs.wordreading.names import W, attribute, child

__all__ = ["called_by_name"]

_USES = ("pStyle", "tblStyle")


def called_by_name(body: etree._Element, styles: etree._Element | None) -> None:
    """Let each use of a style say the style's name, as the house's own ids do: `ListBullet`."""
    names = _names(styles)
    for use in body.iter(*(f"{W}{name}" for name in _USES)):
        said = attribute(use)
        use.set(f"{W}val", names.get(said, said))


def _names(styles: etree._Element | None) -> Mapping[str, str]:
    if styles is None:
        return {}
    return {
        attribute(style, "styleId"): _without_spaces(attribute(child(style, "name")))
        for style in styles.iterfind(f"{W}style")
    }


def _without_spaces(name: str) -> str:
    """Write `list bullet` and `List Bullet` alike: programs differ in their capitals."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())
