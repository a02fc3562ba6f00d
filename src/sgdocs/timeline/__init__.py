"""The timetable of a case on paper: a picture for the wall, and an accessible PDF of its dates."""

from sgdocs.timeline.heading import Heading
from sgdocs.timeline.pdf import typeset_pdf
from sgdocs.timeline.picture import draw_svg

__all__ = ["Heading", "draw_svg", "typeset_pdf"]
