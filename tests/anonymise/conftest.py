"""The case whose people the tests write about, and its masker."""

from pathlib import Path

import pytest

from sgdocs.anonymise import Masker
from sgdocs.content import Content
from sgdocs.pipeline.anonymising import case_masker

CASE = Path(__file__).parent / "case.yaml"


@pytest.fixture(scope="session")
def masker() -> Masker:
    return case_masker(CASE, Content())
