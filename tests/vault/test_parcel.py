"""A parcel comes out as it went in; one that was made to do harm does not come out at all."""

import io
import json
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdocs.errors import SafetyRefused
from sgdocs.vault import Parcel, packed, unpacked

names = st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,2}\.txt", fullmatch=True)


@given(files=st.dictionaries(names, st.binary(max_size=200), max_size=6))
def test_what_went_in_comes_out_and_the_same_bytes_each_time(files: dict[str, bytes]) -> None:
    parcel = Parcel({"cases/A-1": files, "build/A-1": {"current.json": b"{}"}})
    assert unpacked(packed(parcel), "x") == parcel
    assert packed(parcel) == packed(parcel)


FILE = tarfile.TarInfo("cases/A-1/case.yaml")


def tar(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for member, data in members:
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return out.getvalue()


def about(*folders: object, **more: object) -> tuple[tarfile.TarInfo, bytes]:
    said = {"format": 1, "folders": list(folders), "files": [FILE.name], **more}
    return tarfile.TarInfo("sgdocs.json"), json.dumps(said).encode()


def link(name: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return member


TRICKS = {
    "no list of folders": tar((FILE, b"x")),
    "another form": tar(about("cases/A-1", format=2), (FILE, b"x")),
    "a folder above": tar(about("../A-1"), (FILE, b"x")),
    "an absolute folder": tar(about("/etc"), (FILE, b"x")),
    "a folder twice": tar(about("cases/A-1", "cases/A-1"), (FILE, b"x")),
    "a folder that is no text": tar(about(7), (FILE, b"x")),
    "a file that is not listed": tar(about("cases/A-1", files=[]), (FILE, b"x")),
    "a file that is missing": tar(about("cases/A-1")),
    "a file above its folder": tar(
        about("cases/A-1", files=["cases/A-1/../../x.txt"]),
        (tarfile.TarInfo("cases/A-1/../../x.txt"), b"x"),
    ),
    "a link": tar(about("cases/A-1"), (link("cases/A-1/case.yaml"), b"")),
    "a file twice": tar(about("cases/A-1"), (FILE, b"x"), (FILE, b"y")),
    "a good one with a word too many": tar(about("cases/A-1", "."), (FILE, b"x")),
    "cut off": packed(Parcel({"cases/A-1": {"case.yaml": b"x" * 2000}}))[:1500],
    "no tar": b"no tar at all",
    "nothing": b"",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_a_parcel_made_to_do_harm_is_refused(trick: str) -> None:
    with pytest.raises(SafetyRefused, match="nothing was written"):
        unpacked(TRICKS[trick], "A-1.age")
