"""Sound and faulty twins for all that the check understands, rendered for a second opinion."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from checking.schemas import CASES
from checking.wordfile import box, control, p, runs, table, word
from sgdocs.checking import Finding, Wish, check_files

TWINS = CASES / "twins"
SCHEMA = TWINS / "office.json"
TEXTS: list[dict[str, Any]] = yaml.safe_load((TWINS / "templates.yaml").read_text("utf-8"))
WORDS: list[dict[str, Any]] = yaml.safe_load((TWINS / "word.yaml").read_text("utf-8"))
DEEP = int(os.environ.get("SGDOCS_DEEP", "0"))
_WRAPPED = {"comments": "comment", "endnotes": "endnote", "footnotes": "footnote"}


def _checked(path: Path, deep: int) -> list[Finding]:
    return check_files(SCHEMA, [path], Wish(TWINS / "world.yaml", deep=deep))


def _text(folder: Path, text: str, deep: int) -> list[Finding]:
    for beside in TWINS.glob("*.md"):
        (folder / beside.name).write_text(beside.read_text("utf-8"), encoding="utf-8")
    path = folder / "template.md"
    path.write_text(f"# Head\n\n{text}\n", encoding="utf-8")
    return _checked(path, deep)


@pytest.mark.parametrize("twin", TEXTS, ids=lambda t: t["item"])
def test_the_sound_twin_gives_nothing(tmp_path: Path, twin: dict[str, Any]) -> None:
    assert _text(tmp_path, twin["sound"], DEEP or 6) == []


@pytest.mark.parametrize("twin", TEXTS, ids=lambda t: t["item"])
def test_the_faulty_twin_is_found(tmp_path: Path, twin: dict[str, Any]) -> None:
    some = 25 if TEXTS.index(twin) % 5 == 0 else 0
    found = _text(tmp_path, twin["faulty"], DEEP or some)
    assert twin["finds"] in {f.rule for f in found}
    assert "disagreement" not in {f.rule for f in found}
    first = next(f for f in found if f.rule == twin["finds"])
    assert (first.line, first.heading) == (1 if first.in_file else 3, "Head")
    assert first.path == twin.get("path", first.path)
    assert first.suggestion == twin.get("meant", first.suggestion)


def test_no_item_stands_twice() -> None:
    items = [twin["item"] for twin in (*TEXTS, *WORDS)]
    assert len(items) == len(set(items))


_OLD = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{}"
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}"
    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_DEL = '<w:del w:id="1" w:author="a"><w:r><w:delText>{}</w:delText></w:r></w:del>'
_INS = '<w:ins w:id="1" w:author="a">{}</w:ins>'
_MARK = re.compile(r"(BOX|OLD|RUNS|DEL|INS)\(((?:(?!\)$|\)(?=[\w ]))[^)]|\)(?! |\w|$))*)\)")


def _marked(found: re.Match[str]) -> str:
    kind, inner = found[1], found[2]
    if kind == "BOX":
        return box(p(inner))
    if kind == "OLD":
        return _OLD.format(*(p(text) for text in inner.split("|")))
    if kind == "RUNS":
        return runs(*inner.split("|"))
    return _DEL.format(inner) if kind == "DEL" else _INS.format(runs(inner))


def _paragraph(text: str) -> str:
    """Write a paragraph whose marks stand for what only Word has."""
    inner = text.removeprefix("<w:p>").removesuffix("</w:p>")
    parts, end = "", 0
    for found in _MARK.finditer(inner):
        before = inner[end : found.start()]
        parts += (runs(before) if before else "") + _marked(found)
        end = found.end()
    return f"<w:p>{parts}{runs(inner[end:]) if inner[end:] else ''}</w:p>"


def _block(block: Any) -> str:
    if isinstance(block, list):
        return table(*(tuple(str(cell) for cell in row) for row in block))
    if block.startswith("FIELD("):
        tag, kind = block[6:-1].split("|")
        return control(tag, f"<{kind}/>")
    if block.startswith("<"):
        return _paragraph(block)
    return p(block.removeprefix("# "), style="H1" if block.startswith("# ") else "")


def _word(folder: Path, parts: dict[str, Any], deep: int) -> list[Finding]:
    rest = {}
    for name, held in parts.items():
        if name not in ("body", "title"):
            whole = "".join(_block(block) for block in held)
            wrap = _WRAPPED.get(name)
            rest[name] = f'<w:{wrap} w:id="2">{whole}</w:{wrap}>' if wrap else whole
    path = folder / "template.docx"
    body = [_block(block) for block in parts["body"]]
    path.write_bytes(word(*body, title=parts.get("title", ""), **rest))
    return _checked(path, deep)


@pytest.mark.parametrize("twin", WORDS, ids=lambda t: t["item"])
def test_the_sound_word_file_gives_nothing(tmp_path: Path, twin: dict[str, Any]) -> None:
    assert _word(tmp_path, twin["sound"], DEEP or 4) == []


@pytest.mark.parametrize("twin", WORDS, ids=lambda t: t["item"])
def test_the_faulty_word_file_is_found_at_its_place(tmp_path: Path, twin: dict[str, Any]) -> None:
    some = 15 if WORDS.index(twin) % 5 == 0 else 0
    found = [f.as_json() for f in _word(tmp_path, twin["faulty"], DEEP or some)]
    assert "disagreement" not in {f["rule"] for f in found}
    assert any(twin["finds"].items() <= f.items() for f in found), found
