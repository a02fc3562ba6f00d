"""What rendering showed, held against what the check said of a template."""

from collections.abc import Iterator, Sequence

from sgdocs.checking.findings import Finding
from sgdocs.checking.oracle.trials import Break, Trial

__all__ = ["disagreements"]

# What these rules say breaks a template whenever the place is reached.
_CLAIMS = frozenset(
    {
        *("syntax", "unclosed", "unopened", "overlap", "unknown-tag", "include-missing"),
        *("unknown-filter", "unknown-test", "optional-unguarded", "maybe-empty", "not-callable"),
    }
)
_RAW = {
    "an object": ("prints-object", "filter-misuse"),
    "a list": ("prints-list", "filter-misuse", "needs-list"),
    "null": ("prints-null", "null-unguarded", "optional-unguarded", "unknown-field"),
}


def disagreements(
    file: str, findings: Sequence[Finding], trial: Trial, *, claims: bool = True
) -> Iterator[Finding]:
    """Say what broke and was not found, what was found and never broke, what prints as no words.

    `claims` is left out where what is missing is let pass.
    """
    lined = file.endswith((".md", ".txt")) and not _reached_from_afar(findings)
    for broken in trial.breaks.values():
        if not any(_speaks_of(f, broken, lined=lined) for f in findings):
            yield _missed(file, broken)
    claimed = [f for f in findings if f.rule in _CLAIMS and f.severity == "error"]
    if claims and claimed and not trial.breaks:
        message = f"this was found, but none of {trial.cases} valid cases broke the template"
        first = claimed[0]
        place = (first.part, first.heading, first.table_row, first.line, first.text)
        yield Finding("disagreement", "error", file, *place, first.path, message)
    for kind in sorted(trial.raw):
        if not any(f.rule in _RAW[kind] for f in findings) and not trial.breaks:
            message = f"{kind} was printed as it is with a valid case, and nothing was found"
            yield Finding("disagreement", "error", file, *("body", "", "", 0, ""), "", message)


def _reached_from_afar(findings: Sequence[Finding]) -> bool:
    return any(f.in_file or "(in the " in f.message for f in findings)


def _speaks_of(finding: Finding, broken: Break, *, lined: bool) -> bool:
    """Say whether a finding tells of a break: in its line where lines are sure."""
    return not lined or broken.always or not broken.line or finding.line == broken.line


def _missed(file: str, broken: Break) -> Finding:
    message = f"a valid case breaks this ({broken.what}), and nothing was found"
    place = (broken.part, "", "", broken.line, "")
    return Finding("disagreement", "error", file, *place, "", message)
