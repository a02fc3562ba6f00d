"""What other programs, and people, leave in a Word form: each is read, or said."""

from dataclasses import replace

import pytest
from lxml import etree

from forms.filling import W, fill_word
from papers.specimen import part
from returns.making import answers_of, blank, expected, read, told, with_parts
from returns.making import form as sheet
from sgdocs.returns import Reading, answers_by_layout

BODY = "word/document.xml"
FACTS = "What we know."
CHOSEN = ">Not known</w:t></w:r></w:sdtContent>"


def form(**changed: str) -> bytes:
    """Fill in a form; the answer about the facts is one run of words."""
    return fill_word(blank("SCSI-5").word, answers_of("SCSI-5", 60) | {"facts": FACTS} | changed)


def body(data: bytes, before: str, after: str) -> bytes:
    """Write other XML in place of some in the body."""
    text = part(data, BODY)
    assert before in text, "what is to be changed is not there"
    return with_parts(data, {BODY: text.replace(before, after, 1)})


def facts(inside: str) -> tuple[str, Reading]:
    """Give what is read where the answer about the facts is written as XML."""
    text = part(form(), BODY)
    start = text.index(">What we know.<")
    first, last = text.rindex("<w:r>", 0, start), text.index("</w:r>", start) + len("</w:r>")
    reading = read(with_parts(form(), {BODY: text[:first] + inside + text[last:]}))
    assert reading.unread is None, reading.unread
    return next(a.text for a in reading.answers if a.name == "facts"), reading


def without_fields(text: str) -> bytes:
    """Take every control and bookmark away, and leave what stands in them, as some programs do."""
    root = etree.fromstring(text.encode())
    for mark in [*root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    while (control := next(root.iter(f"{W}sdt"), None)) is not None:
        for inside in [*control.iterchildren(f"{W}sdtContent")]:
            for each in [*inside]:
                control.addprevious(each)
        control.getparent().remove(control)
    return etree.tostring(root)


def run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "meant"),
    [
        (run("What we ") + run("know.", "<w:rPr><w:b/></w:rPr>"), FACTS),
        ("<w:proofErr w:type='spellStart'/>" + run(FACTS), FACTS),
        (f"<w:smartTag w:uri='u' w:element='e'>{run(FACTS)}</w:smartTag>", FACTS),
        (f"<w:hyperlink w:anchor='x'>{run(FACTS)}</w:hyperlink>", FACTS),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>", "a\tb‑c"),
        (run("a\u00a0b  c \u200fשלום"), "a\u00a0b  c \u200fשלום"),
        (
            "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-"
            f"compatibility/2006'><mc:Choice Requires='wps'>{run('a')}</mc:Choice>"
            f"<mc:Fallback>{run('a')}</mc:Fallback></mc:AlternateContent>",
            "a",
        ),
        (
            "<w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase>"
            "</w:ruby>",
            "漢",
        ),
    ],
)
def test_words_are_read_however_word_writes_them(inside: str, meant: str) -> None:
    assert facts(inside)[0] == meant


def test_a_field_of_several_paragraphs_has_as_many_lines() -> None:
    data = form()
    text = part(data, BODY)
    at = text.index(">What we know.<")
    start, end = text.rindex("<w:sdt>", 0, at), text.index("</w:sdt>", at) + len("</w:sdt>")
    two = f"<w:p>{run('one')}</w:p><w:p>{run('two')}</w:p>"
    control = text[start:end]
    inner = control.index("<w:sdtContent>") + len("<w:sdtContent>")
    block = control[:inner] + two + "</w:sdtContent></w:sdt>"
    paragraph = (text.rindex("<w:p>", 0, start), text.index("</w:p>", end) + len("</w:p>"))
    whole = text[: paragraph[0]] + block + text[paragraph[1] :]
    assert "one\ntwo" in [a.text for a in read(with_parts(data, {BODY: whole})).answers]


