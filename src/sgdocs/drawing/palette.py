"""The colours; each mark has its own shape and word too, so none is needed to read the picture."""

__all__ = [
    "AMBER",
    "BLACK",
    "BLUE",
    "GREEN",
    "GREY",
    "HOLIDAY",
    "LANE",
    "PALE_AMBER",
    "PALE_BLUE",
    "PALE_RED",
    "RED",
    "RULE",
    "WEEKEND",
    "WHITE",
]

BLACK = "#1a1a1a"
WHITE = "#ffffff"
GREY = "#5c5c5c"
RULE = "#cccccc"
WEEKEND = "#efefef"
HOLIDAY = "#d6d6d6"
LANE = "#e9eef4"
GREEN = "#1d6f42"
RED = "#b3001b"
PALE_RED = "#f0b8be"
AMBER = "#f5b400"
PALE_AMBER = "#ffe8a3"
BLUE = "#17406d"
PALE_BLUE = "#d9e6f5"
