"""Files that must pass, files that must not with what a clerk must be told, and the examples."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.findings import Finding
from sgdocs.pipeline import schedule_case, validate_case
from sgdocs.procedure import procedure_names
from sgdocs.reading import ReadingRefused, read_file

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
EXAMPLES = sorted((ROOT / "examples").glob("*/case.*"))
VALID = sorted(p for p in (CASES / "valid").iterdir() if p.suffix in (".yaml", ".yml", ".json"))
INVALID = sorted(p for p in (CASES / "invalid").iterdir() if p.suffix in (".yaml", ".yml", ".json"))
LISTS = sorted((CASES / "invalid").glob("*.errors.txt"))

TODAY = parse_moment("2026-11-21")
# Before, in the middle of and after each example, on a holiday and at a time of day.
DAYS = ("2023-04-20", "2024-05-27", "2025-07-01T09:30", "2025-12-25", "2026-11-20", "2026-11-21")

EVERY_KIND = {
    # what the schema says
    "date", "email", "missing", "moment", "not-a-choice", "repeated", "schema-version",
    "unknown-field", "wrong-count", "wrong-form", "wrong-kind", "wrong-length", "wrong-number",
    # what no schema can say
    "age", "decision-without-recommendation", "dispatch-to", "duplicate", "duplicate-event",
    "empty", "future", "nhs-number", "order", "publication-without-sign-off", "return-not-asked",
    "shared-email", "unknown-name", "unknown-reference", "vetting",
}  # fmt: skip


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@cache
def findings_of(path: Path) -> tuple[Finding, ...]:
    """Give every finding of a file; what stops it from being read counts as one each."""
    try:
        return validate_case(path, Content(), TODAY).findings
    except ReadingRefused as refused:
        return tuple(
            Finding("unreadable", p.message, file=str(path), line=p.line, column=p.column)
            for p in refused.problems
        )


def shown(finding: Finding) -> str:
    """Give what a clerk reads, after the folder's name."""
    return Path(finding.file).name + finding.line_of_text().removeprefix(finding.file)


def shown_of(path: Path) -> list[str]:
    return [shown(f) for f in findings_of(path)]


@pytest.mark.parametrize("path", VALID, ids=name_of)
def test_a_valid_file_has_nothing_to_put_right(path: Path) -> None:
    assert shown_of(path) == []


@pytest.mark.parametrize("path", VALID, ids=name_of)
def test_a_valid_file_can_be_scheduled(path: Path) -> None:
    assert schedule_case(path, Content(), TODAY, TODAY).rows


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_an_invalid_file_says_what_its_list_says_and_no_more(path: Path) -> None:
    expected = sorted(list_of(path).read_text(encoding="utf-8").splitlines())
    found = sorted(as_listed(f) for f in findings_of(path))
    assert expected, "the list is empty"
    assert found == expected


def list_of(path: Path) -> Path:
    return path.with_suffix(".errors.txt")


def as_listed(finding: Finding) -> str:
    """Leave out the advice, so that its words can be bettered without a change to every list."""
    advice = f" {finding.remedy}" if finding.remedy else ""
    text = shown(finding).removesuffix(advice)
    if finding.rule == "unreadable":
        return text.replace(" error: $:", "")
    return text


def test_every_list_belongs_to_an_invalid_file() -> None:
    assert [list_of(p) for p in INVALID] == LISTS


def test_every_kind_of_fault_has_a_file() -> None:
    found = {f.rule for path in INVALID for f in findings_of(path)}
    assert found - {"unreadable"} == EVERY_KIND


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_no_finding_repeats_what_the_file_says(path: Path) -> None:
    assert leaks(secrets_of(path), findings_of(path)) == []


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_what_is_suggested_is_a_word_of_ours(path: Path) -> None:
    suggested = {f.suggestion for f in findings_of(path)} - {""}
    assert suggested - words_of_ours() == set()


def test_a_repeated_name_would_be_noticed() -> None:
    path = CASES / "invalid" / "death-before-birth.yaml"
    told = Finding("order", "Heledd died before her birth.", path="$.children[0]")
    dated = Finding("order", "2016-03-08 comes before the date of birth.")
    assert leaks(secrets_of(path), [told, dated]) == ["2016-03-08", "heledd"]


