"""Compare a case as a change leaves it with the case as it was: what is worse, and what moves."""

from dataclasses import dataclass
from functools import cached_property

from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import SgdocsError
from sgdocs.findings import Finding, Severity, ordered
from sgdocs.pipeline.scheduling import Validated, check_against, dated, validate
from sgdocs.reading import Document
from sgdocs.schedule import Moved, Row, differences

__all__ = ["Compared", "compare"]


@dataclass(frozen=True)  # without slots: what is found out of it on first use is kept in it
class _Side:
    """A case, before or after; checked once and dated once, whatever is asked of it."""

    document: Document
    content: Content
    today: Moment

    @cached_property
    def validated(self) -> Validated:
        return validate(self.document, self.content, self.today)

    @cached_property
    def every(self) -> tuple[Finding, ...]:
        """Give every finding, those of the rules too where the shape has faults already."""
        if self.validated.case is not None or not self.validated.findings:
            return self.validated.findings
        case = Case(self.document.data, self.document)
        try:
            ruled = check_against(case, self.content, self.today).findings
        except (LookupError, TypeError, ValueError, AttributeError, SgdocsError):
            return self.validated.findings  # too far from its shape for the rules to make sense of
        return ordered((*self.validated.findings, *ruled))

    @property
    def rows(self) -> tuple[Row, ...] | None:
        """Give the dates; nothing of a case with errors, whose findings are shown instead."""
        checked = self.validated
        if checked.case is None:
            return None
        return dated(checked.case, checked.findings, self.content, self.today).rows


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides of a change."""

    before: _Side
    after: _Side

    @property
    def brought(self) -> tuple[Finding, ...]:
        """Give the errors that the change brings; older ones do not count."""
        known = {(f.rule, f.path) for f in self.before.every}
        return tuple(
            f
            for f in self.after.every
            if f.severity is Severity.ERROR and (f.rule, f.path) not in known
        )

    @property
    def moved(self) -> tuple[Moved, ...]:
        """Give the dates that the change moves."""
        old, new = self.before.rows, self.after.rows
        return differences(old, new) if old is not None and new is not None else ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what is still to put right."""
        return self.after.validated.findings


def compare(before: Document, after: Document, content: Content, today: Moment) -> Compared:
    """Put a case beside itself as a change leaves it."""
    return Compared(_Side(before, content, today), _Side(after, content, today))
