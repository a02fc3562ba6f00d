"""Zip files that come out the same."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.errors import InputRefused
from sgdocs.papers import pack, read_members, write_members

FILES = st.dictionaries(st.sampled_from(["a.xml", "b/c.xml", "é.xml"]), st.binary(max_size=300))


@given(FILES)
def test_what_is_packed_can_be_opened_by_anybody(files: dict[str, bytes]) -> None:
    made = write_members(pack(name, content) for name, content in files.items())
    with ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


@given(FILES, st.sampled_from([ZIP_STORED, ZIP_DEFLATED]))
def test_what_others_packed_is_kept_as_it_is(files: dict[str, bytes], method: int) -> None:
    given_file = BytesIO()
    with ZipFile(given_file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    members = read_members(given_file.getvalue(), "given.docx")
    assert {m.name: m.content() for m in members} == files
    again = read_members(write_members(members), "again.docx")
    assert again == members


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all"])
def test_what_is_no_zip_is_refused(content: bytes) -> None:
    with pytest.raises(InputRefused, match=r"letter\.docx"):
        read_members(content, "letter.docx")


def test_a_packing_that_word_does_not_know_is_refused() -> None:
    given_file = BytesIO()
    with ZipFile(given_file, "w", ZIP_BZIP2) as archive:
        archive.writestr("a.xml", b"a" * 100)
    with pytest.raises(InputRefused):
        read_members(given_file.getvalue(), "letter.docx")
