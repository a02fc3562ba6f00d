"""The jobs: one readable function each, from a case file to what a person asked for."""

import importlib
from typing import Any

# Each job's module is loaded when it is asked for: a command pays only for what it does.
_HOMES = {
    "Ground": "grounding",
    "Recorded": "recording",
    "Scheduled": "scheduling",
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
    "workspace_procedure": "workspaces",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"sgdocs.pipeline.{_HOMES[name]}"), name)
