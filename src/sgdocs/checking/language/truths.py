"""Filters whose outcome tells whether what they were given counts as true."""

__all__ = ["KEEPS_BOTH", "KEEPS_TRUTH"]

# What these give counts as true only if they were given something that does.
KEEPS_TRUTH = frozenset(
    [
        "length",
        "count",
        "list",
        "sort",
        "reverse",
        "unique",
        "upper",
        "lower",
        "capitalize",
        "title",
        "trim",
        "join",
        "string",
        "select",
        "reject",
        "selectattr",
        "rejectattr",
        "map",
        "first",
        "last",
        "dictsort",
        "items",
        "groupby",
        "batch",
        "sum",
        "safe",
        "e",
        "escape",
        "and_list",
        "non_empty",
        "where",
        "pluck",
        "sort_by",
        "capitalise",
    ]
)


KEEPS_BOTH = frozenset(
    ["length", "count", "list", "sort", "reverse", "upper", "lower", "string", "safe"]
)
