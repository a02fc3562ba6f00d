"""`sgdocs verify`: every way of changing what was written down is found, and the place is said."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from cli.asking import CASE, Office, sgdocs
from sgdocs.dates import parse_moment
from sgdocs.ledger import Entry, Kind, append, entries, ledger_file

REF = "SCI-2026-014"
OTHER = "SCI-2026-015"
FULL = CASE.replace(
    "referral: {pathway: serious_incident}",
    "referral: {pathway: serious_incident, form: SCSI-1}\n"
    "incident:\n  abuse_or_neglect: suspected\n  summary_for_letters: A child was harmed.\n",
)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with two cases: papers made and sent, a return in, a call made."""
    office = Office(tmp_path_factory.mktemp("done") / "office")
    assert sgdocs("init", office.folder, "--procedure", "nel").code == 0
    for ref in (REF, OTHER):
        office.case(FULL.replace(REF, ref), ref)
        for words in (
            ("build", ref, "--as-of", "2026-11-10", "--only", "SCSI-2"),
            ("record", "dispatch", ref, "SCSI-2", "--to", "safeguarding_partners",
             "--sent", "2026-11-10T10:00"),
            ("record", "return", ref, "hospital", "--form", "SCSI-5", "--received", "2026-11-16"),
            ("record", "call", ref, "chase", "--agency", "hospital", "--at", "2026-11-16T12:00"),
        ):  # fmt: skip
            said = office.run(*words)
            assert said.code == 0, said.err
    return office.folder


@pytest.fixture
def office(done: Path, tmp_path: Path) -> Office:
    shutil.copytree(done, tmp_path / "office")
    return Office(tmp_path / "office")


def ledger(office: Office, ref: str = REF) -> Path:
    return ledger_file(office.folder / "cases" / ref)


def found(office: Office, *words: str) -> list[tuple[str, int]]:
    (one,) = office.run("verify", REF, "--json", *words).json
    return [(f["rule"], f["line"]) for f in one["findings"] if f["severity"] != "note"]


def test_what_nobody_touched_is_sound(office: Office) -> None:
    said = office.run("verify")
    assert said.code == 0, said.out
    assert f"{REF}: 4 lines, as they were written; the last is 4:" in said.out
    assert f"{OTHER}: 4 lines" in said.out


def test_what_was_written_by_hand_is_counted_and_is_no_fault(office: Office) -> None:
    (one,) = office.run("verify", REF, "--json").json
    assert [f["rule"] for f in one["findings"]] == ["record-by-hand"]
    assert "4 record(s)" in one["findings"][0]["message"]


def swap_lines(office: Office) -> None:
    one, two, three, four = ledger(office).read_bytes().splitlines(keepends=True)
    ledger(office).write_bytes(one + three + two + four)


def drop(number: int) -> Callable[[Office], None]:
    def act(office: Office) -> None:
        lines = ledger(office).read_bytes().splitlines(keepends=True)
        ledger(office).write_bytes(b"".join(lines[:number] + lines[number + 1 :]))

    return act


def edit(office: Office) -> None:
    text = ledger(office).read_text()
    ledger(office).write_text(text.replace("2026-11-10T10:00", "2026-11-09T10:00"))


def swap_ledgers(office: Office) -> None:
    one, other = ledger(office).read_bytes(), ledger(office, OTHER).read_bytes()
    ledger(office).write_bytes(other)
    ledger(office, OTHER).write_bytes(one)


def rewrite(office: Office) -> None:
    whole = [e.entry for e in entries(ledger(office).parent)]
    ledger(office).unlink()
    append(ledger(office).parent, *whole[:1], *whole[2:], whole[1])


def older_pointer(office: Office) -> None:
    pointer = office.folder / "build" / REF / "current.json"
    data = json.loads(pointer.read_text())
    data["ledger"]["hash"] = "0" * 64
    pointer.write_text(json.dumps(data))


ALTERED: dict[str, tuple[Callable[[Office], None], str, int]] = {
    "a line edited": (edit, "ledger-edited", 2),
    "lines swapped": (swap_lines, "ledger-order", 2),
    "a line taken out": (drop(1), "ledger-order", 2),
    "the end cut off": (drop(3), "ledger-short", 3),
    "cut within a line": (
        lambda o: ledger(o).write_bytes(ledger(o).read_bytes()[:-9]), "ledger-short", 3),
    "the file gone": (lambda o: ledger(o).unlink(), "ledger-missing", 0),
    "the file emptied": (lambda o: ledger(o).write_bytes(b""), "ledger-missing", 0),
    "another case's ledger": (swap_ledgers, "ledger-other-case", 1),
    "written anew in another order": (rewrite, "ledger-rewritten", 4),
    "an anchor that knows another end": (older_pointer, "ledger-rewritten", 4),
    "no ledger at all": (lambda o: ledger(o).write_text("The ledger was fine.\n"),
                         "ledger-unreadable", 1),
    "the pointer changed": (
        lambda o: (o.folder / "build" / REF / "current.json").write_text("{}"),
        "pointer-changed", 0),
}  # fmt: skip


