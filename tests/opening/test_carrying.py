"""Forms come in mails and zip files, and in one within the other."""

from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import pytest

from sgdocs.errors import InputRefused
from sgdocs.opening import carried, kind_of, limits, plain_name

PDF = b"%PDF-1.7\n%%EOF"


def mail(*attached: tuple[str, bytes], came: str = "") -> EmailMessage:
    """Make a mail with attachments."""
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Subject"] = "SCI-2026-014: form"
    if came:
        message["Received"] = f"from a by b; {came}"
    message.set_content("Please find attached.")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    return message


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Make a zip file of stored members."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def names(data: bytes, called: str = "x") -> list[str]:
    return [held.name for held in carried(called, data)]


def test_a_file_that_carries_nothing_is_given_as_it_is() -> None:
    (held,) = carried("form.pdf", PDF)
    assert (held.name, held.data, held.carried) == ("form.pdf", PDF, False)


def test_attachments_are_given_and_words_and_pictures_are_not() -> None:
    message = mail(("form.pdf", PDF), ("Formulář.pdf", PDF))
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    held = carried("x.eml", message.as_bytes())
    assert [h.name for h in held] == ["x.eml, file 1", "x.eml, file 2"]
    assert all(h.data == PDF and h.carried for h in held)


def test_a_form_that_calls_itself_text_is_found() -> None:
    message = mail()
    message.add_attachment(PDF.decode(), subtype="plain", filename="form.pdf")
    assert names(message.as_bytes()) == ["x, file 1"]


def test_the_time_is_the_last_servers() -> None:
    message = mail(("form.pdf", PDF), came="Fri, 20 Nov 2026 16:20:00 +0000")
    (held,) = carried("x.eml", message.as_bytes())
    assert held.came == "2026-11-20T16:20:00+00:00"
    (held,) = carried("x.eml", mail(("form.pdf", PDF), came="yesterday").as_bytes())
    assert held.came == ""


def test_a_mail_in_a_mail_in_a_zip_file_is_opened() -> None:
    outer = mail(("zipped.zip", zipped(("inner/form.pdf", PDF))))
    outer.add_attachment(mail(("forwarded.pdf", PDF)))
    data = zipped(("mail.eml", outer.as_bytes()), ("__MACOSX/._mail.eml", b"x"), (".DS_Store", b""))
    assert names(data) == ["x, file 1, file 1, file 1", "x, file 1, file 2"]


def test_a_word_file_that_stands_unpacked_in_a_zip_file_is_no_word_file_itself() -> None:
    word = zipped(("[Content_Types].xml", b"<a/>"))
    assert kind_of(word) == "word"
    assert kind_of(zipped(("form.docx", word))) == "zip"


def test_depth_and_number_are_bounded() -> None:
    data = PDF
    for n in range(limits.CARRIED_DEPTH + 1):
        data = zipped((f"{n}.zip", data))
    with pytest.raises(InputRefused, match="too deep"):
        carried("x.zip", data)
    many = [(f"{n}.pdf", PDF) for n in range(limits.FILES_CARRIED + 1)]
    with pytest.raises(InputRefused, match="too many"):
        carried("x.zip", zipped(*many))


def test_a_mail_of_endless_parts_is_refused() -> None:
    nested = mail(("form.pdf", PDF))
    for _ in range(limits.MAIL_PARTS):
        nested.add_attachment(b"x", maintype="application", subtype="x", filename="x")
    with pytest.raises(InputRefused, match="too many"):
        carried("x.eml", nested.as_bytes())


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\form.pdf", "form.pdf"),
        ("..", "unnamed"),
        ("a\x00b\nc.pdf", "a_b_c.pdf"),
        ('f<o>r:m|?*".pdf', "f_o_r_m____.pdf"),
        ("x" * 300 + ".pdf", "x" * 76 + ".pdf"),
    ],
)
def test_a_name_is_only_ever_a_name(given: str, plain: str) -> None:
    assert plain_name(given) == plain
    held = carried("x.eml", mail((given.replace("\n", "").replace("\x00", ""), PDF)).as_bytes())
    assert "/" not in held[0].name
    assert "\\" not in held[0].name
