"""Put the facts of a case into a letter's words."""

from collections.abc import Iterator, Mapping

from sgdocs.dates import words
from sgdocs.expressions import Template
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


def compose(
    letter: Letter, data: Mapping[str, object], frame: Frame, *, missing: str = ""
) -> Paper:
    """Compose a letter for one recipient.

    `data` holds what letters/README.md lists, as plain data.

    Raises ExpressionFailed, with the letter's file and line and the path of the fact, where a
    fact is missing; in a draft, `missing` is printed in its place.
    """
    facts = {**data, "reference": frame.reference}
    return Paper(
        title=_line(letter.title, facts, missing),
        subject=_line(letter.subject, facts, missing),
        reference=frame.reference,
        document_id=frame.document_id,
        version=frame.version,
        date=frame.date,
        marking=frame.marking,
        letterhead=frame.letterhead,
        blocks=tuple(_blocks(letter, facts, frame, missing)),
        draft=frame.draft,
    )


def _blocks(
    letter: Letter, facts: Mapping[str, object], frame: Frame, missing: str
) -> Iterator[Block]:
    labels = letter.labels
    yield Address(frame.addressee)
    yield Fields(
        (
            (labels.reference, (Run(frame.reference),)),
            (labels.date, (Run(words(frame.date)),)),
        )
    )
    if frame.replaces:
        yield Paragraph((Run(_replacing(letter, frame)),))
    yield from _body(letter, facts, missing)
    signed = (_line(line, facts, missing) for line in letter.sign_off)
    yield Closing(tuple(line for line in signed if line))
    if letter.encloses:
        yield Paragraph((Run(labels.enclosed, bold=True),))
        yield Bullets(tuple((_enclosure(entry, frame),) for entry in letter.encloses))


def _body(letter: Letter, facts: Mapping[str, object], missing: str) -> tuple[Block, ...]:
    sealed = Sealed()
    text = letter.body.render(facts, wrap=sealed.seal, missing=missing)
    blocks = read_blocks(Source(text, letter.file, sealed.restore))
    if main_headings(blocks) != 1:
        raise no_main_heading(letter.file)
    return blocks


def _replacing(letter: Letter, frame: Frame) -> str:
    facts = {"version": int(frame.version) - 1, "sent": frame.replaces}
    return _line(letter.labels.replaces, facts, "")


def _line(template: Template, facts: Mapping[str, object], missing: str) -> str:
    """Print one line: whatever its values hold, it is not more than one."""
    return " ".join(template.render(facts, missing=missing).split())


def _enclosure(entry: str, frame: Frame) -> Paragraph:
    title = frame.artefact_titles.get(entry)
    return Paragraph((Run(f"{entry}: {title}" if title else entry),))
