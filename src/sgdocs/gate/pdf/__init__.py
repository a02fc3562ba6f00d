"""PDF files: every object, every revision, every way a page can be drawn."""

from sgdocs.gate.pdf.reading import read_pdf

__all__ = ["read_pdf"]
