"""Who was called what before: read with the key, added to, and never renumbered."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from secrets import choice

from sgdocs import ledger
from sgdocs.anonymise import Known, Masker, Style, choose_name, masker_of, taken_words
from sgdocs.dates import Moment
from sgdocs.errors import SafetyRefused
from sgdocs.pseudonyms import FILE, Called, adding, hash_of_last, hashes, read_key, read_sealed

__all__ = ["settle", "with_memory"]


def with_memory(
    masker: Masker, known: Known, style: Style, place: tuple[Path, str], key_file: Path
) -> tuple[Masker, tuple[Called, ...]]:
    """Make the masker anew with what was settled before; give it and what is not settled yet."""
    folder, reference = place
    key = read_key(key_file)
    held = read_sealed(folder / FILE, key, reference)
    _require_whole(folder, held)
    settled = {c.key: c for c in held}
    style = replace(
        style,
        labels={k: c.label for k, c in settled.items()},
        words={k: c.words for k, c in settled.items()},
    )
    masker = masker_of(known, masker.lists, style)
    new = tuple(_new(masker, known, style, settled))
    words = {**style.words, **{c.key: c.words for c in new}}
    labels = {**style.labels, **{c.key: c.label for c in new}}
    return masker_of(known, masker.lists, replace(style, labels=labels, words=words)), new


def settle(place: tuple[Path, str], key_file: Path, new: tuple[Called, ...], at: Moment) -> None:
    """Write down what was newly settled, and the chain's hash in the case's ledger."""
    folder, reference = place
    if not new and _noted(folder, read_sealed(folder / FILE, read_key(key_file), reference)):
        return
    with adding(folder / FILE, read_key(key_file), reference, new) as every:
        about = {"pseudonyms": hash_of_last(every), "entries": len(every)}
        ledger.append(folder, ledger.Entry(ledger.Kind.RECORDED, at, "", about))


def _noted(folder: Path, held: tuple[Called, ...]) -> bool:
    """Say whether the ledger knows the last entry; a run that stopped could not tell it."""
    known = {line.entry.about.get("pseudonyms") for line in ledger.entries(folder)}
    return not held or hash_of_last(held) in known


def _new(
    masker: Masker, known: Known, style: Style, settled: dict[str, Called]
) -> Iterator[Called]:
    """Give a label to whoever has none yet; to a child a made-up name where that is the style."""
    avoid = set(taken_words(masker))
    for person in known.people:
        if person.key in settled:
            continue
        words = masker.labels.words[person.key]
        if person.group == "child" and style.child == "pseudonym" and words.startswith("Child "):
            words = choose_name(person, masker.lists.pseudonyms, avoid, choice) or words
            avoid |= {words.casefold()}
        yield Called(person.key, masker.labels.of[person.key], words)
    for place in known.places:
        if place.key not in settled:
            yield Called(place.key, masker.labels.of[place.key], masker.labels.words[place.key])


def _require_whole(folder: Path, held: tuple[Called, ...]) -> None:
    """Refuse an older file put in the place of a newer one: the case's ledger knows the last."""
    known = {"0" * 64, *hashes(held)}
    for line in reversed(ledger.entries(folder)):
        digest = line.entry.about.get("pseudonyms")
        if digest is not None:
            if digest not in known:
                raise SafetyRefused(
                    "the file of pseudonyms is older than the case's ledger says.",
                    where=str(folder / FILE),
                    remedy="Restore the newest one from a backup.",
                )
            return
