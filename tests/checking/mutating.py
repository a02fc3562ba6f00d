"""Faults put into sound templates, one at a time, of every kind that people make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Mutant", "mutants"]

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_NAME = re.compile(r"(?<![\w'.|])[a-z_]\w{2,}(?![\w'(])")
_FIELD = re.compile(r"\.([a-z_]\w{2,})(?![\w(])")
_LITERAL = re.compile(r"'([a-z]{4,})'")
_FILTER = re.compile(r"\|([a-z_]+)")
_WORDS = frozenset(
    [
        "set",
        "for",
        "if",
        "elif",
        "else",
        "endif",
        "endfor",
        "macro",
        "endmacro",
        "with",
        "endwith",
        "namespace",
        "not",
        "and",
        "in",
        "is",
        "defined",
        "none",
        "or",
        "call",
        "endcall",
        "endset",
        "true",
        "false",
        "range",
        "loop",
        "format",
    ]
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A template with one fault, the kind of fault and its line."""

    kind: str
    line: int
    text: str
    change: str


def mutants(text: str) -> Iterator[Mutant]:
    """Give every mutant of a template."""
    for tag in _TAG.finditer(text):
        line = text.count("\n", 0, tag.start()) + 1
        for kind, changed in _of_tag(tag.group()):
            whole = text[: tag.start()] + changed + text[tag.end() :]
            yield Mutant(kind, line, whole, f"{tag.group()} -> {changed}")


def _of_tag(tag: str) -> Iterator[tuple[str, str]]:
    yield from _in_place("misspelt name", tag, _NAME, _swapped_name)
    yield from _in_place("misspelt field", tag, _FIELD, lambda m: f".{_swapped(m[1])}")
    yield from _in_place("misspelt word", tag, _LITERAL, lambda m: f"'{_swapped(m[1])}'")
    yield from _in_place("misspelt filter", tag, _FILTER, lambda m: f"|{_swapped(m[1])}")
    yield from _in_place("dropped field", tag, _FIELD, lambda _: "")
    yield from _in_place("dropped filter", tag, re.compile(r"\|\w+(\([^()]*\))?"), lambda _: "")
    yield from _in_place("extra field", tag, _FIELD, lambda m: f".{m[1]}.extra")
    yield from _in_place("other quote", tag, re.compile("'"), lambda _: "’")
    yield from _in_place("index", tag, re.compile(r"\[0\]"), lambda _: "[7]")
    if tag.startswith(("{% if", "{% elif")):
        keyword = tag.split()[1]
        yield "guard dropped", f"{{% {keyword} true %}}"
        yield (
            "guard turned",
            tag.replace(f"{keyword} ", f"{keyword} not (", 1).replace(" %}", ") %}"),
        )
        yield "unclosed", "" if keyword == "elif" else tag.replace("{% if", "{% if x %}{% if", 1)
    if tag.startswith("{% end") or tag == "{% else %}":
        yield "tag dropped", ""
    if tag.startswith("{{"):
        yield "brace dropped", tag[:-1]
        yield "filter on it", tag[:-2].rstrip() + "|long_date }}"
        yield "joined", tag[:-2].rstrip() + "|sum }}"


def _in_place(kind, tag, pattern, change) -> Iterator[tuple[str, str]]:
    for found in pattern.finditer(tag):
        replaced = change(found)
        if replaced is not None and replaced != found.group():
            yield kind, tag[: found.start()] + replaced + tag[found.end() :]


def _swapped_name(found: re.Match[str]) -> str | None:
    return None if found.group() in _WORDS else _swapped(found.group())


def _swapped(word: str) -> str:
    middle = len(word) // 2
    return (
        word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        if (word[middle] != word[middle - 1])
        else word + "x"
    )
