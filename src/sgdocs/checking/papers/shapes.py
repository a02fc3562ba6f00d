"""The schema of one paper: schemas/paper.schema.json, narrowed to what uses the paper."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sgdocs.checking.papers.forms import as_form
from sgdocs.checking.papers.sights import AROUND, FRAME, Frame, Sight
from sgdocs.checking.papers.uses import Use
from sgdocs.checking.types.alternatives import Type
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Place, Schemas
from sgdocs.content import Content
from sgdocs.paperfacts import vocabulary
from sgdocs.procedure import Procedure
from sgdocs.reading import read_file

__all__ = ["PaperTypes"]

_PAPER = "paper.schema.json"
_FORMS = ("case", "agency-return")
_INSTANCES = frozenset(
    {
        *("agency", "action", "child", "family_member"),
        *("option", "governance_meeting", "parallel_review"),
    }
)
_LETTERS = frozenset({"sender", "report_sha256"})
_FOR_OFFICE = frozenset(
    {
        *("returns", "nil_returns", "told_otherwise", "not_returned", "chronology", "timetable"),
        *("differences", "silences", "standings", "figures"),
        *("calls", "calls_due", "dispatches", "contacts", "timeliness", "timeliness_list"),
        *("meetings", "meeting", "actions", "parallel", "partners"),
    }
)
_OF_ONE_PAPER = {"certificate": "TIMESCALE-CERTIFICATE", "disposal": "DISPOSAL-CERTIFICATE"}
_FOR_AGENCY = {
    "case": {"$ref": f"{_PAPER}#/$defs/case_for_agency"},
    "children": {"type": "array", "items": {"$ref": f"{_PAPER}#/$defs/child_for_agency"}},
    "meeting": {"$ref": f"{_PAPER}#/$defs/meeting_for_agency"},
}
_TEXT = {"type": "string", "minLength": 1}
_PLAIN = {"type": "string"}
_DATES = {"$ref": f"{_PAPER}#/$defs/step_dates"}
_DAY = {"type": "string", "format": "date"}
Data = dict[str, Any]


class PaperTypes:
    """Gives what papers may print; what all have in common is worked out once."""

    def __init__(self, content: Content, instead: Mapping[str, Path] | None = None) -> None:
        self._content = content
        self._instead = instead or {}
        path = content.path("schemas", _PAPER)
        self._folder = path.parent
        self._paper: Data = read_file(self._path(_PAPER)).data
        # What other schemas refer to by name is defined with the case.
        self._defs = read_file(self._path("case.schema.json")).data["$defs"]
        schemas = self.schemas = Schemas(instead, (self._folder,))
        self.forms = tuple(self._held(schemas, name) for name in _FORMS)
        """The schemas of what forms ask for, as templates find it."""
        self._types = SchemaTypes(schemas)
        self.form: Data = _merged(self.forms)
        frame = _object({**AROUND, **FRAME}, FRAME)
        self._frame = Frame(self._types.of(frame, self._folder / "frame.json"))
        self._using: dict[tuple[int, ...], tuple[object, Data]] = {}
        self._fields = self._types.of(self.form, self._folder / "form.json")

    def _path(self, name: str) -> Path:
        """Give a schema’s file, or the one that is read in its place."""
        return self._instead.get(name) or self._content.path("schemas", name)

    def place(self, data: Data) -> Place:
        """Take a schema that stands by itself among the others."""
        return self.schemas.hold(data, self._folder / "alone.json")

    @property
    def whole(self) -> Type:
        """Give all that papers may print of a case, whoever they are for."""
        return self._types.of(self._paper, self._folder / _PAPER)

    def _held(self, schemas: Schemas, name: str) -> Data:
        path = self._path(f"{name}.schema.json")
        form = as_form(read_file(path).data, f"{name}.schema.json", self._defs)
        schemas.hold(form, self._folder / form["$id"])
        return form

    def sights(self, use: Use, *, letter: bool) -> Iterable[Sight]:
        """Give what a paper may print, for each kind of reader it has."""
        if use.for_agencies:
            yield self._sight(use, letter=letter, agency=True)
        if use.for_others:
            yield self._sight(use, letter=letter, agency=False)

    def _sight(self, use: Use, *, letter: bool, agency: bool) -> Sight:
        data = self.schema(use, letter=letter, agency=agency)
        place = self._folder / f"{use.artefact.id}-{letter}-{agency}.json"
        text = self._types.of(data, place)
        if letter:
            return Sight(text, text, self._fields, self._frame)
        around = _with(data, {**AROUND, **FRAME})
        whole = self._types.of(around, Path(f"{place}.around"))
        return Sight(text, whole, self._fields, self._frame)

    def schema(self, use: Use, *, letter: bool, agency: bool) -> Data:
        """Give the JSON Schema of what one paper may print."""
        left_out = (_INSTANCES - use.kinds) | (frozenset() if letter else _LETTERS)
        left_out |= _FOR_OFFICE if agency else frozenset()
        own_facts = {fact for fact, paper in _OF_ONE_PAPER.items() if paper == use.artefact.id}
        left_out |= _OF_ONE_PAPER.keys() - own_facts
        base = {k: v for k, v in self._paper["properties"].items() if k not in left_out}
        needed = {*self._paper["required"], *(use.always & _INSTANCES)}
        needed |= frozenset() if agency else _FOR_OFFICE
        needed |= own_facts | ({"sender"} if letter else frozenset())
        needed |= {"step"} if use.steps and not use.artefact.whole_case else frozenset()
        own = {**base, **self._of_procedures(use), **(_FOR_AGENCY if agency else {})}
        if not letter:
            own = {**FRAME, **own, "form": self.form}
            needed |= {*FRAME, "form"}
        return _object(own, needed)

    def _of_procedures(self, use: Use) -> Data:
        """Give what the procedures that use a paper have; most papers share theirs with others."""
        key = (*(id(procedure) for procedure in use.procedures), hash(use.dated))
        if key not in self._using:
            self._using[key] = (use, self._said_by(use))  # as long as it is kept, so are its ids
        return self._using[key][1]

    def _said_by(self, use: Use) -> Data:
        """Give the steps, events, terms and words of the procedures that use a paper."""
        using = use.procedures
        steps = sorted(step.replace("-", "_") for step in use.dated)
        return {
            "dates": _object(dict.fromkeys(steps, _DATES)),
            "events": _object(dict.fromkeys(sorted({e for p in using for e in p.events}), _DAY)),
            "words": self._words(using),
            "partnership": _object({"name": _TEXT, "terms": _terms(using)}, ("name", "terms")),
        }

    def _words(self, using: Iterable[Procedure]) -> Data:
        known = {word for p in using for word in vocabulary(self._content, p)}
        return _object(dict.fromkeys(sorted(known), _PLAIN), known)


def _terms(using: Iterable[Procedure]) -> Data:
    each = [frozenset(p.terms) for p in using]
    every = frozenset().union(*each)
    return _object(dict.fromkeys(sorted(every), _TEXT), every.intersection(*each))


def _merged(forms: Iterable[Data]) -> Data:
    """Give the fields of all forms together; the schemas share no name."""
    fields = {
        name: {"$ref": f"{form['$id']}#/properties/{name}"}
        for form in forms
        for name in form["properties"]
    }
    return _object(fields, {name for form in forms for name in form["required"]})


def _with(data: Data, more: Mapping[str, Any]) -> Data:
    return _object({**data["properties"], **more}, {*data["required"], *more})


def _object(fields: Mapping[str, Any], needed: Iterable[str] = ()) -> Data:
    return {
        "type": "object",
        "properties": dict(fields),
        "required": sorted(needed),
        "additionalProperties": False,
    }
