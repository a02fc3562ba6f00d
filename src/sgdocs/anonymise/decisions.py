"""What people decided about flags: it stands for as long as the passage stays as it was."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from sgdocs.anonymise.grammar import fitted_words
from sgdocs.anonymise.model import Flag, Mask, Masked

__all__ = ["Decision", "Open", "carried", "decided", "flag_ids", "passage_of"]

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_ID = 12
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about one flag."""

    id: str
    decision: str
    """keep, mask or rewrite."""
    by: str
    on: str
    reason: str
    words: str
    passage: str
    source: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """A flag with what its decision hangs on."""

    id: str
    flag: Flag
    words: str
    passage: str


def passage_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the paragraph in which something stands."""
    begins = [0, *(m.end() for m in _PARAGRAPH.finditer(text, 0, start))]
    following = _PARAGRAPH.search(text, end)
    return begins[-1], following.start() if following else len(text)


def flag_ids(text: str, flags: Iterable[Flag]) -> Iterator[Open]:
    """Name each flag by its passage, its words and its reason, so that it is known again."""
    seen: dict[tuple[str, str, str], int] = {}
    for flag in flags:
        start, end = passage_of(text, flag.start, flag.end)
        passage = " ".join(text[start:end].split())
        words = text[flag.start : flag.end]
        what = (passage, " ".join(words.split()), flag.reason)
        seen[what] = count = seen.get(what, 0) + 1
        digest = sha256("\0".join((*what, str(count))).encode("utf-8", "surrogatepass"))
        yield Open(digest.hexdigest()[:_ID], flag, words, passage)


def decided(
    text: str, masked: Masked, decisions: Mapping[str, Decision]
) -> tuple[Masked, tuple[Open, ...]]:
    """Apply the decisions; what is left open is given with its name."""
    masks = list(masked.masks)
    left: list[Open] = []
    for asked in flag_ids(text, masked.flags):
        decision = decisions.get(asked.id)
        if decision is None:
            left.append(asked)
        elif decision.decision == "mask":
            masks = _masked_as(text, masks, asked.flag, decision.label)
        elif decision.decision == "rewrite":
            reason = f"{asked.flag.reason}; to be rewritten"
            left.append(replace(asked, flag=replace(asked.flag, reason=reason)))
    masks.sort(key=lambda m: m.start)
    return Masked(tuple(masks), tuple(o.flag for o in left)), tuple(left)


def carried(text: str, masked: Masked, decisions: Mapping[str, Decision]) -> dict[str, Decision]:
    """Give the decisions with those that were made where this text stands among others: in a
    file of the review a list or a table is one passage, of which the papers take line by line."""
    found = dict(decisions)
    for asked in flag_ids(text, masked.flags):
        if asked.id not in found:
            found.update((asked.id, d) for d in decisions.values() if _covers(d, asked))
    return found


def _covers(decision: Decision, asked: Open) -> bool:
    """Say whether a decision is about the same words, for the same reason, in unchanged text."""
    same = decision.words.split() == asked.words.split() and decision.reason == asked.flag.reason
    return same and _bare(asked.passage) in _bare(decision.passage)


def _bare(passage: str) -> str:
    """Give the words alone, without the signs of a list, a table or a heading."""
    return f" {' '.join(_WORD.findall(passage))} "


def _masked_as(text: str, masks: list[Mask], flag: Flag, label: str) -> list[Mask]:
    """Put one mask where a flag was, in place of those it touches."""
    touched = [m for m in masks if m.start < flag.end and flag.start < m.end]
    start = min([flag.start, *(m.start for m in touched)])
    end = max([flag.end, *(m.end for m in touched)])
    words = fitted_words(label, text[max(0, start - 40) : start])
    return [*(m for m in masks if m not in touched), Mask(start, end, label, words)]
