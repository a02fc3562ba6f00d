"""Read the text of an expression or template with Jinja's parser, and nothing else of Jinja."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sgdocs.expressions.allowed import check
from sgdocs.expressions.limits import Limits
from sgdocs.expressions.refusals import Fault

__all__ = ["fault_in", "parse_condition", "parse_template"]

_LONGEST_REASON = 300
Tree = TypeVar("Tree", bound=nodes.Node)


def parse_condition(source: str, limits: Limits) -> nodes.Expr:
    """Read one expression, and refuse what the language does not have."""

    def parse() -> nodes.Expr:
        parser = Parser(_environment(tidy=False), source, state="variable")
        expression = parser.parse_expression()
        if not parser.stream.eos:
            parser.fail("something follows the end of the expression")
        return expression

    return _checked(parse, source, limits)


def parse_template(source: str, limits: Limits, *, tidy: bool) -> nodes.Template:
    """Read a template; a tidy one drops the line break and indent of a line that is only a tag."""
    return _checked(lambda: _tree(source, tidy=tidy), source, limits)


def _tree(source: str, *, tidy: bool) -> nodes.Template:
    """Parse without telling each node of its grammar: nothing runs in it, and it takes long."""
    return nodes.Template(Parser(_environment(tidy=tidy), source).subparse(), lineno=1)


@lru_cache(maxsize=2)
def _environment(*, tidy: bool) -> ImmutableSandboxedEnvironment:
    """Give the grammar; nothing is ever run in it, and what it could run is taken out."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=tidy, lstrip_blocks=tidy, keep_trailing_newline=True, autoescape=True
    )
    for room in (environment.globals, environment.filters, environment.tests):
        room.clear()
    return environment


def fault_in(tree: nodes.Template, limits: Limits) -> Fault | None:
    """Give the first thing in a template, parsed elsewhere, that the language does not have."""
    try:
        check(tree, limits)
    except Fault as fault:
        return fault
    return None


def _checked(parse: Callable[[], Tree], source: str, limits: Limits) -> Tree:
    if len(source) > limits.source:
        raise Fault(f"It is longer than {limits.source} characters.", remedy="Divide it.")
    try:
        tree = parse()
    except TemplateSyntaxError as error:
        why = str(error.message)[:_LONGEST_REASON].removesuffix(".")
        raise Fault(f"It cannot be read: {why}.", line=error.lineno) from None
    except RecursionError:
        raise Fault("Too much is inside brackets inside brackets.") from None
    except (ValueError, OverflowError):  # Python refuses whole numbers of thousands of digits
        raise Fault("It holds a number that is too long.") from None
    check(tree, limits)
    return tree
