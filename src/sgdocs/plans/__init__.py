"""What would change in the cases, before it does: say it as text, JSON or a page."""

from sgdocs.plans.model import CasePlan, Decision, Fate, Moved, PaperPlan

__all__ = ["CasePlan", "Decision", "Fate", "Moved", "PaperPlan"]
