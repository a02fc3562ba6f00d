"""Join the papers' tags into one tree, in the order in which they are read."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, String

from sgdocs.binding.opening import Source
from sgdocs.errors import InputRefused

__all__ = ["join_tags"]


def join_tags(whole: Pdf, sources: Sequence[Source], shifts: Sequence[int]) -> Object:
    """Make one document whose parts are the papers; `shifts` is what their keys moved by."""
    trees = [source.root.StructTreeRoot for source in sources]
    root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    document.K = Array([tag for source in sources for tag in _parts(source, document)])
    root.K = Array([document])
    root.ParentTree = _parent_tree(whole, trees, shifts)
    root.ParentTreeNextKey = 1 + max(NumberTree(root.ParentTree))
    root.IDTree = _id_tree(whole, trees)
    for name in ("/RoleMap", "/ClassMap"):
        root[name] = _agreed(trees, name)
    return root


def _parts(source: Source, document: Object) -> Iterator[Object]:
    kids = source.root.StructTreeRoot.K
    for tag in kids if isinstance(kids, Array) else [kids]:
        if tag.S == "/Document":
            tag.S = Name.Part
        tag.P = document
        tag.T = String(source.title)
        tag.Lang = source.root.Lang
        yield tag


def _parent_tree(whole: Pdf, trees: Sequence[Object], shifts: Sequence[int]) -> Object:
    joined = NumberTree.new(whole)
    for tree, shift in zip(trees, shifts, strict=True):
        for key, tags in NumberTree(tree.ParentTree).items():
            joined[key + shift] = tags
    return joined.obj


def _id_tree(whole: Pdf, trees: Sequence[Object]) -> Object:
    joined = NameTree.new(whole)
    for tree in trees:
        if "/IDTree" in tree:
            for _, tag in NameTree(tree.IDTree).items():
                joined[str(tag.ID)] = tag
    return joined.obj


def _agreed(trees: Sequence[Object], name: str) -> Dictionary:
    """Join what names mean; papers of one office agree on it, or cannot be bound."""
    joined = Dictionary()
    for number, tree in enumerate(trees):
        for key, meaning in tree.get(name, Dictionary()).items():
            if key in joined and joined[key] != meaning:
                raise InputRefused(
                    "gives a tag another meaning than the papers before it.",
                    where=f"paper {number} of the bound file",
                    remedy="Make all its papers with the same version of the program.",
                )
            joined[key] = meaning
    return joined
