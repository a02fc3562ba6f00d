"""What was meant as a tag and is none: a brace is missing, or parted from the next."""

import re

from sgdocs.checking.language.run import Run
from sgdocs.checking.places.tags import TAG

__all__ = ["mind_strays"]

_STRAYS = re.compile(
    r"(?<![{%\w])\{ ?[A-Za-z_][\w.]*(?: ?\|[^{}\n]*)? ?\}\}"  # { name }}
    r"|(?<![{%])% ?-? ?(?:if|elif|else|endif|for|endfor|set)\b[^{}%\n]*%\}"  # % if name %}
    r"|\{ +\{ ?[A-Za-z_][\w.]* ?\} *\}|\{ ?\{ ?[A-Za-z_][\w.]* ?\} +\}"  # { { name } }
    r"|\{ +% ?(?:if|elif|else|endif|for|endfor|set)\b[^{}%\n]*% *\}"  # { % if name % }
)


def mind_strays(run: Run) -> None:
    """Say so where something was meant as a tag, and a brace is missing or parted from the next."""
    if "{" not in run.unit.source and "%}" not in run.unit.source:
        return
    plain = TAG.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), run.unit.source)
    for found in _STRAYS.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        typed = found.group().strip()
        message = f"`{typed}` is no tag and is printed as it stands: check its braces"
        run.say("stray-braces", line, message)
