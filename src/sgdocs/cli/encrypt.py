"""`sgdocs encrypt`: a case at rest, as one file that only a key opens."""

from pathlib import Path

import click

from sgdocs.cli.options import content_for, today
from sgdocs.errors import UsageRefused
from sgdocs.partnership import load_partnership, workspace_procedure
from sgdocs.pipeline.encrypting import encrypt_case, key_of
from sgdocs.vault import make_key, require

__all__ = ["KEY", "command"]

_FILE = click.Path(path_type=Path, dir_okay=False)
KEY = click.option("--key", type=_FILE, help="The office's key file, kept outside the workspace.")


@click.command("encrypt")
@click.argument("case", required=False)
@KEY
@click.option("--new-key", type=_FILE, help="Make a key file here, outside every workspace.")
@click.option("--without-recovery", is_flag=True, help="Although no recovery key is settled.")
def command(
    case: str | None, key: Path | None, new_key: Path | None, *, without_recovery: bool
) -> int:
    """Encrypt a case and all that was made of it, as one file, until it is decrypted again.

    The key is tried on the encrypted file before anything else is removed. Whoever holds a recovery
    key of partnership.yaml can decrypt it too; without any, a lost key is a lost case.
    """
    require()
    if new_key:
        if case or key:
            raise UsageRefused("--new-key only makes a key.")
        click.echo(f"{new_key} is the key. Keep it outside the workspace, and a copy in the safe.")
        click.echo(f"Its public key, which opens nothing: {make_key(new_key)}")
        return 0
    if not case or not key:
        raise UsageRefused("which case, and with which key?", remedy="Name the case and --key.")
    content = content_for()
    recovery = load_partnership(content, workspace_procedure(content)).settings.recovery_keys
    if not recovery and not without_recovery:
        raise UsageRefused(
            "no recovery key is settled: should this key be lost, so would the case.",
            remedy="Put one under recovery_keys in partnership.yaml, or say --without-recovery.",
        )
    target = encrypt_case(case, content, key_of(key), recovery, today())
    click.echo(f"{case} is encrypted: {target}")
    return 0
