"""Write docs/reference from the schemas, the procedures and the program itself.

Run it after any of them changes: `python docs/make_reference.py`. With `--check` nothing is
written; it names the pages that are out of date and ends with 1.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from making import commands, fields, language, outputs, rules, steps
from making.markdown import Page

from sgdocs.content import Content

HERE = Path(__file__).parent / "reference"


def main(arguments: list[str]) -> int:
    """Write every page, or check that every page is as it would be written."""
    made = {page.name: page.text for page in pages(Content())}
    made["README.md"] = contents(made)
    if "--check" in arguments:
        return report(stale(made))
    HERE.mkdir(exist_ok=True)
    for old in HERE.glob("*.md"):
        old.unlink()
    for name, text in made.items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def pages(content: Content) -> Iterator[Page]:
    """Make every page of the reference, in the order it is listed."""
    yield commands.page()
    yield from fields.pages(content)
    yield from steps.pages(content)
    yield steps.papers(content)
    yield from language.pages(content)
    yield from outputs.pages(content)
    yield rules.page()


def contents(made: dict[str, str]) -> str:
    """Make the page that lists the others."""
    lines = ["# Reference", "", "For those who write programs or procedures for sgdocs."]
    lines += ["Every page here is written by `python docs/make_reference.py`; do not edit it.", ""]
    lines += [f"- [{text.splitlines()[0].removeprefix('# ')}]({n})" for n, text in made.items()]
    return "\n".join(lines) + "\n"


def stale(made: dict[str, str]) -> list[str]:
    """Name the pages that are missing, changed or no longer made."""
    there = {p.name: p.read_text(encoding="utf-8") for p in HERE.glob("*.md")}
    return sorted(n for n in made.keys() | there.keys() if made.get(n) != there.get(n))


def report(names: list[str]) -> int:
    """Say which pages are out of date."""
    for name in names:
        sys.stdout.write(f"out of date: docs/reference/{name}\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
