"""The window is opened by a command, lets in whoever has its link, and ends when told to."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from cli.asking import CASE, PROGRAM, sgdocs


@contextmanager
def _serving(folder: Path, *more: str) -> Iterator[str]:
    command = [*PROGRAM, "serve", str(folder), "--no-browser", "--port", "0", *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        try:
            yield run.stdout.readline().strip()
        finally:
            run.send_signal(signal.SIGINT)
            assert run.wait(20) in (0, 130)
            said = run.stderr.read() if run.stderr else ""
            assert "Penhaligon" not in said
            assert "Traceback" not in said


def _workspace(folder: Path) -> Path:
    sgdocs("init", folder, "--procedure", "nel")
    case = folder / "cases" / "SCI-2026-014" / "case.yaml"
    case.parent.mkdir(parents=True)
    case.write_text(CASE)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")
def test_the_link_that_is_printed_lets_in(tmp_path: Path) -> None:
    with _serving(_workspace(tmp_path)) as link:
        assert link.startswith("http://127.0.0.1:")
        with httpx2.Client(follow_redirects=True, timeout=20) as browser:
            assert "SCI-2026-014" in browser.get(link).text
        assert httpx2.get(link.partition("start")[0], timeout=20).status_code == 403


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--host", "0.0.0.0"), "anybody on the network"),  # noqa: S104 - what is refused
        (("--address", "sgdocs.example.org"), "anybody on the network"),
        (("--host", "0.0.0.0", "--users", "people.yaml"), "in the clear"),  # noqa: S104 - the same
        (("--users", "people.yaml", "--address", "https://x"), "HOST:PORT"),
    ],
)
def test_it_is_not_shared_by_accident(tmp_path: Path, more: tuple[str, ...], words: str) -> None:
    office = tmp_path / "office"
    _workspace(office)
    asked = ("people.yaml", "Alma Field", "--role", "manager")
    typed = "a long enough password\n" * 2
    made = subprocess.run(
        [*PROGRAM, "users", *asked],
        input=typed,
        text=True,
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert "may come in as manager" in made.stderr
    said = sgdocs("serve", office, "--no-browser", *more, at=tmp_path)
    assert said.code == 2
    assert words in said.err


def test_it_needs_a_workspace(tmp_path: Path) -> None:
    assert sgdocs("serve", "--no-browser", at=tmp_path).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("serve", "--no-browser", "--address", "sgdocs.example.org", "--users", "secret"),
        ("serve", "--no-browser", "--key-file", "cases/secret"),
        ("users", "secret", "Alma Field"),
        ("users", "cases/new", "Alma Field"),
    ],
)
def test_secrets_in_the_workspace_are_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    _workspace(tmp_path)
    for name in ("secret", "cases/secret"):
        (tmp_path / name).write_text("users: {}\n")
    said = sgdocs(*words, at=tmp_path)
    assert said.code == 4
    assert "must not lie in a workspace" in said.err
    assert not (tmp_path / "cases" / "new").exists()
