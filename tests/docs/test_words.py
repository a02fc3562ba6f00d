"""Commands, options, exit codes, dates, steps and papers named in the documentation exist."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
import pytest
import yaml

from docs.console import outline
from docs.pages import PAGES, ROOT, blocks, name_of, prose, spans
from sgdocs.cli.main import cli
from sgdocs.content import Content
from sgdocs.dates import words
from sgdocs.pipeline.grounding import ground
from sgdocs.procedure import load_procedure, procedure_names

EXIT_CODES = {0, 1, 2, 3, 4, 5, 6, 70}
"""The public codes: another one in a page, or another meaning, would mislead other programs."""

GENERATED = ROOT / "docs" / "reference"
WRITTEN = [page for page in PAGES if GENERATED not in page.parents]
_DATE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}\b")


def commands(group: click.Group = cli, lead: str = "sgdocs") -> Iterator[tuple[str, click.Command]]:
    """Give every command with the words it is called by."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield f"{lead} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{lead} {name}")


def options(command: click.Command) -> set[str]:
    """Give the options a command takes."""
    own = {
        o
        for p in command.params
        if isinstance(p, click.Option)
        for o in (*p.opts, *p.secondary_opts)
    }
    return own | {"--help", "-h", "--version"}


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    """Every command, with its options."""
    return {name: options(command) for name, command in commands()}


def mentioned(page: Path) -> Iterator[str]:
    """Give every command line a page shows or names."""
    yield from (span for span in spans(page) if span.startswith("sgdocs "))
    for block in blocks(page):
        if block.sort == "console":
            yield from (line for line, _ in outline(block.text) if line.startswith("sgdocs "))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_and_option_exists(page: Path, known: dict[str, set[str]]) -> None:
    for line in mentioned(page):
        names = [name for name in known if f"{line} ".startswith(f"{name} ")]
        given = set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", line))
        command = max(names, key=len, default="sgdocs")
        assert names or given or re.match(r"sgdocs [A-Z]", line), f"there is no command: {line}"
        assert given <= known.get(command, {"--help", "--version"}), line


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_an_option_named_by_itself_belongs_to_some_command(
    page: Path, known: dict[str, set[str]]
) -> None:
    alone = {span.split()[0] for span in spans(page) if re.match("--[a-z]", span)}
    assert alone <= {"--wheel"}.union(*known.values())


def test_every_command_is_described_in_a_page_for_people(known: dict[str, set[str]]) -> None:
    text = "\n".join(line for page in WRITTEN for line in mentioned(page))
    assert [name for name in known if f"{name}" not in text] == []


def test_exit_codes_in_pages_are_the_public_ones() -> None:
    shown = {int(b.settings["exit"]) for p in PAGES for b in blocks(p) if "exit" in b.settings}
    assert shown <= EXIT_CODES
    for name in ("docs/troubleshooting.md", "docs/reference/exit-codes.md"):
        listed = re.findall(r"^\| `?(\d+)`? \|", (ROOT / name).read_text(encoding="utf-8"), re.M)
        assert set(map(int, listed)) == EXIT_CODES, name


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_every_date_in_words_has_its_right_weekday(page: Path) -> None:
    for text in _DATE.findall(page.read_text(encoding="utf-8")):
        assert words(datetime.strptime(text, "%A %d %B %Y").date()) == text


def test_the_table_of_the_fifteen_working_days_is_counted_right() -> None:
    page = (ROOT / "docs" / "deadlines.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+|–) \| (\w+day [^|]+?) \| ([^|]*?) ?\|$", page, re.M)
    days = [(n, datetime.strptime(day, "%A %d %B %Y").date(), what) for n, day, what in rows]
    calendar = ground(Content(), "nel").calendar
    holidays = {h.date: h.title for h in calendar.edition.holidays}
    assert [n for n, _, _ in days if n != "–"] == [str(n) for n in range(16)]
    for number, day, what in days:
        if number == "–":
            assert holidays[day] == what
        else:
            assert calendar.add(days[0][1], int(number)) == day


def test_the_times_in_the_pages_of_the_procedures_are_those_of_the_steps() -> None:
    page = (ROOT / "docs" / "procedures.md").read_text(encoding="utf-8")
    books = {name: load_procedure(Content(), name) for name in procedure_names(Content())}
    sections = re.split(r"^## ", page, flags=re.M)
    for book in books.values():
        (section,) = (s for s in sections if s.startswith(f"{book.name}\n"))
        steps = book.in_force(book.starts[-1]).steps
        rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| `([^`]+)` \|$", section, re.M)
        assert rows, book.name
        for said, name in rows:
            timing = steps[name].timing
            unit = str(timing.unit).replace("_", " ").removesuffix("s")
            first = f"{timing.earliest_offset} to " if timing.earliest_offset is not None else ""
            assert f"{first}{timing.offset} {unit}" in said, (book.name, name)


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_every_piece_of_yaml_can_be_read(page: Path) -> None:
    for block in blocks(page):
        if block.sort == "yaml" and block.settings.get("file") != "cases/SCI-2025-017/case.yaml":
            yaml.safe_load(block.text)


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_lines_that_are_not_run_are_the_known_ones(page: Path) -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    ways = {
        "py -m pip install .",
        "pipx install .",
        "python docs/make_reference.py",
        "python templates/make.py",
        "sgdocs serve",  # tests/cli/test_serve.py runs it
        "sgdocs encrypt --new-key /safe/office.key",  # tests/cli/test_encrypt.py runs these
        "sgdocs encrypt --new-key /safe/recovery.key",
        "sgdocs encrypt SCI-2025-014 --key /safe/office.key",
        "sgdocs decrypt SCI-2025-014 --key /safe/office.key",
        'sgdocs sign SRG-8.pdf --field "signature[1]" --key my-key.p12',  # tests/cli/test_sign.py
        "sgdocs sign --verify SRG-8_signed-3.pdf --trust council.pem --trust police.pem",
    }
    allowed = ways | {f"make {target}" for target in targets}
    for block in blocks(page):
        assert block.sort in {"console", "first", "markdown", "sh", "yaml"}, (
            f"{page.name}:{block.line}"
        )
        if block.sort == "sh":
            assert set(block.text.splitlines()) <= allowed


def test_pages_say_whom_they_are_for() -> None:
    pages = [
        p for p in (ROOT / "docs").glob("*.md") if not prose(p).split("\n\n")[1].startswith("*")
    ]
    assert [name_of(page) for page in pages] == []