@pytest.mark.parametrize(
    ("inside", "meant", "remark"),
    [
        (f"<w:del w:id='1'><w:r><w:delText>No</w:delText></w:r></w:del>{run('Yes')}", "Yes", "tra"),
        (f"{run('a')}<w:ins w:id='1'>{run('b')}</w:ins>", "ab", "tracked"),
        (run("seen") + run("hid", "<w:rPr><w:vanish/></w:rPr>"), "seenhid", "hidden"),
        (run("see") + "<w:r><w:drawing/></w:r>", "see", "picture"),
    ],
)
def test_what_a_person_should_look_at_is_said(inside: str, meant: str, remark: str) -> None:
    text, reading = facts(inside)
    assert text == meant
    messages = told("SCSI-5", reading)[1]
    assert len(messages) == 1
    assert messages[0].startswith("Section 6, “Facts known about the incident” ")
    assert remark in messages[0]


def test_a_tick_is_known_by_its_state_or_its_sign() -> None:
    data = form()
    ticked = part(data, BODY)
    at = ticked.index('w:tag w:val="nil_return=yes"')
    end = ticked.index("</w:sdt>", at)
    for before, after in (("☐", "☒"), ("☐", "x"), ('w14:val="0"', 'w14:val="1"')):
        control = ticked[at:end].replace(before, after, 1)
        assert control != ticked[at:end]
        reading = read(with_parts(data, {BODY: ticked[:at] + control + ticked[end:]}))
        assert told("SCSI-5", reading)[0]["nil_return"] == "yes"
    sign = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"
    start = ticked.index("<w:sdtContent>", at) + len("<w:sdtContent>")
    control = ticked[:start] + sign + ticked[ticked.index("</w:sdtContent>", start) :]
    assert told("SCSI-5", read(with_parts(data, {BODY: control})))[0]["nil_return"] == "yes"


def test_a_control_taken_away_is_read_between_its_bookmarks() -> None:
    data = form()
    text = part(data, BODY)
    at = text.index(">What we know.<")
    start, end = text.rindex("<w:sdt>", 0, at), text.index("</w:sdt>", at) + len("</w:sdt>")
    plain = text[:start] + run("Typed over.") + text[end:]
    assert told("SCSI-5", read(with_parts(data, {BODY: plain})))[0]["facts"] == "Typed over."


def test_a_row_added_in_word_comes_after_the_one_it_was_copied_from() -> None:
    data = form()
    text = part(data, BODY)
    at = text.index('w:val="chronology[1].date"')
    start = text.rindex("<w:tr>", 0, at)
    end = text.index("</w:tr>", at) + len("</w:tr>")
    row = text[start:end]
    added = row.replace("Answer", "Added")
    content = told("SCSI-5", read(with_parts(data, {BODY: text[:end] + added + text[end:]})))[0]
    events = [entry["event"][:6] for entry in content["chronology"]]
    assert len(events) == 13
    assert [n for n, event in enumerate(events) if event == "Added "] == [2]


def test_blank_rows_between_are_left_out_and_counted_on_paper() -> None:
    gone = {f"chronology[1].{f}": "" for f in ("date", "event", "source", "outcome", "child_seen")}
    answers = answers_of("SCSI-5", 60) | gone | {"chronology[1].time#time": ""}
    answers |= {"chronology[3].date": ""}
    content, messages = told("SCSI-5", read(fill_word(blank("SCSI-5").word, answers)))
    assert len(content["chronology"]) == 11
    assert messages == [
        "Section 8 (Chronology of significant events), fourth row, “Date” is missing."
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2 April 2026", "2026-04-02"),
        ("２/４/２０２６", "2026-04-02"),
        ("April 2026", "2026-04"),
        ("2026", "2026"),
        ("not known", "unknown"),
    ],
)
def test_dates_of_a_chronology(written: str, meant: str) -> None:
    content, messages = told("SCSI-5", read(form(**{"chronology[0].date": written})))
    assert content["chronology"][0]["date"] == meant
    assert messages == []


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("31/02/2026", "is a day that is not in the calendar"),
        ("02/04/26", "has a year of two figures"),
        ("4/13/2026", "is a day that is not in the calendar"),
        ("around Easter", "cannot be read as a date"),
    ],
)
def test_dates_that_have_to_be_asked_about(written: str, what: str) -> None:
    content, messages = told("SCSI-5", read(form(involved_from=written)))
    assert "involved_from" not in content
    assert messages == [f"Section 3, “Involved from” {what}."]
    assert written not in str(messages)


