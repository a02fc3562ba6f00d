"""A newcomer's first case, from the notification to the Panel, through the pages alone.

The form comes in on Friday 20 November 2026. Working day 1 is Monday 23, the requests go out on
day 2 (Tuesday 24), the answers are due five working days later (Tuesday 1 December), the report
goes to the group on day 8 (Wednesday 2), the group meets on day 11 (Monday 7), the partners confer
on day 14 (Thursday 10), and the Panel has the record by day 15 (Friday 11).
"""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from cli.asking import sgdocs
from forms.filling import fill_pdf, fill_word
from sgdocs.dates import Moment, parse_moment
from sgdocs.pipeline.demonstration import demonstrate, demonstration
from sgdocs.reading import read_file
from web_browser.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

REFERENCE = "SCI-2026-040"
AGENCIES = {
    "hospital": ("Haven Point Hospital", "Roderick Blyth", "r.blyth@haven-point.example.org"),
    "police": ("Humberside Police", "Omar Dean", "o.dean@police.example.org"),
    "school": ("Star of the Sea Primary School", "Philippa Ashgrove", "head@star.example.org"),
}
ANSWERS = {
    "completed_by.job_title": "Head of Safeguarding",
    "completed_by.email": "office@agency.example.org",
    "completed_by.phone": "01632 960602",
    "involved_from": "10/11/2026",
    "nature": "Seen twice this autumn.",
    "facts": "The child was seen on 12 November 2026 and seemed well.",
    "chronology[0].date": "12/11/2026",
    "chronology[0].event": "Seen; nothing of note.",
    "chronology[0].source": "Own record",
    "chronology[0].child_seen": "yes",
    "sign_off.role": "Head of Safeguarding",
    "sign_off.signed_on": "27/11/2026",
}


def signed(name: str) -> dict[str, str]:
    """Give the answers that name who filled a form in."""
    return {
        "completed_by.name.full": name,
        "completed_by.job_title": "Head of Safeguarding",
        "completed_by.email": "office@agency.example.org",
        "completed_by.phone": "01632 960602",
        "sign_off.name": name,
        "sign_off.role": "Head of Safeguarding",
        "sign_off.signed_on": "27/11/2026",
    }


def words_of(data: bytes) -> str:
    """Read a PDF's words."""
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = parse_moment("2026-11-20T11:00")

    def __call__(self) -> Moment:
        """Say what time it is."""
        return self.now

    def set(self, text: str) -> None:
        """Let days go by."""
        self.now = parse_moment(text)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make the demonstration's workspace, as `sgdocs demo` does."""
    list(demonstrate(demonstration(), tmp_path / "office"))
    return tmp_path / "office"


@pytest.fixture
def case(folder: Path) -> Path:
    return folder / "cases" / REFERENCE / "case.yaml"


def _rows(folder: Path, clock: Clock) -> dict[str, dict]:
    said = sgdocs("schedule", REFERENCE, "--json", "--as-of", clock.now.text, at=folder)
    named = {}
    for row in said.json:
        if row["role"] == "binding":
            about = row["instance"]["id"] if row["instance"] else ""
            named.setdefault(f"{row['step']} {about}".strip(), row)
    return named


def _holds(folder: Path, clock: Clock) -> None:
    """See that the case is valid and its ledger as it was written."""
    said = sgdocs("validate", REFERENCE, "--as-of", clock.now.text, at=folder)
    assert said.code == 0, said.err
    said = sgdocs("verify", REFERENCE, at=folder)
    assert said.code == 0, said.err


def test_a_newcomer_leads_a_case_to_the_panel(
    newcomer: Person, folder: Path, clock: Clock, case: Path
) -> None:
    me = newcomer
    _look_around(me)
    _begin(me, folder, clock)
    _fill_in(me, folder, clock, case)
    _tell_the_partners(me, folder, clock)
    forms = _ask_the_agencies(me, folder, clock)
    _take_in_two(me, folder, clock, forms)
    _chase_the_third(me, folder, clock, forms)
    _collate(me, folder, clock)
    _record_the_meeting(me, folder, clock, case)
    _record_the_decision(me, folder, clock, case)
    _send_to_the_panel(me, folder, clock)
    _plan_a_change(me, folder, clock)
    assert me.wrong == {}


def _look_around(me: Person) -> None:
    assert "NEL-2026-021" in me.main
    me.stage("01-cases")


def _begin(me: Person, folder: Path, clock: Clock) -> None:
    me.menu("Begin a case")
    me.write({"Case reference": REFERENCE, "How many children": "1"})
    me.choose("What is asked for?", "A serious incident is notified")
    me.choose("What happened?", "Seriously harmed")
    me.on("When was it received?", "20 11 2026", "10:15")
    me.stage("02-begin")
    me.press("Begin")
    assert "The case is begun" in me.main
    me.stage("03-begun")
    _holds(folder, clock)


