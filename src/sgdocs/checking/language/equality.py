"""Values held equal: a word that can never be met."""

from jinja2 import nodes

from sgdocs.checking.language.constants import only_these
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.ways import NOT_CONSTANT, constant
from sgdocs.checking.language.words import kind_words, listed, meant
from sgdocs.checking.places.tags import escaped
from sgdocs.checking.types.alternatives import (
    Anything,
    Boolean,
    Listing,
    Missing,
    Null,
    Number,
    Record,
    Text,
    Type,
)
from sgdocs.checking.types.sets import meet

__all__ = ["Side", "called_by", "mind_equal", "shown"]

Side = tuple[nodes.Node, Value]


def mind_equal(run: Run, left: Side, right: Side, line: int) -> None:
    """Say so where two values can never be equal."""
    for (node, _), (_, other) in ((left, right), (right, left)):
        value = constant(node)
        if value is not NOT_CONSTANT:
            if value not in ("", None):
                _mind_literal(run, node, value, other, line)
            return
    _mind_kinds(run, left, right, line)


def _mind_kinds(run: Run, left: Side, right: Side, line: int) -> None:
    one, other = left[1], right[1]
    types = [side.type.without(Missing, Null) for side in (one, other)]
    if any(t.has(Anything) or not len(t) for t in types):
        return
    grouped = [t.has(Record, Listing) for t in types]
    if not any(grouped) and (one.soft or other.soft):
        _mind_listed(run, left, right, line)
        return
    numeric = all(t.has(Number, Boolean) for t in types)
    if numeric or all(grouped) or meet(types[0], types[1]).alternatives:
        run.doubt(left[0], "never-equal", None)
        return
    message = f"{called_by(one)} is never equal to {called_by(other)}"
    run.doubt(left[0], "never-equal", (line, message, one.where, ""))


def _mind_listed(run: Run, left: Side, right: Side, line: int) -> None:
    """Say which words that the template itself lists are none of those that there can be."""
    for (_, mine), (_, theirs) in ((left, right), (right, left)):
        own, known = _all_words(mine.type), _all_words(theirs.type)
        if mine.soft and not theirs.soft and own and known:
            for word in sorted(own - known - {""}):
                message = f"{called_by(theirs)} is never “{word}” here: it is {listed(known)}"
                run.say("never-equal", line, message, theirs.where, meant(word, known))


def _all_words(known: Type) -> frozenset[str]:
    """Give the words a value may be, where all of them are listed."""
    texts = known.without(Missing, Null).alternatives
    words = [a.values for a in texts if isinstance(a, Text) and a.values is not None]
    return frozenset().union(*words) if len(words) == len(texts) else frozenset()


def _mind_literal(run: Run, node: nodes.Node, value: object, other: Value, line: int) -> None:
    """Say so where a written value is none that there can be."""
    known = other.type.without(Missing)
    if other.soft or known.has(Anything):
        return
    if not known.alternatives:
        run.doubt(node, "never-equal", None)
        return
    if only_these(known, [value]).alternatives:
        run.doubt(node, "never-equal", None)
        _mind_altered(run, value, other, line)
        return
    message, suggestion = _why(value, known, other)
    rule = "literal-altered" if _is_altered(run, value, known) else "never-equal"
    run.doubt(node, rule, (line, message, other.where, suggestion))


def _why(value: object, known: Type, other: Value) -> tuple[str, str]:
    called = called_by(other)
    words = [v for a in known if isinstance(a, Text) for v in a.values or ()]
    if isinstance(value, str) and words:
        return f"{called} is never “{value}” here: it is {listed(words)}", meant(value, words)
    plain = known.without(Null)
    return f"{called} is {kind_words(plain)} and never {shown(value)}", ""


def shown(value: object) -> str:
    return f"the word “{value}”" if isinstance(value, str) else str(value)


def _mind_altered(run: Run, value: object, other: Value, line: int) -> None:
    """Word hands `&` on as `&amp;`: a word with it meets nothing."""
    free = other.type.has(Text) and not any(
        isinstance(a, Text) and a.values is not None for a in other.type
    )
    if run.unit.word and free and isinstance(value, str) and escaped(value):
        message = "Word hands “&” on as “&amp;” inside a tag, so this is never met"
        run.say("literal-altered", line, message, other.where)


def _is_altered(run: Run, value: object, known: Type) -> bool:
    """Say whether the word would be met, had Word not changed it on its way."""
    if not run.unit.word or not isinstance(value, str):
        return False
    words = {v for a in known if isinstance(a, Text) for v in a.values or ()}
    return any(_as_arrives(word) == value for word in words)


def _as_arrives(word: str) -> str:
    straight = str.maketrans("“”‘’", "\"\"''")
    return word.replace("&", "&amp;").translate(straight)


def called_by(value: Value) -> str:
    return f"`{value.where.removeprefix('$.')}`" if value.where else "this"
