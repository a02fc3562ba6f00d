"""Run the commands a page shows, in a folder of its own, and compare what they print."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from docs.pages import ROOT, Block, blocks

__all__ = ["Console", "follow", "outline"]

_WIDTH = "100"
_SGDOCS = shutil.which("sgdocs", path=str(Path(sys.executable).parent)) or "sgdocs"


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
        done = subprocess.run(
            [_SGDOCS, *words],
            cwd=self.here,
            env=_environment(self.here),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout.replace("\\", "/")


def _environment(here: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SGDOCS_")}
    return kept | {"COLUMNS": _WIDTH, "NO_COLOR": "1", "HOME": str(here), "PYTHONUNBUFFERED": "1"}


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
            place.write_text(block.text, encoding="utf-8")
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
