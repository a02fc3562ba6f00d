"""`sgdocs decrypt`: bring an encrypted case back."""

from pathlib import Path

import click

from sgdocs.cli.encrypt import KEY
from sgdocs.cli.options import content_for, today
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.encrypting import decrypt_case, key_of
from sgdocs.vault import require

__all__ = ["command"]


@click.command("decrypt")
@click.argument("case")
@KEY
def command(case: str, key: Path | None) -> int:
    """Decrypt a case that was encrypted, with the office's key or a recovery key."""
    require()
    if key is None:
        raise UsageRefused("with which key?", remedy="Name its file with --key.")
    path = decrypt_case(case, content_for(), key_of(key), today())
    click.echo(f"{case} is as it was: {path}")
    return 0
