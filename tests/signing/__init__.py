"""Signatures in PDF files: made, judged, and not believed where they should not be."""
