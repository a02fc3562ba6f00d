"""Every byte of an archive says what it should, or the archive is refused."""

import struct
import zlib
from dataclasses import dataclass

import pytest

from sgdocs.gate import Code, limits
from sgdocs.gate.archive import members
from sgdocs.gate.evidence import Evidence

WORDS = b"A local review of how services worked together. " * 3
LEAK = "Caoimhe"
BROKEN = {(Code.UNOPENABLE, "zip archive", "")}


@dataclass(frozen=True)
class Put:
    """One member as it is written down, by default plain and right."""

    name: bytes = b"a.xml"
    content: bytes = WORDS
    flags: int = 0
    method: int = 8
    extra: bytes = b""
    local_extra: bytes = b""
    comment: bytes = b""
    local_name: bytes = b""
    after: bytes = b""

    @property
    def packed(self) -> bytes:
        if self.method == 0:
            return self.content + self.after
        deflate = zlib.compressobj(wbits=-15)
        return deflate.compress(self.content) + deflate.flush() + self.after

    @property
    def sums(self) -> tuple[int, int, int]:
        return zlib.crc32(self.content), len(self.packed), len(self.content)

    def local(self) -> bytes:
        """Write what stands before the bytes, the bytes, and what stands after them."""
        later = bool(self.flags & 8)
        sums = (0, 0, 0) if later else self.sums
        name = self.local_name or self.name
        head = struct.pack(
            "<4s5H3I2H", b"PK\3\4", 20, self.flags, self.method, 0, 33, *sums, len(name),
            len(self.local_extra),
        )  # fmt: skip
        described = struct.pack("<4s3I", b"PK\7\x08", *self.sums) if later else b""
        return head + name + self.local_extra + self.packed + described

    def entry(self, at: int) -> bytes:
        """Write its line in the directory."""
        sizes = len(self.name), len(self.extra), len(self.comment)
        head = struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, self.flags, self.method, 0, 33, *self.sums, *sizes,
            0, 0, 0, at,
        )  # fmt: skip
        return head + self.name + self.extra + self.comment


def zipped(*put: Put, note: bytes = b"", between: bytes = b"") -> bytes:
    """Write an archive byte by byte."""
    body, directory = b"", b""
    for each in put:
        directory += each.entry(len(body))
        body += each.local()
    body += between
    many = len(put)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, many, many, len(directory), len(body), len(note))
    return body + directory + end + note


def read(data: bytes) -> tuple[dict[str, bytes], set[tuple[Code, str, str]], list[str]]:
    """Give the members, the reasons to refuse, and all that was handed on as words."""
    evidence = Evidence()
    found = {m.name: m.data for m in members(data, evidence)}
    said = [text for p in evidence.passages for _, text in p.atoms]
    return found, {(f.code, f.channel, f.place) for f in evidence.found}, said


PLAIN = Put(), Put(b"b.xml", b"<b/>", method=0)
SILENT = {
    "local": {*range(4, 6), *range(10, 14)},
    "entry": {*range(4, 10), *range(12, 16), *range(36, 42)},
    "end": set[int](),
}
"""Which bytes say nothing of what is in the archive: versions, days and rights of files; and in
the directory, where nothing is unpacked by it, whether the member is locked."""


def _places() -> dict[str, tuple[int, int]]:
    body, entry = len(b"".join(p.local() for p in PLAIN)), len(PLAIN[0].entry(0))
    whole = len(zipped(*PLAIN))
    return {"local": (0, 30 + 5), "entry": (body, body + entry), "end": (whole - 22, whole)}


@pytest.mark.parametrize("part", SILENT)
def test_no_byte_that_matters_can_be_another(part: str) -> None:
    right, (start, end) = zipped(*PLAIN), _places()[part]
    flags = {6, 7} if part == "local" else set()  # each of these bits has a test of its own
    for offset in set(range(end - start)) - SILENT[part] - flags:
        for bit in range(8):
            data = bytearray(right)
            data[start + offset] ^= 1 << bit
            assert read(bytes(data))[1], (part, offset, bit)