def _fill_in(me: Person, folder: Path, clock: Clock, case: Path) -> None:
    me.go("Details")
    me.stage("04-details")
    me.go("The case", exact=True)
    me.write({"Panel reference": "SIN-0177-26"})
    me.press("Save")
    me.go("Children")
    me.go("unknown")
    me.write({"Full name": "Ottilie Penhaligon"})
    me.stage("05-child")
    me.press("Save")
    me.part("Details")
    me.go("Incident")
    me.choose("Abuse or neglect", "Suspected")
    me.write({"Summary for letters": "A child was seriously harmed on 19 November 2026."})
    me.press("Save")
    for short, (name, manager, email) in AGENCIES.items():
        me.part("Details")
        me.go("Agencies")
        me.go("Add")
        me.write({"Short name": short})
        me.page.get_by_label("Agency", exact=True).fill(name)
        me.choose("Ask this agency", "Yes")
        me.unfold("Manager")
        me.write({"Full name": manager, "E-mail address": email})
        if short == "school":
            me.stage("06-agency")
        me.press("Save")
    me.part("Dates")
    me.stage("07-dates")
    assert "Mon 23 Nov 2026" in me.main
    assert read_file(case).data["agencies"][2]["manager"]["email"] == "head@star.example.org"
    _holds(folder, clock)


def _tell_the_partners(me: Person, folder: Path, clock: Clock) -> None:
    clock.set("2026-11-23T09:10")
    me.menu("Today")
    me.stage("08-today")
    me.go(REFERENCE)
    me.go("Papers")
    me.stage("09-papers")
    me.press("Prepare today’s outbox")
    me.stage("10-outbox-of-day-1")
    (pack,) = (folder / "build" / REFERENCE).glob("*/manifest.json")
    assert {p["artefact"] for p in json.loads(pack.read_bytes())["papers"]} >= {"SCSI-2", "SCSI-3"}
    me.press("Mark all of it as sent")
    me.stage("11-sent")
    assert me.main.count("Recorded as sent.") == 4
    rows = _rows(folder, clock)
    assert rows["scsi-2-to-partners"]["status"] == "done_on_time"
    assert rows["scsi-3-to-group"]["status"] == "done_on_time"
    assert rows["schedule-meeting"]["status"] == "done_on_time"
    _holds(folder, clock)


def _open_case(me: Person, clock: Clock, when: str) -> None:
    clock.set(when)
    me.menu("Cases")
    me.go(REFERENCE)


def _prepare(me: Person) -> None:
    me.go("Papers")
    me.press("Prepare today’s outbox")


def _ask_the_agencies(me: Person, folder: Path, clock: Clock) -> dict[str, bytes]:
    _open_case(me, clock, "2026-11-24T09:30")
    _prepare(me)
    me.stage("12-outbox-of-day-2")
    forms = {
        "hospital.docx": me.take("Word of SCSI-5 for Roderick Blyth"),
        "school.pdf": me.take("PDF of SCSI-5 for Philippa Ashgrove"),
        "police.pdf": me.take("PDF of SCSI-5 for Omar Dean"),
    }
    me.press("Mark all of it as sent")
    me.part("Answers and calls")
    me.stage("13-calls")
    assert me.main.count("Not received") == 3
    me.go("Record the call to Haven Point Hospital")
    me.choose("Receipt confirmed", "Yes")
    me.write({"Spoke to": "The ward manager"})
    me.stage("14-call")
    me.press("Record")
    rows = _rows(folder, clock)
    assert rows["agency-requests-out school"]["status"] == "done_on_time"
    assert rows["confirmation-call hospital"]["status"] == "done_on_time"
    assert rows["agency-return police"]["due"] == "2026-12-01"
    _holds(folder, clock)
    return forms


def _take_in_two(me: Person, folder: Path, clock: Clock, forms: dict[str, bytes]) -> None:
    clock.set("2026-11-27T14:20")
    me.menu("Inbox")
    hospital = fill_word(forms["hospital.docx"], ANSWERS | signed("Roderick Blyth"))
    school = fill_pdf(forms["school.pdf"], ANSWERS | signed("Philippa Ashgrove"))
    me.drop("Forms that came back", {"form.docx": hospital, "form (1).pdf": school})
    me.press("Take in")
    me.stage("15-inbox")
    assert me.main.count("Complete") == 2
    me.press("Accept SCSI-5")
    assert f"Accepted into {REFERENCE}" in me.main
    me.press("Accept SCSI-5")
    assert "The inbox is empty" in me.main
    rows = _rows(folder, clock)
    assert rows["agency-return hospital"]["status"] == "done_on_time"
    assert rows["agency-return school"]["status"] == "done_on_time"
    _holds(folder, clock)


def _chase_the_third(me: Person, folder: Path, clock: Clock, forms: dict[str, bytes]) -> None:
    _open_case(me, clock, "2026-12-01T10:00")
    me.go("Answers and calls")
    me.stage("16-answers")
    me.go("Record the call to Humberside Police")
    me.choose("Receipt confirmed", "Yes")
    me.write({"Outcome": "They hold nothing, and will say so by noon."})
    me.press("Record")
    clock.set("2026-12-01T12:10")
    me.menu("Inbox")
    nothing = {"nil_return=yes": "yes", **signed("Omar Dean")}
    me.drop("Forms that came back", {"nil.pdf": fill_pdf(forms["police.pdf"], nothing)})
    me.press("Take in")
    me.stage("17-nil-return")
    assert "a nil return" in me.main
    me.press("Accept SCSI-5")
    _open_case(me, clock, "2026-12-01T12:20")
    me.go("Answers and calls")
    assert "Nil return" in me.main
    assert "Not received" not in me.main
    _holds(folder, clock)


