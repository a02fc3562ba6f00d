"""Nobody comes in by another name, from another page, or with too much in their hands."""

import socket
from contextlib import closing
from pathlib import Path

import pytest

from sgdocs.opening.limits import POST_BYTES
from sgdocs.web.running import listen
from web.visiting import REFERENCE, window, workspace

OURS = "http://127.0.0.1:8420"


@pytest.fixture
def visitor(tmp_path: Path):
    workspace(tmp_path)
    return window(tmp_path).come_in()


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1", "127.0.0.1:80", "localhost.example:8420"]
)
def test_another_name_leads_nowhere(visitor, host: str) -> None:
    assert visitor.client.get("/", headers={"host": host}).status_code == 421


def test_both_names_of_this_machine_lead_here(visitor) -> None:
    assert visitor.client.get("/sign-in", headers={"host": "localhost:8420"}).status_code == 200


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1", OURS + "/x"])
def test_a_form_of_another_page_is_turned_away(visitor, origin: str) -> None:
    answer = visitor.client.post("/new", headers={"origin": origin})
    assert answer.status_code == 403


def test_a_form_that_says_it_comes_from_elsewhere_is_turned_away(visitor) -> None:
    answer = visitor.client.post("/new", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403


def test_a_form_of_our_own_that_gives_no_referrer_is_taken(visitor) -> None:
    headers = {"origin": "null", "sec-fetch-site": "same-origin"}
    answer = visitor.client.post("/new", headers=headers)
    assert answer.status_code == 403
    assert (
        "not come from a page of this visit" in answer.text
    )  # past the door, stopped by its token


@pytest.mark.parametrize("token", [None, "", "wrong", "ü"])
def test_a_form_needs_the_token_of_this_visit(visitor, token: str | None) -> None:
    body = {} if token is None else {"token": token}
    assert visitor.client.post("/new", data=body, headers={"origin": OURS}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"])
def test_other_methods_do_nothing(visitor, method: str) -> None:
    assert visitor.client.request(method, "/").status_code == 405


def test_nothing_is_changed_by_looking(visitor) -> None:
    assert visitor.client.get(f"/cases/{REFERENCE}/papers/outbox").status_code in (404, 405)
    assert visitor.client.post("/").status_code == 405


def test_too_much_is_turned_away_by_what_it_says_it_is(visitor) -> None:
    headers = {"content-length": str(POST_BYTES + 1), "origin": OURS}
    assert visitor.client.post("/new", content=b"x", headers=headers).status_code == 413


def test_too_much_is_turned_away_while_it_comes(visitor) -> None:
    def endless():
        for _ in range(POST_BYTES // 1_000_000 + 2):
            yield b"x" * 1_000_000

    headers = {"origin": OURS, "content-type": "application/x-www-form-urlencoded"}
    assert visitor.client.post("/new", content=endless(), headers=headers).status_code == 413


def test_what_is_no_form_is_turned_away(visitor) -> None:
    for kind, body in (("application/json", b"{}"), ("application/x-www-form-urlencoded", b"\xff")):
        headers = {"origin": OURS, "content-type": kind}
        assert visitor.client.post("/new", content=body, headers=headers).status_code in (400, 415)


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/style.css", f"/cases/{REFERENCE}"])
def test_every_answer_carries_its_headers(visitor, address: str) -> None:
    headers = visitor.client.get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_what_is_turned_away_carries_them_too(visitor) -> None:
    headers = visitor.client.get("/", headers={"host": "example.org"}).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")


def test_the_key_of_a_visit_is_for_the_browser_alone(tmp_path: Path) -> None:
    workspace(tmp_path)
    answer = window(tmp_path).client.get("/start?code=a-code-for-tests", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "place",
    ["../../etc/passwd", "..%2f..%2fpartnership.yaml", "%2e%2e", "case.yaml", "con", "-x"],
)
def test_no_address_leads_out_of_the_cases(visitor, place: str) -> None:
    answer = visitor.client.get(f"/cases/{place}")
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_no_page_has_script_or_style_of_its_own(visitor) -> None:
    for address in ("/", "/new", f"/cases/{REFERENCE}", f"/cases/{REFERENCE}/dates"):
        page = visitor.client.get(address).text
        assert " style=" not in page
        assert " onclick=" not in page
        assert page.count("<script") == page.count('<script src="/static/comfort.js"')


def test_whoever_follows_the_link_at_once_is_not_turned_away() -> None:
    with closing(listen("127.0.0.1", 0)) as listening:
        socket.create_connection(listening.getsockname(), timeout=5).close()
