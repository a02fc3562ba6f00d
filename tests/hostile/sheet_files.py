"""Call sheets, and the other files a command is given, built to do harm."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from binding import foreign
from callsheets.filling import filled, filled_csv, filled_xlsx
from hostile.attacks import CANARY, REFERENCE, Attack
from papers.specimen import part
from returns.hostile import PDF_TRICKS
from returns.making import with_parts

__all__ = ["OTHER_FILES", "SHEET_FILES"]

_FILLED = filled(Case=REFERENCE, Short_name="hospital", Caller=CANARY, Date_of_call="12/11/2026")
_SHEET = "xl/worksheets/sheet1.xml"
_ACCOUNT = frozenset({1, 3})


def heard(make: Callable[[], bytes], says: str, name: str = "calls.xlsx") -> Attack:
    """Attack by a filled call sheet."""
    return Attack({name: make}, ("calls", REFERENCE, "--read", name, "--accept"), says, _ACCOUNT)


def workbook(parts: Mapping[str, bytes | str] | None = None) -> bytes:
    return with_parts(filled_xlsx([_FILLED]), parts or {})


def in_sheet(before: str, after: str) -> bytes:
    text = part(workbook(), _SHEET)
    assert before in text
    return workbook({_SHEET: text.replace(before, after, 1)})


def with_macros() -> bytes:
    types = part(workbook(), "[Content_Types].xml")
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
    assert main in types
    return workbook(
        {
            "[Content_Types].xml": types.replace(
                main, "application/vnd.ms-excel.sheet.macroEnabled.main"
            )
        }
    )


def with_member(name: str, data: bytes) -> bytes:
    out = BytesIO(workbook())
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def with_entities() -> bytes:
    text = part(workbook(), _SHEET)
    start = text.index("<worksheet")
    dtd = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return workbook({_SHEET: dtd + text[start:]})


def rows(count: int) -> bytes:
    return filled_csv([_FILLED] * count)


_NO_SHEET = "is no workbook"
SHEET_FILES = {
    f"sheet: {name}": attack
    for name, attack in {
        "macros": heard(with_macros, "macros"),
        "a program": heard(partial(with_member, "xl/vbaProject.bin", b"x"), "macros"),
        "an entity from elsewhere": heard(with_entities, "not a whole workbook"),
        "a swelling part": heard(lambda: workbook({"xl/x.xml": bytes(50_000_000)}), "swell"),
        "a name that leads up": heard(partial(with_member, "../x.xml", b""), "mislead"),
        "a sheet twice": heard(partial(with_member, _SHEET.upper(), b""), "mislead"),
        "a cell far out": heard(
            partial(
                in_sheet, "</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
            ),
            "far larger",
        ),
        "rows without number": heard(
            lambda: in_sheet("</sheetData>", "<row/>" * 90_000 + "</sheetData>"), "far larger"
        ),
        "cells without number": heard(
            lambda: in_sheet("</sheetData>", f"<row>{'<c/>' * 90_000}</row></sheetData>"),
            "far larger",
        ),
        "a sheet that is another kind": heard(
            partial(with_member, "content.xml", b"<a/>"), "no workbook"
        ),
        "a sheet that is binary": heard(
            partial(with_member, "xl/workbook.bin", b""), "no workbook"
        ),
        "no sheet": heard(lambda: workbook({"xl/workbook.xml": b"<a/>"}), ""),
        "a torn workbook": heard(lambda: workbook()[:-400], "not a whole"),
        "an old workbook": heard(
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "neither a workbook"
        ),
        "six megabytes": heard(lambda: rows(1) + b"a" * 6_000_000, "far larger", "calls.csv"),
        "lines without number": heard(lambda: rows(3_000), "far larger", "calls.csv"),
        "columns without number": heard(
            lambda: rows(1) + b"," * 900_000, "far larger", "calls.csv"
        ),
        "a cell without end": heard(
            lambda: rows(1) + b'"' + b"a" * 900_000, "not whole", "calls.csv"
        ),
        "a zero": heard(lambda: rows(1) + b"\0", "neither a workbook", "calls.csv"),
        "columns twice": heard(
            lambda: b"Kind of call,Short name,Date of call,Date of call\n",
            "same title",
            "calls.csv",
        ),
        "no columns": heard(CANARY.encode, "lacks the columns", "calls.csv"),
        "a day that is none": heard(
            lambda: filled_csv([_FILLED | {"Date of call": CANARY}]), "write the date", "calls.csv"
        ),
        "a time that is none": heard(
            lambda: filled_csv([_FILLED | {"Time": CANARY}]), "write the time", "calls.csv"
        ),
        "words without end": heard(
            lambda: filled_csv([_FILLED | {"What was said": CANARY * 200}]), "letters", "calls.csv"
        ),
        **{
            f"a caller with {what}": heard(
                partial(lambda c: filled_csv([_FILLED | {"Caller": f"{CANARY}{c}a"}]), character),
                says,
                "calls.csv",
            )
            for what, character, says in (
                ("a turn of direction", "\u202e", "direction"),
                ("a space of no width", "\u200b", "invisible"),
                ("a code for a terminal", "\x1b[2J", "control"),
                ("a letter of another alphabet", "\u0430", "look alike"),
            )
        },
        "an agency nobody knows": heard(
            lambda: filled_csv([_FILLED | {"Short name": CANARY}]), "", "calls.csv"
        ),
    }.items()
}


def masked(make: Callable[[], bytes], says: str, name: str) -> Attack:
    """Attack by a text to be masked."""
    return Attack({name: make}, ("anonymise", REFERENCE, "--text", name), says)


def enclosed(make: Callable[[], bytes], says: str) -> Attack:
    """Attack by a PDF that an agency sent along."""
    command = ("enclose", REFERENCE, "hospital", "own.pdf", "--title", "Chronology")
    return Attack({"own.pdf": make}, command, says, heavy=True)


def checked(files: Mapping[str, Callable[[], bytes]], *command: str, says: str) -> Attack:
    """Attack the check of somebody else's templates."""
    return Attack(files, ("check", *command), says, _ACCOUNT, names=" ")


