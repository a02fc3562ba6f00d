"""The packs made of a case: what is in them, each file to take away, and what was sent."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from starlette.responses import Response

from sgdocs.casefile import CaseRefused
from sgdocs.errors import InputRefused
from sgdocs.pipeline.dispatching import dispatch
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
_LARGEST_MANIFEST = 20_000_000
_OLDEST = (1980, 1, 1, 0, 0, 0)


def _packs(visit: Visit) -> Response:
    names = [folder.name for folder in _folders(visit)]
    return visit.page("packs.html", "Packs", names=names)


def _pack(visit: Visit) -> Response:
    folder = _folder(visit)
    about = _manifest(folder)
    papers = sorted(about["papers"], key=_sending)
    sendings = [(day, to, step, list(them)) for (day, to, step), them in groupby(papers, _sending)]
    own = {name for paper in papers for name in paper["files"]}
    return visit.page(
        "pack.html",
        f"Pack {folder.name}",
        pack=folder.name,
        sendings=sendings,
        others=[name for name in sorted(about["files"]) if name not in own],
        left=about["not_made"],
        titles={a: x.title for a, x in visit.scheduled().ground.artefacts.items()},
        sent=_sent(visit),
    )


def _sending(paper: Mapping[str, Any]) -> tuple[str, str, str]:
    return paper["day"], paper["recipient"], paper["step"] or ""


def _sent(visit: Visit) -> set[tuple[str, str]]:
    """Give what the case says has gone: paper and recipient."""
    return {
        (sent["artefact"], to)
        for sent in visit.scheduled().case.each("dispatches")
        for to in sent.get("to", (sent.get("for", ""),))
    }


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
    about = _manifest(_folder(visit))
    day, to, step = (visit.posted.get(name) for name in ("day", "recipient", "step"))
    sent = [p for p in about["papers"] if _sending(p) == (day, to, step) and p["state"] == "final"]
    here = f"/cases/{visit.part('reference')}/packs/{visit.part('pack')}"
    try:
        for paper in sent:
            _record_one(visit, paper, to)
    except CaseRefused as refused:
        said = "; ".join(finding.message for finding in refused.findings)
        return visit.go(here, f"Not recorded as sent: {said}")
    return visit.go(
        here, f"{len(sent)} papers are recorded as sent." if sent else "Nothing to send."
    )


def _record_one(visit: Visit, paper: Mapping[str, Any], to: str) -> None:
    now = visit.office.clock()
    entry = {
        "artefact": paper["artefact"],
        "to": [to],
        "step": paper["step"],
        "for": paper["instance"] if paper["instance"] != to else None,
        "sent": now.text,
        "channel": "secure_email",
        "by": visit.session.user.name,
    }
    filled = {key: value for key, value in entry.items() if value is not None}
    dispatch(visit.path(), filled, (), visit.content, now)


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
    if path.stat().st_size > _LARGEST_MANIFEST:
        raise InputRefused("this pack's list is too large.", where=folder.name)
    try:
        about: dict[str, Any] = json.loads(path.read_bytes())
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
