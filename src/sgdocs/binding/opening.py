"""Open a paper that is to be bound, and say if it cannot be."""

import re
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Dictionary, Object, Page, PasswordError, Pdf, PikepdfError

from sgdocs.errors import InputRefused

__all__ = ["Source", "open_source"]

_TAGGED = re.compile(rb"pdfuaid:part(>|=[\"'])1")
# What binding carries over, joins, or gives the whole anew.
_KEPT = frozenset(
    {
        *("/Type", "/Version", "/Pages", "/PageLabels", "/PageLayout", "/PageMode", "/Lang"),
        *("/MarkInfo", "/Metadata", "/OutputIntents", "/ViewerPreferences", "/StructTreeRoot"),
        *("/Outlines", "/Names", "/AcroForm"),
    }
)
_LASTING = re.compile(rb"pdfaid:part(>|=[\"'])2")


@dataclass(frozen=True, slots=True)
class Source:
    """A paper opened for binding; once its pages are in the whole, `root` is its copy there."""

    title: str
    pdf: Pdf
    root: Object
    pages: tuple[Page, ...] = ()

    @property
    def metadata(self) -> bytes:
        """Give what the paper says about itself."""
        return bytes(self.pdf.Root.Metadata.read_bytes())

    @property
    def readable(self) -> bool:
        """Say whether the paper calls itself PDF/UA."""
        return _TAGGED.search(self.metadata) is not None

    @property
    def lasting(self) -> bool:
        """Say whether the paper calls itself PDF/A-2."""
        return _LASTING.search(self.metadata) is not None


def open_source(title: str, data: bytes, number: int, *, foreign: bool = False) -> Source:
    """Open a paper; its number says in messages which one it is."""
    try:
        pdf = Pdf.open(BytesIO(data))
    except PasswordError:
        raise _refused(number, "is locked with a password.", "Bind it before locking it.") from None
    except PikepdfError:
        raise _refused(number, "is not a PDF that can be read.", "Make it anew.") from None
    if not _tagged(pdf, foreign=foreign):
        raise _refused(
            number,
            "has no tags, so that a screen reader could not follow it once it is bound.",
            "Bind only papers that this program made, and enclose others beside them.",
        )
    if _lost(pdf):
        raise _refused(
            number,
            "holds something that binding would lose, such as an attached file or a signature.",
            "Enclose it beside the bound file.",
        )
    return Source(title, pdf, pdf.Root)


def _tagged(pdf: Pdf, *, foreign: bool) -> bool:
    root = pdf.Root
    return (
        all(name in root for name in ("/StructTreeRoot", "/Metadata", "/Lang"))
        and "/ParentTree" in root.StructTreeRoot
        and (foreign or _TAGGED.search(root.Metadata.read_bytes()) is not None)
    )


def _lost(pdf: Pdf) -> bool:
    named = pdf.Root.get("/Names", Dictionary())
    return not (_KEPT.issuperset(pdf.Root.keys()) and {"/Dests"}.issuperset(named.keys()))


def _refused(number: int, what: str, remedy: str) -> InputRefused:
    return InputRefused(what, where=f"paper {number} of the bound file", remedy=remedy)
