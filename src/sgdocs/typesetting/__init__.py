"""The one door to the typesetter: a template and data in, an accessible PDF out."""

from sgdocs.typesetting.compiler import Sheet, typeset
from sgdocs.typesetting.fonts import characters_of, face_files, font_files

__all__ = ["Sheet", "characters_of", "face_files", "font_files", "typeset"]
