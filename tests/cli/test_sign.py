"""`sgdocs sign`: what is printed, what is written, and how it ends."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from cli.asking import sgdocs
from signing.conftest import boxes, made
from signing.people import PASSWORD, authority, person

pytestmark = [
    pytest.mark.sign,
    pytest.mark.skipif(find_spec("pyhanko") is None, reason="needs pyHanko: pip install .[sign]"),
]
POLICE = person("Łukasz Bell")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a record to sign, a key with its password, and who vouches for it."""
    (tmp_path / "record.pdf").write_bytes(made(*boxes(), filling="to_sign"))
    (tmp_path / "key.p12").write_bytes(POLICE.p12)
    (tmp_path / "password.txt").write_text(f"{PASSWORD}\r\n", encoding="utf-8-sig")
    (tmp_path / "trusted.pem").write_bytes(authority().pem)
    return tmp_path


def signing(folder: Path, name: str, field: str, *more: str) -> object:
    key = ("--key", folder / "key.p12", "--password-file", folder / "password.txt")
    return sgdocs("sign", folder / name, "--field", field, *key, *more)


def test_a_record_is_signed_looked_at_and_noticed_when_altered(folder: Path) -> None:
    before = (folder / "record.pdf").read_bytes()
    for name, field in (("record", "signature[0]"), ("record_signed", "signature[2]")):
        said = signing(folder, f"{name}.pdf", field)
        assert (said.code, said.err) == (0, "")
        assert PASSWORD not in said.out
    assert (folder / "record.pdf").read_bytes() == before
    twice = folder / "record_signed-2.pdf"
    look = sgdocs("sign", "--verify", twice, "--trust", folder / "trusted.pem")
    assert look.code == 1  # one is open
    assert look.out.count("intact; ") == 2
    assert look.out.count("; trusted\n") == 2
    assert "signature[1] (The council): open\n" in look.out
    told = sgdocs("sign", "--verify", twice, "--json").json
    assert [one["trusted"] for one in told["signatures"]] == [None, None, None]
    assert told["altered"] is False
    data = twice.read_bytes()
    twice.write_bytes(data.replace(b"%PDF-1.7\n%", b"%PDF-1.7\n#", 1))
    look = sgdocs("sign", "--verify", twice)
    assert (look.code, look.out.count("ALTERED: this is not what was signed")) == (4, 2)
    assert signing(folder, twice.name, "signature[1]").code == 4
    assert not (folder / "record_signed-3.pdf").exists()


def test_no_file_is_written_over(folder: Path) -> None:
    record = folder / "record.pdf"
    assert signing(folder, "record.pdf", "signature[0]", "-o", str(record)).code == 4
    assert signing(folder, "record.pdf", "signature[0]", "-o", str(folder / "mine.pdf")).code == 0
    assert signing(folder, "record.pdf", "signature[0]", "-o", str(folder / "mine.pdf")).code == 4


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("--verify", "--field", "a"), 2),
        (("--field", "signature[0]"), 2),
        (("--field", "signature[0]", "--key", "key.p12", "--as-of", "2026-11-30"), 2),
        (("--field", "signature[0]", "--key", "key.p12"), 3),  # it has a password
        (("--field", "nowhere", "--key", "key.p12", "--password-file", "password.txt"), 2),
        (("--field", "signature[0]", "--key", "record.pdf"), 3),
        (("--field", "signature[0]", "--key", "gone.p12"), 3),
        (("--verify", "--trust", "key.p12"), 3),
    ],
)
def test_what_cannot_be_done_ends_as_it_should(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.iterdir())
    said = sgdocs("sign", "record.pdf", *given)
    assert said.code == code, said.err
    assert sorted(folder.iterdir()) == before


def test_without_pyhanko_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgdocs.signing.hanko.find_spec", lambda _: None)
    for said in (
        sgdocs("sign", "--verify", folder / "record.pdf"),
        signing(folder, "record.pdf", "signature[0]"),
    ):
        assert said.code == 2
        assert "pip install 'sgdocs[sign]'" in said.err
