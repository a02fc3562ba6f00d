"""Load a partnership file, the workspace's own or the invented one that comes with a procedure."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sgdocs import schema
from sgdocs.content import WORKSPACE_MARK, Content
from sgdocs.dates import Closure, ReceiptSettings
from sgdocs.errors import InputRefused
from sgdocs.findings import Finding, json_path, ordered
from sgdocs.partnership.model import Contact, Office, Partnership, Retention, Route, Settings
from sgdocs.reading import Document, Steps, read_file, require_mapping, unseen_in

__all__ = [
    "PartnershipRefused",
    "build_partnership",
    "load_partnership",
    "partnership_data",
    "workspace_procedure",
]

Data = Mapping[str, Any]


class PartnershipRefused(InputRefused):
    """A partnership file that cannot be used, with everything that is wrong with it."""

    def __init__(self, name: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            f"the partnership file has {len(findings)} fault(s), the first: "
            f"{findings[0].line_of_text()}",
            where=name,
        )
        self.findings = findings


def load_partnership(content: Content, procedure: str) -> Partnership:
    """Load the workspace's partnership where it follows this procedure, else the built-in one."""
    return build_partnership(partnership_data(content, procedure))


def partnership_data(content: Content, procedure: str) -> Data:
    """Give the checked data of the partnership file a procedure's cases use."""
    document = _document(content, procedure)
    shape = schema.load_schema(content, "partnership")
    if findings := schema.check(document, shape) or _senseless(document):
        raise PartnershipRefused(document.name, findings)
    data: Data = document.data
    return data


def workspace_procedure(content: Content) -> str:
    """Name the procedure that the workspace's partnership follows; nothing without a workspace."""
    if content.workspace is None:
        return ""
    document = read_file(content.workspace / "partnership.yaml")
    require_mapping(document)
    return str(document.data.get("procedure", ""))


def _document(content: Content, procedure: str) -> Document:
    """Give the workspace's own file where it follows the procedure, else the built-in one."""
    if content.workspace is not None and (content.workspace / WORKSPACE_MARK).exists():
        document = read_file(content.workspace / WORKSPACE_MARK)
        require_mapping(document)
        follows = document.data.get("procedure")
        if f"{follows}.yaml" not in content.names("procedures", ".yaml"):
            place = document.place(("procedure",))
            raise InputRefused(
                "the partnership file does not say which procedure it follows.",
                where=f"{document.name}:{place.line}:{place.column}",
                remedy="Write procedure: and the name of one there is.",
            )
        if follows == procedure:
            return document
    return read_file(content.path("partnerships", f"{procedure}.yaml"))


def _senseless(document: Document) -> tuple[Finding, ...]:
    """Find contacts of one short name, what ends before it begins, and what cannot be seen."""
    data, seen = document.data, set()
    found = list(unseen_in(data))
    for number, contact in enumerate(data["contacts"]):
        if contact["id"] in seen:
            found.append((("contacts", number, "id"), "another contact has this short name."))
        seen.add(contact["id"])
        if contact.get("valid_to", "9999") < contact["valid_from"]:
            found.append((("contacts", number, "valid_to"), "this ends before it begins."))
    for number, closure in enumerate(data.get("settings", {}).get("closures", ())):
        if closure["last"] < closure["first"]:
            found.append((("settings", "closures", number), "this ends before it begins."))
    return ordered(_finding(document, steps, message) for steps, message in found)


def _finding(document: Document, steps: Steps, message: str) -> Finding:
    place = document.place(steps)
    return Finding(
        "partnership",
        message,
        file=document.name,
        path=json_path(steps),
        line=place.line,
        column=place.column,
    )


def build_partnership(data: Data) -> Partnership:
    """Turn validated partnership data into the model."""
    office, routing = data["office"], data.get("routing", {})
    routes = (
        Route(r["name"], r.get("notifier", ""), r.get("partnership", data["name"]))
        for r in routing.get("authorities", ())
    )
    return Partnership(
        name=data["name"],
        procedure=data["procedure"],
        office=Office(
            office["name"],
            tuple(office.get("address", ())),
            office["email"],
            office.get("phone", ""),
            office.get("hours", ""),
            office.get("signatory", ""),
        ),
        settings=_settings(data.get("settings", {})),
        contacts=tuple(_contact(c) for c in data["contacts"]),
        routes={r.authority: r for r in routes},
        cross_border=routing.get("cross_border", ""),
    )


def _settings(data: Data) -> Settings:
    cut_off = data.get("cut_off")
    return Settings(
        receipt=ReceiptSettings(
            cut_off=time.fromisoformat(cut_off) if cut_off else None,
            non_working=data.get("receipt_on_non_working_day", "counts_from_next_working_day"),
            after_cut_off=data.get("receipt_after_cut_off", "same_day"),
        ),
        closures=tuple(
            Closure(date.fromisoformat(c["first"]), date.fromisoformat(c["last"]), c["title"])
            for c in data.get("closures", ())
        ),
        marking=data.get("marking", "OFFICIAL-SENSITIVE"),
        child_style=data.get("child_style", "child_a"),
        folders=data.get("folders", "day"),
        long_silence_weeks=data.get("long_silence_weeks", 8),
        recovery_keys=tuple(data.get("recovery_keys", ())),
        retention=_retention(data.get("retention")),
    )


def _retention(data: Data | None) -> Retention | None:
    if data is None:
        return None
    return Retention(data["years"], tuple(data["closed_by"]), data.get("source", ""))


def _contact(data: Data) -> Contact:
    until = data.get("valid_to")
    return Contact(
        id=data["id"],
        role=data["role"],
        name=data["name"],
        job_title=data.get("job_title", ""),
        organisation=data.get("organisation", ""),
        email=data.get("email", ""),
        phone=data.get("phone", ""),
        address=tuple(data.get("address", ())),
        valid_from=date.fromisoformat(data["valid_from"]),
        valid_to=date.fromisoformat(until) if until else None,
        shared_mailbox=data.get("shared_mailbox") == "yes",
        partnership=data.get("partnership", ""),
    )
