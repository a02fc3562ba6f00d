"""Letters that look like others: what a reader's eye takes them for."""

__all__ = ["DIGITS_AS_LETTERS", "LETTERS_AS_DIGITS", "LOOKALIKES"]

# One line for each plain letter, then what is taken for it, capitals apart from small letters.
_ALIKE = """
A АΑᎪꓮ𐊠
B ВΒᏴꓐ
C СϹᏟⅭꓚ
D ᎠꓓⅮĐÐ
E ЕΕᎬꓰ
F ϜꓝҒ
G ԌᏀꓖ
H НΗᎻꓧ
I ІΙӀᏆꓲⅠ
J ЈᎫꓙͿ
K КΚᏦꓗK
L ᏞⅬꓡŁ
M МΜᎷⅯꓟ
N ΝꓠИ
O ОΟՕꓳØ
P РΡᏢꓑ
Q ԚႭ
R ᎡꓣƦЯ
S ЅՏᏚꓢ
T ТΤᎢꓔ
U ՍᑌꓴЦ
V ѴᏙⅤꓦ
W ԜᎳꓪШ
X ХΧⅩꓫ
Y УΥҮᎩꓬ
Z ΖᏃꓜ
a аαɑ
b ЬƄᖯ
c сϲⅽᴄ
d ԁɗⅾđ
e еєҽɛ
f ƒꬵ
g ɡցԍ
h һհħ
i іιıⅰɩ
j јϳ
k кκ
l ӏⅼɭłǀ
m мⅿ
n пηոɴ
o оοσօᴏø
p рρ
q ԛգ
r гᴦꭇ
s ѕꜱ
t тτŧ
u υսʋц
v ѵνᴠⅴ
w ԝωшᴡ
x хχⅹ
y уүγʏ
z ʐᴢ
"""

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_FLAGS = {chr(0x1F1E6 + n): chr(ord("A") + n) for n in range(26)}
"""The letters flags are put together from."""

_SPELT = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "þ": "th", "Þ": "Th", "ð": "d", "ŋ": "ng", "Ŋ": "Ng", "ə": "e", "Ə": "E",
    "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "‐": "-", "‑": "-", "−": "-",
    "‒": "-", "–": "-", "—": "-",
}  # fmt: skip

LOOKALIKES: dict[int, str] = {
    **{ord(k): v for k, v in (_SPELT | _SMALL_CAPITALS | _FLAGS).items()},
    **{
        ord(odd): line[0]
        for line in _ALIKE.strip().splitlines()
        for odd in line[2:]
        if ord(odd) > 127
    },
}

DIGITS_AS_LETTERS = str.maketrans("013457@$|", "oieastasl")
LETTERS_AS_DIGITS = str.maketrans("oil", "011")
