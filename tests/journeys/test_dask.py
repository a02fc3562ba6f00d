"""A real Dask scheduler and two workers, each a process: nothing lost, torn or done twice."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pipeline.offices import DAY, Workspace, workspace
from sgdocs.engines import dask, named
from sgdocs.ledger import entries, verify
from sgdocs.pipeline.regenerating import CaseJob, Outcome, regenerate

pytestmark = [
    pytest.mark.dask,
    pytest.mark.skipif(not dask.available(), reason="Dask is not installed: pip install .[dask]"),
    pytest.mark.timeout(300),
]

CASES = tuple(f"SCI-2026-{number:03}" for number in range(8))


@dataclass
class Cluster:
    """A scheduler and its workers on this computer."""

    folder: Path
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    address: str = ""

    def start(self) -> None:
        file = self.folder / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        self.scheduler = self._process("scheduler", *options, "--scheduler-file", file)
        self.address = self._address(file)
        for number in range(2):
            place = self.folder / f"worker-{number}"
            options = (
                "--nthreads",
                "1",
                "--no-nanny",
                "--no-dashboard",
                "--local-directory",
                place,
            )
            self.workers.append(self._process("worker", f"tcp://{self.address}", *options))

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            if process:
                process.kill()
                process.wait()

    @staticmethod
    def _process(kind: str, *options: str | Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, *map(str, options)]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=quiet, stderr=quiet, env=os.environ)

    @staticmethod
    def _address(file: Path) -> str:
        for _ in range(600):
            if file.exists() and (text := file.read_text()).endswith("}"):
                return str(json.loads(text)["address"]).removeprefix("tcp://")
            time.sleep(0.1)
        raise TimeoutError("the scheduler did not begin")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    try:
        made.start()
        _wait_for_two(made)
        yield made
    finally:
        made.stop()


def _wait_for_two(cluster: Cluster) -> None:
    for _ in range(60):
        if dask.workers(cluster.address) == 2:
            return
        time.sleep(0.5)
    raise TimeoutError("the workers did not begin")


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "office", *CASES)


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, bytes]:
    """The packs as this process makes them."""
    other = workspace(tmp_path / "other", *CASES)
    other.regenerate()
    return other.packs()


def all_is_there_once(office: Workspace, expected: dict[str, bytes]) -> None:
    assert office.packs() == expected
    for path in office.cases:
        assert verify(path.parent) == ()
        assert [line.entry.kind for line in entries(path.parent)] == ["built"]


def run(office: Workspace, cluster: Cluster, after_the_first: subprocess.Popen[bytes]) -> set[str]:
    """Regenerate on the cluster, and kill a process as soon as the first case is done."""
    jobs = [CaseJob(str(path), office.terms(DAY, "word")) for path in office.cases]

    def told(_: Outcome) -> None:
        after_the_first.kill()

    return {one.state for one in regenerate(jobs, named(f"dask://{cluster.address}"), told)}


def test_the_cluster_gives_the_same_bytes(
    office: Workspace, cluster: Cluster, expected: dict[str, bytes]
) -> None:
    done = office.regenerate(engine=f"dask://{cluster.address}")
    assert {outcome.state for outcome in done.values()} == {"made"}
    all_is_there_once(office, expected)


def test_a_worker_killed_in_the_middle_costs_nothing(
    office: Workspace, cluster: Cluster, expected: dict[str, bytes]
) -> None:
    # What the lost one had done and could not tell any more is found to be the same.
    assert run(office, cluster, cluster.workers[0]) <= {"made", "fresh", "same"}
    all_is_there_once(office, expected)


def test_a_lost_scheduler_is_told_and_the_next_run_finishes(
    office: Workspace, cluster: Cluster, expected: dict[str, bytes]
) -> None:
    assert cluster.scheduler
    assert run(office, cluster, cluster.scheduler) == {"made", "failed"}
    # The workers may still be at it: they and the next run do not get in each other's way.
    assert {one.state for one in office.regenerate().values()} <= {"made", "fresh", "same"}
    all_is_there_once(office, expected)
