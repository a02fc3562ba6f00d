"""Short ways for these tests to write a case and to ask what follows from it."""

from textwrap import dedent

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.facts import Facts
from sgdocs.pipeline import schedule
from sgdocs.reading import parse
from sgdocs.schedule import Done

__all__ = ["FORMS", "RECEIVED", "act", "derived", "involved", "nel"]

RECEIVED = """
events: [{event: notification_received, actual: 2025-12-19}]
agencies:
  - {id: police, name: Invented Police, include: yes}
  - {id: school, name: Invented School, include: yes}
"""
FORMS = """
dispatches:
  - {artefact: SCSI-5, to: [agency], sent: 2025-12-23}
  - {artefact: SCSI-6, to: [agency], sent: 2025-12-23}
"""


def derived(procedure: str, body: str, *, as_of: str, pathway: str = "serious_incident") -> Facts:
    """Derive the facts of a small case on a day."""
    text = (
        'schema_version: "1.0"\n'
        f"case: {{reference: TEST-1, procedure: {procedure}}}\n"
        f"referral: {{pathway: {pathway}}}\n"
        "children: [{id: child-a, name: {full: unknown}, harm: seriously_harmed}]\n"
        f"{dedent(body)}"
    )
    document = parse(text, name="case.yaml", kind="yaml")
    day, latest = parse_moment(as_of), parse_moment("2028-12-31")
    return schedule(document, Content(), day, latest).facts


def involved(facts: Facts) -> dict[str, object]:
    """Give for each agency whether it is asked: yes, no, or ask a person."""
    return {p.instance.id: about["involved"] for p, about in facts.instance_values["agency"]}


def act(facts: Facts, step: str, who: str = "") -> Done:
    """Give what is recorded of a step."""
    return facts.done.get((step, who), Done())


def nel(more: str, *, as_of: str = "2026-03-02") -> Facts:
    """Derive the facts of a case received on 19 December 2025 with two agencies."""
    return derived("nel", RECEIVED + more, as_of=as_of)
