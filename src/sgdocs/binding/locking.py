"""Lock a PDF with a password, for a way that is not safe by itself."""

from io import BytesIO

from pikepdf import Encryption, PasswordError, Pdf, Permissions, PikepdfError

from sgdocs.errors import InputRefused

__all__ = ["encrypt", "refuse_weak"]

# What is longer, the standard cuts off without a word.
_LONGEST = 127


def encrypt(pdf: bytes, password: str) -> bytes:
    """Lock a PDF with AES-256; screen readers may still read it. The bytes differ each time."""
    refuse_weak(password)
    out = BytesIO()
    try:
        with Pdf.open(BytesIO(pdf)) as opened:
            # An owner's password left empty would open the file without any.
            lock = Encryption(
                owner=password, user=password, R=6, allow=Permissions(accessibility=True)
            )
            opened.save(out, encryption=lock)
    except PasswordError:
        raise _refused("the PDF is locked with a password already.") from None
    except PikepdfError:
        raise _refused("the PDF to be locked could not be read.") from None
    return out.getvalue()


def refuse_weak(password: str) -> None:
    """Refuse a password that protects nothing, or that the standard would cut short."""
    if not password.strip():
        raise _refused("a PDF is not locked with an empty password.")
    if not password.isprintable() or len(password.encode()) > _LONGEST:
        raise _refused(f"a password has at most {_LONGEST} bytes, all of them printable.")


def _refused(what: str) -> InputRefused:
    return InputRefused(what, remedy="Choose a password of several words, or lock the plain file.")