def test_a_name_typed_as_a_field_would_be_noticed() -> None:
    path = CASES / "invalid" / "name-typed-as-a-field.yaml"
    told = Finding("unknown-field", "no such field", path="$.children[0].Gwenllian Oyelaran")
    assert leaks(secrets_of(path), [told]) == ["gwenllian oyelaran"]


def leaks(secrets: set[str], findings: list[Finding] | tuple[Finding, ...]) -> list[str]:
    """Give whatever of the file's own words stands in what is said of it."""
    texts = [f"{f.path} {f.message} {f.remedy}".casefold() for f in findings]
    return sorted(s for s in secrets if any(s in text for text in texts))


def secrets_of(path: Path) -> set[str]:
    """Give what a person wrote in a file: all but closed lists, fields' names and short names."""
    try:
        data = read_file(path).data
    except ReadingRefused:
        body = "\n".join(
            line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"
        )
        return {word.casefold() for word in re.findall(r"[A-Z]\w{3,}", body)}
    return {start_of(s).casefold() for s in written(data) if is_secret(s)}


def start_of(text: str) -> str:
    """Give enough to recognise a long text by, even where a message would cut it short."""
    return text.strip() if len(text) < 40 else text.strip()[:16]


def is_secret(text: str) -> bool:
    return len(text.strip()) > 3 and text not in words_of_ours()


def written(node: Any, key: str = "") -> Iterator[str]:
    """Give the keys and values of plain data, and each word of a name by itself."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield str(name)
            yield from written(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from written(value, key)
    elif key != "id" and node is not None:
        yield str(node)
        if key in ("full", "given", "family", "known_as", "aliases"):
            yield from re.split(r"[\s-]+", str(node))


@cache
def words_of_ours() -> frozenset[str]:
    """Give the words that are the program's and not a person's: choices, fields, steps, papers."""
    content = Content()
    found: set[str] = {*procedure_names(content)}
    for name in ("case", "agency-return"):
        schema = read_file(content.path("schemas", f"{name}.schema.json")).data
        found.update(words_of_schema(schema))
    for name in content.names("procedures", ".yaml"):
        found.update(words_of_procedure(read_file(content.path("procedures", name)).data))
    return frozenset(found)


def words_of_schema(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (str(v) for v in node.get("enum", ()))
        yield from node.get("properties", {})
        if "const" in node:
            yield str(node["const"])
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for value in inside:
        yield from words_of_schema(value)


def words_of_procedure(node: Any) -> Iterator[str]:
    """Give the names a procedure gives its events, roles, menus, steps, choices and papers."""
    if isinstance(node, dict):
        for kind in ("events", "roles", "options"):
            yield from node.get(kind, {})
        if isinstance(node.get("id"), str):
            yield node["id"]
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for value in inside:
        yield from words_of_procedure(value)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_an_example_has_nothing_to_put_right(path: Path) -> None:
    assert shown_of(path) == []


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_an_example_can_be_scheduled_on_any_day(path: Path, day: str) -> None:
    scheduled = schedule_case(path, Content(), parse_moment(day), TODAY)
    assert any(row.why.counted for row in scheduled.rows)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_an_example_begins_by_saying_that_everybody_is_invented(path: Path) -> None:
    opening = path.read_text(encoding="utf-8").split("schema_version")[0]
    assert "Everybody here is invented" in opening
    assert "Things to try:" in opening


def test_every_procedure_has_an_example_named_after_it() -> None:
    told = {p.parent.name: read_file(p).data["case"]["procedure"] for p in EXAMPLES}
    assert {name for name in told if told[name] == name} == set(procedure_names(Content()))
    assert [name for name in told if not name.startswith(told[name])] == []


def test_the_awkward_files_are_still_awkward() -> None:
    """An editor, or the settings of git, may put right what these two files are there to show."""
    windows = (CASES / "valid" / "windows-line-endings.yaml").read_bytes()
    assert windows.count(b"\r\n") == windows.count(b"\n") > 5
    assert (CASES / "valid" / "byte-order-mark.yaml").read_bytes().startswith(b"\xef\xbb\xbf")
