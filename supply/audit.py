"""What is known to be weak in the packages we use: `python -m supply.audit`."""

import json
import subprocess
import sys
from typing import Any

from supply.pins import ROOT

__all__ = ["main", "told"]

_ASKED = (
    *(sys.executable, "-m", "pip_audit", "-r", str(ROOT / "constraints.txt")),
    *("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"),
)


def main() -> int:
    """Ask about every pinned package; a list that cannot be asked is no failure, and said so."""
    done = subprocess.run(_ASKED, capture_output=True, check=False, text=True)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        packages = []
    code, lines = told(packages)
    print("\n".join(lines))
    return code


def told(packages: list[dict[str, Any]]) -> tuple[int, list[str]]:
    """Say what is known of the packages, and how the command ends."""
    asked = [each for each in packages if "skip_reason" not in each]
    weak = [(each, found) for each in asked for found in each["vulns"]]
    lines = [
        f"{each['name']} {each['version']}: {found['id']}; "
        f"mended in {', '.join(found['fix_versions']) or 'no version yet'}"
        for each, found in weak
    ]
    if not asked:
        return 0, ["SKIPPED: the list of known weaknesses cannot be reached from here."]
    left = len(packages) - len(asked)
    lines.append(f"{len(asked)} packages asked about, {len(weak)} weaknesses known")
    return int(bool(weak or left)), [
        *lines,
        *([f"{left} could not be asked about"] if left else []),
    ]


if __name__ == "__main__":
    sys.exit(main())
