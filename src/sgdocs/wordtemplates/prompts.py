"""Fields of a form that were left empty: they show in grey that something can be written there."""

import re
from collections.abc import Mapping

from sgdocs.papers import PROMPTS, TIME_MARK

__all__ = ["with_prompts"]

_CONTROL = re.compile(
    r"<w:sdt>(<w:sdtPr>(?:(?!</w:sdtPr>).)*)</w:sdtPr>((?:(?!</?w:sdt>).)*)</w:sdt>", re.DOTALL
)
_ANSWER = re.compile(
    r"<w:r(?: [^>]*)?>(?:(?!</w:r>).)*?<w:t(?: [^>]*)?>\{\{((?:(?!\}\}).)*)\}\}</w:t></w:r>",
    re.DOTALL,
)
_TAG = re.compile(r"\{[{%]")
_NO_PROMPT = re.compile(r"checkbox|<w:(?:picture|group|docPart|citation|equation)|repeatingSection")
_SHOWN = "<w:showingPlcHdr/>"
_STYLED = '<w:rStyle w:val="PlaceholderText"/>'
# In Word's order the mark comes after the names and before the kind of control.
_NAMES = re.compile(
    r"<w:sdtPr>(?:<w:(?:alias|tag|id|lock|temporary)\b[^>]*/>|<w:rPr>.*?</w:rPr>|<w:rPr/>"
    r"|<w:placeholder>.*?</w:placeholder>)*"
)
_KINDS: Mapping[str, str] = {
    "<w:date": PROMPTS["date"],
    "<w:dropDownList": PROMPTS["choice"],
    "<w:comboBox": PROMPTS["choice"],
    f'{TIME_MARK}"': PROMPTS["time"],
}


def with_prompts(source: str, *, styled: bool) -> str:
    """Let each field that prints one value show a prompt where that value is empty.

    Grey comes from the file's own style for prompts where it has one.
    """
    look = _STYLED if styled else '<w:color w:val="595959"/>'
    return _CONTROL.sub(lambda found: _prompted(found, look), source)


def _prompted(found: re.Match[str], look: str) -> str:
    about, inside = found.groups()
    answer = _ANSWER.search(inside)
    if answer is None or len(_TAG.findall(inside)) != 1 or _NO_PROMPT.search(about):
        return found.group()
    empty = f"{{% if ({answer[1].strip()}) is empty %}}"
    names = _NAMES.match(about.replace(_SHOWN, ""))
    first = names.group() if names else ""
    marked = f"{first}{empty}{_SHOWN}{{% endif %}}{about.replace(_SHOWN, '')[len(first) :]}"
    words = answer.group().replace(_STYLED, "")
    prompt = f"<w:r><w:rPr>{look}</w:rPr><w:t>{_prompt(about)}</w:t></w:r>"
    given = f"{empty}{prompt}{{% else %}}{words}{{% endif %}}"
    before, after = inside[: answer.start()], inside[answer.end() :]
    return f"<w:sdt>{marked}</w:sdtPr>{before}{given}{after}</w:sdt>"


def _prompt(about: str) -> str:
    return next((says for mark, says in _KINDS.items() if mark in about), PROMPTS["text"])
