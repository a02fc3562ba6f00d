"""A form's fields: all of them, in order, named as its schema says."""

import re

import pytest

from forms.blanks import FORMS, fields
from sgdocs.forms import fields_of, path_of
from sgdocs.papers import Block, Bullets, Fields, Input, Paragraph, Run, Table

PATH = re.compile(r"\w+(\[\w+\])?(\.\w+(\[\w+\])?)*")


def test_fields_come_in_the_order_of_the_pages_and_each_once() -> None:
    one, two = Input("a.day", "date", "Day", required=True), Input("a.day", "time", "Time")
    tick = Input("who", "tick", "The child", options=(("c-1", ""),))
    blocks: tuple[Block, ...] = (
        Fields((("When", (one, Run(" at "), two)),)),
        Table(((Run("Who"),),), (((tick,),), ((one,),))),
        Bullets(((Paragraph((Input("b", "long", "Why"),)),),)),
    )
    found = fields_of(blocks)
    assert [(f.number, f.name) for f in found] == [
        (1, "a.day"),
        (2, "a.day#time"),
        (3, "who=c-1"),
        (4, "b"),
    ]
    assert found[0].tooltip == "Day, as dd/mm/yyyy (required)"
    assert found[1].tooltip == "Time, as hh:mm, such as 14:05"


def test_a_name_says_its_path_and_the_value_a_tick_stands_for() -> None:
    assert path_of("involved_with=c-1") == ("involved_with", "c-1")
    assert path_of("events[la_aware].actual#time") == ("events[la_aware].actual", "")


@pytest.mark.parametrize("form", FORMS)
def test_every_field_has_a_path_a_label_and_what_it_offers(form: str) -> None:
    found = fields(form)
    assert found
    for field in found:
        assert PATH.fullmatch(field.path), field.name
        assert field.asks.label, field.name
        assert len(field.choices) >= {"choice": 2, "tick": 1}.get(field.kind, 0), field.name
        assert not field.asks.value, field.name
