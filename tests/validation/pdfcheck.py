"""Ask page-validation about a PDF; at ten milliseconds each, every paper can be asked about."""

from io import BytesIO
from typing import Literal

import page
import pikepdf

__all__ = ["PROFILES", "Profile", "faults"]

Profile = Literal["ua1", "2a"]
_STREAM_LENGTH = "PDFA2A-STREAM-LENGTH-001"
PROFILES: tuple[Profile, ...] = ("ua1", "2a")


def faults(pdf: bytes, profile: Profile) -> list[str]:
    """List what keeps a PDF from PDF/UA-1 (“ua1”) or PDF/A-2a (“2a”)."""
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return [
        f"{fault.rule_id}: {fault.message}"
        for fault in report.failures
        if fault.rule_id != _STREAM_LENGTH or _lengths_are_wrong(pdf)
    ]


def _lengths_are_wrong(pdf: bytes) -> bool:
    """Ask another reader: this one counts wrongly where packed content ends in a line end."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return bool(opened.check_pdf_syntax())
