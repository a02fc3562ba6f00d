"""Findings for people, for other programs and for the places where code is reviewed."""

from sgdocs.checking.reports.formats import FORMATS, report

__all__ = ["FORMATS", "report"]
