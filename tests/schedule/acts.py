"""The same act in each of the five procedures, by the name of its step, and cases that need it."""

__all__ = [
    "ALL",
    "DEATH_NOTICE",
    "DELAY",
    "EVENTS",
    "FOLLOW_UP",
    "IMPROVEMENTS_OUT",
    "LEAVER",
    "LOOKED_AFTER",
    "MONDAY",
    "NOTIFY",
    "NOT_PUBLISHED",
    "PUBLISH",
    "REPORT_OUT",
    "decided",
    "rapid_review",
]

ALL = ["nel", "tees", "darlington", "bcp", "north-yorkshire"]
MONDAY = "Monday 5 January 2026"
EVENTS = """
agencies: [{id: police, name: Invented Police, include: yes}]
events:
  - {event: incident_occurred, actual: <Wednesday 17 December 2025>}
  - {event: la_aware, actual: <Thursday 18 December 2025>}
"""
DIED = "[{id: child-a, name: {full: unknown}, harm: died, status_at_incident: [STATUS]}]"
LOOKED_AFTER = DIED.replace("STATUS", "looked_after")
LEAVER = DIED.replace("STATUS", "care_leaver")

# The rapid review's own acts: papers out and back, the meeting, the record to the Panel.
RAPID_REVIEW = {
    "nel": """schedule-meeting arrange-conference scsi-4-to-partners agency-requests-out
        confirmation-call agency-return chase-call scsi-7-to-group group-reads rapid-review-meeting
        srg-8-to-partners partners-read-record partners-conference srg-8-to-panel""",
    "tees": """start-rapid-review panel-members-invited agency-requests-out agency-return
        rapid-review-meeting panel-decides-next-steps rr-report-to-panel""",
    "darlington": """agency-templates-out agency-template-returned rapid-review-invitations
        rapid-review-panel-meets rapid-review-record-completed recommendation-to-partners
        decision-to-panel""",
    "bcp": """agency-requests-out agency-return rapid-review-invitations rapid-review-meeting
        rapid-review-to-executive executive-sign-off rapid-review-to-panel""",
    "north-yorkshire": """start-rapid-review initial-case-discussion form-2-out form-2-return
        information-shared rapid-review-meeting report-finalised executive-agreement
        rr-report-to-panel""",
}
NOTIFY = {
    "nel": "la-notifies-panel",
    "tees": "la-notifies-panel",
    "darlington": "authority-notifies-panel",
    "bcp": "la-notifies-panel",
    "north-yorkshire": "la-notifies-panel",
}
DEATH_NOTICE = {
    "nel": "looked-after-death-notice",
    "tees": "looked-after-death-notice",
    "darlington": "looked-after-child-death-notified",
    "bcp": "child-in-care-death-notice",
    "north-yorkshire": "looked-after-death-notice",
}
PUBLISH = {
    "nel": "publish-report",
    "tees": "publish-report",
    "darlington": "report-published",
    "bcp": "publish-report",
    "north-yorkshire": "review-published",
}
REPORT_OUT = {
    "nel": "final-report-to-bodies",
    "tees": "report-to-statutory-bodies",
    "darlington": "full-report-to-statutory-bodies",
    "bcp": "final-report-to-bodies",
    "north-yorkshire": "report-to-statutory-bodies",
}
IMPROVEMENTS_OUT = {
    "nel": "improvements-to-statutory-bodies",
    "tees": "improvements-to-statutory-bodies",
    "darlington": "learning-to-statutory-bodies",
    "bcp": "improvements-to-bodies",
    "north-yorkshire": "improvements-to-statutory-bodies",
}
NOT_PUBLISHED = {
    "nel": "non-publication-justified",
    "tees": "non-publication-justified",
    "darlington": "withholding-justified",
    "bcp": "non-publication-justified",
    "north-yorkshire": "non-publication-justified",
}
DELAY = {
    "nel": "delay-explained",
    "tees": "delay-explained",
    "darlington": "delay-reason-given",
    "bcp": "delay-explained",
    "north-yorkshire": "delay-explained",
}
FOLLOW_UP = {
    "nel": "reviewer-details-to-panel",
    "tees": "reviewer-name-follow-up",
    "darlington": "reviewer-name-follow-up",
    "bcp": "reviewer-name-follow-up",
    "north-yorkshire": "reviewer-name-follow-up",
}


def rapid_review(procedure: str) -> set[str]:
    return set(RAPID_REVIEW[procedure].split())


def decided(outcome: str, more: str = "") -> str:
    return f"""{EVENTS.rstrip()}
  - {{event: panel_notified, actual: <Friday 19 December 2025>}}
threshold: {{criteria_met: yes}}
rapid_review: {{recommendation: {{outcome: {outcome}, rationale: As the group saw it.}}}}
decision: {{outcome: {outcome}}}
{more}
"""
