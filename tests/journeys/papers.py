"""Every paper of an example case, made for the first person each goes to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from artefacts.asking import nothing_sent, standing
from sgdocs.artefacts import Asked, papers_of
from sgdocs.documents import Document, Maker, Wordings
from sgdocs.errors import SgdocsError
from sgdocs.pipeline.fingerprinting import Fingerprints, Sources
from sgdocs.pipeline.packing import Press
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.standing import Scheduled

__all__ = ["EXAMPLES", "Made", "made", "one_of_each", "refused"]

EXAMPLES = {
    "nel": "2026-07-20",
    "nel-open": "2026-11-20",
    "nel-learning-request": "2025-04-03",
    "tees": "2023-11-20",
    "tees-two-children": "2026-11-20",
    "darlington": "2025-03-10",
    "darlington-below-threshold": "2026-07-24",
    "darlington-improvements-only": "2026-11-20",
    "bcp": "2024-11-20",
    "bcp-panel-disagrees": "2026-11-20",
    "north-yorkshire": "2026-05-05",
    "north-yorkshire-looked-after-child": "2026-02-20",
}
"""Each example, and a day on which it has much to make."""


_MORE: Mapping[str, Callable[[str], str]] = {
    "nel": lambda text: text.replace(
        "\nreview:\n",
        "\nreview:\n  national_flag: {found_on: 2026-05-05, information: Seen elsewhere too.}\n",
    ),
    "north-yorkshire-looked-after-child": lambda text: text.replace(
        "status_at_incident: [looked_after]", "status_at_incident: [care_leaver]"
    ),
}
"""What an example lacks so that each paper is made once."""


@dataclass(frozen=True)
class Made:
    """One paper, and the name its files have."""

    artefact: str
    stem: str
    document: Document


def made(example: str) -> tuple[Made, ...]:
    """Make every paper of an example, as if nothing had gone out yet."""
    return tuple(one for one in _tried(example) if isinstance(one, Made))


def one_of_each() -> dict[str, Made]:
    """Give one paper for each letter and template there is, by a name for its file."""
    by_wording = {one.document.wording: one for example in EXAMPLES for one in made(example)}
    return {one.stem: one for one in by_wording.values()}


def refused(example: str) -> tuple[str, ...]:
    """Give why the others could not be made."""
    return tuple(one for one in _tried(example) if isinstance(one, str))


@cache
def _tried(example: str) -> tuple[Made | str, ...]:
    edit = _MORE.get(example, str)
    found = standing(example, EXAMPLES[example], lambda text: edit(nothing_sent(text)))
    wordings = Wordings(found.content, found.case.procedure)
    prints = Fingerprints(Sources(found.content, found.case.procedure), wordings, "")
    press = Press(found, Maker(found.content, found.case.procedure, wordings), prints)
    return tuple(_papers(found, press))


def _papers(found: Scheduled, press: Press) -> Iterator[Made | str]:
    had: set[tuple[str, str, str]] = set()
    for artefact in sorted(papers_of(found)):
        for wanted in wanted_papers(found, Asked(only=artefact, again=True)):
            for to in () if wanted.reason else wanted.to[:1]:
                kind = (artefact, wanted.row.step if wanted.row else "", to.role)
                if kind in had:
                    continue
                had.add(kind)
                try:
                    for piece in press.sending(to, [wanted]).pieces:
                        yield Made(artefact, piece.stem, piece.document)
                except SgdocsError as error:
                    yield f"{artefact}: {error}"
