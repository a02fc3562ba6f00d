"""Set an enclosure's pages on pages of ours, each with its marking, its number and whose it is."""

import json
import re
from io import BytesIO

from pikepdf import Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream

from sgdocs.binding.foreign import Enclosure, Opened, open_enclosure
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting import Sheet, can_set, typeset

__all__ = ["stamp"]

_TEMPLATE = "stamp.typ"
_UPRIGHT, _ACROSS = (595.0, 842.0), (842.0, 595.0)
_SIDES, _TOP_AND_FOOT = 58.0, 72.0
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
# What the page says of itself stays; what we cannot vouch for, its own fonts and colours, does not.
_CLAIMS = re.compile(rb"<pdf(?:ua|a)id:(\w+)>[^<]*</pdf(?:ua|a)id:\1>")


def stamp(enclosure: Enclosure, where: str, content: Content) -> bytes:
    """Give the enclosure as pages of ours; it claims no standard, since its inside is another's."""
    opened = open_enclosure(enclosure.pdf, where)
    if not can_set(f"{enclosure.title} {enclosure.agency} {enclosure.said}", content):
        raise InputRefused(
            "the title of this enclosure holds a letter that the PDF's fonts do not have.",
            where=where,
            remedy="Give it another title in the case file.",
        )
    data = json.dumps(_data(enclosure, opened), ensure_ascii=False)
    ours = Pdf.open(BytesIO(typeset(Sheet(_TEMPLATE, data, enclosure.made_on), content)))
    for page, theirs in zip(ours.pages, opened.pages, strict=True):
        _put(ours, page.obj, ours.copy_foreign(theirs))
    told = _CLAIMS.sub(b"", ours.Root.Metadata.read_bytes())
    ours.Root.Metadata = Stream(ours, told, Type=Name.Metadata, Subtype=Name.XML)
    out = BytesIO()
    ours.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _data(enclosure: Enclosure, opened: Opened) -> dict[str, object]:
    day = enclosure.made_on
    return {
        "title": f"{enclosure.agency}: {enclosure.title}",
        "agency": enclosure.agency,
        "reference": enclosure.reference,
        "marking": enclosure.marking,
        "said": enclosure.said,
        "date": [day.year, day.month, day.day],
        "language": "en",
        "region": "GB",
        "dot": list(_DOT),
        "sheets": [_sheet(enclosure, opened, n) for n in range(len(opened.pages))],
    }


def _sheet(enclosure: Enclosure, opened: Opened, index: int) -> dict[str, object]:
    width, height = _size(opened.pages[index])
    paper = _ACROSS if width > height else _UPRIGHT
    share = min((paper[0] - _SIDES) / width, (paper[1] - _TOP_AND_FOOT) / height)
    counted = (index + 1, len(opened.pages))
    bare = f" {enclosure.no_text_words}" if index in opened.without_text else ""
    return {
        "width": paper[0],
        "height": paper[1],
        "inner": [width * share, height * share],
        "said": _counted(enclosure.page_words, counted),
        "alt": _counted(enclosure.alt_words, counted) + bare,
    }


def _counted(words: str, numbers: tuple[int, int]) -> str:
    """Put the numbers into the office's words, which are no program."""
    return words.replace("{number}", str(numbers[0])).replace("{count}", str(numbers[1]))


def _size(form: Object) -> tuple[float, float]:
    """Give how large a page is as it is read, turned where the page says so."""
    left, low, right, high = (float(n) for n in form.BBox)
    a, b, c, d, _, _ = (float(n) for n in form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
    width = abs(a * (right - left)) + abs(c * (high - low))
    height = abs(b * (right - left)) + abs(d * (high - low))
    return max(width, 1.0), max(height, 1.0)


def _put(ours: Pdf, page: Object, form: Object) -> None:
    """Put a page in place of the one dot that the typesetter set and described."""
    shown = page.Resources.XObject
    (name,) = [n for n in list(shown.keys()) if shown[n].get("/Subtype") == "/Image"]
    width, height = _size(form)
    corner = _corner(form)
    drawn = (
        f"q {1 / width:.9f} 0 0 {1 / height:.9f} 0 0 cm "
        f"1 0 0 1 {-corner[0]:.4f} {-corner[1]:.4f} cm /Page Do Q"
    )
    holder = Stream(ours, drawn.encode())
    holder.Type, holder.Subtype = Name.XObject, Name.Form
    holder.BBox = [0, 0, 1, 1]
    holder.Resources = Dictionary(XObject=Dictionary(Page=ours.make_indirect(form)))
    own = Dictionary({n: page.Resources[n] for n in list(page.Resources.keys())})
    own.XObject = Dictionary({n: shown[n] for n in list(shown.keys())})
    own.XObject[name] = ours.make_indirect(holder)
    page.Resources = own


def _corner(form: Object) -> tuple[float, float]:
    """Give the lower left corner of what a page shows, once it is turned."""
    left, low, right, high = (float(n) for n in form.BBox)
    a, b, c, d, e, f = (float(n) for n in form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, high)]
    return min(x for x, _ in points), min(y for _, y in points)
