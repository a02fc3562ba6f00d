"""`sgdocs sign`: sign a paper with a key of one's own; say who signed one that came back."""

import sys
from pathlib import Path

import click

from sgdocs.cli.options import MOMENT, as_json, content_for, output, today
from sgdocs.cli.printing import print_json
from sgdocs.dates import Moment
from sgdocs.errors import UsageRefused
from sgdocs.pipeline.signing import sign_file, verify_file
from sgdocs.signing import Key, Look, Signature, read_key, read_password

__all__ = ["command"]

_FILE = click.Path(path_type=Path, dir_okay=False)
_LATER = {
    "none": "nothing was added since",
    "signatures": "since then only further signatures were added",
    "answers": "ANSWERS IN THE FORM WERE CHANGED SINCE",
    "other": "THE FILE WAS CHANGED SINCE",
}


@click.command("sign")
@click.argument("file", type=_FILE)
@click.option("--field", help="The field to sign in, as --verify lists it.")
@click.option("--key", type=_FILE, help="The key with its certificate, as .p12 or .pfx.")
@click.option("--password-file", type=_FILE, help="Its password; asked for if left out.")
@output
@click.option("--verify", is_flag=True, help="Say who signed, and whether anything changed since.")
@click.option("--trust", type=_FILE, multiple=True, help="A certificate that vouches for others.")
@click.option("--as-of", type=MOMENT, help="Judge certificates as of this day. Today if left out.")
@as_json
def command(
    file: Path,
    field: str | None,
    key: Path | None,
    password_file: Path | None,
    output: Path | None,
    verify: bool,
    trust: tuple[Path, ...],
    as_of: Moment | None,
    json: bool,
) -> int:
    """Sign one field of a PDF, or look at the signatures in it (--verify).

    Signing writes a new file beside the old one, named …_signed. The key never leaves its file, and
    neither it nor its password may lie in a workspace.
    """
    if verify:
        if field or key or password_file or output:
            raise UsageRefused("--verify only looks.", remedy="Leave out what belongs to signing.")
        return _say(verify_file(file, trust, as_of or today()), json=json)
    if not field or not key:
        raise UsageRefused(
            "which field, and with which key?",
            remedy="Give --field and --key; sgdocs sign --verify lists the fields.",
        )
    if trust or as_of:
        raise UsageRefused("--trust and --as-of belong to --verify.")
    made = sign_file(file, (field, _key(key, password_file)), output, content_for(file), today())
    if json:
        print_json({"file": str(made), "field": field})
    else:
        click.echo(f"Signed. The signed file is {made}; the other is as it was.")
    return 0


def _key(path: Path, password_file: Path | None) -> Key:
    if password_file:
        return read_key(path, read_password(password_file))
    if sys.stdin.isatty():
        asked = click.prompt("Password of the key", hide_input=True, default="", err=True)
        return read_key(path, asked or None)
    return read_key(path, None)


def _say(look: Look, *, json: bool) -> int:
    if json:
        print_json({"altered": look.altered, "signatures": look.as_data()})
    else:
        for one in look.signatures:
            click.echo("\n  ".join(_lines(one)))
    return 4 if look.altered else int(look.wanting)


def _lines(one: Signature) -> list[str]:
    role = f" ({one.role})" if one.role else ""
    if not one.signed:
        return [f"{one.field}{role}: open"]
    by = one.by or "somebody whose certificate gives no name"
    when = f" on {one.claimed_at[:16].replace('T', ' at ')} by their own clock"
    kept = "intact" if one.intact else "ALTERED: this is not what was signed"
    said = [
        f"{one.field}{role}: signed by {by}{when if one.claimed_at else ''}",
        f"{kept}; {_LATER[one.later]}" if one.intact else kept,
    ]
    return [*said, _trust(one)]


def _trust(one: Signature) -> str:
    vouched = f"certificate issued by {one.issuer or 'a body without a name'}"
    if one.trusted is None:
        return f"{vouched}; not checked, since no --trust was given"
    return f"{vouched}; trusted" if one.trusted else f"{vouched}; NOT TRUSTED: {one.doubt}"
