"""A short way for these tests to check a case, and to see which rules spoke and where."""

from textwrap import dedent

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline import validate
from sgdocs.reading import parse

__all__ = ["CHILD", "spoken"]

CHILD = "- {id: child-1, name: {full: unknown}, harm: died}"


def spoken(
    body: str,
    *,
    children: str = CHILD,
    procedure: str = "nel",
    pathway: str = "serious_incident",
    as_of: str = "2026-11-21",
) -> list[str]:
    """Give what the rules say of a case: `rule $.path`, in order."""
    text = (
        'schema_version: "1.0"\n'
        f"case: {{reference: SCI-1, procedure: {procedure}}}\n"
        f"referral: {{pathway: {pathway}}}\n"
        f"children:\n{children}\n{dedent(body)}"
    )
    if "\nevents:" not in f"\n{dedent(body)}":
        text += "\nevents: []\n"
    document = parse(text, name="case.yaml", kind="yaml")
    found = validate(document, Content(), parse_moment(as_of)).findings
    return [f"{f.rule} {f.path}" for f in found]
