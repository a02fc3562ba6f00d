"""The list in every pack: what was made, from what, and what was not made and why."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from json import JSONEncoder
from json.encoder import encode_basestring as _in_quotes
from typing import Any

from sgdocs.artefacts import Wanted
from sgdocs.packs.model import Kept, Pack, Piece, Sending

__all__ = ["manifest", "written"]

_FORMAT = 1
_encoded = JSONEncoder(ensure_ascii=False).encode

Data = dict[str, Any]


def manifest(
    pack: Pack, made_from: Mapping[str, Any], files: Mapping[str, bytes], left: Sequence[Wanted]
) -> Data:
    """Describe the pack as plain data."""
    return {
        "format": _FORMAT,
        **made_from,
        "papers": [paper for sending in pack.sendings for paper in _papers(sending, files)],
        "files": {name: sha256(data).hexdigest() for name, data in sorted(files.items())},
        "not_made": [_left(wanted) for wanted in left],
    }


def written(about: Mapping[str, Any]) -> bytes:
    """Write the list as JSON to be read by people, too: what is one thing stands on one line."""
    parts = (f"{_quoted(name)}: {_part(value)}" for name, value in about.items())
    return ("{\n  " + ",\n  ".join(parts) + "\n}\n").encode()


def _part(value: Any) -> str:
    """Write a mapping or a list with a line for each of its parts."""
    if isinstance(value, (dict, Mapping)) and value:
        lines = ",\n    ".join(f"{_quoted(k)}: {_quoted(v)}" for k, v in value.items())
        return f"{{\n    {lines}\n  }}"
    if isinstance(value, list | tuple) and value:
        return "[\n    " + ",\n    ".join(map(_quoted, value)) + "\n  ]"
    return _quoted(value)


def _quoted(value: Any) -> str:
    return _in_quotes(value) if type(value) is str else _encoded(value)


def _papers(sending: Sending | Kept, files: Mapping[str, bytes]) -> Sequence[Mapping[str, Any]]:
    if isinstance(sending, Kept):
        return sending.papers
    return [_paper(sending, piece, files) for piece in sending.pieces]


def _paper(sending: Sending, piece: Piece, files: Mapping[str, bytes]) -> Data:
    wanted = piece.wanted
    own = {f"{piece.stem}.{ending}" for ending in ("docx", "pdf")}
    return {
        "artefact": wanted.artefact.id,
        "kind": piece.document.kind,
        "state": "draft" if piece.document.order.draft else "final",
        "version": wanted.version,
        "step": wanted.row.step if wanted.row else None,
        "instance": wanted.row.instance.id if wanted.row and wanted.row.instance else None,
        "recipient": sending.to.key,
        "day": sending.day.isoformat(),
        "wording": piece.document.wording,
        "made_from": piece.made_from,
        "files": sorted(name for name in files if name.rpartition("/")[2] in own),
    }


def _left(wanted: Wanted) -> Data:
    return {
        "artefact": wanted.artefact.id,
        "step": wanted.row.step if wanted.row else None,
        "instance": wanted.row.instance.id if wanted.row and wanted.row.instance else None,
        "reason": wanted.reason,
    }
