"""Read a file as it came, and every form in it; what cannot be read says why."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from sgdocs.errors import InputRefused
from sgdocs.opening import Held, carried, kind_of, plain_name
from sgdocs.returns.model import Reading, Unread

__all__ = ["read_forms"]

_ASK = "Ask for the form as it was filled in, as a Word file or a PDF."
_NO_FORMS: Mapping[str, tuple[str, str]] = {
    "locked": (
        "this file is locked with a password.",
        "Ask for it without one, or open it and save it without the password.",
    ),
    "old word": (
        "this file is in Word's old format (.doc), or is named as if it were a new one.",
        "Open it in Word and save it as .docx.",
    ),
    "outlook": (
        "this is a message saved from Outlook (.msg).",
        "Save the form out of it, and give that file.",
    ),
    "rich mail": (
        "this is what Outlook packs attachments into for itself (winmail.dat).",
        "Ask the sender to send it again as plain text or HTML.",
    ),
    "picture": (
        "this is a picture: a form that was printed and scanned or photographed holds no words.",
        "Ask for the form as it was filled in, or type it off; note that it came: "
        "sgdocs record return.",
    ),
    "other": ("this is neither a Word file, a PDF nor a mail.", _ASK),
}


def read_forms(name: str, data: bytes) -> tuple[Reading, ...]:
    """Read every form that a file is or carries; nothing is refused but in its reading."""
    try:
        held = carried(name, data)
    except InputRefused as refused:
        return (_unread(Held(plain_name(name), data), refused),)
    if not held:
        nothing = InputRefused("no form is attached to this.", remedy=_ASK)
        return (_unread(Held(plain_name(name), data), nothing),)
    return tuple(map(_read, held))


def _read(held: Held) -> Reading:
    reading = _begun(held)
    try:
        return _reader(held)(reading)
    except InputRefused as refused:
        return _unread(held, refused)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a hostile file finds faults in any parser
        return _unread(held, InputRefused("this file is damaged and cannot be read.", remedy=_ASK))


def _reader(held: Held) -> Callable[[Reading], Reading]:
    kind = kind_of(held.data)
    if kind == "word":
        from sgdocs.returns.wordform import read_word_form  # noqa: PLC0415 - only for what comes

        return read_word_form
    if kind == "pdf":
        from sgdocs.returns.pdfform import read_pdf_form  # noqa: PLC0415 - only for what comes

        return read_pdf_form
    what, remedy = _NO_FORMS.get(kind, _NO_FORMS["other"])
    raise InputRefused(what, where=held.name, remedy=remedy)


def _begun(held: Held) -> Reading:
    return Reading(
        file=held.name,
        sha256=sha256(held.data).hexdigest(),
        data=held.data,
        came=held.came,
        carried=held.carried,
    )


def _unread(held: Held, refused: InputRefused) -> Reading:
    return replace(_begun(held), unread=Unread(refused.what, refused.remedy))
