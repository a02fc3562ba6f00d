"""Write one e-mail draft for one person, with its papers attached."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from sgdocs.errors import InputRefused
from sgdocs.papers.characters import refuse_unwritable
from sgdocs.papers.mailtext import as_text
from sgdocs.papers.model import Paper

__all__ = ["Attachment", "Envelope", "as_eml"]

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])"
)
_BAD_IN_NAME = re.compile(r'[<>:"/|?*\\]')


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who the draft is from and the one person it is to."""

    from_name: str
    from_address: str
    to_name: str
    to_address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the draft."""

    name: str
    media_type: str
    content: bytes


def as_eml(paper: Paper, envelope: Envelope, attachments: Iterable[Attachment] = ()) -> bytes:
    """Write a draft that opens ready to be checked and sent; it has no date until then."""
    refuse_unwritable(paper)
    files = tuple(attachments)
    message = EmailMessage(policy=SMTP)
    # Classic Outlook and Thunderbird open a file with this header as a draft.
    message["X-Unsent"] = "1"
    message["From"] = _address(envelope.from_name, envelope.from_address, "the sender")
    message["To"] = _address(envelope.to_name, envelope.to_address, "the recipient")
    message["Subject"] = _header(_subject(paper), "the subject")
    message.set_content(as_text(paper), cte="quoted-printable")
    for file in files:
        _attach(message, file)
    if files:
        message.set_boundary(_boundary(paper, envelope, files))
    return message.as_bytes()


def _subject(paper: Paper) -> str:
    return f"[{paper.marking}] {paper.subject or paper.title}"


def _address(name: str, address: str, place: str) -> Address:
    if not _ADDRESS.fullmatch(address):
        raise _refused(f"the e-mail address of {place}", "is not an e-mail address.")
    return Address(_header(name, f"the name of {place}"), addr_spec=address)


def _header(text: str, place: str) -> str:
    # Persian and other names are spelt with joiners, which cannot be seen either.
    if any(unicodedata.category(x) in _UNSEEN and x not in "\u200c\u200d" for x in text):
        raise _refused(place, "holds a line break or a character that cannot be seen.")
    return text


def _attach(message: EmailMessage, file: Attachment) -> None:
    main, _, sub = file.media_type.partition("/")
    name = _header(file.name, "the name of an attachment")
    if not name or _BAD_IN_NAME.search(name):
        raise _refused("the name of an attachment", "cannot be the name of a file.")
    message.add_attachment(file.content, maintype=main, subtype=sub, filename=name)


def _boundary(paper: Paper, envelope: Envelope, files: tuple[Attachment, ...]) -> str:
    """Make the line between parts from what it divides; “=_” is in no encoded text."""
    digest = hashlib.sha256(repr((paper, envelope)).encode())
    for file in files:
        digest.update(hashlib.sha256(file.content).digest())
    return f"=_sgdocs_{digest.hexdigest()[:32]}"


def _refused(place: str, what: str) -> InputRefused:
    return InputRefused(what, where=place, remedy="Correct it in the file it comes from.")
