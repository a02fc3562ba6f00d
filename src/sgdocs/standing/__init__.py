"""Where a case stands on a day: its procedure, its facts and its dated steps."""

from sgdocs.standing.model import Ground, Scheduled

__all__ = ["Ground", "Scheduled"]
