"""The key file: made once, kept outside every workspace."""

import base64
import binascii
from pathlib import Path

from sgdocs.content import require_outside
from sgdocs.errors import InputRefused
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import SECRET_BYTES
from sgdocs.pseudonyms.sealing import KEY_BYTES, new_key
from sgdocs.storage import write_file

__all__ = ["make_key", "read_key"]

_MARK = "sgdocs-key-1:"


def make_key(path: Path) -> None:
    """Make a key file where there is none; never inside a workspace."""
    require_outside(path)
    text = _MARK + base64.b64encode(new_key()).decode() + "\n"
    write_file(path, text, exclusive=True)


def read_key(path: Path) -> bytes:
    """Read a key file."""
    require_outside(path)
    try:
        data = read_ordinary(path, SECRET_BYTES)
        if len(data) > SECRET_BYTES:
            raise _unusable(path)
        text = data.decode("ascii").strip()
        key = base64.b64decode(text.removeprefix(_MARK), validate=True)
    except (OSError, UnicodeDecodeError, binascii.Error, ValueError):
        raise _unusable(path) from None
    if not text.startswith(_MARK) or len(key) != KEY_BYTES:
        raise _unusable(path)
    return key


def _unusable(path: Path) -> InputRefused:
    return InputRefused(
        "this is no key file.",
        where=str(path),
        remedy="Give the file that sgdocs anonymise --new-key made.",
    )
