"""`sgdocs encrypt` and `decrypt`: a case at rest, as one file, and back as it was."""

from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

import pytest

from cli.asking import Office
from sgdocs.errors import Busy, OutputFailed
from sgdocs.pipeline import encrypting
from sgdocs.storage import DISK

pytest.importorskip("pyrage", reason="needs pyrage: pip install .[encrypt]")

REFERENCE = "SCI-2026-014"
BUILD = ("build", REFERENCE, "--as-of", "2026-11-12", "--only", "SCSI-2")


@pytest.fixture
def key(office: Office, tmp_path: Path) -> Path:
    """Give an office with a case and a pack, and its key outside the workspace."""
    office.case()
    assert office.run(*BUILD, "--drafts", "-o", f"build/{REFERENCE}/one").code in {0, 1}
    return new_key(office, tmp_path / "office.key")[0]


def new_key(office: Office, path: Path) -> tuple[Path, str]:
    said = office.run("encrypt", "--new-key", path)
    assert said.code == 0, said.err
    return path, said.out.split()[-1]


def contents(folder: Path) -> Mapping[str, bytes]:
    """Give every file of a workspace but locks and the cache."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    }


def encrypted(office: Office, key: Path) -> Path:
    said = office.run("encrypt", REFERENCE, "--key", key, "--without-recovery")
    assert said.code == 0, said.err
    return office.folder / "cases" / f"{REFERENCE}.age"


def test_nothing_of_the_case_can_be_read_and_all_of_it_comes_back(
    office: Office, key: Path
) -> None:
    before = contents(office.folder)
    target = encrypted(office, key)
    left = contents(office.folder)
    assert not any(REFERENCE in name for name in left.keys() - {f"cases/{REFERENCE}.age"})
    assert b"reference" not in target.read_bytes()
    assert office.run("decrypt", REFERENCE, "--key", key).code == 0
    after = contents(office.folder)
    ledger, pointer = f"cases/{REFERENCE}/ledger.jsonl", f"build/{REFERENCE}/current.json"
    assert after.keys() == before.keys()
    assert {n for n in after if after[n] != before[n]} == {ledger, pointer}
    assert after[ledger].startswith(before[ledger])
    assert [b'"storage":"encrypted"' in after[ledger], b"decrypted" in after[ledger]] == [True] * 2
    assert office.run("verify", REFERENCE).code == 0


def test_whoever_asks_for_it_is_told_that_it_is_encrypted(office: Office, key: Path) -> None:
    encrypted(office, key)
    said = office.run("schedule", REFERENCE)
    assert said.code == 3
    assert "this case is encrypted" in said.err
    assert f"sgdocs decrypt {REFERENCE}" in said.err
    assert f"Encrypted, and not looked at: {REFERENCE}." in office.run("status").out
    assert office.run("new", REFERENCE).code != 0


def test_another_key_opens_nothing_and_leaves_all_as_it_was(
    office: Office, key: Path, tmp_path: Path
) -> None:
    encrypted(office, key)
    before = contents(office.folder)
    other, _ = new_key(office, tmp_path / "other.key")
    said = office.run("decrypt", REFERENCE, "--key", other)
    assert said.code == 4
    assert "the key is another one, or the file was altered" in said.err
    assert contents(office.folder) == before


def test_the_recovery_key_opens_it_when_the_offices_own_is_lost(
    office: Office, key: Path, tmp_path: Path
) -> None:
    recovery, public = new_key(office, tmp_path / "safe.key")
    settings = office.folder / "partnership.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("settings:\n", f"settings:\n  recovery_keys: [{public}]\n"), encoding="utf-8"
    )
    assert office.run("encrypt", REFERENCE, "--key", key).code == 0
    key.unlink()
    assert office.run("decrypt", REFERENCE, "--key", recovery).code == 0


def test_without_a_recovery_key_one_has_to_say_so(office: Office, key: Path) -> None:
    before = contents(office.folder)
    said = office.run("encrypt", REFERENCE, "--key", key)
    assert said.code == 2
    assert "should this key be lost, so would the case" in said.err
    assert contents(office.folder) == before


def test_an_altered_file_is_not_opened(office: Office, key: Path) -> None:
    target = encrypted(office, key)
    data = bytearray(target.read_bytes())
    data[len(data) // 2] ^= 1
    target.write_bytes(data)
    assert office.run("decrypt", REFERENCE, "--key", key).code == 4
    assert not (office.folder / "cases" / REFERENCE).exists()


def test_a_removal_that_was_stopped_goes_on(office: Office, key: Path) -> None:
    before = contents(office.folder)
    target = encrypted(office, key)
    part = office.folder / "build" / REFERENCE / "one" / "manifest.json"
    part.parent.mkdir(parents=True)
    part.write_bytes(before[f"build/{REFERENCE}/one/manifest.json"])
    assert encrypted(office, key) == target
    assert not part.exists()


def test_what_was_changed_since_is_never_removed(office: Office, key: Path) -> None:
    encrypted(office, key)
    case = office.folder / "cases" / REFERENCE / "case.yaml"
    case.parent.mkdir(exist_ok=True)
    case.write_text("changed\n", encoding="utf-8")
    for command in (("encrypt", "--without-recovery"), ("decrypt",)):
        said = office.run(command[0], REFERENCE, "--key", key, *command[1:])
        assert said.code == 4, said.err
        assert case.read_text(encoding="utf-8") == "changed\n"
        assert (office.folder / "cases" / f"{REFERENCE}.age").exists()


def test_a_hidden_file_of_somebodys_own_comes_back_too(office: Office, key: Path) -> None:
    own = office.folder / "cases" / REFERENCE / "review" / ".remember"
    own.parent.mkdir()
    own.write_text("mine", encoding="utf-8")
    beside = office.folder / "cases" / REFERENCE / ".remember"
    beside.write_text("mine too", encoding="utf-8")
    encrypted(office, key)
    assert not beside.exists()
    assert office.run("decrypt", REFERENCE, "--key", key).code == 0
    assert (own.read_text(), beside.read_text()) == ("mine", "mine too")


def test_a_case_that_somebody_holds_is_not_removed(
    office: Office, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = encrypted(office, key)
    before = contents(office.folder)
    folder = office.folder / "cases" / REFERENCE
    folder.mkdir()
    (folder / "ledger.jsonl").write_bytes(b"")

    def busy(*_: object, **__: object) -> None:
        raise Busy("somebody holds it.")

    monkeypatch.setattr("sgdocs.pipeline.encrypting.holding", busy)
    assert office.run("encrypt", REFERENCE, "--key", key, "--without-recovery").code == 6
    assert contents(office.folder) == {**before, f"cases/{REFERENCE}/ledger.jsonl": b""}
    assert target.exists()


def test_a_key_in_the_workspace_is_refused(office: Office) -> None:
    said = office.run("encrypt", "--new-key", office.folder / "office.key")
    assert said.code == 4
    assert "must not lie in a workspace" in said.err
    assert not (office.folder / "office.key").exists()


def unwritable(*_: object) -> None:
    raise OutputFailed("what was done stands.", remedy="Free some space.")


def test_what_the_ledger_cannot_say_is_told_as_it_is(
    office: Office, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(office.folder)
    with monkeypatch.context() as full:
        full.setattr("sgdocs.pipeline.encrypting.enter_held", unwritable)
        said = office.run("encrypt", REFERENCE, "--key", key, "--without-recovery")
    assert said.code == 5
    assert "nothing was encrypted" in said.err
    assert "stands" not in said.err
    assert contents(office.folder) == before
    target = encrypted(office, key)
    with monkeypatch.context() as full:
        full.setattr("sgdocs.pipeline.encrypting.enter", unwritable)
        said = office.run("decrypt", REFERENCE, "--key", key)
    assert said.code == 5
    assert "the case is as it was before it was encrypted; what was left to do failed" in said.err
    assert not target.exists()
    assert office.run("validate", REFERENCE).code == 0


def test_what_a_stopped_encrypting_leaves_is_in_nobodys_way(
    office: Office, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(office.folder).keys()
    real, cases = encrypting._in_order, office.folder / "cases"
    with monkeypatch.context() as stopped:
        stopped.setattr(encrypting, "_in_order", lambda *what: real(*what)[:-2])
        encrypted(office, key)
    assert (office.folder / "build" / REFERENCE).is_dir()
    half = cases / f".sgdocs-tmp-{crc32(DISK.host().encode()):08x}-{2**31 - 1}-1"
    half.write_bytes(b"half")
    (office.folder / "build" / REFERENCE / "one" / "empty").mkdir(parents=True)
    (cases / REFERENCE).mkdir(exist_ok=True)
    (cases / REFERENCE / ".case.yaml.sgdocs-lock").touch()
    assert office.run("decrypt", REFERENCE, "--key", key).code == 0
    assert office.run("verify", REFERENCE).code == 0
    assert not half.exists()
    assert not (office.folder / "build" / REFERENCE / "one" / "empty").exists()
    assert contents(office.folder).keys() == before
