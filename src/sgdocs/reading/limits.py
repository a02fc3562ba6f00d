"""How large, deep and long a file may be before the reading room declines it."""

__all__ = [
    "MAX_BYTES",
    "MAX_BYTES_WITHOUT_C",
    "MAX_DEPTH",
    "MAX_NODES",
    "MAX_PROBLEMS",
    "MAX_SCALAR",
    "SHOWN_PROBLEMS",
]

MAX_BYTES = 5_000_000
# PyYAML's own parser is some thirty times slower than libyaml: ten seconds' patience reads this.
MAX_BYTES_WITHOUT_C = 500_000
MAX_DEPTH = 64
MAX_NODES = 200_000
MAX_SCALAR = 200_000

MAX_PROBLEMS = 100
SHOWN_PROBLEMS = 5
