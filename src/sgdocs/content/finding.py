"""Finds the data files that ship with the program, and a unit's own where it has put one."""

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from sgdocs.content.looking import is_file, names_in, stamp_of
from sgdocs.content.workspaces import WORKSPACE_MARK
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.spelling import nearest
from sgdocs.storage import parts_of

__all__ = ["BUILT_IN", "KINDS", "OWN", "Content"]

KINDS = (
    "schemas",
    "procedures",
    "partnerships",
    "calendars",
    "letters",
    "templates",
    "wordlists",
    "examples",
)
OWN = "workspace"
BUILT_IN = "built in"

_PACKAGE = Path(__file__).parent.parent
_NAMES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Content:
    """The data files of a workspace, if there is one, over those the program came with."""

    workspace: Path | None = None
    package: Path = _PACKAGE
    cache: Path | None = None
    stamp: str = ""
    """Tells how the files stood when many cases were begun; each is then looked up only once."""

    tried: tuple[tuple[str, str, Path], ...] = ()
    """Files to try in place of others, each by the kind and name it takes."""

    def __hash__(self) -> int:
        """Give one number; of settled files the stamp says all, and this is asked very often."""
        return hash(self.stamp or (self.workspace, self.package, self.tried))

    def trying(self, kind: str, name: str, path: Path) -> "Content":
        """Give the same with a file to try in the place of one of them."""
        return replace(self, tried=(*self.tried, (kind, name, path)))

    def settled(self, built_in: str = "") -> "Content":
        """Give the same as its files stand now, for work on many cases in a row.

        A program that stays open gives the stamp of the files it came with, which are as they
        were when it was started.
        """
        return _the_one(replace(self, stamp=_standing(self, built_in or self.built_in_stamp())))

    def built_in_stamp(self) -> str:
        """Tell whether any file that the program came with is another than before."""
        return stamp_of(_folders_under(self.packaged_root()))

    def path(self, kind: str, name: str) -> Path:
        """Give the file of that kind and name, the workspace's own first."""
        return _path_once(self, kind, name) if self.stamp else self._found(kind, name)[1]

    def origin(self, kind: str, name: str) -> str:
        """Say whose file it is: “workspace” or “built in”."""
        return self._found(kind, name)[0]

    def names(self, kind: str, suffix: str = "") -> tuple[str, ...]:
        """List the names of a kind that end so, wherever they lie, in order."""
        return _names_once(self, kind, suffix) if self.stamp else self._listed(kind, suffix)

    def _listed(self, kind: str, suffix: str) -> tuple[str, ...]:
        ending = suffix.casefold()
        found = {n for _, folder in self._folders(kind) for n in names_in(folder)}
        return tuple(sorted(n for n in found if n.casefold().endswith(ending)))

    def packaged_root(self) -> Path:
        """Give the folder that holds what the program came with: the wheel's, or the checkout's."""
        for root in (self.package / "_content", self.package.parent.parent):
            if (root / "schemas").is_dir():
                return root
        raise _incomplete(self.package)

    def _folders(self, kind: str) -> tuple[tuple[str, Path], ...]:
        if kind not in KINDS:
            raise SgdocsError(f"there is no kind of data file called “{kind}”.")
        built_in = self.packaged_root() / kind
        if not built_in.is_dir():
            raise _incomplete(built_in)
        own = ((OWN, self.workspace / kind),) if self.workspace else ()
        return (*own, (BUILT_IN, built_in))

    def _found(self, kind: str, name: str) -> tuple[str, Path]:
        for tried_kind, tried_name, path in self.tried:
            if (tried_kind, tried_name) == (kind, name):
                return OWN, path
        parts = parts_of(name)
        for origin, folder in self._folders(kind):
            place = folder.joinpath(*parts)
            if is_file(place):
                return origin, place
        raise self._missing(kind, name)

    def _missing(self, kind: str, name: str) -> InputRefused:
        # The name asked for may come from a case file, so only names of ours are printed.
        there = self.names(kind, Path(name).suffix)
        closest = nearest(name, there)
        guess = f"Did you mean “{closest}”? " if closest else ""
        shown = ", ".join(there[:_NAMES_SHOWN]) or "none"
        more = f" and {len(there) - _NAMES_SHOWN} more" if len(there) > _NAMES_SHOWN else ""
        return InputRefused(
            f"there is no file of the name asked for among the {kind}.",
            where=kind,
            remedy=f"{guess}There are: {shown}{more}.",
        )


@lru_cache(maxsize=16)
def _the_one(content: Content) -> Content:
    """Give of equal ones always the same: what is looked up by it is then found by one glance."""
    return content


@lru_cache(maxsize=8192)
def _path_once(content: Content, kind: str, name: str) -> Path:
    return content._found(kind, name)[1]


@lru_cache(maxsize=256)
def _names_once(content: Content, kind: str, suffix: str) -> tuple[str, ...]:
    return content._listed(kind, suffix)


def _standing(content: Content, built_in: str) -> str:
    """Tell whether any data file is another than before, by its name, time and size."""
    own = content.workspace
    places = (*_folders_under(own), str(own / WORKSPACE_MARK)) if own else ()
    return sha256(f"{built_in}{stamp_of((*places, *_tried(content)))}".encode()).hexdigest()


def _folders_under(root: Path) -> tuple[str, ...]:
    return tuple(str(root / kind) for kind in (*KINDS, "fonts") if kind != "examples")


def _tried(content: Content) -> tuple[str, ...]:
    return tuple(str(path) for *_, path in content.tried)


def _incomplete(place: Path) -> SgdocsError:
    return SgdocsError(
        "the program's own data files are missing, so its installation is incomplete.",
        where=str(place),
        remedy="Install sgdocs again.",
    )
