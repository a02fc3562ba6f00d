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

    @property
    def size(self) -> tuple[float, float]:
        """Give how wide and how high it is."""
        left, low, right, high = (float(side) for side in self.link.Rect)
        return round(right - left, 2), round(high - low, 2)

    def as_box(self) -> Object:
        """Turn the link into the box of a field, where it is and as it is tagged."""
        box = self.link
        for key in ("/A", "/Contents", "/Border"):
            if key in box:
                del box[key]
        box.Subtype, box.F, box.P = Name.Widget, _PRINTED, self.page
        self.tag.S = Name.Form
        return box


def places(pdf: Pdf) -> Iterator[Place]:
    """Find the places of fields, page by page."""
    tags = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for page in pdf.pages:
        for link in page.obj.get("/Annots", Array()):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(_LINK):
                tag = tags[int(link.StructParent)]
                yield Place(address.removeprefix(_LINK), link, page.obj, tag)
