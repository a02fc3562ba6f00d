"""Every schema says of every field what it is called and is for, and lets nothing else in."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import pytest

from sgdocs.content import Content
from sgdocs.schema import Schema, load_schema
from sgdocs.schema.formats import FORMATS

NAMES = [n.removesuffix(".schema.json") for n in Content().names("schemas", ".schema.json")]
Path = tuple[str, ...]


def nodes(schema: Schema) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """List every place a file may have, each schema a place refers to gone into once."""
    seen: set[int] = set()

    def below(node: Mapping[str, Any], base: str, path: Path) -> Iterator[tuple[Path, Any]]:
        found, base = schema.resolve(node, base)
        yield path, found
        inside = id(found.get("properties", found.get("items", found)))
        if inside in seen:
            return
        seen.add(inside)
        for name, child in found.get("properties", {}).items():
            yield from below(child, base, (*path, name))
        for key in ("items", "additionalProperties"):
            if isinstance(found.get(key), Mapping):
                yield from below(found[key], base, (*path, "*"))

    yield from below(schema.root, "", ())


def all_of(name: str) -> list[tuple[Path, Mapping[str, Any]]]:
    return list(nodes(load_schema(Content(), name)))


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert set(NAMES) >= {
        "case", "procedure", "partnership", "agency-return", "calendar", "artefacts",
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_schema_with_an_address_of_its_own(name: str) -> None:
    root = load_schema(Content(), name).root
    jsonschema.Draft202012Validator.check_schema(root)
    assert root["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert root["$id"] == f"https://sgdocs.example.org/schemas/{name}.schema.json"


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_a_title_and_a_description(name: str) -> None:
    silent = [
        (path, key)
        for path, node in all_of(name)
        for key in ("title", "description")
        # An entry of a list has the words of its list.
        if path[-1:] != ("*",) and not str(node.get(key, "")).strip()
    ]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_descriptions_read_as_words(name: str) -> None:
    for path, node in all_of(name):
        if path[-1:] == ("*",):
            continue
        title, description = node["title"], node["description"]
        assert title == title.strip(), path
        assert not title.endswith("."), path
        assert description.endswith((".", "?", "!")), path
        assert not re.search(r"TODO|TBC|XXX|\s\s", title + description), path


@pytest.mark.parametrize("name", NAMES)
def test_a_misspelt_field_is_never_let_in(name: str) -> None:
    open_groups = [
        path
        for path, node in all_of(name)
        if node.get("type") == "object" and node.get("additionalProperties", True) is True
    ]
    assert open_groups == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_needed_is_a_field_there_is(name: str) -> None:
    for path, node in all_of(name):
        assert set(node.get("required", ())) <= set(node.get("properties", {})), path


@pytest.mark.parametrize("name", NAMES)
def test_a_list_says_what_is_in_it(name: str) -> None:
    assert [
        path for path, node in all_of(name) if node.get("type") == "array" and "items" not in node
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_format_is_one_that_is_checked(name: str) -> None:
    used = {node["format"] for _, node in all_of(name) if "format" in node}
    assert used <= set(FORMATS)


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_lets_no_line_end_through(name: str) -> None:
    """In some programs a dollar sign also matches before a last line end."""
    patterns = [node["pattern"] for _, node in all_of(name) if "pattern" in node]
    assert [p for p in patterns if p.endswith("$") and not p.endswith("\\$")] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_choices_are_plain_words(name: str) -> None:
    for path, node in all_of(name):
        for choice in node.get("enum", ()):
            assert isinstance(choice, (str, int)), path
            assert str(choice) == str(choice).strip() != "", path
        assert len(set(node.get("enum", ()))) == len(node.get("enum", ())), path
