"""What would change in the cases, before it does: say it as text, JSON or a page."""

from sgdocs.plans.jsonform import as_json
from sgdocs.plans.model import CasePlan, Decision, Fate, Moved, PaperPlan
from sgdocs.plans.page import as_page
from sgdocs.plans.text import as_text

__all__ = [
    "CasePlan",
    "Decision",
    "Fate",
    "Moved",
    "PaperPlan",
    "as_json",
    "as_page",
    "as_text",
]
