"""Works on a Dask cluster; the one place that knows Dask, which is loaded when it is asked for."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future
from importlib.util import find_spec
from typing import Any

from sgdocs.errors import InputRefused, UsageRefused

__all__ = ["available", "opened", "version", "workers"]

_PATIENCE = "10s"


class _Cluster(Executor):
    """A Dask client as an executor; it tells that the scheduler is gone instead of waiting."""

    def __init__(self, client: Any) -> None:
        self._client = client
        # The same call twice is work twice: Dask must not hand out an earlier answer.
        self._executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand work to the cluster."""
        future: Future[Any] = self._executor.submit(fn, *args, **kwargs)
        return future

    @property
    def reachable(self) -> bool:
        """Say whether the scheduler still answers."""
        return bool(self._client.status == "running")

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as all executors have it
        """Let go of the cluster, which goes on without us."""
        if self.reachable:
            self._executor.shutdown(wait=wait and not cancel_futures)
        self._client.close(timeout=2)


def available() -> bool:
    """Say whether Dask is installed."""
    return find_spec("distributed") is not None


def version() -> str:
    """Give Dask's version."""
    import distributed  # noqa: PLC0415 - heavy, and needed by this engine alone

    return str(distributed.__version__)


def opened(address: str) -> Executor:
    """Reach the cluster whose scheduler is at this address."""
    return _Cluster(_client(address))


def workers(address: str) -> int:
    """Say how many threads the cluster works with."""
    client = _client(address)
    try:
        return max(1, sum(int(threads) for threads in client.nthreads().values()))
    finally:
        client.close()


def _client(address: str) -> Any:
    if not available():
        raise UsageRefused(
            "Dask is not installed here.", remedy="Install it: pip install 'sgdocs[dask]'."
        )
    from distributed import Client  # noqa: PLC0415 - heavy, and needed by this engine alone

    # What Dask says of lost workers is said by us, in one line and without addresses of files.
    for name in [n for n in logging.root.manager.loggerDict if n.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return Client(f"tcp://{address}", timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise InputRefused(
            "no Dask scheduler answers there.",
            where=address,
            remedy="Start it, or correct the address.",
        ) from None
