"""The steps of every procedure, and the papers they name, from the procedure files."""

from collections.abc import Iterator, Mapping

from making.markdown import Page, code, codes, table
from sgdocs.content import Content
from sgdocs.procedure import (
    Direction,
    Limit,
    LookBack,
    Procedure,
    Source,
    Step,
    Timing,
    Unit,
    load_procedure,
    procedure_names,
)
from sgdocs.reading import read_file

__all__ = ["pages", "papers"]

_UNITS = {
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.CALENDAR_DAYS: ("calendar day", "calendar days"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.MONTHS: ("month", "months"),
}
_EACH = {
    "agency": "each agency",
    "child": "each child",
    "action": "each action of the plan",
    "family_member": "each family member",
    "governance_meeting": "each governance meeting",
    "partner": "each safeguarding partner",
    "option": "each chosen option",
    "parallel_review": "each parallel review",
}
_DUTIES = {
    "statutory": "law or statutory guidance",
    "procedure": "the procedure",
    "advisory": "a target or good practice; never overdue by rule",
    "expectation": "another body's; to chase",
}


def pages(content: Content) -> Iterator[Page]:
    """Make a page for each procedure, as its latest version has it."""
    for name in procedure_names(content):
        book = load_procedure(content, name)
        procedure = book.in_force(book.starts[-1])
        about = (
            f"{procedure.title}. Version: {procedure.version}, from {procedure.in_force_from}. "
            f"The file is `procedures/{name}.yaml`; the national rules it includes are here too."
        )
        parts = (_steps, _readings, _notes, _conditions, _events, _roles, _menus, _look_back)
        body = tuple(text for part in parts for text in part(procedure))
        yield Page(f"steps-{name}.md", f"Steps: {procedure.name}", about, body)


def _section(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    if rows:
        yield f"## {title}\n\n{table(columns, rows)}"


def _steps(procedure: Procedure) -> Iterator[str]:
    columns = ("Step", "What is done", "Who", "When", "Counted from", "Papers", "Force", "Source")
    rows = [
        (
            code(step.id),
            _what(step, procedure),
            _role(procedure, step.responsible),
            when(step.timing),
            _anchor(procedure, step.timing),
            ", ".join(step.artefacts),
            _DUTIES[step.duty],
            _source(step.source),
        )
        for step in procedure.steps.values()
    ]
    yield from _section("Steps", columns, rows)


def _what(step: Step, procedure: Procedure) -> str:
    parts = [step.title]
    if step.recipients:
        parts.append(f"To: {', '.join(_role(procedure, r) for r in step.recipients)}")
    if step.each:
        parts.append(f"Once for {_EACH[step.each]}")
    if step.option_menu:
        parts.append(f"Option: {code(step.option_choice or step.option_menu)}")
    if step.when:
        parts.append(f"Only if {'; '.join(procedure.conditions[c].title for c in step.when)}")
    if step.marks:
        parts.append(f"Marks: {code(step.marks)}")
    return "<br>".join(parts)


def _role(procedure: Procedure, name: str) -> str:
    return procedure.roles[name].title if name in procedure.roles else name.replace("_", " ")


def when(timing: Timing) -> str:
    """Put a timing into words, without what it is counted from."""
    side = "before" if timing.direction is Direction.BEFORE else "after"
    said = _limit(timing, side) if timing.unit is not Unit.NONE else f"no time limit; {side}"
    return f"{said}, {timing.time_of_day}" if timing.time_of_day else said


def _limit(timing: Timing, side: str) -> str:
    if timing.limit is Limit.SAME_DAY:
        return "the same day, as a target"
    if not timing.offset:
        return "on the same day" if timing.limit is Limit.ON else "by the same day"
    one, many = _UNITS[timing.unit]
    amount = f"{timing.offset} {one if timing.offset == 1 else many} {side}"
    leads = {
        Limit.WITHIN: "at least " if side == "before" else "within ",
        Limit.ON: "",
        Limit.WINDOW: f"from {timing.earliest_offset} to ",
        Limit.AT_LEAST: "for at least ",
        Limit.WINDOW_START: "from ",
    }
    return f"{leads[timing.limit]}{amount}"


def _anchor(procedure: Procedure, timing: Timing) -> str:
    if timing.anchor_step:
        return f"the step {code(timing.anchor_step)}"
    event = procedure.events.get(timing.anchor)
    title = event.title if event else timing.anchor.replace("_", " ")
    return f"{title} ({code(timing.anchor)})"


def _source(source: Source) -> str:
    return f"{source.document}, {source.section}"


def _readings(procedure: Procedure) -> Iterator[str]:
    columns = ("Step", "Reading", "When", "Counted from", "What is said of it", "Source")
    rows = [
        (
            code(step.id),
            f"{r.issue} {r.label}".strip(),
            when(r.timing),
            _anchor(procedure, r.timing),
            f"{r.says}{' The earlier of the dates binds.' if step.binds_earliest else ''}",
            _source(r.source),
        )
        for step in procedure.steps.values()
        for r in step.readings
    ]
    yield from _section("Other readings", columns, rows)


def _cautions(step: Step) -> list[str]:
    return [f"While {code(one.condition)}: {one.says}" for one in step.cautions]


def _notes(procedure: Procedure) -> Iterator[str]:
    rows = [
        (code(step.id), note)
        for step in procedure.steps.values()
        for note in (
            *filter(None, [step.timing.counting]),
            *step.notes,
            *step.warns,
            *_cautions(step),
        )
    ]
    yield from _section("Notes on the steps", ("Step", "Note"), rows)


def _conditions(procedure: Procedure) -> Iterator[str]:
    rows = [
        (code(c.name), c.title, code(c.test), code(c.undecided))
        for c in procedure.conditions.values()
    ]
    columns = ("Condition", "In words", "Test", "Not decided while")
    yield from _section("Conditions", columns, rows)


def _events(procedure: Procedure) -> Iterator[str]:
    rows = [
        (code(e.name), e.title, "yes" if e.receipt else "", codes(e.after))
        for e in procedure.events.values()
    ]
    columns = ("Event", "In words", "A receipt", "Cannot come before")
    yield from _section("Events", columns, rows)


def _roles(procedure: Procedure) -> Iterator[str]:
    rows = [(code(r.id), r.title, codes(r.members)) for r in procedure.roles.values()]
    yield from _section("Roles", ("Role", "In words", "Stands for"), rows)


def _menus(procedure: Procedure) -> Iterator[str]:
    rows = [
        (code(menu.name), code(choice.id), choice.title, str(choice.details.get("timescale", "")))
        for menu in procedure.options.values()
        for choice in menu.choices.values()
    ]
    yield from _section("Menus of options", ("Menu", "Choice", "In words", "Timescale"), rows)


def _look_back(procedure: Procedure) -> Iterator[str]:
    rows = [
        (name.replace("_", " "), _period(rule), codes(rule.starts), rule.note)
        for name, rule in procedure.look_back.items()
    ]
    columns = ("Involvement with", "How far back", "Before", "Note")
    yield from _section("Look-back", columns, rows)


def _period(rule: LookBack) -> str:
    words: Mapping[str, str] = {"none": "no limit", "chosen": "as a meeting sets it"}
    return words.get(rule.unit, f"{rule.period} {rule.unit}")


def papers(content: Content) -> Page:
    """Make the page that lists every paper."""
    listed = read_file(content.path("procedures", "artefacts.yaml")).data["artefacts"]
    rows = [(code(p["id"]), p["title"], p["kind"], p["made_by"]) for p in listed]
    about = (
        "Every paper the procedures name, by the number that `sgdocs record dispatch` takes. "
        "The list is `procedures/artefacts.yaml`."
    )
    body = table(("Paper", "Title", "Kind", "Made by"), rows)
    return Page("papers.md", "Papers", about, (body,))
