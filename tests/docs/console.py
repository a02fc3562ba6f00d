"""Run the commands a page shows, in a folder of its own, and compare what they print."""

import io
import re
import shlex
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from docs.pages import ROOT, Block, blocks
from sgdocs.cli.main import main

__all__ = ["WIDTH", "Console", "follow", "outline"]

WIDTH = "100"
"""The columns of the terminal that the pages show."""


@dataclass
class Console:
    """A terminal in the folder a page is tried in."""

    here: Path

    def run(self, command: str) -> tuple[int, str]:
        """Run one command; give its exit code and all it printed, as a terminal shows it."""
        name, *words = shlex.split(command)
        if name == "cd":
            self.here = self.here / words[0]
            assert self.here.is_dir(), f"there is no folder {words[0]}"
            return 0, ""
        assert name == "sgdocs", f"a page may only show sgdocs and cd, not {name}"
        return self._sgdocs(words)

    def _sgdocs(self, words: list[str]) -> tuple[int, str]:
        screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        code: object = 0
        with chdir(self.here), redirect_stdout(screen), redirect_stderr(screen):
            try:
                main(words)
            except SystemExit as ended:
                code = ended.code
        screen.seek(0)
        assert isinstance(code, int), "a command ends with a number"
        return code, screen.read().replace("\\", "/")


def follow(page: Path, folder: Path) -> int:
    """Do everything a page shows, in order; give how many commands were run."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    console, count = Console(folder), 0
    for block in blocks(page):
        if block.sort == "first":
            code, printed = console.run(block.text)
            assert code == 0, f"{page.name}:{block.line}: {block.text}\n{printed}"
        elif "file" in block.settings:
            place = console.here / block.settings["file"]
            place.parent.mkdir(parents=True, exist_ok=True)
            # “copy” begins with a file of the program's, as a clerk copies one and adds to it.
            copied = block.settings.get("copy")
            before = (ROOT / copied).read_text(encoding="utf-8") if copied else ""
            place.write_text(before + block.text, encoding="utf-8")
        elif block.sort == "console":
            count += _try(page, block, console)
    return count


def _try(page: Path, block: Block, console: Console) -> int:
    commands = outline(block.text)
    wanted = int(block.settings.get("exit", "0"))
    for number, (command, shown) in enumerate(commands, 1):
        code, printed = console.run(command)
        place = f"{page.name}:{block.line}: $ {command}"
        last = number == len(commands)
        assert code == (wanted if last else 0), f"{place}\nended with {code}\n{printed}"
        assert not shown or _agree(shown, printed), f"{place}\nprinted\n{printed}\nnot\n{shown}"
    return len(commands)


def outline(text: str) -> list[tuple[str, str]]:
    """Take a console block apart into commands and what each is shown to print."""
    assert text.startswith("$ "), "a console block begins with a command"
    parts = re.split(r"^\$ (.*)\n", text, flags=re.M)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _agree(shown: str, printed: str) -> bool:
    """Say whether an output is as shown; … stands for any text, alone in a line for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else _line(line) for line in shown.splitlines()
    )
    plain = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return re.fullmatch(pattern, plain) is not None


def _line(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.rstrip().split("…")) + "\n"
