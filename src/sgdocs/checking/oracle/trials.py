"""Templates rendered for real, with one case after another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, Template, TemplateError, TemplateSyntaxError

__all__ = ["Break", "Printer", "Trial", "plain_printers", "try_out"]


@dataclass(frozen=True, slots=True)
class Break:
    """Where rendering came to an end, and what kind of error ended it; never with a value."""

    part: str
    line: int
    what: str
    always: bool = False


@dataclass(frozen=True, slots=True)
class Printer:
    """One part of a template, ready to be rendered."""

    part: str
    print: Callable[[Any], object]


@dataclass(slots=True)
class Trial:
    """What came of rendering a template with many cases."""

    breaks: dict[tuple[str, int], Break] = field(default_factory=dict)
    raw: set[str] = field(default_factory=set)
    cases: int = 0


def try_out(printers: Iterable[Printer | Break], cases: Iterable[Any], trial: Trial) -> Trial:
    """Render every part with every case."""
    ready = []
    for printer in printers:
        if isinstance(printer, Break):
            trial.breaks[printer.part, printer.line] = printer
        else:
            ready.append(printer)
    for case in cases:
        trial.cases += 1
        for printer in ready:
            broken = _printed(printer, case)
            if broken is not None:
                trial.breaks.setdefault((broken.part, broken.line), broken)
    return trial


def _printed(printer: Printer, case: Any) -> Break | None:
    try:
        printer.print(case)
    except Exception as wrong:  # noqa: BLE001 - any failure is what is looked for
        return Break(printer.part, _line(wrong), type(wrong).__name__)
    return None


def _line(wrong: Exception) -> int:
    """Find the line of the template; one in an included file counts as none."""
    lines = [f.lineno for f in extract_tb(wrong.__traceback__) if f.filename == "<template>"]
    return int(getattr(wrong, "line", 0) or (lines[0] if lines else 0) or 0)


def plain_printers(path: Path, environment: Environment) -> Sequence[Printer | Break]:
    """Make a Markdown or other plain template ready."""
    return [compiled("body", path.read_text(encoding="utf-8-sig"), environment)]


def compiled(
    part: str,
    source: str,
    environment: Environment,
    finish: Callable[[str], object] = str,
) -> Printer | Break:
    """Compile a text; `finish` is done with what it gives."""
    try:
        template: Template = environment.from_string(source)
    except TemplateSyntaxError as wrong:
        return Break(part, wrong.lineno, type(wrong).__name__, always=True)
    except (TemplateError, RecursionError, SyntaxError) as wrong:
        return Break(part, 0, type(wrong).__name__, always=True)
    return Printer(part, lambda case: finish(template.render(case)))
