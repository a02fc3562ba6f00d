"""Every file built to do harm, through the command that reads it."""

from pathlib import Path

import pytest

from cli.asking import Office
from hostile.corpus import CORPUS
from hostile.judging import MEMORY, SECONDS, judge, laid_out, measured, tree

LIGHT = [name for name, attack in CORPUS.items() if not attack.heavy]


@pytest.mark.parametrize("name", LIGHT)
def test_harm_is_refused_in_a_few_words_and_nothing_is_left(
    name: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SGDOCS_CACHE", "off")
    attack = CORPUS[name]
    if attack.command[0] == "sign":
        pytest.importorskip("pyhanko", reason="needs pyHanko")
    laid_out(office, attack)
    before = tree(office.folder)
    judge(attack, office.run(*attack.command), before, office.folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", CORPUS)
def test_harm_takes_little_time_and_memory(name: str, office: Office, tmp_path: Path) -> None:
    attack = CORPUS[name]
    if attack.command[0] == "sign":
        pytest.importorskip("pyhanko", reason="needs pyHanko")
    laid_out(office, attack)
    before = tree(office.folder)
    took = measured(attack, office, tmp_path / "nowhere")
    judge(attack, took.said, before, office.folder)
    assert took.seconds < SECONDS
    assert 0 < took.memory < MEMORY
    assert took.outside == ()
