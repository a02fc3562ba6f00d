"""A case is filled in page by page: the same file as by hand, and nothing typed is lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.asking import CASE
from reading.asking import read
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.schema import load_schema
from sgdocs.web.forms import page_for
from web.visiting import REFERENCE, window, workspace

CASES = f"/cases/{REFERENCE}"
INCIDENT = f"{CASES}/details/incident"
AGENCY = f"{CASES}/details/agencies/0"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return workspace(tmp_path)


@pytest.fixture
def visitor(path: Path):
    return window(path.parents[2]).come_in()


def test_what_is_saved_stands_in_the_file_and_its_notes_stay(visitor, path: Path) -> None:
    visitor.open(INCIDENT)
    visitor.send(INCIDENT, {"place": "At home", "abuse_types": ["neglect", "other"], "do": "save"})
    assert visitor.status == 200
    assert "Saved." in visitor.text
    text = path.read_text()
    incident = "incident:\n  abuse_types:\n    - neglect\n    - other\n  place: At home\n"
    assert (
        text
        == CASE.replace("# The last line is a note.\n", "")
        + incident
        + ("# The last line is a note.\n")
        or incident in text
    )
    assert read(text)["incident"] == {"abuse_types": ["neglect", "other"], "place": "At home"}
    for note in ("# The unit's own notes stay", "# ours", "# asked first", "# The last line"):
        assert note in text


def test_saving_a_page_as_it_is_changes_nothing(visitor, path: Path) -> None:
    for place in ("case", "referral", "children/0", "agencies/0", "events/0", "dispatches/1"):
        page = f"{CASES}/details/{place}"
        visitor.open(page)
        visitor.send(page, _as_shown(visitor.text))
        assert visitor.status == 200, place
        assert path.read_text() == CASE, place


def _as_shown(text: str) -> dict[str, str | list[str]]:
    """Give what a browser sends of a page that nobody touched."""
    fields: dict[str, list[str]] = {"do": ["save"]}
    for tag in re.findall(r"<input [^>]*>", text):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if (
            name
            and name[1] not in ("token", "seen")
            and (not re.search(r'type="(radio|checkbox)"', tag) or " checked" in tag)
        ):
            fields.setdefault(name[1], []).append(value[1] if value else "")
    for name, inside in re.findall(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', text, re.S):
        chosen = re.findall(r'value="([^"]*)" selected', inside)
        fields.setdefault(name, []).append(chosen[0] if chosen else "")
    for name, inside in re.findall(
        r'<textarea [^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', text, re.S
    ):
        fields.setdefault(name, []).append(inside.removeprefix("\n"))
    return dict(fields)


def test_a_date_is_written_day_first_and_kept_year_first(visitor, path: Path) -> None:
    page = f"{CASES}/details/children/0"
    visitor.open(page)
    visitor.send(
        page,
        _as_shown(visitor.text)
        | {"date_of_birth-day": "3", "date_of_birth-month": "4", "date_of_birth-year": "2019"},
    )
    assert read(path.read_text())["children"][0]["date_of_birth"] == "2019-04-03"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 2 2020", "no such date"),
        ("3  2020", "Write the month too"),
        ("  2020", "Write the day and the month too"),
        ("3 4 20", "the year with four"),
        ("three 4 2020", "in figures"),
    ],
)
def test_a_date_that_cannot_be_is_told_beside_its_boxes(
    visitor, path: Path, typed: str, words: str
) -> None:
    page = f"{CASES}/details/children/0"
    visitor.open(page)
    parts = zip(("day", "month", "year"), typed.split(" "), strict=True)
    boxes = {f"date_of_birth-{part}": text for part, text in parts}
    visitor.send(page, _as_shown(visitor.text) | boxes)
    assert visitor.status == 422
    assert words in visitor.text
    assert '<a href="#f-date_of_birth">' in visitor.text
    assert "<title>Error: " in visitor.text
    assert path.read_text() == CASE


def test_a_fault_is_told_and_what_was_typed_is_still_there(visitor, path: Path) -> None:
    visitor.open(AGENCY)
    typed = _as_shown(visitor.text) | {"manager.email": "nonsense", "name": "Haven Point Trust"}
    visitor.send(AGENCY, typed)
    assert visitor.status == 422
    assert "nonsense" in visitor.text
    assert path.read_text() == CASE
    again = visitor.open(AGENCY)
    assert "what you typed here before" in again.text
    assert "Haven Point Trust" in again.text
    visitor.send(AGENCY, {"do": "forget"})
    assert "Haven Point Trust" not in visitor.open(AGENCY).text
    assert not list((path.parent / "drafts").iterdir())


def test_drafts_are_for_their_owner_alone_and_named_for_nobody(visitor, path: Path) -> None:
    visitor.open(AGENCY)
    visitor.send(AGENCY, _as_shown(visitor.text) | {"manager.email": "nonsense"})
    (draft,) = (path.parent / "drafts").iterdir()
    assert draft.stat().st_mode & 0o777 == 0o600
    assert "hospital" not in draft.name.lower()


def test_two_people_see_what_differs_and_choose(visitor, path: Path) -> None:
    visitor.open(INCIDENT)
    page = visitor.text
    visitor.send(INCIDENT, {"place": "By the canal", "do": "save"})
    visitor.text = page  # the other person's page, opened before
    visitor.send(INCIDENT, {"place": "By the river", "do": "save"})
    assert visitor.status == 409
    assert "By the canal" in visitor.text
    assert "By the river" in visitor.text
    assert read(path.read_text())["incident"] == {"place": "By the canal"}
    visitor.send(INCIDENT, {"place": "By the river", "do": "save"})
    assert read(path.read_text())["incident"] == {"place": "By the river"}


def test_an_entry_is_added_changed_and_removed(visitor, path: Path) -> None:
    added = f"{CASES}/details/agencies/1"
    visitor.open(added)
    visitor.send(added, {"id": "school", "name": "Haven School", "kind": "school", "do": "save"})
    assert "Saved." in visitor.text
    assert read(path.read_text())["agencies"][1] == {
        "id": "school",
        "name": "Haven School",
        "kind": "school",
    }
    visitor.open(added)
    visitor.send(added, _as_shown(visitor.text) | {"name": "Haven Primary School"})
    assert read(path.read_text())["agencies"][1]["name"] == "Haven Primary School"
    remove = f"{CASES}/remove/agencies/1"
    visitor.open(added)
    assert "Remove this entry?" in visitor.send(remove).text
    assert "Removed." in visitor.send(remove, {"do": "remove"}).text
    assert path.read_text() == CASE


def test_notes_lost_with_an_entry_are_announced(visitor, path: Path) -> None:
    noted = CASE.replace(
        "    name: Haven Point Hospital\n", "    name: Haven Point Hospital\n    # a note within\n"
    )
    noted = noted.replace("events:", "  - {id: school, name: Haven School}\nevents:").split(
        "dispatches:"
    )[0]
    path.write_text(noted)
    visitor.open(AGENCY)
    remove = f"{CASES}/remove/agencies/0"
    visitor.send(remove)
    assert "Notes that stood within it" in visitor.send(remove, {"do": "remove"}).text


def test_another_box_is_given_without_saving(visitor, path: Path) -> None:
    page = f"{CASES}/details/rapid_review"
    visitor.open(page)
    visitor.send(page, {"themes": ["Neglect"], "do": "more:themes"})
    assert visitor.text.count('name="themes"') == 2
    visitor.send(page, {"themes": ["Neglect", "Fathers"], "do": "save"})
    assert read(path.read_text())["rapid_review"]["themes"] == ["Neglect", "Fathers"]


@pytest.mark.parametrize(
    "place",
    ["nothing", "children/7", "agencies/0/nothing", "schema_version", "children/0/name/full"],
)
def test_a_place_no_case_has_is_not_there(visitor, place: str) -> None:
    assert visitor.open(f"{CASES}/details/{place}").status == 404


def test_every_part_of_the_schema_has_its_page() -> None:
    """Walk the whole schema: every field is asked on some page, or is a list with pages."""
    schema = load_schema(Content(), "case")
    waiting, pages = [(name,) for name in schema.root["properties"]], 0
    while waiting:
        page = page_for(schema, waiting.pop())
        if page is None:
            continue
        pages += 1
        names = [q.name for q in page.questions]
        assert len(names) == len(set(names))
        assert all(q.label for q in page.questions), page.steps
        waiting += [(*page.steps, *many.steps, 0) for many in page.lists]
    assert pages > 50


def test_markup_in_a_case_is_shown_as_it_is_written(visitor, path: Path) -> None:
    path.write_text(CASE.replace("Haven Point Hospital", '"<script>alert(1)</script> & Sons"'))
    raw = visitor.client.get(AGENCY).text
    assert "<script>alert" not in raw
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in raw


def test_what_may_be_left_out_is_folded_until_something_is_in_it(visitor, path: Path) -> None:
    page = f"{CASES}/details/agencies/0"
    assert 'class="more"><summary>Manager</summary>' in visitor.open(page).text
    wrong = {"id": "hospital", "name": "Haven Point Hospital", "manager.email": "nonsense"}
    visitor.send(page, wrong | {"do": "save"})
    assert visitor.status == 422
    assert 'class="more" open><summary>Manager</summary>' in visitor.text
    assert 'class="more"><summary>Chief officer</summary>' in visitor.text


def test_hints_are_for_boxes_and_not_for_files(visitor) -> None:
    said = visitor.open(f"{CASES}/details/children/0").text
    assert "Ten digits; spaces are allowed." in said
    assert "in quotes" not in said + visitor.open(f"{CASES}/details/agencies/0").text


def unreadable(*_: object) -> None:
    raise InputRefused("the file could not be read.")


def at_fault(*_: object) -> None:
    raise ValueError("a name")


SAVING = {"place": "At home", "abuse_types": ["neglect"], "do": "save"}


def test_what_was_typed_that_cannot_be_set_aside_does_not_hide_that_it_is_saved(
    visitor, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.open(INCIDENT)
    monkeypatch.setattr("sgdocs.web.drafts.remove_file", unreadable)
    visitor.send(INCIDENT, SAVING)
    assert "Saved." in visitor.text
    assert "place: At home" in path.read_text()


@pytest.mark.parametrize("fault", [unreadable, at_fault])
def test_what_goes_wrong_after_a_change_is_not_said_to_have_changed_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[..., None]
) -> None:
    visitor = window(path.parents[2]).come_in().open(INCIDENT)
    visitor.client._transport.raise_server_exceptions = False  # the browser gets the page
    with monkeypatch.context() as before:
        before.setattr("sgdocs.web.views.details.edit", fault)
        visitor.send(INCIDENT, SAVING)
    assert "Nothing was changed." in visitor.text
    assert "At home" not in path.read_text()
    visitor.open(INCIDENT)
    monkeypatch.setattr("sgdocs.web.views.details._said", fault)
    visitor.send(INCIDENT, SAVING)
    assert "Nothing was changed" not in visitor.text
    assert "may stand all the same: look at the case" in visitor.text
    assert "place: At home" in path.read_text()
