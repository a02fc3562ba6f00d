"""Short work shared out among copies of the process."""

import os
from collections.abc import Callable

import pytest

from sgdocs.engines import shared_out
from sgdocs.engines.forked import _copies, _shares

WORK = list(range(40))


def test_results_come_in_the_order_of_the_work() -> None:
    assert shared_out(lambda n: n * n, WORK, lambda n: n) == [n * n for n in WORK]


def test_no_work_gives_nothing() -> None:
    assert shared_out(lambda n: n, [], lambda _: 1) == []


def test_each_share_is_about_as_much_work() -> None:
    shares = _shares(WORK, lambda n: n + 1, 3)
    assert sorted(n for share in shares for n in share) == WORK
    sums = [sum(WORK[n] + 1 for n in share) for share in shares]
    assert max(sums) - min(sums) <= 40


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play a computer with three processors on which nothing else goes on."""
    monkeypatch.setattr("sgdocs.engines.forked._copies", lambda _: 3)


@pytest.mark.usefixtures("copied")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
def test_copies_do_part_of_the_work() -> None:
    here = os.getpid()
    done = shared_out(lambda n: (n, os.getpid() == here), WORK, lambda _: 1)
    assert [n for n, _ in done] == WORK
    assert {ours for _, ours in done} == {True, False}


@pytest.mark.usefixtures("copied")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
@pytest.mark.parametrize("end", [lambda: os._exit(9), lambda: 1 / 0])
def test_what_a_lost_copy_had_to_do_is_done_here(end: Callable[[], object]) -> None:
    here = os.getpid()

    def work(n: int) -> int:
        if os.getpid() != here:
            end()
        return n + 1

    assert shared_out(work, WORK, lambda _: 1) == [n + 1 for n in WORK]


def test_a_fault_of_the_work_is_met() -> None:
    with pytest.raises(ZeroDivisionError):
        shared_out(lambda n: 1 // n, WORK, lambda _: 1)


def test_little_work_is_not_shared_out() -> None:
    assert _copies(3) == 1
