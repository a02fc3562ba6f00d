"""Which papers a case calls for on a day, for whom, and why the others are not made."""

from sgdocs.artefacts.addressing import Addressee, file_copy
from sgdocs.artefacts.selecting import Asked, Wanted, papers_of, select

__all__ = ["Addressee", "Asked", "Wanted", "file_copy", "papers_of", "select"]
