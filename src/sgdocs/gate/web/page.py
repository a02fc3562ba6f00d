"""Read a web page: text, comments, attributes, scripts, styles, and what is packed inside."""

import re
from html import unescape
from html.parser import HTMLParser

from sgdocs.gate.blobs import look_into_packed
from sgdocs.gate.evidence import Evidence
from sgdocs.gate.model import Atom, Code, Manner
from sgdocs.gate.ordinary import listed
from sgdocs.gate.web.addresses import look_at_address
from sgdocs.gate.web.programs import read_program

__all__ = ["read_page"]

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "wbr")
)
_INLINE = frozenset(
    listed(
        """
    a abbr b bdi cite code data dfn em font i kbd mark q s samp small span strong sub sup time tspan
    u var wbr
    """
    )
)
_BESIDE = frozenset(("rp", "rt", "script", "select", "style", "svg", "template", "textarea"))
_RUBY = frozenset(("rb", "rp", "rt", "ruby"))
_ADDRESSES = frozenset(
    ("href", "src", "srcset", "data", "action", "poster", "background", "xlink:href", "formaction")
)
_CHANNELS = {
    "alt": "alt text",
    "aria-label": "alt text",
    "aria-description": "alt text",
    "title": "title attribute",
    "content": "meta",
    "placeholder": "form field",
    "value": "form field",
    "style": "style",
    "name": "name attribute",
    "id": "name attribute",
    "class": "class",
}
_CODES = frozenset({"class", "attribute"})
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_REORDERED = re.compile(r"bidi-override|-reverse\b|isolate-override|\border\s*:", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0", re.IGNORECASE)


def read_page(data: bytes, within: str, evidence: Evidence) -> None:
    """Read a web page; one whose letters are not plain UTF-8 is refused."""
    place = within.rstrip("/")
    text = _decoded(data, place, evidence)
    page = _Page(place, evidence)
    try:
        page.feed(text)
        page.close()
    except AssertionError:  # what Python's own reader says of a declaration that is none
        evidence.refuse(Code.UNOPENABLE, "file", place)
    evidence.read(place, page.atoms)
    evidence.read(place, page.flow)
    evidence.say("page source", place, "\n".join(page.names), Manner.CODE)
    whole = [a for a in page.atoms if a[1] != "\n"]
    evidence.read(place, whole, Manner.JOINED)
    # A second reading that knows no rules of the language, for what the first took wrongly.
    evidence.say("page source", place, unescape(_TAG.sub("", text)), Manner.JOINED)
    look_into_packed(text, "data address", place, evidence)


def _decoded(data: bytes, place: str, evidence: Evidence) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    named = {m.lower() for m in _CHARSET.findall(data[:4096])}
    if named - {b"utf-8", b"utf8", b"us-ascii"}:
        evidence.refuse(Code.UNDECODABLE, "page text", place)
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        evidence.refuse(Code.UNDECODABLE, "page text", place)
        return data.decode("latin-1")


class _Page(HTMLParser):
    """Takes a page apart, and keeps which channel its words come by."""

    def __init__(self, place: str, evidence: Evidence) -> None:
        super().__init__(convert_charrefs=True)
        self.atoms: list[Atom] = []
        self.flow: list[Atom] = []
        """What a reader is shown in the midst of a line, and nothing that stands beside it."""
        self.names: dict[str, None] = {}
        self._open: list[tuple[str, str]] = []
        self._place = place
        self._evidence = evidence

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a channel begins, and read the tag's attributes."""
        channel = self._channel(tag, attrs)
        self.names.update(dict.fromkeys((tag, *(name for name, _ in attrs))))
        if tag not in _INLINE:
            self._gap(tag, channel)
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag not in _VOID:
            self._open.append((tag, channel))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read a tag that is closed at once: a browser leaves all but drawings open."""
        self.handle_starttag(tag, attrs)
        if self._open and self._open[-1][0] == tag and any(t == "svg" for t, _ in self._open):
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Note where a channel ends."""
        tags, channel = [t for t, _ in self._open], self._here()
        if tag in tags:
            at = len(tags) - 1 - tags[::-1].index(tag)
            channel = self._open[at][1]
            del self._open[at:]
        if tag not in _INLINE:
            self._gap(tag, channel)

    def handle_data(self, data: str) -> None:
        """Take in text."""
        inside = self._open[-1][0] if self._open else ""
        if inside == "script":
            read_program(data, "script", self._place, self._evidence)
        elif inside == "style":
            self._style(data)
        else:
            self.atoms.append((self._here(), data))
            if not self._is_beside():
                self.flow.append((self._here(), data))

    def handle_comment(self, data: str) -> None:
        """Take in a comment, and what old browsers would make of it."""
        self._say("HTML comment", data)
        self._say("HTML comment", unescape(_TAG.sub("", data)))

    def handle_decl(self, decl: str) -> None:
        """Take in a declaration."""
        self._say("declaration", decl)

    def unknown_decl(self, data: str) -> None:
        """Take in a declaration nobody knows."""
        self._say("declaration", data)

    def handle_pi(self, data: str) -> None:
        """Take in an instruction to a program."""
        self._say("declaration", data)

    def _gap(self, tag: str, channel: str) -> None:
        self.atoms.append((channel, "\n"))
        if tag not in _BESIDE | _RUBY and channel != "hidden text" and not self._is_beside():
            self.flow.append((channel, "\n"))

    def _is_beside(self) -> bool:
        return any(tag in _BESIDE or channel == "hidden text" for tag, channel in self._open)

    def _here(self) -> str:
        return self._open[-1][1] if self._open else "page text"

    def _channel(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        given = {k: v or "" for k, v in attrs}
        if tag == "bdo" or _REORDERED.search(given.get("style", "")):
            self._evidence.refuse(Code.UNDECODABLE, "page text", self._place)
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        if hidden or tag in ("template", "noscript") or _HIDING.search(given.get("style", "")):
            return "hidden text"
        if tag == "title" and not any(t == "svg" for t, _ in self._open):
            return "title"
        return self._here()

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            read_program(value, "script", self._place, self._evidence)
        elif name == "style":
            self._style(value)
        elif name in _ADDRESSES:
            look_at_address(tag, value, self._place, self._evidence)
        else:
            channel = (
                "data attribute" if name.startswith("data-") else _CHANNELS.get(name, "attribute")
            )
            manner = Manner.CODE if channel in _CODES else Manner.LABEL
            self._evidence.say(channel, self._place, value, manner)
            if name.startswith("data-"):
                self._evidence.say(channel, self._place, name, manner)

    def _style(self, text: str) -> None:
        if _REORDERED.search(text):
            self._evidence.refuse(Code.UNDECODABLE, "style", self._place)
        read_program(text, "style", self._place, self._evidence)

    def _say(self, channel: str, text: str) -> None:
        self._evidence.say(channel, self._place, text, Manner.LABEL)
