"""Files changed at random, some of them still well formed: by bytes, by members, by values."""

import json
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from sgdocs.errors import SgdocsError
from sgdocs.reading import dump, parse

__all__ = ["Dictionary", "Mutation", "bytes_changed", "members_changed", "values_changed"]

Dictionary = tuple[bytes, ...]
Mutation = Callable[[bytes, Sequence[bytes], Dictionary, Random], bytes]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1e999", b"0.1")
_ODD_BYTES = (b"\0", b"\xff", b"\x80", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n", b" ")
_ODD_TEXTS = (
    *("", " ", "\0", "\ud800", "é" * 300, "0", "-1", "null", "2026-02-30", "2026-02-28"),
    *("9999-12-31", "0001-01-01", "2026-11-16T24:00", "2026-11-16T10:00", "{{ x }}", "a\nb", "💔"),
    *("unknown", "yes", "no", "child-1", "police", "../../etc/passwd", "<b>&amp;</b>", "\u202e"),
)
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**63, 1.5, [], {}, [[]], [{}], {"": ""}, ["a"] * 50),
)
_ODD_NAMES = ("../x.xml", "word/x.xml", "[Content_Types].xml", "a" * 300, "word/media/é.png", "/x")
_MOST = 3_000_000


def bytes_changed(
    data: bytes, others: Sequence[bytes], dictionary: Dictionary, chance: Random
) -> bytes:
    """Change a few places: bits, bytes, pieces out, twice, elsewhere, of another file, or words."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        chance.choice(_WAYS)(changed, others, dictionary, chance)
        if not changed:
            break
    return bytes(changed[:_MOST])


def _flip(data: bytearray, _o: object, _d: object, chance: Random) -> None:
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)


def _odd(data: bytearray, _o: object, _d: object, chance: Random) -> None:
    start, end = _piece(data, chance, 4)
    data[start:end] = chance.choice((*_ODD_BYTES, *_NUMBERS))


def _out(data: bytearray, _o: object, _d: object, chance: Random) -> None:
    start, end = _piece(data, chance, chance.choice((4, 40, 4000)))
    del data[start:end]


def _twice(data: bytearray, _o: object, _d: object, chance: Random) -> None:
    start, end = _piece(data, chance, chance.choice((4, 40, 4000)))
    at = chance.randrange(len(data) + 1)
    data[at:at] = data[start:end] * chance.choice((1, 1, 2, 50))


def _word(data: bytearray, _o: object, dictionary: Dictionary, chance: Random) -> None:
    if dictionary:
        start, end = _piece(data, chance, chance.choice((1, 1, 12)))
        data[start:end] = chance.choice(dictionary)


def _other(data: bytearray, others: Sequence[bytes], _d: object, chance: Random) -> None:
    other = chance.choice(others)
    if other:
        start, end = _piece(bytearray(other), chance, 400)
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.choice((0, end - start))] = other[start:end]


def _short(data: bytearray, _o: object, _d: object, chance: Random) -> None:
    if not chance.randrange(4):
        del data[chance.randrange(len(data)) :]


def _line_moved(data: bytearray, _o: object, _d: object, chance: Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    if len(lines) > 1:
        line = lines.pop(chance.randrange(len(lines)))
        lines.insert(chance.randrange(len(lines) + 1), line)
        data[:] = b"".join(lines)


_WAYS = (_flip, _odd, _odd, _out, _twice, _word, _word, _other, _short, _line_moved)


def _piece(data: bytearray, chance: Random, longest: int) -> tuple[int, int]:
    start = chance.randrange(len(data)) if data else 0
    return start, min(len(data), start + chance.randint(1, longest))


def members_changed(
    data: bytes, others: Sequence[bytes], dictionary: Dictionary, chance: Random
) -> bytes:
    """Change what a zip file holds and pack it again: a member's bytes, its name, or how many."""
    if not chance.randrange(6):
        return bytes_changed(data, others, dictionary, chance)
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [[name, archive.read(name)] for name in archive.namelist()]
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error):
        members = []
    if not members:
        return bytes_changed(data, others, dictionary, chance)
    _change_members(members, dictionary, chance)
    out = BytesIO()
    with ZipFile(out, "w", chance.choice((ZIP_DEFLATED, ZIP_DEFLATED, ZIP_STORED))) as archive:
        for name, content in members:
            archive.writestr(str(name), content)
    return out.getvalue()


