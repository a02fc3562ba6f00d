"""What a mail draft holds, and what it refuses to hold."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from papers.specimen import paper, said
from sgdocs.errors import InputRefused
from sgdocs.papers import Attachment, Envelope, Paragraph, as_eml, as_text

ENVELOPE = Envelope("Example Team", "team@example.org", "Zoë Ashgrove", "z.ashgrove@example.org")
FILES = (
    Attachment("EXM-2026-004-SCSI-2.pdf", "application/pdf", bytes(range(256)) * 20),
    Attachment("Übersicht.docx", "application/vnd.openxmlformats", b"PK"),
)


def opened(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_for_one_person() -> None:
    message = opened(as_eml(paper(), ENVELOPE, FILES))
    assert message["X-Unsent"] == "1"
    assert message["From"] == "Example Team <team@example.org>"
    assert message["To"] == "Zoë Ashgrove <z.ashgrove@example.org>"
    assert message["Subject"] == "[OFFICIAL-SENSITIVE] EXM-2026-004 I.R.M.: about this"
    assert not {"Date", "Message-ID", "Cc", "Bcc"} & set(message.keys())
    assert [f.get_filename() for f in message.iter_attachments()] == [f.name for f in FILES]
    assert [f.get_payload(decode=True) for f in message.iter_attachments()] == [
        f.content for f in FILES
    ]


def test_the_body_is_the_paper() -> None:
    body = opened(as_eml(paper(), ENVELOPE, FILES)).get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == as_text(paper())


def test_every_line_ends_as_mail_ends_and_the_bytes_stay_the_same() -> None:
    made = as_eml(paper(), ENVELOPE, FILES)
    assert made == as_eml(paper(), ENVELOPE, FILES)
    assert made.count(b"\n") == made.count(b"\r\n")
    assert max(map(len, made.split(b"\r\n"))) <= 998


def test_a_line_that_looks_like_a_boundary_divides_nothing() -> None:
    first = as_eml(paper(), ENVELOPE, FILES)
    boundary = opened(first).get_boundary()
    made = opened(as_eml(paper(Paragraph(said(f"x\n--{boundary}--\ny"))), ENVELOPE, FILES))
    assert len(list(made.iter_attachments())) == 2


@pytest.mark.parametrize("bad", ["a\r\nBcc: x@example.org", "a\nb", "a\x00b", "a\x0bb", "a\u202eb"])
def test_nothing_can_be_slipped_into_a_header(bad: str) -> None:
    for envelope in (
        Envelope("Team", "team@example.org", bad, "z@example.org"),
        Envelope(bad, "team@example.org", "Z", "z@example.org"),
        Envelope("Team", "team@example.org", "Z", f"{bad}@example.org"),
    ):
        with pytest.raises(InputRefused):
            as_eml(paper(), envelope)
    with pytest.raises(InputRefused):
        as_eml(paper(subject=bad), ENVELOPE)
    with pytest.raises(InputRefused):
        as_eml(paper(), ENVELOPE, [Attachment(bad, "application/pdf", b"")])


@pytest.mark.parametrize(
    "address", ["", "ivy", "a@b@example.org", "a b@example.org", "a@example.org, c@example.org",
                "<a@example.org>", "a@exämple.org", "a@.example.org"])  # fmt: skip
def test_one_plain_address_or_none(address: str) -> None:
    with pytest.raises(InputRefused) as stopped:
        as_eml(paper(), Envelope("Team", "team@example.org", "Ivy", address))
    assert "recipient" in str(stopped.value)
    assert not address or address not in str(stopped.value)


@pytest.mark.parametrize("name", ["../x.pdf", "a:b.pdf", "a\\b.pdf", ""])
def test_an_attachment_has_the_name_of_a_file(name: str) -> None:
    with pytest.raises(InputRefused):
        as_eml(paper(), ENVELOPE, [Attachment(name, "application/pdf", b"")])


def test_a_table_is_read_line_by_line() -> None:
    assert "Day: Row0\nEvent: what happens on that day\n\nDay: Row1" in as_text(paper())
    assert "- apple\n- pear\n  1. core\n  2. pip" in as_text(paper())
    assert "Write to us (team@example.org)" in as_text(paper())
