"""pyHanko, which signs and judges signatures: the one place that knows it."""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as kept
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sgdocs.errors import UsageRefused

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.signers import SimpleSigner

__all__ = ["Box", "Sealing", "available", "boxes", "opened", "put", "require", "version"]

_SPARE = 256


def available() -> bool:
    """Say whether pyHanko is installed."""
    return find_spec("pyhanko") is not None


def version() -> str:
    """Give pyHanko's version."""
    from importlib.metadata import version as version_of  # noqa: PLC0415 - only when asked

    return version_of("pyhanko")


def require() -> None:
    """Refuse where pyHanko is not installed; else keep it from talking of what it reads."""
    if not available():
        raise UsageRefused(
            "what signs is not installed here.", remedy="Install it: pip install 'sgdocs[sign]'."
        )
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A field for a signature as it stands in a file."""

    name: str
    role: str
    signed: bool
    size: tuple[float, float]


def opened(data: bytes) -> "PdfFileReader":
    """Open a PDF within pyHanko's own limits for files from outside."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - heavy, for these jobs only

    return PdfFileReader(BytesIO(data))


def boxes(reader: "PdfFileReader") -> Iterator[Box]:
    """Give every field for a signature, in the order of the form."""
    from pyhanko.sign.fields import enumerate_sig_fields  # noqa: PLC0415 - as above

    for name, value, reference in enumerate_sig_fields(reader):
        field = reference.get_object()
        yield Box(str(name), str(field.get("/TU", "")), value is not None, _size(field))


def _size(field: Any) -> tuple[float, float]:
    left, low, right, high = (float(side) for side in field.get("/Rect", (0, 0, 0, 0)))
    return abs(right - left), abs(high - low)


@dataclass(frozen=True, slots=True)
class Sealing:
    """What a signature is made of: a key file, its password, the moment, and what is seen of it."""

    key: bytes = kept(repr=False)
    password: bytes | None = kept(repr=False)
    at: datetime
    seen: bytes | None
    """One page as PDF, which shows in the field; nothing where it has no room."""


def put(data: bytes, field: str, sealing: Sealing) -> bytes:
    """Sign one field by adding to the file, of which no byte changes."""
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415 - as above
    from pyhanko.sign.signers.cms_embedder import (  # noqa: PLC0415 - as above
        PdfCMSEmbedder,
        SigIOSetup,
        SigObjSetup,
    )
    from pyhanko.sign.signers.pdf_byterange import SignatureObject  # noqa: PLC0415 - as above

    signer = SimpleSigner.load_pkcs12_data(sealing.key, (), sealing.password)
    writer = _writer(data)
    steps = PdfCMSEmbedder().write_cms(field, writer, existing_fields_only=True)
    box = next(steps).get_object()
    if sealing.seen:
        _show(writer, box, sealing.seen)
    room = 2 * len(_signed(signer, sealing.at, b"", dry_run=True)) + _SPARE
    steps.send(SigObjSetup(SignatureObject(timestamp=sealing.at, bytes_reserved=room)))
    prepared, out = steps.send(SigIOSetup(md_algorithm=_digest(signer)))
    steps.send(_signed(signer, sealing.at, prepared.document_digest))
    return bytes(out.getvalue())


def _writer(data: bytes) -> "IncrementalPdfFileWriter":
    from pyhanko.pdf_utils.incremental_writer import (  # noqa: PLC0415 - heavy, for these jobs only
        IncrementalPdfFileWriter,
    )

    class _KeepsWhatIsSaid(IncrementalPdfFileWriter):  # type: ignore[misc]
        def _update_meta(self) -> None:
            """Leave what the file says of itself: written anew by pyHanko it is no PDF/A."""

    return _KeepsWhatIsSaid(BytesIO(data))


def _digest(signer: "SimpleSigner") -> str:
    from pyhanko.sign.signers.pdf_cms import select_suitable_signing_md  # noqa: PLC0415 - as above

    return str(select_suitable_signing_md(signer.signing_cert.public_key))


def _signed(signer: "SimpleSigner", at: datetime, digest: bytes, *, dry_run: bool = False) -> bytes:
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes  # noqa: PLC0415 - as above

    made = signer.async_sign(
        digest,
        _digest(signer),
        dry_run=dry_run,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=at),
    )
    return bytes(asyncio.run(made).dump())


def _show(writer: "IncrementalPdfFileWriter", box: Any, seen: bytes) -> None:
    """Show a page of ours in the field: what pyHanko draws itself fails the rules for fonts."""
    from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name  # noqa: PLC0415 - as above

    page = writer.import_page_as_xobject(opened(seen))
    box["/AP"] = DictionaryObject({pdf_name("/N"): page})
    writer.update_container(box)
