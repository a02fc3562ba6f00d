"""The packs made of a case: what is in them, each file to take away, and what was sent."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.errors import InputRefused
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import PACK_LIST_BYTES
from sgdocs.pipeline.dispatching import dispatch
from sgdocs.web.acts import Act, acts, recipients
from sgdocs.web.lacking import lack_in
from sgdocs.web.view import get, post
from sgdocs.web.visit import Visit

__all__ = ["VIEWS"]

_MANIFEST = "manifest.json"
_KINDS = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".ics": "text/calendar",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
}
_ANY = "application/octet-stream"
_OLDEST = (1980, 1, 1, 0, 0, 0)


def _packs(visit: Visit) -> Response:
    names = [folder.name for folder in _folders(visit)]
    return visit.page("packs.html", "Packs", names=names)


def _pack(visit: Visit) -> Response:
    folder = _folder(visit)
    about, found = _manifest(folder), visit.scheduled()
    every = acts(found, about)
    left = tuple(dict.fromkeys((one["artefact"], one["reason"]) for one in about["not_made"]))
    own = {name for paper in about["papers"] for name in paper["files"]}
    own |= {name for act in every for parcel in act.parcels for name in parcel.mails}
    return visit.page(
        "pack.html",
        f"Pack {folder.name}",
        pack=folder.name,
        acts=[act for act in every if act.sends],
        kept=[act for act in every if not act.sends],
        others=[name for name in sorted(about["files"]) if name not in own],
        lacking=[(a, lack) for a, reason in left if (lack := lack_in(reason, found.content))],
        left=[one for one in left if not lack_in(one[1], found.content)],
        titles={a: x.title for a, x in found.ground.artefacts.items()},
    )


def _file(visit: Visit) -> Response:
    name = visit.part("file")
    path = _member(visit, name)
    kind = _KINDS.get(path.suffix.lower(), _ANY)
    return visit.download(path.read_bytes(), PurePosixPath(name).name, kind)


def _zip(visit: Visit) -> Response:
    folder = _folder(visit)
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (*sorted(_manifest(folder)["files"]), _MANIFEST):
            info = zipfile.ZipInfo(name, _OLDEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, (folder / name).read_bytes())
    name = f"{visit.part('reference')}_{folder.name}.zip"
    return visit.download(held.getvalue(), name, "application/zip")


def _mark_sent(visit: Visit) -> Response:
    every = acts(visit.scheduled(), _manifest(_folder(visit)))
    asked = tuple(visit.posted.get(name) for name in ("day", "step", "instance"))
    going = [act for act in every if act.sends and not act.sent and not act.draft]
    if visit.posted.button != "all":
        going = [act for act in going if (act.day, act.step, act.instance) == asked]
    here = f"/cases/{visit.part('reference')}/packs/{visit.part('pack')}"
    try:
        for act in going:
            _record_act(visit, act)
    except CaseRefused as refused:
        said = "; ".join(finding.message for finding in refused.findings)
        return visit.go(here, f"Not recorded as sent: {said}")
    said = "; ".join(act.title for act in going)
    return visit.go(here, f"Recorded as sent: {said}." if said else "Nothing is left to send.")


def _record_act(visit: Visit, act: Act) -> None:
    """Record each paper of an act as sent to everybody it is for."""
    now = visit.office.clock()
    to = recipients(visit.scheduled(), act)
    entry = {
        "to": to,
        "step": act.step,
        "for": act.instance if act.instance not in to else "",
        "sent": now.text,
        "channel": "secure_email",
        "by": visit.session.user.name,
    }
    filled = {key: value for key, value in entry.items() if value}
    for artefact in dict.fromkeys(paper["artefact"] for paper in act.papers):
        dispatch(visit.path(), {"artefact": artefact, **filled}, (), visit.content, now)


def _folders(visit: Visit) -> Iterator[Path]:
    root = visit.office.workspace / "build" / visit.scheduled().case.reference
    for folder in sorted(root.iterdir(), reverse=True) if root.is_dir() else ():
        if (folder / _MANIFEST).is_file():
            yield folder


def _folder(visit: Visit) -> Path:
    for folder in _folders(visit):
        if folder.name == visit.part("pack"):
            return folder
    raise InputRefused("there is no such pack.", remedy="Look at the packs of the case.")


def _member(visit: Visit, name: str) -> Path:
    """Find a file that the pack's own list names; nothing else can be had."""
    folder = _folder(visit)
    if name in _manifest(folder)["files"] and (folder / name).is_file():
        return folder / name
    raise InputRefused("there is no such file in this pack.")


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / _MANIFEST
    try:
        about: dict[str, Any] = json.loads(read_ordinary(path, PACK_LIST_BYTES))
    except (ValueError, RecursionError):
        raise InputRefused("this pack's list is damaged.", where=folder.name) from None
    return about


VIEWS = (
    get("/cases/{reference}/packs", _packs),
    get("/cases/{reference}/packs/{pack}", _pack),
    get("/cases/{reference}/packs/{pack}/all.zip", _zip),
    get("/cases/{reference}/packs/{pack}/files/{file:path}", _file),
    post("/cases/{reference}/packs/{pack}/sent", _mark_sent),
)