def _change_members(members: list[list[Any]], dictionary: Dictionary, chance: Random) -> None:
    # The larger parts hold what is read: they are changed more often than those around them.
    weights = [1 + len(content) for _, content in members]
    member = chance.choices(members, weights=weights)[0]
    if not chance.randrange(3):
        member = chance.choice(members)
    contents = [content for _, content in members]
    way = chance.randrange(10)
    if way < 7:
        member[1] = bytes_changed(member[1] or b" ", contents, dictionary, chance)
    elif way == 7:
        members.remove(member)
    elif way == 8:
        member[0] = chance.choice((*_ODD_NAMES, chance.choice(members)[0]))
    else:
        members.append([member[0], chance.choice(contents)])


@dataclass(frozen=True, slots=True)
class _Spot:
    holder: Any
    key: Any


def values_changed(
    data: bytes, others: Sequence[bytes], dictionary: Dictionary, chance: Random
) -> bytes:
    """Change the values of a YAML or JSON file and write it out again, well formed."""
    kind = "json" if data.lstrip()[:1] in (b"{", b"[") else "yaml"
    if not chance.randrange(3):
        return bytes_changed(data, others, dictionary, chance)
    try:
        tree = json.loads(json.dumps(parse(data, name="seed", kind=kind).data))
        for _ in range(chance.choice((1, 1, 2, 5))):
            _change_value(tree, chance)
        text = json.dumps(tree) if kind == "json" else dump(tree)
    except (SgdocsError, ValueError, TypeError, RecursionError):
        return bytes_changed(data, others, dictionary, chance)
    return text.encode("utf-8", "surrogatepass")


def _change_value(tree: Any, chance: Random) -> None:
    spots = list(_spots(tree))
    if not spots:
        return
    spot = chance.choice(spots)
    way = chance.randrange(9)
    if way > 6:
        _of_its_kind(spot, spots, chance)
    elif way == 0:
        del spot.holder[spot.key]
    elif way == 1:
        spot.holder[spot.key] = chance.choice(_ODD_VALUES)
    elif way == 2:
        spot.holder[spot.key] = chance.choice(_ODD_TEXTS)
    elif way == 3 and isinstance(spot.holder, list):
        spot.holder.insert(spot.key, spot.holder[spot.key])
    elif way == 4 and isinstance(spot.holder, dict):
        spot.holder[chance.choice(_ODD_TEXTS)] = spot.holder[spot.key]
    else:
        _from_elsewhere(spot, chance.choice(spots))


def _of_its_kind(spot: _Spot, spots: Sequence[_Spot], chance: Random) -> None:
    """Put a value in its place that might stand there: another day, or what another one says."""
    value = spot.holder[spot.key]
    if isinstance(value, str) and _DAY.match(value):
        day = f"20{chance.randint(20, 30)}-{chance.randint(1, 12):02}-{chance.randint(1, 29):02}"
        spot.holder[spot.key] = day + value[10:]
    else:
        alike = [s for s in spots if s.key == spot.key and type(s.holder[s.key]) is type(value)]
        _from_elsewhere(spot, chance.choice(alike))


def _from_elsewhere(spot: _Spot, other: _Spot) -> None:
    spot.holder[spot.key] = json.loads(json.dumps(other.holder[other.key]))


def _spots(tree: Any) -> Any:
    keys = tree.keys() if isinstance(tree, dict) else range(len(tree))
    for key in keys:
        yield _Spot(tree, key)
        if isinstance(tree[key], dict | list):
            yield from _spots(tree[key])
