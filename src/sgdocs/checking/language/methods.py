"""The methods of words, lists and objects that a template may call."""

from sgdocs.checking.types.alternatives import (
    ANY,
    Boolean,
    Listing,
    Number,
    Record,
    Text,
    Type,
    settled,
)

__all__ = ["METHODS", "method_counts", "method_kinds", "method_result"]

_TEXT = Type((Text(),))
_NUMBER = Type((Number(integer=True),))
_TRUTH = Type((Boolean(),))
_WORDS = Type((Listing(settled(_TEXT), least=1),))

_OF_TEXT = {
    **dict.fromkeys(
        [
            "upper",
            "lower",
            "title",
            "capitalize",
            "casefold",
            "swapcase",
            "strip",
            "lstrip",
            "rstrip",
            "replace",
            "format",
            "center",
            "ljust",
            "rjust",
            "zfill",
            "join",
            "removeprefix",
            "removesuffix",
            "expandtabs",
            "format_map",
            "translate",
        ],
        _TEXT,
    ),
    **dict.fromkeys(
        [
            "startswith",
            "endswith",
            "isdigit",
            "isalpha",
            "isalnum",
            "isnumeric",
            "isdecimal",
            "isupper",
            "islower",
            "istitle",
            "isspace",
            "isidentifier",
            "isprintable",
            "isascii",
        ],
        _TRUTH,
    ),
    **dict.fromkeys(["count", "find", "index", "rfind", "rindex"], _NUMBER),
    **dict.fromkeys(["split", "rsplit"], _WORDS),
    "splitlines": Type((Listing(settled(_TEXT)),)),
    "partition": ANY,
    "rpartition": ANY,
    "encode": ANY,
}
_OF_LIST = {
    **dict.fromkeys(["append", "extend", "insert", "remove", "clear", "sort", "reverse"], ANY),
    **dict.fromkeys(["count", "index"], _NUMBER),
    "pop": ANY,
    "copy": ANY,
}
_OF_OBJECT = dict.fromkeys(
    [
        "get",
        "items",
        "keys",
        "values",
        "copy",
        "pop",
        "update",
        "setdefault",
        "clear",
        "popitem",
        "fromkeys",
    ],
    ANY,
)
_OF_NUMBER = dict.fromkeys(
    [
        "is_integer",
        "as_integer_ratio",
        "bit_length",
        "conjugate",
        "real",
        "imag",
        "numerator",
        "denominator",
    ],
    ANY,
)
_BY_KIND: dict[type, dict[str, Type]] = {
    Text: _OF_TEXT,
    Listing: _OF_LIST,
    Record: _OF_OBJECT,
    Number: _OF_NUMBER,
    Boolean: _OF_NUMBER,
}
METHODS = frozenset(name for methods in _BY_KIND.values() for name in methods)


_COUNTS = {
    **dict.fromkeys(("upper", "lower", "title", "capitalize", "items", "keys", "values"), (0, 0)),
    **dict.fromkeys(("strip", "lstrip", "rstrip"), (0, 1)),
    **dict.fromkeys(("startswith", "endswith", "find", "count"), (1, 3)),
    "split": (0, 2),
    "replace": (2, 3),
    "join": (1, 1),
    "get": (1, 2),
    "append": (1, 1),
}


def method_counts(name: str) -> tuple[int, int]:
    """Give how many arguments a method takes, at least and at most."""
    return _COUNTS.get(name, (0, 99))


def method_kinds(known: Type, name: str) -> list[type]:
    """Give the kinds of value in a type that have such a method."""
    return [type(a) for a in known if name in _BY_KIND.get(type(a), ())]


def method_result(kind: type, name: str) -> Type:
    """Give what calling a method gives."""
    return _BY_KIND[kind][name]
