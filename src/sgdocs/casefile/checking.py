"""Read a case file and give every finding at once: its shape first, then what no schema can say."""

from collections.abc import Iterator
from dataclasses import dataclass

from sgdocs import schema
from sgdocs.cache import remembered
from sgdocs.casefile.model import Case
from sgdocs.casefile.rules import RULES, Context, Fault
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, Severity, json_path, ordered
from sgdocs.reading import Document

__all__ = ["CaseRefused", "Checked", "check_rules", "check_shape"]

CURRENT = "1.0"
# Errors to put right that no date depends on: the schedule is shown, and they beside it.
_HARMLESS = frozenset(
    {"nhs-number", "shared-email", "decision-without-recommendation", "empty", "return-not-asked"}
)


class CaseRefused(InputRefused):
    """A case file with errors: nothing can be made from it until they are put right."""

    exit_code = 1

    def __init__(self, name: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"the case file has {len(findings)} finding(s)", where=name)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Checked:
    """A case file's findings, and the case where its shape is right."""

    case: Case | None
    findings: tuple[Finding, ...]


def check_shape(document: Document, content: Content) -> Checked:
    """Check a case file against the schema."""
    if older := _older(document):
        return Checked(None, (older,))
    # Of many cases each is looked at once: to keep a note of it takes longer than to look.
    cache = None if content.stamp else content.cache
    if remembered(cache, "shape", _made_from(document, content), lambda: _fits(document, content)):
        return Checked(Case(document.data, document), ())
    findings = schema.check(document, schema.load_schema(content, "case"))
    return Checked(None if findings else Case(document.data, document), findings)


def _fits(document: Document, content: Content) -> bool:
    # Only asked here, not explained: a hundred thousand faults take seconds to put into words.
    return bool(schema.load_schema(content, "case").gate.is_valid(document.data))


def _made_from(document: Document, content: Content) -> Iterator[bytes]:
    yield document.text.encode()
    for name in ("case", "agency-return"):
        yield content.path("schemas", f"{name}.schema.json").read_bytes()


def _older(document: Document) -> Finding | None:
    data = document.data
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version is None or version == CURRENT or not isinstance(version, str):
        return None
    place = document.place(("schema_version",))
    return Finding(
        "schema-version",
        "the file is in another version of the case file form than this program reads.",
        file=document.name,
        path="$.schema_version",
        line=place.line,
        column=place.column,
        remedy="For an older file run: sgdocs upgrade FILE. For a newer one, update sgdocs.",
    )


def check_rules(context: Context) -> Checked:
    """Check what no schema can say."""
    case = context.case
    faults = (fault for rule in RULES for fault in rule(context))
    findings = ordered(_finding(case.document, fault) for fault in faults)
    undatable = any(f.severity is Severity.ERROR and f.rule not in _HARMLESS for f in findings)
    return Checked(None if undatable else case, findings)


def _finding(document: Document, fault: Fault) -> Finding:
    place = document.place(fault.steps)
    return Finding(
        rule=fault.rule,
        message=fault.message,
        severity=fault.severity,
        file=document.name,
        path=json_path(fault.steps),
        line=place.line,
        column=place.column,
        remedy=fault.remedy,
        suggestion=fault.suggestion,
    )
