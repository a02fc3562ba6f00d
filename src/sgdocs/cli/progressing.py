"""How far a long run has come: a bar with the time left on a terminal, a line now and then else."""

import sys

from sgdocs.cli.clock import Stopwatch

__all__ = ["Progress"]

_WIDTH = 30
_LINES = 10
_WORTH_A_LINE = 20


class Progress:
    """Shows on standard error how many of so many are done."""

    def __init__(self, doing: str, of: int) -> None:
        self._doing, self._of = doing, of
        self._watch = Stopwatch()
        self._done = 0

    def step(self) -> None:
        """Count one more, and show it where somebody looks or a tenth is done."""
        self._done += 1
        if sys.stderr is None:
            return
        if sys.stderr.isatty():
            end = "\n" if self._done == self._of else ""
            sys.stderr.write(f"\r{self._bar()}{end}")
        elif self._of >= _WORTH_A_LINE and self._tenth(self._done) > self._tenth(self._done - 1):
            sys.stderr.write(f"{self._doing}: {self._done} of {self._of}\n")
        sys.stderr.flush()

    def _tenth(self, done: int) -> int:
        return done * _LINES // self._of

    def _bar(self) -> str:
        filled = self._done * _WIDTH // self._of
        bar = "#" * filled + "." * (_WIDTH - filled)
        return f"{self._doing} [{bar}] {self._done} of {self._of}{self._left():<24}"

    def _left(self) -> str:
        if self._done == self._of:
            return ""
        seconds = self._watch.seconds * (self._of - self._done) / self._done
        minutes = round(seconds / 60)
        if minutes >= 1:
            return f", about {minutes} min left"
        return f", about {max(1, round(seconds))} s left"
