"""The doctor: what is well and what to mend, in the workspace and on this computer."""

from sgdocs.doctor.examination import Advice, examine

__all__ = ["Advice", "examine"]
