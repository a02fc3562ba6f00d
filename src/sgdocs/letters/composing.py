"""Put the facts of a case into a letter's words."""

from collections.abc import Iterator, Mapping, Sequence

from sgdocs.dates import words
from sgdocs.expressions import FILTERS, Template
from sgdocs.letters.markdown import Source, main_headings, no_main_heading, read_blocks
from sgdocs.letters.model import Frame, Letter
from sgdocs.letters.tokens import Sealed
from sgdocs.papers import (
    Address,
    Block,
    Bullets,
    Closing,
    Fields,
    Paper,
    Paragraph,
    Run,
)

__all__ = ["compose"]

_UNNAMED = "unknown"
_initials = FILTERS["initials"].function
_and_list = FILTERS["and_list"].function


def compose(letter: Letter, data: Mapping[str, object], frame: Frame) -> Paper:
    """Compose a letter for one recipient.

    `data` holds, as plain data:
      case          the case file as it is written
      facts         the derived facts by name
      dates         for each step (hyphens as underscores) its binding `due`, `send_by` and
                    `time_of_day`; a step without a date has no entry
      events        the day each event happened or, until then, is planned for
      office        name, address, email, phone, hours
      partnership   name, and the procedure's `terms`
      recipient     name, job_title, organisation, role
      today         the day the letter is made
    and the letter also sees `reference` (the case reference) and `child_label`, the children's
    initials, or “the child” while there is no name.

    Raises ExpressionFailed, with the letter's file and line and the path of the fact, where a
    fact is missing.
    """
    facts = {**data, **_named(data), "reference": frame.reference}
    return Paper(
        title=_line(letter.title, facts),
        subject=_line(letter.subject, facts),
        reference=frame.reference,
        document_id=frame.document_id,
        version=frame.version,
        date=frame.date,
        marking=frame.marking,
        letterhead=frame.letterhead,
        blocks=tuple(_blocks(letter, facts, frame)),
        draft=frame.draft,
    )


def _blocks(letter: Letter, facts: Mapping[str, object], frame: Frame) -> Iterator[Block]:
    labels = letter.labels
    yield Address(frame.addressee)
    yield Fields(
        (
            (labels.reference, (Run(frame.reference),)),
            (labels.date, (Run(words(frame.date)),)),
        )
    )
    yield from _body(letter, facts)
    yield Closing(tuple(_line(line, facts) for line in letter.sign_off))
    if letter.encloses:
        yield Paragraph((Run(labels.enclosed, bold=True),))
        yield Bullets(tuple((_enclosure(entry, frame),) for entry in letter.encloses))


def _body(letter: Letter, facts: Mapping[str, object]) -> tuple[Block, ...]:
    sealed = Sealed()
    text = letter.body.render(facts, wrap=sealed.seal)
    blocks = read_blocks(Source(text, letter.file, sealed.restore))
    if main_headings(blocks) != 1:
        raise no_main_heading(letter.file)
    return blocks


def _line(template: Template, facts: Mapping[str, object]) -> str:
    """Print one line: whatever its values hold, it is not more than one."""
    return " ".join(template.render(facts).split())


def _enclosure(entry: str, frame: Frame) -> Paragraph:
    title = frame.artefact_titles.get(entry)
    return Paragraph((Run(f"{entry}: {title}" if title else entry),))


def _named(data: Mapping[str, object]) -> dict[str, object]:
    """Say how the children are called where a name must not stand: in subjects and headings."""
    case = data.get("case")
    children = case.get("children", ()) if isinstance(case, Mapping) else ()
    return {"child_label": _child_label(children)} if children else {}


def _child_label(children: Sequence[Mapping[str, Mapping[str, str]]]) -> str:
    names = [child["name"]["full"] for child in children]
    known = [_initials(name) for name in names if name != _UNNAMED]
    unknown = len(names) - len(known)
    if not known:
        return "the child" if unknown == 1 else "the children"
    return str(_and_list([*known, *(["another child"] * unknown)]))
