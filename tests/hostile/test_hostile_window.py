"""Everything a hostile page, browser or network can send to the office's window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.filling import leaks
from hostile.attacks import CANARY
from hostile.judging import tree
from web.visiting import REFERENCE, Visitor, window, workspace

OURS = "http://127.0.0.1:8420"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
COOKIE = "sgdocs-session"


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    workspace(tmp_path)
    return window(tmp_path).come_in()


def endless(size: int) -> Iterator[bytes]:
    for _ in range(size // 1_000_000):
        yield b"x" * 1_000_000


def standing(folder: Path) -> dict[str, str]:
    """Give what lies in the workspace but for the board's index, which is made by looking."""
    return {n: digest for n, digest in tree(folder).items() if not n.startswith(".sgdocs")}


def part(name: str, more: str = "", data: bytes = b"x") -> bytes:
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'
    return head.encode() + data + b"\r\n"


def as_kind(kind: str) -> dict[str, str]:
    return {"origin": OURS, "content-type": kind}


AS_FORM, AS_PARTS = as_kind(FORM), as_kind(PARTS)
CASE = f"/cases/{REFERENCE}"
DEEP = b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 5_000
Headers = dict[str, str]
# Method, address, headers, body, and what may be answered.
CALLS: dict[str, tuple[str, str, Headers, object, set[int]]] = {
    "a foreign host": ("GET", "/", {"host": "example.org"}, b"", {421}),
    "a host with our name before it": (
        "GET",
        "/",
        {"host": "127.0.0.1:8420.example.org"},
        b"",
        {421},
    ),
    "a host with a user": ("GET", "/", {"host": "a@127.0.0.1:8420"}, b"", {421}),
    "no host": ("GET", "/", {"host": ""}, b"", {421}),
    "a forwarded host": ("GET", "/", {"x-forwarded-host": "example.org"}, b"", {200}),
    "another origin": ("POST", "/new", {"origin": "https://example.org"}, b"", {403}),
    "an origin of nobody": ("POST", "/new", {"origin": "null"}, b"", {403}),
    "no origin and no token": ("POST", "/new", {}, b"", {403}),
    "a page of another site": ("POST", "/new", {"sec-fetch-site": "cross-site"}, b"", {403}),
    "a wrong token": ("POST", "/new", AS_FORM, b"token=x", {403}),
    "a token twice": ("POST", "/new", AS_FORM, b"token=x&token=y", {403}),
    "a token in the address": ("POST", "/new?token=x", {"origin": OURS}, b"", {403}),
    "JSON": ("POST", "/new", as_kind("application/json"), b"{}", {403, 415}),
    "XML": ("POST", "/new", as_kind("text/xml"), b"<a/>", {403, 415}),
    "plain text": ("POST", "/new", as_kind("text/plain"), b"a=b", {403, 415}),
    "a form in two kinds": ("POST", "/new", as_kind(f"{FORM}, {PARTS}"), b"", {400, 403, 415}),
    "noise for a form": ("POST", "/new", AS_FORM, b"\xff\xfe%%%", {400, 403}),
    "three thousand fields": ("POST", "/new", AS_FORM, b"a=b&" * 3_000, {400}),
    "parts without a boundary": ("POST", "/new", as_kind("multipart/form-data"), b"x", {400}),
    "three thousand parts": ("POST", "/new", AS_PARTS, part("a") * 3_000 + b"--b--", {400}),
    "fifty files": ("POST", "/new", AS_PARTS, part("a", '; filename="x"') * 50 + b"--b--", {400}),
    "a part without end": ("POST", "/new", AS_PARTS, part("a", "", b"x" * 3_000_000), {400}),
    "a header without end": ("POST", "/new", AS_PARTS, part("a" * 900_000), {400, 403}),
    "parts in parts": ("POST", "/new", AS_PARTS, DEEP, {400, 403}),
    "a torn part": ("POST", "/new", AS_PARTS, b"--b\r\nContent-Disp", {400, 403}),
    "an alphabet nobody has": (
        "POST",
        "/new",
        as_kind(f"{PARTS}; charset=nosuch"),
        part("a") + b"--b--",
        {400, 403},
    ),
    "fifty megabytes": ("POST", "/new", AS_FORM, lambda: endless(50_000_000), {413}),
    "fifty megabytes of parts": ("POST", "/new", AS_PARTS, lambda: endless(50_000_000), {400, 413}),
    "a length without end": (
        "POST",
        "/new",
        {"origin": OURS, "content-length": "9" * 30},
        b"x",
        {413},
    ),
    "a length that is none": (
        "POST",
        "/new",
        {"origin": OURS, "content-length": "-1"},
        b"x",
        {400, 413},
    ),
    "a change by looking": ("GET", f"{CASE}/papers/outbox", {}, b"", {404, 405}),
    "a method in a header": ("GET", "/", {"x-http-method-override": "DELETE"}, b"", {200}),
    "a method in a form": ("POST", "/new?_method=DELETE", {"origin": OURS}, b"", {403}),
    "TRACE": ("TRACE", "/", {}, b"", {405}),
    "OPTIONS": ("OPTIONS", "/", {"origin": "https://example.org"}, b"", {405}),
    "CONNECT": ("CONNECT", "/", {}, b"", {405}),
    "a whole address": ("GET", "/http://example.org/", {}, b"", {404}),
    "dots": ("GET", "/static/../../../etc/passwd", {}, b"", {404}),
    "dots written out": ("GET", "/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd", {}, b"", {404}),
    "dots written out twice": ("GET", "/static/%252e%252e%252fetc%252fpasswd", {}, b"", {404}),
    "a slash written out": ("GET", "/cases/..%2f..%2fpartnership.yaml", {}, b"", {404}),
    "a backslash": ("GET", "/cases/..%5c..%5cpartnership.yaml", {}, b"", {404}),
    "a zero": ("GET", "/static/style.css%00.html", {}, b"", {404}),
    "a line in an address": ("GET", "/cases/x%0d%0aSet-Cookie:%20a=b", {}, b"", {404}),
    "a name in an address": ("GET", f"/cases/{CANARY.replace(' ', '%20')}", {}, b"", {404}),
    "an address without end": ("GET", "/cases/" + "x" * 60_000, {}, b"", {404}),
    "a code that is wrong": ("GET", "/start?code=x", {}, b"", {303, 403, 401, 200}),
}


