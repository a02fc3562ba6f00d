"""Run one job again and again, each time with something going wrong elsewhere, and judge the end.

Run as a program of its own, which prints what it found as JSON; each try is a fork, so that it
begins as a fresh process does and its death harms nobody.
"""

import contextlib
import errno
import importlib
import json
import os
import random
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from cli.asking import Office, sgdocs
from faults.injecting import KILL, KILL_HALFWAY, Call, Plan, armed, changes
from faults.jobs import JOBS, NAMES, Job, at_moment

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)
_ENDS = (1, 3, 4, 5, 6)
_WHOLE = (
    "in place and whole",
    "stands and is in the ledger",
    "in the ledger already",
    "the case is as it was",
)
_LAGGING = ("current.json",)
"""The note of where a ledger ends may lag behind: what is written next renews it."""
_MENDED = ("ledger.jsonl", "current.json")
"""A ledger mended after a torn line has a line more."""
_LONGEST = 900
_PATIENCE = 60
_ON_HANDLES = ("write", "fsync", "truncate", "chmod")
"""What is done to a file that is open; opening it was a call of its own."""
_OWN_NUMBER = re.compile(r"(\.sgdocs-(?:tmp|old)-[0-9a-f]+)-[0-9]+-[0-9]+")

Files = dict[str, bytes]


class Tried:
    """What came of one try: how it ended, what it said, what it asked of the disk."""

    def __init__(self, folder: Path, status: int) -> None:
        self.killed = os.WIFSIGNALED(status)
        self.code = -os.WTERMSIG(status) if self.killed else os.WEXITSTATUS(status)
        self.out, self.err = _said(folder / "out"), _said(folder / "err")
        told = folder / "told.json"
        self.told: Any = json.loads(told.read_text()) if told.exists() else {}

    @property
    def calls(self) -> list[Call]:
        return [Call(*call) for call in self.told.get("calls", ())]


def _said(path: Path) -> str:
    return path.read_text(errors="replace") if path.exists() else ""


