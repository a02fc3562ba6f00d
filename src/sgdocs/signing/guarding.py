"""What must hold of a PDF before anybody signs it or believes its signatures."""

from sgdocs.errors import InputRefused
from sgdocs.returns import opened_pdf, require_harmless

__all__ = ["require_signable"]


def require_signable(data: bytes, where: str) -> None:
    """Refuse what is damaged or locked, and what does more than show words and pictures."""
    with opened_pdf(data, where) as pdf:
        if pdf.is_encrypted:
            raise InputRefused(
                "this PDF is locked.",
                where=where,
                remedy="Sign and look at the plain file; lock a copy for sending afterwards.",
            )
        require_harmless(pdf, where)
