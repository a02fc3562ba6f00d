"""What is different on Windows, shown with a disk that behaves as Windows does."""

import pytest

from sgdocs.errors import OutputFailed, SafetyRefused
from sgdocs.storage import Disk, make_folder, private, write_file, write_folder
from sgdocs.storage.processes import alive_on_windows


def test_a_file_held_for_a_moment_is_written_after_a_short_wait(tmp_path, windows_disk):
    (tmp_path / "letter.docx").write_text("old")
    windows_disk.held["letter.docx"] = 3
    write_file(tmp_path / "letter.docx", "new", disk=windows_disk)
    assert (tmp_path / "letter.docx").read_text() == "new"
    assert len(windows_disk.pauses) == 3


def test_a_file_held_for_long_is_left_and_the_person_is_told_to_close_it(tmp_path, windows_disk):
    (tmp_path / "letter.docx").write_text("old")
    windows_disk.held["letter.docx"] = 1000
    with pytest.raises(OutputFailed, match="Close the file in Word") as refusal:
        write_file(tmp_path / "letter.docx", "new", disk=windows_disk)
    assert refusal.value.where == str(tmp_path / "letter.docx")
    assert 1.5 < sum(windows_disk.pauses) < 2.5
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("letter.docx", "old")]


def test_elsewhere_a_refusal_is_final_and_nobody_waits(tmp_path, windows_disk):
    class Refusing(Disk):
        def replace(self, *_):
            raise PermissionError(13, "no")

        def sleep(self, *_):
            raise AssertionError("waited")

    with pytest.raises(OutputFailed, match="may not write there"):
        write_file(tmp_path / "a", "x", disk=Refusing(windows=False))


def test_exclusive_rests_on_a_rename_that_refuses(tmp_path, windows_disk):
    write_file(tmp_path / "a", "first", exclusive=True, disk=windows_disk)
    with pytest.raises(SafetyRefused):
        write_file(tmp_path / "a", "second", exclusive=True, disk=windows_disk)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a", "first")]


def test_a_folder_with_an_open_file_in_it_is_left_whole(tmp_path, windows_disk):
    write_folder(tmp_path / "pack", {"a.md": b"old"}, disk=windows_disk)
    windows_disk.held["pack"] = 1000
    with pytest.raises(OutputFailed, match="Close the file in Word"):
        write_folder(tmp_path / "pack", {"a.md": b"new"}, replace=True, disk=windows_disk)
    assert (tmp_path / "pack" / "a.md").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


def test_a_folder_held_for_a_moment_is_swapped(tmp_path, windows_disk):
    write_folder(tmp_path / "pack", {"a.md": b"old"}, disk=windows_disk)
    windows_disk.held["pack"] = 2
    write_folder(tmp_path / "pack", {"a.md": b"new"}, replace=True, disk=windows_disk)
    assert (tmp_path / "pack" / "a.md").read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["pack"]


def test_folders_need_no_confirming_and_modes_no_setting(tmp_path):
    windows = Disk(windows=True)
    windows.sync_folder(tmp_path / "missing")
    private(tmp_path / "missing", disk=windows)


def test_a_path_word_could_not_open_is_refused_before_anything_is_written(tmp_path, windows_disk):
    long = "/".join(["d" * 100] * 3)
    for write in (
        lambda: write_file(tmp_path / long, "x", disk=windows_disk),
        lambda: make_folder(tmp_path / long, disk=windows_disk),
        lambda: write_folder(tmp_path / "pack", {long: b"x"}, disk=windows_disk),
    ):
        with pytest.raises(OutputFailed, match="259 characters"):
            write()
    assert list(tmp_path.iterdir()) == []


def test_the_longest_path_word_can_open_is_written(tmp_path, windows_disk):
    longest = tmp_path / ("n" * (258 - len(str(tmp_path))))
    write_file(longest, "x", disk=windows_disk)
    assert longest.read_text() == "x"
    with pytest.raises(OutputFailed, match="259 characters"):
        write_file(longest.with_name(longest.name + "n"), "x", disk=windows_disk)


class Kernel:
    """Windows' answers about processes."""

    def __init__(self, *, error: int = 0, ended: bool = False) -> None:
        self.error, self.ended, self.closed = error, ended, []

    def OpenProcess(self, *_):  # noqa: N802 - Windows' own name
        if self.error:
            refusal = OSError("no")
            refusal.winerror = self.error
            raise refusal
        return 7

    def WaitForSingleObject(self, *_):  # noqa: N802 - Windows' own name
        return 0 if self.ended else 0x102

    def CloseHandle(self, handle):  # noqa: N802 - Windows' own name
        self.closed.append(handle)


@pytest.mark.parametrize(
    ("kernel", "answer"),
    [
        (Kernel(), True),
        (Kernel(ended=True), False),
        (Kernel(error=87), False),
        (Kernel(error=5), True),
    ],
    ids=["running", "ended", "no such process", "somebody else's"],
)
def test_windows_is_asked_about_a_process_and_never_signals_it(kernel, answer):
    assert alive_on_windows(4242, kernel) is answer
    assert kernel.closed == ([] if kernel.error else [7])


@pytest.mark.parametrize("number", [0, -1, 2**31, 10**12])
def test_numbers_no_process_has(number):
    assert alive_on_windows(number, Kernel()) is False
    assert Disk(windows=False).alive(number) is False
