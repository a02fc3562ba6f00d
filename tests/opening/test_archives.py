"""A zip file from anywhere is opened within bounds, or refused with its reason."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from sgdocs.errors import InputRefused
from sgdocs.opening import Archive, limits, trusted_directory


def zipped(*members: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Make a zip file."""
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(ZipInfo(name), content, compress_type=method)
    return out.getvalue()


def refusal(data: bytes) -> str:
    """Open what must be refused, and every member of it."""
    with pytest.raises(InputRefused) as stopped:
        _read_all(data)
    assert stopped.value.where == "x.zip"
    return stopped.value.what


def _read_all(data: bytes) -> None:
    archive = Archive(data, "x.zip")
    for name in archive.names:
        archive.read(name)


def test_members_are_read_in_their_order() -> None:
    archive = Archive(zipped(("b.txt", b"two"), ("a/", b""), ("a/c.txt", b"three")), "x.zip")
    assert list(archive.names) == ["b.txt", "a/c.txt"]
    assert archive.read("a/c.txt") == b"three"
    assert archive.has("b.txt")
    assert not archive.has("c.txt")


@pytest.mark.parametrize(
    "name",
    ["../x", "a/../../x", "/etc/x", "C:/x", "C:x", "\\\\host\\x", "a\\b", "a/\x01b", "//host/x"],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert "mislead" in refusal(zipped((name, b"x")))


def test_a_name_that_hides_its_end_is_refused() -> None:
    data = zipped(("a_b", b"x")).replace(b"a_b", b"a\x00b")
    assert "mislead" in refusal(data)


@pytest.mark.parametrize("twin", ["b.xml", "A.XML"])
def test_a_name_that_stands_twice_is_refused(twin: str) -> None:
    data = zipped(("a.xml", b"x"), (twin, b"y")).replace(b"b.xml", b"a.xml")
    assert "mislead" in refusal(data)


def test_a_locked_member_is_refused() -> None:
    data = bytearray(zipped(("a", b"x"), method=ZIP_STORED))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert "password" in refusal(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), zipped(("a", b"x"))[:-30]),
        zipped(("a", b"x" * 99), method=ZIP_BZIP2),
        zipped(("a", b"x" * 99)).replace(zlib.compress(b"x" * 99)[2:-4], b"\xff" * 3)[:-9],
    ],
    ids=range(6),
)
def test_what_is_no_whole_zip_file_is_refused(data: bytes) -> None:
    if data == b"PK\x05\x06" + bytes(18):
        assert not Archive(data, "x.zip").names
    else:
        assert "not a whole" in refusal(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "swell" in refusal(zipped(("a", bytes(limits.RATIO_FROM + 1))))
    parts = [(f"{n}", bytes(limits.RATIO_FROM - 1)) for n in range(16)]
    assert "too large" in refusal(zipped(*parts))


def test_a_size_that_lies_does_not_unpack_more() -> None:
    data = bytearray(zipped(("a", bytes(1_000_000))))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 10)
    assert "built to mislead" in refusal(bytes(data))


def test_members_that_share_their_bytes_are_refused() -> None:
    data = bytearray(zipped(("a", b"x" * 50), ("b", b"y" * 50), method=ZIP_STORED))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 42, 0)
    assert "over one another" in refusal(bytes(data))


def test_too_many_members_are_refused_before_they_are_listed() -> None:
    many = [(f"{n}", b"") for n in range(limits.MEMBERS + 1)]
    assert "too many" in refusal(zipped(*many))


def test_a_long_directory_is_refused() -> None:
    data = bytearray(zipped(("a", b"x")))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, limits.DIRECTORY_BYTES + 1)
    assert "too many" in refusal(bytes(data))
    with pytest.raises(InputRefused):
        trusted_directory(bytes(data), "x", "zip file")
