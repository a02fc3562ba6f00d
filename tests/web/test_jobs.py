"""Work beside the window is as much part of what was asked for as what a page does at once."""

import time
from pathlib import Path

from sgdocs.storage import noting, write_file
from sgdocs.web.jobs import Jobs, new_job


def test_what_a_job_writes_is_noted_by_whoever_began_it(tmp_path: Path) -> None:
    job = new_job("Papers", "somebody", 1, lambda *_: None)
    with noting() as noted:
        Jobs().begin(job, lambda _: write_file(tmp_path / "paper", "x"))
    until = time.monotonic() + 30
    while job.running and time.monotonic() < until:
        time.sleep(0.01)
    assert (job.finished, job.fault, noted.changed) == (True, "", True)
