"""What an earlier pack has that would come out the same: taken over, and not made again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from sgdocs.artefacts import Addressee, Wanted
from sgdocs.packs import Earlier, Kept, Sending
from sgdocs.pipeline.packing import Press

__all__ = ["Keeping", "act_of", "for_one", "people"]

Acts = Sequence[tuple[Wanted, ...]]
_Key = tuple[tuple[str, str], str]


@dataclass(slots=True)
class Keeping:
    """Takes a sending over from the earlier pack, or has the press make it."""

    press: Press
    earlier: Earlier | None
    together: bool
    """True where one person's papers of a day are bound into one: all are kept, or none."""
    doubtful: bool = False
    """True where the names of files might be others than if all were made anew."""
    _fresh: dict[_Key, Kept] = field(default_factory=dict)

    def look_at(self, acts: Acts) -> None:
        """Find out, before anything is made, what of the earlier pack still holds."""
        if self.earlier is None or (self.together and not self._same_around()):
            return
        stale: set[tuple[date, str]] = set()
        for papers in acts:
            for to in people(papers):
                theirs = for_one(to, papers)
                if kept := self._kept(self.earlier, to, theirs):
                    self._fresh[act_of(theirs[0]), to.key] = kept
                else:
                    stale.add((theirs[0].day, to.key))
        if self.together:
            whole = {k: v for k, v in self._fresh.items() if (v.day, v.to.key) not in stale}
            self._fresh = dict(_bound(self.earlier, whole))

    def sending(self, to: Addressee, wanted: Sequence[Wanted]) -> Sending | Kept:
        """Give the papers of one act for one person."""
        kept = self._fresh.get((act_of(wanted[0]), to.key))
        if kept is None:
            made = self.press.sending(to, wanted)
            self._compare(made)
            return made
        for paper in kept.papers:
            held = self.press.taken.setdefault(_stem(paper).casefold(), wanted[0])
            self.doubtful |= held not in wanted
        return kept

    def around(self) -> Mapping[str, bytes] | None:
        """Give what lies beside the papers, where it would come out the same."""
        if self.earlier is None or not self._same_around():
            return None
        names = [name for name in self.earlier.files if "/" not in name]
        return self.earlier.taken(names) if names else None

    @property
    def anything(self) -> bool:
        """Say whether anything is taken over."""
        return bool(self._fresh)

    def _same_around(self) -> bool:
        return bool(self.earlier and self.earlier.about.get("around") == self._around())

    def _around(self) -> str:
        return self.press.prints.of_around()

    def _kept(self, earlier: Earlier, to: Addressee, wanted: Sequence[Wanted]) -> Kept | None:
        prints = {self.press.prints.of(one, to) for one in wanted}
        papers = tuple(p for p in earlier.papers if p.get("made_from") in prints)
        if {paper["made_from"] for paper in papers} != prints:
            return None
        names = {n for paper in papers for n in earlier.beginning_with(_stem(paper))}
        files = earlier.taken(sorted(names))
        return Kept(wanted[0].day, to, files, papers) if files else None

    def _compare(self, made: Sending) -> None:
        """See whether a paper made anew has the name it had: another's could follow from it."""
        if self.earlier is None or not self._fresh:
            return
        before = {_stem(p) for p in self.earlier.papers if p.get("recipient") == made.to.key}
        self.doubtful |= any(piece.stem not in before for piece in made.pieces)


def act_of(wanted: Wanted) -> tuple[str, str]:
    """Tell the papers of one step, or of one agency in it, from those of others."""
    return (wanted.row.step, wanted.instance) if wanted.row else (wanted.artefact.id, "")


def people(papers: Iterable[Wanted]) -> tuple[Addressee, ...]:
    """Give everybody an act's papers are for."""
    return tuple(dict.fromkeys(to for paper in papers for to in paper.to))


def for_one(to: Addressee, papers: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Give those of an act's papers that are for one person."""
    return tuple(paper for paper in papers if to in paper.to)


def _bound(earlier: Earlier, kept: Mapping[_Key, Kept]) -> Iterator[tuple[_Key, Kept]]:
    """Add to each person's first sending of a day the one PDF that binds all of them."""
    had: set[tuple[date, str]] = set()
    for key, one in kept.items():
        files = dict(one.files)
        if (one.day, one.to.key) not in had:
            files |= earlier.taken(_whole(earlier, one)) or {}
        had.add((one.day, one.to.key))
        yield key, Kept(one.day, one.to, files, one.papers)


def _whole(earlier: Earlier, kept: Kept) -> tuple[str, ...]:
    ending = f"_all-papers_{kept.to.key}.pdf"
    day = kept.day.isoformat()
    return tuple(n for n in earlier.files if n.endswith(ending) and day in n.split("/"))


def _stem(paper: Mapping[str, Any]) -> str:
    return PurePosixPath(str(paper["files"][0])).stem