def deep_json(start: bytes = b"[") -> bytes:
    return start * 100_000


_SCHEMA = b'{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}'
_LEDGER = f"cases/{REFERENCE}/ledger.jsonl"
_POINTER = f"build/{REFERENCE}/current.json"
_BY_SCHEMA = ("--schema", "s.json", "--template", "t.md")
_OUTSIDE = frozenset({2, 3, 4})

OTHER_FILES = {
    f"given: {name}": attack
    for name, attack in {
        "a text in UTF-16": masked(lambda: CANARY.encode("utf-16"), "UTF-8", "text.md"),
        "a text of twenty megabytes": masked(lambda: b"a" * 20_000_000, "16 MB", "text.txt"),
        "a text that is no Word file": masked(
            lambda: b"PK\x03\x04" + bytes(99), "not a whole", "text.docx"
        ),
        "a schedule that nests": Attack(
            {"old.json": deep_json},
            ("schedule", REFERENCE, "--compare", "old.json"),
            "not a saved schedule",
        ),
        "a schedule of other things": Attack(
            {"old.json": lambda: b'[{"step": {"a": 1}}, 3, null]'},
            ("schedule", REFERENCE, "--compare", "old.json"),
            "not a saved schedule",
        ),
        "a schedule of fifty megabytes": Attack(
            {"old.json": lambda: b"[" + b"1," * 25_000_000 + b"1]"},
            ("schedule", REFERENCE, "--compare", "old.json"),
            "not a saved schedule",
        ),
        "a schema that nests": checked(
            {"s.json": deep_json, "t.md": lambda: b"{{ a }}"}, *_BY_SCHEMA, says="s.json"
        ),
        "a schema that fetches": checked(
            {
                "s.json": lambda: b'{"$ref":"https://example.org/x.json"}',
                "t.md": lambda: b"{{ a }}",
            },
            *_BY_SCHEMA,
            says="",
        ),
        "a schema that reads a file": checked(
            {"s.json": lambda: b'{"$ref":"file:///etc/passwd"}', "t.md": lambda: b"{{ a }}"},
            *_BY_SCHEMA,
            says="",
        ),
        "a schema with an endless pattern": checked(
            {
                "s.json": lambda: (
                    b'{"type":"object","properties":{"a":{"type":"string","pattern":"^(a+)+$"}},'
                    b'"required":["a"]}'
                ),
                "t.md": lambda: b"{% if a == '" + b"a" * 60 + b"!' %}x{% endif %}{{ b }}",
            },
            *_BY_SCHEMA,
            says="",
        ),
        "a schema of a hundred thousand words": checked(
            {
                "s.json": lambda: b'{"enum":[%s]}' % b",".join(b'"x%d"' % n for n in range(10**5)),
                "t.md": lambda: b"{{ a.x.y }}",
            },
            *_BY_SCHEMA,
            says="",
        ),
        **{
            f"a template that {what}": checked(
                {"s.json": lambda: _SCHEMA, "t.md": lambda words=words: words.encode()},
                *_BY_SCHEMA,
                says=says,
            )
            for what, words, says in (
                ("counts without end", "{% for n in range(10**9) %}x{% endfor %}", "times"),
                (
                    "counts within counting",
                    "{% for n in range(9999) %}{% for m in range(9999) %}x{% endfor %}{% endfor %}",
                    "times",
                ),
                ("repeats without end", "{{ 'a' * 10**9 }}", "larger than"),
                ("raises to a power", "{{ 9**9**9 }}", "larger than"),
                ("pads without end", "{{ 'a'|center(999999999) }}", "larger than"),
                ("asks for a wide number", "{{ '%999999999d'|format(1) }}", "wider than"),
                ("asks for a wide text", "{{ '{:>999999999}'.format('a') }}", "wider than"),
                ("includes a file of the system", "{% include '/etc/passwd' %}", "include-missing"),
                ("includes a file above", "{% include '../../t.md' %}", "include-missing"),
            )
        },
        "a world with a tag": checked(
            {
                "env.yaml": lambda: b"filters: !!python/object/apply:os.system [id]\n",
                "s.json": lambda: _SCHEMA,
                "t.md": lambda: b"{{ a }}",
            },
            *_BY_SCHEMA,
            "--env",
            "env.yaml",
            says="“!”",
        ),
        "a template of tags": checked(
            {"t.md": lambda: b"{#" * 100_000, "s.json": lambda: _SCHEMA}, *_BY_SCHEMA, says="5,000"
        ),
        "a template of blocks": checked(
            {
                "t.md": lambda: b"{% if a %}" * 2_000 + b"{% endif %}" * 2_000,
                "s.json": lambda: _SCHEMA,
            },
            *_BY_SCHEMA,
            says="nested too deeply",
        ),
        "a template of filters": checked(
            {
                "t.md": lambda: b"{{ a" + b"|upper" * 10_000 + b" }}",
                "s.json": lambda: _SCHEMA,
            },
            *_BY_SCHEMA,
            says="nested too deeply",
        ),
        "a template of comparisons": checked(
            {
                "t.md": lambda: b"{% if " + b" ~ ".join([b"'b'"] * 13_000) + b" %}{% endif %}",
                "s.json": lambda: _SCHEMA,
            },
            *_BY_SCHEMA,
            says="divide it",
        ),
        "a list to dispose with a tag": Attack(
            {"list.yaml": lambda: b"cases: !!python/none\n"}, ("dispose", "list.yaml"), "“!”"
        ),
        "a list to dispose of others": Attack(
            {"list.yaml": f"cases:\n  - reference: {CANARY}\n".encode},
            ("dispose", "list.yaml"),
            "not a disposal list",
        ),
        "a draft of rules that nests": Attack(
            {"draft.yaml": lambda: b"a: " + deep_json()},
            ("plan", "--procedure", "draft.yaml"),
            "nested",
        ),
        "a key of noise": Attack(
            {"../key": lambda: bytes(range(256))},
            ("anonymise", REFERENCE, "--key-file", "../key"),
            "no key file",
        ),
        "a key in the workspace": Attack(
            {"key": lambda: b"sgdocs-key-1:AAAA"},
            ("anonymise", REFERENCE, "--key-file", "key"),
            "must not lie in a workspace",
            frozenset({4}),
        ),
        "a password of noise": Attack(
            {"../secret": lambda: b"\xff\xfe" * 5_000},
            ("build", REFERENCE, "--as-of", "2026-11-11", "--password-file", "../secret"),
            "",
        ),
        "a password in the workspace": Attack(
            {"secret": lambda: b"correct horse battery staple"},
            ("build", REFERENCE, "--as-of", "2026-11-11", "--password-file", "secret"),
            "must not lie in a workspace",
            frozenset({4}),
        ),
        "a PDF to sign that is none": Attack(
            {"x.pdf": lambda: b"%PDF-1.7 " + CANARY.encode()},
            ("sign", "--verify", "x.pdf"),
            "",
        ),
        "a ledger that nests": Attack(
            {_LEDGER: deep_json}, ("verify", REFERENCE), "", frozenset({1, 4})
        ),
        "a ledger of one line": Attack(
            {_LEDGER: lambda: CANARY.encode() * 100_000},
            ("verify", REFERENCE),
            "",
            frozenset({1, 4}),
        ),
        "a pointer that nests": Attack(
            {_POINTER: deep_json},
            ("record", "event", REFERENCE, "panel_notified", "2026-11-12"),
            "",
            frozenset({4}),
        ),
        "users with a tag": Attack(
            {"../users.yaml": lambda: b"users: !!python/none\n"},
            ("serve", "--users", "../users.yaml", "--address", "example.org", "--no-browser"),
            "“!”",
        ),
        "users in the workspace": Attack(
            {"users.yaml": lambda: b"users: {}\n"},
            ("serve", "--users", "users.yaml", "--address", "example.org", "--no-browser"),
            "must not lie in a workspace",
            frozenset({4}),
        ),
        "an enclosure of noise": enclosed(lambda: b"%PDF-1.7" + bytes(999), ""),
        "a locked enclosure": enclosed(foreign.locked, ""),
        "a swelling enclosure": enclosed(foreign.swelling, ""),
        "an enclosure with rings": enclosed(PDF_TRICKS["pages in a ring"][0], ""),
        "an enclosure of tables": enclosed(PDF_TRICKS["tables without end"][0], ""),
        "an enclosure that nests": enclosed(PDF_TRICKS["arrays in arrays"][0], ""),
        "a case nobody has": Attack(
            {}, ("build", "SCI-2026-014/../../x"), "", frozenset({2, 3}), names=" "
        ),
        "a case like an option": Attack(
            {}, ("schedule", "--", "--all"), "", frozenset({2, 3}), names=" "
        ),
        "a new case that leads up": Attack({}, ("new", "../../X-1"), "", frozenset({2}), names=" "),
        "a new case that is a device": Attack({}, ("new", "CON"), "", frozenset({2}), names=" "),
        "a new case of two lines": Attack({}, ("new", "A-1\nB-2"), "", frozenset({2}), names=" "),
    }.items()
}
