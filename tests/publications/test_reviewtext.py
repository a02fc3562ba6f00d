"""A review's own words, written under headings, become the parts of a report."""

import pytest

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.letters import Source, read_blocks
from sgdocs.publications import load_headings, report_of

_HEADINGS = load_headings(Content())
_REVIEW = """\
# Robin: a review

## 1. Introduction and process

The first thought.

The second thought.

## A day in the child’s life

Robin woke early.

## Analysis by key episode

### A missed visit

**What happened**

Nobody was at home.

**Why it happened**

The plan did not say.

### An adult nobody asked about

A new partner joined the household.

## Findings

### Information went up

Services told their managers.

- and nobody
- else

## Improvements recommended

- Try again the same day.
- Ask who lives there.

## Systemic or underlying reasons

Plans say what to do when things go well.

## Recommendations

| Recommendation | For | By when | How we shall know |
|---|---|---|---|
| Try again | All agencies | By March 2027 | A count |
| Ask | | | |

## References

1. Working Together

## Glossary

| Word | What it means |
|---|---|
| Health visitor | A nurse for families |

## In easy words: what happened

- Robin was a baby.
"""


def _report(text: str) -> dict[str, object]:
    return report_of(read_blocks(Source(text, "review.md", str)), _HEADINGS, "review.md")


def test_each_part_is_found_under_its_heading() -> None:
    assert _report(_REVIEW) == {
        "title": "Robin: a review",
        "introduction": "The first thought.\n\nThe second thought.",
        "day_in_the_life": "Robin woke early.",
        "episodes": [
            {
                "title": "A missed visit",
                "what_happened": "Nobody was at home.",
                "analysis": "The plan did not say.",
            },
            {
                "title": "An adult nobody asked about",
                "what_happened": "A new partner joined the household.",
            },
        ],
        "findings": [
            {
                "title": "Information went up",
                "text": "Services told their managers.\n\n• and nobody\n• else",
            }
        ],
        "improvements": ["Try again the same day.", "Ask who lives there."],
        "systemic_reasons": "Plans say what to do when things go well.",
        "recommendations": [
            {
                "id": "rec-1",
                "text": "Try again",
                "owner": "All agencies",
                "timescale": "By March 2027",
                "measure": "A count",
            },
            {"id": "rec-2", "text": "Ask"},
        ],
        "references": ["Working Together"],
        "glossary": [{"term": "Health visitor", "meaning": "A nurse for families"}],
        "easy_read": {"what_happened": ["Robin was a baby."]},
    }


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("# A review\n\n## Caoimhe\n\nWords.\n", "no part of a report"),
        ("# A review\n\nWords.\n", "before the first heading"),
        ("# A review\n\n## Recommendations\n\nWords.\n", "not in a table"),
    ],
)
def test_what_has_no_place_is_refused_without_its_words(text: str, what: str) -> None:
    with pytest.raises(InputRefused, match=what) as refused:
        _report(text)
    assert "Caoimhe" not in str(refused.value)
