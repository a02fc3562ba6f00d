"""The expression language, and the facts that a procedure's conditions may use."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from making.markdown import Page, code, codes, table
from sgdocs.casefile import Case
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.expressions import FILTERS, LIMITS, TESTS, Argument, literals_compared
from sgdocs.facts import Facts, FactsRequest, derive
from sgdocs.pipeline.grounding import ground
from sgdocs.procedure import load_procedure, procedure_names
from sgdocs.reading import read_file

__all__ = ["pages"]

_HERE = Path(__file__).parent
_DAY = parse_moment("2026-02-02")
_CANNOT = """\
An expression is a question about the facts, such as `criteria == "met"` or
`agency.involved == "yes" and not agency.returned`. It has `and`, `or`, `not`, brackets,
`==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `not in`, `is`, `A if B else C`, texts, numbers and lists.
A filter comes after `|`, a test after `is`. There is no arithmetic, nothing can be called, and
nothing outside the facts can be reached. Conditions in a procedure use it."""


def pages(content: Content) -> Iterator[Page]:
    """Make the page of the language and the page of the facts."""
    yield Page("expressions.md", "The expression language", _CANNOT, tuple(_language()))
    about = (
        "Each name below can be used in the test of a condition in a procedure file. A fact of "
        "the case as a whole is always there. A fact of an agency, a child or another thing that "
        "a step is repeated for is there for each of them in turn."
    )
    yield Page("facts.md", "Facts that conditions may use", about, tuple(_facts(content)))


def _language() -> Iterator[str]:
    rows = [
        (code(f.name + _brackets(f.arguments)), f.takes, f.gives, f.says) for f in FILTERS.values()
    ]
    yield f"## Filters\n\n{table(('Filter', 'Takes', 'Gives', 'For example'), rows)}"
    asked = [(code(t.name + _brackets(t.arguments)), t.takes, t.says) for t in TESTS.values()]
    yield f"## Tests\n\n{table(('Test', 'Of', 'True where the value'), asked)}"
    yield (
        "## Missing values\n\nA fact that is missing counts as false in a condition. Anywhere else "
        "it is an error: nothing is ever printed as a gap. `default`, `is defined`, `is undefined` "
        "and `is empty` may be asked of a missing value."
    )
    limits = [
        ("Length", f"{LIMITS.source:,} characters"),
        ("One thing inside another", f"{LIMITS.depth} levels"),
        ("Loops inside loops", f"{LIMITS.loops}"),
        ("Turns of all loops together", f"{LIMITS.iterations:,}"),
        ("Characters printed", f"{LIMITS.output:,}"),
    ]
    yield f"## Limits\n\n{table(('What', 'At most'), limits)}"


def _brackets(arguments: tuple[Argument, ...]) -> str:
    return f"({', '.join(a.name for a in arguments)})" if arguments else ""


def _facts(content: Content) -> Iterator[str]:
    says = read_file(_HERE / "facts.yaml").data
    compared = _compared(content)
    derived = _example(content)
    yield from _section("Of the case", "", derived.values, says["case"], compared)
    for kind, found in derived.instance_values.items():
        _plan, facts = found[0]
        yield from _section(f"Of each {kind}", f"{kind}.", facts, says[kind], compared)


def _section(
    title: str,
    prefix: str,
    facts: Mapping[str, object],
    says: Mapping[str, str],
    compared: Mapping[str, list[str]],
) -> Iterator[str]:
    """Make the table of one kind of fact; a fact without a description stops the run."""
    rows = [
        (code(prefix + name), _kind(value), says[name], codes(compared.get(prefix + name, ())))
        for name, value in facts.items()
    ]
    columns = ("Fact", "Kind", "What it says", "Compared with, in the procedures here")
    yield f"## {title}\n\n{table(columns, rows)}"


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "yes or no"
    return "number" if isinstance(value, int) else "text"


def _compared(content: Content) -> dict[str, list[str]]:
    """Give the texts that the conditions of all procedures compare each fact with."""
    found: dict[str, set[str]] = {}
    for name in procedure_names(content):
        book = load_procedure(content, name)
        for condition in book.in_force(book.starts[-1]).conditions.values():
            for test in filter(None, (condition.test, condition.undecided)):
                for path, value in literals_compared(test):
                    found.setdefault(path, set()).add(str(value))
    return {path: sorted(values - {""}) for path, values in found.items()}


def _example(content: Content) -> Facts:
    """Derive the facts of a small case that has one of every kind of thing."""
    document = read_file(_HERE / "every-kind.yaml")
    base = ground(content, document.data["case"]["procedure"])
    procedure = base.book.in_force(_DAY.day)
    settings, calendar = base.partnership.settings, base.calendar
    case = Case(document.data, document)
    return derive(FactsRequest(case, procedure, settings, calendar, _DAY, {}))
