"""The reasons sgdocs stops, each with the exit code other programs rely on."""

__all__ = [
    "Busy",
    "InputRefused",
    "OutputFailed",
    "SafetyRefused",
    "SgdocsError",
    "UsageRefused",
]


class SgdocsError(Exception):
    """Stop, and tell the person what, where and what to do next; never any case content."""

    exit_code = 70

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class UsageRefused(SgdocsError):
    """The command was asked for something it does not do."""

    exit_code = 2


class InputRefused(SgdocsError):
    """An input could not be read or is not acceptable."""

    exit_code = 3


class SafetyRefused(SgdocsError):
    """Going on would not be safe: a frozen document, an altered record, a failed gate."""

    exit_code = 4


class OutputFailed(SgdocsError):
    """A file could not be written; what was there before is still there."""

    exit_code = 5


class Busy(SgdocsError):
    """Somebody else holds the lock."""

    exit_code = 6
