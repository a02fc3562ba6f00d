"""Ask a template what it found out while it laid its data out, such as whether all of it fits."""

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.typesetting.compiler import Sheet
from sgdocs.typesetting.fonts import font_folder

if TYPE_CHECKING:
    import typst

__all__ = ["measured"]


def measured(sheet: Sheet, content: Content, label: str) -> Any:
    """Lay a sheet out and give the metadata its template puts under a label, once."""
    import typst  # noqa: PLC0415 - 30 ms and 50 MB, and only what is typeset needs it

    source = content.path("templates", sheet.template)
    # The typesetter can be asked only about what it was begun with, so each sheet begins one.
    compiler = typst.Compiler(
        input=source.read_bytes(),
        root=source.parent,
        font_paths=_fonts(font_folder(content)),
        sys_inputs={"data": sheet.data},
    )
    try:
        return json.loads(compiler.query(f"<{label}>", field="value", one=True, format="json"))
    except RuntimeError:  # whose words may quote the paper
        raise InputRefused(
            "this template could not be laid out.",
            where=str(source),
            remedy="Put the template back that came with the program.",
        ) from None


@lru_cache(maxsize=4)
def _fonts(folders: tuple[Path, ...]) -> "typst.Fonts":
    import typst  # noqa: PLC0415 - see above

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
