"""The one door to the typesetter: a template and data in, an accessible PDF out."""

from sgdocs.typesetting.compiler import Sheet, typeset
from sgdocs.typesetting.fonts import can_set, characters_of, face_files, font_files

__all__ = ["Sheet", "can_set", "characters_of", "face_files", "font_files", "typeset"]
