"""`sgdocs check`: prove that templates match the schema, before anybody uses them."""

from pathlib import Path

import click

from sgdocs.checking import RULES, Wish, check_drift, check_files
from sgdocs.checking.reports import FORMATS, report
from sgdocs.cli.options import content_for
from sgdocs.cli.printing import deliver
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.provingall import prove_all

__all__ = ["command"]

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("check")
@click.option("--schema", "-s", type=_FILE, help="The JSON Schema that the data follow.")
@click.option("--template", "-t", "templates", type=_FILE, multiple=True, help="A template.")
@click.argument("more", nargs=-1, type=_FILE, metavar="[TEMPLATE]...")
@click.option("--env", type=_FILE, help="The filters, tests and globals of another program.")
@click.option("--against", type=_FILE, help="The old schema: say only what the new one breaks.")
@click.option("--coverage", is_flag=True, help="Say which fields of the schema no template uses.")
@click.option("--data", type=_FILE, multiple=True, help="With --against: a file to hold to both.")
@click.option("--deep", is_flag=True, help="Render each template with valid cases, and compare.")
@click.option("--cases", default=40, show_default=True, help="With --deep: how many for each.")
@click.option("--notes", is_flag=True, help="Show notes too, where a whole workspace is checked.")
@click.option("--off", multiple=True, metavar="RULE", help="Leave a rule out.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to report."
)
@click.option("--output", "-o", type=_FILE, help="Write to this file.")
def command(
    schema: Path | None,
    templates: tuple[Path, ...],
    more: tuple[Path, ...],
    env: Path | None,
    against: Path | None,
    coverage: bool,
    data: tuple[Path, ...],
    deep: bool,
    cases: int,
    notes: bool,
    off: tuple[str, ...],
    form: str,
    output: Path | None,
) -> int:
    """Check Word and Markdown templates against a JSON Schema.

    The templates are run on what the schema says, not on data: every field that may be missing,
    every word of a list is looked at. Nothing is printed of any case. Without a schema, the
    procedures, letters, Word templates, schemas, partnership files and examples of this workspace
    are checked, or the letters and templates that are named, as letters/rr-invite.md.
    """
    unknown = [rule for rule in off if rule not in RULES]
    if unknown:
        raise UsageRefused(f"there is no rule “{unknown[0]}”.", remedy=", ".join(RULES))
    every = [*templates, *more]
    wish = Wish(env, coverage, cases if deep else 0, data)
    if schema is None and not (env or data):
        proof = prove_all(content_for(), [p.as_posix() for p in every], against=against, wish=wish)
        every, found = [Path(file) for file in proof.files], proof.shown(notes=notes or coverage)
    elif schema is None or not every:
        raise UsageRefused("name a schema and a template.", remedy="--schema S --template T")
    elif against is None:
        found = check_files(schema, every, wish)
    else:
        found = check_drift(schema, against, every, wish)
    kept = [f for f in found if f.rule not in off]
    deliver(report(kept, [str(path) for path in every], form), output)
    return int(any(f.severity != "note" for f in kept))
