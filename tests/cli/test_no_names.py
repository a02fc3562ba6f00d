"""Whatever goes wrong, nothing that stands in a case file is repeated anywhere else."""

import re
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from cli.asking import Office
from cli.filling import filled, leaks, places, swept
from sgdocs.content import Content
from sgdocs.reading import dump, dump_json
from sgdocs.schema import load_schema

pytestmark = pytest.mark.slow

CASE = filled(load_schema(Content(), "case"))
NAME = "Qzcanary Personsdottir"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?")
KEPT = {("schema_version",), ("case", "reference"), ("case", "procedure")}


def test_the_marked_case_is_right_and_full(office: Office) -> None:
    office.case(dump(CASE))
    said = office.run("validate", "SCI-2026-014", "--json")
    assert [f for f in said.json if f["severity"] == "error"] == []
    assert len(list(places(CASE))) > 600


@pytest.mark.parametrize("procedure", ["bcp", "darlington", "nel", "north-yorkshire", "tees"])
def test_what_is_printed_of_a_right_case_names_nobody(office: Office, procedure: str) -> None:
    other = deepcopy(CASE) | {"chosen_options": [], "steps_done": [], "parallel_reviews": []}
    other["case"] = CASE["case"] | {"procedure": procedure}
    office.case(dump(other))
    forms = ("table", "json", "csv", "ics", *(("svg", "xlsx") if procedure == "nel" else ()))
    for form in forms:
        said = office.run("schedule", "SCI-2026-014", "--format", form, "--all")
        assert said.code == 0, said.err
        assert leaks(text_of(said.data) + said.err, short_names=form == "table") == []
    for command in (("status",), ("status", "--json"), ("validate", "SCI-2026-014", "--json")):
        said = office.run(*command)
        assert leaks(said.out + said.err) == []


