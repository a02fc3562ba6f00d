"""Blocks written as Word and read back are the same blocks."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from papers.specimen import ANSWERED, BLANK, CONTENT, EVERYTHING, paper
from sgdocs.papers import (
    Address,
    Block,
    Bullets,
    Cell,
    Closing,
    Fields,
    Heading,
    Input,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    SignatureBox,
    Table,
    as_docx,
)
from sgdocs.wordreading import read_word

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
PLAIN = st.text(LETTERS, min_size=1, max_size=20).filter(str.strip)
WORDS = st.builds("{}{}{}".format, PLAIN, st.sampled_from(("", "\n", "\t")), PLAIN)
NAMES = st.from_regex(r"[a-z]{1,8}(\[[0-9]\])?(\.[a-z]{1,8})?", fullmatch=True)
LABELS = st.text(LETTERS, min_size=1, max_size=40).map(lambda t: " ".join(t.split())).filter(bool)
LINKS = st.sampled_from(("", "https://example.org/a?b=1&c=2", "mailto:team@example.org"))
RUNS = st.builds(Run, WORDS, bold=st.booleans(), italic=st.booleans(), link=LINKS)


def look(run: Run) -> Run:
    """Give a run without its words."""
    return replace(run, text="")


def fields() -> st.SearchStrategy[Input]:
    """Make a field of any kind, answered or not."""
    options = st.lists(LABELS, min_size=1, max_size=4, unique=True).map(
        lambda said: tuple((f"value_{number}", words) for number, words in enumerate(said))
    )
    plain = st.builds(
        Input,
        path=NAMES,
        kind=st.sampled_from(("text", "long", "date", "time")),
        label=LABELS,
        value=st.one_of(st.just(""), PLAIN),
        required=st.booleans(),
    )
    choice = st.builds(Input, NAMES, st.just("choice"), LABELS, st.just(""), options)
    chosen = choice.map(lambda field: replace(field, value=field.options[0][0]))
    tick = st.builds(
        lambda path, label, ticked: Input(
            path, "tick", label, "yes" if ticked else "", (("yes", label),)
        ),
        NAMES,
        LABELS,
        st.booleans(),
    )
    return st.one_of(plain, choice, chosen, tick)


def unjoined(cell: Cell) -> bool:
    """Say whether no two runs side by side look alike; those would be read as one."""
    return not any(
        isinstance(one, Run) and isinstance(other, Run) and look(one) == look(other)
        for one, other in pairwise(cell)
    )


def cells(part: st.SearchStrategy[Run | Input]) -> st.SearchStrategy[Cell]:
    """Make what stands in a paragraph."""
    return st.lists(part, min_size=1, max_size=4).map(tuple).filter(unjoined)


CELLS = cells(st.one_of(RUNS, fields()))
PARAGRAPHS = st.builds(Paragraph, CELLS)
ITEM = st.tuples(PARAGRAPHS)
LISTS = st.sampled_from((Bullets, Numbered)).flatmap(
    lambda kind: st.builds(kind, st.lists(ITEM, min_size=1, max_size=3).map(tuple))
)
DEEP = st.builds(lambda first, inner: Bullets(((first, inner), (first,))), PARAGRAPHS, LISTS)
LINES = st.lists(LABELS, min_size=1, max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(LABELS, CELLS), min_size=1, max_size=3).map(tuple)
UNBOLD = cells(st.builds(Run, WORDS, italic=st.booleans()))


def table(columns: int) -> st.SearchStrategy[Table]:
    """Make a table of so many columns."""
    row = st.tuples(*[CELLS] * columns)
    rows = st.lists(row, min_size=1, max_size=3).map(tuple)
    return st.builds(Table, st.tuples(*[UNBOLD] * columns), rows, st.one_of(st.just(""), LABELS))


BLOCKS = st.one_of(
    st.builds(Heading, st.sampled_from((1, 2, 3)), cells(RUNS)),
    PARAGRAPHS,
    LISTS,
    DEEP,
    st.integers(1, 4).flatmap(table),
    st.builds(Fields, PAIRS),
    st.builds(Address, LINES),
    st.builds(Closing, LINES),
    st.builds(
        SignatureBox,
        LABELS,
        st.lists(st.tuples(LABELS, st.one_of(st.just(""), LABELS)), min_size=1, max_size=3).map(
            tuple
        ),
    ),
    st.just(PageBreak()),
)


def as_read(block: Block) -> Block:
    """Give a table with the widths it has in the file."""
    if not isinstance(block, Table):
        return block
    shares = block.widths or (1,) * len(block.header)
    return replace(block, widths=tuple(9184 * share // sum(shares) for share in shares))


def read(*blocks: Block) -> tuple[Block, ...]:
    """Write blocks as Word and read them back."""
    return read_word(as_docx(paper(*blocks), CONTENT), "x.docx")


def test_one_of_everything_comes_back() -> None:
    for blocks in (EVERYTHING, ANSWERED, BLANK):
        assert read(*blocks) == tuple(map(as_read, blocks))


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_any_block_comes_back(block: Block) -> None:
    assert read(block) == (as_read(block),)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=2, max_size=6))
def test_any_blocks_come_back_in_their_order(blocks: list[Block]) -> None:
    apart = [part for block in blocks for part in (block, Paragraph((Run("between"),)))]
    assert read(*apart) == tuple(map(as_read, apart))


def test_two_numbered_lists_stay_two() -> None:
    lists = tuple(Numbered(((Paragraph((Run(text),)),),)) for text in ("one", "two"))
    assert read(*lists) == lists
