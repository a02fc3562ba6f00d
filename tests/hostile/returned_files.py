"""What comes back, built to do harm: forms, and the mails and zip files that carry them."""

import struct
import warnings
import zlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from functools import partial
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from forms.blanks import blank
from hostile.attacks import CANARY, REFERENCE, Attack
from returns.hostile import HOSTILE
from returns.making import pdf_form

__all__ = ["RETURNED_FILES"]


def received(make: Callable[[], bytes], says: str, name: str = "form.bin") -> Attack:
    """Attack by a file that came back."""
    return Attack(
        {name: make}, ("receive", REFERENCE, name, "--accept"), says, frozenset({1, 3}), heavy=True
    )


def packed(
    *members: tuple[str, bytes], method: int = ZIP_DEFLATED, mode: int = 0
) -> Callable[[], bytes]:
    """Give a zip file with members that may have the same name."""

    def make() -> bytes:
        out = BytesIO()
        with warnings.catch_warnings(), ZipFile(out, "w", method) as archive:
            warnings.simplefilter("ignore")  # a name that stands twice is odd to it, too
            for name, data in members:
                info = ZipInfo(name)
                info.external_attr, info.compress_type = mode << 16, method
                archive.writestr(info, data)
        return out.getvalue()

    return make


def nested(levels: int) -> bytes:
    data = blank("SCSI-5").word
    for level in range(levels):
        data = packed((f"{level}.zip" if level else "form.docx", data))()
    return data


def overlapping() -> bytes:
    """Let a hundred names stand for one block of data."""
    data = packed(("form.docx", zlib.compress(bytes(200_000))))()
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    entries = b"".join(entry.replace(b"form.docx", f"fo{n:02}.docx".encode()) for n in range(100))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(entries), start, 0)
    return data[:start] + entries + tail


def lying() -> bytes:
    """Say of a member of fifty megabytes that it is of ten bytes."""
    data = bytearray(packed(("form.docx", bytes(50_000_000)))())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark)
        data[place + at : place + at + 4] = struct.pack("<L", 10)
    return bytes(data)


def large_zip() -> bytes:
    """Claim sizes of sixty-four bits."""
    data = packed(("form.docx", b"x"))()
    end = data.index(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2**40, 2**40, 2**40, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    return data[:end] + record + locator + data[end:]


def mail(*attached: tuple[str, bytes], words: str = CANARY) -> Callable[[], bytes]:
    def make() -> bytes:
        message = EmailMessage()
        message["From"], message["To"] = "a@example.org", "b@example.org"
        message["Subject"], message["Date"] = CANARY, "Fri, 13 Nov 2026 10:00:00 +0000"
        message.set_content(words)
        for name, data in attached:
            message.add_attachment(data, "application", "octet-stream", filename=name)
        return message.as_bytes()

    return make


def zips_in_a_mail() -> bytes:
    return mail(("a.zip", nested(4)))()


def swelling(count: int, size: int) -> bytes:
    """Give a zip file whose members are small to keep and large to open."""
    return packed(*((f"{n}.docx", bytes(size)) for n in range(count)))()


def parts_in_parts(levels: int) -> bytes:
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\n"
    body = b""
    for level in range(levels):
        body += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
    return head + body


def parts_without_number() -> bytes:
    head = (
        b'From: a@example.org\nTo: b@example.org\nContent-Type: multipart/mixed; boundary="b"\n\n'
    )
    return head + b"--b\nContent-Type: application/pdf\n\n%PDF-1.7\n" * 30_000 + b"--b--\n"


def headers_without_number() -> bytes:
    return b"From: a@example.org\nTo: b@example.org\n" + b"X-A: b\n" * 300_000 + b"\nx"


def endless_boundary() -> bytes:
    start = b"From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n"
    return start + b'Content-Type: multipart/mixed; boundary="' + b"b" * 2_000_000 + b'"\n\nx'


def endless_header() -> bytes:
    long = b"=?utf-8?q?" + b"a" * 200_000 + b"?="
    return (
        b"From: a@example.org\nTo: b@example.org\n"
        b'Content-Type: application/pdf; name="' + long + b'"\n\n%PDF-1.7'
    )


def saved(pdf: Pdf, **how: object) -> bytes:
    out = BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def locked_pdf() -> bytes:
    with Pdf.open(BytesIO(pdf_form("SCSI-5", {}))) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))


def previous_ring() -> bytes:
    """Let the table of contents name itself as the one before."""
    start = b"%PDF-1.7\n"
    table = b"xref\n0 1\n0000000000 65535 f \n"
    trailer = b"trailer<</Size 1/Prev %d/Root 1 0 R>>\n" % len(start)
    return start + table + trailer + b"startxref\n%d\n%%%%EOF" % len(start)


def many_pages() -> bytes:
    with Pdf.open(BytesIO(pdf_form("SCSI-5", {}))) as pdf:
        for _ in range(500):
            pdf.add_blank_page()
        return saved(pdf)


