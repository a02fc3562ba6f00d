"""How much memory a process that reads files may take, and that none of it is left behind."""

__all__ = ["leave_no_core", "within_memory"]


def within_memory(most: int) -> None:
    """Let the system itself stop what swells; Windows has no such limit, and ours must do."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most if hard < 0 else min(most, hard)))


def leave_no_core() -> None:
    """Keep a crash from leaving what was in memory in a file; programs begun from here obey too."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
