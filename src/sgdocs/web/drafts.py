"""What somebody typed and could not save yet, kept beside the case until it is saved."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import POST_BYTES
from sgdocs.storage import make_folder, remove_file, unnoted, write_file
from sgdocs.web.forms import Boxes, Steps
from sgdocs.web.visit import Visit

__all__ = ["Draft", "forget", "keep", "kept"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of every box, and the fingerprint of what the case held then."""

    boxes: Boxes
    seen: str


def keep(visit: Visit, steps: Steps, draft: Draft) -> None:
    """Keep what was typed."""
    path = _path(visit, steps)
    data = {"format": _FORMAT, "seen": draft.seen, "boxes": dict(draft.boxes)}
    with unnoted():  # the case is as it was
        make_folder(path.parent)
        write_file(path, json.dumps(data, ensure_ascii=False))


def kept(visit: Visit, steps: Steps) -> Draft | None:
    """Give what the same person typed here before, if it was never saved."""
    try:
        data = json.loads(read_ordinary(_path(visit, steps), POST_BYTES))
        boxes = {str(name): tuple(map(str, texts)) for name, texts in data["boxes"].items()}
        return Draft(boxes, str(data["seen"])) if data["format"] == _FORMAT else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def forget(visit: Visit, steps: Steps) -> None:
    """Set aside what was typed."""
    with unnoted():
        remove_file(_path(visit, steps))


def _path(visit: Visit, steps: Steps) -> Path:
    # Named by a hash: neither who wrote nor what about stands in a file's name.
    about = json.dumps([visit.session.user.name, *steps])
    name = sha256(about.encode()).hexdigest()[:32]
    return visit.path().parent / "drafts" / f"{name}.json"
