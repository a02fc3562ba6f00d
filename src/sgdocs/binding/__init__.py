"""Several papers as one PDF, with a cover, that is still tagged, marked and searchable."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.binding.binding import bind, enclose
    from sgdocs.binding.foreign import Enclosure
    from sgdocs.binding.locking import encrypt, refuse_weak
    from sgdocs.binding.model import Cover, Part
    from sgdocs.binding.stamping import stamp

__all__ = ["Cover", "Enclosure", "Part", "bind", "enclose", "encrypt", "refuse_weak", "stamp"]

__getattr__ = lazily(
    __name__,
    {
        "Cover": "model",
        "Enclosure": "foreign",
        "Part": "model",
        "bind": "binding",
        "enclose": "binding",
        "encrypt": "locking",
        "refuse_weak": "locking",
        "stamp": "stamping",
    },
)
