"""Several people record in one case at the same moment, and nothing is lost."""

import subprocess
import sys

from cli.asking import CASE, Office
from sgdocs.reading import read_file

RECORD_THREE = """
import sys
from sgdocs.cli.main import main
for number in range(3):
    try:
        main(["record", "call", sys.argv[1], "other", "--at", "2026-11-12",
              "--outcome", f"Call {number} of clerk {sys.argv[2]}"])
    except SystemExit as ended:
        assert ended.code == 0, ended.code
"""


def test_four_clerks_at_once_lose_nothing(office: Office) -> None:
    path = office.case()
    clerks = [
        subprocess.Popen(
            [sys.executable, "-c", RECORD_THREE, str(path), str(clerk)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for clerk in range(4)
    ]
    ends = [(clerk.communicate(timeout=60)[1], clerk.returncode) for clerk in clerks]
    assert ends == [(b"", 0)] * 4
    outcomes = [call["outcome"] for call in read_file(path).data["calls"]]
    assert sorted(outcomes) == sorted(
        f"Call {number} of clerk {clerk}" for number in range(3) for clerk in range(4)
    )
    for clerk in range(4):
        mine = [o for o in outcomes if o.endswith(f"clerk {clerk}")]
        assert mine == sorted(mine)
    assert path.read_text().startswith(CASE.removesuffix("# The last line is a note.\n"))
    assert office.run("validate", path).code == 0
