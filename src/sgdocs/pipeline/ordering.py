"""Say what is to be made of one paper for one person, and make what belongs to no step."""

from functools import partial

from sgdocs.artefacts import AGENCY_ROLES, Addressee, Wanted, file_copy
from sgdocs.documents import Document, Maker, Order, Sender
from sgdocs.forms import FormIdentity
from sgdocs.paperfacts import CaseWide, Occasion, fields, figures, gather
from sgdocs.papers import Letterhead
from sgdocs.pipeline.enclosures import enclosures
from sgdocs.procedure import Artefact
from sgdocs.schedule import Row
from sgdocs.standing import Scheduled

__all__ = ["CALL_SHEET", "call_sheet", "order_for"]

CALL_SHEET = Artefact(id="CALL-SHEET", title="Calls to make", kind="record", made_by="unit")


def order_for(
    found: Scheduled,
    wanted: Wanted,
    to: Addressee,
    rows: tuple[Row, ...],
    wide: CaseWide | None = None,
) -> Order:
    """Order a paper; `rows` is the schedule as it stands once the paper has gone."""
    artefact, office = wanted.artefact, found.ground.partnership.office
    occasion = Occasion(artefact, wanted.row, to, rows, wanted.day)
    return Order(
        artefact=artefact,
        to=to,
        facts=gather(found, occasion, wide),
        letterhead=Letterhead(office.name, office.address, office.email, office.phone),
        day=wanted.day,
        marking=artefact.marking or found.marking,
        senders=partial(_sender, found),
        fields=partial(fields, found, occasion),
        figures=partial(figures, found, occasion),
        enclosures=partial(enclosures, found),
        roles=_roles(found, wanted, to),
        version=wanted.version,
        replaces=wanted.replaces,
        form=_form(found.case.reference, wanted, to),
    )


def call_sheet(found: Scheduled, maker: Maker) -> Document | None:
    """Make the list of calls that are due; nothing where none is."""
    to = file_copy(found)
    wanted = Wanted(CALL_SHEET, None, (to,), "", found.as_of.day)
    order = order_for(found, wanted, to, found.rows)
    return maker.make(order)[0] if order.facts["calls_due"] else None


def _form(reference: str, wanted: Wanted, to: Addressee) -> FormIdentity | None:
    """Say what a form is known by that an agency is to fill in and send back."""
    artefact, instance = wanted.artefact, wanted.row.instance if wanted.row else None
    if artefact.kind != "fillable" or artefact.made_by != "agency" or to.role not in AGENCY_ROLES:
        return None
    agency = instance.id if instance and instance.kind == "agency" else ""
    return FormIdentity(reference, artefact.id, agency, wanted.version)


def _sender(found: Scheduled, role: str) -> Sender | None:
    authority = found.case.get("authorities.incident", "")
    held = found.ground.partnership.contacts_for(role, found.as_of.day, authority)
    if not held:
        return None
    one = held[0]
    head = Letterhead(one.organisation, one.address, one.email, one.phone)
    return Sender(one.name, one.job_title, head)


def _roles(found: Scheduled, wanted: Wanted, to: Addressee) -> frozenset[str]:
    groups = wanted.row.recipients if wanted.row else ()
    theirs = (group for group in groups if to.role in found.procedure.members(group))
    return frozenset({to.role, *theirs})
