"""Strings among drawing commands are read as PDF means them, the quick way and the slow."""

import pytest

from sgdocs.gate.pdf.lexing import commands, string_bytes, strings_in


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (rb"(a\(b\)c\\d\\\(e\101\n)", b"a(b)c\\d\\(eA\n"),
        (rb"(\\101)", b"\\101"),
        (b"(a\\\nb)", b"ab"),
        (rb"(\q\8)", b"q8"),
        (rb"(\53\0533)", b"++3"),
        (rb"(a(b)c)", b"a(b)c"),
        (rb"<43 616F>", b"Cao"),
        (rb"<4>", b"@"),
    ],
)
def test_a_string(written: bytes, meant: bytes) -> None:
    assert string_bytes(written) == meant


@pytest.mark.parametrize(
    ("array", "given"),
    [
        (rb"[(Ca)-23(oi)10(mhe)]", [b"Caoimhe"]),
        (rb"[(Ca)-300(oimhe)]", [b"Ca", -300.0, b"oimhe"]),
        (rb"[<4361>5(oi)(mhe)]", [b"Caoimhe"]),
        (rb"[(C\(a)-23(o)]", [b"C(ao"]),
    ],
)
def test_an_array_of_strings(array: bytes, given: list[object]) -> None:
    assert list(strings_in(array)) == given


def test_commands_go_on_after_a_picture() -> None:
    data = b"BI /W 1 /H 1 ID \x00(\xff EI\nBT (x) Tj ET"
    assert [operator for operator, _ in commands(data)] == [b"BI", b"BT", b"Tj", b"ET"]


def test_what_is_made_to_be_slow_is_not() -> None:
    assert list(commands(b"(" * 20_000 + b"\\" * 20_001))
    assert list(commands(b"[" + b"(a" * 20_000))