def test_a_day_picked_month_first_is_asked_about() -> None:
    data = form(involved_from="03/04/2026")
    text = part(data, BODY).replace("2026-04-03T00", "2026-03-04T00")
    _, messages = told("SCSI-5", read(with_parts(data, {BODY: text})))
    assert messages == ["Section 3, “Involved from” may be written month first."]


@pytest.mark.parametrize("written", ["2.05 pm", "1405", "14h05"])
def test_times(written: str) -> None:
    content, _ = told("SCSI-5", read(form(**{"chronology[0].time#time": written})))
    assert content["chronology"][0]["time"] == "14:05"


def test_a_choice_is_read_by_its_words_or_its_value() -> None:
    for written in ("Not known", "NOT KNOWN ", "not_known"):
        data = body(
            form(),
            ">Not known</w:t></w:r></w:sdtContent>",
            f">{written}</w:t></w:r></w:sdtContent>",
        )
        assert told("SCSI-5", read(data))[1] == []
    data = body(
        form(), ">Not known</w:t></w:r></w:sdtContent>", ">Perhaps</w:t></w:r></w:sdtContent>"
    )
    (message,) = told("SCSI-5", read(data))[1]
    assert message.endswith("“Child seen?” is not one of the choices.")


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    assert facts(run("a\u202eb\u2066c\u2028d\ufeff"))[0] == "a\u202eb\u2066c\u2028d\ufeff"
    _, reading = facts(run("a\u202eb\u2028c"))
    assert told("SCSI-5", reading)[0]["facts"] == "ab\nc"


def test_names_that_are_not_ours_are_passed_over() -> None:
    data = body(form(), 'w:val="facts"', 'w:val="someone.elses"')
    data = with_parts(data, {BODY: part(data, BODY).replace('w:name="sgdocs_', 'w:name="x_')})
    content, messages = told("SCSI-5", read(data))
    assert "facts" not in content
    assert "Section 6, “Facts known about the incident” is missing." in messages
    assert any("is no longer asked" in message for message in messages)


def test_a_form_that_lost_its_fields_is_counted() -> None:
    data = with_parts(form(), {BODY: part(form(), BODY).replace("<w:tag ", "<w:gat ")})
    reading = read(data)
    assert reading.nameless == 0, "the bookmarks still say the names"
    bare = part(data, BODY).replace('w:name="sgdocs_', 'w:name="other_')
    reading = read(with_parts(data, {BODY: bare}))
    assert reading.nameless > 60
    assert reading.answers == ()


def test_a_form_without_any_field_is_read_by_its_printed_words() -> None:
    answers = answers_of("SCSI-5", 60)
    data = fill_word(blank("SCSI-5").word, answers)
    text = without_fields(part(data, BODY))
    reading = read(with_parts(data, {BODY: text}))
    assert (reading.answers, reading.nameless) == ((), 0)
    given = tuple(answers_by_layout(reading.rows, sheet("SCSI-5").sheet))
    content = told("SCSI-5", replace(reading, answers=given))[0]
    whole = expected("SCSI-5", answers)
    assert content.pop("involved_with", None) is None
    assert {k: v for k, v in whole.items() if k != "involved_with"} == content


def test_findings_never_say_what_stands_there() -> None:
    name = "Zebedee"
    changed = {
        "involved_from": name,
        "completed_by.email": name,
        "chronology[0].date": name,
        "chronology[0].time#time": name,
        "sign_off.signed_on": name,
    }
    _, messages = told("SCSI-5", read(form(**changed)))
    assert len(messages) == 5
    assert name not in str(messages)
