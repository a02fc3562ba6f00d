"""Begin a workspace, begin a case, find a case, bring an old one up to date."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sgdocs.casefile import Beginning, skeleton, upgrade
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.findings import Finding
from sgdocs.ledger import ledger_file
from sgdocs.pipeline.finding import CASE_NAMES, encrypted_cases
from sgdocs.pipeline.grounding import ground
from sgdocs.pipeline.scheduling import validate
from sgdocs.procedure import procedure_names
from sgdocs.reading import Document, dump, dump_json, parse, read_file, require_mapping
from sgdocs.schema import load_schema
from sgdocs.spelling import nearest
from sgdocs.storage import fault_in_name, locked, make_folder, write_file

__all__ = ["Upgraded", "init_workspace", "new_case", "planned_case", "upgrade_case"]

_FOLDERS = ("cases", "inbox", "letters", "templates", "procedures", "calendars", "build")
_IGNORED = "# What sgdocs makes; the files you write are the truth.\n.sgdocs/\nbuild/\n"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """An upgraded case file, and where the old one was kept."""

    path: Path
    kept: Path
    findings: tuple[Finding, ...]


def init_workspace(folder: Path, procedure: str, content: Content) -> tuple[Path, ...]:
    """Make a workspace: the partnership file to fill in, and the folders."""
    names = procedure_names(content)
    if procedure not in names:
        meant = nearest(procedure, names)
        advice = f" Did you mean {meant}?" if meant else ""
        raise UsageRefused(f"there is no such procedure.{advice} There are: {', '.join(names)}.")
    partnership = folder / "partnership.yaml"
    if partnership.exists():
        raise UsageRefused("there is a workspace here already.", where=str(partnership))
    make_folder(folder)
    for name in _FOLDERS:
        make_folder(folder / name)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        write_file(ignored, _IGNORED, exclusive=True)
    # Last, since it marks a workspace: what stops before can be begun again.
    source = content.path("partnerships", f"{procedure}.yaml")
    write_file(partnership, source.read_bytes(), exclusive=True)
    return (partnership, *(folder / name for name in _FOLDERS))


def new_case(content: Content, beginning: Beginning, as_of: Moment) -> Path:
    """Begin a case in the workspace, as a commented file that is valid as it stands."""
    path, text = planned_case(content, beginning)
    if ledger_file(path.parent).exists():
        raise UsageRefused(
            "a case that was disposed of had this reference.", where=str(path.parent)
        )
    _require_valid(text, str(path), content, as_of)
    make_folder(path.parent)
    write_file(path, text, exclusive=True)
    return path


def planned_case(content: Content, beginning: Beginning) -> tuple[Path, str]:
    """Say where a new case's file will be, and what will stand in it."""
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Make one first: sgdocs init.")
    fault = fault_in_name(beginning.reference)
    if fault:
        raise UsageRefused("a case's folder cannot have this reference as its name.", remedy=fault)
    begun = replace(beginning, receipt=_receipt(content, beginning))
    folder = content.workspace / "cases" / beginning.reference
    if any((folder / name).exists() for name in CASE_NAMES):
        raise UsageRefused("there is a case with this reference already.", where=str(folder))
    if beginning.reference in encrypted_cases(folder.parent):
        raise UsageRefused("a case with this reference is encrypted.", where=str(folder))
    return folder / "case.yaml", skeleton(load_schema(content, "case"), begun)


def _receipt(content: Content, beginning: Beginning) -> str:
    """Name the event that the receipt of this kind of referral is."""
    if beginning.procedure not in procedure_names(content):
        return beginning.receipt
    receipts = ground(content, beginning.procedure).book.receipts
    return receipts.get(beginning.pathway, beginning.receipt)


def _require_valid(text: str, name: str, content: Content, as_of: Moment) -> None:
    """Refuse a beginning that would make an invalid file, before anything is written."""
    validated = validate(parse(text, name=name, kind="yaml"), content, as_of)
    if validated.case is None:
        raise UsageRefused(validated.findings[0].message, remedy=validated.findings[0].remedy)


def upgrade_case(path: Path, content: Content, as_of: Moment) -> Upgraded:
    """Bring a case file to the present form; the old file is kept beside it."""
    path = path.resolve()  # a link is followed: what it leads to is the case
    _upgraded(read_file(path))
    with locked(path, owner="sgdocs upgrade"):
        document = read_file(path)  # again: it may have changed while another held the lock
        old = str(document.data.get("schema_version", "unknown"))
        data = _upgraded(document)
        text = dump(data) if document.kind == "yaml" else dump_json(data)
        kept = path.with_name(f"{path.stem}.v{old}{path.suffix}")
        if not (kept.exists() and kept.read_text(encoding="utf-8") == document.text):
            write_file(kept, document.text, exclusive=True)
        write_file(path, text)
    findings = validate(read_file(path), content, as_of).findings
    return Upgraded(path, kept, findings)


def _upgraded(document: Document) -> dict[str, Any]:
    require_mapping(document)
    data = upgrade(document.data, document.name)
    if data == document.data:
        raise UsageRefused("the file is in the present form already.", where=document.name)
    return data