@pytest.mark.parametrize("how", ALTERED)
def test_an_altered_ledger_is_found_with_its_line_and_nothing_is_added(
    office: Office, how: str
) -> None:
    act, rule, line = ALTERED[how]
    act(office)
    assert (rule, line) in found(office)
    said = office.run("verify", REF)
    assert said.code == 4
    assert "ALTERED" in said.out
    assert office.run("verify").code == 4
    before = (office.folder / "cases" / REF / "case.yaml").read_bytes()
    refused = office.run("record", "return", REF, "hospital", "--received", "2026-11-17")
    assert refused.code == 4, "a record beside an altered ledger"
    assert (office.folder / "cases" / REF / "case.yaml").read_bytes() == before


def packed(office: Office) -> Path:
    (folder,) = (office.folder / "build" / REF).glob("2026-*")
    return folder


BESIDE: dict[str, tuple[Callable[[Office], object], str]] = {
    "a pack gone": (lambda o: shutil.rmtree(packed(o)), "pack-missing"),
    "a pack's list changed": (
        lambda o: (packed(o) / "manifest.json").write_text("{}"), "pack-list-changed"),
    "a file of a pack changed": (
        lambda o: next(packed(o).rglob("*.docx")).write_bytes(b"PK"), "pack-file-changed"),
    "a file of a pack gone": (
        lambda o: next(packed(o).rglob("*.eml")).unlink(), "pack-file-missing"),
    "the copy of what was sent changed": (
        lambda o: next((o.folder / "cases" / REF / "sent").iterdir()).write_bytes(b"%PDF"),
        "sent-copy-changed"),
    "the copy of what was sent gone": (
        lambda o: shutil.rmtree(o.folder / "cases" / REF / "sent"), "sent-copy-missing"),
    "a record put right in the case file": (
        lambda o: o.case((o.folder / "cases" / REF / "case.yaml").read_text()
                         .replace("2026-11-16", "2026-11-15")),
        "record-changed"),
}  # fmt: skip


@pytest.mark.parametrize("how", BESIDE)
def test_what_the_ledger_speaks_of_is_looked_at_too(office: Office, how: str) -> None:
    act, rule = BESIDE[how]
    act(office)
    assert rule in {name for name, _ in found(office)}
    assert office.run("verify", REF).code == 1
    assert office.run("verify", OTHER).code == 0


def test_a_form_that_came_back_is_held_against_its_line(office: Office) -> None:
    kept = office.folder / "cases" / REF / "returns" / "one.docx"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(b"PK")
    about = {"file": f"cases/{REF}/returns/one.docx", "sha256": sha256(b"PK").hexdigest()}
    append(ledger(office).parent, Entry(Kind.RECEIVED, parse_moment("2026-11-20"), "", about))
    assert found(office) == []
    kept.write_bytes(b"PK changed")
    assert found(office) == [("returned-form-changed", 0)]
    kept.unlink()
    assert found(office) == [("returned-form-missing", 0)]


def test_an_end_that_only_a_printed_certificate_knows(office: Office) -> None:
    (one,) = office.run("verify", REF, "--json").json
    assert office.run("verify", REF, "--head", f"4:{one['head']}").code == 0
    drop(3)(office)
    (office.folder / "build" / REF / "current.json").unlink()
    assert office.run("verify", REF).code == 0
    assert found(office, "--head", f"4:{one['head']}") == [("ledger-short", 3)]
    assert office.run("verify", REF, "--head", "4").code == 2
    assert office.run("verify", "--head", f"4:{one['head']}").code == 2


def test_what_a_crash_left_unfinished_is_a_warning_and_the_next_record_mends_it(
    office: Office,
) -> None:
    with ledger(office).open("ab") as opened:
        opened.write(b'{"about":{"agency":"hos')
    assert found(office) == [("ledger-unfinished", 5)]
    assert office.run("verify", REF).code == 1
    assert office.run("record", "return", REF, "hospital", "--received", "2026-11-17").code == 0
    assert office.run("verify", REF).code == 0


def test_an_event_planned_and_then_done_is_no_change(office: Office) -> None:
    held = ("record", "event", REF, "rapid_review_held")
    office.run(*held, "2026-11-24T13:30", "--planned")
    assert office.run(*held, "2026-11-24T13:45").code == 0
    assert office.run("verify", REF).code == 0


def test_one_bad_case_does_not_keep_the_others_from_being_looked_at(office: Office) -> None:
    (office.folder / "cases" / REF / "case.yaml").write_text("a: [")
    said = office.run("verify")
    assert said.code == 3
    assert f"{OTHER}: 4 lines" in said.out


def test_a_case_file_that_is_gone_does_not_hide_its_ledger(office: Office) -> None:
    (office.folder / "cases" / REF / "case.yaml").unlink()
    said = office.run("verify")
    assert said.code == 3
    assert REF in said.err


def test_findings_never_say_what_stood_there(office: Office) -> None:
    edit(office)
    said = office.run("verify", "--json")
    assert not any(
        w in said.out + said.err for w in ("Ottilie", "Haven", "2026-11-09", "2026-11-10")
    )


def test_a_loose_case_has_no_ledger_to_look_at(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(FULL)
    said = sgdocs("verify", tmp_path / "case.yaml", at=tmp_path)
    assert said.code == 0
    assert "no ledger is kept" in said.out
    assert sgdocs("verify", at=tmp_path).code == 2


def test_a_line_by_another_kind_of_writer_is_no_trouble(office: Office) -> None:
    at = parse_moment("2026-11-20")
    append(ledger(office).parent, Entry(Kind.RELEASED, at, "", {"files": ["x"], "pack": None}))
    assert office.run("verify", REF).code == 0
