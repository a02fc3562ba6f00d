"""Run every benchmark and print its figures: `make bench`."""

import platform
import sys

from benchmarks import (
    batches,
    boards,
    checking,
    chronologies,
    forms,
    gates,
    ledgers,
    masking,
    packs,
    returned,
    schedules,
    startup,
    window,
    word_render,
    working_days,
)

print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}")
PARTS = (
    *(working_days, schedules, startup, boards, word_render, forms, packs, checking),
    *(ledgers, chronologies, batches, masking, gates, window, returned),
)
for part in PARTS:
    print(f"\n{part.__doc__}")
    for name, value in part.run().items():
        print(f"  {name}: {value:.3g}")
    sys.stdout.flush()
