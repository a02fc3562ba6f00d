"""Rules on a case that no schema can say: order of dates, references, what cannot both be so."""

from sgdocs.casefile.rules import order, references, sense, unseen
from sgdocs.casefile.rules.context import Context, Fault, Rule

__all__ = ["RULES", "Context", "Fault", "Rule"]

RULES: tuple[Rule, ...] = (
    references.duplicate_ids,
    references.duplicate_events,
    references.people_and_agencies,
    references.known_names,
    references.known_options,
    references.known_versions,
    references.recipients,
    references.what_it_was_for,
    references.recommendations,
    order.event_order,
    order.lifetimes,
    order.ages,
    order.spans,
    order.future,
    order.years,
    sense.nhs_numbers,
    sense.shared_email,
    sense.returns,
    sense.decisions,
    sense.dated_decisions,
    sense.publication,
    sense.extensions,
    sense.vetting,
    sense.empty_text,
    unseen.kept_names,
    unseen.passed_over,
)
