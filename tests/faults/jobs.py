"""Every sort of command that writes, each in a workspace made ready for it, as of one moment."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cli.asking import CASE, Office, sgdocs
from docs.pages import ROOT
from sgdocs.cli import clock

__all__ = ["JOBS", "NAMES", "REF", "Job", "at_moment", "follow_up"]

REF = "SCI-2026-014"
NAMES = ("Ottilie", "Penhaligon", "Freya", "Siobhan", "Kayleigh", "Caoimhe", "Lowri", "Sandpiper")
_NOW = (2026, 11, 12, 10, 0)
_DAY = ("--as-of", "2026-11-12")
_NOTHING_SENT = CASE[: CASE.index("\ndispatches")] + "\n"
_MANY = ("SCI-2026-014", "SCI-2026-015", "SCI-2026-016")
_REVIEW = "NEL-2025-014"
_OLD = "NEL-LLR-2021-03"
_MASKED = "NEL-2026-041"
_RULE = (
    "  retention: {years: 1, closed_by: [action_plan_complete], source: Retention schedule 12}\n"
)

_NOTED = (".age", "ledger.jsonl", "current.json")
"""Begun again, encrypting and bringing back are noted in the ledger once more; verify judges it."""
_ENCRYPT = ("encrypt", REF, "--key", "../office.key", "--without-recovery")

Words = tuple[str, ...]


def follow_up(office: Office, case: str) -> int:
    """Do another thing in the same case."""
    return run(office, "record", "call", case, "other", "--caller", "S Winter")


def _first_case(office: Office, case: str) -> int:
    return run(office, "new", case) or follow_up(office, case)


def _dispose_again(office: Office, _case: str) -> int:
    return run(office, "dispose", "going.yaml")


def _call_in_each(office: Office, _case: str) -> int:
    return max(follow_up(office, ref) for ref in _MANY)


@dataclass(frozen=True)
class Job:
    """A command, the workspace it is given, and what is special about it."""

    prepare: Callable[[Office], None]
    act: Callable[[Office], int]
    """Do it, printing what is acknowledged; give the exit code."""
    acknowledged: str
    """What stands on standard output once the work is said to be done, as a pattern."""
    case: str = REF
    varies: tuple[str, ...] = ()
    """Files whose bytes are others each time, such as those sealed with a key."""
    only_forward: bool = False
    """True where what was begun is not taken back, but gone on with."""
    validates: bool = True
    follow: Callable[[Office, str], int] = follow_up
    """Another thing to do, once this is done."""
    several: bool = False
    """True for several cases, of which the next run leaves alone what is up to date."""
    prepared: bool = True
    """False where there is no workspace yet."""


def at_moment(*moment: int) -> None:
    """Let the one place that reads the clock say this; `forget_moment` is not needed in a child."""

    class Fixed(dt.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Fixed":
            return cls(*(moment or _NOW), tzinfo=tz)  # type: ignore[arg-type]

    clock.datetime = Fixed  # type: ignore[misc]


def run(office: Office, *words: str | Path) -> int:
    """Run a command in this process, its words going where the process's own go."""
    from contextlib import chdir  # noqa: PLC0415

    from sgdocs.cli.main import main  # noqa: PLC0415

    with chdir(office.folder):
        try:
            main([str(word) for word in words])
        except SystemExit as ended:
            return int(ended.code or 0)
    raise AssertionError("a command ends with a number")


def _ready(office: Office, *words: str | Path, codes: tuple[int, ...] = (0,)) -> None:
    said = sgdocs(*words, at=office.folder)
    assert said.code in codes, said.out + said.err


def _office(office: Office) -> None:
    assert sgdocs("init", office.folder, "--procedure", "nel").code == 0


def _with_case(office: Office) -> None:
    _office(office)
    office.case()
    _ready(office, "record", "call", REF, "other", "--outcome", "Begun")


def _with_pack(office: Office) -> None:
    _with_case(office)
    _ready(office, "build", REF, "--only", "SCHEDULE", *_DAY)


def _with_form(office: Office) -> None:
    from cli.test_receive import filled  # noqa: PLC0415

    _with_case(office)
    (office.folder / "form.docx").write_bytes(filled())


