"""`sgdocs`: the commands by name, each loaded only when it is called."""

import errno
import gc
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sgdocs import __version__
from sgdocs.errors import InputRefused, OutputFailed, SgdocsError
from sgdocs.interrupts import end_quietly, held_back
from sgdocs.opening import leave_no_core
from sgdocs.storage.changes import Noted, noting

__all__ = ["main"]

# Name, and what it does; the module of the same name holds the command.
_COMMANDS = {
    "init": "Make a workspace for a partnership: its contacts, cases and wording.",
    "new": "Begin a case, as a commented file to fill in.",
    "validate": "Check case files and say every finding at once.",
    "schedule": "Show when everything in a case is due, and why.",
    "record": "Write down an event, a dispatch, a call, a return or a step done.",
    "receive": "Take in the forms that came back: read, check, compare, accept.",
    "enclose": "Keep an agency's PDF, and include it whole in the collated report.",
    "calls": "Show the calls to make; read a filled list back; draft follow-up mails.",
    "status": "Show where every case stands: red, amber or green.",
    "build": "Make the papers of a case that are due: Word, PDF and mail drafts.",
    "plan": "Show what changed rules, words or holidays would change, before they do.",
    "regenerate": "Make anew what is stale, in one case or in all of them.",
    "check": "Prove that templates match the schema.",
    "anonymise": "Mask a text for publication, and say what a person has to decide.",
    "serve": "Open the office's window: the same jobs in a browser on this machine.",
    "users": "List who may open the window from the office's network.",
    "certificate": "Certify which duties of a case were met in time, and by what proof.",
    "export": "Count a year's cases, duties met in time, themes and actions; no names.",
    "encrypt": "Encrypt a case at rest, as one file that only a key opens.",
    "decrypt": "Bring an encrypted case back.",
    "dispose": "List what need not be kept any longer, and remove what is signed for.",
    "verify": "Show that nobody has changed the ledger, or what was made and sent.",
    "sign": "Sign a PDF with a key, or say who signed one and what changed since.",
    "release": "Release a review's papers for publication, if nothing keeps them back.",
    "upgrade": "Bring an older case file to the present form.",
    "doctor": "Look over the workspace and this computer, and say what to mend.",
    "demo": "Make an example workspace and show what sgdocs does with it.",
}

_STOPPED = 130
_NOWHERE = "the folder you are in is not there any more. Go to another one, and try again"
_UNPRINTED = "the output could not be written in full"
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EBADF: "there is nowhere to print to",
    errno.EIO: "the disk reported a fault",
    errno.EACCES: "this account may not",
}


class _Commands(click.Group):
    """A group whose commands are imported when they are called, so that help stays quick."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        with held_back():
            module = importlib.import_module(f"sgdocs.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sgdocs")
def cli() -> None:
    """Letters, forms, reports and a dated schedule from one child safeguarding case file."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end with its exit code; never show a traceback or any case content."""
    # A command ends within the second: looking for garbage cycles costs a tenth of its start.
    gc.set_threshold(100_000, 50, 1000)
    leave_no_core()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with noting() as noted:
        code = _run(arguments, noted)
    if code == _STOPPED:
        end_quietly()  # pressed once more, nothing is waited for
    sys.exit(code if isinstance(code, int) else 0)


def _run(arguments: Sequence[str] | None, noted: Noted) -> object:
    try:
        code: object = cli.main(args=arguments, standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show(sys.stderr)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; nothing was left half done.", err=True)
        code = _STOPPED
    except SgdocsError as refused:
        click.echo(f"sgdocs: {refused}", err=True)
        code = refused.exit_code
    except BrokenPipeError:
        code = 0
    except OSError as error:
        gone = _stands_nowhere()
        click.echo(f"sgdocs: {_NOWHERE if gone else _plainly(error)}.", err=True)
        code = InputRefused.exit_code if gone else OutputFailed.exit_code
    except SystemExit as ended:
        # click ends with 1 where the reader of a pipe has seen enough; that is no fault
        out: object = sys.stdout  # click puts its own wrapper there
        seen_enough = type(out).__name__.endswith("PacifyFlushWrapper")
        code = 0 if seen_enough else ended.code
    except Exception as fault:  # noqa: BLE001 - a traceback could print case content
        click.echo(
            f"sgdocs: a fault of ours ({type(fault).__name__}); {_standing(noted)} "
            "Run it again with SGDOCS_DEBUG=1 on a case without real names to see where.",
            err=True,
        )
        _debug(fault)
        code = 70
    return code


def _standing(noted: Noted) -> str:
    if not noted.changed:
        return "nothing was written."
    return "what was done before it may stand, each file whole: look before you do it again."


def _stands_nowhere() -> bool:
    """Say whether the folder that the command was given in was taken away meanwhile."""
    try:
        return not Path.cwd().is_dir()
    except OSError:
        return True


def _plainly(error: OSError) -> str:
    # A file's name is not said: it could be a child's.
    what = "a file could not be read or written" if error.filename else _UNPRINTED
    return f"{what}: {_REASONS.get(error.errno or 0, 'the computer refused it')}"


def _debug(fault: Exception) -> None:
    """Show where a fault of ours lies when asked to, never with its message."""
    import os  # noqa: PLC0415 - only on a fault
    import traceback  # noqa: PLC0415 - only on a fault

    if os.environ.get("SGDOCS_DEBUG"):
        for frame in traceback.extract_tb(fault.__traceback__):
            click.echo(f"  {frame.filename}:{frame.lineno} {frame.name}", err=True)