def _collate(me: Person, folder: Path, clock: Clock) -> None:
    _open_case(me, clock, "2026-12-02T08:45")
    _prepare(me)
    me.stage("18-lacking")
    assert "Could not be made" in me.main
    me.go("Incident: Brief details")
    me.write({"Brief details": "Ottilie was brought to hospital with injuries."})
    me.press("Save")
    me.part("Papers")
    me.press("Prepare today’s outbox")
    me.stage("19-report")
    report = me.take("PDF of SCSI-7")
    text = words_of(report)
    assert "Star of the Sea Primary School" in text
    me.press("Mark as sent", within="Collate returns")
    assert _rows(folder, clock)["scsi-7-to-group"]["status"] == "done_on_time"
    _holds(folder, clock)


def _record_the_meeting(me: Person, folder: Path, clock: Clock, case: Path) -> None:
    _open_case(me, clock, "2026-12-07T16:30")
    me.go("Hold the rapid review meeting")
    me.stage("20-step")
    me.go("Record when it happened")
    me.on("Happened on", "7 12 2026", "14:00")
    me.press("Record")
    me.part("Details")
    me.go("Rapid review")
    me.write(
        {
            "Facts established": "A child was seriously harmed at home.",
            "Immediate action": "The child is safe in hospital.",
            "Improvements": "Missed appointments are to be followed up.",
            "National importance": "None was found.",
        }
    )
    me.unfold("Recommendation")
    me.choose("Outcome", "Local review")
    me.page.get_by_label("Reason (if known)").last.fill("Agencies did not share what they knew.")
    me.stage("21-rapid-review")
    me.press("Save")
    me.go("Rapid review")
    me.go("Add criterion")
    me.choose("Criterion", "Improvements highlighted")
    me.choose("Met", "Yes")
    me.press("Save")
    assert read_file(case).data["rapid_review"]["recommendation"]["outcome"] == "local_review"
    _holds(folder, clock)


def _record_the_decision(me: Person, folder: Path, clock: Clock, case: Path) -> None:
    _open_case(me, clock, "2026-12-08T09:15")
    _prepare(me)
    me.stage("22-record-to-partners")
    me.press("Mark as sent", within="decision record")
    _open_case(me, clock, "2026-12-10T10:30")
    me.go("Hold the partners' conference")
    me.go("Record when it happened")
    me.press("Record")
    me.part("Details")
    me.go("Decision", exact=True)
    me.choose("Outcome", "Local review")
    me.write({"Reason": "The group's reasons are agreed."})
    me.stage("23-decision")
    me.press("Save")
    assert read_file(case).data["decision"]["outcome"] == "local_review"
    _holds(folder, clock)


def _send_to_the_panel(me: Person, folder: Path, clock: Clock) -> None:
    _open_case(me, clock, "2026-12-11T09:00")
    _prepare(me)
    me.stage("24-to-the-panel")
    assert "not every signature is recorded" in me.main
    me.press("Mark as sent", within="Send the Panel")
    row = _rows(folder, clock)["srg-8-to-panel"]
    assert (row["status"], row["actual"]) == ("done_on_time", "2026-12-11")
    me.part("Dates")
    me.stage("25-dates")
    me.part("Ledger")
    assert "Everything is as it was written" in me.main
    me.press("Make the certificate")
    me.stage("26-certificate")
    certificate = words_of(me.take("PDF of 2026-12-11-certificate"))
    assert "Send the Panel the signed decision record" in certificate
    _holds(folder, clock)


def _plan_a_change(me: Person, folder: Path, clock: Clock) -> None:
    me.menu("Wording")
    me.stage("27-wording")
    me.go("Letter to the Panel: decision of the rapid review")
    box = me.page.get_by_label("The words of the letter")
    box.fill(f"{box.input_value().rstrip()}\n\nPlease write to us if anything is unclear.\n")
    me.press("Try it")
    me.stage("28-tried")
    assert "How it looks for an example case" in me.main
    me.press("Use it")
    assert "the new words are in use" in me.main
    me.menu("Changes")
    me.page.get_by_label("Show the words that change").first.check()
    me.press("Show what would change")
    me.wait()
    me.unfold("The words that change")
    me.stage("29-plan")
    assert "Please write to us if anything is unclear." in me.main
    panel = "for Panel Secretariat, Child Safeguarding Practice Review Panel"
    assert f"LETTER-9 {panel}: stays as it was sent" in me.main
    me.press("Make anew what is stale")
    me.wait()
    me.stage("30-made-anew")
    assert "Made anew" in me.main
    assert (folder / "letters" / "nel" / "letter-9.md").is_file()
    _holds(folder, clock)
