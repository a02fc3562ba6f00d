"""The real window, as a program on a port, called byte by byte."""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.asking import PROGRAM
from hostile.judging import tree
from web.visiting import REFERENCE, workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is ended in another way there")

_NEVER = 40  # seconds; whoever is not answered by then is not answered


@dataclass(frozen=True)
class Window:
    """A window that listens."""

    port: int
    code: str
    folder: Path

    @property
    def host(self) -> str:
        """Give what a browser writes."""
        return f"127.0.0.1:{self.port}"

    def say(self, data: bytes) -> bytes:
        """Send bytes, and give all that is answered."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=_NEVER) as line:
            told = b""
            with suppress(ConnectionError):  # what is far too long is not even read to its end
                line.sendall(data)
                while more := line.recv(65_536):
                    told += more
            return told

    def call(self, start: str, *headers: str, body: bytes = b"") -> bytes:
        """Send a call with its host, and give all that is answered."""
        lines = (start, f"Host: {self.host}", "Connection: close", *headers)
        return self.say("\r\n".join((*lines, "", "")).encode("latin-1") + body)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    folder = tmp_path_factory.mktemp("office")
    workspace(folder)
    command = [*PROGRAM, "serve", str(folder), "--no-browser", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        link = run.stdout.readline().strip()
        port = re.search(r":(\d+)/", link)
        assert port is not None
        yield Window(int(port[1]), link.partition("code=")[2], folder)
        run.send_signal(signal.SIGINT)
        assert run.wait(20) in (0, 130)
        said = run.stderr.read() if run.stderr else ""
        assert "Traceback" not in said
        assert "Qzcanary" not in said


@pytest.fixture
def cookie(opened: Window) -> str:
    """Come in with the link, and give what the browser keeps."""
    answer = opened.call(f"GET /start?code={opened.code} HTTP/1.1").decode()
    kept = re.search(r"(?i)set-cookie: ([^;]+)", answer)
    assert kept is not None
    return kept[1]


def status(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d+)", answer)
    assert found is not None or not answer, answer[:200]
    return int(found[1]) if found else 0


_FORM = "Content-Type: application/x-www-form-urlencoded"
_POST = f"POST /cases/{REFERENCE}/record/event HTTP/1.1"
_CALLS: dict[str, tuple[str, tuple[str, ...], bytes, set[int]]] = {
    "another host in the line": ("GET http://example.org/ HTTP/1.1", (), b"", {400, 404, 421}),
    "two hosts": ("GET / HTTP/1.1", ("Host: example.org",), b"", {400, 421}),
    "to trace": ("TRACE / HTTP/1.1", (), b"", {405}),
    "to put": ("PUT / HTTP/1.1", (), b"", {405}),
    "to connect": ("CONNECT example.org:80 HTTP/1.1", (), b"", {400, 405}),
    "a path that leads up twice written": (
        "GET /static/%252e%252e/%252e%252e/etc/passwd HTTP/1.1",
        (),
        b"",
        {404},
    ),
    "a path that leads up": ("GET /static/../../../etc/passwd HTTP/1.1", (), b"", {404}),
    "a path with a zero": (f"GET /cases/{REFERENCE}%00.yaml HTTP/1.1", (), b"", {404}),
    "a header without end": ("GET / HTTP/1.1", ("X: " + "a" * 200_000,), b"", {0, 400, 431}),
    "a header with a zero": ("GET / HTTP/1.1", ("X: a\0b",), b"", {400}),
    "no token": (_POST, (_FORM, "Content-Length: 9"), b"event=abc", {403}),
    "another origin": (
        _POST,
        (_FORM, "Origin: https://example.org", "Content-Length: 9"),
        b"event=abc",
        {403},
    ),
    "a piece of no size": (_POST, (_FORM, "Transfer-Encoding: chunked"), b"ZZ\r\n", {400}),
    "two lengths": (_POST, ("Content-Length: 5", "Content-Length: 6"), b"abcdef", {400}),
    "a length below zero": (_POST, ("Content-Length: -5",), b"", {400}),
    "a length past all bounds": (_POST, (_FORM, f"Content-Length: {10**11}"), b"", {413}),
    "parts without a boundary": (
        "POST /inbox HTTP/1.1",
        ("Content-Type: multipart/form-data", "Content-Length: 1"),
        b"x",
        {400},
    ),
    "a form that is none": (_POST, ("Content-Type: text/xml", "Content-Length: 1"), b"x", {415}),
    "text that is none": (_POST, (_FORM, "Content-Length: 8"), b"event=\xff\xfe", {400}),
    "pieces of a file": (
        "GET /static/style.css HTTP/1.1",
        ("Range: bytes=" + ",".join(["0-0"] * 5_000),),
        b"",
        {200, 206, 400, 416},
    ),
}


@pytest.mark.parametrize("name", _CALLS)
def test_what_is_wrong_with_a_call_is_said_and_nothing_done(
    name: str, opened: Window, cookie: str
) -> None:
    start, headers, body, allowed = _CALLS[name]
    before = _kept(opened)
    answer = opened.call(start, f"Cookie: {cookie}", *headers, body=body)
    assert status(answer) in allowed
    assert b"Traceback" not in answer
    assert b"root:" not in answer
    assert _kept(opened) == before


def _kept(opened: Window) -> dict[str, str]:
    """Give what lies in the workspace but for the board's index and the locks."""
    return {name: digest for name, digest in tree(opened.folder).items() if ".sgdocs" not in name}


def test_a_call_without_a_host_or_of_no_protocol_is_turned_away(opened: Window) -> None:
    assert status(opened.say(b"GET / HTTP/1.0\r\n\r\n")) == 421
    assert status(opened.say(b"GET / HTTP/1.1\r\n\r\n")) == 400
    assert status(opened.say(b"\x16\x03\x01\x02\x00" * 50 + b"\r\n\r\n")) == 400


def test_many_calls_at_once_are_answered_one_by_one(opened: Window, cookie: str) -> None:
    one = f"GET / HTTP/1.1\r\nHost: {opened.host}\r\nCookie: {cookie}\r\n"
    answers = opened.say((f"{one}\r\n" * 20 + f"{one}Connection: close\r\n\r\n").encode())
    assert answers.count(b"HTTP/1.1 200") == 21


def test_whoever_never_ends_a_call_is_hung_up_on(opened: Window) -> None:
    began = time.monotonic()
    assert status(opened.say(f"GET / HTTP/1.1\r\nHost: {opened.host}\r\n".encode())) == 408
    assert 5 < time.monotonic() - began < 20


def test_two_hundred_slow_callers_keep_nobody_out(opened: Window, cookie: str) -> None:
    slow = [socket.create_connection(("127.0.0.1", opened.port)) for _ in range(200)]
    try:
        for line in slow:
            line.sendall(b"GET / HTTP/1.1\r\nX: ")
        assert status(opened.call("GET / HTTP/1.1", f"Cookie: {cookie}")) == 200
    finally:
        for line in slow:
            line.close()


def test_a_form_broken_off_leaves_no_trace(opened: Window, cookie: str) -> None:
    with socket.create_connection(("127.0.0.1", opened.port), timeout=_NEVER) as line:
        head = f"{_POST}\r\nHost: {opened.host}\r\nCookie: {cookie}\r\n{_FORM}\r\n"
        line.sendall(f"{head}Content-Length: 1000\r\n\r\nevent=Qzcanary".encode())
    assert status(opened.call("GET / HTTP/1.1", f"Cookie: {cookie}")) == 200
