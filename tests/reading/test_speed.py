"""Reading strictly costs no more than twice what reading loosely costs."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest
import yaml

from sgdocs.reading import parse

_STEP = """\
  - id: step-{n}
    title: Send the covering letter and form {n} to each agency
    responsible: business unit
    artefacts: [SCSI-5, SCSI-6]
    recipients:
      - manager of each agency
    due: {{after: notification_received, count: {n}, unit: working_day}}
    source:
      document: Procedure
      section: "Flowchart 1, day {n}"
    in_force_from: 2026-04-02
    note: >-
      Agencies have five working days; the day it is sent is not counted.
"""


def _quickest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no C parser here")
def test_a_long_procedure_is_read_in_twice_the_time_of_a_loose_reader_at_most() -> None:
    text = "steps:\n" + "".join(_STEP.format(n=n) for n in range(200))
    assert text.count("\n") > 2500
    loose = _quickest(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
    ours = _quickest(lambda: parse(text, name="procedure.yaml", kind="yaml"))
    assert ours < 2 * loose


def test_a_command_that_reads_no_yaml_does_not_pay_for_it() -> None:
    asked = "import sys, sgdocs.reading; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
