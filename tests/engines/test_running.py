"""Every piece of work comes to an end or is told of, whatever becomes of those who do it."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from sgdocs.engines import Engine, Lost, named, run_all
from sgdocs.engines.inprocess import InProcess
from sgdocs.errors import InputRefused, UsageRefused

ENGINES = ["in-process", "processes:2"]


def doubled(numbers: tuple[int, ...]) -> list[int]:
    return [2 * number for number in numbers]


def deadly(numbers: tuple[int, ...]) -> list[int]:
    """End the process on 13, as a crash in a library would."""
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(numbers)


def killed_once(marks: tuple[Path, ...]) -> list[str]:
    """End the process the first time it is asked."""
    (mark,) = marks
    if mark.name == "2" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return [mark.name]


STATE: list[str] = []


def inherited(_: tuple[int, ...]) -> list[str]:
    return STATE


def faulty(numbers: tuple[int, ...]) -> list[int]:
    raise ValueError("Ottilie Penhaligon")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_piece_is_done(engine: str) -> None:
    pieces = [(1, 2), (3,), (4, 5, 6)]
    found = [number for result in run_all(named(engine), doubled, pieces) for number in result]
    assert sorted(found) == [2, 4, 6, 8, 10, 12]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_fault_is_told_without_its_words(engine: str) -> None:
    (lost,) = run_all(named(engine), faulty, [(1,)])
    assert isinstance(lost, Lost)
    assert lost == Lost((1,), "a fault of ours (ValueError).")


def test_work_nobody_survives_is_found_out_and_all_other_is_done() -> None:
    pieces = [(n, n + 1) for n in range(1, 20, 2)]
    results = list(run_all(named("processes:2"), deadly, pieces))
    lost = [result for result in results if isinstance(result, Lost)]
    assert lost == [Lost((13,), "the process that worked on it ended.")]
    done = sorted(n for result in results if not isinstance(result, Lost) for n in result)
    assert done == [2 * n for n in range(1, 21) if n != 13]


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    pieces = [(tmp_path / str(number),) for number in range(6)]
    results = list(run_all(named("processes:2"), killed_once, pieces))
    assert sorted(name for result in results for name in result) == list("012345")


_WAITING = """
import sys, time
from sgdocs.engines import named

if __name__ == "__main__":
    with named("processes:2").open() as executor:
        executor.submit(print, "at work", flush=True).result()
        executor.submit(time.sleep, 600)
        time.sleep(600)
"""


@pytest.mark.skipif(os.name == "nt", reason="there a program that is ended is told of it")
def test_workers_do_not_outlive_a_program_that_is_ended_from_outside(tmp_path: Path) -> None:
    script = tmp_path / "waiting.py"
    script.write_text(_WAITING)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"at work\n"
        program.kill()
        # The worker holds the other end for as long as it lives.
        assert program.communicate(timeout=60)[0] == b""


def test_beside_other_threads_processes_begin_afresh_and_copy_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(globals(), "STATE", ["half done by a thread"])
    free = threading.Event()
    thread = threading.Thread(target=free.wait)
    thread.start()
    try:
        assert list(run_all(named("processes:1"), inherited, [(1,)])) == [[]]
    finally:
        free.set()
        thread.join()


class Unreachable(InProcess):
    """An engine that takes work and never answers."""

    reachable = False

    def submit(self, _fn, /, *_args, **_kwargs):
        return Future()


def test_an_engine_that_is_gone_is_told_for_every_piece() -> None:
    begun = time.monotonic()
    engine = Engine("gone", Unreachable, 1)
    results = list(run_all(engine, doubled, [(n,) for n in range(5)]))
    assert sorted(one.piece for one in results if isinstance(one, Lost)) == [(n,) for n in range(5)]
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("name", ["", "threads", "processes:0", "dask://", "dask://host", "dask:1"])
def test_an_unknown_engine_is_refused(name: str) -> None:
    with pytest.raises(UsageRefused, match="no such engine"):
        named(name)


def test_a_scheduler_that_does_not_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("sgdocs.engines.dask._PATIENCE", "200ms")
    with pytest.raises(InputRefused, match="no Dask scheduler"):
        named("dask://127.0.0.1:9")


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sgdocs.engines.dask.available", lambda: False)
    with pytest.raises(UsageRefused, match=r"sgdocs\[dask\]"):
        named("dask://127.0.0.1:8786")
