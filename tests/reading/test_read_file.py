"""Files are read by the end of their name, and what cannot be read is said plainly."""

import os
import socket
import sys
from pathlib import Path

import pytest

from sgdocs.reading import ReadingRefused, read_file


def _refused(path: Path) -> ReadingRefused:
    with pytest.raises(ReadingRefused) as caught:
        read_file(path)
    assert caught.value.exit_code == 3
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("name", ["case.yaml", "case.yml", "case.json", "CASE.YAML", "Case.Json"])
def test_the_end_of_the_name_says_how_to_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'{"a": "b"}')
    document = read_file(path)
    assert document.data == {"a": "b"}
    assert document.name == str(path)
    assert document.kind == ("json" if name.lower().endswith("json") else "yaml")


@pytest.mark.parametrize("name", ["case.docx", "case", "case.yaml.bak", ".yaml"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"a: b")
    assert ".yaml, .yml or .json" in _refused(path).remedy


def test_text_is_exactly_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"a: b  # caf\xc3\xa9\r\nc: d\n\n")
    assert read_file(path).text.encode() == path.read_bytes()


def test_messages_call_the_file_what_they_are_told(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"a: @")
    with pytest.raises(ReadingRefused, match=r"^examples/case\.yaml:1:4: "):
        read_file(path, name="examples/case.yaml")


def test_a_missing_file(tmp_path: Path) -> None:
    error = _refused(tmp_path / "case.yaml")
    assert "no such file" in error.what
    assert error.where == str(tmp_path / "case.yaml")


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    # Windows calls this a missing file; so do we.
    assert "no such file" in _refused(tmp_path / "a" / "case.yaml").what


def test_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.mkdir()
    assert "folder" in _refused(path).what


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_that_leads_back_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert "leads back to itself" in _refused(tmp_path / "a.yaml").what


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(b"a: b")
    (tmp_path / "case.yaml").symlink_to(tmp_path / "real.yaml")
    assert read_file(tmp_path / "case.yaml").data == {"a": "b"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.yaml")
    assert "not an ordinary file" in _refused(tmp_path / "case.yaml").what


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
def test_a_socket_is_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        # A socket's name may be about a hundred characters long.
        name = os.path.relpath(tmp_path / "s.yaml")
        listening.bind(name)
        assert "not an ordinary file" in _refused(tmp_path / "s.yaml").what


@pytest.mark.skipif(sys.platform == "win32", reason="modes do not stop reading on Windows")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"a: b")
    path.chmod(0)
    assert "may not read" in _refused(path).what


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 3000 + ".yaml"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert "\0" not in str(_refused(tmp_path / name))


class _Unreadable(type(Path())):
    """A path whose file answers every question with one error, as Windows would."""

    error: OSError

    def stat(self, **_: bool) -> os.stat_result:
        raise self.error


def _answering(error: OSError) -> Path:
    path = _Unreadable("case.yaml")
    path.error = error
    return path


def test_permission_refused_by_the_system() -> None:
    assert "may not read" in _refused(_answering(PermissionError(13, "x"))).what


def test_a_link_loop_as_windows_reports_it() -> None:
    error = OSError(22, "x")
    error.winerror = 1921
    assert "leads back to itself" in _refused(_answering(error)).what


def test_a_disk_that_fails() -> None:
    assert "could not be read" in _refused(_answering(OSError(5, "x"))).what
