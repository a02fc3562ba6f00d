"""Several papers as one PDF, with a cover, that is still tagged, marked and searchable."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.binding.binding import bind
    from sgdocs.binding.locking import encrypt, refuse_weak
    from sgdocs.binding.model import Cover, Part

__all__ = ["Cover", "Part", "bind", "encrypt", "refuse_weak"]

__getattr__ = lazily(
    __name__,
    {
        "Cover": "model",
        "Part": "model",
        "bind": "binding",
        "encrypt": "locking",
        "refuse_weak": "locking",
    },
)
