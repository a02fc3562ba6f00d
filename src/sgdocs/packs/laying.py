"""Lay a pack's files out in folders, by working day or by recipient."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from sgdocs.errors import SgdocsError
from sgdocs.packs.model import Kept, Pack, Sending

__all__ = ["By", "lay_out"]

By = Literal["day", "recipient"]


def lay_out(pack: Pack, by: By) -> dict[str, bytes]:
    """Give every file of the pack by its path."""
    files: dict[str, bytes] = {}
    for name, data in _placed(pack, by):
        if name in files:
            raise SgdocsError("two files of a pack have the same name.", where=name)
        files[name] = data
    return files


def _placed(pack: Pack, by: By) -> Iterator[tuple[str, bytes]]:
    yield from pack.beside.items()
    for sending in pack.sendings:
        if isinstance(sending, Kept):
            yield from sending.files.items()
            continue
        folder = _folder(sending.day, sending.to.key, by)
        for name, data in _files(sending):
            yield f"{folder}/{name}", data
        if sending.mail:
            yield f"{_outbox(sending.day, by)}/{sending.stem}.eml", sending.mail
    for (day, key), data in pack.bound.items():
        yield f"{_folder(day, key, by)}/{pack.reference}_all-papers_{key}.pdf", data


def _folder(day: date, key: str, by: By) -> str:
    return f"{day.isoformat()}/{key}" if by == "day" else f"{key}/{day.isoformat()}"


def _outbox(day: date, by: By) -> str:
    return f"{day.isoformat()}/outbox" if by == "day" else "outbox"


def _files(sending: Sending) -> Iterator[tuple[str, bytes]]:
    for piece in sending.pieces:
        yield f"{piece.stem}.docx", piece.document.word
        if piece.document.pdf:
            yield f"{piece.stem}.pdf", piece.document.pdf
    if sending.body:
        # For mail programs that do not open drafts: the words to paste, the papers to attach.
        yield f"{sending.stem}.body.txt", sending.body.replace("\n", "\r\n").encode()