@pytest.mark.parametrize("part", ["local", "entry"])
def test_a_byte_that_says_nothing_may_be_any(part: str) -> None:
    start = _places()[part][0]
    for offset in SILENT[part]:
        data = bytearray(zipped(*PLAIN))
        data[start + offset] ^= 255
        assert read(bytes(data))[1] == set(), (part, offset)


@pytest.mark.parametrize("bit", range(16))
def test_a_locked_member_is_refused(bit: int) -> None:
    """Bits 0, 6 and 13 lock a member, 3 says that its sums come later, others say nothing."""
    data = bytearray(zipped(Put()))
    data[6 + bit // 8] ^= 1 << bit % 8
    found = read(bytes(data))[1]
    assert bool(found) == (bit in (0, 3, 6, 13))


@pytest.mark.parametrize(
    "put", [Put(flags=8), Put(flags=0x0806), Put(method=0), Put(method=0, flags=8)]
)
def test_ways_to_write_a_member_that_are_right(put: Put) -> None:
    found, refused, _ = read(zipped(put, Put(b"b.xml", b"<b/>")))
    assert found == {"a.xml": WORDS, "b.xml": b"<b/>"}
    assert refused == set()


def test_the_sums_may_come_later_without_their_mark() -> None:
    put = Put(flags=8)
    local = put.local()[:-16] + put.local()[-12:]
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(put.entry(0)), len(local), 0)
    assert read(local + put.entry(0) + end)[1] == set()


def test_folders_are_no_members_unless_they_hold_bytes() -> None:
    empty, full = Put(b"a/", b"", method=0), Put(b"b/", b"x", method=0)
    assert read(zipped(empty, full))[0] == {"b/": b"x"}


def _field(kind: int, value: bytes) -> bytes:
    return struct.pack("<2H", kind, len(value)) + value


@pytest.mark.parametrize(
    ("kind", "longest"),
    [(0x5455, 13), (0x7875, 15), (0x000A, 36), (0x5855, 12), (0x7855, 8)],
)
def test_a_known_field_of_times_and_owners_passes_up_to_its_length(kind: int, longest: int) -> None:
    odd = b"\xff\x01\x80" * 20
    for place in ("extra", "local_extra"):
        for length, passes in ((longest, True), (longest + 1, False)):
            found = read(zipped(Put(**{place: _field(kind, odd[:length])})))[1]
            assert found == (set() if passes else {(Code.UNDECODABLE, "extra field", "a.xml")})


@pytest.mark.parametrize("place", ["extra", "local_extra"])
@pytest.mark.parametrize(
    "value",
    [
        _field(0x5455, LEAK.encode()),
        _field(0x9999, LEAK.encode()),
        _field(0x5455, b"\xff\x01\x80") + _field(0x9999, LEAK.encode()),
        _field(0x5455, b"") + b"Cao",
        _field(0xA220, b"\xff\xff\0\0" + LEAK.encode() + b"\0\0"),
    ],
)
def test_words_in_a_field_are_handed_on(place: str, value: bytes) -> None:
    _, refused, said = read(zipped(Put(**{place: value})))
    assert "Cao" in "".join(said)
    assert refused == set()


@pytest.mark.parametrize(
    ("value", "passes"),
    [
        (_field(0xA220, b"\x28\xa0\x00\x00" + b"\0" * 500), True),
        (_field(0xA220, b"\x28\xa0\x00\x00" + b"\0\xff\x01\0"), False),
        (_field(0x9999, b"\xff\x01"), False),
        (_field(0x9999, b"\xff"), False),
        (_field(0x9999, b""), True),
        (b"\xff\x01\x80", False),
    ],
)
def test_room_to_grow_may_be_empty_and_nothing_else(value: bytes, *, passes: bool) -> None:
    refused = {(Code.UNDECODABLE, "extra field", "a.xml")}
    assert read(zipped(Put(local_extra=value)))[1] == (set() if passes else refused)


