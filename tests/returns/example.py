"""Write the filled-in forms that come with the example of an open case: python -m returns.example.

Run it in the folder tests, after a change to the form or to the example.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from artefacts.asking import EXAMPLES, nothing_sent
from cli.asking import Office, sgdocs
from forms.blanks import blank
from forms.filling import fill_word

__all__ = ["AGENCY", "FOLDER", "sent_form", "write"]

AGENCY = "haven-point-hospital"
FOLDER = EXAMPLES / "nel-open" / "returned"
_ANSWERS = {
    "involved_with=child-1": "child-1",
    "involved_with=mother": "mother",
    "completed_by.name.full": "Roderick Blyth",
    "completed_by.job_title": "Head of Safeguarding",
    "completed_by.email": "r.blyth@haven-point.example.org",
    "completed_by.phone": "01632 960602",
    "involved_from": "10/11/2026",
    "nature": "In-patient care after the injuries, and one earlier visit to the emergency "
    "department.\nNo safeguarding concern was recorded at that visit.",
    "facts": "Zofia was brought in by her aunt at 20:40. The account given did not explain the "
    "injuries.",
    "immediate_action": "She stays on the ward. Visits are supervised.",
    "chronology[0].date": "03/02/2025",
    "chronology[0].event": "Eye clinic: appointment missed, no reply to the letter.",
    "chronology[0].source": "Hospital record",
    "chronology[0].child_seen": "no",
    "chronology[1].date": "14/08/2025",
    "chronology[1].time": "17:15",
    "chronology[1].event": "Emergency department: a wrist was hurt in a fall. No X-ray change.",
    "chronology[1].source": "Hospital record",
    "chronology[1].outcome": "Discharged home with advice.",
    "chronology[1].child_seen": "yes",
    "chronology[2].date": "10/11/2026",
    "chronology[2].time": "20:40",
    "chronology[2].event": "Brought in by her aunt; admitted.",
    "chronology[2].source": "Hospital record",
    "chronology[2].child_seen": "yes",
    "child_voice": "She asked for her brother and for her own pillow.",
    "good_practice": "The ward arranged a Polish-speaking nurse within the hour.",
    "improvements": "Missed appointments of children in home education should be followed up.",
    "sign_off.name": "Roderick Blyth",
    "sign_off.role": "Head of Safeguarding",
    "sign_off.signed_on": "18/11/2026",
}
_NOTIFICATION = {
    "referral.referrer.name.full": "Bettina Crane",
    "referral.referrer.job_title": "Team Manager",
    "referral.referrer.organisation": "North East Lincolnshire Council",
    "referral.referrer.email": "b.crane@nel.example.org",
    "referral.referrer.phone": "01632 960641",
    "referral.submitted": "20/11/2026",
    "referral.safeguarding_lead.name.full": "Tamsin Orbell",
    "referral.safeguarding_lead.job_title": "Head of Service",
    "children[0].name.full": "Idris Fairweather",
    "children[0].name.known_as": "Iddy",
    "children[0].addresses[0].lines": "3 Marsh Row, Cleethorpes",
    "children[0].addresses[0].postcode": "ZZ9 3QD",
    "children[0].date_of_birth": "06/05/2024",
    "children[0].status_at_incident=child_in_need": "child_in_need",
    "children[0].sex": "male",
    "children[0].harm=seriously_harmed": "seriously_harmed",
    "family[0].name.full": "Morwenna Fairweather",
    "family[0].relationship": "mother",
    "family[0].date_of_birth": "1/9/2001",
    "family[0].lives_with_child": "yes",
    "events[incident_occurred].actual": "19/11/2026",
    "events[incident_occurred].actual#time": "18:30",
    "incident.place": "The family home",
    "events[la_aware].actual": "19/11/2026",
    "incident.in_area": "yes",
    "incident.outside_england": "no",
    "incident.details": "Idris was brought to hospital with burns.\nThe account changed twice.",
    "incident.abuse_or_neglect=suspected": "suspected",
    "incident.abuse_rationale": "The hospital's view is that the burns are a week old.",
    "incident.harm_rationale": "He will need a skin graft.",
    "agencies[0].name": "Haven Point Hospital",
    "agencies[0].manager.name.full": "Roderick Blyth",
    "agencies[0].manager.email": "r.blyth@haven-point.example.org",
    "agencies[1].name": "Health visiting, Freshney",
    "incident.immediate_action": "He is on the ward, and his mother stays with him.",
}
_FORGOTTEN = ("chronology[1].date", "completed_by.phone")


def sent_form(folder: Path) -> bytes:
    """Make the form as it goes out to the agency, in a workspace of its own."""
    office = Office(folder / "office")
    assert sgdocs("init", office.folder, "--procedure", "nel").code == 0
    text = nothing_sent((EXAMPLES / "nel-open" / "case.yaml").read_text(encoding="utf-8"))
    case = office.case(text.split("\nreturns:")[0] + "\n", "NEL-2026-021")
    made = office.run("build", case, "--only", "SCSI-5", "--as-of", "2026-11-16", "-o", "out")
    assert made.code == 0, made.err
    (form,) = office.folder.glob(f"out/**/{AGENCY}/*.docx")
    return form.read_bytes()


def write() -> None:
    """Write a form with two answers forgotten, one that is complete, and a notification."""
    FOLDER.mkdir(exist_ok=True)
    some = {name: said for name, said in _ANSWERS.items() if name not in _FORGOTTEN}
    with TemporaryDirectory() as folder:
        form = sent_form(Path(folder))
    (FOLDER / f"{AGENCY}.docx").write_bytes(fill_word(form, some))
    (FOLDER / f"{AGENCY}-second.docx").write_bytes(fill_word(form, _ANSWERS))
    blank_form = blank("SCSI-1").word
    (FOLDER / "notification.docx").write_bytes(fill_word(blank_form, _NOTIFICATION))


if __name__ == "__main__":
    write()
