"""Every page in every state, asked by axe; keyboard alone; at four times its size; its weight."""

from pathlib import Path

import pytest

from web.visiting import REFERENCE, amend

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe")

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

CASES = f"/cases/{REFERENCE}"
PAGES = (
    "/",
    "/?standing=green",
    "/new",
    "/morning",
    CASES,
    f"{CASES}/details",
    *(
        f"{CASES}/details/{place}"
        for place in (
            "case",
            "incident",
            "children",
            "children/0",
            "agencies/0",
            "agencies/1",
            "rapid_review",
            "report",
            "returns",
            "decision",
        )
    ),
    f"{CASES}/dates",
    f"{CASES}/dates/scsi-7-to-group",
    f"{CASES}/record/event",
    f"{CASES}/record/dispatch",
    f"{CASES}/papers",
    f"{CASES}/packs",
    f"{CASES}/answers",
    f"{CASES}/ledger",
    "/today",
    "/inbox",
    "/changes",
    "/wording",
    "/wording/letters/nel/scsi-2.md",
    "/wording/templates/tor.docx",
    "/nowhere",
    "/cases/NOBODY-1",
)
_HEAVIEST = 60_000


def _base(page) -> str:
    return page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2]


def _violations(page) -> list[str]:
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['html'][:120] for node in v['nodes']][:3]}" for v in found]


def _press(page, what) -> None:
    with page.expect_navigation():
        what.click()


def test_axe_finds_nothing_on_any_page(page) -> None:
    base = _base(page)
    found = {}
    for address in PAGES:
        page.goto(base + address)
        if wrong := _violations(page):
            found[address] = wrong
    assert found == {}


def test_axe_finds_nothing_where_something_is_wrong(page) -> None:
    base = _base(page)
    page.goto(f"{base}{CASES}/details/agencies/0")
    page.locator("summary", has_text="Manager").first.click()
    page.fill("#f-manager-email", "nonsense")
    _press(page, page.get_by_role("button", name="Save").last)
    assert page.title().startswith("Error: ")
    assert _violations(page) == []
    assert page.evaluate("document.activeElement.id") == "problems"
    page.goto(f"{base}/new")
    _press(page, page.get_by_role("button", name="Begin"))
    assert _violations(page) == []
    page.context.clear_cookies()
    page.goto(f"{base}/")
    assert _violations(page) == []


def test_papers_and_packs_are_accessible(page) -> None:
    page.goto(f"{_base(page)}{CASES}/papers")
    _press(page, page.get_by_role("link", name="Look: ").first)
    assert _violations(page) == []
    page.goto(f"{_base(page)}{CASES}/papers")
    _press(page, page.get_by_role("button", name="Prepare today’s outbox"))
    assert "Pack" in page.title()
    assert _violations(page) == []


def test_deciding_between_two_rules_is_accessible(page, folder: Path) -> None:
    amend(folder)
    address = f"{_base(page)}/changes/decide?case={REFERENCE}&step=agency-return"
    page.goto(address)
    assert page.get_by_role("radio", name="The new rule: nel three days").count() == 1
    assert _violations(page) == []
    _press(page, page.get_by_role("button", name="Record the decision"))
    assert page.title().startswith("Error: ")
    assert _violations(page) == []


def test_nothing_runs_off_the_side_at_four_times_the_size(page) -> None:
    base = _base(page)
    page.set_viewport_size({"width": 320, "height": 640})  # 1280 wide at 400 %
    wide = {}
    for address in PAGES:
        page.goto(base + address)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if over > 0:
            wide[address] = over
    assert wide == {}


def test_a_keyboard_is_enough_and_shows_where_it_is(page) -> None:
    page.goto(f"{_base(page)}/new")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "reference"
    style = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(style) == "solid"


def test_enter_saves_and_does_not_add_another(page, folder: Path) -> None:
    page.goto(f"{_base(page)}{CASES}/details/rapid_review")
    page.fill("#f-themes", "Neglect")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Saved." in page.inner_text("main")
    assert "Neglect" in (folder / "cases" / REFERENCE / "case.yaml").read_text()


def test_everything_works_without_javascript(plain_page, folder: Path) -> None:
    page = plain_page
    page.goto(f"{_base(page)}{CASES}/details/incident")
    page.fill("#f-place", "At home")
    _press(page, page.get_by_role("button", name="Save").last)
    assert "place: At home" in (folder / "cases" / REFERENCE / "case.yaml").read_text()


def test_the_window_is_light(page) -> None:
    weights = {}
    page.on("response", lambda answer: weights.__setitem__(answer.url, len(answer.body())))
    page.goto(f"{_base(page)}/")
    page.wait_for_load_state("networkidle")
    shared = sum(n for url, n in weights.items() if "/static/" in url)
    assert 0 < shared < _HEAVIEST


@pytest.mark.parametrize("setting", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_people_s_own_settings_are_kept(page, setting) -> None:
    page.emulate_media(**setting)
    page.goto(f"{_base(page)}/")
    assert _violations(page) == []
