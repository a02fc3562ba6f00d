"""The ways a fact can be written: orders of a name, initials, a street without its number."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.gate.facts import Fact
from sgdocs.gate.folding import folded, squashed, tokens
from sgdocs.gate.ordinary import FUNCTION_WORDS, ORDINARY, PLACE_WORDS, STREETS, TITLES, listed

__all__ = ["variants"]

_COUNTRIES = frozenset(
    listed(
        """
    england wales scotland ireland uk gb britain great united kingdom northern
    """
    )
)
_DWELLING = re.compile(r"(flat|unit|apartment|apt|room|floor|caravan|plot|house|block)\W*\w{1,4}$")
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_LONG_DIGITS = 6


def variants(fact: Fact) -> Iterator[str]:
    """Give every way in which a fact may be written."""
    if isinstance(fact.value, Mapping):
        for text in _names(fact.value, fact.kind):
            yield text
            yield from _respelt(text)
    elif fact.kind in ("place", "line"):
        yield from _place(fact.value)
    else:
        yield from _SPELLINGS.get(fact.kind, _plain)(fact.value)


def _plain(value: str) -> Iterator[str]:
    yield value


def _number(value: str) -> Iterator[str]:
    yield value
    yield from re.findall(rf"\d{{{_LONG_DIGITS},}}", value)


def _phone(value: str) -> Iterator[str]:
    """Give a telephone number as it is dialled from anywhere: without the first nought."""
    main = re.split(r"(?i)ext|x", value)[0]
    digits = re.sub(r"\D", "", main)
    yield re.sub(r"^(00)?(44)?0?", "", digits)


def _email(value: str) -> Iterator[str]:
    yield value
    yield value.replace("@", " at ").replace(".", " dot ")


def _own_email(value: str) -> Iterator[str]:
    yield from _email(value)
    local = value.split("@", 1)[0]
    if len(squashed(local)) >= _LONG_DIGITS:
        yield local


_SPELLINGS = {"number": _number, "phone": _phone, "email": _email, "own_email": _own_email}


def _names(name: Mapping[str, Any], kind: str) -> Iterator[str]:
    called = [w for w in str(name["full"]).split() if w.casefold().strip(".") not in TITLES]
    family = str(name.get("family") or (called[-1] if len(called) > 1 else ""))
    given = str(name.get("given") or " ".join(called).removesuffix(family).strip())
    if not called:
        return
    yield " ".join(called)
    yield from _orders(given, family)
    for other in (name.get("known_as", ""), *name.get("aliases", ())):
        yield from _orders(other, family) if " " not in other else _alias(other, kind)
        yield other
    yield from _single(given, family, kind)


def _alias(alias: str, kind: str) -> Iterator[str]:
    given, _, family = alias.rpartition(" ")
    yield from _orders(given, family)
    yield from _single(given, family, kind)


def _orders(given: str, family: str) -> Iterator[str]:
    """Give both orders, with every given name, the first alone, and initials."""
    firsts = given.split()
    if not (firsts and family):
        return
    initials = "".join(f[0] for f in re.split(r"[\s-]+", given) if f)
    for first in dict.fromkeys((given, firsts[0], firsts[-1])):
        yield f"{first} {family}"
        yield f"{family} {first}"
    for part in dict.fromkeys((family, *re.split(r"[\s-]+", family))):
        if len(part) > 2:  # two letters and an initial stand in too many words
            yield f"{firsts[0]} {part}"
            yield f"{part} {firsts[0]}"
            for letters in dict.fromkeys((initials[0], initials)):
                yield f"{letters} {part}"
                yield f"{part} {letters}"


def _single(given: str, family: str, kind: str) -> Iterator[str]:
    """Give what counts alone: of an official only a family name that is no word as well."""
    if kind == "official":
        plain = squashed(folded(family).lower())
        if len(plain) > 4 and plain not in ORDINARY:
            yield family
        return
    for name in (given, family):
        yield from name.split()
        yield from (p for p in re.split(r"[\s-]+", name) if len(p) > 1)
    yield family


def _respelt(text: str) -> Iterator[str]:
    """Give a name with its marked vowels written as two letters."""
    other = "".join(_UMLAUTS.get(c, _UMLAUTS.get(c.lower(), c)) for c in text)
    if other != text:
        yield other


def _place(value: str) -> Iterator[str]:
    low = re.sub(r"'s\b", "", folded(value).lower())
    if _DWELLING.fullmatch(low) or set(tokens(low)) <= _COUNTRIES:
        return
    yield value
    bare = re.sub(r"^\W*(flat|unit|apartment|room)?\W*\d+\w?\W+", "", low)
    words = tokens(bare)
    if bare != low and len(words) > 1:
        yield bare
    if words and words[-1] in STREETS and len(words) > 1:
        yield " ".join((*words[:-1], STREETS[words[-1]]))
        return
    core = [w for w in words if w not in PLACE_WORDS]
    alone = len(core) == 1 and len(core[0]) > 4 and core[0] not in ORDINARY | FUNCTION_WORDS
    if core != words and (alone or len(core) > 1):
        yield " ".join(core)