def _with_notification(office: Office) -> None:

    _office(office)
    shutil.copy(
        ROOT / "examples" / "nel-open" / "returned" / "notification.docx",
        office.folder / "form.docx",
    )


def _stale(office: Office) -> None:
    _office(office)
    path = office.case(_NOTHING_SENT)
    _ready(office, "build", REF, "--only", "SCHEDULE", *_DAY)
    path.write_text(path.read_text().replace("2026-11-09T09:30", "2026-11-10T09:30"))


def _stale_many(office: Office) -> None:
    _office(office)
    for ref in _MANY:
        path = office.case(_NOTHING_SENT, ref)
        _ready(office, "build", ref, "--only", "SCHEDULE", "--contents", "word", *_DAY)
        path.write_text(path.read_text().replace("2026-11-09T09:30", "2026-11-10T09:30"))


def _to_send(office: Office) -> None:
    _with_case(office)
    (office.folder / "sent.pdf").write_bytes(b"%PDF-1.7 sent")


def _to_enclose(office: Office) -> None:
    from binding import foreign  # noqa: PLC0415

    _office(office)
    office.case((ROOT / "examples" / "nel" / "case.yaml").read_text(encoding="utf-8"), _REVIEW)
    (office.folder / "own.pdf").write_bytes(foreign.sent("What the police found"))


def _to_release(office: Office) -> None:
    from cli.test_release import _ONE_PAPER, _QUESTIONS  # noqa: PLC0415

    _office(office)
    text = (ROOT / "examples" / "nel" / "case.yaml").read_text(encoding="utf-8")
    for before, after in _ONE_PAPER:
        text = text.replace(before, after, 1)
    office.case(text, _REVIEW)
    asked = [part for name in _QUESTIONS for part in ("--answer", name)]
    on = ("release", _REVIEW, "--as-of", "2026-07-14")
    _ready(office, *on, *asked, "--by", "A Reader")
    _ready(office, *on, "--sign", "--by", "P Ashgrove", "--role", "Director")


def _to_dispose(office: Office) -> None:
    from cli.test_dispose import sign  # noqa: PLC0415

    _office(office)
    rules = office.folder / "partnership.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("settings:\n", f"settings:\n{_RULE}"), encoding="utf-8")
    example = ROOT / "examples" / "nel-learning-request" / "case.yaml"
    earlier = re.sub(r"\b20[0-9]{2}\b", lambda y: str(int(y[0]) - 4), example.read_text("utf-8"))
    office.case(earlier, _OLD)
    _ready(office, "build", _OLD, "--only", "SCHEDULE")
    _ready(office, "dispose", "--list", "-o", "going.yaml")
    sign(office.folder / "going.yaml")


def _to_mask(office: Office) -> None:
    _office(office)
    folder = office.folder / "cases" / _MASKED
    (folder / "review").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "anonymise" / "case.yaml", folder / "case.yaml")
    words = "Freya was seen by Kayleigh Marshall on 3 May 2024.\n\nHer mother, Siobhan, hoped.\n"
    (folder / "review" / "analysis.md").write_text(words, encoding="utf-8")
    _ready(office, "anonymise", _MASKED, "--new-key", "../key")
    asked = sgdocs("anonymise", _MASKED, "--review", "--json", at=office.folder)
    (office.folder.parents[1] / "flag").write_text(asked.json[0]["id"])


def _decide(office: Office) -> int:
    flag = (office.folder.parents[1] / "flag").read_text()
    return run(office, "anonymise", _MASKED, "--decide", flag, "keep", "--by", "S Winter")


def _with_key(office: Office) -> None:
    _with_pack(office)
    _ready(office, "encrypt", "--new-key", "../office.key")


def _encrypted(office: Office) -> None:
    _with_key(office)
    _ready(office, *_ENCRYPT)


def _bring_back(office: Office, case: str) -> int:
    return run(office, "decrypt", case, "--key", "../office.key")


def _window(office: Office) -> Any:
    from web.visiting import window  # noqa: PLC0415

    return window(office.folder)


def _saved(office: Office) -> int:
    page = f"/cases/{REF}/details/incident"
    visitor = _window(office).come_in().open(page)
    visitor.client.follow_redirects = False
    visitor.send(page, {"place": "At home", "abuse_types": ["neglect"], "do": "save"})
    return _answered(visitor)


