"""How a case's latest pack was asked for and made, so that the next one is made so too."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

from sgdocs.artefacts import Asked
from sgdocs.errors import UsageRefused
from sgdocs.packs import By, Contents, Earlier
from sgdocs.pipeline.formrows import rows_told
from sgdocs.pipeline.freshness import contents_of
from sgdocs.pipeline.how import How
from sgdocs.standing import Scheduled

__all__ = ["made_before", "place_of"]


def made_before(earlier: Earlier | None, contents: Contents | None) -> How:
    """Give how the latest pack was made, so that the next one is made so too."""
    about: Any = earlier.about.get("how", {}) if earlier else {}
    if about.get("locked"):
        raise UsageRefused(
            "the latest pack is locked with a password, which is written down nowhere.",
            remedy="Make it anew with sgdocs build and its --password-file.",
        )
    by = about.get("by")
    return How(
        drafts=about.get("drafts") is True,
        by=cast("By", by) if by in ("day", "recipient") else None,
        contents=contents or (contents_of(earlier) if earlier else "all"),
        rows=rows_told(about.get("rows")),
        asked=asked_before(earlier),
    )


def asked_before(earlier: Earlier | None) -> Asked:
    """Give what was asked for when the latest pack was made.

    A next version was asked for once: it may be made anew until it is sent, and no further one is.
    """
    asked: Any = earlier.about.get("asked", {}) if earlier else {}
    until = str(asked.get("until", ""))
    return Asked(
        str(asked.get("only", "")),
        str(asked.get("step", "")),
        date.fromisoformat(until) if until else None,
        editions=dict(_editions(earlier)) if earlier and asked.get("again") is True else {},
    )


def _editions(earlier: Earlier) -> Iterator[tuple[tuple[str, str], int]]:
    for paper in earlier.papers:
        version = paper.get("version")
        if isinstance(version, int) and version > 1:
            yield (paper["artefact"], paper.get("instance") or ""), version


def place_of(found: Scheduled, how: How) -> Path:
    """Say where the next pack goes."""
    asked = how.asked
    until = f"until-{asked.until.isoformat()}" if asked.until else "due"
    workspace = found.content.workspace or Path()
    name = f"{found.as_of.day.isoformat()}-{asked.only or asked.step or until}"
    return workspace / "build" / found.case.reference / name
