"""The fields of a PDF by their names, where a dot parts a group from what is in it."""

from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Object, Pdf, String

__all__ = ["FieldTree"]

_OF_BOX = frozenset({"/AP", "/AS", "/MK", "/F"})


@dataclass(slots=True)
class FieldTree:
    """Fields and their groups; a field that stands in two places has two boxes."""

    pdf: Pdf
    roots: list[Object] = field(default_factory=list)
    _known: dict[str, Object] = field(default_factory=dict)

    def put(self, name: str, box: Object, told: dict[str, Any]) -> None:
        """Make a box the field of a name, or one more box of it."""
        if name in self._known:
            self._join_box(name, box, told)
            return
        group, _, last = name.rpartition(".")
        box.T = String(last)
        for key, value in told.items():
            box[key] = value
        self._join(group, box)
        self._known[name] = box

    def _join(self, group: str, one: Object) -> None:
        if not group:
            self.roots.append(one)
            return
        if group not in self._known:
            before, _, last = group.rpartition(".")
            made = self.pdf.make_indirect(Dictionary(T=String(last), Kids=Array()))
            self._known[group] = made
            self._join(before, made)
        one.Parent = self._known[group]
        one.Parent.Kids.append(one)

    def _join_box(self, name: str, box: Object, told: dict[str, Any]) -> None:
        known = self._known[name]
        if "/Kids" not in known:
            known = self._parted(name, known, told)
        for key in _OF_BOX & told.keys():
            box[key] = told[key]
        box.Parent = known
        known.Kids.append(box)

    def _parted(self, name: str, box: Object, told: dict[str, Any]) -> Object:
        """Part a field from its one box, so that it can have another."""
        whole = self.pdf.make_indirect(Dictionary(T=box.T, Kids=Array([box])))
        del box.T
        for key in told.keys() - _OF_BOX:
            whole[key] = box[key]
            del box[key]
        around = box.Parent.Kids if "/Parent" in box else self.roots
        around[[one.objgen for one in around].index(box.objgen)] = whole
        if "/Parent" in box:
            whole.Parent = box.Parent
        box.Parent = whole
        self._known[name] = whole
        return whole
