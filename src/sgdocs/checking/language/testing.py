"""Tests after `is`: is there such a one, and can it be asked of this."""

from jinja2 import nodes

from sgdocs.checking.language.equality import mind_equal
from sgdocs.checking.language.filtering import mind_count
from sgdocs.checking.language.membership import mind_member
from sgdocs.checking.language.needing import need
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import State, Value
from sgdocs.checking.language.suiting import mind_kinds
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import Boolean, Type

__all__ = ["tested"]

_TRUTH = Type((Boolean(),))
_EQUAL = ("eq", "equalto", "==", "ne", "!=")


def tested(run: Run, node: nodes.Test, state: State) -> Value:
    """Work out `a is b`."""
    base = run.evaluate(node.node, state)
    arguments = [run.evaluate(argument, state) for argument in node.args]
    known = run.world.tests.get(node.name)
    if known is None:
        suggestion = meant(node.name, run.world.tests)
        message = f"there is no test `{node.name}`"
        run.say("unknown-test", node.lineno, message, base.where, suggestion)
        return Value(_TRUTH)
    mind_count(run, "test", node, known)
    if arguments and node.name in _EQUAL:
        mind_equal(run, (node.node, base), (node.args[0], arguments[0]), node.lineno)
    elif arguments and node.name in ("in", "one_of"):
        mind_member(run, (node.node, base), (node.args[0], arguments[0]), node.lineno)
    elif not known.guards:
        held = need(run, base, node.lineno, "operand")
        value = Value(held, base.ref, base.where, base.soft)
        mind_kinds(run, node.name, value, known.takes, node.lineno)
    return Value(_TRUTH, soft=base.soft)
