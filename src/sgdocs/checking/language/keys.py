"""Values looked up by other values."""

from sgdocs.checking.language.needing import need
from sgdocs.checking.language.run import Run
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.words import kind_words, meant
from sgdocs.checking.types.alternatives import (
    ANY,
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
from sgdocs.checking.types.records import field_of
from sgdocs.checking.types.sets import union

__all__ = ["keyed", "mind_key", "mind_keys"]


def mind_key(run: Run, key: Value, line: int) -> None:
    """Say so where a value cannot be a key."""
    need(run, key, line, "operand")
    plain = key.type.without(Missing, Null)
    if plain.alternatives and not plain.has(Text, Number, Boolean, Anything):
        message = f"{kind_words(plain)} cannot be the key of a lookup"
        run.say("operand-misuse", line, message, key.where)


def keyed(run: Run, base: Value, key: Value, line: int) -> Value:
    """Look a value up by another: every key it may be must be there."""
    where = f"{base.where}[…]"
    words = _words(key.type)
    records = [a for a in base.type if isinstance(a, Record)]
    if not records or words is None:
        lists = [a for a in base.type if isinstance(a, Listing)]
        return Value(union(a.item.get() for a in lists) if lists else ANY, None, where)
    found: list[Type] = []
    mind_keys(run, records, key, line)
    for record in records:
        there = {word: field_of(record, word) for word in words}
        found += [t for t in there.values() if t is not None]
        lacking = sorted(word for word, t in there.items() if t is None)
        if lacking and len(there) == len(lacking) and not record.written:
            lacking = []
        if lacking:
            found.append(Type((Missing("key:" + "\n".join(lacking)),)))
    return Value(union(found) if found else ANY, None, key.where)


def _words(known: Type) -> list[str] | None:
    """Give every word a key may be, where they are listed."""
    plain = known.without(Missing, Null)
    texts = [a.values for a in plain if isinstance(a, Text) and a.values is not None]
    if not texts or len(texts) != len(plain):
        return None
    return sorted(word for values in texts for word in values)


def mind_keys(run: Run, records: list[Record], key: Value, line: int) -> None:
    """Say which written keys no value can ever meet."""
    words = _words(key.type)
    if words is None or key.soft:
        return
    for record in records:
        for name, later in record.fields.items() if record.written else ():
            finding = None
            if name not in words:
                lacking = [word for word in words if word not in record.fields]
                message = f"`{key.where.removeprefix('$.')}` is never “{name}”"
                finding = (line, message, key.where, meant(name, lacking))
            run.doubt(later, "never-equal", finding)
