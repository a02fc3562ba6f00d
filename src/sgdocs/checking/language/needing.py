"""What must be there: say so where a value may be missing or null."""

from sgdocs.checking.language.laziness import mind_lazy
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.words import listed
from sgdocs.checking.types.alternatives import Missing, Null, Number, Type

__all__ = ["need", "need_in_strict", "need_truth"]

_MESSAGES = {
    "short": ("maybe-empty", "the list may be shorter: {} is not always there"),
    "unset": ("maybe-unset", "{} is set only on some ways to this place"),
    "no-else": ("no-else", "this inline if has no else, so there may be nothing to use here"),
    "null": ("null-unguarded", "{} may be null here, and then it has no such field"),
    "sometimes": ("optional-unguarded", "{} is there only for some kinds of this object"),
}
_OPTIONAL = "{} is optional: it may not be there. Guard it with if, or give a default"
_NEVER = "{} is never there at this place: what is known here rules it out"


def need(run: Run, value: Value, line: int, use: str) -> Type:
    """Insist that there is a value to print, loop over or look into; give what it may be."""
    missing = [a for a in value.type if isinstance(a, Missing)]
    if missing and not _allowed(run, value, missing, use):
        _say_missing(run, value, missing, line)
    rest = value.type.without(Missing)
    if rest.has(Null) and use in ("loop", "operand"):
        path = value.where
        message = f"{_called(value)} may be null, and null cannot be used here"
        run.say("null-unguarded", line, message, path)
        rest = rest.without(Null)
    return rest


def _allowed(run: Run, value: Value, missing: list[Missing], use: str) -> bool:
    """Say whether a missing value does no harm: it prints as nothing, or stops a paper of ours."""
    if run.world.undefined == "stops":
        return not run.is_asking
    lenient = run.world.undefined == "lenient" and use in ("print", "loop", "filter")
    silent = missing[0].reason.partition(":")[0] in ("argument", "key")
    return lenient and not silent and len(missing) < len(value.type)


def need_truth(run: Run, value: Value, line: int) -> None:
    """Insist that a value can be asked whether it counts as true."""
    need_in_strict(run, value, line)
    mind_lazy(run, value, line, "a question")
    if run.world.own and value.type.has(Number):
        message = "a number says neither yes nor no: compare it, for example with `> 0`"
        run.say("number-asked", line, message, value.where)


def need_in_strict(run: Run, value: Value, line: int) -> None:
    """Insist that there is a value to ask about, where even a question needs one."""
    if run.world.undefined == "strict":
        missing = [a for a in value.type if isinstance(a, Missing)]
        if missing:
            _say_missing(run, value, missing, line)


def _say_missing(run: Run, value: Value, missing: list[Missing], line: int) -> None:
    reason, _, detail = missing[0].reason.partition(":")
    called = _called(value)
    if reason == "argument":
        message = f"the argument “{detail}” is left out here, and the macro uses it unguarded"
        run.say_at_call("macro-arguments", message, detail)
    elif reason == "key":
        words = listed(detail.split("\n"))
        run.say("not-exhaustive", line, f"this lookup has no entry for {words}", value.where)
    elif reason in _MESSAGES:
        rule, message = _MESSAGES[reason]
        run.say(rule, line, message.format(called), value.where)
    elif len(missing) == len(value.type):
        run.say("unknown-field", line, _NEVER.format(called), value.where)
    else:
        run.say("optional-unguarded", line, _OPTIONAL.format(called), value.where)


def _called(value: Value) -> str:
    return f"`{value.where.removeprefix('$.')}`" if value.where else "this"
