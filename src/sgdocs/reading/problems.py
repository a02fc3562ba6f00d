"""What stops a file from being read: problems with their places, and the refusal of the file."""

from collections.abc import Sequence
from dataclasses import dataclass

from sgdocs.errors import InputRefused
from sgdocs.opening.limits import PROBLEMS, PROBLEMS_SHOWN

__all__ = ["Problem", "ReadingRefused", "refusal"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right before the file can be read; line 0 means the file as a whole."""

    line: int
    column: int
    message: str
    remedy: str = ""


class ReadingRefused(InputRefused):
    """A file is not acceptable as it stands; `problems` says where and why."""

    def __init__(
        self,
        what: str,
        *,
        where: str = "",
        remedy: str = "",
        file: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        lines = [_sentence(self.file, p) for p in self.problems[:PROBLEMS_SHOWN]]
        left = len(self.problems) - PROBLEMS_SHOWN
        if left > 0:
            at_least = "at least " if len(self.problems) >= PROBLEMS else ""
            lines.append(f"{self.file}: and {at_least}{left} more like these.")
        return "\n".join(lines) or super().__str__()


def refusal(file: str, problems: Sequence[Problem]) -> ReadingRefused:
    """Make the refusal that lists these problems in reading order."""
    inorder = tuple(sorted(set(problems)))[:PROBLEMS]
    first = inorder[0]
    return ReadingRefused(
        first.message,
        where=_where(file, first),
        remedy=first.remedy,
        file=file,
        problems=inorder,
    )


def _where(file: str, problem: Problem) -> str:
    return f"{file}:{problem.line}:{problem.column}" if problem.line else file


def _sentence(file: str, problem: Problem) -> str:
    return f"{_where(file, problem)}: {problem.message} {problem.remedy}".rstrip()
