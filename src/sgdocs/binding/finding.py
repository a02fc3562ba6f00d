"""How a reader finds a place in the bound file: bookmarks, named places, links from the cover."""

from collections.abc import Sequence
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, NameTree, Object, Page, Pdf, String

from sgdocs.binding.marking import mark_of
from sgdocs.binding.opening import Source

__all__ = ["join_bookmarks", "join_places", "link_cover"]

_SCHEME = "paper:"


def join_bookmarks(whole: Pdf, sources: Sequence[Source]) -> Object:
    """Give each paper a bookmark, with the paper's own beneath."""
    root = whole.make_indirect(Dictionary(Type=Name.Outlines, Count=len(sources)))
    entries = [_bookmark(whole, source, root) for source in sources]
    for earlier, later in pairwise(entries):
        earlier.Next, later.Prev = later, earlier
    root.First, root.Last = entries[0], entries[-1]
    return root


def _bookmark(whole: Pdf, source: Source, root: Object) -> Object:
    """Make a bookmark of the paper's own list, so that what is in it need not be moved."""
    entry = source.root.get("/Outlines", None) or whole.make_indirect(Dictionary())
    if "/Type" in entry:
        del entry.Type
    if "/Count" in entry:
        entry.Count = -abs(int(entry.Count))
    entry.Title, entry.Parent = String(source.title), root
    entry.Dest = _top(source.pages[0])
    return entry


def join_places(whole: Pdf, sources: Sequence[Source]) -> Object:
    """Join the named places of all papers; their names are marked already."""
    joined = NameTree.new(whole)
    for number, source in enumerate(sources):
        places = source.root.get("/Names", Dictionary()).get("/Dests", None)
        for name, place in NameTree(places).items() if places is not None else ():
            joined[mark_of(number) + str(name)] = place
    return joined.obj


def link_cover(sources: Sequence[Source]) -> None:
    """Let each entry of the cover, set as a link to “paper:2”, lead to that paper."""
    cover, *papers = sources
    for page in cover.pages:
        for link in page.obj.get("/Annots", Array()):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(_SCHEME):
                paper = papers[int(address.removeprefix(_SCHEME)) - 1]
                del link.A
                link.Dest = _top(paper.pages[0])
                link.Contents = String(paper.title)


def _top(page: Page) -> Array:
    return Array([page.obj, Name.XYZ, 0, page.mediabox[3], 0])
