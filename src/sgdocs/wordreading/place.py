"""Where the reader is, so that a refusal can say it."""

from dataclasses import dataclass, field

from sgdocs.errors import InputRefused

__all__ = ["Place"]


@dataclass(slots=True)
class Place:
    """The file, the heading above, and how many paragraphs and tables have gone by."""

    file: str
    heading: str = ""
    paragraphs: int = 0
    row: str = field(default="")

    def refused(
        self, what: str, remedy: str = "Take it out, or write it as plain words."
    ) -> InputRefused:
        """Refuse what stands here."""
        under = f", under “{self.heading}”" if self.heading else ""
        row = f", {self.row}" if self.row else ""
        where = f"{self.file}, paragraph {self.paragraphs}{row}{under}"
        return InputRefused(what, where=where, remedy=remedy)
