"""What works on many cases: this process, several of them, or a Dask cluster, by name."""

from sgdocs.engines.forked import shared_out
from sgdocs.engines.inprocess import InProcess
from sgdocs.engines.naming import ENGINES, Engine, named
from sgdocs.engines.running import Lost, run_all

__all__ = ["ENGINES", "Engine", "InProcess", "Lost", "named", "run_all", "shared_out"]
