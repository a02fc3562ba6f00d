"""The sealed file: read with its key alone, added to, never altered unnoticed."""

from pathlib import Path

import pytest

from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.pseudonyms import FILE, Called, adding, hashes, make_key, read_key, read_sealed

ONE = Called("child-1", "Child", "Taylor")
TWO = Called("sister", "Sibling 1", "Taylor's sister")


def added(path: Path, key: bytes, reference: str, entries: list[Called]) -> None:
    with adding(path, key, reference, entries):
        pass


@pytest.fixture
def key(tmp_path: Path) -> bytes:
    make_key(tmp_path / "key")
    return read_key(tmp_path / "key")


def test_what_was_added_is_read_back_in_order(tmp_path: Path, key: bytes) -> None:
    added(tmp_path / FILE, key, "A-1", [ONE])
    added(tmp_path / FILE, key, "A-1", [TWO])
    assert read_sealed(tmp_path / FILE, key, "A-1") == (ONE, TWO)


def test_nothing_in_it_can_be_read(tmp_path: Path, key: bytes) -> None:
    added(tmp_path / FILE, key, "A-1", [ONE])
    data = (tmp_path / FILE).read_bytes()
    assert b"Taylor" not in data
    assert b"child-1" not in data


def test_another_key_another_case_or_one_changed_bit_is_refused(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / FILE
    added(path, key, "A-1", [ONE])
    make_key(tmp_path / "other")
    with pytest.raises(SafetyRefused, match="could not be opened"):
        read_sealed(path, read_key(tmp_path / "other"), "A-1")
    with pytest.raises(SafetyRefused, match="could not be opened"):
        read_sealed(path, key, "A-2")
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(SafetyRefused, match="could not be opened"):
        read_sealed(path, key, "A-1")
    path.write_bytes(b"something else")
    with pytest.raises(SafetyRefused, match="not as it was written"):
        read_sealed(path, key, "A-1")


def test_a_refused_addition_leaves_the_file_as_it_was(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / FILE
    added(path, key, "A-1", [ONE])
    before = path.read_bytes()
    make_key(tmp_path / "other")
    with pytest.raises(SafetyRefused):
        added(path, read_key(tmp_path / "other"), "A-1", [TWO])
    assert path.read_bytes() == before


def test_each_hash_hangs_on_all_before(tmp_path: Path) -> None:
    assert hashes([ONE, TWO])[1] != hashes([TWO])[0]
    assert len(hashes([ONE, TWO])) == 2


def test_a_key_is_never_made_in_a_workspace_nor_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "office" / "cases").mkdir(parents=True)
    (tmp_path / "office" / "partnership.yaml").write_text("", encoding="utf-8")
    with pytest.raises(SafetyRefused, match="workspace"):
        make_key(tmp_path / "office" / "cases" / "key")
    make_key(tmp_path / "key")
    with pytest.raises(SafetyRefused, match="already"):
        make_key(tmp_path / "key")


@pytest.mark.parametrize("text", ["", "sgdocs-key-1:", "sgdocs-key-1:AAAA", "x" * 5000, "ß"])
def test_what_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "key").write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused, match="no key file"):
        read_key(tmp_path / "key")
