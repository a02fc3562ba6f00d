"""Every command can be found, and says what it does and what each of its options is for."""

from collections.abc import Iterator

import click
import pytest

from cli.asking import sgdocs
from sgdocs import __version__
from sgdocs.cli.main import cli

NAMES = cli.list_commands(click.Context(cli))


def commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, (*path, name))


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help(name: str) -> None:
    said = sgdocs(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: ")
    assert f" {name} " in said.out.splitlines()[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_what_it_is_for(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    silent = [
        (*path, parameter.opts[0])
        for path, below in commands(command, (name,))
        for parameter in below.params
        if isinstance(parameter, click.Option)
        and not parameter.help
        # A closed list of words says it by itself.
        and not isinstance(parameter.type, click.Choice)
    ]
    assert silent == []


def test_help_lists_every_command_without_loading_any() -> None:
    said = sgdocs("--help")
    assert said.code == 0
    shown = {line.split()[0] for line in said.out.splitlines() if line.startswith("  ")}
    assert shown >= set(NAMES)


def test_the_version_is_the_packages_own() -> None:
    said = sgdocs("--version")
    assert (said.code, said.out) == (0, f"sgdocs, version {__version__}\n")


def test_no_command_shows_the_help_and_is_a_slip() -> None:
    said = sgdocs()
    assert (said.code, said.out) == (2, "")
    assert "Commands:" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["valdiate", "SCI-2026-014"],
        ["validate"],
        ["schedule"],
        ["schedule", "x", "--no-such-option"],
        ["schedule", "x", "--format", "docx"],
        ["schedule", "x", "--as-of", "soon"],
        ["record"],
        ["record", "event", "x"],
        ["record", "event", "x", "panel_notified", "12/11/2026"],
        ["record", "call", "x", "gossip"],
        ["record", "dispatch", "x", "SCSI-2", "--how", "pigeon"],
        ["status", "no-such-folder"],
        ["init"],
        ["new"],
    ],
    ids=" ".join,
)
def test_a_slip_in_the_command_is_told_on_standard_error(arguments: list[str]) -> None:
    said = sgdocs(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Usage: ")
    assert "Traceback" not in said.err
