"""Objects with fields: read one, change what is known of one, and follow their if and then."""

from collections.abc import Mapping
from dataclasses import replace

from sgdocs.checking.types.alternatives import (
    ANY,
    MISSING,
    Boolean,
    Later,
    Missing,
    Null,
    Number,
    Record,
    Rule,
    Text,
    Type,
    settled,
)
from sgdocs.checking.types.entailing import entails
from sgdocs.checking.types.patterns import matches
from sgdocs.checking.types.sets import meet, union

__all__ = ["field_of", "meet_records", "names_of", "with_field"]

_UNSAID = union((ANY, MISSING))
_PLAIN = (Text, Number, Boolean, Null, Missing)


def field_of(record: Record, name: str) -> Type | None:
    """Give what a field may be; nothing where no such field is declared."""
    declared = _declared(record, name)
    branches = [_conditional(rule, name) for rule in record.rules]
    for then, otherwise in (b for b in branches if b is not None):
        base = _UNSAID if declared is None else declared
        declared = union((meet(base, then), meet(base, otherwise)))
    if declared is not None and not declared.alternatives:
        return MISSING
    return declared


def _declared(record: Record, name: str) -> Type | None:
    found = record.fields.get(name)
    if found is not None:
        return found.get()
    for pattern, later in record.patterns:
        if matches(pattern, name):
            return union((later.get(), MISSING))
    if record.rest is not None:
        rest = record.rest.get()
        return rest if rest is ANY else union((rest, MISSING))
    bare = not record.fields and not record.patterns and not record.closed
    return ANY if bare and not record.written else None


def _conditional(rule: Rule, name: str) -> tuple[Type, Type] | None:
    """Give what either branch of an undecided rule makes of a field, if it speaks of it."""
    sides = [_side(branch.get(), name) for branch in (rule.then, rule.otherwise)]
    if sides[0] is None and sides[1] is None:
        return None
    return tuple(_UNSAID if side is None else side for side in sides)  # type: ignore[return-value]


def _side(branch: Type, name: str) -> Type | None:
    if not branch.alternatives:
        return branch
    records = [a for a in branch.alternatives if isinstance(a, Record)]
    found = [f for r in records if (f := field_of(r, name)) is not None and f is not ANY]
    return union(found) if found and len(found) == len(branch.alternatives) else None


def names_of(record: Record) -> tuple[str, ...]:
    """Give the names that are declared, also by the rules."""
    names = dict.fromkeys(record.fields)
    for rule in record.rules:
        for branch in (rule.then.get(), rule.otherwise.get()):
            for alternative in branch.alternatives:
                if isinstance(alternative, Record):
                    names.update(dict.fromkeys(names_of(alternative)))
    return tuple(names)


def with_field(record: Record, name: str, known: Type) -> Record | None:
    """Say more of one field, and follow what depends on it; nothing if that cannot be."""
    if not known.alternatives:
        return None
    return _followed(replace(record, fields={**record.fields, name: settled(known)}))


def meet_records(one: Record, other: Record) -> Record | None:
    """Give what two objects both allow."""
    names = [*one.fields, *(n for n in other.fields if n not in one.fields)]
    fields = {name: _met(one, other, name) for name in names}
    for name in names:
        if name in one.fields and name in other.fields and _clash(one, other, fields, name):
            return None
    rest = one.rest or other.rest
    if one.rest is not None and other.rest is not None:
        rest = _both(one.rest, other.rest)
    whole = Record(
        fields,
        None if one.closed or other.closed else rest,
        one.closed or other.closed,
        (*one.patterns, *other.patterns),
        (*one.rules, *(rule for rule in other.rules if rule not in one.rules)),
        one.written or other.written,
    )
    return _followed(whole) if whole.rules else whole


def _met(one: Record, other: Record, name: str) -> Later:
    mine, theirs = one.fields.get(name), other.fields.get(name)
    if mine is not None and theirs is not None:
        return _both(mine, theirs)
    present = mine or theirs
    assert present is not None  # noqa: S101 - the name came from one of the two
    return present


def _both(one: Later, other: Later) -> Later:
    return one if one is other else Later(lambda: meet(one.get(), other.get()))


def _clash(one: Record, other: Record, fields: Mapping[str, Later], name: str) -> bool:
    """Say whether a field leaves nothing; only plain values are looked into."""
    mine, theirs = one.fields[name], other.fields[name]
    if mine is theirs:
        return False
    plain = all(isinstance(a, _PLAIN) for later in (mine, theirs) for a in later.get())
    return plain and not fields[name].get().alternatives


def _followed(record: Record) -> Record | None:
    """Settle each rule that is decided by what is known now."""
    for rule in record.rules:
        whole = Type((record,))
        can = _branch(whole, rule.condition, rule.then)
        cannot = meet(_without_rules(whole), rule.otherwise.get())
        must = entails(whole, rule.condition.get())
        if not can.alternatives and (must or not cannot.alternatives):
            return None
        if not can.alternatives:
            return _settle(record, rule, rule.otherwise.get())
        if must:
            return _settle(record, rule, rule.then.get())
        if not cannot.alternatives:
            return _settle(record, rule, meet(rule.condition.get(), rule.then.get()))
    return record


def _branch(whole: Type, condition: Later, then: Later) -> Type:
    first = meet(_without_rules(whole), condition.get())
    return meet(first, then.get()) if first.alternatives else first


def _without_rules(whole: Type) -> Type:
    return Type(tuple(replace(a, rules=()) for a in whole if isinstance(a, Record)))


def _settle(record: Record, rule: Rule, branch: Type) -> Record | None:
    rest = replace(record, rules=tuple(r for r in record.rules if r is not rule))
    if branch is ANY:
        return _followed(rest)
    for alternative in branch.alternatives:
        if isinstance(alternative, Record):
            return meet_records(rest, alternative)
    return rest
