"""Whether a pack is still what would be made: everything it was made from, against now."""

from collections.abc import Iterator

from sgdocs.content import WORKSPACE_MARK, Content
from sgdocs.packs import Contents, Earlier
from sgdocs.pipeline.fingerprinting import PROGRAM, Sources
from sgdocs.pipeline.tracing import case_hash

__all__ = ["contents_of", "is_up_to_date", "stale_because"]

_OF_KINDS = {
    "procedures": "the procedure",
    "partnerships": "the contacts and settings",
    "calendars": "the calendar of bank holidays",
    "schemas": "the form of case files",
}
_OTHERS = {
    "case": "the case file",
    "names": "which letters and templates there are",
    "fonts": "the fonts",
    WORKSPACE_MARK: "the contacts and settings",
}


def stale_because(earlier: Earlier, text: str, content: Content) -> tuple[str, ...]:
    """Name what a pack was made from and that is another now; nothing where it is fresh.

    That days go by makes nothing stale: what has become due since is for the next build.
    """
    return () if _is_as_it_was(earlier, text, content) else _named(earlier, text, content)


def is_up_to_date(earlier: Earlier, text: str, content: Content, contents: Contents | None) -> bool:
    """Say whether nothing of a pack is stale, and it holds what it is to hold from now on."""
    as_asked = contents in (None, contents_of(earlier))
    return as_asked and _is_as_it_was(earlier, text, content)


def contents_of(earlier: Earlier) -> Contents:
    """Say what a pack holds."""
    said = _how(earlier).get("contents")
    return said if said in ("papers", "word") else "all"


def _is_as_it_was(earlier: Earlier, text: str, content: Content) -> bool:
    """Say whether all is the same, which it mostly is; only what is not is named one by one."""
    about = earlier.about
    sources = Sources(content, about["procedure"], contents_of(earlier))
    return (
        about["program"] == PROGRAM
        and about["inputs"] == {"case": case_hash(text), **sources.rules()}
        and about["wording"] == sources.hashes_of_all(tuple(about["wording"]))
        and not any(earlier.lacks())
    )


def _named(earlier: Earlier, text: str, content: Content) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_differences(earlier, text, content)))


def _differences(earlier: Earlier, text: str, content: Content) -> Iterator[str]:
    about = earlier.about
    sources = Sources(content, about["procedure"], contents_of(earlier))
    if about["program"] != PROGRAM:
        yield "the program"
    now = {"case": case_hash(text), **sources.rules()}
    before = about["inputs"]
    for name in sorted(now.keys() | before.keys()):
        if now.get(name) != before.get(name):
            yield _in_words(name)
    wording = about["wording"]
    for name, hashed in sources.hashes(wording).items():
        if hashed != wording[name]:
            yield f"the words of {name}"
    if any(earlier.lacks()):
        yield "files of the pack that are gone"


def _how(earlier: Earlier) -> dict[str, object]:
    how = earlier.about.get("how")
    return how if isinstance(how, dict) else {}


def _in_words(name: str) -> str:
    if name in _OTHERS:
        return _OTHERS[name]
    kind, _, _ = name.partition("/")
    return f"{_OF_KINDS.get(kind, 'a file')} ({name})"
