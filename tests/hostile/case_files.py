"""Case files built to do harm, as YAML and as JSON."""

import json
from collections.abc import Callable, Mapping
from functools import partial

from hostile.attacks import CANARY, Attack, on_case, planted
from sgdocs.reading import parse

__all__ = ["CASE_FILES"]

_NAMED = planted()


def added(text: str) -> Callable[[], str]:
    """Give the case with something after it."""
    return lambda: f"{_NAMED}{text}\n"


def noted(value: str) -> Callable[[], str]:
    """Give the case with a note that is written so."""
    return added(f"notes: {value}")


def data() -> dict[str, object]:
    return dict(parse(_NAMED, name="case.yaml", kind="yaml").data)


def as_json(before: str, after: str) -> Callable[[], str]:
    """Give the case as JSON with something else in one place."""

    def make() -> str:
        text = json.dumps(data())
        assert before in text
        return text.replace(before, after, 1)

    return make


def json_noted(value: str) -> Callable[[], str]:
    return as_json('"schema_version"', f'"notes": {value}, "schema_version"')


def repeated(part: str, times: int, end: str = "") -> Callable[[], str]:
    return lambda: _NAMED + part * times + end


def laughs() -> str:
    lines = [f"a0: &a0 [{CANARY}, {CANARY}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join([*lines, _NAMED])


def stairs(levels: int) -> str:
    return _NAMED + "".join(f"{'  ' * n}a{n}:\n" for n in range(levels)) + "  " * levels + "1\n"


def many_names() -> str:
    return "".join(f"{CANARY}{n}: 1\n" for n in range(1000))


def instead(before: str, after: str) -> Callable[[], str]:
    """Give the case with something else in one place."""
    assert before in _NAMED
    return lambda: _NAMED.replace(before, after)


def mailed(address: str) -> Callable[[], str]:
    """Give the case with an agency's address that is written so."""
    name = "name: Haven Point Hospital"
    return instead(name, f'{name}\n    contact: {{email: "{address}"}}')


YAML: Mapping[str, Attack] = {
    "a tag that runs Python": on_case(
        noted(f'!!python/object/apply:os.system ["echo {CANARY}"]'), "“!”"
    ),
    "a tag that makes an object": on_case(noted(f"!!python/name:os.system {CANARY}"), "“!”"),
    "a tag of our own making": on_case(noted(f"!child {CANARY}"), "“!”"),
    "a standard tag": on_case(noted(f"!!str {CANARY}"), "“!”"),
    "binary data": on_case(noted("!!binary aGVsbG8="), "“!”"),
    "a set": on_case(noted(f"!!set {{? {CANARY}}}"), "“!”"),
    "an anchor": on_case(noted(f"&a {CANARY}"), "“&”"),
    "an alias": on_case(noted(f"&a {CANARY}\nother: *a"), "“&”"),
    "an alias of nothing": on_case(noted("*nobody"), "“*”"),
    "laughs by the thousand": on_case(laughs, "“&”"),
    "an anchor that holds itself": on_case(noted("&a [*a]"), "“&”"),
    "a merge key": on_case(noted(f"{{<<: {{a: {CANARY}}}}}"), "“<<”"),
    "a name twice": on_case(added(f"notes: {CANARY}\nnotes: {CANARY}"), "two entries"),
    "a name twice, once in quotes": on_case(added('notes: a\n"not\\x65s": b'), "two entries"),
    "the children twice": on_case(added(f"children: [{{name: {CANARY}}}]"), "two entries"),
    "two documents": on_case(added(f"---\nname: {CANARY}"), "second document"),
    "a directive for tags": on_case(lambda: f"%TAG ! tag:x,2000:\n---\n{_NAMED}", "“%”"),
    "a directive nobody knows": on_case(lambda: f"%{CANARY}\n---\n{_NAMED}", "“%”"),
    "a list as a name": on_case(noted(f"{{? [{CANARY}] : b}}"), "name"),
    "a map as a name": on_case(noted(f"{{? {{a: {CANARY}}} : b}}"), "name"),
    "a tab that indents": on_case(added(f"notes:\n\t- {CANARY}"), "tab"),
    "a quote that never ends": on_case(noted(f'"{CANARY}'), "quotation mark"),
    "brackets that never end": on_case(noted(f"[{CANARY}, "), "bracket"),
    "a hundred thousand brackets": on_case(noted("[" * 100_000), "nested"),
    "a hundred thousand dashes": on_case(lambda: f"{_NAMED}notes:\n{'- ' * 100_000}a", "nested"),
    "a staircase": on_case(partial(stairs, 300), "nested"),
    "a staircase without end": on_case(partial(stairs, 2_000), "nested"),
    "values without number": on_case(repeated("- a\n", 250_000, ""), ""),
    "a list without end": on_case(
        lambda: f"{_NAMED}notes: [{'a,' * 250_000}]", "values", heavy=True
    ),
    "a text without end": on_case(noted(f'"{CANARY * 20_000}"'), "too long"),
    "a name without end": on_case(added(f"{'n' * 250_000}: {CANARY}"), ""),
    "six megabytes of comment": on_case(repeated("# Qzcanary\n", 600_000), "larger than"),
    "sixty megabytes": on_case(lambda: b"a" * 60_000_000, "larger than", heavy=True),
    "a bell": on_case(noted(f"{CANARY}\x07"), "control character"),
    "a zero": on_case(noted(f"{CANARY}\x00"), "control character"),
    "an escape code for a terminal": on_case(noted(f"{CANARY}\x1b[2J"), "control character"),
    "an old control character": on_case(noted(f"{CANARY}\x85"), "control character"),
    "a control character written out": on_case(noted(f'"{CANARY}\\x07"'), "control character"),
    "a turn of the text's direction": on_case(noted(f"{CANARY}\u202e"), "direction"),
    "an isolated direction": on_case(noted(f"\u2067{CANARY}\u2069"), "direction"),
    "a direction written out": on_case(noted(f'"{CANARY}\\u202e"'), "direction"),
    "half a character written out": on_case(noted(f'"{CANARY}\\ud800"'), ""),
    "a code past the last": on_case(noted(f'"{CANARY}\\U00110000"'), "backslash"),
    "a code for no character": on_case(noted(f"{CANARY}\uffff"), "no character"),
    "a mark of the order of bytes inside": on_case(noted(f"{CANARY}\ufeff"), "line or page mark"),
    "a line separator": on_case(noted(f"{CANARY}\u2028b"), "line or page mark"),
    "UTF-16": on_case(lambda: _NAMED.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": on_case(lambda: _NAMED.encode("utf-16-le"), "UTF-16"),
    "UTF-32": on_case(lambda: _NAMED.encode("utf-32"), "UTF-16"),
    "Latin-1": on_case(lambda: f"{_NAMED}notes: Zoë".encode("latin-1"), "UTF-8"),
    "an overlong code": on_case(lambda: _NAMED.encode() + b"notes: \xc0\xaf", "UTF-8"),
    "half a character": on_case(lambda: _NAMED.encode() + b"notes: \xed\xa0\x80", "UTF-8"),
    "nothing": on_case(lambda: "", "empty"),
    "nothing but comments": on_case(lambda: f"# {CANARY}\n", "empty"),
    "one word": on_case(lambda: CANARY, "named entries"),
    "a list": on_case(lambda: f"- {CANARY}\n", "named entries"),
    "a zip file": on_case(lambda: b"PK\x03\x04" + bytes(200), ""),
    "a thousand bad escapes": on_case(
        lambda: _NAMED + "".join(f'n{n}: "{CANARY}\\x07"\n' for n in range(1000)), "more like these"
    ),
}

_JSON_DEEP = "[" * 100_000
JSON: Mapping[str, Attack] = {
    "no number": on_case(json_noted("NaN"), "not numbers", kind="json"),
    "no end": on_case(json_noted("-Infinity"), "not numbers", kind="json"),
    "a number past all bounds": on_case(json_noted("1e999"), "too large to hold", kind="json"),
    "digits without end": on_case(json_noted("9" * 100_000), "nine digits", kind="json"),
    "a number in another way": on_case(json_noted("0x1F"), "Text here", kind="json"),
    "names twice": on_case(json_noted(f'"{CANARY}", "notes": "b"'), "two entries", kind="json"),
    "names twice, once written out": on_case(
        json_noted('"a", "not\\u0065s": "b"'), "two entries", kind="json"
    ),
    "brackets without end": on_case(json_noted(_JSON_DEEP), "nested", kind="json"),
    "braces without end": on_case(json_noted('{"a":' * 100_000), "nested", kind="json"),
    "half a pair": on_case(json_noted(f'"{CANARY}\\ud800"'), "half of a character", kind="json"),
    "halves the wrong way round": on_case(
        json_noted(f'"{CANARY}\\udc00\\ud800"'), "half of a character", kind="json"
    ),
    "half a pair as a name": on_case(
        json_noted('"a", "\\ud800": "b"'), "half of a character", kind="json"
    ),
    "a control character": on_case(json_noted(f'"{CANARY}\\u0000"'), "control", kind="json"),
    "a turn of direction": on_case(json_noted(f'"{CANARY}\\u202e"'), "direction", kind="json"),
    "a comment": on_case(json_noted(f'"a" /* {CANARY} */'), "comment", kind="json"),
    "a spare comma": on_case(json_noted('["a",]'), "comma", kind="json"),
    "single quotes": on_case(json_noted(f"'{CANARY}'"), "double quotation", kind="json"),
    "something after the end": on_case(
        lambda: json.dumps(data()) + f'{{"a": "{CANARY}"}}', "after the end", kind="json"
    ),
    "cut short": on_case(lambda: json.dumps(data())[:-9], "", kind="json"),
    "values in a list without end": on_case(
        json_noted("[" + "1," * 300_000 + "1]"), "values", kind="json", heavy=True
    ),
    "a text without end": on_case(json_noted(f'"{CANARY * 20_000}"'), "too long", kind="json"),
    "UTF-16": on_case(lambda: json.dumps(data()).encode("utf-16"), "UTF-16", kind="json"),
    "YAML in it": on_case(lambda: _NAMED, "", kind="json"),
    "a line that never ends": on_case(
        json_noted(f'"{CANARY}\nmore"'), "quotation marks", kind="json"
    ),
}

# Read as they stand, and then found to be no case.
SHAPES: Mapping[str, Attack] = {
    name: Attack(
        on_case(make, "").files,
        ("validate", "cases/SCI-2026-014/case.yaml"),
        says,
        codes=frozenset({1}),
        plain_case=False,
    )
    for name, make, says in (
        ("a name only machines would give", added("__proto__: {admin: true}"), "does not have"),
        ("a thousand names nobody knows", added(many_names()), "more"),
        ("a number without end", noted("." + "9" * 5000), ""),
        ("no number", noted(".nan"), ""),
        ("a reference that leads elsewhere", instead("SCI-2026-014", "../../SCI"), "reference"),
        ("a reference like an option", instead("SCI-2026-014", "--help"), "reference"),
        ("a device's name", instead("SCI-2026-014", "CON"), "reference"),
        ("a reference of two lines", instead("SCI-2026-014", '"SCI\\n-2026"'), "reference"),
        ("an agency's id like a path", instead("id: hospital", "id: ../hospital"), "id"),
        ("an agency's id like an option", instead("id: hospital", "id: --accept"), "id"),
        ("an id with another alphabet's letter", instead("id: hospital", "id: hоspital"), "id"),
        ("a mail's header in an address", mailed("a@example.org\\nBcc: x@example.org"), "email"),
        ("two addresses in one", mailed("a@example.org, x@example.org"), "email"),
        ("a procedure that leads elsewhere", instead("procedure: nel", "procedure: ../../nel"), ""),
    )
}

CASE_FILES = {
    **{f"YAML: {name}": attack for name, attack in YAML.items()},
    **{f"JSON: {name}": attack for name, attack in JSON.items()},
    **{f"case: {name}": attack for name, attack in SHAPES.items()},
}
