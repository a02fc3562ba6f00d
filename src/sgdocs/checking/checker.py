"""Templates checked against a schema: each of their texts run on types."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from sgdocs.checking.controls import control_faults
from sgdocs.checking.findings import Finding, in_order
from sgdocs.checking.ignoring import kept
from sgdocs.checking.language.assuming import assume
from sgdocs.checking.language.costs import costly
from sgdocs.checking.language.expressions import evaluate
from sgdocs.checking.language.macros import Macro, run_uncalled
from sgdocs.checking.language.ordering import lost_in_loops, set_later, taken
from sgdocs.checking.language.parsing import names_in, parsed
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State
from sgdocs.checking.language.statements import execute
from sgdocs.checking.language.world import World
from sgdocs.checking.places.pages import Page, Spot
from sgdocs.checking.places.plain import plain_page
from sgdocs.checking.places.word import word_pages
from sgdocs.checking.types.alternatives import Type
from sgdocs.errors import InputRefused
from sgdocs.expressions.limits import LIMITS
from sgdocs.expressions.syntax import fault_in
from sgdocs.opening.files import is_there, read_ordinary
from sgdocs.opening.limits import FILE_BYTES
from sgdocs.reading import read_words, unseen

if TYPE_CHECKING:
    from sgdocs.checking.papers.sights import Sight

__all__ = ["Library", "check_paper", "check_template", "library", "pages_of"]

# What is missing stops a paper of ours, and a name may stand for something nearer.
_BY_DESIGN = frozenset({"optional-unguarded", "maybe-empty", "shadows"})
_WORD = (".docx", ".docm", ".dotx", ".dotm")


@dataclass(frozen=True, slots=True)
class Library:
    """Where included files are looked for, and which fields were used so far."""

    folders: tuple[Path, ...]
    known: dict[str, Page | None]
    seen: set[str]

    def page(self, name: str) -> Page | None:
        """Give an included file; nothing if there is none."""
        if name not in self.known:
            inside = not {"..", ""} & set(PurePosixPath(name.replace("\\", "/")).parts)
            relative = not PureWindowsPath(name).anchor and inside
            paths = (folder / name for folder in self.folders if relative)
            found = next((path for path in paths if is_there(path)), None)
            self.known[name] = None if found is None else plain_page(read_words(found), name)
        return self.known[name]


def library(templates: Sequence[Path]) -> Library:
    """Look for included files beside the templates."""
    folders = dict.fromkeys(template.parent for template in templates)
    return Library(tuple(folders), {}, set())


def pages_of(path: Path, name: str, *, own: bool = False) -> list[Page]:
    """Read a template as pages."""
    if path.suffix.lower() in _WORD:
        return word_pages(_bytes(path), name, own=own)
    return [plain_page(read_words(path, name=name), name)]


def _bytes(path: Path) -> bytes:
    try:
        data = read_ordinary(path, FILE_BYTES)
    except (OSError, ValueError):
        raise InputRefused(
            "this template could not be read.",
            where=str(path),
            remedy="Check the name, and close it in other programs.",
        ) from None
    if len(data) > FILE_BYTES:
        raise InputRefused(
            f"this template is larger than {FILE_BYTES // 1_000_000} MB.",
            where=str(path),
            remedy="Take the pictures out of it.",
        )
    return data


def check_template(
    pages: Iterable[Page], root: Type, world: World, known: Library
) -> list[Finding]:
    """Check the pages of one template."""
    whole = list(pages)
    findings = [f for page in whole for f in _page_findings(page, root, world, known)]
    fields = [f for page in whole for f in _field_findings(page, root, known)]
    return in_order(kept([*findings, *fields, *_unseen_findings(whole)], whole))


def check_paper(
    pages: Iterable[Page], sights: "Iterable[Sight]", world: World, known: Library
) -> list[Finding]:
    """Check the pages of one of our own papers, as each kind of its readers gets it."""
    whole = list(pages)
    findings = list(_unseen_findings(whole))
    for sight in sights:
        for page in whole:
            findings += _seen_findings(page, sight, world, known)
            findings += _field_findings(page, sight.fields, known)
    found = in_order(kept(findings, whole))
    return [replace(f, severity="note") if f.rule in _BY_DESIGN else f for f in found]


def _seen_findings(page: Page, sight: "Sight", world: World, known: Library) -> list[Finding]:
    """Check a page as a reader gets it; what most papers have around them is looked at once."""
    if _among_the_words(page):
        return list(_page_findings(page, sight.text, world, known))
    frame = sight.frame
    if page.troubles or not names_in(page.source) <= frame.names:
        return list(_page_findings(page, sight.around, world, known))
    found: list[Finding] = []
    if page.source not in frame.sound:
        found = list(_page_findings(page, frame.type, world, known))
        frame.sound.update(() if found else (page.source,))
    return found


def _unseen_findings(pages: Iterable[Page]) -> Iterator[Finding]:
    """Find what an eye passes over, in the words of a template and in its tags."""
    for page in pages:
        if not page.source.isascii():
            for number, line in enumerate(page.source.split("\n"), 1):
                for rule, what in unseen(line):
                    yield _at(page, page.spot(number), rule, f"this line holds {what}")


def _among_the_words(page: Page) -> bool:
    part = page.spot(1).part
    return part not in ("header", "footer") and not part.startswith("core-property")


def _page_findings(page: Page, root: Type, world: World, known: Library) -> Iterator[Finding]:
    run = Run(world, page, known.page, root, evaluate, assume, execute)
    tree = parsed(run)
    if tree is not None:
        if world.own and (fault := fault_in(tree, LIMITS)):
            run.say("refused", fault.line, f"{fault.what} {fault.remedy}".strip().removesuffix("."))
        for line, why in costly(tree):
            run.say("costly", line, why)
        run.later = set_later(tree)
        run.lost = lost_in_loops(tree)
        run.taken = taken(tree)
        start = State({}, {})
        run.execute(tree.body, start)
        _run_uncalled(run, page)
    known.seen.update(run.seen)
    yield from run.findings()
    for trouble in page.troubles:
        yield _at(page, trouble.spot, trouble.rule, trouble.message)


def _field_findings(page: Page, root: Type, known: Library) -> Iterator[Finding]:
    known.seen.update(f"$.{control.tag.removeprefix('$.')}" for control in page.controls)
    for control in page.controls:
        for rule, path, message, suggestion in control_faults(control, root):
            yield _at(page, control.spot, rule, message, (path, suggestion))


def _run_uncalled(run: Run, page: Page) -> None:
    """Look through each macro that nobody calls, once, also those written inside another."""
    done: set[int] = set()
    for macro, state in run.macros:  # it grows as macros inside macros are met
        if isinstance(macro, Macro) and macro.unit is page and id(macro.node) not in done:
            done.add(id(macro.node))
            if not macro.called:
                run_uncalled(run, macro, state)


def _at(
    page: Page, spot: Spot, rule: str, message: str, more: tuple[str, str] = ("", "")
) -> Finding:
    place = (page.file, spot.part, spot.heading, spot.table_row, spot.line, spot.text)
    return Finding(rule, "error", *place, more[0], message, more[1])
