"""`sgdocs validate`: every finding of case files at once."""

from pathlib import Path

import click

from sgdocs.cli.options import as_json, as_of, content_for, today
from sgdocs.cli.printing import print_findings, print_json
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.findings import Finding, has_errors
from sgdocs.pipeline.finding import case_files, copies_beside, find_case
from sgdocs.pipeline.scheduling import Validated, validate_case

__all__ = ["command"]


@click.command("validate")
@click.argument("cases", nargs=-1, required=True)
@as_of
@as_json
def command(cases: tuple[str, ...], as_of: Moment | None, json: bool) -> int:
    """Check case files and say every finding at once.

    CASES are files, their folders, references in this workspace, or a folder of many cases. One
    that cannot be read does not keep the others from being checked.
    """
    paths = [path for case in cases for path in _paths(case)]
    findings: list[Finding] = []
    references: dict[str, str] = {}
    code = 0
    for path in paths:
        try:
            checked = validate_case(Path(path), content_for(path), as_of or today())
            twice = _twice(checked, path, references)
            findings += (*checked.findings, *twice, *copies_beside(Path(path)))
        except SgdocsError as refused:
            code = max(code, refused.exit_code)
            findings.append(Finding("unreadable", refused.what, file=path, remedy=refused.remedy))
            click.echo(f"sgdocs: {refused}", err=True)
    if json:
        print_json([f.as_json() for f in findings])
    else:
        print_findings(f for f in findings if f.rule != "unreadable")
        if not findings:
            click.echo(f"{len(paths)} case(s): nothing to put right.")
    return code or int(has_errors(findings))


def _twice(checked: Validated, path: str, references: dict[str, str]) -> list[Finding]:
    """Find a reference that another case has already: their papers would be mixed."""
    if checked.case is None:
        return []
    first = references.setdefault(checked.case.reference, path)
    if first == path:
        return []
    place = checked.case.document.place(("case", "reference"))
    return [
        Finding(
            "duplicate-reference",
            "another case has the same reference.",
            file=path,
            path="$.case.reference",
            line=place.line,
            column=place.column,
            remedy=f"The other is {first}.",
        )
    ]


def _paths(case: str) -> list[str]:
    """Give the files meant: one case, or every case of a folder of cases."""
    try:
        return [str(find_case(case, content_for(case)))]
    except SgdocsError:
        many = [str(path) for path in case_files(Path(case))]
        if not many:
            raise
        return many
