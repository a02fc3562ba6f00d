"""Decisions hold for as long as the passage stays as it was."""

from sgdocs.anonymise import Decision, Masked, Masker, decided, flag_ids

TEXT = "Freya slept at Kayleigh's.\n\nKayleigh said nothing. Kayleigh left."


def by_id(masker: Masker, text: str, verdict: str, label: str = "") -> dict[str, Decision]:
    return {
        o.id: Decision(
            o.id, verdict, "Hester Vane", "2026-11-20", o.flag.reason, o.words, o.passage, "", label
        )
        for o in flag_ids(text, masker.mask(text).flags)
    }


def after(masker: Masker, text: str, decisions: dict[str, Decision]) -> Masked:
    return decided(text, masker.mask(text), decisions)[0]


def test_every_flag_has_a_name_of_its_own(masker: Masker) -> None:
    names = [o.id for o in flag_ids(TEXT, masker.mask(TEXT).flags)]
    assert len(names) == len(set(names)) == 3


def test_what_is_kept_is_flagged_no_more(masker: Masker) -> None:
    assert after(masker, TEXT, by_id(masker, TEXT, "keep")).flags == ()


def test_what_is_masked_becomes_a_mask(masker: Masker) -> None:
    done = after(masker, TEXT, by_id(masker, TEXT, "mask", "a neighbour"))
    assert done.flags == ()
    assert [m.replacement for m in done.masks] == [
        "Child A",
        "a neighbour",
        "A neighbour",
        "A neighbour",
    ]


def test_what_is_to_be_rewritten_stays_open(masker: Masker) -> None:
    done = after(masker, TEXT, by_id(masker, TEXT, "rewrite"))
    assert all(f.reason.endswith("to be rewritten") for f in done.flags)
    assert len(done.flags) == 3


def test_a_changed_passage_opens_again_and_the_others_stay_decided(masker: Masker) -> None:
    decisions = by_id(masker, TEXT, "keep")
    changed = TEXT.replace("said nothing", "said that she saw it")
    assert len(after(masker, changed, decisions).flags) == 2
    moved = "A new beginning.\n\n" + TEXT.replace("\n\n", "\n\n\n")
    assert after(masker, moved, decisions).flags == ()


def test_a_decision_takes_the_place_of_masks_it_touches(masker: Masker) -> None:
    text = "He was the only pupil to know Freya there."
    (asked,) = flag_ids(text, masker.mask(text).flags)
    decisions = by_id(masker, text, "mask", "a pupil")
    done = after(masker, text, decisions)
    assert asked.flag.reason == "a rare fact"
    assert done.masks[0].label == "a pupil"
