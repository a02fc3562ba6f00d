"""Facts: what follows from a case, named and typed, for conditions, the schedule and papers."""

from sgdocs.facts.deriving import Facts, FactsRequest, derive
from sgdocs.facts.known import Horizon, last_record
from sgdocs.facts.sent import ADDRESSED

__all__ = ["ADDRESSED", "Facts", "FactsRequest", "Horizon", "derive", "last_record"]
