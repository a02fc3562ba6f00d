"""What there is to know of a field for a signature, and of who signed in it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

__all__ = ["Changes", "Look", "Signature"]

Changes = Literal["none", "signatures", "answers", "other"]
"""What was added to a file after a signature: nothing, further signatures, answers, or else."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One field for a signature: open, or signed by somebody; and what became of the file since."""

    field: str
    role: str = ""
    """What the field says of who is to sign."""
    signed: bool = False
    by: str = ""
    """The person or body the certificate names."""
    issuer: str = ""
    certificate_sha256: str = ""
    claimed_at: str = ""
    """When it was signed by the clock of whoever signed, which proves nothing."""
    intact: bool | None = None
    """Whether what was signed is, byte for byte, what the file holds; nothing where it is open."""
    later: Changes = "none"
    trusted: bool | None = None
    """Whether a certificate that was given vouches for it; nothing where none was given."""
    doubt: str = ""
    """Why it is not trusted, in words."""

    @property
    def altered(self) -> bool:
        """Say whether the file is not what this person signed."""
        return self.signed and (not self.intact or self.later in ("answers", "other"))


@dataclass(frozen=True, slots=True)
class Look:
    """The fields for signatures in one file, in their order."""

    signatures: tuple[Signature, ...]

    @property
    def altered(self) -> bool:
        """Say whether anybody's signature stands under something else."""
        return any(one.altered for one in self.signatures)

    @property
    def wanting(self) -> bool:
        """Say whether somebody has not signed, or is not vouched for."""
        return any(not one.signed or one.trusted is False for one in self.signatures)

    def as_data(self) -> list[dict[str, Any]]:
        """Give it as plain data."""
        return [{**asdict(one), "altered": one.altered} for one in self.signatures]

    @classmethod
    def from_data(cls, told: list[Mapping[str, Any]]) -> "Look":
        """Take it from plain data."""
        kept = [{k: v for k, v in one.items() if k != "altered"} for one in told]
        return cls(tuple(Signature(**one) for one in kept))
