"""The unit's own logs: calls made, papers sent, and who is on its lists."""

from typing import Any

from sgdocs.casefile import Case
from sgdocs.facts import Horizon
from sgdocs.paperfacts.people import names
from sgdocs.paperfacts.vocabulary import vocabulary
from sgdocs.standing import Scheduled

__all__ = ["calls", "contacts", "dispatches"]

Facts = dict[str, Any]


def calls(found: Scheduled, case: Case) -> list[Facts]:
    """Give the calls made so far, with agencies and people by name."""
    horizon, words = Horizon(found.as_of), vocabulary(found.content, found.procedure)
    agencies = {a["id"]: a["name"] for a in case.each("agencies")}
    people = names(case)
    made = []
    for call in sorted(case.each("calls"), key=lambda c: str(c["at"])):
        if horizon.moment(call["at"]):
            named = {"kind": words[call["kind"]]}
            if "agency" in call:
                named["agency"] = agencies.get(call["agency"], call["agency"])
            if "person" in call:
                named["person"] = people.get(call["person"], call["person"])
            made.append({**call, **named})
    return made


def dispatches(found: Scheduled, case: Case) -> list[Facts]:
    """Give the papers sent so far, with titles and recipients in words."""
    horizon, words = Horizon(found.as_of), vocabulary(found.content, found.procedure)
    agencies = {a["id"]: a["name"] for a in case.each("agencies")}
    relatives = {f["id"]: words[f["relationship"]] for f in case.each("family")}
    known = {**words, **agencies, **relatives}
    return [
        {
            **sent,
            "title": found.ground.artefacts[sent["artefact"]].title,
            "to": [known.get(to, to) for to in sent.get("to", (sent.get("for"),)) if to],
            **({"channel": words[sent["channel"]]} if "channel" in sent else {}),
        }
        for sent in sorted(case.each("dispatches"), key=lambda d: str(d["sent"]))
        if horizon.moment(sent["sent"])
    ]


def contacts(found: Scheduled) -> list[Facts]:
    """Give the distribution list as it stands on the day."""
    words = vocabulary(found.content, found.procedure)
    listed = []
    for contact in found.ground.partnership.contacts:
        if contact.valid_on(found.as_of.day):
            entry = {
                "role": words.get(contact.role, contact.role.replace("_", " ")),
                "name": contact.name,
                "job_title": contact.job_title,
                "organisation": contact.organisation,
                "email": contact.email,
                "from": contact.valid_from,
            }
            optional = {"phone": contact.phone, "to": contact.valid_to}
            listed.append(entry | {key: value for key, value in optional.items() if value})
    return listed
