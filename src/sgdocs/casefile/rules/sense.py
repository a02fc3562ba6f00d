"""Things that cannot both be so: check digits, shared addresses, decisions out of turn."""

from collections.abc import Iterator
from typing import Any

from sgdocs.casefile.rules.context import Context, Fault, Steps
from sgdocs.dates import parse_moment
from sgdocs.findings import Severity

__all__ = [
    "dated_decisions",
    "decisions",
    "empty_text",
    "extensions",
    "nhs_numbers",
    "publication",
    "returns",
    "shared_email",
    "vetting",
]

_ELEVEN = 11
_VETTING = {
    "cv_received": "the CV was received",
    "insurance_confirmed": "the insurance was confirmed",
    "contract_agreed": "the contract was agreed",
}


def nhs_numbers(context: Context) -> Iterator[Fault]:
    """An NHS number ends in its check digit."""
    for steps, node in context.places:
        if steps and steps[-1] == "nhs_number" and isinstance(node, str) and not _checks(node):
            yield _nhs(steps)
        of_kind = type(node) is dict and node.get("kind") == "nhs_number"
        if of_kind and "value" in node and not _checks(str(node["value"])):
            yield _nhs((*steps, "value"))


def _nhs(steps: Steps) -> Fault:
    return Fault(
        "nhs-number",
        steps,
        "this is not a valid NHS number: its check digit is wrong.",
        "Compare it with the record; a digit is mistyped or two are swapped.",
    )


def _checks(text: str) -> bool:
    digits = [int(c) for c in text if c.isdigit()]
    if len(digits) != _ELEVEN - 1:
        return False
    total = sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False))
    return (_ELEVEN - total % _ELEVEN) % _ELEVEN == digits[-1]


def shared_email(context: Context) -> Iterator[Fault]:
    """Two agencies do not share one e-mail address unless it is marked as shared."""
    owners: dict[str, str] = {}
    for number, agency in enumerate(context.case.each("agencies")):
        for role in ("manager", "contact"):
            contact = agency.get(role, {})
            email = str(contact.get("email", "")).casefold()
            if not email or contact.get("shared_mailbox") == "yes":
                continue
            if owners.setdefault(email, agency["id"]) != agency["id"]:
                yield Fault(
                    "shared-email",
                    ("agencies", number, role, "email"),
                    "another agency has the same e-mail address.",
                    "Correct it, or mark both with shared_mailbox: yes.",
                )


def returns(context: Context) -> Iterator[Fault]:
    """A return comes from an agency that was asked, after it was asked."""
    sent = _first_sent(context)
    for number, back in enumerate(context.case.each("returns")):
        asked = sent.get(back["agency"], sent.get("agency"))
        if asked is None:
            yield Fault(
                "return-not-asked",
                ("returns", number, "agency"),
                "a return is recorded from an agency that no request was sent to.",
                "Record the request that was sent, or correct the agency.",
            )
        elif parse_moment(back["received"]).day < asked:
            yield Fault(
                "order",
                ("returns", number, "received"),
                "the return is recorded before the request was sent.",
                "Check both dates.",
            )


def _first_sent(context: Context) -> dict[str, Any]:
    """Give the day each agency was first sent anything."""
    found: dict[str, Any] = {}
    for entry in context.case.each("dispatches"):
        day = parse_moment(entry["sent"]).day
        for name in entry.get("to", ("agency",)):
            found[name] = min(found.get(name, day), day)
    return found


def decisions(context: Context) -> Iterator[Fault]:
    """The partners decide on a recommendation, each partner once."""
    case = context.case
    learning = case.get("referral.pathway") == "learning_request"
    if case.get("decision") and not learning and not case.get("rapid_review.recommendation"):
        yield Fault(
            "decision-without-recommendation",
            ("decision",),
            "a decision is recorded, and no recommendation.",
            "Fill in the recommendation under rapid_review.",
        )
    seen: set[str] = set()
    for number, partner in enumerate(case.get("decision.partners", ())):
        if partner["partner"] in seen:
            yield Fault(
                "duplicate",
                ("decision", "partners", number, "partner"),
                "this partner's response is recorded twice.",
                "Keep one.",
            )
        seen.add(partner["partner"])


def dated_decisions(context: Context) -> Iterator[Fault]:
    """A decision that is recorded has a day, and what follows it is counted from that day."""
    events = {e["event"] for e in context.case.each("events") if "actual" in e}
    done = {
        context.procedure.steps[d["step"]].marks
        for d in context.case.each("steps_done")
        if d["step"] in context.procedure.steps
    }
    if context.case.get("threshold.criteria_met") in ("yes", "no"):
        event = "criteria_agreed"
        marked = {step.marks for step in context.procedure.steps.values()}
        if event in marked and event not in events | done:
            yield Fault(
                "decision-without-date",
                ("threshold", "criteria_met"),
                "it is not recorded on which day the partners decided.",
                f"Record the event {event}.",
                severity=Severity.WARNING,
            )


def publication(context: Context) -> Iterator[Fault]:
    """Nothing is published before it is signed off."""
    happened = context.happened()
    if "publication" in happened and "report_signed_off" not in happened:
        yield Fault(
            "publication-without-sign-off",
            ("events", happened["publication"][0]),
            "publication is recorded, and no sign-off of the report.",
            "Record the event report_signed_off.",
        )


def extensions(context: Context) -> Iterator[Fault]:
    """An extension is later than the deadline it extends."""
    for number, action in enumerate(context.case.each("actions")):
        new = action.get("extension", {}).get("new_deadline")
        if new and new <= action["original_deadline"]:
            yield Fault(
                "order",
                ("actions", number, "extension", "new_deadline"),
                "the extended deadline is not after the original one.",
                "Check both dates.",
            )


def vetting(context: Context) -> Iterator[Fault]:
    """No case information goes to a reviewer before documents and contract are in order."""
    papers = context.case.get("review.reviewer.vetting", {})
    released = papers.get("information_released")
    if not released:
        return
    steps: Steps = ("review", "reviewer", "vetting", "information_released")
    for field, words in _VETTING.items():
        if papers.get(field, "9999") > released:
            yield Fault(
                "vetting",
                steps,
                f"information was released to the reviewer before {words}.",
                "Check the dates; the procedure asks for it first.",
                severity=Severity.WARNING,
            )


def empty_text(context: Context) -> Iterator[Fault]:
    """Text made only of spaces says nothing."""
    for steps, node in context.texts:
        if not node.strip():
            yield Fault(
                "empty",
                steps,
                "this is empty.",
                "Fill it in, or take the line out; write unknown for a child not named.",
            )
