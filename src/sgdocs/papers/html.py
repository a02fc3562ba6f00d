"""Write a paper as one page of HTML that a screen reader reads as the paper is meant."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import singledispatch
from html import escape

from sgdocs.papers.model import (
    Address,
    Block,
    Bullets,
    Cell,
    Closing,
    Fields,
    Figure,
    Heading,
    Input,
    Numbered,
    Paper,
    Paragraph,
    Run,
    SignatureBox,
    Table,
)

__all__ = ["as_fragment", "as_html"]

_LOOK = """
body { font: 1.05rem/1.5 sans-serif; color: #1b1f23; max-width: 50rem; margin: 2rem auto;
  padding: 0 1rem }
header, footer { color: #4a5560 }
h1, h2, h3 { color: #1f4e5f; line-height: 1.25 }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0 }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem;
  border-bottom: 1px solid #9aa7b0; overflow-wrap: anywhere }
.fields th { width: 30% }
.answer { border: 1px solid #6b7a85; padding: 0 0.3rem }
"""


def as_html(paper: Paper) -> str:
    """Write the paper as HTML; it fetches nothing and runs nothing."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(paper.title)}</title><style>{_LOOK}</style></head>\n"
        f"<body>{_top(paper)}\n<main>{_body(paper)}</main>\n{_foot(paper)}</body></html>\n"
    )


def as_fragment(paper: Paper) -> str:
    """Write the paper as part of another page, which brings its own look."""
    return (
        f'{_top(paper)}\n<div lang="{escape(paper.language)}">{_body(paper)}</div>\n{_foot(paper)}'
    )


def _body(paper: Paper) -> str:
    body = "".join(map(_html, paper.blocks))
    if any(isinstance(block, Heading) and block.level == 1 for block in paper.blocks):
        return body
    return f"<h1>{escape(paper.title)}</h1>{body}"


def _top(paper: Paper) -> str:
    head = paper.letterhead
    draft = "<p><strong>DRAFT</strong></p>" if paper.draft else ""
    contact = "<br>".join(map(escape, (", ".join(head.address), head.phone, head.email)))
    return (
        f"<header><p><strong>{escape(paper.marking)}</strong></p>{draft}"
        f"<p><strong>{escape(head.office)}</strong><br>{contact}</p></header>"
    )


def _foot(paper: Paper) -> str:
    said = f"{paper.document_id}, version {paper.version}"
    return f"<footer><p>{escape(said)}<br>{escape(paper.marking)}</p></footer>"


def _cell(cell: Cell) -> str:
    return "".join(_run(part) if isinstance(part, Run) else _field(part) for part in cell)


def _run(run: Run) -> str:
    words = _lines(run.text.split("\n"))
    for on, name in ((run.italic, "em"), (run.bold, "strong")):
        words = f"<{name}>{words}</{name}>" if on else words
    return f'<a href="{escape(run.link)}">{words}</a>' if run.link else words


def _field(field: Input) -> str:
    if field.kind == "tick":
        said = "ticked" if field.ticked else "not ticked"
        return f'<span role="img" aria-label="{said}">{field.words}</span>'
    words = _lines(field.words.split("\n")) or "&nbsp;"
    return f'<span class="answer">{words}</span>'


def _lines(lines: Iterable[str]) -> str:
    return "<br>".join(map(escape, lines))


@singledispatch
def _html(_block: object) -> str:
    """Write nothing: a page break has no meaning on a screen."""
    return ""


@_html.register
def _(block: Heading) -> str:
    return f"<h{block.level}>{_cell(block.runs)}</h{block.level}>"


@_html.register
def _(block: Paragraph) -> str:
    return f"<p>{_cell(block.runs)}</p>"


@_html.register
def _(block: Bullets) -> str:
    return f"<ul>{''.join(_items(block.items))}</ul>"


@_html.register
def _(block: Numbered) -> str:
    return f"<ol>{''.join(_items(block.items))}</ol>"


def _items(items: Iterable[Iterable[Block]]) -> Iterator[str]:
    for item in items:
        yield f"<li>{''.join(map(_html, item))}</li>"


@_html.register
def _(block: Table) -> str:
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    header = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in block.header)
    head = f"<thead><tr>{header}</tr></thead>" if block.header else ""
    rows = "".join(f"<tr>{''.join(map(_data, row))}</tr>" for row in block.rows)
    return f"<table>{caption}{head}<tbody>{rows}</tbody></table>"


def _data(cell: Cell) -> str:
    return f"<td>{_cell(cell)}</td>"


@_html.register
def _(block: Fields) -> str:
    rows = (_labelled(label, _cell(cell)) for label, cell in block.entries)
    return f'<table class="fields"><tbody>{"".join(rows)}</tbody></table>'


def _labelled(label: str, words: str) -> str:
    return f'<tr><th scope="row">{escape(label)}</th><td>{words}</td></tr>'


@_html.register(Address)
@_html.register(Closing)
def _(block: Address | Closing) -> str:
    return f"<p>{_lines(block.lines)}</p>"


@_html.register
def _(block: SignatureBox) -> str:
    rows = "".join(_labelled(label, escape(value) or "&nbsp;") for label, value in block.lines)
    role = f"<caption>{escape(block.role)}</caption>"
    return f'<table class="fields">{role}<tbody>{rows}</tbody></table>'


@_html.register
def _(block: Figure) -> str:
    kind, data = ("svg+xml", block.svg.encode()) if block.svg else ("png", block.png)
    drawn = b64encode(data).decode()
    size = f'width="{block.width:.0f}" height="{block.height:.0f}"'
    return f'<p><img src="data:image/{kind};base64,{drawn}" alt="{escape(block.alt)}" {size}></p>'
