"""Blocks that are opened and never closed, closed and never opened, or that overlap."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sgdocs.checking.language.run import Run
from sgdocs.checking.language.strays import mind_strays
from sgdocs.checking.language.words import meant

__all__ = ["balanced"]

_ENDS = {
    f"end{name}": name
    for name in [
        "if",
        "for",
        "macro",
        "call",
        "filter",
        "with",
        "block",
        "set",
        "raw",
        "autoescape",
        "trans",
    ]
}
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_ALONE = frozenset(["include", "import", "from", "extends", "print"])
_EXTENDED = {"do": ("do",), "loopcontrols": ("break", "continue")}


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    line: int
    opens: bool


_FATAL = ("unclosed", "unopened", "unknown-tag", "overlap", "syntax")


@dataclass(slots=True)
class _Open:
    """The blocks that are open, and those passed over by the end of one around them."""

    stack: list[_Tag] = field(default_factory=list)
    skipped: list[tuple[_Tag, _Tag]] = field(default_factory=list)


def balanced(run: Run) -> bool:
    """Say where blocks do not match, each at its own place; and whether all of them do."""
    held = _Open()
    for tag in _tags(run.unit.source):
        if not tag.name:
            run.say("syntax", tag.line, "this tag is begun and never ended with %}")
            return False
        _take(run, tag, held)
    mind_strays(run)
    for tag in (*(skipped for skipped, _ in held.skipped), *held.stack):
        message = f"`{tag.name}` is opened here and never closed: `end{tag.name}` is missing"
        run.say("unclosed", tag.line, message, tag.name)
    return not any(finding.rule in _FATAL for finding in run.found)


def _take(run: Run, tag: _Tag, held: _Open) -> None:
    if tag.name in _ENDS:
        _close(run, tag, held)
    elif tag.name in _BETWEEN:
        _between(run, tag, held.stack)
    elif tag.name in _ENDS.values():
        if tag.opens:
            held.stack.append(tag)
    elif tag.name not in (alone := _alone(run)):
        known = [*_ENDS, *_ENDS.values(), *alone, *_BETWEEN]
        message = f"there is no tag `{tag.name}`{_word_tag(tag.name)}"
        run.say("unknown-tag", tag.line, message, tag.name, meant(tag.name, known))


def _alone(run: Run) -> frozenset[str]:
    return _ALONE.union(*(_EXTENDED[name] for name in run.world.extensions))


def _word_tag(name: str) -> str:
    places = {"p": "a paragraph", "tr": "a table row", "tc": "a table cell", "r": "a run"}
    place = places.get(name)
    return (
        f"; `{{%{name} … %}}` works only in {place} of Word, without % or }} inside"
        if place
        else ""
    )


def _close(run: Run, tag: _Tag, held: _Open) -> None:
    wanted = _ENDS[tag.name]
    place = _opener(run, tag, held.stack)
    if place is not None:
        held.skipped += [(passed, tag) for passed in held.stack[place + 1 :]]
        _mind_shape(run, held.stack[place], tag)
        del held.stack[place:]
        return
    for skipped in held.skipped:
        opener, ended_by = skipped
        if opener.name == wanted:
            message = f"`{ended_by.name}` stands here while the `{wanted}` {_place(run, opener)}"
            run.say("overlap", ended_by.line, f"{message} is still open", ended_by.name)
            held.skipped.remove(skipped)
            return
    message = f"`{tag.name}` closes nothing: there is no `{wanted}` open here"
    if held.stack:
        opener = held.stack[-1]
        message += f"; the block open here is the `{opener.name}` {_place(run, opener)}"
    run.say("unopened", tag.line, message, tag.name)


def _opener(run: Run, tag: _Tag, stack: list[_Tag]) -> int | None:
    """Find what a tag closes: the last block of its kind, rather one that lies as it does."""
    if stack and stack[-1].name == _ENDS[tag.name] and _lies(run, stack[-1]) == _lies(run, tag):
        return len(stack) - 1
    same = [n for n, opener in enumerate(stack) if opener.name == _ENDS[tag.name]]
    if not same:
        return None
    alike = [n for n in same if _lies(run, stack[n]) == _lies(run, tag)]
    return alike[-1] if alike and _spare(run, stack, same[-1]) else same[-1]


def _spare(run: Run, stack: list[_Tag], last: int) -> bool:
    return last == len(stack) - 1 or run.unit.word


def _lies(run: Run, tag: _Tag) -> tuple[str, ...]:
    """Say how a tag lies: in Word by what it stands in, elsewhere alone on its line or not."""
    spot = run.unit.spot(tag.line)
    if run.unit.word:
        return spot.shape
    return ("alone",) if _is_all_tags(spot.text) else ("inline",)


@lru_cache(maxsize=64)
def _is_all_tags(line: str) -> bool:
    """Say so once of a line: it is asked about each of its tags."""
    return not _ANY_TAG.sub("", line).strip()


def _place(run: Run, tag: _Tag) -> str:
    spot = run.unit.spot(tag.line)
    return f"opened in line {spot.line}"


def _between(run: Run, tag: _Tag, stack: list[_Tag]) -> None:
    if stack and stack[-1].name in _BETWEEN[tag.name]:
        _mind_shape(run, stack[-1], tag)
        return
    message = f"`{tag.name}` stands outside any `{' or '.join(_BETWEEN[tag.name])}`"
    if stack:
        message += f"; the block open here is the `{stack[-1].name}` {_place(run, stack[-1])}"
    run.say("overlap" if stack else "unopened", tag.line, message, tag.name)


def _mind_shape(run: Run, opener: _Tag, tag: _Tag) -> None:
    """In Word, a block must begin and end at the same level, or the file comes out broken."""
    if not run.unit.word:
        return
    one, other = run.unit.spot(opener.line), run.unit.spot(tag.line)
    if one.shape == other.shape and (opener.name != "for" or one.cell == other.cell):
        return
    if one.shape == other.shape:
        message = (
            f"`{tag.name}` stands in another cell than the `for` in line {one.line}: cells would "
            "be added to the row; use {%tr … %} rows"
        )
        run.say("misnested", tag.line, message, tag.name)
        return
    message = (
        f"`{tag.name}` stands {_level(other.shape)}, but the `{opener.name}` opened in line "
        f"{one.line} stands {_level(one.shape)}: Word could not open the result"
    )
    run.say("misnested", tag.line, message, tag.name)


def _level(shape: tuple[str, ...]) -> str:
    last = shape[-1] if shape else ""
    inside = " in a table" if "tbl" in shape else ""
    words = {"p": f"inside a paragraph{inside}", "tbl": "in place of a table row", "tr": "in a row"}
    return words.get(last, "in place of a paragraph" + inside)


_COMMENT = re.compile(r"\{#.*?#\}|\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_ANY_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_BLOCK = re.compile(r"\{%[-+]?\s*(\w+)((?:(?!%\}|\{%).)*)(%\}|)", re.DOTALL)


def _tags(source: str) -> Iterator[_Tag]:
    """Give the block tags of a text; the name is empty where one is never ended."""
    plain = _COMMENT.sub(lambda found: _blank(found.group()), source)
    for found in _BLOCK.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        yield _Tag(found[1] if found[3] else "", line, opens=_opens(found[1], found[2]))


def _blank(text: str) -> str:
    return "".join(c if c == "\n" else " " for c in text)


def _opens(name: str, rest: str) -> bool:
    """Say whether a tag opens a block: `set` with `=` does not."""
    return name != "set" or "=" not in rest
