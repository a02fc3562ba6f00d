"""A plan as one page for the browser, whole in itself and readable for everybody."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from sgdocs.dates import words
from sgdocs.plans.model import CasePlan, Decision, Fate, Moved, PaperPlan
from sgdocs.redlines import Passage

__all__ = ["as_page"]

_STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
body{color:#0b0c0c;background:#fff}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}
caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{text-align:left;vertical-align:top}
th,td{border-bottom:1px solid #767676;padding:.4rem .8rem .4rem 0}
section{border-top:3px solid #0b0c0c;margin-top:2.5rem}
.decide{border-left:.4rem solid #b58840;padding:.2rem 0 .2rem 1rem}
del{color:#942514;text-decoration:line-through}ins{color:#005a30;text-decoration:underline}
@media print{section{break-inside:avoid}}
"""
_FATES = {
    Fate.CHANGES: "Changes",
    Fate.APPEARS: "Appears",
    Fate.DISAPPEARS: "Disappears",
    Fate.FROZEN: "Stays as it was sent",
}
_CARE = (
    " This page shows words of papers, which may name people: keep it as you keep the papers. "
    "What goes is struck through, what comes is underlined."
)
_SAFE = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(plans: Iterable[CasePlan], title: str) -> str:
    """Write plans as a page; it loads nothing, and needs no script."""
    every = tuple(plans)
    body = "\n".join(part for plan in every for part in _case(plan))
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_SAFE}">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
<p>{_total(every)}</p>
{body}
</main>
</body>
</html>
"""


def _total(plans: tuple[CasePlan, ...]) -> str:
    changing = sum(plan.changes for plan in plans)
    asked = sum(len(plan.decisions) for plan in plans)
    return (
        f"Of {len(plans)} case(s), {changing} would change. {asked} decision(s) have to be taken. "
        f"Nothing has been written.{_CARE if _shows_words(plans) else ''}"
    )


def _shows_words(plans: tuple[CasePlan, ...]) -> bool:
    return any(paper.redline for plan in plans for paper in plan.papers)


def _case(plan: CasePlan) -> Iterator[str]:
    if not plan.says_something:
        return
    name = escape(plan.reference)
    yield f'<section aria-labelledby="case-{name}">\n<h2 id="case-{name}">Case {name}</h2>'
    if plan.fault:
        yield f"<p>Nothing can be said of it: {escape(plan.fault)}</p>"
    if plan.compared_with:
        yield f"<p>Compared with {escape(plan.compared_with)}.</p>"
    if plan.because:
        yield f"<p>Another now: {escape('; '.join(plan.because))}.</p>"
    yield from (_decision(one) for one in plan.decisions)
    if plan.moved:
        yield _table("Dates that move", ("Step", "Was", "Is", "Because"), map(_date, plan.moved))
    if plan.papers:
        heads = ("Paper", "To", "What becomes of it")
        yield _table("Papers", heads, map(_paper, plan.papers))
    if plan.files:
        yield f"<p>Every paper says what it said; files that come out otherwise: {plan.files}.</p>"
    yield from (_redline(paper) for paper in plan.papers if paper.redline)
    yield "</section>"


def _decision(one: Decision) -> str:
    return (
        f'<p class="decide"><strong>To decide:</strong> {escape(one.says)} {escape(one.remedy)}</p>'
    )


def _table(caption: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "\n".join(map(_row, rows))
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row(cells: tuple[str, ...]) -> str:
    first, *rest = map(escape, cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def _date(one: Moved) -> tuple[str, ...]:
    who = f" ({one.instance})" if one.instance else ""
    other = f", {one.reading}" if one.reading else ""
    why = "; ".join(one.because)
    return f"{one.title}{who}{other}", _day(one.before), _day(one.after), why


def _day(day: date | None) -> str:
    return words(day) if day else "no date"


def _paper(paper: PaperPlan) -> tuple[str, ...]:
    about = f" ({paper.instance})" if paper.instance else ""
    why = f": {'; '.join(paper.because)}" if paper.because else ""
    fate = "Says the same, and bears another day" if paper.only_the_day else _FATES[paper.fate]
    return f"{paper.artefact}{about}", paper.recipient, f"{fate}{why}"


def _redline(paper: PaperPlan) -> str:
    lines = "\n".join(f"<li>{_passage(passage)}</li>" for passage in paper.redline)
    name = f"{escape(paper.artefact)} to {escape(paper.recipient)}"
    return f"<h3>The words of {name}</h3>\n<ul>\n{lines}\n</ul>"


def _passage(passage: Passage) -> str:
    under = f"<em>{escape(passage.under)}:</em> " if passage.under else ""
    tags = {"out": "del", "in": "ins"}
    said = (
        f"<{tags[change]}>{escape(text)}</{tags[change]}>" if change in tags else escape(text)
        for change, text in passage.words
    )
    return under + "".join(said)
