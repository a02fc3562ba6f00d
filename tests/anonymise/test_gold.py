"""How well the masking does on passages marked by hand: the part tuned on, the part unread."""

import pytest
from tests.anonymise.gold import masker, passages
from tests.anonymise.scoring import score

PARTS = ("passages", "unread")


@pytest.mark.parametrize("part", PARTS)
def test_what_the_case_knows_is_masked_or_asked_about(part: str) -> None:
    assert score(part).listed_masked >= 97.0
    assert score(part).listed_caught == 100.0


@pytest.mark.parametrize("part", PARTS)
def test_what_the_case_does_not_know_is_asked_about(part: str) -> None:
    assert score(part).unlisted_caught >= 95.0


@pytest.mark.parametrize("part", PARTS)
def test_what_tells_nothing_stays(part: str) -> None:
    assert score(part).traps_masked <= 2.0
    assert score(part).traps_flagged <= 8.0


@pytest.mark.parametrize("part", PARTS)
def test_a_person_is_not_asked_too_often(part: str) -> None:
    assert score(part).flags <= 5.0


@pytest.mark.parametrize("part", PARTS)
def test_everybody_is_called_the_same_everywhere(part: str) -> None:
    assert score(part).labels == 100.0


def test_a_third_of_the_set_is_kept_unread() -> None:
    tuned, unread = (len(passages(part)) for part in PARTS)
    assert tuned + unread >= 80
    assert unread * 2 <= tuned <= unread * 3


@pytest.mark.parametrize("part", PARTS)
def test_every_mark_is_somebody_or_something(part: str) -> None:
    for passage in passages(part):
        assert not {"[[", "]]"} & {passage.text[n : n + 2] for n in range(len(passage.text))}
        assert "{U+" not in passage.text
        assert passage.spans


def test_the_passages_name_nearly_everybody_of_their_cases() -> None:
    for case in ("bright", "rahman", "fahy"):
        marked = {s.about for p in passages("passages") if p.case == case for s in p.spans}
        people = set(masker(case).reference.index.people)
        assert len(people & marked) >= 0.9 * len(people)
