"""Where the fields of a PDF belong: the links that were set there, which become their boxes."""

from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf

__all__ = ["Place", "places"]

_LINK = "field:"
_PRINTED = 1 << 2


@dataclass(frozen=True, slots=True)
class Place:
    """A link where a field belongs, with the tag by which a screen reader comes to it."""

    name: str
    link: Object
    page: Object
    tag: Object
    size: tuple[float, float]
    """How wide and how high it is."""

    def as_box(self) -> Object:
        """Turn the link into the box of a field, where it is and as it is tagged.

        Its tag leads to it without a list between. What is filled in or signed later changes the
        box, and those who judge whether an earlier signature still holds, such as pyHanko, know the
        change to be harmless only where they find the box by that path.
        """
        box = self.link
        for key in ("/A", "/Contents", "/Border"):
            if key in box:
                del box[key]
        box.Subtype, box.F, box.P = Name.Widget, _PRINTED, self.page
        self.tag.S = Name.Form
        if len(self.tag.K) == 1:
            self.tag.K = self.tag.K[0]
        return box


def places(pdf: Pdf) -> Iterator[Place]:
    """Find the places of fields, page by page."""
    tags = dict(NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
    for page in pdf.pages:
        for link in page.obj.get("/Annots", Array()):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(_LINK):
                name, tag = address.removeprefix(_LINK), tags[int(link.StructParent)]
                yield Place(name, link, page.obj, tag, _size(link))


def _size(link: Object) -> tuple[float, float]:
    left, low, right, high = map(float, link.Rect.as_list())
    return round(right - left, 2), round(high - low, 2)