@pytest.mark.parametrize("call", CALLS)
def test_a_hostile_call_is_turned_away_and_changes_nothing(
    call: str, visitor: Visitor, tmp_path: Path
) -> None:
    method, address, headers, body, allowed = CALLS[call]
    before = standing(tmp_path)
    answer = visitor.client.request(
        method,
        address,
        headers=headers,
        content=body() if callable(body) else body,
        follow_redirects=False,
    )
    assert answer.status_code in allowed, answer.text[:300]
    assert leaks(answer.text) == []
    assert leaks(str(answer.headers)) == []
    assert "Traceback" not in answer.text
    assert "root:" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "access-control-allow-origin" not in answer.headers
    assert len(answer.headers.get_list("set-cookie")) <= 1
    assert standing(tmp_path) == before


@pytest.mark.parametrize("key", ["", "x", "a" * 90_000, "../../x", "null", "%00", '"; Path=/'])
def test_a_made_up_key_opens_nothing(key: str, visitor: Visitor) -> None:
    visitor.client.cookies.clear()
    answer = visitor.client.get(CASE, headers={"cookie": f"{COOKIE}={key}"}, follow_redirects=False)
    assert answer.status_code in (302, 303, 401, 403)
    assert "Haven Point" not in answer.text


def test_a_head_is_a_look_without_words(visitor: Visitor) -> None:
    answer = visitor.client.head("/")
    assert answer.status_code in (200, 405)
    assert answer.content == b""


@pytest.mark.parametrize(
    "name",
    [
        "../../../evil.docx",
        "C:\\evil.docx",
        "x\u202excod.exe",
        "-rf.docx",
        "con.docx",
        "a%0d%0aX: b.docx",
        f"{CANARY}.docx",
        "x" * 500 + ".docx",
        f"form.{CANARY}",
        f"form.{CANARY}/../../evil",
    ],
)
def test_an_upload_is_kept_under_no_name_of_the_senders(
    name: str, visitor: Visitor, tmp_path: Path
) -> None:
    visitor.open("/inbox")
    before = set(standing(tmp_path))
    sent = {"forms": (name, b"\xd0\xcf\x11\xe0" + bytes(99))}
    answer = visitor.client.post(
        "/inbox", data={"token": visitor.token}, files=sent, headers={"origin": OURS}
    )
    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.text
    new = set(standing(tmp_path)) - before
    assert leaks(" ".join(new)) == []
    assert not [n for n in new if "evil" in n or "\u202e" in n]
    assert not (tmp_path.parent / "evil.docx").exists()
