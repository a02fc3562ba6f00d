"""People the case names, in every form in which a report may write them."""

import pytest

from anonymise.seen import flagged, labelled, masked
from sgdocs.anonymise import Masker

FORMS = [
    ("Freya was seen.", "Freya", "Child"),
    ("It was Freya Mai Bright.", "Freya Mai Bright", "Child"),
    ("It was Freya Bright.", "Freya Bright", "Child"),
    ("It was Freya M. Bright.", "Freya M. Bright", "Child"),
    ("Seen: Bright, Freya (child).", "Bright, Freya", "Child"),
    ("Seen: Bright, F. at home.", "Bright, F.", "Child"),
    ("told Hope O-B that", "Hope O-B", "Half-sibling 1"),
    ("told Siobhan B that", "Siobhan B", "Mother"),
    ("seen: Bright, F-M at home", "Bright, F-M", "Child"),
    ("seen: Bright, F.M. at home", "Bright, F.M.", "Child"),
    ("with Ms Bright-Wisniewski that", "Ms Bright-Wisniewski", "Mother"),
    ("Will, the brother, slept.", "Will", "Sibling 1"),
    ("Will will come.", "Will", "Sibling 1"),
    ("Seen: BRIGHT, Freya Mai", "BRIGHT, Freya Mai", "Child"),
    ("the file of F. Bright is", "F. Bright", "Child"),
    ("the file of F M Bright is", "F M Bright", "Child"),
    ("the file of Freya B is", "Freya B", "Child"),
    ("the file of Freya B. is", "Freya B.", "Child"),
    ("the file of FB is", "FB", "Child"),
    ("the file of F.B. is", "F.B", "Child"),
    ("the file of FMB is", "FMB", "Child"),
    ("Little Frey slept.", "Frey", "Child"),
    ("freya was seen", "freya", "Child"),
    ("FREYA was seen", "FREYA", "Child"),
    ("Freya’s coat", "Freya", "Child"),
    ("Freyas coat", "Freyas", "Child"),
    ("baby Freya cried", "Freya", "Child"),
    ("Siobhan came.", "Siobhan", "Mother"),
    ("Siobhán O’Donnell came.", "Siobhán O’Donnell", "Mother"),
    ("Siobhan ODonnell came.", "Siobhan ODonnell", "Mother"),
    ("Ms O'Donnell came.", "Ms O'Donnell", "Mother"),
    ("Mrs. O'Donnell came.", "Mrs. O'Donnell", "Mother"),
    ("seen by S O'D at home", "S O'D", "Mother"),
    ("Shiv Bright came.", "Shiv Bright", "Mother"),
    ("Shiv Bright in July 2024.", "Shiv Bright", "Mother"),
    ("Aunty Siobhan came.", "Aunty Siobhan", "Mother"),
    ("with Krzysztof Wisniewski", "Krzysztof Wisniewski", "Mother's partner"),
    ("with Mr Wiśniewski", "Mr Wiśniewski", "Mother's partner"),
    ("with Krzysiek", "Krzysiek", "Mother's partner"),
    ("told Mark Bright", "Mark Bright", "Father"),
    ("told Mr Bright", "Mr Bright", "Father"),
    ("told Mark that", "Mark", "Father"),
    ("told Hope O'Donnell-Bright that", "Hope O'Donnell-Bright", "Half-sibling 1"),
    ("told Hope O'Donnell Bright that", "Hope O'Donnell Bright", "Half-sibling 1"),
    ("told Rhiannon ap Gruffydd", "Rhiannon ap Gruffydd", "Grandmother"),
    ("told Mrs Gruffydd", "Mrs Gruffydd", "Grandmother"),
    ("told Mo that", "Mo", "Family Friend"),
    ("told Mohammed Al Hassan that", "Mohammed Al Hassan", "Family Friend"),
    ("told Big Mo that", "Big Mo", "Family Friend"),
    ("told Mr Alhassan that", "Mr Alhassan", "Family Friend"),
    ("told Seun that", "Seun", "Lodger"),
    ("told Mr Okafor that", "Mr Okafor", "Lodger"),
    ("told Mary McAlpine that", "Mary McAlpine", "Health Visitor"),
    ("told Mary Mac Alpine that", "Mary Mac Alpine", "Health Visitor"),
    ("told Gurpreet Dhaliwal that", "Gurpreet Dhaliwal", "Social Worker"),
    ("told Ms Dhaliwal that", "Ms Dhaliwal", "Social Worker"),
    ("told DI Rookwood that", "DI Rookwood", "Detective Inspector (police)"),
    ("told Dr Mukherjee that", "Dr Mukherjee", "GP"),
    ("told Dr Achterberg that", "Dr Achterberg", "Referrer"),
    ("told Hester Vane that", "Hester Vane", "Business Unit Officer"),
]

