"""A schema's own pattern held against a word, in time that no pattern can make long."""

from functools import lru_cache

__all__ = ["matches"]


@lru_cache(maxsize=512)
def matches(pattern: str, word: str) -> bool:
    """Say whether a pattern is found in a word; one that cannot be judged rules nothing out."""
    # Python's own reader of patterns can be kept busy for years by one line of a schema.
    from jsonschema_rs import validator_for  # noqa: PLC0415 - compiled code, for schemas with any

    try:
        return bool(validator_for({"pattern": pattern}).is_valid(word))
    except ValueError:
        return True