def stream_ring() -> bytes:
    """Let a stream of objects extend itself, and give a length that stands within it."""
    body = zlib.compress(b"1 0 <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]>>>>")
    head = b"<</Type/ObjStm/N 1/First 4/Extends 4 0 R/Length 4 0 R/Filter/FlateDecode>>"
    root = b"1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm 1 0 R>>endobj\n"
    pages = b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 999999999>>endobj\n"
    stream = b"4 0 obj" + head + b"stream\n" + body + b"\nendstream endobj\n"
    return b"%PDF-1.7\n" + root + pages + stream + b"trailer<</Root 1 0 R>>\n%%EOF"


def filters_on_filters() -> bytes:
    """Pack a stream thirty times, each a hundred times smaller."""
    data = bytes(3_000_000)
    for _ in range(3):
        data = zlib.compress(data, 9)
    with Pdf.open(BytesIO(pdf_form("SCSI-5", {}))) as pdf:
        names = Array([Name.FlateDecode] * 3)
        made = pikepdf.Stream(pdf, data, Dictionary(Filter=names))
        pdf.Root.AcroForm.Fields.append(
            pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("facts"), V=made))
        )
        return saved(pdf, compress_streams=False)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CARRIERS: Mapping[str, Attack] = {
    "a zip of five thousand": received(
        packed(*((f"{n}.txt", b"") for n in range(5000))), "too many"
    ),
    "a zip in a zip in a zip": received(partial(nested, 6), "too deep"),
    "names over one block": received(overlapping, ""),
    "a lie about a size": received(lying, ""),
    "sizes of sixty-four bits": received(large_zip, "too many"),
    "two members of one name": received(packed(("a.docx", b"a"), ("a.docx", b"b")), "mislead"),
    "two members in capitals": received(packed(("a.docx", b"a"), ("A.DOCX", b"b")), "mislead"),
    "a member that leads up": received(packed((f"../{CANARY}.docx", b"a")), "mislead"),
    "a member from the root": received(packed((f"/srv/{CANARY}.docx", b"a")), "mislead"),
    "a member on a drive": received(packed(("C:/x.docx", b"a")), "mislead"),
    "a member with a backslash": received(packed(("a\\..\\x.docx", b"a")), "mislead"),
    "a member with a bell": received(packed(("a\x07.docx", b"a")), "mislead"),
    "a member packed otherwise": received(
        packed(("a.docx", b"a"), method=ZIP_BZIP2), "not a whole"
    ),
    "a member that is a link": received(
        packed(("form.docx", b"/etc/passwd"), mode=0o120777), "neither"
    ),
    "a bomb in a zip": received(partial(swelling, 1, 200_000_000), "too large"),
    "bombs in a zip": received(partial(swelling, 60, 3_900_000), "too large"),
    "a zip without an end": received(lambda: nested(1)[:-30], ""),
    "an empty zip": received(packed(), ""),
    "parts in parts of a mail": received(partial(parts_in_parts, 2_000), "", "x.eml"),
    "a mail of thirty thousand parts": received(parts_without_number, "too many", "x.eml"),
    "a mail of headers": received(headers_without_number, "", "x.eml"),
    "a boundary without end": received(endless_boundary, "cannot be read", "x.eml"),
    "a header without end": received(endless_header, "", "x.eml"),
    "a mail's attachment that leads up": received(
        mail((f"../../{'x' * 300}.docx", _OLE)), "", "x.eml"
    ),
    "a mail in a mail in a mail": received(zips_in_a_mail, "too deep", "x.eml"),
    "a mail with nothing": received(mail(), "", "x.eml"),
    "an old Word file": received(lambda: _OLE + "WordDocument".encode("utf-16-le"), ""),
    "a locked Word file": received(
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "password"
    ),
    "an Outlook message": received(lambda: _OLE + "__substg1.0_".encode("utf-16-le"), "", "x.msg"),
    "a person's name in a mail": received(mail((f"{CANARY}.docx", _OLE)), "file 1", "x.eml"),
    "a person's name in a zip file": received(packed((f"{CANARY}.docx", _OLE)), "file 1"),
    "a packed mail of Outlook": received(
        lambda: b"\x78\x9f\x3e\x22" + bytes(99), "", "winmail.dat"
    ),
    "a picture": received(lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "", "scan.png"),
    "nothing": received(lambda: b"", ""),
    "noise": received(lambda: bytes(range(256)) * 400, ""),
    "thirty megabytes": received(lambda: bytes(30_000_000), "larger than"),
    "a locked PDF": received(locked_pdf, "password", "x.pdf"),
    "a table that names itself": received(previous_ring, "", "x.pdf"),
    "five hundred pages": received(many_pages, "", "x.pdf"),
    "a stream that extends itself": received(stream_ring, "", "x.pdf"),
    "filters on filters": received(filters_on_filters, "", "x.pdf"),
    "a PDF of noise": received(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 900, "", "x.pdf"),
}

RETURNED_FILES = {
    **{f"form: {name}": received(make, says) for name, (make, says) in HOSTILE.items()},
    **{f"carrier: {name}": attack for name, attack in CARRIERS.items()},
}
