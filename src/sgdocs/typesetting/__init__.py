"""The one door to the typesetter: a template and data in, an accessible PDF out."""

from sgdocs.typesetting.compiler import Sheet, as_png, typeset
from sgdocs.typesetting.fonts import can_set, face_files, printable
from sgdocs.typesetting.outlines import Face, writing_face

__all__ = [
    "Face",
    "Sheet",
    "as_png",
    "can_set",
    "face_files",
    "printable",
    "typeset",
    "writing_face",
]
