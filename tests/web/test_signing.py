"""Who comes in, who may do what, and that nothing typed is lost when a visit ends."""

from pathlib import Path

import pytest

from cli.asking import CASE
from sgdocs.errors import InputRefused, UsageRefused
from sgdocs.ledger import Kind, entries
from sgdocs.web import Role, SharedAccess, scrambled
from sgdocs.web.sharing import add_user, load_users
from web.visiting import CODE, REFERENCE, window, workspace

PASSWORD = "a long enough password"  # noqa: S105 - nobody's
PEOPLE = SharedAccess(
    {
        "Alma": (Role.COORDINATOR, scrambled(PASSWORD, b"1" * 16)),
        "Bertil": (Role.READ_ONLY, scrambled(PASSWORD, b"2" * 16)),
    }
)


def test_without_a_visit_there_is_nothing_to_see(tmp_path: Path) -> None:
    workspace(tmp_path)
    for address in ("/", f"/cases/{REFERENCE}", f"/cases/{REFERENCE}/details/children/0"):
        seen = window(tmp_path).open(address)
        assert seen.status == 403
        assert "Penhaligon" not in seen.text
        assert "Sign in" in seen.text


@pytest.mark.parametrize("code", ["", "wrong", "ü", CODE + "x"])
def test_another_code_does_not_let_in(tmp_path: Path, code: str) -> None:
    workspace(tmp_path)
    visitor = window(tmp_path).come_in(code)
    assert visitor.status == 403
    assert visitor.open("/").status == 403


def test_locking_ends_the_visit(tmp_path: Path) -> None:
    workspace(tmp_path)
    visitor = window(tmp_path).come_in()
    assert visitor.send("/sign-out").status == 200
    assert visitor.open("/").status == 403


def test_an_idle_visit_ends_and_what_was_typed_goes_on(tmp_path: Path) -> None:
    path = workspace(tmp_path)
    visitor = window(tmp_path).come_in()
    page = f"/cases/{REFERENCE}/details/incident"
    visitor.open(page)
    visitor.client.cookies.clear()
    typed = {"place": "At home,\nin the kitchen", "do": "save"}
    visitor.send(page, typed)
    assert visitor.status == 403
    assert "What you typed is kept" in visitor.text
    kept = {"kept-place": typed["place"], "kept-do": "save", "to": page, "secret": CODE}
    visitor.send("/sign-in", kept)
    assert "Send what I typed" in visitor.text
    visitor.send(page, typed)
    assert "Saved." in visitor.text
    assert "in the kitchen" in path.read_text()


def test_a_visit_ends_by_itself(tmp_path: Path) -> None:
    workspace(tmp_path)
    visitor = window(tmp_path, idle_minutes=0).come_in()
    assert visitor.open("/").status == 403


def test_signing_in_leads_to_pages_of_this_window_only(tmp_path: Path) -> None:
    workspace(tmp_path)
    for away in ("//example.org", "https://example.org", "/\\example.org"):
        visitor = window(tmp_path)
        body = {"to": away, "secret": CODE}
        answer = visitor.client.post("/sign-in", data=body, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_people_come_in_by_name_and_password(tmp_path: Path) -> None:
    workspace(tmp_path)
    for name, secret, status in (
        ("Alma", PASSWORD, 200),
        ("Alma", "wrong", 403),
        ("Nobody", PASSWORD, 403),
        ("Alma", "x" * 5000, 403),
    ):
        visitor = window(tmp_path, PEOPLE)
        assert visitor.send("/sign-in", {"name": name, "secret": secret}).status == status


def test_a_printed_code_lets_nobody_in_where_people_have_passwords(tmp_path: Path) -> None:
    workspace(tmp_path)
    assert window(tmp_path, PEOPLE).come_in().status == 403


def test_somebody_who_may_only_look_changes_nothing(tmp_path: Path) -> None:
    path = workspace(tmp_path)
    visitor = window(tmp_path, PEOPLE)
    visitor.send("/sign-in", {"name": "Bertil", "secret": PASSWORD})
    page = f"/cases/{REFERENCE}/details/incident"
    assert visitor.open(page).status == 200
    assert visitor.send(page, {"place": "Elsewhere", "do": "save"}).status == 403
    assert path.read_text() == CASE


def test_a_restricted_case_is_there_for_the_named_alone(tmp_path: Path) -> None:
    restricted = CASE.replace("  procedure: nel\n", "  procedure: nel\n  restricted_to: [Alma]\n")
    workspace(tmp_path, restricted)
    for name, there in (("Alma", True), ("Bertil", False)):
        visitor = window(tmp_path, PEOPLE)
        visitor.send("/sign-in", {"name": name, "secret": PASSWORD})
        assert (REFERENCE in visitor.open("/").text) is there
        for address in ("", "/details", "/details/children/0", "/dates", "/papers", "/packs"):
            seen = visitor.open(f"/cases/{REFERENCE}{address}")
            assert seen.status == (200 if there else 404)


def test_a_list_of_users_is_made_and_read(tmp_path: Path) -> None:
    path = tmp_path / "users.yaml"
    add_user(path, "Alma", Role.MANAGER, PASSWORD)
    add_user(path, "Bertil", Role.READ_ONLY, PASSWORD)
    assert PASSWORD not in path.read_text()
    access = load_users(path)
    admitted = access.admit("Alma", PASSWORD)
    assert admitted is not None
    assert admitted.role is Role.MANAGER
    assert access.admit("Bertil", "another password") is None
    with pytest.raises(UsageRefused):
        add_user(path, "Carl", Role.MANAGER, "short")


@pytest.mark.parametrize(
    "text",
    ["users: []\n", "users: {Alma: {role: manager}}\n", "users: {Alma: {password: x}}\n", "a: 1\n"],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "users.yaml"
    path.write_text(text)
    with pytest.raises(InputRefused):
        load_users(path)


def test_every_view_of_a_restricted_case_stands_in_its_ledger(tmp_path: Path) -> None:
    restricted = CASE.replace("  procedure: nel\n", "  procedure: nel\n  restricted_to: [Alma]\n")
    path = workspace(tmp_path, restricted)
    visitor = window(tmp_path, PEOPLE)
    visitor.send("/sign-in", {"name": "Alma", "secret": PASSWORD})
    visitor.open(f"/cases/{REFERENCE}")
    visitor.open(f"/cases/{REFERENCE}/dates")
    seen = [line.entry for line in entries(path.parent) if line.entry.kind is Kind.VIEWED]
    assert [(one.by, one.about["page"]) for one in seen] == [
        ("Alma", f"/cases/{REFERENCE}"),
        ("Alma", f"/cases/{REFERENCE}/dates"),
    ]