def text_of(data: bytes) -> str:
    """Give what can be read in a file, unpacked where it is a workbook."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def another_kind(_path: tuple[str | int, ...], value: Any) -> Any:
    return {NAME: value}


def a_list(_path: tuple[str | int, ...], value: Any) -> Any:
    return [NAME, value]


def malformed(_path: tuple[str | int, ...], value: Any) -> Any:
    return f"{value} {NAME}!\t"


def day_first(_path: tuple[str | int, ...], value: Any) -> Any:
    return "14/07/2016" if DATE.fullmatch(str(value)) else value


def in_words(_path: tuple[str | int, ...], value: Any) -> Any:
    return f"14 July 2016, when {NAME} was born" if DATE.fullmatch(str(value)) else value


def ahead(_path: tuple[str | int, ...], value: Any) -> Any:
    return "2099-07-14" if DATE.fullmatch(str(value)) else value


def number(_path: tuple[str | int, ...], _value: Any) -> Any:
    return 99912345


def nothing(_path: tuple[str | int, ...], _value: Any) -> Any:
    return None


def blank(_path: tuple[str | int, ...], value: Any) -> Any:
    return "   " if isinstance(value, str) and value.startswith("Qz") else value


def long(_path: tuple[str | int, ...], value: Any) -> Any:
    return f"{NAME} " * 60 if isinstance(value, str) and value.startswith("Qz") else value


def pointing_nowhere(_path: tuple[str | int, ...], value: Any) -> Any:
    return "qzcanary-nobody" if str(value).startswith("qzshort") else value


def another_procedures(path: tuple[str | int, ...], value: Any) -> Any:
    return "qzcanary" if path[0] in ("events", "steps_done", "chosen_options") else value


def wrong_digit(_path: tuple[str | int, ...], value: Any) -> Any:
    return "999 123 4570" if str(value).startswith("999 123") else value


SWEEPS = (
    another_kind, a_list, malformed, day_first, in_words, ahead, number, nothing, blank, long,
    pointing_nowhere, another_procedures, wrong_digit,
)  # fmt: skip


Change = Callable[[tuple[str | int, ...], Any], Any]


@pytest.mark.parametrize("change", SWEEPS, ids=lambda change: change.__name__)
def test_no_wrong_value_is_repeated(office: Office, change: Change) -> None:
    office.case(dump(swept(CASE, lambda p, v: v if p in KEPT else change(p, v))))
    refuse_quietly(office)


@pytest.mark.parametrize("change", [another_kind, malformed, nothing])
def test_no_value_is_repeated_where_even_the_reference_is_wrong(
    office: Office, change: Change
) -> None:
    office.case(dump(swept(CASE, change)))
    refuse_quietly(office)


def extra_fields(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: extra_fields(value) for key, value in node.items()} | {NAME: NAME}
    return [extra_fields(value) for value in node] if isinstance(node, list) else node


def doubled_entries(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: doubled_entries(value) for key, value in node.items()}
    return [doubled_entries(value) for value in node] * 2 if isinstance(node, list) else node


def emptied(node: Any) -> Any:
    return {k: {} if isinstance(v, dict) else [{}] for k, v in node.items()} | {
        "schema_version": "1.0"
    }


@pytest.mark.parametrize("reshape", [extra_fields, doubled_entries, emptied])
def test_no_wrong_shape_is_repeated(office: Office, reshape: Callable[[Any], Any]) -> None:
    office.case(dump(reshape(CASE)))
    refuse_quietly(office)


def test_no_older_file_is_repeated(office: Office) -> None:
    older = extra_fields(CASE) | {"schema_version": "0.9", "child": {"name": NAME, "harm": NAME}}
    path = office.case(dump(older))
    refuse_quietly(office)
    office.run("upgrade", path)
    refuse_quietly(office)


def refuse_quietly(office: Office) -> None:
    """Run every command on the one case, none of which may repeat what stands in it."""
    case = "SCI-2026-014"
    codes = set()
    for command in (
        ("validate", case, "--json"),
        ("schedule", case),
        ("status", "--json"),
        ("record", "call", case, "family", "--person", "qzcanary-nobody", "--outcome", NAME),
        ("upgrade", case),
    ):
        said = office.run(*command)
        codes.add(said.code)
        assert "Traceback" not in said.out + said.err
        assert said.code != 70, (command, said.err)
        assert leaks(said.out + said.err) == [], command
    assert codes - {0}


@pytest.mark.parametrize(
    "wrong",
    [
        ("event", "panel_notified", "2026-11-12", "--note", f"{NAME}\x07"),
        ("event", "qzcanary", "2026-11-12", "--by", NAME),
        ("event", "panel_notified", "2099-07-14", "--note", NAME),
        ("call", "family", "--person", "qzcanary-nobody", "--outcome", NAME),
        ("return", "qzcanary-nobody", "--json"),
        ("dispatch", "QZCANARY-1", "--by", NAME),
        ("dispatch", "SCSI-2", "--to", "qzcanary-nobody", "--late-reason", NAME),
        ("step", "qzcanary", "--note", NAME),
    ],
    ids=" ".join,
)
def test_no_wrong_record_is_repeated(office: Office, wrong: tuple[str, ...]) -> None:
    office.case(dump(CASE))
    what, *rest = wrong
    said = office.run("record", what, "SCI-2026-014", *rest)
    assert said.code in (1, 2, 3)
    assert leaks(said.out + said.err) == []


TROUBLE = (
    "{",
    "\t",
    '"',
    "&a ",
    "*a ",
    "!a ",
    "\x07",
    "- ? : ",
    "%",
    "\n\n  x\n",
    "}",
    "|",
    "\ufffe",
)


def torn(text: str) -> Iterator[str]:
    """Give the text with one thing wrong in it, here and there."""
    for number, trouble in enumerate(TROUBLE * 6):
        at = (number * 997 + 211) % len(text)
        yield text[:at] + trouble + text[at:]
    for number in range(12):
        yield text[: (number * 1499 + 97) % len(text)]


@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_no_file_that_cannot_be_read_is_repeated(office: Office, kind: str) -> None:
    whole = dump(CASE) if kind == "yaml" else dump_json(CASE)
    refused = 0
    for text in torn(whole):
        office.case(text, name=f"case.{kind}")
        said = office.run("validate", "SCI-2026-014")
        refused += said.code == 3
        assert said.code in (0, 1, 3)
        assert leaks(said.out + said.err) == []
    assert refused > 20


def test_no_name_reaches_another_file(office: Office) -> None:
    path = office.case(dump(CASE))
    for command in (
        ("status",),
        ("record", "event", "SCI-2026-014", "panel_notified", "2026-11-12", "--note", NAME),
        ("schedule", "SCI-2026-014", "--json", "-o", "build/schedule.json"),
        ("schedule", "SCI-2026-014", "--format", "csv", "-o", "build/schedule.csv"),
        ("status", "--json"),
    ):
        assert office.run(*command).code in (0, 1)
    office.case("events: {", "SCI-2026-015")
    office.run("status")
    others = [p for p in office.folder.rglob("*") if p.is_file() and p != path]
    assert {p.suffix for p in others} >= {".sqlite", ".json", ".csv"}
    for other in others:
        short = other.parent.name != "build"
        assert leaks(other.name) == []
        assert leaks(other.read_bytes().decode("latin-1"), short_names=short) == [], other.name


def test_a_new_case_names_nobody(office: Office) -> None:
    for reference in ("Qzcanary", "QZCANARY/1", "../Qzcanary", "Qzcanary Personsdottir"):
        said = office.run("new", reference)
        assert said.code == 2
        assert leaks(said.out + said.err) == []
    assert leaks(" ".join(str(p) for p in Path(office.folder).rglob("*"))) == []
