"""The faults are faults: each one changes the module, and they are the ones that people make."""

import ast

from mutants.mutating import mutants_of

SOURCE = '''
"""A module."""

__all__ = ["late"]


def late(day: int, due: int = 1) -> bool:
    """Say whether."""
    if day > due and due:
        raise ValueError(day)
    return day + 2 > due
'''


def test_each_fault_changes_the_module_in_one_place() -> None:
    whole = ast.unparse(ast.parse(SOURCE))
    found = [mutant.source for mutant in mutants_of(SOURCE)]
    assert len(found) == len(set(found)) >= 8
    for text in found:
        changed = [a for a, b in zip(text.splitlines(), whole.splitlines(), strict=True) if a != b]
        assert len(changed) == 1


def test_comparisons_conditions_sums_numbers_and_statements_are_all_tried() -> None:
    text = "\n".join(mutant.source for mutant in mutants_of(SOURCE))
    for fault in ("day >= due", "day > due or due", "not (day > due", "day - 2", "day + 3"):
        assert fault in text
    assert "due: int=2" in text
    assert text.count("pass") == 2


def test_words_types_and_lists_of_names_are_left_alone() -> None:
    for mutant in mutants_of(SOURCE):
        assert "__all__ = ['late']" in mutant.source
        assert '"""Say whether."""' in mutant.source
        assert "day: int" in mutant.source
