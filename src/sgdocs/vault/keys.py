"""The office's key file: made once, kept outside every workspace, in age's own form."""

import re
from pathlib import Path

from sgdocs.content import require_outside
from sgdocs.errors import InputRefused
from sgdocs.opening.limits import SECRET_BYTES
from sgdocs.storage import write_file
from sgdocs.vault.age import new_secret, public_part

__all__ = ["make_key", "public_of", "read_key"]

_SECRET = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")


def make_key(path: Path) -> str:
    """Make a key file where there is none, never inside a workspace; give its public key."""
    require_outside(path)
    secret = new_secret()
    public = public_part(secret)
    write_file(path, f"# public key: {public}\n{secret}\n", exclusive=True)
    return public


def read_key(path: Path) -> str:
    """Read the secret key in a key file."""
    require_outside(path)
    try:
        with path.open(encoding="ascii") as file:
            lines = file.read(SECRET_BYTES).splitlines()
    except (OSError, UnicodeDecodeError):
        raise _unusable(path) from None
    secrets = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if len(secrets) != 1 or not _SECRET.fullmatch(secrets[0]):
        raise _unusable(path)
    return secrets[0]


def public_of(secret: str, path: Path) -> str:
    """Give the public key that belongs to what was read from a key file."""
    try:
        return public_part(secret)
    except InputRefused:
        raise _unusable(path) from None


def _unusable(path: Path) -> InputRefused:
    return InputRefused(
        "this is no key file.",
        where=str(path),
        remedy="Give the file that sgdocs encrypt --new-key made.",
    )
