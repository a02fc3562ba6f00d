"""Somebody at the window who finds things by what stands on the page, and judged by axe."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe")

__all__ = ["Person"]

PICTURES = os.environ.get("SGDOCS_PICTURES", "")
"""The folder that takes a picture of each stage, for people to look at; none where it is empty."""


@dataclass
class Person:
    """A page of the window, and a second browser that judges what stands there."""

    page: object
    judge: object
    """A page with scripts, since axe is one; it is shown what the person sees."""
    wrong: dict[str, list[str]] = field(default_factory=dict)
    """What axe found, and what runs off the side, by the stage."""

    @property
    def main(self) -> str:
        """Read the page."""
        return self.page.inner_text("main")

    def go(self, name: str, where: str = "main", *, exact: bool = False) -> None:
        """Follow a link by its words."""
        self._press(self.page.locator(where).get_by_role("link", name=name, exact=exact).first)

    def menu(self, name: str) -> None:
        """Follow a link of the menu at the top."""
        self._press(self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name))

    def part(self, name: str) -> None:
        """Go to a part of the case, by the menu of the case."""
        self._press(self.page.get_by_role("navigation", name="Case").get_by_role("link", name=name))

    def press(self, name: str, *, within: str = "", exact: bool = False) -> None:
        """Press a button by its words, in a section that has a heading where one is named."""
        self._press(self._place(within).get_by_role("button", name=name, exact=exact).first)

    def unfold(self, name: str) -> None:
        """Open what is folded away."""
        self.page.locator("summary", has_text=name).first.click()

    def write(self, boxes: Mapping[str, str], *, within: str = "") -> None:
        """Write in boxes, each by its label."""
        for label, words in boxes.items():
            self._place(within).get_by_label(label, exact=False).first.fill(words)

    def choose(self, group: str, answer: str) -> None:
        """Choose one answer of a question."""
        asked = self.page.get_by_role("group", name=group)
        asked.get_by_role("radio", name=answer, exact=True).check()

    def on(self, group: str, day: str, clock: str = "") -> None:
        """Write a date as day, month and year."""
        asked = self.page.get_by_role("group", name=group)
        for label, words in zip(("Day", "Month", "Year"), day.split(), strict=True):
            asked.get_by_label(label).fill(words)
        if clock:
            asked.get_by_label("Time").fill(clock)

    def take(self, name: str) -> bytes:
        """Download a file by the words of its link."""
        with self.page.expect_download() as taken:
            self.page.get_by_role("link", name=name).first.click()
        return Path(taken.value.path()).read_bytes()

    def drop(self, label: str, files: Mapping[str, bytes]) -> None:
        """Choose files for a box."""
        chosen = [
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
            for name, data in files.items()
        ]
        self.page.get_by_label(label).set_input_files(chosen)

    def wait(self) -> None:
        """Look again until work that takes a while is done."""
        for _ in range(600):
            again = self.page.get_by_role("link", name="Look again")
            if not again.count():
                return
            self._press(again)
        raise AssertionError("the work does not end")

    def stage(self, name: str) -> None:
        """Let axe judge the page, and take a picture of it."""
        page, shown = self.page, self.page.content()
        self.judge.unroute_all()
        self.judge.route(
            lambda url: url == page.url,
            lambda route: route.fulfill(body=shown, content_type="text/html"),
        )
        self.judge.goto(page.url)
        if found := [*_violations(self.judge), *_too_wide(self.judge)]:
            self.wrong[name] = found
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)

    def _place(self, heading: str) -> object:
        if not heading:
            return self.page.locator("main")
        return self.page.locator("section", has=self.page.get_by_role("heading", name=heading))

    def _press(self, what: object) -> None:
        with self.page.expect_navigation():
            what.click()


def _too_wide(page: object) -> list[str]:
    """Say how far a page runs off the side at four times its size."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.set_viewport_size(usual)
    return [f"{over} pixels too wide"] if over > 0 else []


def _violations(page: object) -> list[str]:
    found = axe.Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['html'][:120] for node in v['nodes']][:3]}" for v in found]
