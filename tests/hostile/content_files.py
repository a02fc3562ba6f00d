"""What an office keeps beside its cases, built to do harm: rules, contacts, letters, templates."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from hostile.attacks import REFERENCE, Attack
from papers.specimen import part
from returns.making import with_parts
from sgdocs.content import Content

__all__ = ["CONTENT_FILES"]

_CONTENT = Content()
_LETTER = "letters/rr-invite.md"
_BY_LETTER = ("check", _LETTER)
_TEMPLATE = "templates/tor.docx"
_BY_TEMPLATE = ("check", _TEMPLATE)
_BY_CASE = ("schedule", REFERENCE)
_PUT_RIGHT = frozenset({1})


@cache
def shipped(kind: str, name: str) -> bytes:
    """Give a file that came with the program."""
    return _CONTENT.path(kind, name).read_bytes()


def with_words(kind: str, name: str, before: str, after: str) -> Callable[[], bytes]:
    """Give a file that came with the program, with other words in one place."""

    def make() -> bytes:
        text = shipped(kind, name).decode()
        assert before in text, before
        return text.replace(before, after, 1).encode()

    return make


def rules(more: str, says: str) -> Attack:
    """Attack by a procedure of the workspace's own."""
    make = lambda: shipped("procedures", "nel.yaml") + more.encode()  # noqa: E731 - one line
    return Attack({"procedures/nel.yaml": make}, _BY_CASE, says, names="procedures/nel.yaml")


def with_days(more: bytes) -> bytes:
    return shipped("calendars", "england-and-wales.yaml") + more


def letter(words: str, says: str = "") -> Attack:
    """Attack by the words of a letter; a check finds it."""
    make = with_words("letters", "rr-invite.md", "Dear {{ recipient.name }},", f"Dear {words},")
    return Attack({_LETTER: make}, _BY_LETTER, says, _PUT_RIGHT, names=_LETTER, heavy=True)


def with_member(name: str) -> bytes:
    """Give a template with one more member."""
    out = BytesIO(shipped("templates", "tor.docx"))
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, b"<a/>")
    return out.getvalue()


def word(parts: Mapping[str, bytes | str], says: str) -> Attack:
    """Attack by parts of a Word template."""
    make = partial(lambda: with_parts(shipped("templates", "tor.docx"), parts))
    return Attack({_TEMPLATE: make}, _BY_TEMPLATE, says, _EITHER, names=_TEMPLATE, heavy=True)


def template(make: Callable[[], bytes], says: str) -> Attack:
    return Attack({_TEMPLATE: make}, _BY_TEMPLATE, says, _EITHER, names=_TEMPLATE, heavy=True)


def in_body(words: str, says: str = "") -> Attack:
    """Attack by words in the body of a Word template."""

    def make() -> bytes:
        data = shipped("templates", "tor.docx")
        text = part(data, "word/document.xml")
        at = text.index("<w:body>") + len("<w:body>")
        said = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
        return with_parts(data, {"word/document.xml": text[:at] + said + text[at:]})

    return template(make, says)


def in_title(words: str, says: str = "") -> Attack:
    """Attack by a document property of a Word template."""

    def make() -> bytes:
        data = shipped("templates", "tor.docx")
        text = part(data, "docProps/core.xml")
        start, end = text.index("<dc:title>") + 10, text.index("</dc:title>")
        return with_parts(data, {"docProps/core.xml": text[:start] + words + text[end:]})

    return template(make, says)


def entities() -> bytes:
    data = shipped("templates", "tor.docx")
    text = part(data, "word/document.xml")
    start = text.index("<w:document")
    dtd = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    said = text[start:].replace("<w:body>", "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p>", 1)
    return with_parts(data, {"word/document.xml": dtd + said})


