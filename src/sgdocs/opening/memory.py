"""How much memory a process that reads files from outside may take."""

__all__ = ["within_memory"]


def within_memory(most: int) -> None:
    """Let the system itself stop what swells; Windows has no such limit, and ours must do."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most if hard < 0 else min(most, hard)))
