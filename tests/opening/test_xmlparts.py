"""XML from anywhere grows nothing and fetches nothing."""

import pytest

from sgdocs.errors import InputRefused
from sgdocs.opening import limits, parse_xml

LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"<a>", b"<a></b>", LAUGHS.encode(), LAUGHS.encode("utf-16")),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<a>" * 300 + b"</a>" * 300,
        b"<a>&b;</a>",
    ],
)
def test_what_is_not_plain_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused, match="not a whole Word file"):
        parse_xml(data, "x.docx")


@pytest.mark.parametrize("data", [b" " * limits.XML_BYTES + b"<a/>", b"<a/>" * limits.XML_ELEMENTS])
def test_what_is_too_long_is_refused_before_it_is_read(data: bytes) -> None:
    with pytest.raises(InputRefused, match=r"too large|not a whole"):
        parse_xml(data + b"<a/>" * limits.XML_ELEMENTS * 2, "x.docx")


def test_what_is_plain_is_read() -> None:
    assert parse_xml("<a>é<!-- c --></a>".encode(), "x").text == "é"
