"""A PDF file as bytes: nothing in it but its objects, one table, and an end."""

import pytest

from gate.sheets import blank, saved
from sgdocs.gate import Code, limits
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.pdf.order import look_at_order

HEAD = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
ONE = b"1 0 obj\n<< /Type /Catalog >>\nendobj\n"
TWO = b"2 0 obj\n<< /Length 4 >>\nstream\nabcd\nendstream\nendobj\n"
TABLE = b"xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R >>\n"
END = b"startxref\n99\n%%EOF\n"
STRAY, AFTER = "bytes between objects", "bytes after the end"
REMARK, INNER = "comment", "comment in an object"


def _looked(data: bytes) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Give why it is refused and by which channel; and what was read there."""
    evidence = Evidence()
    look_at_order(data, "a/", evidence)
    said = [(c, t) for p in evidence.passages for c, t in p.atoms if c != "trailer"]
    return [(str(f.code), f.channel) for f in evidence.found], said


@pytest.mark.parametrize(
    "data",
    [
        HEAD + ONE + TWO + TABLE + END,
        b"%PDF-1.7\n" + ONE + TABLE + END,
        b"%PDF-1.7\r" + ONE + TABLE + END,
        HEAD + ONE + b"\n\0 \t" + TWO + b"\n\n" + TABLE + b" " + END + b"\n\n",
        HEAD + ONE.replace(b"/Type", b"/A (% no remark) /Type") + TABLE + END,
        HEAD + TWO.replace(b"abcd", b"endobj % 3 0 obj startxref xref") + TABLE + END,
        saved(blank()),
        saved(blank(), linearize=True),
    ],
)
def test_a_file_in_order(data: bytes) -> None:
    assert _looked(data) == ([], [])


@pytest.mark.parametrize(
    ("data", "refused", "said"),
    [
        (HEAD + b"Keeva\n" + ONE + TABLE + END, [(Code.STRAY_BYTES, STRAY)], [(STRAY, "Keeva\n")]),
        (HEAD + ONE + b"Keeva\n" + TWO + TABLE + END, [(Code.STRAY_BYTES, STRAY)],
         [(STRAY, "Keeva\n")]),
        (HEAD + ONE + b"Keeva\n" + TABLE + END, [(Code.STRAY_BYTES, STRAY)], [(STRAY, "Keeva\n")]),
        (HEAD + ONE + TABLE + b"Keeva\n" + END, [(Code.STRAY_BYTES, STRAY)], [(STRAY, "Keeva\n")]),
        (HEAD + ONE + TABLE + END + b"Keeva", [(Code.STRAY_BYTES, AFTER)], [(AFTER, "Keeva")]),
        (HEAD + ONE + TABLE + END + b"% Keeva\n", [(Code.STRAY_BYTES, AFTER)],
         [(AFTER, "% Keeva\n")]),
        (HEAD + ONE + b"% Keeva\n" + TABLE + END, [], [(REMARK, "% Keeva")]),
        (HEAD + ONE + b"% Keev\xe4\n" + TABLE + END, [(Code.STRAY_BYTES, STRAY)],
         [(STRAY, "% Keev\xe4\n")]),
        (HEAD + b"1 0 obj % Keeva\n<<>> endobj\n" + TABLE + END, [], [(INNER, "% Keeva")]),
        (HEAD + b"1 0 obj % Keeva\x01\n<<>> endobj\n" + TABLE + END, [(Code.STRAY_BYTES, INNER)],
         [(INNER, "% Keeva\x01")]),
        (HEAD + b"1 0 obj %a\tb\n<<>> endobj\n" + TABLE + END, [], [(INNER, "%a\tb")]),
        (HEAD + ONE + ONE + TABLE + END, [(Code.REVISIONS, "older revision")], []),
        (HEAD + ONE + TABLE + END + TABLE + END, [(Code.REVISIONS, "older revision")], []),
        (HEAD + ONE + TABLE + END + END, [(Code.REVISIONS, "older revision")], []),
        (HEAD + ONE + TABLE.replace(b"/Root", b"/Prev 9 /Root") + END,
         [(Code.REVISIONS, "older revision")], []),
        (HEAD + ONE + TABLE.replace(b"/Root", b"/Prev 9 0 R /Root") + END, [], []),
        (HEAD + b"1 0 obj <</Linearized 1>> endobj\n" + ONE.replace(b"1", b"3", 1) + TABLE + END
         + TABLE.replace(b"/Root", b"/Prev 9 /Root") + END, [], []),
        (HEAD + b"1 0 obj <</Linearized 1>> endobj\n" + TABLE + END + END + END,
         [(Code.REVISIONS, "older revision")], []),
        (HEAD + ONE + TABLE + b"% Keeva\n" + END, [], [(REMARK, "% Keeva")]),
        (HEAD + ONE + TABLE.replace(b"trailer", b"Keeva trailer") + END,
         [(Code.STRAY_BYTES, STRAY)], [(STRAY, "Keeva ")]),
        (HEAD + ONE + TABLE.replace(b"xref", b"xref Keeva") + END,
         [(Code.STRAY_BYTES, STRAY)], [(STRAY, "xref Keeva\n0 1\n0000000000 65535 f \n")]),
        (HEAD + ONE + TABLE.replace(b"trailer", b"trailer Keeva") + END,
         [(Code.STRAY_BYTES, STRAY)], [(STRAY, "trailer Keeva << /Root 1 0 R >>\n")]),
        (HEAD, [(Code.UNOPENABLE, "file")], []),
        (b"", [(Code.UNOPENABLE, "file")], []),
        (HEAD + TWO[:40], [(Code.UNOPENABLE, "file")], []),
        (HEAD + ONE[:20], [(Code.UNOPENABLE, "file")], []),
    ],
)  # fmt: skip
def test_a_file_out_of_order(
    data: bytes, refused: list[tuple[str, str]], said: list[tuple[str, str]]
) -> None:
    assert _looked(data) == (refused, said)


@pytest.mark.parametrize(
    ("trailer", "words"),
    [
        (b"trailer<</Root 1 0 R/Note(Keeva)>>", "trailer<</Root 1 0 R/Note(Keeva)>>\nKeeva"),
        (b"trailer << /Info << /A (K\\145eva\\)) >> >>", "Keeva)"),
        (b"trailer << % Keeva was here\n/Root 1 0 R >>", "Keeva was here\n/Root 1 0 R >>"),
        (b"trailer << /ID [<4b65> (%)] >>", "trailer << /ID [ (%)] >>\n%"),
    ],
)
def test_a_trailer_is_read(trailer: bytes, words: str) -> None:
    evidence = Evidence()
    table = b"xref\n0 2\n0000000000 65535 f\r\n0000000009 00000 n \n5 0\n"
    look_at_order(HEAD + ONE + table + trailer + b"\n" + END, "", evidence)
    assert evidence.found == []
    ((channel, said),) = evidence.passages[0].atoms
    assert channel == "trailer"
    assert said.endswith(words)


def test_a_remark_in_a_trailer_that_nobody_can_read_is_refused() -> None:
    data = HEAD + ONE + TABLE.replace(b"/Root", b"%\xe4\n/Root") + END
    assert _looked(data)[0] == [(Code.STRAY_BYTES, "trailer")]


def test_the_numbers_of_the_objects_are_given() -> None:
    evidence = Evidence()
    assert look_at_order(HEAD + ONE + TWO + TABLE + END, "", evidence).objects == {1, 2}


def test_a_place_is_told_by_its_byte() -> None:
    evidence = Evidence()
    look_at_order(HEAD + ONE + b"Keeva\n" + TABLE + END, "a/", evidence)
    place = f"a/byte {len(HEAD + ONE)}"
    assert [f.place for f in evidence.found] == [place]
    assert evidence.passages[0].place == place


@pytest.mark.parametrize(("many", "fits"), [(3, True), (4, False)])
def test_places_out_of_order_up_to_the_limit(
    many: int, *, fits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "STRAYS", 3)
    told, _ = _looked(HEAD + b"xref " * many + ONE + END)
    assert ((Code.TOO_LARGE, "file") not in told) is fits
