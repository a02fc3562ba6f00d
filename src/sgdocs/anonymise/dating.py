"""Days and ages in a text, given as month and year or as whole years."""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass, field

from sgdocs.anonymise.calendar_dates import DateFinder, DayFound
from sgdocs.anonymise.hits import Hit, Sort
from sgdocs.anonymise.labels import Labels
from sgdocs.anonymise.model import KnownDay

__all__ = ["KnownDays", "ages", "days_in", "known_days"]

_LAW = re.compile(
    r"\b(?:act|acts|regulations|guidance|in force|lockdown|pandemic|statutory|commencement)\b"
)
_ON = re.compile(r"\bon\s{1,2}(?:the\s)?$")
_POINTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}")
_DATED = re.compile(r"\b(?:on|dated?|born|dob|since|until|from|by|before|after|of)\W{0,3}$")
_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three"
)
_SMALL = _COUNTED.split()
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_SMALL, key=len, reverse=True))}|a few)"
_HALF = r"(?:\s(?:and\s)?(?:a\s)?half|\s?½|\.5|\s(?:and\s)?(?:three\s)?quarters?)"
_ABOUT = r"(?:just\s|only\s|about\s|around\s|approximately\s|nearly\s|almost\s)?"
_YOUNG = re.compile(
    rf"\b(?P<n>{_NUMBER}){_HALF}?[\s-](?P<unit>day|week|month|hour)s?[\s-](?:old|of\sage)\b"
    rf"|\b(?:aged|age|age\sof)\s{_ABOUT}"
    rf"(?P<n2>{_NUMBER}){_HALF}?[\s-](?P<unit2>day|week|month|hour)s?\b"
    r"(?!\s(?:later|earlier|after|before|into|intervals))"
)
_EXACT = re.compile(
    rf"\b(?P<years>{_NUMBER})[\s-](?:years?|yrs?)(?:[\s-]old)?,?\s(?:and\s)?(?P<rest>{_NUMBER})"
    rf"[\s-](?:months?|weeks?|days?|mths?)(?:,?\s(?:and\s)?{_NUMBER}[\s-](?:weeks?|days?))?(?:[\s-]old)?\b"
    rf"|\b(?P<half>{_NUMBER}){_HALF}[\s-](?:years?[\s-]old|years?[\s-]of[\s-]age)\b"
    rf"|\b(?P<months>{_NUMBER})\smonths?,?\sand\s{_NUMBER}\s(?:weeks?|days?)(?:\sold)?\b"
    rf"|\baged\s{_ABOUT}(?P<half2>{_NUMBER}){_HALF}"
    r"|\b(?P<short>\d{1,2})\s?y(?:rs?|ears?)?[\s,]{0,2}\d{1,2}\s?(?:m|mths?|mos?|w|wks?)\b"
)
_AT = re.compile(rf"\bat\s{_ABOUT}{_NUMBER}{_HALF}?[\s-](?:day|week|month)s\b(?!['-]|\s(?:old|of))")
_UNBORN = re.compile(
    r"gestation|pregnan|antenatal|unborn|foet|scan|booking|booked|notice|interval|check|review"
)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The case's own days: the key of each, whole and without the year."""

    whole: dict[tuple[int, int, int], str] = field(default_factory=dict)
    yearless: dict[tuple[int, int], str] = field(default_factory=dict)


def known_days(days: tuple[KnownDay, ...]) -> KnownDays:
    """Put the case's days in order."""
    known = KnownDays()
    for day in days:
        year, month, number = (int(part) for part in day.iso[:10].split("-"))
        known.whole.setdefault((year, month, number), day.iso)
        known.yearless.setdefault((month, number), day.iso)
    return known


def days_in(low: str, finder: DateFinder, known: KnownDays, labels: Labels) -> Iterator[Hit]:
    """Find every exact day; what is left of it is its month and year."""
    for found in finder.find(low):
        key = _key(found, known)
        if not key and _may_be_paragraph(low, found):
            continue
        if not key and _is_law(low, found):
            yield Hit(found.start, found.end, Sort.FLAG, reason="an exact date")
            continue
        before = _ON.search(low[max(0, found.start - 10) : found.start])
        start = found.start - len(before[0]) if before else found.start
        month = found.month if not key else int(key[5:7])
        words = f"{month_name[month]} {found.year}" if found.year else month_name[month]
        label = labels.of[key] if key else "Date"
        said = f"in {words}" if before else words
        yield Hit(start, found.end, Sort.MASK, key or f"day:{words}", label, said)


def _key(found: DayFound, known: KnownDays) -> str:
    if not found.year:
        days = (found.day, found.last) if found.last else (found.day,)
        return next((k for d in days if (k := known.yearless.get((found.month, d)))), "")
    turned = (found.year, found.other_month, found.month)
    for day in (
        (found.year, found.month, found.day),
        (found.year, found.month, found.last),
        turned,
    ):
        if key := known.whole.get(day):
            return key
    return ""


def _may_be_paragraph(low: str, found: DayFound) -> bool:
    """Say whether figures with points, such as 3.2.14, may be the number of a paragraph."""
    if not _POINTED.fullmatch(low[found.start : found.end]):
        return False
    return not _DATED.search(low[max(0, found.start - 14) : found.start])


def _is_law(low: str, found: DayFound) -> bool:
    begin = max(low.rfind(". ", 0, found.start), low.rfind("\n\n", 0, found.start), 0)
    end = low.find(". ", found.end)
    return bool(_LAW.search(low[begin : end if end > 0 else found.end + 160]))


def ages(low: str) -> Iterator[Hit]:
    """Find ages so exact that they tell: in weeks or months, or in years and months."""
    for found in _EXACT.finditer(low):
        months = found["months"]
        whole = found["years"] or found["half"] or found["half2"] or found["short"]
        years = _count(months) // 12 if months else _count(whole)
        aged = found[0].startswith("aged")
        yield Hit(
            *found.span(), Sort.MASK, f"age:{years}", "Age", _years(years, aged=aged, dashed=False)
        )
    for found in _YOUNG.finditer(low):
        unit = found["unit"] or found["unit2"]
        count = _count(found["n"] or found["n2"])
        years = count // 12 if unit == "month" else count // 52 if unit == "week" else 0
        words = _years(years, aged=bool(found["n2"]), dashed="-" in found[0])
        yield Hit(*found.span(), Sort.MASK, f"age:{years}", "Age", words)
    for found in _AT.finditer(low):
        if not _UNBORN.search(_sentence(low, *found.span())):
            yield Hit(*found.span(), Sort.FLAG, reason="what may be an exact age")


def _sentence(low: str, start: int, end: int) -> str:
    """Give what stands near a place, no further than its sentence."""
    begin = max(low.rfind(". ", 0, start), start - _NEAR, 0)
    close = low.find(". ", end)
    return low[begin : min(close if close > 0 else len(low), end + _NEAR)]


def _count(written: str) -> int:
    if written.isdigit():
        return int(written)
    return _SMALL.index(written) + 1 if written in _SMALL else 3


def _years(years: int, *, aged: bool, dashed: bool) -> str:
    word = _SMALL[years - 1] if 0 < years <= len(_SMALL) else str(years)
    if aged:
        return f"aged {word}" if years else "aged under one"
    if dashed:
        return f"{word}-year-old" if years else "very young"
    plural = "" if years == 1 else "s"
    return f"{word} year{plural} old" if years else "less than a year old"
