"""Prove the files beside letters and templates: schemas, partnerships, examples, their names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sgdocs import schema
from sgdocs.checking import Finding, whole_schema
from sgdocs.checking.types.schemas import Schemas
from sgdocs.content import Content
from sgdocs.errors import SgdocsError
from sgdocs.partnership import (
    PartnershipRefused,
    build_partnership,
    partnership_data,
    workspace_procedure,
)
from sgdocs.pipeline.finding import CASE_NAMES
from sgdocs.pipeline.lettertops import about, refused
from sgdocs.procedure import procedure_names
from sgdocs.reading import read_file
from sgdocs.spelling import nearest

__all__ = ["DataFiles", "data_files"]

_ENDINGS = {
    "letters": (".md", ".yaml"),
    "templates": (".docx", ".typ", ".html", ".yaml"),
    "procedures": (".yaml",),
    "partnerships": (".yaml",),
    "calendars": (".yaml",),
    "schemas": (".json",),
}
_PASSED_OVER = (".", "~", "README", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class DataFiles:
    """What was looked at, and what is wrong with it."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def data_files(content: Content) -> DataFiles:
    """Check the schemas, the partnership files, the calendar and the examples."""
    files: list[str] = []
    faults: list[Finding] = []
    for file, check in _checks(content):
        files.append(file)
        try:
            faults += check()
        except SgdocsError as refusal:
            faults.append(refused(file, refusal))
    return DataFiles(tuple(files), (*faults, *_misnamed(content)))


_Check = Callable[[], Iterator[Finding]]


def _checks(content: Content) -> Iterator[tuple[str, _Check]]:
    """Give each file to check, with how."""
    for name in content.names("schemas", ".schema.json"):
        yield f"schemas/{name}", partial(_of_schema, content, name)
    own = "partnership.yaml"
    if content.workspace is not None:
        yield own, partial(_of_own_partnership, content, own)
    for name in content.names("partnerships", ".yaml"):
        file = f"partnerships/{name}"
        yield file, partial(_of_partnership, content, file, name.removesuffix(".yaml"))
    for name in content.names("calendars", ".yaml"):
        yield f"calendars/{name}", partial(_of_calendar, content, f"calendars/{name}")
    for name in content.names("examples"):
        if name.rpartition("/")[2] in CASE_NAMES:
            yield f"examples/{name}", partial(_of_example, content, f"examples/{name}")


def _of_schema(content: Content, name: str) -> Iterator[Finding]:
    """Read it, follow all its references, and compile it."""
    import jsonschema_rs  # noqa: PLC0415 - compiled code, loaded by commands that validate

    schemas = Schemas(folders=(content.packaged_root() / "schemas",))
    whole = whole_schema(schemas.open(content.path("schemas", name)), schemas)
    if not jsonschema_rs.meta.is_valid(whole):
        yield about(f"schemas/{name}", "schema", "this is no sound JSON Schema (2020-12)")


def _of_own_partnership(content: Content, file: str) -> Iterator[Finding]:
    yield from _of_partnership(content, file, workspace_procedure(content))


def _of_partnership(content: Content, file: str, name: str) -> Iterator[Finding]:
    known = procedure_names(content)
    if name not in known:
        meant = nearest(name, known)
        yield about(file, "orphan", f"there is no procedure “{name}”", suggestion=meant)
        return
    if content.workspace is not None and "/" in file:  # it comes with the program
        content = Content(None, content.package)
    try:
        build_partnership(partnership_data(content, name))
    except PartnershipRefused as refusal:
        for f in refusal.findings:
            yield about(file, "partnership", f.message, line=f.line, path=f.path)


def _of_calendar(content: Content, file: str) -> Iterator[Finding]:
    document = read_file(content.path("calendars", file.partition("/")[2]), name=file)
    for f in schema.check(document, schema.load_schema(content, "calendar")):
        yield about(file, "calendar", f.message, line=f.line, path=f.path)


def _of_example(content: Content, file: str) -> Iterator[Finding]:
    document = read_file(content.path("examples", file.removeprefix("examples/")), name=file)
    for f in schema.check(document, schema.load_schema(content, "case")):
        yield about(file, "example", f.message, line=f.line, path=f.path)


def _misnamed(content: Content) -> Iterator[Finding]:
    """Say which files of the workspace nothing will ever read, for how they are called."""
    if content.workspace is None:
        return
    for kind, endings in _ENDINGS.items():
        folder = content.workspace / kind
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not _is_read(path, folder, endings):
                file = f"{kind}/{path.relative_to(folder).as_posix()}"
                wanted = f"{path.stem.lower()}{endings[0]}"
                message = f"nothing reads a file of this name here: names end in {endings[0]}"
                yield about(file, "file-name", message, suggestion=wanted)


def _is_read(path: Path, folder: Path, endings: tuple[str, ...]) -> bool:
    steps = path.relative_to(folder).parts
    if any(step.startswith(_PASSED_OVER) for step in steps):
        return True
    return path.name.endswith(endings)
