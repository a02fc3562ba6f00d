"""A business unit at its desk: a workspace, commands run in it, and what it then sees."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from json import loads
from pathlib import Path
from typing import Any

from sgdocs.cli.main import main
from sgdocs.pipeline import grounding
from sgdocs.procedure import loading as procedures

__all__ = ["Desk", "Refused"]


class Refused(AssertionError):
    """A command that should have gone well did not."""


@dataclass(frozen=True)
class Desk:
    """A workspace and the case being worked on."""

    folder: Path
    reference: str = "SCI-2026-014"

    @property
    def case(self) -> Path:
        """Give the case file."""
        return self.folder / "cases" / self.reference / "case.yaml"

    def does(self, command: str, *more: str, ends: int = 0) -> str:
        """Run a command written as a clerk types it, CASE standing for the reference."""
        words = [self.reference if word == "CASE" else word for word in command.split()]
        out, err = io.StringIO(), io.StringIO()
        code: object = 0
        _forget()
        with chdir(self.folder), redirect_stdout(out), redirect_stderr(err):
            try:
                main([*words, *more])
            except SystemExit as stopped:
                code = stopped.code
        if code != ends:
            raise Refused(f"{command}: ended with {code}\n{err.getvalue()}{out.getvalue()}")
        return out.getvalue() + err.getvalue()

    def rows(self, as_of: str) -> list[dict[str, Any]]:
        """Give the schedule on a day."""
        found: list[dict[str, Any]] = loads(self.does(f"schedule CASE --as-of {as_of} --json"))
        return found

    def dates(self, as_of: str) -> dict[str, str]:
        """Give the day of each step that has one, an agency's steps by the agency's name too."""
        return {
            " ".join([row["step"], *_who(row)]): row["due"]
            for row in self.rows(as_of)
            if row["role"] in ("binding", "expectation") and row["due"]
        }

    def standing(self, as_of: str) -> dict[str, str]:
        """Give how each step stands."""
        return {
            " ".join([row["step"], *_who(row)]): row["status"]
            for row in self.rows(as_of)
            if row["role"] not in ("alternative_reading", "what_if")
        }

    def writes(self, old: str, new: str) -> None:
        """Change the case file by hand, as in an editor."""
        text = self.case.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        self.case.write_text(text.replace(old, new), encoding="utf-8")


def _forget() -> None:
    """Forget what an earlier command in this process loaded: each real one starts afresh."""
    for room in (grounding, procedures):
        for loaded in vars(room).values():
            getattr(loaded, "cache_clear", bool)()


def _who(row: dict[str, Any]) -> list[str]:
    return [row["instance"]["id"]] if row["instance"] else []
