"""A command that asks nothing does not pay for Jinja."""

import subprocess
import sys


def _loaded_after(code: str) -> bool:
    asked = f"import sys, sgdocs.expressions as e; {code}; print('jinja2' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return run.stdout.strip() == "True"


def test_jinja_is_loaded_by_the_first_expression_and_not_before() -> None:
    assert not _loaded_after("pass")
    assert _loaded_after("e.compile_condition('a', name='c')")


def test_a_condition_that_was_kept_is_asked_without_jinja() -> None:
    tree = ["test", 1, "empty", [["field", 1, "b", [["name", 1, "a", []]]]]]
    asked = f"assert e.condition_from({tree}, 'a.b is empty', 'c').holds({{'a': {{}}}})"
    assert not _loaded_after(asked)
