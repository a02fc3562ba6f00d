"""Whether a made-up name could be taken for a real one."""

from collections.abc import Collection

from rapidfuzz.distance import OSA

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.sounds import sound_of

__all__ = ["resembles", "resembles_any"]

_LENDS = 3
_HALF = 0.5
# Words of labels that name nobody, whoever is called so.


def resembles_any(label: str, real: Collection[str], roles: Collection[str]) -> bool:
    """Say whether any word of a label is, or is like, a word of a real name."""
    words = fold_word(label).replace("'", " ").replace("-", " ").split()
    telling = [w for w in words if len(w) > 1]
    return any(
        word in real or (word not in roles and any(resembles(word, r) for r in real))
        for word in telling
    )


def resembles(made_up: str, real: str) -> bool:
    """Say whether a made-up name looks or sounds like a real one, or is a part of it."""
    if made_up == real:
        return True
    shorter, longer = sorted((made_up, real), key=len)
    if len(shorter) >= _LENDS and (longer.startswith(shorter) or longer.endswith(shorter)):
        return True
    near = 1 if len(shorter) <= 5 else 2
    if OSA.distance(made_up, real, score_cutoff=near) <= near and len(shorter) > 2:
        return True
    alike = OSA.normalized_similarity(made_up, real) >= _HALF
    return len(shorter) > 2 and alike and sound_of(made_up) == sound_of(real)
