"""A locked PDF opens with its password only, and screen readers may read it."""

from io import BytesIO

import pikepdf
import pytest

from binding.specimen import COVER, note, parts
from papers.specimen import CONTENT
from sgdocs.binding import bind, encrypt
from sgdocs.errors import InputRefused

PASSWORD = "Zephyrine’s seven łamps"  # noqa: S105 - of this test


def test_it_opens_with_its_password_and_is_still_tagged() -> None:
    locked = encrypt(bind(parts(), COVER, CONTENT), PASSWORD)
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3
        assert pdf.allow.accessibility
        assert len(pdf.Root.StructTreeRoot.K[0].K) == 4


@pytest.mark.parametrize("wrong", ["", "zephyrine", PASSWORD.upper()])
def test_it_does_not_open_with_another(wrong: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(encrypt(note(), PASSWORD)), password=wrong)


@pytest.mark.parametrize("weak", ["", "   ", "a\nb", "\udc80", "Zephyrine" * 15])
def test_a_password_that_would_not_hold_is_refused_unquoted(weak: str) -> None:
    with pytest.raises(InputRefused) as refused:
        encrypt(note(), weak)
    assert weak.strip() == "" or weak not in str(refused.value)


def test_what_is_locked_or_no_pdf_is_refused() -> None:
    with pytest.raises(InputRefused, match="locked with a password already"):
        encrypt(encrypt(note(), PASSWORD), PASSWORD)
    with pytest.raises(InputRefused, match="could not be read"):
        encrypt(b"nothing", PASSWORD)
