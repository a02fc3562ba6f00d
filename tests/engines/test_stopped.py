"""Ctrl-C ends every process that works along, however early it comes, and none says a word."""

import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends such a signal otherwise")

POOL = """
from functools import partial
from time import sleep
from sgdocs.engines import named, processes, run_all
processes._does_one_thing = lambda: {copies}
def work():
    list(run_all(named("processes:2"), partial(max, key=sleep), [(60, 60)] * 2))
"""
SHARED = """
from time import sleep
from sgdocs.engines import forked, shared_out
forked._copies = lambda _: 3
def work():
    shared_out(sleep, [60] * 3, int)
"""
PROGRAM = """
import sys
print("begun", flush=True)
try:
    work()
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.parametrize("after", [0, 0.05, 0.5])
@pytest.mark.parametrize(
    "program",
    [POOL.format(copies=True), POOL.format(copies=False), SHARED],
    ids=["copies", "begun afresh", "shared out"],
)
def test_ctrl_c_ends_all_that_work_along_without_a_word(program: str, after: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-P", "-c", program + PROGRAM],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs the tests in the background has them ignore this signal.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"begun\n"
        time.sleep(after)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, b"")
