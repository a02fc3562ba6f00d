"""What each element of a source becomes in the Word template."""

from pathlib import Path

from lxml import etree

from templates.specimen import FRONT, controls, made, paragraphs, part, rows


def test_words_keep_their_styles(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n## Part\n\n### Smaller\n\nPlain **bold** & {{ x }}\n\n- one\n\n1. first\n2. second\n",
    )
    assert paragraphs(data)[:7] == [
        ("Heading1", "Title"),
        ("Heading2", "Part"),
        ("Heading3", "Smaller"),
        ("", "Plain bold & {{ x }}"),
        ("ListBullet", "one"),
        ("ListNumber", "first"),
        ("ListNumber", "second"),
    ]
    assert "<w:b/>" in part(data)
    assert '<w:num w:numId="3">' in part(data, "word/numbering.xml")


def test_a_statement_alone_is_a_paragraph_and_one_among_words_stays_there(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n{% for r in returns if r.a > 1 %}\n\n- {{ r.b }}{% if r.c %}, c{% endif %}\n\n"
        "{% endfor %}\n{% set a = x|default({}) %}\n",
    )
    assert paragraphs(data)[1:] == [
        ("", "{%p for r in returns if r.a > 1 %}"),
        ("ListBullet", "{{ r.b }}{% if r.c %}, c{% endif %}"),
        ("", "{%p endfor %}"),
        ("", "{%p set a = x|default({}) %}"),
    ]


def test_a_statement_in_a_row_of_its_own_stands_for_the_row(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\nTable: Who {{ y }}\n\n| Name | Role |\n|--|----|\n"
        "| {% for p in people|default([]) %} |\n"
        "| {{ p.name|default('a|b') }} | {{ p.role }} |\n| {% endfor %} |\n",
    )
    assert ("Caption", "Who {{ y }}") in paragraphs(data)
    assert rows(data) == [
        ["Name", "Role"],
        ["{%tr for p in people|default([]) %}", ""],
        ["{{ p.name|default('a|b') }}", "{{ p.role }}"],
        ["{%tr endfor %}", ""],
    ]
    assert part(data).count("<w:tblHeader/>") == 1
    assert '<w:gridCol w:w="3061"/><w:gridCol w:w="6122"/>' in part(data)


def test_only_a_row_that_prints_a_narrative_goes_over_two_pages(tmp_path: Path) -> None:
    table = "\n| A | B |\n|--|--|\n| {{ x.name }} | "
    for cell, whole in (("{{ x.role }}", 2), ("{{ x.rationale }}", 1), ("[[nature: long]]", 1)):
        data = made(tmp_path, f"{table}{cell} |\n")
        assert part(data).count("<w:cantSplit/>") == whole


def test_labels_are_a_table_of_two_columns(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n{% if a %}\nName of {{ a }} :: {{ b }} **bold**\n{% if c %}\nEmpty ::\n{% else %}\n"
        "Other :: x\n{% endif %}\n\nMore :: y\n\n{% endif %}\n",
    )
    assert rows(data) == [
        ["Name of {{ a }}", "{{ b }} bold"],
        ["{%tr if c %}", ""],
        ["Empty", ""],
        ["{%tr else %}", ""],
        ["Other", "x"],
        ["{%tr endif %}", ""],
    ]
    assert [words for style, words in paragraphs(data) if not style] == [
        "{%p if a %}",
        "{%p endif %}",
    ]
    assert 'w:tblStyle w:val="FieldTable"' in part(data)


def test_a_signature_is_a_table_of_its_own_kind(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\nSignature: The {{ role }}\n\n[page break]\n\n"
        "Signature: Chair | {{ name }} | {{ day|long_date if day else '' }}\n",
    )
    assert rows(data) == [["Name", ""], ["Signature", ""], ["Date", ""]]
    assert rows(data, 1) == [
        ["Name", "{{ name }}"],
        ["Signature", ""],
        ["Date", "{{ day|long_date if day else '' }}"],
    ]
    assert ("SignatureRole", "The {{ role }}") in paragraphs(data)
    assert part(data).count('w:tblStyle w:val="SignatureTable"') == 2
    assert part(data).count('<w:br w:type="page"/>') == 1


def test_fields_are_controls_whose_answers_are_printed(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\nWho :: [[completed_by.name.full: text required]]\nWhat :: [[nature: long]]\n"
        "From :: [[involved_from: date]]\n",
    )
    assert controls(data) == [
        (
            "Who (required)",
            "completed_by.name.full",
            "{{ form.completed_by.name.full|default('') }}",
        ),
        ("What", "nature", "{{ form.nature|default('') }}"),
        (
            "From",
            "involved_from",
            "{{ form.involved_from|numeric_date if form.involved_from else '' }}",
        ),
    ]
    assert '<w:text w:multiLine="1"/>' in part(data)
    assert '<w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>' in part(data)


def test_fields_in_a_loop_belong_to_its_rows(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n| Date | Time | Seen |\n|--|--|--|\n| {% for each in form.chronology %} |\n"
        "| [[chronology[].date: date]] | [[chronology[].time: time]] "
        "| [[chronology[].child_seen: choice]] |\n| {% endfor %} |\n",
    )
    day, time, seen = controls(data)
    assert day == (
        "Date {{ loop.index }}",
        "chronology[{{ loop.index0 }}].date",
        "{{ each.date|known_day if each.date else '' }}",
    )
    assert time[1:] == (
        "chronology[{{ loop.index0 }}].time#time",
        "{{ each.time|default('') }}",
    )
    assert seen[2] == "{{ words[each.child_seen]|capitalise if each.child_seen else '' }}"
    assert '<w:listItem w:displayText="Not known" w:value="not_known"/>' in part(data)


