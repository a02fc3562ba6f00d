"""A ledger is only ever added to: whole lines, confirmed, private, one writer at a time."""

import errno
import hashlib
import json
import os
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.making import DAYS, case_folder, entry, kept, lines, put
from sgdocs.errors import Busy, OutputFailed, SafetyRefused, SgdocsError
from sgdocs.ledger import append, entries, head, holding, ledger_file, verify
from sgdocs.storage import Disk
from storage.conftest import Faulty, WindowsDisk


def test_what_was_added_is_read_back_in_order(tmp_path):
    folder = kept(tmp_path)
    found = entries(folder)
    assert [(e.entry.kind, e.entry.at.text, dict(e.entry.about)) for e in found] == list(DAYS)
    assert [line.number for line in found] == [1, 2, 3, 4, 5]
    assert {line.entry.by for line in found} == {"Sam Winter"}
    assert (head(folder).number, head(folder).hash) == (5, found[-1].hash)
    assert verify(folder) == ()


def test_a_line_can_be_checked_without_this_program(tmp_path):
    previous = "0" * 64
    for raw in lines(kept(tmp_path)):
        line = json.loads(raw)
        digest = line.pop("hash")
        text = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert line["previous"] == previous
        assert hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest() == digest
        previous = digest


def test_several_entries_are_one_write(tmp_path):
    folder = case_folder(tmp_path)
    counting = Faulty(Disk())
    append(folder, entry(), entry(), entry(), held=True, disk=counting)
    assert counting.calls.count("write") == counting.calls.count("sync") == 1
    assert [line.number for line in entries(folder)] == [1, 2, 3]
    assert append(folder).number == 3


def test_a_case_without_a_ledger_has_no_lines(tmp_path):
    folder = case_folder(tmp_path)
    assert entries(folder) == ()
    assert head(folder).number == 0
    assert verify(folder) == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")
def test_only_its_owner_reads_it(tmp_path):
    assert ledger_file(kept(tmp_path)).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "about",
    [
        {"child": "Ivy Bright"},
        {"note": "she said\nno"},
        {"Note": "x"},
        {"to": [{"deep": [{"er": ["Ivy Bright"]}]}]},
        {"of": 1.5},
        {"Ivy Bright": 1},
        {"to": {"Ivy Bright": 1}},
        {"tab": "a\tb"},
        {"half": "\ud800"},
        {"many": ["x"] * 501},
        {"long": "x" * 301},
        {"set": {"x"}},
    ],
)
def test_names_and_sentences_do_not_get_in_and_are_not_repeated(tmp_path, about):
    folder = case_folder(tmp_path)
    with pytest.raises(SgdocsError) as refused:
        append(folder, entry(**about))
    assert "Ivy" not in str(refused.value)
    assert not ledger_file(folder).exists()


def test_a_path_may_have_spaces_in_it(tmp_path):
    folder = case_folder(tmp_path)
    append(folder, entry(folder="build/our packs/2026-03-02-due"))
    assert verify(folder) == ()


