"""Read one letter from its file and refuse, with the line, what a letter may not hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.expressions import Template, compile_template
from sgdocs.letters.markdown import Source, main_headings, no_main_heading, read_blocks
from sgdocs.letters.model import Labels, Letter
from sgdocs.letters.tokens import holds_token, whole_token
from sgdocs.reading import Document, parse, read_file, read_words, require_mapping

__all__ = ["load_letter"]

_FENCE = "---"
_TEXTS = ("artefact", "title", "subject")
_LISTS = ("to", "encloses", "sign_off")
_NEEDED = frozenset({*_TEXTS, "to", "source", "sign_off"})
_KNOWN = _NEEDED | {"encloses", "from"}
_LABELS = "labels.yaml"
_SAID = ("reference", "date", "enclosed")
_ONLY_TAGS = re.compile(r"[ \t]*(?:\{%(?:(?!%\}).)*%\}[ \t]*)+")
_TAG = re.compile(r"(\{%.*?%\}|\{#.*?#\})|\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands before the body, with its file to name places in."""

    document: Document
    entries: Mapping[str, object]

    def refusal(self, what: str, remedy: str, key: str = "") -> InputRefused:
        """Refuse an entry, or the whole."""
        line = self.document.place((key,) if key else ()).line
        return InputRefused(what, where=f"{self.document.name}:{line}", remedy=remedy)

    def text(self, key: str) -> str:
        """Give an entry that must be words."""
        value = self.entries[key]
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(f"“{key}” must be words.", "Write them after the colon.", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give an entry that must be a list of words; one alone will do."""
        value = self.entries.get(key, [])
        entries = value if isinstance(value, list) else [value]
        if not all(isinstance(entry, str) and entry for entry in entries):
            raise self.refusal(f"“{key}” must be a list of words.", "Write [one, two].", key)
        return tuple(entries)

    def template(self, key: str, source: str) -> Template:
        """Make an entry ready to be printed; empty lines before it keep its line number true."""
        line = self.document.place((key,)).line
        return compile_template("\n" * (line - 1) + source, name=self.document.name)


def load_letter(content: Content, procedure: str, artefact: str) -> Letter:
    """Load the letter for an artefact: the procedure's own wording, else the shared one."""
    name = _name(content, procedure, artefact)
    stamps = tuple(_stamp(content.path("letters", file)) for file in (name, _LABELS))
    return _loaded(content, name, artefact, stamps)


def _stamp(path: Path) -> tuple[str, int, int]:
    """Tell whether a file is another than before."""
    status = path.stat()
    return str(path), status.st_mtime_ns, status.st_size


@lru_cache(maxsize=256)
def _loaded(content: Content, name: str, artefact: str, _stamps: object) -> Letter:
    file = f"letters/{name}"
    head, body = _divided(read_words(content.path("letters", name), name=file), file)
    front = _front(head, file)
    if front.text("artefact") != artefact:
        raise front.refusal("this letter is for another artefact.", "Correct it.", "artefact")
    _check_body(body, file)
    return Letter(
        file=file,
        artefact=artefact,
        title=front.template("title", front.text("title")),
        to=front.texts("to"),
        sender=front.text("from") if "from" in front.entries else "",
        subject=front.template("subject", front.text("subject")),
        encloses=front.texts("encloses"),
        source=_source(front),
        sign_off=tuple(front.template("sign_off", line) for line in front.texts("sign_off")),
        body=compile_template(body, name=file),
        labels=_labels(content),
    )


def _name(content: Content, procedure: str, artefact: str) -> str:
    there = content.names("letters", ".md")
    wanted = (f"{procedure}/{artefact.lower()}.md", f"{artefact.lower()}.md")
    for name in wanted:
        if name in there:
            return name
    raise InputRefused(
        f"there is no letter for {artefact}.",
        where=f"letters/{wanted[0]}",
        remedy="Write one there; letters/README.md says how.",
    )


def _divided(text: str, file: str) -> tuple[str, str]:
    """Part the front from the body; each keeps empty lines so that its line numbers are true."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE or _FENCE not in (rest := [x.rstrip() for x in lines[1:]]):
        raise InputRefused(
            "a letter begins with its details between two lines of three hyphens.",
            where=f"{file}:1",
            remedy="Compare it with another letter.",
        )
    end = rest.index(_FENCE) + 1
    front = "\n".join(("", *lines[1:end])) + "\n"
    return front, "\n" * (end + 1) + "\n".join(map(_with_its_end, lines[end + 1 :]))


def _with_its_end(line: str) -> str:
    """Keep the line break after words that end in a tag; only a line of nothing but tags goes."""
    ends_in_tag = line.endswith("%}") and "{%" in line and line[-3:-2] not in ("-", "+")
    return f"{line[:-2]}+%}}" if ends_in_tag and not _ONLY_TAGS.fullmatch(line) else line


def _front(head: str, file: str) -> _Front:
    document = parse(head, name=file, kind="yaml")
    front = _Front(document, require_mapping(document))
    for key in sorted(_NEEDED - front.entries.keys()):
        raise front.refusal(f"“{key}” is missing.", "Add it before the second line of hyphens.")
    for key in sorted(front.entries.keys() - _KNOWN):
        raise front.refusal("there is no such entry in a letter.", f"Use {_spoken()}.", key)
    return front


def _spoken() -> str:
    return ", ".join(sorted(_KNOWN))


def _source(front: _Front) -> tuple[str, str]:
    value = front.entries["source"]
    if isinstance(value, dict) and set(value) == {"document", "section"}:
        return str(value["document"]), str(value["section"])
    raise front.refusal("“source” needs a document and a section.", "Write both.", "source")


def _check_body(body: str, file: str) -> None:
    """Read the body with each value left out, so that a fault is found before a case meets it."""
    for number, line in enumerate(body.split("\n"), 1):
        if holds_token(line):
            raise InputRefused(
                "this line holds a character kept for the program's own use.",
                where=f"{file}:{number}",
                remedy="Type the line again.",
            )
    plain = _TAG.sub(_stand_in, body)
    if not main_headings(read_blocks(Source(plain, file, str))):
        raise no_main_heading(file)


def _stand_in(found: re.Match[str]) -> str:
    lines = "\n" * found.group().count("\n")
    return lines if found[1] else whole_token() + lines


def _labels(content: Content) -> Labels:
    document = read_file(content.path("letters", _LABELS), name=f"letters/{_LABELS}")
    words = require_mapping(document)
    missing = [name for name in (*_SAID, "replaces") if not isinstance(words.get(name), str)]
    if missing:
        raise InputRefused(
            f"the label “{missing[0]}” is missing.", where=document.name, remedy="Add it in words."
        )
    return Labels(
        **{name: str(words[name]) for name in _SAID},
        replaces=compile_template(str(words["replaces"]), name=document.name),
    )
