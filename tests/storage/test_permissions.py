"""What others could read is named."""

import os

import pytest

from sgdocs.errors import InputRefused
from sgdocs.storage import make_folder, permissions_report, write_file

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")


@posix
def test_what_we_write_is_open_to_nobody(tmp_path):
    make_folder(tmp_path / "cases" / "open")
    write_file(tmp_path / "cases" / "open" / "case.yaml", "x")
    report = permissions_report(tmp_path / "cases")
    assert report.places == ()
    assert report.reason == ""


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o620, 0o610])
def test_a_file_with_any_right_for_others_is_named(tmp_path, mode):
    make_folder(tmp_path / "cases" / "open")
    case = tmp_path / "cases" / "open" / "case.yaml"
    write_file(case, "x")
    case.chmod(mode)
    assert permissions_report(tmp_path / "cases").places == (case,)


@posix
def test_open_folders_are_named_and_links_are_not_followed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    make_folder(tmp_path / "cases" / "open")
    (tmp_path / "cases").chmod(0o755)
    (tmp_path / "cases" / "link").symlink_to(tmp_path / "elsewhere")
    assert permissions_report(tmp_path / "cases").places == (tmp_path / "cases",)


@posix
def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused):
        permissions_report(tmp_path / "missing")


def test_windows_gives_a_reason_instead(tmp_path, windows_disk):
    report = permissions_report(tmp_path, disk=windows_disk)
    assert report.places == ()
    assert "access list" in report.reason
