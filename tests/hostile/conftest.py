"""The workspace that the commands' own tests use."""

from cli.conftest import office

__all__ = ["office"]
