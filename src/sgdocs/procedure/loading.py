"""Load a procedure and the shared rules it stands on, or refuse it with its findings."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sgdocs import schema
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.expressions import Node, compile_condition
from sgdocs.findings import Finding
from sgdocs.procedure.versions import ProcedureBook
from sgdocs.reading import Document, read_file

if TYPE_CHECKING:
    from sgdocs.procedure.questions import World

__all__ = [
    "ProcedureRefused",
    "artefact_entries",
    "check_procedure",
    "condition_trees",
    "load_procedure",
    "procedure_data",
    "procedure_names",
]

Data = Mapping[str, Any]

_NOT_PROCEDURES = {"artefacts"}
_SHARED = re.compile(r"^shared: true\b", re.MULTILINE)


class ProcedureRefused(InputRefused):
    """A procedure file that cannot be used, with everything that is wrong with it."""

    def __init__(self, name: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            f"the procedure has {len(findings)} fault(s), the first: {findings[0].line_of_text()}",
            where=name,
            remedy="Put them right; sgdocs doctor looks at every file.",
        )
        self.findings = findings


@lru_cache(maxsize=8)
def procedure_names(content: Content) -> tuple[str, ...]:
    """Name the procedures there are, shared rules left out."""
    stems = (n.removesuffix(".yaml") for n in content.names("procedures", ".yaml"))
    found = (n for n in stems if n not in _NOT_PROCEDURES)
    return tuple(n for n in found if not _is_shared(content, n))


def load_procedure(content: Content, name: str) -> ProcedureBook:
    """Load a procedure by name."""
    data, shared = procedure_data(content, name)
    return ProcedureBook(data, shared)


def procedure_data(content: Content, name: str) -> tuple[Data, Mapping[str, Data]]:
    """Give the checked data of a procedure and of the shared rules it includes."""
    document = read_file(content.path("procedures", f"{name}.yaml"))
    shared = _shared(content, document.data)
    findings = check_procedure(document, shared, content)
    if findings:
        raise ProcedureRefused(document.name, findings)
    return document.data, {k: d.data for k, d in shared.items()}


def condition_trees(data: Data, shared: Mapping[str, Data]) -> dict[str, Node]:
    """Give the plain form of every condition, by its source: asking it then needs no parser."""
    return {
        source: compile_condition(source, name=name).tree
        for layer in (data, *shared.values())
        for name, condition in layer.get("conditions", {}).items()
        for source in (condition["test"], condition.get("undecided") or "false")
    }


def check_procedure(
    document: Document, shared: Mapping[str, Document], content: Content
) -> tuple[Finding, ...]:
    """Give every fault of a procedure file: its shape first, then what it refers to."""
    from sgdocs.procedure.coherence import incoherences  # noqa: PLC0415 - only for what is new

    shape = schema.load_schema(content, "procedure")
    for one in (document, *shared.values()):
        if faults := schema.check(one, shape):
            return faults
    return incoherences(document, {k: d.data for k, d in shared.items()}, _world(content))


def _world(content: Content) -> "World":
    from sgdocs.procedure.questions import World  # noqa: PLC0415 - only for what is new

    facts = schema.load_schema(content, "facts").root["properties"]
    return World(frozenset(entry["id"] for entry in artefact_entries(content)), facts)


def artefact_entries(content: Content) -> Sequence[Mapping[str, Any]]:
    """Give the list of every paper there is, as it is written."""
    document = read_file(content.path("procedures", "artefacts.yaml"))
    if findings := schema.check(document, schema.load_schema(content, "artefacts")):
        raise ProcedureRefused(document.name, findings)
    entries: Sequence[Mapping[str, Any]] = document.data["artefacts"]
    return entries


def _shared(content: Content, data: Any) -> dict[str, Document]:
    includes = data.get("includes", ()) if isinstance(data, dict) else ()
    names = [i["procedure"] for i in includes if isinstance(i, dict) and "procedure" in i]
    return {n: read_file(content.path("procedures", f"{n}.yaml")) for n in names}


def _is_shared(content: Content, name: str) -> bool:
    """Say whether a file is only rules for others to include, without reading all of it."""
    path = content.path("procedures", f"{name}.yaml")
    return bool(_SHARED.search(path.read_text(encoding="utf-8-sig", errors="replace")))
