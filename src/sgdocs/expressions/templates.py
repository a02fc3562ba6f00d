"""Words with facts in them: letters, file names and the parts of Word papers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from sgdocs.expressions.limits import LIMITS, Limits
from sgdocs.expressions.refusals import Fault, failed, refused
from sgdocs.expressions.scope import Run, Scope
from sgdocs.expressions.xml_text import escape_xml

__all__ = ["Template", "compile_template"]

Escape = Literal["none", "xml", "word"]
_ESCAPES: Mapping[Escape, Callable[[str], str]] = {
    "none": str,
    "xml": escape_xml,
    "word": escape_xml,
}


@dataclass(frozen=True, slots=True)
class Template:
    """A checked template, ready to be printed with facts."""

    name: str
    source: str
    escape: Escape
    limits: Limits
    _prints: Callable[[Scope], None] = field(repr=False, compare=False)

    def render(
        self,
        data: Mapping[str, object],
        *,
        wrap: Callable[[str], str] | None = None,
        missing: str = "",
    ) -> str:
        """Print it; each printed fact is escaped, then handed to `wrap` where one is given.

        Raises ExpressionFailed where a fact is missing or is not of a kind that can be printed. For
        a draft, `missing` is printed in place of what is not there, and a list that is not there
        has no entries.
        """
        escape = _ESCAPES[self.escape]
        run = Run(self.limits, (lambda text: wrap(escape(text))) if wrap else escape, missing)
        try:
            self._prints(Scope(data, run, {}))
        except Fault as fault:
            raise failed(self.name, fault) from None
        return "".join(run.parts)

    def __reduce__(self) -> tuple[Callable[[str], "Template"], tuple[str]]:
        """Travel to another process as the source it was made from."""
        again = partial(compile_template, name=self.name, escape=self.escape, limits=self.limits)
        return again, (self.source,)


def compile_template(
    source: str, *, name: str, escape: Escape = "none", limits: Limits = LIMITS
) -> Template:
    """Check a template and make it ready to print; refuse what the language lacks.

    In plain text (`none`) a line that holds only a tag leaves no line behind; in XML, where a
    line means nothing, every character stays. In a part of a Word file (`word`), escaped like XML,
    line ends of the template only count its paragraphs, so that those printed are all a value's.
    """
    # Jinja's parser costs 20 ms, and a command that prints nothing must not pay for it
    from sgdocs.expressions import engine  # noqa: PLC0415 - see above

    try:
        prints = engine.template(source, limits, tidy=escape == "none", lines=escape != "word")
    except Fault as fault:
        raise refused(name, fault) from None
    return Template(name, source, escape, limits, prints)
