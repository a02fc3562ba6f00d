"""A template and data in, an accessible PDF out."""
