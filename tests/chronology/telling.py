"""Invented accounts: twelve agencies that tell of one family for two years."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sgdocs.chronology import Account
from sgdocs.reading import Document, parse, read_file

__all__ = ["accounts", "case_with_chronologies", "told"]

_EXAMPLE = Path(__file__).parents[2] / "examples" / "nel" / "case.yaml"
_FIRST = date(2024, 12, 20)
_DID = (
    "Home visit. {who} was in and showed the room where the baby sleeps; {more}",
    "Telephone call from {who}, who was worried about money and the damp; {more}",
    "Did not attend the appointment at the clinic. A letter was sent; {more}",
    "{who} brought the baby to be weighed and asked about feeding; {more}",
    "Strategy discussion by telephone with the police and the hospital; {more}",
    "A neighbour rang about shouting at night. Nobody answered the door; {more}",
    "The teacher wrote down what Macsen said about the weekend; {more}",
)
_MORE = (
    "advice about safer sleep was given again.",
    "the plan was not changed.",
    "a colleague was asked to look in next week, and the note does not say whether she did.",
    "it was agreed to speak again in two weeks, once the repair had been done.",
    "the record gives no more.",
)


def told(agency: str, day: str, event: str, **more: str) -> Account:
    """Give one row of one agency."""
    return Account(agency, {"date": day, "event": event, **more})


def accounts(agencies: int = 12, rows: int = 25) -> list[Account]:
    """Give the rows of so many agencies, the same ones each time."""
    return [
        Account(f"Agency {number:02}", row)
        for number in range(1, agencies + 1)
        for row in _rows(number, rows)
    ]


def case_with_chronologies(rows: int = 33) -> Document:
    """Give an example case whose agencies that answered tell of so many events each."""
    data = read_file(_EXAMPLE).data
    backs = (back for back in data["returns"] if back["state"] == "returned")
    for number, back in enumerate(backs, 1):
        back["content"]["chronology"] = list(_rows(number, rows))
    return parse(json.dumps(data), name="case.json", kind="json")


def _rows(number: int, count: int) -> Iterator[Mapping[str, Any]]:
    chance = Random(number)  # noqa: S311 - only so that rows differ
    for day in sorted(chance.randrange(360) for _ in range(count)):
        row = {
            "date": (_FIRST + timedelta(day)).isoformat(),
            "event": chance.choice(_DID).format(
                who=chance.choice(("Ms Price", "Mrs Bevan", "Mr Adébáyò")),
                more=chance.choice(_MORE),
            ),
            "source": "Case record",
        }
        if chance.random() < 0.7:
            row["time"] = f"{chance.randrange(8, 20):02}:{chance.randrange(60):02}"
        if chance.random() < 0.5:
            row["child_seen"] = chance.choice(("yes", "no", "not_known"))
        if chance.random() < 0.3:
            row["outcome"] = "To be looked at again at the next meeting of the team"
        yield row
