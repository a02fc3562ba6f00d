"""What a line of the ledger is about, in the words of the pages: never more than it says itself."""

from collections.abc import Iterator, Mapping

from sgdocs.ledger import Entry
from sgdocs.standing import Scheduled
from sgdocs.web.forms import said

__all__ = ["about_words", "names_of"]

_SAID = ("artefact", "form", "step", "event", "agency", "kind", "place", "pack", "version")


def names_of(found: Scheduled | None) -> Mapping[tuple[str, str], str]:
    """Give what steps, events and agencies are called, by what they are and their short names."""
    if found is None:
        return {}
    procedure = found.procedure
    return {
        **{("step", name): step.title for name, step in procedure.steps.items()},
        **{("event", name): event.title for name, event in procedure.events.items()},
        **{("agency", one["id"]): one["name"] for one in found.case.each("agencies")},
    }


def about_words(entry: Entry, named: Mapping[tuple[str, str], str]) -> str:
    """Say what a line is about, where its short names are known by what they are called."""
    return "; ".join(_parts(entry, named))


def _parts(entry: Entry, named: Mapping[tuple[str, str], str]) -> Iterator[str]:
    for key in _SAID:
        value = entry.about.get(key)
        if not isinstance(value, str):
            continue
        if key == "place":
            part = value.removeprefix("$.").partition("[")[0].partition(".")[0]
            yield f"{said(part)} ({value})"
        elif key == "pack":
            yield f"Pack {value.rpartition('/')[2]}"
        else:
            words = named.get((key, value), said(value))
            yield words[:1].upper() + words[1:]
