"""Letters of other alphabets that look like ours, or sound like ours."""

__all__ = ["CYRILLIC", "LOOKALIKES", "SOUNDS"]

_ROWS = (
    # Cyrillic
    (
        "авекмнорстухіјѕһԁԛԝґӏүқїАВЕКМНОРСТУХІЈЅҺԀԚԜҐӀҮҚЇ",
        "abekmhopctyxijshdqwrlykiABEKMHOPCTYXIJSHDQWRIYKI",
    ),
    # Greek
    ("αβεζηικμνορτυχγωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeznikuvoptuxywABEZHIKMNOPTYX"),
    # Latin with strokes and the like
    ("ɑɡıłøđðħŧɓɗƙŋɛɔəʏƴɩƒŁØĐÐĦŦƁƊƘŊƐƆƏƳ", "agiloddhtbdkneoeyyifLODDHTBDKNEOEY"),
    # small capitals
    ("ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢ", "abcdeghijklmnoprstuvwz"),
    # Armenian
    ("օսհոցԼ", "ouhngL"),
)
LOOKALIKES = {
    **{one: other for row in _ROWS for one, other in zip(*row, strict=True)},
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "Th",
}
_SOUNDS = (
    "а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:i і:i ї:yi й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t"
    " у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ё:yo"
)
SOUNDS = {
    letter: sound
    for pair in _SOUNDS.split()
    for small, plain in [pair.split(":")]
    for letter, sound in ((small, plain), (small.upper(), plain.capitalize()))
}
# A letter that no letter of ours looks like is written as it sounds.
CYRILLIC = {letter: sound for letter, sound in SOUNDS.items() if letter not in LOOKALIKES}
