"""What shows by its shape that it leads to somebody: e-mail, web, handles, postcodes, numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sgdocs.anonymise.figures import KnownFigures
from sgdocs.anonymise.folding import Folded, fold_word
from sgdocs.anonymise.hits import Hit, Sort
from sgdocs.anonymise.labels import Labels
from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.model import Value

__all__ = ["KnownNet", "net_names", "net_of", "numbers_by_shape"]

_AT = r"(?:@|\s?[\[(]\s?at\s?[\])]\s?|\sat\s(?=[\w-]{2,30}\s(?:dot|\.)\s))"
_DOT = r"(?:\.|\s?[\[(]\s?dot\s?[\])]\s?|\sdot\s)"
_EMAIL = re.compile(rf"[\w.+'%-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,5}}")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>()\"\]]{3,300}|\b[\w-]{2,60}(?:\.[\w-]{2,60}){0,3}\."
    r"(?:co\.uk|org\.uk|com|org|net|info|me|tv|sch\.uk)\b(?:/[^\s<>()\"\]]{0,200})?"
)
_HANDLE = re.compile(r"(?<![\w@.])[@#][a-z0-9_][\w.]{1,60}")
_PUBLIC = re.compile(
    r"(?:[\w.-]*\.)?(?:gov\.uk|nhs\.uk|police\.uk|parliament\.uk|legislation\.gov\.uk"
    r"|nspcc\.org\.uk|childline\.org\.uk|samaritans\.org|nice\.org\.uk|cqc\.org\.uk"
    r"|mind\.org\.uk|barnardos\.org\.uk|rcpch\.ac\.uk|iicsa\.org\.uk)(?:[/:?#]|$)"
)
_AREAS = (
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt"
    " dy e ec eh en ex fa fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky"
    " l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s"
    " sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr"
    " ws wv yo ze zz"
)
_POSTCODE = re.compile(
    rf"\b({'|'.join(sorted(_AREAS.split(), key=len, reverse=True))})\d[\da-z]?[ \-]?\d[a-z]{{2}}\b"
)
_OUTWARD = re.compile(
    rf"\b(?:{'|'.join(a for a in sorted(_AREAS.split()) if len(a) == 2)})\d{{1,2}}[a-z]?\b"
)
_PLATE = re.compile(
    r"\b[A-Z]{2}\d{2}[ \-]?[A-Z]{3}\b|\b[A-Z]\d{1,3}[ \-]?[A-Z]{3}\b|\b[A-Z]{3}[ \-]?\d{1,3}[A-Z]\b"
    r"|\b[a-z]{2}\d{2}[a-z]{3}\b"
)
_INSURANCE = re.compile(r"\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b")
_LONG = re.compile(r"(?<![\w£$€.,])\+?\(?\d(?:[ \-./()]{0,2}\d){4,24}(?![\w%])")
_MIXED = re.compile(
    r"(?<![\w@#./-])(?=[a-z0-9/_.-]*\d[a-z0-9/_.-]*\d)(?=[a-z0-9/_.-]*[a-z])[a-z0-9]+"
    r"(?:[/_.-][a-z0-9]+)*(?!\w)"
)
_AFTER = re.compile(
    r"\b(?:number|no\.?|ref(?:erence)?\.?|id|log|badge|collar|account|warrant|case|crime|urn|pin"
    r"|ending(?: in)?|record)\s?(?:no\.?|number|is|was)?[:#]?\s{0,2}"
    r"([a-z]{0,4}[ /-]?\d[\d/ -]{1,18}\d|\d{3,})\b"
)
_HARMLESS = re.compile(
    r"(?:cg|ng|qs|ta|ph|s|ss|section|y|yr|year|ks|ep|kpe|g|b|t|v|r|p|pp|h|c|a|q|d|f|n)\.?\d{1,3}[a-z]?"
    r"|\d{1,4}(?:\.\d{1,3})?(?:st|nd|rd|th|am|pm|kg|g|mg|ml|cm|mm|m|km|c|f|lb|lbs|oz|x|k|hrs?|mins?|wks?|yrs?|yo|y|w|d"
    r"|hour|day|week|month|year)s?|\d{1,2}[:.]\d{2}(?:am|pm|hrs)?|[a-z]{2,8}-\d{1,2}|covid-?19"
    r"|\d{4}s|\d{1,4}[-/]\d{1,4}(?:[-/][a-z]+)*|(?:19|20)\d{2}[-/][a-z]+|24/7|ia|[a-z]+-\d{4}"
    r"|\d{1,3}[-.][a-z-]+(?:[-.][a-z-]+)*|[a-z]+(?:-[a-z]+)*-\d{1,2}(?:-[a-z]+)*|i{1,3}v?"
)
_YEARS = re.compile(r"(?:19|20)\d{2}\s?[-/]\s?(?:(?:19|20)?\d{2})")


@dataclass(frozen=True, slots=True)
class KnownNet:
    """The case's e-mail addresses and online names, folded, and whose they are."""

    emails: Mapping[str, str]
    handles: Mapping[str, str]
    kept: frozenset[str]


