"""An invented case, what identifies a child in it, and what does not."""

from sgdocs.gate import Needles, needles, public_of

LEAK = "Caoimhe Adébáyò-Price"
CLEAN = "Robin and her brother"

CASE = {
    "schema_version": "1.0",
    "case": {"reference": "EX-2025-014", "procedure": "nel", "panel_reference": "SIN-0099-25"},
    "children": [
        {
            "id": "child-1",
            "name": {
                "full": "Caoimhe Adébáyò-Price",
                "given": "Caoimhe",
                "family": "Adébáyò-Price",
                "known_as": "Keeva",
            },
            "harm": "died",
            "date_of_birth": "2025-06-03",
            "date_of_death": "2025-12-18",
            "nhs_number": "999 000 1014",
            "addresses": [{"lines": ["14 Sandpiper Court, Grimsby"], "postcode": "ZZ9 4QT"}],
            "gp": {"name": "Dr Bláthnaid Malhotra", "practice": "Wellow Lane Surgery"},
            "school": {"name": "Haven Road Primary School"},
        },
        {"id": "child-2", "name": {"full": "Mo Price"}, "harm": "neither"},
    ],
    "family": [
        {
            "id": "mother",
            "name": {"full": "Lowri Price", "given": "Lowri", "family": "Price"},
            "relationship": "mother",
            "phone": "07700 900112",
            "email": "lowri.price@mail.example.org",
        },
        {"id": "aunt", "name": {"full": "May Will"}, "relationship": "aunt_or_uncle"},
    ],
    "professionals": [
        {"id": "worker", "name": {"full": "Prakash Ambrose"}, "job_title": "Social worker"}
    ],
    "identifiers": [{"kind": "police_reference", "value": "EX/2512/0417"}],
    "agencies": [
        {"id": "police", "name": "Humberside Police", "kind": "police"},
        {"id": "school", "name": "Haven Road Primary School", "kind": "school"},
    ],
    "review": {"reviewer": {"name": "Dr Marguerite Olabode-Finn"}},
    "may_be_published": ["Dr Marguerite Olabode-Finn"],
}


def wanted() -> Needles:
    """Give what the gate looks for in the invented case."""
    return needles(CASE, public_of(CASE, ("Example House", "Grimsby")))
