"""What was done in a case, line by line: only ever added to, and each line holds the one before."""

from sgdocs.ledger.keeping import append, appending, bury, head, holding, ledger_file
from sgdocs.ledger.model import FILE, Anchor, Entry, Kind, Line
from sgdocs.ledger.verifying import entries, verify

__all__ = [
    "FILE",
    "Anchor",
    "Entry",
    "Kind",
    "Line",
    "append",
    "appending",
    "bury",
    "entries",
    "head",
    "holding",
    "ledger_file",
    "verify",
]