def test_two_writers_take_turns(tmp_path):
    folder = case_folder(tmp_path)
    writers = [
        threading.Thread(target=lambda n=n: [append(folder, entry(writer=n)) for _ in range(8)])
        for n in range(3)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert verify(folder) == ()
    assert len(entries(folder)) == 24


def test_a_ledger_that_somebody_holds_is_busy(tmp_path):
    folder = case_folder(tmp_path)
    with holding(folder, "sgdocs build"), pytest.raises(Busy, match="sgdocs build"):
        append(folder, entry(), disk=Impatient())


class Impatient(Disk):
    """A disk whose locks are not waited for."""

    def native_lock(self, path):
        lock = Disk.native_lock(self, path)
        taken = lock.acquire
        lock.acquire = lambda **_: taken(timeout=0.05)
        return lock


@pytest.mark.parametrize("cut", [1, 2, 40, -1])
def test_what_a_crash_left_unfinished_goes_and_a_note_stays(tmp_path, cut):
    folder = kept(tmp_path)
    whole = lines(folder)
    put(folder, [*whole[:4], whole[4][: cut if cut > 0 else len(whole[4]) - 2]])
    assert [f.rule for f in verify(folder)] == ["ledger-unfinished"]
    assert [line.number for line in entries(folder)] == [1, 2, 3, 4]
    append(folder, entry("called", agency="school"))
    found = entries(folder)
    assert verify(folder) == ()
    assert lines(folder)[:4] == whole[:4]
    note, new = found[4].entry, found[5].entry
    assert note.about["repaired"] == "unfinished_line"
    assert note.about["removed_bytes"] == (cut if cut > 0 else len(whole[4]) - 2)
    assert new.about == {"agency": "school"}


def test_a_line_that_lacks_only_its_end_is_kept(tmp_path):
    folder = kept(tmp_path)
    whole = lines(folder)
    put(folder, [*whole[:4], whole[4][:-1]])
    append(folder, entry())
    assert lines(folder)[:5] == whole
    assert len(entries(folder)) == 6
    assert verify(folder) == ()


def test_a_first_line_that_was_never_finished(tmp_path):
    folder = case_folder(tmp_path)
    put(folder, [b'{"about":'])
    append(folder, entry())
    assert [line.entry.about.get("removed_bytes") for line in entries(folder)] == [9, None]


@pytest.mark.parametrize("what", ["edited", "another case's", "not a line"])
def test_nothing_is_added_to_an_altered_ledger(tmp_path, what):
    folder, other = kept(tmp_path), kept(tmp_path, "SCP-2026-015")
    whole = lines(folder)
    last = {
        "edited": whole[-1].replace(b"nel-13", b"nel-12"),
        "another case's": lines(other)[-1],
        "not a line": b"{}\n",
    }[what]
    put(folder, [*whole[:4], last])
    before = ledger_file(folder).read_bytes()
    with pytest.raises(SafetyRefused, match="verify"):
        append(folder, entry())
    assert ledger_file(folder).read_bytes() == before


@pytest.mark.parametrize("disk", [Disk(), WindowsDisk()], ids=["posix", "windows"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("start", ["new", "whole", "torn"])
def test_each_call_failing(tmp_path, disk, lasting, start):
    def begun(name):
        folder = tmp_path / name / "SCP-2026-014"
        folder.mkdir(parents=True)
        if start != "new":
            append(folder, entry("built"), entry("sent"), held=True)
        if start == "torn":
            put(folder, [*lines(folder)[:1], lines(folder)[1][:30]])
        return folder

    counting = Faulty(disk)
    append(begun("count"), entry(), held=True, disk=counting)
    for at in range(len(counting.calls)):
        for code in (errno.ENOSPC, errno.EIO, errno.EACCES):
            folder = begun(f"{at}-{code}")
            file = ledger_file(folder)
            before = file.read_bytes() if file.exists() else b""
            failing = Faulty(disk, at=at, code=code, lasting=lasting)
            refused = None
            try:
                append(folder, entry(), held=True, disk=failing)
            except SgdocsError as stop:
                refused = stop
            story = f"{failing.calls} failing at {at}: {refused}"
            after = file.read_bytes() if file.exists() else b""
            if refused is None:
                assert verify(folder) == (), story
            elif not lasting and "in place and whole" not in refused.what:
                assert after == before, story
            assert after.startswith(before[: before.rfind(b"\n") + 1]), story
            append(folder, entry("called"), held=True)  # and the next one goes well
            assert verify(folder) == (), story


def test_a_failed_taking_back_is_said(tmp_path):
    folder = kept(tmp_path)

    class Broken(Disk):
        def sync(self, *_):
            raise OSError(errno.EIO, "no")

    with pytest.raises(OutputFailed, match="not confirmed"):
        append(folder, entry(), held=True, disk=Broken())


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=0, max_size=20)
ABOUTS = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True),
    st.one_of(WORDS, st.integers(), st.booleans(), st.none(), st.lists(WORDS, max_size=4)),
    max_size=5,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(abouts=st.lists(ABOUTS, min_size=1, max_size=4))
def test_whatever_is_plain_comes_back_as_it_was(tmp_path_factory, abouts):
    folder = case_folder(tmp_path_factory.mktemp("case"))
    append(folder, *(replace(entry(), about=about) for about in abouts), held=True)
    assert [dict(line.entry.about) for line in entries(folder)] == abouts
