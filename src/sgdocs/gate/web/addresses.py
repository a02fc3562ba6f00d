"""Look at the addresses in a page: their words, what they hold inside, what they fetch."""

from base64 import b64decode
from binascii import Error
from urllib.parse import unquote, unquote_to_bytes

from sgdocs.gate.blobs import is_picture, look_into
from sgdocs.gate.evidence import Evidence, Inner
from sgdocs.gate.model import Code, Manner
from sgdocs.gate.ordinary import listed
from sgdocs.gate.web.programs import read_program

__all__ = ["look_at_address"]

_FETCHING = frozenset(
    listed(
        """
    audio body embed form frame iframe image img input link object script source track use video
    """
    )
)


def look_at_address(tag: str, value: str, place: str, evidence: Evidence) -> None:
    """Hand on an address; one that brings in what is not in the page is refused."""
    bare = value.strip()
    scheme = bare.partition(":")[0].lower() if ":" in bare else ""
    if scheme == "data":
        _unpack(bare, place, evidence)
        return
    for text in dict.fromkeys((bare, unquote(bare))):
        evidence.say("link", place, text, Manner.LABEL)
    if scheme in ("javascript", "vbscript"):
        read_program(unquote(bare), "script", place, evidence)
        evidence.refuse(Code.PROGRAM, "script", place)
    elif tag in _FETCHING and bare and not bare.startswith("#"):
        evidence.refuse(Code.ELSEWHERE, "link", place)


def _unpack(address: str, place: str, evidence: Evidence) -> None:
    """Look into a file written out as an address."""
    head, _, body = address.partition(",")
    evidence.say("data address", place, head, Manner.CODE)
    try:
        data = b64decode(unquote(body)) if ";base64" in head.lower() else unquote_to_bytes(body)
    except (Error, ValueError):
        evidence.refuse(Code.UNDECODABLE, "data address", place)
        return
    name = f"{place}/data address".lstrip("/")
    if "svg" in head:
        evidence.inner.append(Inner(f"{name}.svg", data, "data address"))
    elif "html" in head:
        evidence.inner.append(Inner(f"{name}.html", data, "data address"))
    elif is_picture(data):
        evidence.inner.append(Inner(f"{name}.png", data, "data address"))
    else:
        look_into(data, "data address", place, evidence)
