"""A plan as plain data for other programs."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from sgdocs.plans.model import CasePlan, PaperPlan

__all__ = ["as_json"]

Data = dict[str, Any]


def as_json(plans: Iterable[CasePlan]) -> list[Data]:
    """Give each case's plan; a paper's words are there only where they were asked for."""
    return [_case(plan) for plan in plans]


def _case(plan: CasePlan) -> Data:
    return {
        "case": plan.reference,
        "file": plan.file,
        "changes": plan.changes,
        "compared_with": plan.compared_with or None,
        "because": list(plan.because),
        "moved": [_plain(asdict(one)) for one in plan.moved],
        "papers": [_paper(paper) for paper in plan.papers],
        "files": plan.files,
        "decisions": [asdict(one) for one in plan.decisions],
        "fault": plan.fault or None,
    }


def _paper(paper: PaperPlan) -> Data:
    said = asdict(paper)
    said["redline"] = [
        {"under": passage.under, "words": [[change, text] for change, text in passage.words]}
        for passage in paper.redline
    ]
    if not paper.redline:
        del said["redline"]
    return _plain(said)


def _plain(data: Data) -> Data:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in data.items()}