class Driver:
    """A job, the place it is tried in, and how it ends when nothing goes wrong."""

    def __init__(self, name: str, folder: Path) -> None:
        self.job: Job = JOBS[name]
        self.room, self.place, self.kept = folder, folder / "here" / "office", folder / "kept"
        self.wrong: list[str] = []
        self.tries = 0
        self.office = Office(self.place)
        (folder / "here").mkdir()
        self.place.mkdir()
        self.judged: set[str] = set()
        for home in ("TMPDIR", "HOME"):
            (folder / "here" / home).mkdir()
            os.environ[home] = str(folder / "here" / home)
        self._must(lambda: self.job.prepare(self.office) or 0)
        shutil.copytree(folder / "here", self.kept, symlinks=True)
        self.old = essence(self.place)
        self._learn()

    def _learn(self) -> None:
        """See how it goes when nothing goes wrong, and load beforehand what it needs."""
        first = self._must(self._act_watched)
        for module in first.told["modules"]:
            with contextlib.suppress(Exception):
                importlib.import_module(module)
        self.restore()
        if self.job.prepared:
            # What every process reads first is read once: all of them begin with it.
            sgdocs("validate", "cases", at=self.place)
            sgdocs("verify", at=self.place)
        whole = self._must(self._act_watched)
        self.calls, self.usual, self.new = whole.calls, whole.code, essence(self.place)
        self.restore()
        self._must(lambda: (self.act(), self._follow())[1])
        self.new_and_more = essence(self.place)
        self.restore()

    def _follow(self) -> int:
        return self.job.follow(self.office, self.job.case)

    def _must(self, act: Callable[[], int]) -> Tried:
        done = self.fork(act)
        assert done.code in (0, 1), f"{done.code}\n{done.out}\n{done.err}"
        return done

    def act(self) -> int:
        return self.job.act(self.office)

    def _act_watched(self) -> int:
        plan = self.plan()
        with armed(plan):
            code = self.act()
        calls = [(call.what, call.path, call.ours) for call in plan.calls]
        self._tell({"calls": calls, "modules": [name for name in sys.modules if "sgdocs" in name]})
        return code

    def plan(self, at: int = -1, how: int = 0, *, lasting: bool = False) -> Plan:
        return Plan((str(self.room / "here"),), at, how, lasting)

    def _tell(self, what: Any) -> None:
        (self.room / "told.json").write_text(json.dumps(what))

    def restore(self) -> None:
        """Put everything back as it was before the job."""
        shutil.rmtree(self.room / "here")
        shutil.copytree(self.kept, self.room / "here", symlinks=True)

    def fork(self, act: Callable[[], int], kill_after: float | None = None) -> Tried:
        """Do something in a process of its own, and see how it ended."""
        for name in ("told.json", "out", "err"):
            (self.room / name).unlink(missing_ok=True)
        child = os.fork()
        if not child:
            self._in_child(act)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        return Tried(self.room, _waited(child))

    def _in_child(self, act: Callable[[], int]) -> None:
        code = 99
        try:
            for number, name in ((1, "out"), (2, "err")):
                handle = os.open(self.room / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                os.dup2(handle, number)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            at_moment()
            # A kill takes nothing from the disk, so waiting for it shows nothing here.
            os.fsync = lambda _: None  # type: ignore[assignment]
            code = act()
        except BaseException:  # noqa: BLE001 - whatever it is, the parent is to know
            import traceback  # noqa: PLC0415

            traceback.print_exc()
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    # What is tried

    def failing(self, step: int, start: int = 0, codes: tuple[int, ...] = CODES) -> None:
        """Let every call fail in turn, by each reason."""
        numbers = range(start % max(step, 1), len(self.calls), step)
        for number in numbers:
            for code in codes:
                self._failing_at(number, code)

    def _failing_at(self, number: int, code: int) -> None:
        call = self.calls[number]
        name = f"{self._named(call)} ({number}) failing with {errno.errorcode[code]}"
        done = self.fork(lambda: self._armed(self.plan(number, code)))
        now = essence(self.place)
        self._judge_words(done, name)
        changed = self._judge_state(done, now, name)
        self._judge_next(changed, name)
        self.restore()
        self.tries += 1

    def killed(self, numbers: list[int]) -> None:
        """Kill it at each of these changes, and in the middle of a write."""
        for number in numbers:
            write = self.calls[number].what == "write"
            for how in (KILL, KILL_HALFWAY) if write else (KILL,):
                name = f"killed at {self._named(self.calls[number])} ({number}, {how})"
                done = self.fork(lambda n=number, h=how: self._armed(self.plan(n, h)))
                if not done.killed:
                    self.wrong.append(f"{name}: it ended by itself with {done.code}: {done.err}")
                self._judge_kill(done, name)

    def killed_in_time(self, times: int, seed: int) -> None:
        """Kill it at random moments, spread evenly over the time it takes."""
        began = time.monotonic()
        self._must(self.act)
        takes = time.monotonic() - began
        self.restore()
        dice = random.Random(seed)  # noqa: S311 - moments, no secrets
        for number in range(times):
            after = takes * 1.1 * (number + dice.random()) / times
            done = self.fork(self.act, kill_after=after)
            self._judge_kill(done, f"killed after {after:.4f} s")

    def open_to_others(self, umask: int) -> list[str]:
        """Do it under a umask, and name what others can then read."""

        def act() -> int:
            os.umask(umask)
            return self.act()

        for path in (self.place, *self.place.rglob("*")):
            path.chmod(0o700 if path.is_dir() else 0o600)
        self._must(act)
        everything = (self.place, *self.place.rglob("*"))
        return [str(p) for p in everything if p.stat().st_mode & 0o077]

    def _armed(self, plan: Plan) -> int:
        with armed(plan):
            return self.act()

    def _named(self, call: Call) -> str:
        return f"{call.what} {call.path.removeprefix(str(self.room / 'here'))}"

    # How it is judged

    def _judge_words(self, done: Tried, name: str) -> None:
        said = done.out + done.err
        faults = [
            ("a traceback", "Traceback" in said or 'File "' in said),
            ("no words", done.code != 0 and not said.strip()),
            ("too many words", done.code != 0 and len(done.err) > _LONGEST),
            ("a name", any(child in said for child in NAMES)),
            (f"ends with {done.code}", done.code not in (0, *_ENDS)),
        ]
        self.wrong += [f"{name}: {what}: {done.err[:600]}" for what, bad in faults if bad]

    def _judge_state(self, done: Tried, now: Files, name: str) -> bool:
        """Say whether the new state is current; what is neither old nor new is a fault."""
        self._judge_whole(now, name, torn=False)
        whole = done.code == self.usual or any(words in done.err for words in _WHOLE)
        lag = _LAGGING if _WHOLE[1] in done.err else ()
        changed = same(now, self.new, self.job, lag) if whole else False
        if whole and not changed:
            self.wrong.append(
                f"{name}: said to be done ({done.code}), and is not: "
                f"{differing(now, self.new)}: {done.err}"
            )
        if not whole and not self.job.only_forward and current(now) != current(self.old):
            self.wrong.append(
                f"{name}: failed, and left its mark: "
                f"{differing(current(now), current(self.old))}: {done.err}"
            )
        return changed

    def _judge_whole(self, now: Files, name: str, *, torn: bool) -> None:
        for path, data in now.items():
            versions = [f[path] for f in (self.old, self.new) if path in f]
            ledger = path.endswith("ledger.jsonl")
            if data in versions or path.endswith(self.job.varies or ("\0",)):
                continue
            if ledger and torn and any(v.startswith(data) for v in versions):
                continue
            self.wrong.append(f"{name}: {path} is neither as before nor as after")

    def _judge_kill(self, done: Tried, name: str) -> None:
        now = essence(self.place)
        self._judge_whole(now, name, torn=True)
        said = bool(re.search(self.job.acknowledged, done.out))
        changed = same(now, self.new, self.job, _LAGGING)
        if said and not same(now, self.new, self.job):
            self.wrong.append(f"{name}: acknowledged, and lost: {differing(now, self.new)}")
        torn = any(
            p.endswith("ledger.jsonl") and d and not d.endswith(b"\n") for p, d in now.items()
        )
        self._judge_next(changed, name, torn=torn)
        self.restore()
        self.tries += 1

    def _judge_next(self, changed: bool, name: str, *, torn: bool = False) -> None:
        """Run what comes next: it succeeds, finds all sound, and leaves nothing half done.

        What comes of a state that was met before is known.
        """
        state = fingerprint(self.room / "here")
        if state in self.judged:
            return
        self.judged.add(state)
        done = self.fork(lambda: self._next(self._follow if changed else self.act))
        after, wanted = essence(self.place), self.new_and_more if changed else self.new
        if done.code not in (0, 1) or (
            not changed and not re.search(self.job.acknowledged, done.out)
        ):
            self.wrong.append(f"{name}: the next run ends with {done.code}: {done.out}{done.err}")
        elif not same(after, wanted, self.job, _MENDED if torn else ()):
            self.wrong.append(f"{name}: the next run leaves {differing(after, wanted)}")
        if not self.job.several and (left := leftovers(self.room / "here")):
            self.wrong.append(f"{name}: left behind: {left}")
        if done.told.get("amiss"):
            self.wrong.append(f"{name}: {done.told['amiss']}")

    def _next(self, act: Callable[[], int]) -> int:
        code = act()
        self._tell({"amiss": [*self._unsound(), *self._invalid()]})
        return code

    def _unsound(self) -> list[str]:
        said = sgdocs("verify", "--json", at=self.place)
        if said.code not in (0, 1):
            return [f"verify ends with {said.code}: {said.err}"]
        findings = [f for one in said.json for f in one["findings"]]
        return [f"verify: {f}" for f in findings if f["severity"] != "note"]

    def _invalid(self) -> list[str]:
        cases = sorted(self.place.glob("cases/*/case.yaml")) if self.job.validates else ()
        said = sgdocs("validate", *cases, at=self.place) if cases else None
        return [f"validate: {said.out}{said.err}"] if said and said.code else []


def essence(folder: Path) -> Files:
    """Give every file a person would see: no unfinished work, no lock, no cache, no draft."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not any(
            p.startswith(".sgdocs") or ".sgdocs-lock" in p or p == "drafts"
            for p in path.relative_to(folder).parts
        )
    }


def fingerprint(folder: Path) -> str:
    """Tell one state of everything on the disk from another, whichever process left it so."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        name = _OWN_NUMBER.sub(r"\1-n", str(path.relative_to(folder)))
        held = path.read_bytes() if path.is_file() and not name.endswith("-owner") else b""
        digest.update(f"{name}\0{sha256(held).hexdigest()}\n".encode())
    return digest.hexdigest()


def current(files: Files) -> Files:
    """Give the files that say what holds: cases, ledgers, pointers, decisions, settings."""
    names = (
        "case.yaml",
        "ledger.jsonl",
        "current.json",
        "decisions.yaml",
        "pseudonyms.enc",
        "partnership.yaml",
        "answers.yaml",
    )
    return {path: data for path, data in files.items() if path.rpartition("/")[2] in names}


def same(now: Files, wanted: Files, job: Job, apart: tuple[str, ...] = ()) -> bool:
    """Say whether all is as wanted, apart from some files."""
    loose = (*job.varies, *apart)
    return not any(path for path in differing(now, wanted) if not path.endswith(loose or ("\0",)))


def differing(now: Files, wanted: Files) -> list[str]:
    """Name the files that differ."""
    return sorted(p for p in now.keys() | wanted.keys() if now.get(p) != wanted.get(p))


def leftovers(folder: Path) -> list[str]:
    """Name what a dead run left anywhere, and what it laid down for a moment only."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.name.startswith((".sgdocs-tmp-", ".sgdocs-old-")) or path.parent.name == "trials"
    ]


def _waited(child: int) -> int:
    for _ in _moments():
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 98 << 8


def _moments() -> Iterator[None]:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        yield
        time.sleep(0.002)


def main(name: str, folder: Path, asked: dict[str, Any]) -> None:
    """Try what is asked and say what was wrong."""
    driver = Driver(name, folder)
    points = changes(driver.calls)
    if "step" in asked:
        codes = tuple(asked.get("codes", CODES))
        driver.failing(asked["step"], asked.get("start", 0), codes)
    if kills := asked.get("kills"):
        dice = random.Random(asked["seed"])  # noqa: S311 - moments, no secrets
        some = sorted(dice.sample(points, min(len(points), kills)))
        driver.killed(some)
        driver.killed_in_time(asked.get("timed", 0), asked["seed"])
    others = driver.open_to_others(asked["umask"]) if "umask" in asked else []
    escaped = sorted(
        {
            driver._named(driver.calls[n])
            for n in points
            if not driver.calls[n].ours and driver.calls[n].what not in _ON_HANDLES
        }
    )
    print(
        json.dumps(
            {
                "wrong": driver.wrong,
                "tries": driver.tries,
                "calls": len(driver.calls),
                "changes": len(points),
                "escaped": escaped,
                "open_to_others": others,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3]))
