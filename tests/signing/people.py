"""Invented people with keys and certificates of their own, made for the test."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID

__all__ = ["AT", "FROM", "PASSWORD", "UNTIL", "Person", "authority", "person"]

FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC)
AT = datetime(2026, 11, 30, 14, 5, tzinfo=UTC)
PASSWORD = "three plain words"  # noqa: S105 - of keys made for the test


@dataclass(frozen=True)
class Person:
    """A person, or a body that vouches for people."""

    key: Any
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def p12(self) -> bytes:
        """Give the key file, with a password."""
        return self.file(PASSWORD)

    def file(self, password: str = "") -> bytes:
        """Give the key file."""
        lock = BestAvailableEncryption(password.encode()) if password else NoEncryption()
        return pkcs12.serialize_key_and_certificates(
            b"key", self.key, self.certificate, self.chain or None, lock
        )

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


def authority(name: str = "Example Certificates") -> Person:
    """Give a body that vouches for people, made once."""
    return _authority(name)


@lru_cache
def _authority(name: str) -> Person:
    key = ec.generate_private_key(ec.SECP256R1())
    return Person(key, _certificate((name, ""), key, (name, key), (FROM, UNTIL), body=True))


@lru_cache
def person(
    name: str,
    organisation: str = "Example Police",
    *,
    by: str = "Example Certificates",
    until: datetime = UNTIL,
    plain_rsa: bool = False,
) -> Person:
    """Make a person whom a body vouches for."""
    of = authority(by)
    key = (
        rsa.generate_private_key(65537, 2048)
        if plain_rsa
        else ec.generate_private_key(ec.SECP256R1())
    )
    made = _certificate((name, organisation), key, (by, of.key), (FROM, until), body=False)
    return Person(key, made, (of.certificate,))


def _certificate(
    subject: tuple[str, str],
    key: Any,
    by: tuple[str, Any],
    holds: tuple[datetime, datetime],
    *,
    body: bool,
) -> x509.Certificate:
    usage = {"digital_signature": not body, "key_cert_sign": body, "crl_sign": body}
    others = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
    more = {**dict.fromkeys((*others, "encipher_only", "decipher_only"), False), **usage}
    return (
        x509.CertificateBuilder()
        .subject_name(_named(*subject))
        .issuer_name(_named(by[0], ""))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(holds[0])
        .not_valid_after(holds[1])
        .add_extension(x509.BasicConstraints(ca=body, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**more), critical=True)
        .sign(by[1], hashes.SHA256())
    )


def _named(name: str, organisation: str) -> x509.Name:
    said = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    if organisation:
        said.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name(said)
