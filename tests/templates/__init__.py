"""Readable sources in, Word templates out."""
