"""Every word of a report is masked wherever it stands, and what is open is named by its place."""

from sgdocs.publications import masked


def _shout(text: str) -> tuple[str, tuple[str, ...]]:
    return text.upper(), ("a name",) if "caoimhe" in text.lower() else ()


def test_every_text_is_masked_and_nothing_else_changes() -> None:
    report = {
        "title": "a title",
        "episodes": [{"title": "one", "what_happened": "it"}],
        "improvements": ["first", "second"],
        "recommendations": [{"id": "rec-1", "text": "do"}],
        "briefing": {"approved_on": "2026-06-30", "questions": ["why?"]},
    }
    done = masked(report, _shout)
    assert done.report == {
        "title": "A TITLE",
        "episodes": [{"title": "ONE", "what_happened": "IT"}],
        "improvements": ["FIRST", "SECOND"],
        "recommendations": [{"id": "rec-1", "text": "DO"}],
        "briefing": {"approved_on": "2026-06-30", "questions": ["WHY?"]},
    }
    assert done.open == ()


def test_what_is_open_is_named_by_its_place() -> None:
    done = masked({"improvements": ["fine", "Caoimhe", "Caoimhe and Caoimhe"]}, _shout)
    assert [(o.path, o.reason) for o in done.open] == [
        ("$.report.improvements[1]", "a name"),
        ("$.report.improvements[2]", "a name"),
    ]
