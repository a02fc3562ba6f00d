"""A drawing as a PNG, for files that cannot hold it as it was drawn."""

from sgdocs.content import Content
from sgdocs.errors import SgdocsError
from sgdocs.typesetting.fonts import font_folder

__all__ = ["as_png"]

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg")
"""
_DOTS_PER_INCH = 300


def as_png(svg: str, content: Content) -> bytes:
    """Draw an SVG at its own size, sharp enough to print; the same bytes every time."""
    import typst  # noqa: PLC0415 - 30 ms and 50 MB, and only a picture needs it

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=list(font_folder(content)),
    )
    compiler = typst.Compiler(input=_PAGE, font_paths=fonts, sys_inputs={"svg": svg})
    made = compiler.compile(format="png", ppi=_DOTS_PER_INCH)
    if not isinstance(made, bytes):
        raise SgdocsError("the typesetter gave no picture.")
    return made
