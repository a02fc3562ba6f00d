"""The wheel alone, without the checkout, does the main job."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", "from sgdocs.cli.main import main; main()", *arguments]
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, env=environment, cwd=installed, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_the_data_and_nothing_it_should_not(installed: Path) -> None:
    found = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    assert "sgdocs/_content/procedures/nel.yaml" in found
    assert "sgdocs/_content/schemas/case.schema.json" in found
    assert "sgdocs/_content/calendars/england-and-wales.yaml" in found
    assert not any("tests" in name or ".venv" in name or "build/" in name for name in found)


def test_the_wheel_makes_a_workspace_and_a_schedule(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "demo", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stderr
    board = run(installed, "status", str(tmp_path / "demo"), "--as-of", "2026-11-20")
    assert board.returncode == 1, "the example has something overdue"
    assert "OVERDUE" in board.stdout


def test_it_is_the_wheel_that_ran(installed: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import sgdocs; print(sgdocs.__file__)"],
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
        cwd=installed,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
