"""A person's key and the certificates one trusts: files that lie outside every workspace."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sgdocs.content import require_outside
from sgdocs.errors import InputRefused
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import KEY_BYTES

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

__all__ = ["Key", "read_certificates", "read_key", "read_password"]

_PEM = b"-----BEGIN CERTIFICATE-----"


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its certificate, as its file has them, and the password that opens it."""

    data: bytes = field(repr=False)
    password: bytes | None = field(repr=False)
    name: str
    """The certificate's name for its owner."""
    valid: tuple[datetime, datetime]
    """From when until when the certificate holds."""

    def require_valid(self, at: datetime) -> None:
        """Refuse a key whose certificate does not hold at that moment."""
        if not self.valid[0] <= at <= self.valid[1]:
            raise InputRefused(
                "the certificate of this key has run out, or does not hold yet.",
                remedy="Sign with one that is valid; nobody would trust this signature.",
            )


def read_key(path: Path, password: str | None) -> Key:
    """Read a key file (.p12, .pfx) that has a key and its certificate."""
    from cryptography.hazmat.primitives.serialization.pkcs12 import (  # noqa: PLC0415 - only who signs pays for it
        load_pkcs12,
    )

    require_outside(path)
    data, secret = _bytes_of(path), password.encode() if password is not None else None
    try:
        opened = load_pkcs12(data, secret)
    except Exception:  # noqa: BLE001 - it tells the password and a broken file apart by words only
        raise InputRefused(
            "this key could not be opened: the password is not its own, or it is no key file.",
            where=str(path),
            remedy="Give the .p12 or .pfx file, and its password when asked or in a file named "
            "with --password-file.",
        ) from None
    if opened.key is None or opened.cert is None:
        raise InputRefused(
            "this file holds no key with its certificate.",
            where=str(path),
            remedy="Export both together from where the certificate is kept, as .p12 or .pfx.",
        )
    certificate = opened.cert.certificate
    holds = (certificate.not_valid_before_utc, certificate.not_valid_after_utc)
    return Key(data, secret, named(certificate), holds)


def read_password(path: Path) -> str:
    """Read a password from the first line of a file."""
    require_outside(path)
    try:
        text = _bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputRefused("this is no text.", where=str(path)) from None
    return text.split("\n", maxsplit=1)[0].removesuffix("\r")


def read_certificates(path: Path) -> list[bytes]:
    """Read the certificates in a file, one or many."""
    from cryptography import x509  # noqa: PLC0415 - only who signs or looks pays for it
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - as above

    data = _bytes_of(path)
    try:
        found = (
            x509.load_pem_x509_certificates(data)
            if _PEM in data
            else [x509.load_der_x509_certificate(data)]
        )
    except ValueError:
        raise InputRefused(
            "this is no certificate.",
            where=str(path),
            remedy="Give a .pem, .crt or .cer file.",
        ) from None
    return [one.public_bytes(Encoding.DER) for one in found]


def named(certificate: "Certificate") -> str:
    """Give a certificate's name for its owner: the person's, and the body's where it has one."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - only who signs pays for it

    wanted = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    known = certificate.subject.get_attributes_for_oid
    parts = [str(each.value) for kind in wanted for each in known(kind)]
    return ", ".join(dict.fromkeys(parts))


def _bytes_of(path: Path) -> bytes:
    try:
        data = read_ordinary(path, KEY_BYTES)
    except OSError:
        raise InputRefused("this file could not be read.", where=str(path)) from None
    if len(data) > KEY_BYTES:
        raise InputRefused("this file is too large for a key or a certificate.", where=str(path))
    return data