def test_remarks_are_read() -> None:
    data = zipped(Put(comment=b"by Keeva"), note=b"for Lowri")
    found, refused, said = read(data)
    assert list(found) == ["a.xml"]
    assert refused == set()
    assert {"by Keeva", "for Lowri", "a.xml"} <= set(said)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (zipped(Put(comment=b"\xff\x01")), {(Code.UNDECODABLE, "member comment", "a.xml")}),
        (zipped(Put(), note=b"\xff\x01"), {(Code.UNDECODABLE, "zip comment", "")}),
        (
            zipped(Put(), Put(b"A.XML")),
            {(Code.STRAY_BYTES, "duplicate member", "A.XML")},
        ),
        (zipped(Put(b"a/../b")), {(Code.UNKNOWN, "member name", "a/../b")}),
        (zipped(Put(b"/a")), {(Code.UNKNOWN, "member name", "/a")}),
        (zipped(Put(b"a\\b")), {(Code.UNKNOWN, "member name", "a\\b")}),
        (zipped(Put(b"..a/b..")), set()),
        (
            zipped(Put(), between=b"x"),
            {(Code.STRAY_BYTES, "bytes between members", "before the directory")},
        ),
        (zipped(Put(after=b"x")), {(Code.STRAY_BYTES, "bytes between members", "a.xml")}),
        (zipped(Put(method=0, after=b"x")), BROKEN),
        (zipped(Put(method=9)), BROKEN),
        (zipped(Put()) + b"x", {(Code.STRAY_BYTES, "bytes after the archive", "")}),
        (b"PK\5\6" + b"\0" * 17, BROKEN),
        (b"PK\5\6" + b"\0" * 18, set()),
        (b"", BROKEN),
    ],
)
def test_what_is_odd_is_refused(data: bytes, found: set[tuple[Code, str, str]]) -> None:
    assert read(data)[1] == found


def test_bytes_before_an_archive_do_not_hide_its_members() -> None:
    found, refused, _ = read(b"x" * 50 + zipped(*PLAIN))
    assert list(found) == ["a.xml", "b.xml"]
    assert (Code.STRAY_BYTES, "bytes before the archive", "a.xml") in refused


def test_bytes_before_the_first_and_the_second_member_are_told_apart() -> None:
    first, second = PLAIN
    for gaps, place in (((3, 0), "bytes before the archive"), ((0, 3), "bytes between members")):
        body, directory = b"", b""
        for put, gap in zip((first, second), gaps, strict=True):
            body += b"x" * gap
            directory += put.entry(len(body))
            body += put.local()
        end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 2, 2, len(directory), len(body), 0)
        found, refused, _ = read(body + directory + end)
        assert list(found) == ["a.xml", "b.xml"]
        assert {(code, channel) for code, channel, _ in refused} == {(Code.STRAY_BYTES, place)}


def test_another_name_before_the_bytes_is_refused_and_read() -> None:
    _, refused, said = read(zipped(Put(local_name=b"Keeva.xml", local_extra=_field(0x5455, b""))))
    assert refused == {(Code.STRAY_BYTES, "member name", "a.xml")}
    assert "Keeva.xml" in said


@pytest.mark.parametrize("short", range(1, 60))
def test_an_archive_that_is_cut_short_is_refused(short: int) -> None:
    assert read(zipped(Put())[:-short])[1] == BROKEN


def test_members_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 3)
    names = (b"a", b"b", b"c", b"d")
    assert read(zipped(*map(Put, names[:3])))[1] == set()
    assert read(zipped(*map(Put, names)))[1] == BROKEN


@pytest.mark.parametrize(("sizes", "fits"), [((9, 8, 3), True), ((9, 8, 4), False), ((10,), False)])
def test_bytes_unpacked_up_to_the_limit(
    sizes: tuple[int, ...], *, fits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One may hold 9 bytes here, and all together 20."""
    monkeypatch.setattr(limits, "PART", 9)
    monkeypatch.setattr(limits, "EXPANDED", 20)
    put = [Put(b"%d" % number, b"x" * size) for number, size in enumerate(sizes)]
    found, refused, _ = read(zipped(*put))
    last = str(len(sizes) - 1)
    assert refused == (set() if fits else {(Code.TOO_LARGE, "zip archive", last)})
    assert (last in found) is fits


def test_a_member_that_unpacks_to_more_than_it_says_is_refused_in_time() -> None:
    put = Put(content=b" " * 1_000_000)
    data = zipped(put)
    lie = data.replace(struct.pack("<I", 1_000_000), struct.pack("<I", 10))
    assert read(lie)[1] >= BROKEN
