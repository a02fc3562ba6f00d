"""The rules a template is held to, each with its weight, what it says and an example."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `example` breaks it."""

    name: str
    severity: str
    says: str
    example: str


_ALL = (
    Rule("syntax", "error", "The tag cannot be read.", "{{ child.name }"),
    Rule("stray-braces", "error", "Meant as a tag, and printed as it stands.", "{ name }}"),
    Rule("unclosed", "error", "A block is opened and never closed.", "{% if child %}"),
    Rule("unopened", "error", "A block is closed that was not opened.", "{% endif %}"),
    Rule(
        "overlap", "error", "Blocks overlap.", "{% if a %}{% for x in b %}{% endif %}{% endfor %}"
    ),
    Rule(
        "misnested", "error", "In Word, a block ends at another level.", "{%p if a %} {% endif %}"
    ),
    Rule("unknown-tag", "error", "There is no such tag.", "{% foreach x in list %}"),
    Rule("unknown-name", "error", "Nothing of this name is there.", "{{ chidl.name }}"),
    Rule("unknown-field", "error", "The object has no such field.", "{{ child.nmae }}"),
    Rule("use-before-set", "error", "A name is used before it is set.", "{{ n }}{% set n = 1 %}"),
    Rule(
        "out-of-scope",
        "error",
        "A name is used where it no longer holds.",
        "{% for a in list %}{% endfor %}{{ a }}",
    ),
    Rule("set-lost", "warning", "What is set inside a loop is lost after it.", "{% set n = 2 %}"),
    Rule("shadows", "warning", "A name hides another.", "{% for case in list %}"),
    Rule("optional-unguarded", "error", "An optional field is used unguarded.", "{{ a.phone }}"),
    Rule("maybe-empty", "error", "An entry of a list that may be empty.", "{{ list[0].name }}"),
    Rule("maybe-unset", "error", "A name that is set only sometimes.", "{{ label }}"),
    Rule("no-else", "error", "An inline if without else.", "{{ 'x' if a.flag }}"),
    Rule("not-exhaustive", "error", "A lookup lacks a value.", "{{ {'a': 1}[kind] }}"),
    Rule("needs-list", "error", "This gives entries one by one.", "{{ x|map('e')|length }}"),
    Rule("null-unguarded", "error", "A value that may be null is used.", "{{ a.b.c }}"),
    Rule("loop-over-non-list", "error", "A loop over what is no list.", "{% for x in name %}"),
    Rule("field-of-scalar", "error", "A plain value has no fields.", "{{ name.first }}"),
    Rule("field-of-list", "error", "A list has no fields.", "{{ children.name }}"),
    Rule("hidden-by-method", "error", "A method hides the field.", "{{ row.items }}"),
    Rule("method-not-called", "error", "A method lacks its brackets.", "{{ name.upper }}"),
    Rule("unknown-method", "error", "There is no such method.", "{{ name.uper() }}"),
    Rule("prints-object", "warning", "An object is printed raw.", "{{ child }}"),
    Rule("prints-list", "warning", "A list is printed raw.", "{{ children }}"),
    Rule("prints-boolean", "warning", "True or False is printed.", "{{ child.died }}"),
    Rule("prints-date", "warning", "A date is printed as data.", "{{ today }}"),
    Rule("prints-null", "warning", "None is printed.", "{{ child.middle_name }}"),
    Rule("prints-function", "warning", "A function is printed.", "{{ heading }}"),
    Rule("number-asked", "error", "A number is asked for yes or no.", "{% if list|count %}"),
    Rule("never-equal", "error", "A comparison that can never hold.", "{% if kind == 'helth' %}"),
    Rule("literal-altered", "error", "Word changes this literal.", "{% if name == 'A & B' %}"),
    Rule("always-false", "warning", "A guard that can never hold.", "{% if n > 9 %}"),
    Rule("dead-branch", "warning", "A branch ruled out above.", "{% if a %}{% if not a %}"),
    Rule("unknown-filter", "error", "There is no such filter.", "{{ name|uper }}"),
    Rule("filter-misuse", "error", "A filter is given what it cannot use.", "{{ list|upper }}"),
    Rule("filter-arguments", "error", "Wrong arguments to a filter.", "{{ name|replace('a') }}"),
    Rule("unknown-test", "error", "There is no such test.", "{% if name is emtpy %}"),
    Rule("test-arguments", "error", "Wrong arguments to a test.", "{% if n is divisibleby %}"),
    Rule("macro-arguments", "error", "Wrong arguments to a macro.", "{{ heading() }}"),
    Rule("method-arguments", "error", "Wrong arguments to a method.", "{{ name.replace('a') }}"),
    Rule("not-callable", "error", "This cannot be called.", "{{ name() }}"),
    Rule("operand-misuse", "error", "Values that do not go together.", "{{ name + 1 }}"),
    Rule("unpacking", "error", "Entries cannot be taken apart so.", "{% for a, b in names %}"),
    Rule("costly", "error", "It would take without end.", "{% for n in range(10000000) %}"),
    Rule("include-missing", "error", "There is no such file.", "{% include 'foot.md' %}"),
    Rule("text-lost", "error", "Text is lost beside a tag.", "Total {%p if a %}"),
    Rule("not-rendered", "error", "Nothing is filled in in this part.", "{{ name }} in a comment"),
    Rule("control-character", "error", "A control character cannot be printed.", "a bell"),
    Rule("turned-text", "error", "Text runs the other way from here.", "an override in a name"),
    Rule("invisible-character", "warning", "A character cannot be seen.", "a soft hyphen"),
    Rule("two-alphabets", "warning", "Letters only look alike.", "a Cyrillic a in a word"),
    Rule("lost-character", "warning", "A character was lost.", "a private character"),
    Rule("heaped-marks", "warning", "Marks are heaped on a letter.", "ten accents on one letter"),
    Rule("tracked-change", "warning", "A deleted tag still runs.", "{{ name }} struck out"),
    Rule("refused", "error", "The program cannot read this file.", "a letter without a title"),
    Rule("not-for-pdf", "error", "The PDF cannot hold this.", "a text box in a template"),
    Rule("procedure", "error", "A procedure has a fault.", "a condition on what is no fact"),
    Rule("orphan", "warning", "No procedure uses this file.", "letters/scsi-22.md"),
    Rule("no-words", "warning", "A paper has neither letter nor template.", "a new entry"),
    Rule("unknown-role", "error", "No procedure knows this role.", "to: [safegarding_partners]"),
    Rule("unknown-paper", "error", "There is no such paper.", "encloses: [SCSI-55]"),
    Rule("nobody", "warning", "No step sends this letter to such a role.", "to: [ofsted]"),
    Rule("schema", "error", "A schema is not sound.", "a reference that leads nowhere"),
    Rule("partnership", "error", "A partnership file has a fault.", "a contact without a role"),
    Rule("calendar", "error", "A calendar has a fault.", "a holiday twice"),
    Rule("example", "error", "An example does not fit the schema.", "a date in words"),
    Rule("file-name", "warning", "Nothing reads a file of this name.", "letters/scsi-2.doc"),
    Rule("vanished", "warning", "A printed field is gone, with --against.", "case.note"),
    Rule("outdated", "error", "A file fits the old schema only, with --against.", "case.yaml"),
    Rule("never-printed", "note", "No template uses this optional field.", "child.nickname"),
    Rule("required-unprinted", "warning", "No template uses this needed field.", "child.name"),
    Rule("disagreement", "error", "Rendering shows what the check missed.", "with --deep"),
    Rule("control-path", "error", "A field’s tag is no path of the schema.", "agency.nmae"),
    Rule("control-kind", "error", "A field’s kind does not fit.", "a date field for a name"),
    Rule("control-choice", "error", "A choice the schema does not know.", "“Helth” in a list"),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in _ALL})
