"""A pack in the window: what goes to whom, marked as sent act by act, and what a paper lacks."""

import re
from pathlib import Path

import pytest

from cli.asking import CASE
from reading.asking import read
from sgdocs.content import Content
from sgdocs.pipeline.verifying import verify_case
from sgdocs.web.lacking import Lack, lack_in
from web.visiting import REFERENCE, window, workspace

CASES = f"/cases/{REFERENCE}"
SUMMARY = "incident: {summary_for_letters: A child was seriously harmed.}\n"
PARTNERS = "Tell the three safeguarding partners of the notification"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return workspace(tmp_path, CASE.replace("agencies:", f"{SUMMARY}agencies:", 1))


@pytest.fixture
def visitor(path: Path):
    return window(path.parents[2]).come_in()


@pytest.fixture
def pack(visitor):
    """Prepare the outbox, and stay on the page of the pack."""
    visitor.open(f"{CASES}/papers")
    return visitor.send(f"{CASES}/papers/outbox")


def _form(page: str, words: str) -> dict[str, str]:
    """Give the hidden fields of the form whose button says this."""
    form = next(form for form in page.split("<form")[1:] if words in form)
    return dict(re.findall(r'type="hidden" name="(day|step|instance)" value="([^"]*)"', form))


def _sent(path: Path) -> list[dict]:
    return read(path.read_text())["dispatches"]


def test_a_pack_names_people_and_has_the_mail_beside_the_papers(pack) -> None:
    assert f"<h2>{PARTNERS}</h2>" in pack.text
    assert "Nandini Thackray, NHS Humber and North Yorkshire Integrated Care Board" in pack.text
    assert "draft to open in your mail program" in pack.text
    assert "review_group-1" not in re.sub(r'href="[^"]*"|>[^<]*all-papers[^<]*<', "", pack.text)


def test_an_act_is_marked_as_sent_to_everybody_it_is_for(pack, path: Path) -> None:
    before = len(_sent(path))
    pack.send(f"{pack.where}/sent", _form(pack.text, f": {PARTNERS}</span></button>"))
    assert f"Recorded as sent: {PARTNERS}." in pack.text
    (entry,) = _sent(path)[before:]
    assert entry["artefact"] == "SCSI-2"
    assert set(entry["to"]) == {"partner_la", "partner_police", "partner_health"}
    assert verify_case(path, Content(path.parents[2])).amiss is False


def test_all_of_a_pack_is_marked_as_sent_once(pack, path: Path) -> None:
    address = f"{pack.where}/sent"
    pack.send(address, {"do": "all"})
    sent = _sent(path)
    assert ["review_group"] in [entry["to"] for entry in sent]
    assert "Mark as sent" not in pack.text
    pack.send(address, {"do": "all"})
    assert "Nothing is left to send." in pack.text
    assert _sent(path) == sent


def test_what_a_paper_lacks_is_a_link_to_its_page(visitor, path: Path) -> None:
    path.write_text(path.read_text().replace(SUMMARY, ""))
    visitor.open(f"{CASES}/papers")
    visitor.send(f"{CASES}/papers/outbox")
    lacking = visitor.text.partition("Could not be made")[2].partition("</section>")[0]
    assert f'fill in <a href="{CASES}/details/incident">Incident</a>' in lacking


def test_the_certificate_is_made_and_taken(visitor) -> None:
    visitor.open(f"{CASES}/ledger")
    visitor.send(f"{CASES}/ledger/certificate")
    assert "The certificate is made" in visitor.text
    address = re.findall(r'href="([^"]*/certificates/[^"]*\.pdf)"', visitor.text)[0]
    assert visitor.client.get(address).content.startswith(b"%PDF")
    wrong = address.rpartition("/")[0] + "/..%2f..%2fcase.yaml"
    assert visitor.open(wrong).status == 404


def test_what_is_missing_is_named_as_its_page_does() -> None:
    content = Content()
    said = {
        "case.incident is not filled in (x).": ("Incident", "incident"),
        "case.incident.details is not filled in.": ("Incident: Brief details", "incident"),
        "case.agencies[1].manager.email is not filled in.": (
            "Agency: E-mail address",
            "agencies/1",
        ),
    }
    for reason, (words, place) in said.items():
        assert lack_in(reason, content) == Lack(words, place)
    unplaced = "agency.manager is not filled in (x)."
    assert lack_in(unplaced, content) == Lack(unplaced, "")
    assert lack_in("It has been sent.", content) is None
