"""Facts: what follows from a case, named and typed, for conditions, the schedule and papers."""

from sgdocs.facts.deriving import Facts, FactsRequest, derive
from sgdocs.facts.known import last_record

__all__ = ["Facts", "FactsRequest", "derive", "last_record"]
