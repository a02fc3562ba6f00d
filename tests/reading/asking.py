"""Short ways for these tests to read a text, or to see why it was refused."""

from typing import Any

import pytest
import yaml
from hypothesis import strategies as st

from sgdocs.reading import Document, Kind, ReadingRefused, parse
from sgdocs.reading.yamlfile import read_yaml

__all__ = ["document", "plain_data", "read", "read_without_c", "refused", "shown", "text_values"]


def document(text: str | bytes, kind: Kind = "yaml") -> Document:
    """Read a text that calls itself case.yaml or case.json."""
    return parse(text, name=f"case.{kind}", kind=kind)


def read(text: str | bytes, kind: Kind = "yaml") -> Any:
    """Give the data in a text."""
    return document(text, kind).data


def refused(text: str | bytes, kind: Kind = "yaml") -> ReadingRefused:
    """Give the refusal of a text that must be refused."""
    with pytest.raises(ReadingRefused) as caught:
        document(text, kind)
    return caught.value


def read_without_c(text: str) -> Any:
    """Read YAML as a computer does where PyYAML has no C parser."""
    return read_yaml(text, "case.yaml", parser=yaml.BaseLoader)[0]


def shown(data: Any) -> str:
    """Write data so that 1, 1.0, true and "1" differ, and so does the order of keys."""
    return repr(data)


def text_values() -> st.SearchStrategy[str]:
    """Any text that a file may hold, the awkward kinds made likely."""
    allowed = st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    awkward = st.sampled_from(
        list("\n\t\r :#-?&*!|>%@`'\"\\[]{},~=<0123456789.yesnoNO\u2028\ufeff")
    )
    return st.text(st.one_of(awkward, allowed), max_size=40)


def plain_data() -> st.SearchStrategy[Any]:
    """Any plain data that a file may hold."""
    floats = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e306, max_value=1e306)
    leaves = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-999_999_999, 999_999_999),
        floats,
        text_values(),
        st.sampled_from(
            ["yes", "NO", "0123", "16:30", "2026-04-02", "null", "1e5", "a\nb\n", "- a"]
        ),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(text_values(), inner, max_size=4)
        ),
        max_leaves=15,
    )
