"""Facts: what follows from a case, named and typed, for conditions, the schedule and papers."""

from sgdocs.facts.deriving import Facts, FactsRequest, derive

__all__ = ["Facts", "FactsRequest", "derive"]
