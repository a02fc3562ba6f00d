"""The jobs: one readable function each, from a case file to what a person asked for."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.pipeline.boarding import board
    from sgdocs.pipeline.finding import case_files, find_case
    from sgdocs.pipeline.grounding import ground
    from sgdocs.pipeline.recording import record
    from sgdocs.pipeline.scheduling import (
        Validated,
        schedule,
        schedule_case,
        validate,
        validate_case,
    )
    from sgdocs.pipeline.workspaces import (
        Upgraded,
        init_workspace,
        new_case,
        upgrade_case,
    )

__all__ = [
    "Upgraded",
    "Validated",
    "board",
    "case_files",
    "find_case",
    "ground",
    "init_workspace",
    "new_case",
    "record",
    "schedule",
    "schedule_case",
    "upgrade_case",
    "validate",
    "validate_case",
]

__getattr__ = lazily(
    __name__,
    {
        "Upgraded": "workspaces",
        "Validated": "scheduling",
        "board": "boarding",
        "case_files": "finding",
        "find_case": "finding",
        "ground": "grounding",
        "init_workspace": "workspaces",
        "new_case": "workspaces",
        "record": "recording",
        "schedule": "scheduling",
        "schedule_case": "scheduling",
        "upgrade_case": "workspaces",
        "validate": "scheduling",
        "validate_case": "scheduling",
    },
)
