"""A paper to sign, and skipping where pyHanko is not installed."""

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from papers.specimen import CONTENT, paper
from sgdocs.forms import fillable_pdf
from sgdocs.papers import Fields, Input, Paragraph, Run, SignatureBox, as_pdf
from sgdocs.signing import read_key, sign
from signing.people import AT, PASSWORD, Person

ROLES = ("The police", "The council", "The integrated care board")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what signs, and skip it where nothing can."""
    for item in items:
        if Path(__file__).parent in item.path.parents and "without_pyhanko" not in item.name:
            item.add_marker(pytest.mark.sign)
            if find_spec("pyhanko") is None:
                item.add_marker(pytest.mark.skip(reason="needs pyHanko: pip install .[sign]"))


def made(*blocks: object, filling: str) -> bytes:
    """Set blocks as a paper that is to be signed or filled in."""
    whole = replace(paper(*blocks), filling=filling)  # type: ignore[arg-type]
    return fillable_pdf(as_pdf(whole, CONTENT), whole)


def boxes() -> list[SignatureBox]:
    return [SignatureBox(r, (("Name", ""), ("Signature", ""), ("Date", ""))) for r in ROLES]


@pytest.fixture(scope="session")
def record() -> bytes:
    """Give a record with three fields for signatures."""
    return made(Paragraph((Run("The partners agree."),)), *boxes(), filling="to_sign")


@pytest.fixture(scope="session")
def form() -> bytes:
    """Give a form with an answer to write and fields for signatures."""
    answer = Fields((("Reason", (Input("reason", "text", "Reason"),)),))
    return made(answer, *boxes(), filling="to_fill")


Signer = Callable[[bytes, str, Person], bytes]


@pytest.fixture
def signed(tmp_path: Path) -> Signer:
    """Give what signs one field for a person."""

    def by(data: bytes, field: str, who: Person) -> bytes:
        file = tmp_path / "key.p12"
        file.write_bytes(who.p12)
        return sign(data, field, read_key(file, PASSWORD), AT, CONTENT)

    return by