def net_of(values: tuple[Value, ...], kept: frozenset[str]) -> KnownNet:
    """Gather the e-mail addresses and online names of the case."""
    emails = {_plainly(v.text): v.key for v in values if v.kind == "E-mail address"}
    handles = {_handle(v.text): v.key for v in values if v.kind == "Online name"}
    return KnownNet(emails, handles, kept)


def _plainly(email: str) -> str:
    low = re.sub(r"\s?[\[(]\s?at\s?[\])]\s?|\sat\s", "@", fold_word(email))
    return re.sub(r"\s?[\[(]\s?dot\s?[\])]\s?|\sdot\s", ".", low).strip(".'")


def _handle(text: str) -> str:
    return fold_word(text).strip().lstrip("@#").strip(".")


def net_names(low: str, known: KnownNet, labels: Labels) -> Iterator[Hit]:
    """Find e-mail addresses, places on the web and online names."""
    for found in _EMAIL.finditer(low):
        yield _email(found, known, labels)
    for handle, key in known.handles.items():
        if len(handle) > 1:
            pattern = rf"(?<![\w@])[@#]?{re.escape(handle)}(?![\w])"
            for found in re.finditer(pattern, low):
                yield Hit(*found.span(), Sort.MASK, key, labels.of[key], f"[{labels.of[key]}]")
    for found in _WEB.finditer(low):
        host = re.sub(r"^https?://", "", found[0])
        sort = Sort.KEEP if _PUBLIC.match(host) else Sort.FLAG
        yield Hit(*found.span(), sort, reason="an address on the web")
    for found in _HANDLE.finditer(low):
        yield Hit(*found.span(), Sort.FLAG, reason="an online name")


def _email(found: re.Match[str], known: KnownNet, labels: Labels) -> Hit:
    plain = _plainly(found[0])
    if plain in known.kept:
        return Hit(*found.span(), Sort.KEEP)
    if key := known.emails.get(plain):
        return Hit(*found.span(), Sort.MASK, key, labels.of[key], f"[{labels.of[key]}]")
    return Hit(*found.span(), Sort.FLAG, reason="an e-mail address")


def numbers_by_shape(
    folded: Folded, figures: KnownFigures, lists: WordLists, labels: Labels
) -> Iterator[Hit]:
    """Find postcodes, vehicle marks and numbers that are not in the case."""
    low = folded.low
    for found in _POSTCODE.finditer(low):
        yield Hit(*found.span(), Sort.FLAG, reason="a postcode")
    for found in _OUTWARD.finditer(low):
        if key := figures.outward.get(found[0]):
            words = f"[{labels.of[key]}]"
            yield Hit(*found.span(), Sort.MASK, key, labels.of[key], words)
        elif not _HARMLESS.fullmatch(found[0]):
            yield Hit(*found.span(), Sort.FLAG, reason="part of a postcode")
    for found in _INSURANCE.finditer(low):
        yield Hit(*found.span(), Sort.FLAG, reason="a national insurance number")
    for found in _PLATE.finditer(folded.cased):
        yield Hit(*found.span(), Sort.FLAG, reason="a vehicle's mark")
    yield from _numbers(low, lists)


def _numbers(low: str, lists: WordLists) -> Iterator[Hit]:
    for found in _LONG.finditer(low):
        digits = "".join(c for c in found[0] if c.isdigit())
        if digits in lists.numbers or _YEARS.fullmatch(found[0].strip()):
            yield Hit(*found.span(), Sort.KEEP)
        else:
            yield Hit(*found.span(), Sort.FLAG, reason="a number")
    for found in _AFTER.finditer(low):
        if len(re.sub(r"\D", "", found[1])) > 2:
            yield Hit(*found.span(1), Sort.FLAG, reason="a number")
    for found in _MIXED.finditer(low):
        if not _HARMLESS.fullmatch(found[0]):
            yield Hit(*found.span(), Sort.FLAG, reason="a reference")
