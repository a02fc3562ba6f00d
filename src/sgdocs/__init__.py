"""Letters, forms, reports and a dated schedule from one child safeguarding case file."""

__all__ = ["__version__"]

__version__ = "0.1.0"
