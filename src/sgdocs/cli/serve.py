"""`sgdocs serve`: the office's window, in a browser on this machine."""

import os
import re
import secrets
import sys
import webbrowser
from pathlib import Path

import click

from sgdocs.cli.clock import now
from sgdocs.cli.options import content_for
from sgdocs.content import Content, require_outside
from sgdocs.engines import named
from sgdocs.errors import UsageRefused
from sgdocs.web import Access, Doors, LocalAccess, Office, make_app
from sgdocs.web.running import listen, run
from sgdocs.web.sharing import load_users

__all__ = ["command"]

_ADDRESS = re.compile(r"([A-Za-z0-9.-]{1,253})(?::([0-9]{1,5}))?")
_HERE = ("127.0.0.1", "localhost", "[::1]")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@click.command("serve")
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8420,
    show_default=True,
    help="Which port; 0 takes one that is free.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Which address to listen on.")
@click.option(
    "--users",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Who may come in, as sgdocs users lists them.",
)
@click.option("--address", default="", help="The encrypted address it has, as HOST or HOST:PORT.")
@click.option(
    "--idle", type=click.IntRange(1, 480), default=30, show_default=True, help="Minutes to lock."
)
@click.option(
    "--key-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="SGDOCS_KEY_FILE",
    help="The key to the pseudonyms, for releases.",
)
@click.option("--browser/--no-browser", default=True, help="Open a browser.")
def command(
    folder: Path | None,
    port: int,
    host: str,
    users: Path | None,
    address: str,
    idle: int,
    key_file: Path | None,
    browser: bool,
) -> int:
    """Open the office's window: the board, the cases and the papers, in a browser.

    FOLDER is the workspace; the one here if left out. It listens on this machine alone and prints
    the link that lets you in. To share it on the office's network, list the people in a file, and
    put a server that speaks https in front. Press Ctrl and C to end it.
    """
    content = _workspace(folder)
    _refuse_open_doors(host, users, address)
    if key_file:
        require_outside(key_file)
    code = secrets.token_urlsafe(24)
    access: Access = load_users(users) if users else LocalAccess(code)
    shared = _shared(address) if address else None
    listening = listen(host, port)
    number = listening.getsockname()[1]
    doors = shared or Doors.on(_HERE, number)
    office = Office(content, now, key_file, named("processes"))
    app = make_app(
        office,
        access,
        doors,
        idle_minutes=idle,
        start="" if users else code,
    )
    office.look_ahead()
    link = _link(address, number, "" if users else code)
    click.echo(link)
    click.echo("Open this link in a browser. Ctrl and C ends it.", err=True)
    if browser and _has_screen():
        webbrowser.open(link)
    run(app, listening)
    return 0


def _link(address: str, number: int, code: str) -> str:
    home = f"https://{address}/" if address else f"http://127.0.0.1:{number}/"
    return f"{home}start?code={code}" if code else home


def _workspace(folder: Path | None) -> Content:
    content = content_for(folder or ".")
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Make one first: sgdocs init.")
    return content


def _refuse_open_doors(host: str, users: Path | None, address: str) -> None:
    """Refuse to be reached from other machines by people unknown, or in the clear."""
    if host in _LOOPBACK and not address:
        return
    if users is None:
        raise UsageRefused(
            "anybody on the network could open it.",
            remedy="List who may come in with --users, or leave out --host and --address.",
        )
    if not address:
        raise UsageRefused(
            "passwords would cross the network in the clear.",
            remedy="Put a server that speaks https in front, and give its --address.",
        )


def _shared(address: str) -> Doors:
    found = _ADDRESS.fullmatch(address)
    if not found:
        raise UsageRefused("the address must be of the form HOST or HOST:PORT.")
    return Doors.on((found[1].lower(),), int(found[2] or 443), "https")


def _has_screen() -> bool:
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or bool(shown)
