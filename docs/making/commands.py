"""Every command with its options, from the command line itself."""

from collections.abc import Iterator

import click

from making.markdown import Page, code, codes, table
from sgdocs.cli.main import cli
from sgdocs.cli.options import once

__all__ = ["page"]

_ABOUT = (
    "`sgdocs COMMAND --help` says the same. `-h` and `--help` work everywhere; "
    "`sgdocs --version` gives the version."
)


def page() -> Page:
    """Make the page of commands."""
    return Page("commands.md", "Commands", _ABOUT, tuple(_sections(cli, "sgdocs")))


def _sections(group: click.Group, lead: str) -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield f"## {lead} {name}\n\n{_plain(command.help)}"
            yield from _sections(command, f"{lead} {name}")
        elif command is not None:
            yield _section(command, f"{lead} {name}")


def _section(command: click.Command, name: str) -> str:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    taken = " ".join(_argument(a) for a in arguments)
    options = [p for p in command.params if isinstance(p, click.Option)]
    rows = [(_option(o), _says(o)) for o in options]
    parts = [f"## {name}", f"`{' '.join(filter(None, (name, taken)))}`", _plain(command.help)]
    return "\n\n".join([*parts, *([table(("Option", "What it does"), rows)] if rows else [])])


def _argument(argument: click.Argument) -> str:
    shown = argument.make_metavar(click.Context(click.Command("")))
    return shown if argument.required else f"[{shown.strip('[]')}]"


def _option(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.make_metavar(click.Context(click.Command('')))}"
    return code(", ".join((*option.opts, *option.secondary_opts)) + value)


def _says(option: click.Option) -> str:
    parts = [option.help or ""]
    if isinstance(option.type, click.Choice) and not option.help:
        parts.append(f"One of {codes(map(str, option.type.choices))}.")
    parts += ["Needed."] if option.required else []
    repeatable = option.multiple and option.callback is not once
    parts += ["May be given several times."] if repeatable else []
    return " ".join(filter(None, parts))


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())
