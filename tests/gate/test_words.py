"""What counts as one of the case's facts in running text, and what does not."""

import pytest

from gate.leaks import wanted
from gate.package import paragraph, run, word
from sgdocs.gate import examine

WANTED = wanted()

CAUGHT = """
Caoimhe was here.
caoimhe
CAOIMHE
Caoimhe's cot
the Prices of Grimsby
Caoímhé
Ca\u200boimhe
Сaoimhe
Ｃａｏｉｍｈｅ
𝐂𝐚𝐨𝐢𝐦𝐡𝐞
C a o i m h e
C-a-o-i-m-h-e
C.a.o.i.m.h.e
Ca0imhe
Keeva
Adebayo-Price
Adébáyò
Price, Caoimhe
Mr Price
the Price family
L. Price
Price, L.
LOWRI
Mo was seen
with Mo.
Mo's brother
her aunt May said so
May was at home
Will's house
born on 3 June 2025
born on 3rd June 2025
born on the 3rd of June, 2025
born 03/06/2025
born 3.6.25
born 2025-06-03
born 20250603
born June 3, 2025
born on the third of June
born on 3 June
died on 18 December
NHS number 999 000 1014
999-000-1014
9990001014
999 OOO 1014
EX/2512/0417
EX 2512 0417
ex25120417
14 Sandpiper Court
Sandpiper Court
Sandpiper Ct
ZZ9 4QT
zz94qt
Wellow Lane Surgery
Wellow Lane
Dr Malhotra
Dr B Malhotra
Haven Road Primary School
Haven Road Primary
Haven Road
Prakash Ambrose
P Ambrose
Ambrose
07700 900112
07700900112
+44 7700 900 112
lowri.price@mail.example.org
lowri.price [at] mail [dot] example [dot] org
EX-2025-014
SIN 0099 25
Cao-\\nimhe
Lᴏᴡʀɪ was there.
🇱🇴🇼🇷🇮 was there.
Born 2025/6/3 at term.
The note EX/25l2/o4l7 says so.
See xxMalhotrayy there.
"""

PASSES = """
On Monday the partnership met.
A month later, more was known; the mother moved.
The price of delay is high.
Prices rose.
In May 2026 the review ended.
It was published on 14 May 2026.
By the end of May it was done.
You may ask for it, and you will be heard.
Will the plan be kept?
May we learn from this.
Dr Marguerite Olabode-Finn wrote this review.
Humberside Police will report in October 2026.
Published in Grimsby by Example House.
She died in December 2025, aged six months.
The review took place in June 2025.
A memo on mobile numbers; a model; the slow road home.
Call 01632 960000 with questions.
Nine of the 999 calls were answered within 10 minutes.
The court was told of the primary school.
A haven for families on the road to recovery.
Her well-known lane to the surgery was closed.
Working Together to Safeguard Children, December 2023
It cost £2,512 in 2025 and £417 in 2026.
"""


def _lines(text: str) -> list[str]:
    return [line.replace("\\n", "\n") for line in text.strip().splitlines()]


@pytest.mark.parametrize("words", _lines(CAUGHT))
def test_it_is_caught(words: str) -> None:
    assert not examine("r.docx", word(paragraph(run(words))), WANTED).clean


@pytest.mark.parametrize("words", _lines(PASSES))
def test_it_passes(words: str) -> None:
    examined = examine("r.docx", word(paragraph(run(words))), WANTED)
    assert examined.clean, [f.line() for f in examined.found]
