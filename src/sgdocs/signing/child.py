"""The process that looks at signatures in a file from outside: within its memory, no network."""

import json
import sys
from datetime import datetime
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.opening import limits, within_memory
from sgdocs.signing import hanko
from sgdocs.signing.guarding import require_signable
from sgdocs.signing.judging import judge

__all__ = ["main"]


def main() -> None:
    """Answer the one file that is asked about."""
    within_memory(limits.WORKING_MEMORY)
    asked = json.loads(sys.stdin.buffer.readline())
    told = json.dumps(_told(asked, sys.stdin.buffer.read()))
    sys.stdout.write(told)


def _told(asked: Any, data: bytes) -> dict[str, Any]:
    hanko.require()
    trusted = [bytes.fromhex(each) for each in asked["trusted"]]
    try:
        require_signable(data, asked["where"])
        look = judge(data, trusted, datetime.fromisoformat(asked["at"]))
    except InputRefused as refused:
        return {"refused": [refused.what, refused.remedy]}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a hostile file finds faults in any parser
        return {"refused": [_DAMAGED, _ASK]}
    return {"signatures": look.as_data()}


_DAMAGED = "the signatures in this PDF cannot be read: it is damaged, or was changed by a program."
_ASK = "Do not rely on it. Ask for the file again, as it was signed."


if __name__ == "__main__":
    main()
