"""The certificate of a disposal: what there was by category and fingerprint, and who decided."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sgdocs.ledger import Line
from sgdocs.paperfacts import vocabulary
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.disposallist import DisposalList, Listed
from sgdocs.pipeline.inventory import Category, inventory, packs_elsewhere
from sgdocs.pipeline.officepapers import DISPOSAL_CERTIFICATE, office_record
from sgdocs.standing import Scheduled

__all__ = ["CERTIFICATE", "certificate_files"]

CERTIFICATE = "certificate.json"

_FORMAT = 1
_NO_LINES = "0" * 64


def certificate_files(
    found: Scheduled,
    book: Casebook,
    signed: DisposalList,
    listed: Listed,
    lines: Sequence[Line],
) -> Mapping[str, bytes]:
    """Give the certificate as Word, as PDF and as data; no name of a family is in any."""
    elsewhere, outside = packs_elsewhere(book, tuple(lines))
    there = inventory(book, elsewhere)
    facts = _facts(found, signed, listed, there)
    facts |= {"lines": len(lines), "outside": outside}
    made = office_record(found, DISPOSAL_CERTIFICATE, {"disposal": facts})
    data = json.dumps(_data(found, signed, there, lines), ensure_ascii=False, indent=2) + "\n"
    stem = f"{found.case.reference}_{DISPOSAL_CERTIFICATE.id.lower()}"
    return {f"{stem}.docx": made.word, f"{stem}.pdf": made.pdf, CERTIFICATE: data.encode()}


def _facts(
    found: Scheduled, signed: DisposalList, listed: Listed, there: Sequence[Category]
) -> dict[str, Any]:
    words = vocabulary(found.content, found.procedure)
    events = found.procedure.events
    titles = [events[n].title if n in events else n for n in signed.rule.closed_by]
    return {
        "closed_on": listed.closed_on,
        "keep_until": listed.keep_until,
        "years": signed.rule.years,
        "closed_by": titles,
        "signed_by": signed.signed_by,
        "signed_role": signed.signed_role,
        "signed_on": signed.signed_on,
        "categories": [_category(one, words) for one in there],
        **({"source": signed.rule.source} if signed.rule.source else {}),
    }


def _category(one: Category, words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "what": words[f"kept_{one.name}"],
        "files": len(one.hashes),
        "size": one.size,
        "fingerprint": one.fingerprint,
    }


def _data(
    found: Scheduled, signed: DisposalList, there: Sequence[Category], lines: Sequence[Line]
) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "case": found.case.reference,
        "certified_on": found.as_of.day.isoformat(),
        "signed_by": signed.signed_by,
        "signed_on": signed.signed_on.isoformat(),
        "list_sha256": signed.sha256,
        "ledger": {"number": len(lines), "hash": lines[-1].hash if lines else _NO_LINES},
        "hashes": {one.name: list(one.hashes) for one in there},
    }
