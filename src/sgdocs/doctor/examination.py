"""Look over a workspace: its files, its contacts, its calendar, its permissions, its secrets."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sgdocs.content import Content
from sgdocs.dates import Edition, words
from sgdocs.doctor.secrets import secrets_in
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.partnership import Partnership, load_partnership, workspace_procedure
from sgdocs.procedure import load_procedure, procedure_names
from sgdocs.reading import read_file
from sgdocs.schema import check, load_schema
from sgdocs.storage import permissions_report, rival_copies

__all__ = ["Advice", "examine"]

_RUNWAY = timedelta(days=270)
_FEW = 5


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing the doctor looked at."""

    about: str
    says: str
    well: bool = True


def examine(content: Content, today: date) -> tuple[Advice, ...]:
    """Look at everything, and say of each thing whether it is well."""
    looks: dict[str, Callable[[], Iterator[Advice]]] = {
        "Python": _python,
        "workspace": lambda: _workspace(content),
        **_each_procedure(content),
        "contacts": lambda: _contacts(content, today),
        **_each_calendar(content, today),
        "permissions": lambda: _permissions(content),
        "copies": lambda: _copies(content),
        "secrets": lambda: _secrets(content),
    }
    return tuple(advice for about, look in looks.items() for advice in _looked(about, look))


def _looked(about: str, look: Callable[[], Iterator[Advice]]) -> list[Advice]:
    """Look at one thing; what cannot be looked at is what there is to say of it."""
    try:
        return list(look())
    except SgdocsError as refused:
        return [Advice(about, str(refused), well=False)]


def _python() -> Iterator[Advice]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Advice(
        "Python", f"version {version}; 3.11 or later is needed", well=sys.version_info >= (3, 11)
    )


def _workspace(content: Content) -> Iterator[Advice]:
    if content.workspace is None:
        yield Advice("workspace", "none here; the built-in files are used")
        return
    own = [
        f"{kind}/{name}"
        for kind in ("procedures", "letters", "templates", "calendars")
        for name in content.names(kind)
        if content.origin(kind, name) == "workspace"
    ]
    uses = f"uses {len(own)} file(s) of its own" if own else "uses the built-in files"
    yield Advice("workspace", f"{content.workspace}, {uses}")


def _each_procedure(content: Content) -> dict[str, Callable[[], Iterator[Advice]]]:
    def look(name: str) -> Iterator[Advice]:
        book = load_procedure(content, name)
        yield Advice(f"procedure {name}", f"{len(book.starts)} version(s), no faults")

    return {f"procedure {n}": partial(look, n) for n in procedure_names(content)}


def _contacts(content: Content, today: date) -> Iterator[Advice]:
    partnership = _partnership(content)
    if partnership is None:
        return
    roles = {c.role for c in partnership.contacts}
    vacant = sorted(r for r in roles if not partnership.contacts_for(r, today))
    if vacant:
        yield Advice("contacts", f"nobody holds these roles today: {', '.join(vacant)}", well=False)
    ending = sum(
        c.valid_to is not None and today <= c.valid_to <= today + timedelta(days=30)
        for c in partnership.contacts
    )
    if ending:
        yield Advice(
            "contacts", f"{ending} contact(s) end within 30 days; add who follows", well=False
        )
    if not vacant and not ending:
        yield Advice("contacts", f"{len(roles)} roles, each held by somebody today")
    if any(c.email.endswith(("example.org", ".example")) for c in partnership.contacts):
        yield Advice(
            "contacts",
            "some addresses are the invented ones (example.org); put "
            "the real ones into partnership.yaml before anything is sent",
            well=False,
        )


def _partnership(content: Content) -> Partnership | None:
    procedure = workspace_procedure(content)
    return load_partnership(content, procedure) if content.workspace else None


def _each_calendar(content: Content, today: date) -> dict[str, Callable[[], Iterator[Advice]]]:
    def look(name: str) -> Iterator[Advice]:
        document = read_file(content.path("calendars", name))
        if findings := check(document, load_schema(content, "calendar")):
            raise InputRefused(findings[0].line_of_text())
        edition = Edition.from_data(document.data)
        well = edition.confirmed_to - today > _RUNWAY
        until = words(edition.confirmed_to)
        advice = "" if well else "; a newer edition is needed soon"
        yield Advice(f"calendar {edition.label}", f"confirmed to {until}{advice}", well=well)

    return {f"calendar {n}": partial(look, n) for n in content.names("calendars", ".yaml")}


def _permissions(content: Content) -> Iterator[Advice]:
    if content.workspace is None:
        return
    places, reason = permissions_report(content.workspace)
    if reason:
        yield Advice("permissions", reason)
    elif not places:
        yield Advice("permissions", "only you can read the workspace")
    else:
        yield Advice(
            "permissions",
            f"others on this computer can read {_shown(places)}; "
            "remove their rights (chmod -R go= on the workspace)",
            well=False,
        )


def _copies(content: Content) -> Iterator[Advice]:
    """Look for second versions, which synchronising programs make of files changed twice."""
    if content.workspace is None:
        return
    cases = content.workspace / "cases"
    folders = (content.workspace, *(sorted(cases.iterdir()) if cases.is_dir() else ()))
    found = [copy for folder in folders for copy in rival_copies(folder)]
    if not found:
        yield Advice("copies", "no second versions of case files")
        return
    yield Advice(
        "copies",
        f"{_shown(found)}: second versions, which sgdocs does not read; compare them, keep what is "
        "right under the plain name, and keep cases out of folders that synchronise",
        well=False,
    )


def _secrets(content: Content) -> Iterator[Advice]:
    """Look for keys and passwords that lie beside what they lock."""
    if content.workspace is None:
        return
    if not (found := secrets_in(content.workspace)):
        yield Advice("secrets", "no key, password or list of users lies in the workspace")
        return
    yield Advice(
        "secrets",
        f"{_shown(found)}: a key, a password or a list of users, which whoever gets the folder has "
        "too; move it out of the workspace",
        well=False,
    )


def _shown(places: Sequence[Path]) -> str:
    more = f" and {len(places) - _FEW} more" if len(places) > _FEW else ""
    return f"{', '.join(map(str, places[:_FEW]))}{more}"
