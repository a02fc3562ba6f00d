"""The words around a briefing's own: its kind, version, approval and marking."""

from dataclasses import dataclass, fields

from sgdocs.briefing.model import Briefing
from sgdocs.content import Content
from sgdocs.dates import words
from sgdocs.errors import InputRefused
from sgdocs.reading import read_file, require_mapping

__all__ = ["Labels", "load_labels"]

_FILE = "briefing.yaml"
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words, from templates/briefing.yaml."""

    kind: str
    version: str
    approved: str
    not_approved: str
    public: str
    not_public: str
    questions: str
    links: str
    page: str
    picture: str

    def marking(self, briefing: Briefing) -> str:
        """Say whether the briefing may be published."""
        return self.public if briefing.approved_on else self.not_public

    def status(self, briefing: Briefing) -> str:
        """Say in one line what this is, of which day, and whether it is approved."""
        issue, approved = briefing.issue, briefing.approved_on
        return _BETWEEN.join(
            (
                self.kind,
                f"{self.version} {issue.version}",
                words(issue.date),
                f"{self.approved} {words(approved)}" if approved else self.not_approved,
            )
        )


def load_labels(content: Content) -> Labels:
    """Load the fixed words, the workspace's own where it has them."""
    document = read_file(content.path("templates", _FILE), name=f"templates/{_FILE}")
    written = require_mapping(document)
    names = [field.name for field in fields(Labels)]
    if missing := [name for name in names if not isinstance(written.get(name), str)]:
        raise InputRefused(
            f"the words for {', '.join(missing)} are missing.",
            where=document.name,
            remedy="Compare it with the file that came with the program.",
        )
    return Labels(**{name: str(written[name]) for name in names})