TRICKS = [
    ("Fre\u200bya", "zero width"),
    ("Fre\u00adya", "soft hyphen"),
    ("Frеya", "a Cyrillic letter"),
    ("Ｆｒｅｙａ", "full width"),
    ("**Fre**ya", "markup inside"),
    ("_Freya_", "markup outside"),
    ("Fr<b>e</b>ya", "HTML inside"),
    ("Fre-\nya", "parted at a line's end"),
    ("Freya\nBright", "a new line between"),
    ("F R E Y A", "letters apart"),
    ("F-r-e-y-a", "letters joined with hyphens"),
    ("Fr3ya", "figures for letters"),
    ("Freyaa", "a letter too many"),
    ("Phreya", "as it sounds"),
    ("Freja", "a letter changed"),
    ("Siobhaan", "misspelt"),
    ("Shivaun", "as it sounds"),
    ("Wisniewsky", "misspelt"),
    ("Krzystof", "misspelt"),
    ("Gurprit", "another spelling"),
    ("Oluwaseum", "misread"),
    ("Mukheriee", "misread"),
    ("Rhianon", "misspelt"),
    ("Фрея", "in Cyrillic"),
    ("&#70;reya", "an entity"),
    ("Fréya", "an accent too many"),
    ("𝐅𝐫𝐞𝐲𝐚", "letters of mathematics"),
    ("freya bright", "small letters"),
]


@pytest.mark.parametrize(("text", "form", "label"), FORMS, ids=[f[1] for f in FORMS])
def test_every_form_of_a_name_is_masked(masker: Masker, text: str, form: str, label: str) -> None:
    assert masked(masker, text) == [form]
    assert labelled(masker, text) == [label]


@pytest.mark.parametrize(("form", "trick"), TRICKS, ids=[t[1] + ":" + t[0] for t in TRICKS])
def test_tricks_and_slips_hide_no_name(masker: Masker, form: str, trick: str) -> None:
    text = f"They said that {form} slept there."
    found = masked(masker, text)
    assert len(found) == 1, trick
    assert found[0].strip("_*") == form.strip("_*"), trick


def test_a_family_together_has_one_label(masker: Masker) -> None:
    text = "The Brights moved. The Brights' flat was cold. The Bright family left."
    assert set(labelled(masker, text)) == {"Family"}


def test_two_of_one_name_are_asked_about(masker: Masker) -> None:
    text = "They met Bright there."
    assert masked(masker, text) == ["Bright"]


TRAPS = [
    "They will hope to mark the bright day in May.",
    "The mark on his arm was old.",
    "Will the panel agree? May the review begin?",
    "Hope remains for services to improve.",
    "On Monday the momentum was lost; almost all moved.",
    "Mark any change in the record.",
    "In May 2021 and again last May the team met.",
    "The future is bright. Bright colours helped.",
    "Mum, Mam, Nani, Babcia, Tata and Dadi were kind words at home.",
    "Working Together to Safeguard Children (2023) and the Children Act 1989 apply.",
    "The Victoria Climbié Inquiry and the Munro Review were read.",
    "Humberside Police, Ofsted, CAMHS and the NSPCC took part.",
    "The Health Visitor and the Social Worker met the Independent Chair.",
    "Augusta Penrose-Kamau wrote the report. Penrose-Kamau led it.",
    "She was 34 and he was aged 7; the 15-year-old spoke Polish and Punjabi.",
    "It was a Tuesday in spring 2021, three weeks after the 6-week review.",
    "The plan under section 47 and s.17 was for £1,250 in 2019/20.",
    "She went to the GP, and the GP rang 999.",
    "He is well known to services as a young carer.",
    "Rose-tinted and hope-filled views; hope-led work.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_ordinary_words_are_left_alone(masker: Masker, text: str) -> None:
    assert masked(masker, text) == []
    assert flagged(masker, text) == []
