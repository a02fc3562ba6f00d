"""Ask page-validation about a PDF; at ten milliseconds each, every paper can be asked about."""

from typing import Literal

import page

__all__ = ["PROFILES", "Profile", "faults"]

Profile = Literal["ua1", "2a"]
PROFILES: tuple[Profile, ...] = ("ua1", "2a")


def faults(pdf: bytes, profile: Profile) -> list[str]:
    """List what keeps a PDF from PDF/UA-1 (“ua1”) or PDF/A-2a (“2a”)."""
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return [f"{fault.rule_id}: {fault.message}" for fault in report.failures]