def _uploaded(office: Office) -> int:
    visitor = _window(office).come_in().open("/inbox")
    visitor.client.follow_redirects = False
    form = [("files", ("form.docx", b"PK what came"))]
    fields = {"token": visitor.token}
    headers = {"origin": "http://127.0.0.1:8420"}
    visitor.saw(visitor.client.post("/inbox", data=fields, files=form, headers=headers))
    return _answered(visitor)


def _answered(visitor: Any) -> int:
    """Take an answer for a command's: gone on to the next page, or words that say why not."""
    import sys  # noqa: PLC0415

    if visitor.status == 303:
        print("303", flush=True)
        return 0
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", visitor.text, flags=re.S)
    said = " ".join(line for part in text.splitlines() if (line := part.strip()))
    print(said.partition("Skip")[2] or said, file=sys.stderr)
    return {404: 3, 409: 6, 503: 5}.get(visitor.status, 70)


def _plain(*words: str) -> Callable[[Office], int]:
    return lambda office: run(office, *words)


JOBS = {
    "init": Job(
        lambda _: None,
        _plain("init", ".", "--procedure", "nel"),
        "is ready",
        only_forward=True,
        prepared=False,
        follow=_first_case,
    ),
    "new": Job(_office, _plain("new", REF), "case.yaml"),
    "record": Job(
        _with_case, _plain("record", "event", REF, "panel_notified", "2026-11-12"), "ecorded"
    ),
    "dispatch": Job(
        _to_send,
        _plain(
            *("record", "dispatch", REF, "SCSI-2", "--to", "safeguarding_partners"),
            *("--file", "sent.pdf"),
        ),
        "ecorded",
    ),
    "build": Job(_with_case, _plain("build", REF, "--only", "SCHEDULE", *_DAY), "papers and"),
    "build again": Job(
        _with_pack, _plain("build", REF, "--only", "SCHEDULE", "--drafts"), "papers and"
    ),
    "regenerate": Job(_stale, _plain("regenerate", *_DAY), "anew"),
    "regenerate many": Job(
        _stale_many,
        _plain("regenerate", *_DAY),
        r"3 case\(s\)",
        only_forward=True,
        several=True,
        follow=_call_in_each,
    ),
    "receive": Job(
        _with_form, _plain("receive", REF, "form.docx", "--accept"), "Accepted|received before"
    ),
    "receive new": Job(
        _with_notification,
        _plain("receive", "--new", "form.docx"),
        "case.yaml",
        case="CASE-2026-001",
    ),
    "enclose": Job(
        _to_enclose,
        _plain("enclose", _REVIEW, "police", "own.pdf", "--title", "Review of its own"),
        "Kept as|already",
        case=_REVIEW,
    ),
    "decide": Job(_to_mask, _decide, "Decided", case=_MASKED, validates=False),
    "pseudonyms": Job(
        _to_mask,
        _plain("anonymise", _MASKED, "--key-file", "../key", "--json"),
        "masks",
        case=_MASKED,
        varies=("pseudonyms.enc",),
        validates=False,
    ),
    "release": Job(
        _to_release,
        _plain("release", _REVIEW, "--as-of", "2026-07-14"),
        "eleased",
        case=_REVIEW,
    ),
    "dispose": Job(
        _to_dispose,
        _plain("dispose", "going.yaml"),
        "disposed of",
        case=_OLD,
        only_forward=True,
        follow=_dispose_again,
    ),
    "board": Job(_with_case, _plain("status"), r"case\(s\)"),
    "web save": Job(_with_case, _saved, "303"),
    "web upload": Job(_with_form, _uploaded, "303"),
}
if find_spec("pyrage"):
    JOBS["encrypt"] = Job(
        _with_key,
        _plain(*_ENCRYPT),
        "is encrypted",
        varies=_NOTED,
        only_forward=True,
        follow=_bring_back,
    )
    JOBS["decrypt"] = Job(
        _encrypted,
        _plain("decrypt", REF, "--key", "../office.key"),
        "is as it was",
        varies=_NOTED,
        only_forward=True,
    )
