"""What a changed schema does to the papers and cases of a workspace."""

from pathlib import Path
from typing import Any

from sgdocs.checking import Finding, PaperTypes, broken, outdated, vanished
from sgdocs.checking.types.schemas import Schemas
from sgdocs.content import Content
from sgdocs.errors import SgdocsError, UsageRefused
from sgdocs.pipeline.finding import CASE_NAMES, case_files
from sgdocs.pipeline.lettertops import refused
from sgdocs.pipeline.proving import Proof, prove
from sgdocs.reading import read_file

__all__ = ["drift"]

_CASE = "case.schema.json"


def drift(content: Content, old: Path) -> Proof:
    """Say which papers a schema breaks that was `old` before, which cases, and what is not printed.

    The old schema stands in for the one of the workspace whose name or `$id` it has.
    """
    name = _named(content, old)
    instead = {name: old.resolve()}
    before, after = prove(content, instead=instead), prove(content)
    gone = vanished(before.seen, PaperTypes(content, instead).whole, PaperTypes(content).whole)
    found = [*broken(before.findings, after.findings), *gone]
    cases, unread = _cases(content) if name == _CASE else ({}, [])
    path = content.path("schemas", name)
    olds, news = Schemas(instead, (path.parent,)), Schemas()
    late = outdated(cases, (olds.open(path), olds), (news.open(path), news))
    return Proof((*after.files, *cases), (*found, *unread, *late), after.seen)


def _named(content: Content, old: Path) -> str:
    """Tell which schema a file is an older form of."""
    data = read_file(old).data
    called = str(data.get("$id", "")) if isinstance(data, dict) else ""
    known = content.names("schemas", ".schema.json")
    for name in (called.rpartition("/")[2], old.name):
        if name in known:
            return name
    raise UsageRefused(
        "this is no older form of a schema of this workspace.",
        where=str(old),
        remedy=f"Its $id or its name must be one of: {', '.join(known)}.",
    )


def _cases(content: Content) -> tuple[dict[str, Any], list[Finding]]:
    """Read every case of the workspace, and every example."""
    data: dict[str, Any] = {}
    unread: list[Finding] = []
    for file, path in _paths(content):
        try:
            data[file] = read_file(path, name=file).data
        except SgdocsError as refusal:
            unread.append(refused(file, refusal))
    return data, unread


def _paths(content: Content) -> list[tuple[str, Path]]:
    examples = [n for n in content.names("examples") if n.rpartition("/")[2] in CASE_NAMES]
    found = [(f"examples/{name}", content.path("examples", name)) for name in examples]
    if content.workspace is not None:
        own = case_files(content.workspace / "cases")
        found += [(path.relative_to(content.workspace).as_posix(), path) for path in own]
    return found