def locked() -> bytes:
    """Say of every member that it is locked."""
    data = bytearray(shipped("templates", "tor.docx"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


_EITHER = frozenset({1, 3})
_RUN = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
_TENS = "[1,2,3,4,5,6,7,8,9,10]"

RULES: Mapping[str, Attack] = {
    "a tag that runs Python": rules('x: !!python/object/apply:os.system ["id"]\n', "“!”"),
    "an alias": rules("x: &a [1]\ny: *a\n", "“&”"),
    "a merge key": rules("x: {<<: {a: 1}}\n", "“<<”"),
    "a name twice": rules("id: nel\n", "two entries"),
    "brackets without end": rules("x: " + "[" * 50_000 + "\n", "nested"),
    "six megabytes": rules("# a comment\n" * 500_000, "larger than"),
    "a second document": rules("---\nid: nel\n", "second document"),
    "a condition that runs Python": Attack(
        {
            "procedures/nel.yaml": with_words(
                "procedures", "nel.yaml", "conditions:\n", f'conditions:\n  evil: "{_RUN[3:-3]}"\n'
            )
        },
        _BY_CASE,
        "",
        names="procedures/nel.yaml",
    ),
    "a partnership's tag": Attack(
        {"partnership.yaml": lambda: b"procedure: nel\nx: !!python/name:os.system\n"},
        _BY_CASE,
        "“!”",
    ),
    "a partnership's alias": Attack(
        {"partnership.yaml": lambda: b"procedure: &a nel\nname: *a\n"}, _BY_CASE, "“&”"
    ),
    "a partnership twice": Attack(
        {"partnership.yaml": lambda: b"procedure: nel\nprocedure: bcp\n"}, _BY_CASE, "two entries"
    ),
    "a partnership of noise": Attack(
        {"partnership.yaml": lambda: bytes(range(256)) * 50}, _BY_CASE, "UTF-8"
    ),
    "a contact that cannot be seen": Attack(
        {
            "partnership.yaml": with_words(
                "partnerships", "nel.yaml", "Ottoline Marsden", "Otto\u200bline Marsden"
            )
        },
        _BY_CASE,
        "invisible character",
    ),
    "a contact of two alphabets": Attack(
        {
            "partnership.yaml": with_words(
                "partnerships", "nel.yaml", "Ottoline Marsden", "Ott\u043eline Marsden"
            )
        },
        _BY_CASE,
        "look alike",
    ),
    "a step that cannot be seen": Attack(
        {"procedures/nel.yaml": with_words("procedures", "nel.yaml", "title: ", "title: \u2060")},
        _BY_CASE,
        "invisible character",
        names="procedures/nel.yaml",
    ),
    "a calendar of many days": Attack(
        {
            "calendars/england-and-wales.yaml": lambda: (
                shipped("calendars", "england-and-wales.yaml")
                + b"x:\n"
                + b"- 2026-01-01\n" * 250_000
            )
        },
        _BY_CASE,
        "values",
        names="england-and-wales.yaml",
        heavy=True,
    ),
    "a calendar with a tag": Attack(
        {"calendars/england-and-wales.yaml": partial(with_days, b"x: !!python/none a\n")},
        _BY_CASE,
        "“!”",
        names="england-and-wales.yaml",
    ),
}

LETTERS: Mapping[str, Attack] = {
    "classes": letter(_RUN),
    "classes by a filter": letter("{{ reference|attr('__class__') }}"),
    "classes by an item": letter("{{ reference['__class__'] }}"),
    "globals of a helper": letter("{{ lipsum.__globals__['os'].popen('id').read() }}"),
    "globals of a loop": letter("{{ cycler.__init__.__globals__.os }}"),
    "the template itself": letter("{{ self._TemplateReference__context }}"),
    "a file included": letter("{% include '/etc/passwd' %}"),
    "a file imported": letter("{% import '/etc/passwd' as x %}"),
    "another template below": letter("{% extends '/etc/passwd' %}"),
    "a macro that calls itself": letter("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
    "a range": letter("{% for a in range(1000000000) %}x{% endfor %}"),
    "a range in a range": letter(
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"
    ),
    "lists in lists": letter(
        f"{{% for a in {_TENS} %}}" * 6 + "x" + "{% endfor %}" * 6,
    ),
    "a word a thousand million times": letter("{{ 'a' * 1000000000 }}"),
    "a power": letter("{{ 10 ** 10 ** 10 }}"),
    "a shift": letter("{{ 1 // 0 }}"),
    "a giant format": letter("{{ '%999999999d'|format(1) }}"),
    "a giant width": letter("{{ '{:>999999999}'.format(reference) }}"),
    "a giant centre": letter("{{ reference|center(999999999) }}"),
    "digits without end": letter("{{ " + "9" * 100_000 + " }}", "too long"),
    "a hexadecimal without end": letter("{{ 0x" + "f" * 100_000 + " }}", "too long"),
    "a zero written out": letter(r"{{ 'a\0' }}", "no paper can hold"),
    "a turn of direction written out": letter(r"{{ '\u202e' }}", "no paper can hold"),
    "a giant indent": letter("{{ reference|indent(999999999) }}"),
    "brackets in brackets": letter("{{ " + "(" * 60_000 + "1" + ")" * 60_000 + " }}"),
    "filters without end": letter("{{ reference" + "|upper" * 20_000 + " }}"),
    "ifs in ifs": letter("{% if reference %}" * 5_000 + "{% endif %}" * 5_000),
    "a block": letter("{% block a %}{% endblock %}"),
    "a call": letter("{{ recipient.name.format() }}"),
    "a do": letter("{% do [].append(1) %}"),
    "raw HTML": letter("<script>alert(1)</script>"),
    "a picture from elsewhere": letter("![x](https://example.org/x.png)"),
    "a link that runs": letter("[x](javascript:alert(1))"),
    "a link to a file": letter("[x](file:///etc/passwd)"),
    "a tag that never ends": letter("{{ reference"),
    "quotations in quotations": letter("\n\n" + ">" * 20_000 + " a\n\n"),
    "a letter without end": letter("word " * 1_200_000),
    "a letter saved as UTF-16": Attack(
        {_LETTER: lambda: shipped("letters", "rr-invite.md").decode().encode("utf-16")},
        _BY_LETTER,
        "UTF-8",
        _EITHER,
        names=_LETTER,
        heavy=True,
    ),
    "a letter's head with a tag": Attack(
        {
            _LETTER: with_words(
                "letters", "rr-invite.md", "artefact: RR-INVITE", "artefact: !!python/name:os RR"
            )
        },
        _BY_LETTER,
        "“!”",
        _EITHER,
        names=_LETTER,
        heavy=True,
    ),
    "a bell in a letter": letter("a\x07b"),
    "a turn of direction in a letter": letter("a\u202eb"),
    "a word that cannot be seen whole": letter("a\u200bb", "invisible"),
    "a word of two alphabets": letter("p\u0430y", "look alike"),
    "a lost letter": letter("a\ufffdb", "lost"),
    "marks on marks": letter("a" + "\u0301" * 40, "more marks"),
}

TEMPLATES: Mapping[str, Attack] = {
    "an entity from elsewhere": template(entities, ""),
    "a swelling part": word({"word/media/x.xml": b" " * 50_000_000}, "swell"),
    "a name that leads elsewhere": template(
        partial(with_member, "../../evil.xml"),
        "built to mislead",
    ),
    "a name in capitals": template(
        partial(with_member, "WORD/DOCUMENT.XML"),
        "built to mislead",
    ),
    "members locked": template(locked, "password"),
    "no zip file": template(lambda: b"PK\x03\x04" + b"\xff" * 900, "not a whole"),
    "macros": word({"word/vbaProject.bin": b"x"}, "macros"),
    "a packed file": word({"word/embeddings/oleObject1.bin": b"x"}, "packed"),
    "ActiveX": word({"word/activeX/activeX1.xml": "<a/>"}, "program"),
    **{
        f"an entity in {name}": word(
            {name: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}, ""
        )
        for name in ("word/settings.xml", "word/comments.xml", "customXml/item1.xml")
    },
    "a field that fetches": in_body(
        '</w:t></w:r><w:fldSimple w:instr="DDEAUTO x"/><w:r><w:t>', "from elsewhere"
    ),
    "classes in its body": in_body(_RUN.replace("'", "&apos;")),
    "a range in its body": in_body("{% for a in range(1000000000) %}x{% endfor %}"),
    "a giant format in its body": in_body("{{ '%999999999d'|format(1) }}"),
    "a macro in its body": in_body("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
    "an include in its body": in_body("{%p include '/etc/passwd' %}"),
    "brackets in its body": in_body("{{ " + "(" * 60_000 + " }}"),
    "classes in its title": in_title(_RUN),
    "a giant format in its title": in_title("{{ '%999999999d'|format(1) }}"),
    "a range in its title": in_title("{% for a in range(1000000000) %}x{% endfor %}"),
    "a turn of direction in its body": in_body("a\u202eb", "direction"),
    "a turn written as a number in its body": in_body("a&#8238;b", "direction"),
    "a turn of direction in its title": in_title("a\u2066b", "direction"),
    "a control character in its body": in_body("a\x9bb", "control"),
    "a word that cannot be seen whole in its body": in_body("a\u200bb", "invisible"),
    "elements in elements": in_body(
        "</w:t></w:r>"
        + "<w:sdt><w:sdtContent>" * 3_000
        + "</w:sdtContent></w:sdt>" * 3_000
        + "<w:r><w:t>"
    ),
}

CONTENT_FILES = {
    **{f"rules: {name}": attack for name, attack in RULES.items()},
    **{f"letter: {name}": attack for name, attack in LETTERS.items()},
    **{f"template: {name}": attack for name, attack in TEMPLATES.items()},
}
