"""The file of decisions beside a case: read, added to, written whole."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from sgdocs.anonymise.decisions import Decision
from sgdocs.errors import InputRefused
from sgdocs.reading import Document, dump, read_file, require_mapping
from sgdocs.storage import locked, make_folder, provisionally

__all__ = ["decision_kept", "decisions_file", "read_decisions"]

_FORMAT = 1
_VERDICTS = ("keep", "mask", "rewrite")
_FIELDS = tuple(field.name for field in fields(Decision))


def decisions_file(folder: Path) -> Path:
    """Name the file of decisions of the case in this folder."""
    return folder / "anonymise" / "decisions.yaml"


def read_decisions(folder: Path) -> dict[str, Decision]:
    """Read what was decided, by the names of the flags; nothing where no file is."""
    path = decisions_file(folder)
    if not path.exists():
        return {}
    document = read_file(path)
    require_mapping(document)
    entries = document.data.get("decisions")
    if document.data.get("format") != _FORMAT or not isinstance(entries, list):
        raise _unusable(document)
    found = [_decision(entry, document) for entry in entries]
    return {decision.id: decision for decision in found}


def _decision(entry: Any, document: Document) -> Decision:
    """Take an entry only where it is whole: a half-written one must not keep a name in a report."""
    texts = isinstance(entry, Mapping) and all(isinstance(v, str) for v in entry.values())
    if not texts or not set(entry) <= set(_FIELDS):
        raise _unusable(document)
    try:
        decision = Decision(**entry)
    except TypeError:
        raise _unusable(document) from None
    if decision.decision not in _VERDICTS or (decision.decision == "mask") != bool(decision.label):
        raise _unusable(document)
    return decision


@contextmanager
def decision_kept(folder: Path, decision: Decision) -> Iterator[None]:
    """Write one decision down, in place of an earlier one about the same flag.

    It stands if what follows, which enters it elsewhere, does not fail.
    """
    path = decisions_file(folder)
    make_folder(path.parent)
    with locked(path, owner="sgdocs anonymise"):
        every = {**read_decisions(folder), decision.id: decision}
        entries = [{k: v for k, v in asdict(d).items() if v} for d in every.values()]
        with provisionally(path, dump({"format": _FORMAT, "decisions": entries})):
            yield


def _unusable(document: Document) -> InputRefused:
    return InputRefused(
        "the file of decisions is not as sgdocs writes it.",
        where=document.name,
        remedy="Decide with sgdocs anonymise --decide, or restore the file from a backup.",
    )
