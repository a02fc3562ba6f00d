"""Make one Word template of its source."""

from functools import cache
from pathlib import Path

from making.answering import answer
from making.controls import Controls, schema_of
from making.fields import read_field
from making.filling import Filler
from making.laying import Laid, lay
from making.packing import packed
from making.reading import Source, read_source
from sgdocs.expressions import compile_template
from sgdocs.reading import read_file, require_mapping

__all__ = ["make"]

_WORDS = Path(__file__).parents[2] / "letters" / "words.yaml"


def make(path: Path, file: str) -> bytes:
    """Make a template; refuse, by file and line, what its source may not hold."""
    source = read_source(path, file)
    laid = lay(source)
    fields = [read_field(tag, file) for tag in laid.seal.tags.values() if tag.kind == "field"]
    schema = schema_of(fields)
    for field in fields:
        answer(field, schema, file)  # a loop is told here whether it must number its rows
    controls = Controls(file, schema, laid.seal.tags, _words())
    _check_language(source, laid)
    return packed(source, Filler(laid, controls).blocks())


def _check_language(source: Source, laid: Laid) -> None:
    """Let the language read every tag at its line; what it lacks, it refuses by itself."""
    lines = [""] * (source.first + len(source.body))
    for tag in laid.seal.tags.values():
        if tag.kind != "field":
            lines[tag.line - 1] += tag.text
    compile_template("\n".join(lines), name=source.file)
    compile_template(str(source.front["title"]), name=source.file)


@cache
def _words() -> dict[str, str]:
    said = require_mapping(read_file(_WORDS, name="letters/words.yaml"))
    return {str(word): str(words) for word, words in said.items()}
