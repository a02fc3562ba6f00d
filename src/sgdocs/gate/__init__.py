"""A final file's content in every channel: examined before anybody publishes it."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.gate.examining import examine
    from sgdocs.gate.model import Code, Examined, Found, Picture
    from sgdocs.gate.public import Public, public_of
    from sgdocs.gate.seeking import Needles, needles

__all__ = [
    "Code",
    "Examined",
    "Found",
    "Needles",
    "Picture",
    "Public",
    "examine",
    "needles",
    "public_of",
]

__getattr__ = lazily(
    __name__,
    {
        "Code": "model",
        "Examined": "model",
        "Found": "model",
        "Picture": "model",
        "Needles": "seeking",
        "needles": "seeking",
        "Public": "public",
        "public_of": "public",
        "examine": "examining",
    },
)
