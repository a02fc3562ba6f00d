"""Papers made from words and facts: each as Word and PDF, and the draft that carries it."""

from sgdocs.documents.making import Maker
from sgdocs.documents.model import Document, Order, Sender
from sgdocs.documents.sending import PDF, attachments
from sgdocs.documents.wording import Wording, Wordings, wordings

__all__ = [
    "PDF",
    "Document",
    "Maker",
    "Order",
    "Sender",
    "Wording",
    "Wordings",
    "attachments",
    "wordings",
]