def test_a_list_beside_the_loop_is_read_by_its_number(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n{% for question in asked %}\n\nAnswer :: [[answers[]: long]]\n\n{% endfor %}\n",
    )
    ((_, tag, said),) = controls(data)
    assert tag == "answers[{{ loop.index0 }}]"
    assert said == "{{ (form.answers|default([]))[loop.index0]|default('') }}"


def test_a_row_deeper_inside_is_numbered_by_its_own_loop(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n{% for row in form.episodes %}\n\n{% for x in y %}\n\n"
        "[[episodes[].when: text]] {{ x }}\n\n{% endfor %}\n\n{% endfor %}\n",
    )
    assert ("", "{%p set at = loop.index0 %}") in paragraphs(data)
    assert controls(data)[0][1] == "episodes[{{ at }}].when"


def test_a_tick_is_one_of_two_boxes(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\n[[nil_return: tick=yes]] We had **no** involvement. [[nil_return: tick=no]] We had.\n\n"
        "| Who | Involved |\n|--|--|\n| {% for child in children %} |\n"
        "| {{ child.name }} | [[involved_with: tick={{ child.id }}]] |\n| {% endfor %} |\n",
    )
    said = paragraphs(data)[1][1]
    assert said.startswith(
        "{%r if form.nil_return|default('') == 'yes' %}☑{%r else %}☐{%r endif %}"
    )
    assert "\u00a0We had no involvement. " in said
    names = [(name, tag) for name, tag, _ in controls(data)]
    assert names[0] == names[1] == ("We had no involvement.", "nil_return=yes")
    assert names[4] == ("Involved {{ loop.index }}", "involved_with={{ child.id }}")
    assert "{%r if child.id in form.involved_with|default([]) %}" in rows(data)[2][1]
    assert part(data).count('<w14:checked w14:val="1"/>') == 3


def test_an_entry_of_a_named_list_is_found_by_its_name(tmp_path: Path) -> None:
    data = made(
        tmp_path,
        "\nWhen :: [[events[la_aware].actual: date]] [[events[la_aware].actual: time]]\n",
    )
    day, time = controls(data)
    assert day[1] == "events[la_aware].actual"
    assert time[1] == "events[la_aware].actual#time"
    found = "(form.events|where('event', 'la_aware')|first|default({})).actual"
    assert day[2] == f"{{{{ {found}|numeric_date if {found} else '' }}}}"
    assert "|clock if" in time[2]


def test_a_list_of_texts_is_one_to_a_line_or_after_another(tmp_path: Path) -> None:
    front = FRONT.replace("kind: form", "kind: form\nrows: {children: 2}")
    body = (
        "\nLines :: [[children[0].addresses[0].lines: long]]\n"
        "Line :: [[children[0].addresses[0].lines: text]]\n"
    )
    data = made(tmp_path, body, front)
    assert [said for _, _, said in controls(data)] == [
        "{{ form.children[0].addresses[0].lines|join('\\n') "
        "if form.children[0].addresses[0].lines else '' }}",
        "{{ form.children[0].addresses[0].lines|join(', ') "
        "if form.children[0].addresses[0].lines else '' }}",
    ]
    assert "<cp:keywords>rows children=2</cp:keywords>" in part(data, "docProps/core.xml")


def test_no_name_and_no_tag_is_longer_than_word_takes(tmp_path: Path) -> None:
    label = "A label that goes on for so long that nobody can hear it read out without a rest"
    data = made(
        tmp_path,
        "\n{% for row in form.children %}\n\n"
        f"{label} :: [[children[].status_at_incident: tick=not_known_to_social_care]] Not known\n"
        f"{label} :: [[children[].name.full: text required]]\n\n{{% endfor %}}\n",
    )
    for name, tag, _ in controls(data):
        assert len(name) <= 64
        assert len(tag) <= 64
    assert "status_at_incident=not_known_to_social_care" in part(data)


def test_the_properties_say_what_it_is(tmp_path: Path) -> None:
    core = part(made(tmp_path, "\nWords\n"), "docProps/core.xml")
    assert "<dc:title>Account of {{ reference }} &amp; more</dc:title>" in core
    assert "<dc:subject>form</dc:subject>" in core
    assert "<dc:description>nel-flowcharts | Flowchart 2 &amp; 3</dc:description>" in core


def test_a_page_on_its_side_has_wider_tables(tmp_path: Path) -> None:
    front = FRONT.replace("kind: form", "kind: form\norientation: landscape")
    data = made(tmp_path, "\n| A | B |\n|--|--|\n| a | b |\n", front)
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in part(data)
    assert '<w:gridCol w:w="7058"/>' in part(data)
    assert 'w:pos="14116"' in part(data, "word/footer1.xml")


def test_curly_quotes_in_tags_are_kept_and_every_part_is_sound(tmp_path: Path) -> None:
    data = made(tmp_path, "\n{{ x|default('Child’s') }} and ’\n\n[a page](https://example.org/b)\n")
    assert "{{ x|default('Child\\u2019s') }} and ’" in part(data)
    assert 'HYPERLINK "https://example.org/b"' in part(data).replace("&quot;", '"')
    for name in ("word/document.xml", "word/numbering.xml", "docProps/core.xml"):
        etree.fromstring(part(data, name).encode())


def test_the_same_source_is_the_same_bytes(tmp_path: Path) -> None:
    assert made(tmp_path, "\nWords\n") == made(tmp_path, "\nWords\n")
    assert len(made(tmp_path, "\nWords\n")) < 15_000
