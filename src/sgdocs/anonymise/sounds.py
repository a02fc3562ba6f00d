"""How a name sounds, and how a scanner misreads it: two keys under which likes meet."""

import re

__all__ = ["misread", "sound_of"]

# In this order: what stands first is written away before what follows looks.
_SOUNDS = (
    (r"(?<=.)x", "ks"),
    (r"^(?:wh|w)r?", "w"),
    (r"^kn|^gn|^pn", "n"),
    (r"^ps|^cz|^sz|^sch|^sh|^ch|tch|cz|sz|sch|sh|ch|ci(?=[ao])|tio", "x"),
    (r"^x", "s"),
    (r"ph", "f"),
    (r"gh(?=[aeiou])", "g"),
    (r"gh", ""),
    (r"dh|th", "t"),
    (r"ck|q|c(?![eiy])", "k"),
    (r"c", "s"),
    (r"z", "s"),
    (r"dg(?=[eiy])|g(?=[eiy])|j", "j"),
    (r"v(?=$)", "f"),
    (r"mh|bh", "v"),
    (r"kh", "k"),
    (r"[aeiouwy]+h?$", ""),
    (r"(?<=.)[aeiouwyh]+", ""),
    (r"^[aeiouwyh]+", "a"),
)
_RULES = tuple((re.compile(pattern), other) for pattern, other in _SOUNDS)
_TWICE = re.compile(r"(.)\1+")
_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))
_FIGURES = str.maketrans("0158346972lj", "oisbeabgtzii")


def sound_of(word: str) -> str:
    """Give the key of a folded word under which words that sound alike meet."""
    for rule, other in _RULES:
        word = rule.sub(other, word)
    return _TWICE.sub(r"\1", word)


def misread(word: str) -> str:
    """Give the key of a folded word under which it meets what a scanner or a prank makes of it."""
    for seen, meant in _SHAPES:
        word = word.replace(seen, meant)
    return word.translate(_FIGURES)
