"""A text parsed by Jinja; a tag that cannot be read is said at its place and passed over."""

import re
from functools import lru_cache

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.parser import Parser

from sgdocs.checking.language.balance import balanced
from sgdocs.checking.language.inside import inside
from sgdocs.checking.language.run import Run
from sgdocs.expressions.allowed import parts_of
from sgdocs.opening.limits import TEMPLATE_DEPTH, TEMPLATE_PARTS, TEMPLATE_TAGS

__all__ = ["names_in", "parsed", "tree_of"]

_EXTENSIONS = ("jinja2.ext.do", "jinja2.ext.loopcontrols")  # `balanced` says which are there
_ENVIRONMENT = Environment(
    autoescape=True, extensions=_EXTENSIONS
)  # it parses only: nothing is ever rendered with it
_TAG = re.compile(r"\{\{(?:(?!\}\}|\{\{|\{%).)*(?:\}\})?|(?s:\{%(?:(?!%\}).)*%\})")
_TEST = re.compile(r"\{%[-+]?\s*(if|elif)\b.*%\}", re.DOTALL)
_TRIES = 25
_TOO_DEEP = "this is nested too deeply to be read"
_TOO_LONG = "this holds a number that is too long"
_LARGEST = 10**18


def parsed(run: Run) -> nodes.Template | None:
    """Parse the text being run; nothing where its blocks cannot be made out."""
    source = run.unit.source
    if sum(map(source.count, ("{%", "{{", "{#"))) > TEMPLATE_TAGS:
        run.say("syntax", 1, f"this holds more than {TEMPLATE_TAGS:,} tags; divide it")
        return None
    if not balanced(run):
        return None
    for _ in range(_TRIES):
        try:
            return _small(run, tree_of(source))
        except TemplateSyntaxError as wrong:
            source = _mended(run, source, wrong)
        except (RecursionError, ValueError, OverflowError) as wrong:
            deep = isinstance(wrong, RecursionError)
            run.say("syntax", 1, _TOO_DEEP if deep else _TOO_LONG)
            return None
        if not source:
            return None
    return None


def _small(run: Run, tree: nodes.Template) -> nodes.Template | None:
    """Give a tree that can be walked: each level takes several of Python's own, each part time."""
    level: list[nodes.Node] = [tree]
    met = 0
    for _ in range(TEMPLATE_DEPTH):
        level = [part for node in level for part in parts_of(node)]
        met += len(level)
        if met > TEMPLATE_PARTS:
            run.say("syntax", 1, "this holds more than can be looked through; divide it")
            return None
        if any(map(_too_long, level)):
            raise OverflowError
        if not level:
            return tree
    raise RecursionError


def _too_long(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and type(node.value) is int and abs(node.value) > _LARGEST


@lru_cache(maxsize=64)
def tree_of(source: str) -> nodes.Template:
    """Parse a text; the same header stands in many templates, and each has several readers."""
    return nodes.Template(Parser(_ENVIRONMENT, source).subparse(), lineno=1)


@lru_cache(maxsize=256)
def names_in(source: str) -> frozenset[str]:
    """Give the names a text speaks of; one that nothing has, where it cannot be read."""
    try:
        tree = tree_of(source)
    except (TemplateSyntaxError, RecursionError, ValueError, OverflowError):
        return frozenset({""})
    return frozenset(node.name for node in inside(tree, nodes.Name))


def _mended(run: Run, source: str, wrong: TemplateSyntaxError) -> str:
    """Say what cannot be read, and take it out so that the rest can be; or give up."""
    message = str(wrong.message or "this cannot be read").rstrip(".")
    tag = _broken(source, wrong.lineno)
    line = wrong.lineno if tag is None else source.count("\n", 0, tag.start()) + 1
    quote = "; Word’s curly quotes do not count as quotes here" if _curly(tag) else ""
    run.say("syntax", line, f"this tag cannot be read: {_plain(message)}{quote}")
    instead = "" if tag is None else _instead(tag.group())
    if tag is None or not instead:
        return ""
    return source[: tag.start()] + instead + source[tag.end() :]


def _plain(message: str) -> str:
    return message[:1].lower() + message[1:]


def _curly(tag: re.Match[str] | None) -> bool:
    return tag is not None and any(mark in tag.group() for mark in "“”‘’")


def _broken(source: str, line: int) -> re.Match[str] | None:
    """Find the first tag that cannot be read by itself, no later than Jinja gave up."""
    for tag in _TAG.finditer(source):
        if source.count("\n", 0, tag.start()) + 1 > line:
            return None
        if _unreadable(tag.group()):
            return tag
    return None


def _unreadable(tag: str) -> bool:
    text = _TEST.sub(lambda t: f"{t.group().replace('elif', 'if', 1)}{{% endif %}}", tag)
    try:
        if tag.startswith("{{") or text is not tag:
            _ENVIRONMENT.parse(text)
        else:
            list(_ENVIRONMENT.lexer.tokenize(tag))
    except TemplateSyntaxError:
        return True
    return False


def _instead(tag: str) -> str:
    """Give what stands in for a tag that cannot be read; a block’s cannot be replaced."""
    return " " if tag.startswith("{{") else ""
