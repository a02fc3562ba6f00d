"""A new case file: every field is there as a comment, and can be filled in as the file says."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from sgdocs.casefile import Beginning, skeleton
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline import validate
from sgdocs.reading import parse
from sgdocs.schema import field_at, load_schema

SCHEMA = load_schema(Content(), "case")
BEGINNING = Beginning("SCI-2026-014", "nel", "serious_incident", ("died", "seriously_harmed"))
TEXT = skeleton(SCHEMA, BEGINNING)
TODAY = parse_moment("2026-11-21")
FIELD = re.compile(r"#(?P<gap> *)(?P<indent>(?:- +)*)(?P<name>[a-z_0-9]+):(?: +# .*)?")
ITEM = re.compile(r"#(?P<gap> *)(?P<indent>(?:- +)*)-(?: +# .*)?")
DEEPEST = 3


@cache
def mark() -> str:
    """Give what stands before a field that is not filled in: the # and perhaps a space."""
    first = next(line for line in TEXT.split("\n") if re.fullmatch("# ?authorities:", line))
    return first.removesuffix("authorities:")


def fields(node: Mapping[str, Any], base: str = "", depth: int = 0) -> Iterator[tuple[str, ...]]:
    """List the fields the schema has, as far down as a new case shows them."""
    node, base = SCHEMA.resolve(node, base)
    if "items" in node:
        yield from fields(node["items"], base, depth)
    for name, below in node.get("properties", {}).items():
        yield (name,)
        if depth < DEEPEST - 1:
            yield from ((name, *rest) for rest in fields(below, base, depth + 1))


def test_it_is_valid_as_it_stands() -> None:
    found = validate(parse(TEXT, name="case.yaml", kind="yaml"), Content(), TODAY)
    assert found.findings == ()
    assert found.case is not None


def everything() -> Any:
    """Read the file with every field opened at once, none of them filled in."""
    lines = TEXT.split("\n")
    opened = [filled(line, "") if n in LINES_SET else line for n, line in enumerate(lines)]
    return parse("\n".join(opened), name="case.yaml", kind="yaml").data


def holds(node: Any, path: tuple[str, ...]) -> bool:
    """Say whether a field is there; in a list, in its last entry."""
    while isinstance(node, list) and node:
        node = node[-1]
    if not path:
        return True
    return isinstance(node, Mapping) and path[0] in node and holds(node[path[0]], path[1:])


def test_every_field_is_there_to_fill_in() -> None:
    data = everything()
    shown = [path for path in fields(SCHEMA.root) if len(path) <= DEEPEST]
    assert len(shown) > 400
    assert [path for path in shown if not holds(data, path)] == []


def test_every_part_has_its_title_and_says_what_it_is_for() -> None:
    flat = " ".join(TEXT.replace("#", " ").split())
    for name in SCHEMA.root["properties"]:
        part = field_at(SCHEMA, (name,))
        assert f"# {part.title}\n" in TEXT
        assert " ".join(part.description.split()) in flat


def comment_lines() -> list[int]:
    """Give the lines that hold a field or an entry not filled in yet."""
    return [
        number
        for number, line in enumerate(TEXT.split("\n"))
        if line.startswith(mark()) and (FIELD.fullmatch(line) or ITEM.fullmatch(line))
    ]


LINES = comment_lines()


def depth_of(line: str) -> int:
    """Give the column a field's name begins at once its mark is taken away."""
    bare = line.removeprefix(mark())
    return len(bare) - len(bare.lstrip(" -")) if bare.strip(" -") else len(bare)


def starts(line: str) -> int:
    bare = line.removeprefix(mark())
    return len(bare) - len(bare.lstrip(" "))


def parents(number: int, lines: list[str]) -> set[int]:
    """Find the commented lines above that a line lies in."""
    found, column = set(), starts(lines[number])
    opens = lines[number].removeprefix(mark()).lstrip().startswith("-")
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if above not in LINES_SET:
            break
        dash = line.removeprefix(mark()).lstrip().startswith("-")
        inside = starts(line) < column or (dash and not opens and depth_of(line) == column)
        if inside:
            found.add(above)
            column = starts(line)
            opens = dash
        if column == 0:
            break
    return found


LINES_SET = frozenset(LINES)


def filled(line: str, value: str) -> str:
    """Take the mark away and write a value in the place of the hint."""
    return line.removeprefix(mark()).partition("   #")[0].rstrip() + (f" {value}" if value else "")


def uncommented(number: int) -> str:
    """Give the file with one field filled in, and the groups it lies in opened."""
    lines = TEXT.split("\n")
    value = "something"
    if match := re.search(r"   # (.+ \| .+)$", lines[number]):
        value = match[1].split(" | ")[0]
    for above in parents(number, lines):
        lines[above] = filled(lines[above], "")
    lines[number] = filled(lines[number], value)
    return "\n".join(lines)


def is_leaf(number: int) -> bool:
    return "   #" in TEXT.split("\n")[number]


LEAVES = [number for number in LINES if is_leaf(number)]


def test_there_are_fields_to_fill_in() -> None:
    assert len(LEAVES) > 300


@pytest.mark.parametrize("part", range(12))
def test_any_one_field_can_be_filled_in(part: int) -> None:
    """Each twelfth field is filled in alone, and the file can be read with it in its place."""
    for number in LEAVES[part::12]:
        text = uncommented(number)
        line = text.split("\n")[number]
        data = parse(text, name="case.yaml", kind="yaml").data
        written = re.search(r"([a-z_0-9]+): (.+)$", line)
        value = written[2] if written else line.strip().removeprefix("- ")
        assert value in leaves(data), f"line {number + 1}: {line}"
        findings = validate(parse(text, name="case.yaml", kind="yaml"), Content(), TODAY).findings
        assert not [f for f in findings if f.rule == "unknown-field"], f"line {number + 1}: {line}"


def leaves(node: Any) -> list[str]:
    if isinstance(node, Mapping):
        return [leaf for value in node.values() for leaf in leaves(value)]
    if isinstance(node, list):
        return [leaf for value in node for leaf in leaves(value)]
    return [str(node)]


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("marking", "CONFIDENTIAL", "case"),
        ("panel_reference", "SIN-0140-26", "case"),
        ("authorities", "", ""),
        ("family", "", ""),
    ],
)
def test_a_field_is_filled_in_just_as_the_file_says(name: str, value: str, part: str) -> None:
    """The file says: take away the # and the one space after it."""
    assert "take away the # and the one space after it" in TEXT
    lines = TEXT.split("\n")
    indent = "  " if part else ""
    number = next(n for n in LINES if re.match(f"# {indent}{name}:", lines[n]))
    lines[number] = lines[number].replace("# ", "", 1).partition("   #")[0] + f" {value}"
    data = parse("\n".join(lines), name="case.yaml", kind="yaml").data
    assert (data[part] if part else data)[name] == (value or None)


@pytest.mark.parametrize("received", ["", "2026-11-09", "2026-11-09T09:30"])
@pytest.mark.parametrize("harms", [("died",), ("died",) * 4])
@pytest.mark.parametrize("pathway", ["serious_incident", "learning_request"])
def test_every_beginning_is_valid(received: str, harms: tuple[str, ...], pathway: str) -> None:
    text = skeleton(SCHEMA, Beginning("SCI-2026-014", "tees", pathway, harms, received))
    document = parse(text, name="case.yaml", kind="yaml")
    assert validate(document, Content(), TODAY).findings == ()
    assert len(document.data["children"]) == len(harms)
    assert [e["actual"] for e in document.data.get("events", [])] == (
        [received] if received else []
    )
