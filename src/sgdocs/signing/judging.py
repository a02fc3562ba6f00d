"""What pyHanko finds of the signatures in a file: who signed, and what became of the file since."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sgdocs.signing.hanko import Box, boxes, opened
from sgdocs.signing.keys import named
from sgdocs.signing.model import Changes, Look, Signature

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from pyhanko.sign.validation import EmbeddedPdfSignature
    from pyhanko_certvalidator import ValidationContext

__all__ = ["judge"]

_SHOWN = 160
_UNKNOWN = "none of the certificates that were given vouches for it"
_DOUBTS = {
    "EXPIRED": "the certificate was not valid on that day",
    "NOT_YET_VALID": "the certificate was not valid on that day",
    "OUT_OF_BOUNDS_NO_POE": "the certificate was not valid on that day",
    "REVOKED": "the certificate has been revoked",
    "REVOKED_NO_POE": "the certificate has been revoked",
    "CHAIN_CONSTRAINTS_FAILURE": "the certificate is not one for signing",
}
_STAMP = "/DocTimeStamp"


def judge(data: bytes, trusted: Sequence[bytes], at: datetime) -> Look:
    """Look at every field for a signature; certificates are judged as of a moment."""
    reader = opened(data)
    there = {str(one.field_name): one for one in reader.embedded_signatures}
    fields = tuple(boxes(reader))
    signed = frozenset(box.name for box in fields if box.name in there)
    return Look(
        tuple(
            _judged(box, there[box.name], signed, _context(trusted, at))
            if box.name in there
            else Signature(_plain(box.name), _plain(box.role))
            for box in fields
        )
    )


def _judged(
    box: Box,
    one: "EmbeddedPdfSignature",
    signed: frozenset[str],
    context: "ValidationContext | None",
) -> Signature:
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - heavy

    certificate = load_der_x509_certificate(one.signer_cert.dump())
    issuer = one.signer_cert.issuer.native
    found = _found(one, context)
    claimed = one.self_reported_timestamp
    doubt = "" if context is None else _doubt(found, certificate, context.moment)
    return Signature(
        field=_plain(box.name),
        role=_plain(box.role),
        signed=True,
        by=_plain(named(certificate)),
        issuer=_plain(str(issuer.get("common_name") or issuer.get("organization_name") or "")),
        certificate_sha256=sha256(one.signer_cert.dump()).hexdigest(),
        claimed_at=claimed.isoformat() if claimed else "",
        intact=bool(found and found.intact and found.valid),
        later=_later(found, signed) if found else "other",
        trusted=None if context is None else not doubt,
        doubt=doubt,
    )


def _found(one: "EmbeddedPdfSignature", context: "ValidationContext | None") -> Any:
    """Ask pyHanko; nothing where it finds no signature that it could judge."""
    from pyhanko.sign.validation import (  # noqa: PLC0415 - heavy, for this job only
        KeyUsageConstraints,
        validate_pdf_signature,
        validate_pdf_timestamp,
    )
    from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415 - as above

    # Given no certificate at all, pyHanko would ask the computer's own list, which is for websites.
    asked = context or _context_of((), None)
    try:
        if one.sig_object_type == _STAMP:
            return validate_pdf_timestamp(one, asked)
        for_signing = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})
        return validate_pdf_signature(one, asked, key_usage_settings=for_signing)
    except SignatureValidationError:
        return None


def _context(trusted: Sequence[bytes], at: datetime) -> "ValidationContext | None":
    return _context_of(trusted, at) if trusted else None


def _context_of(trusted: Sequence[bytes], at: datetime | None) -> "ValidationContext":
    from asn1crypto.x509 import Certificate  # noqa: PLC0415 - as above
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - as above

    roots = [Certificate.load(each) for each in trusted]
    return ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)


def _later(found: Any, signed: frozenset[str]) -> Changes:
    """Say what was added after a signature: a change that is no signature counts as an answer."""
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415 - as above
    from pyhanko.sign.validation import SignatureCoverageLevel  # noqa: PLC0415 - as above

    level = found.modification_level
    if found.coverage < SignatureCoverageLevel.ENTIRE_REVISION or level is None:
        return "other"
    if level <= ModificationLevel.LTA_UPDATES:
        return "none"
    if level > ModificationLevel.FORM_FILLING:
        return "other"
    return "signatures" if found.diff_result.changed_form_fields <= signed else "answers"


def _doubt(found: Any, certificate: "Certificate", at: datetime) -> str:
    # A certificate that is itself among those given is trusted by pyHanko on any day.
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        return _DOUBTS["EXPIRED"]
    if found is None:
        return _UNKNOWN
    if found.trusted:
        return ""
    return _DOUBTS.get(getattr(found.trust_problem_indic, "name", ""), _UNKNOWN)


def _plain(words: str) -> str:
    """Give words of a file from outside so that they cannot play tricks on a screen."""
    return "".join(c if c.isprintable() else " " for c in words[:_SHOWN])
