"""Whatever the disk refuses, and whenever a program is killed, each command leaves old or new."""

import os

import pytest

from faults.asking import SEED, found, step, wanted_times
from faults.jobs import JOBS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")

# Judged by their own tests, for the libraries that write there keep nothing that is true.
_NOT_OURS = ("connect ", "mkdir /TMPDIR", "rmdir /TMPDIR", "open /TMPDIR", "remove /TMPDIR")


def test_a_record_that_is_refused_or_killed_leaves_all_as_it_was_or_is_there(tmp_path):
    told = found("record", tmp_path, step=17, start=6, codes=[28], kills=4, timed=1, seed=SEED)
    assert told["tries"] > 8
    assert told["changes"] > 20


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", JOBS)
def test_every_call_failing_leaves_old_or_new_and_says_which(tmp_path, name):
    told = found(name, tmp_path, step=step(), start=SEED)
    assert told["tries"] > 0
    print(f"{name}: {told['calls']} calls, {told['tries']} failures tried")


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", JOBS)
def test_killed_at_any_moment_nothing_is_torn_and_nothing_acknowledged_is_lost(tmp_path, name):
    times = wanted_times(len(JOBS))
    told = found(name, tmp_path, kills=times, timed=-(-times // 4), seed=SEED)
    assert told["tries"] >= min(times, told["changes"])
    print(f"{name}: killed {told['tries']} times, seed {SEED}")


@pytest.mark.faults
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", JOBS)
def test_nothing_is_written_but_by_the_room_that_writes(tmp_path, name):
    escaped = found(name, tmp_path)["escaped"]
    assert [call for call in escaped if not call.startswith(_NOT_OURS)] == []
