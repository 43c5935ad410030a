"""Yes or no, where one cited sentence settles the question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant import english
from assistant import english_sentences as patterns
from assistant.answer import Statement
from assistant.expressions import names
from assistant.matching import strength, term_set
from assistant.outcomes import in_one_wording
from assistant.reading import Reading
from assistant.texts import VERDICTS
from index.passage import Chunk
from index.words import tokens

_MET = 0.7
_AFTERTHOUGHT = 12
"""A "not" so few characters behind may still deny what was said."""
_REACH = 3
"""A word is denied by a "not" at most so many words before it."""
_NUMBER = re.compile(
    r"(?P<currency>[$€£¥])?\s?(?P<digits>\d+(?:[.,]\d+)*)(?:\s(?P<scale>hundred|thousand|million|billion))?\b"
    r"|\b(?P<words>one|a)\s(?P<big>million|thousand|hundred)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r",\s|;|\s(?:and|while|where|which)\s|\s[(–—-]\s?|$")
_SAID_BEHIND = re.compile(rf",\s(?:\S+\s){{0,4}}?{patterns.ATTRIBUTION.pattern}", re.IGNORECASE)
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_UNIT = re.compile(r"\s*(?P<unit>%|[a-z]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number as it stands in a text, with the term of the word behind it."""

    value: float
    unit: str
    start: int
    end: int


def is_yes_no(text: str) -> bool:
    """Whether ``text`` asks for yes or no, and not for one of two things."""
    return patterns.YES_NO.match(text) is not None and not patterns.ALTERNATIVE.search(text)


def judge(reading: Reading, text: str, chunk: Chunk) -> Statement | None:
    """The verdict on a yes-or-no question that the sentence ``text`` of ``chunk`` settles.

    It settles what it says of the same things in the same words (or in others for working together
    and for what came of it: ``outcomes.py``), and says outright: with all words of the question,
    names in the same order, no hedge, condition or attribution that the question has not, and at
    most one "not", which stands before a word of the question. A measure settles "more than". Null
    where anything is left open.
    """
    question = reading.question.text
    if not is_yes_no(question) or patterns.NEGATION.search(question):
        return None
    compared = patterns.MORE_THAN.search(question)
    if compared is not None and compared.group().lower() not in text.lower():
        said = _compare(compared, reading, text, chunk)
    else:
        said = _says(reading, text, chunk)
        if said is None and (alike := in_one_wording(reading, text)) is not None:
            said = _says(*alike, chunk)
    if said is None:
        said = _says_year(reading, text, chunk)
    if said is None:
        return None
    return Statement(VERDICTS["yes" if said else "no"], "verdict", "supported", 1.0)


def _is_open(text: str, said: int, question: str) -> bool:
    """Whether the sentence hedges or tells who says so in the clause that says what is asked,
    which ends behind ``said``, or sets a condition anywhere, and the question does not.
    """
    asked = {m.group().lower() for p in patterns.GUARDS for m in p.finditer(question)}
    end = _CLAUSE_END.search(text, said)
    clause = end.start() if end else len(text)
    own = [
        *patterns.HEDGE.finditer(text, 0, clause),
        *patterns.ATTRIBUTION.finditer(text, 0, clause),
    ]
    own += [*patterns.CONDITION.finditer(text), *patterns.NOT_SETTLING.finditer(text)]
    behind = _SAID_BEHIND.match(text, clause)
    return behind is not None or any(match.group().lower() not in asked for match in own)


def _said(text: str, wanted: Iterable[str]) -> int:
    """Where the last word of the question ends in the sentence."""
    terms = frozenset(wanted)
    return max(
        (t.end for t in tokens(text) if t.term and strength(t.term, terms) >= _MET), default=0
    )


def _says(reading: Reading, text: str, chunk: Chunk) -> bool | None:
    """Whether the sentence says what is asked, or denies it; null: neither."""
    question = reading.question.text
    wanted = _wanted(question)
    said = _said(text, wanted)
    if not _holds_all(reading, wanted, text, chunk) or _is_open(text, said, question):
        return None
    if not _keeps_quantifiers(question, text[:said]) or not _keeps_order(reading, text):
        return None
    denied = list(patterns.NEGATION.finditer(text[: said + _AFTERTHOUGHT]))
    if not denied:
        return True
    return False if len(denied) == 1 and _denies(text, denied[0], question) else None


def _says_year(reading: Reading, text: str, chunk: Chunk) -> bool | None:
    """False where the sentence says that what is asked of one year, and happens once, was in
    another; null for all else.

    The one year of the sentence stands right behind the word of the question for what happened,
    and every other word of the question stands there.
    """
    question = reading.question.text
    asked = patterns.IN_YEAR.search(question)
    event = patterns.ONCE.search(question)
    if asked is None or event is None or len(patterns.IN_YEAR.findall(question)) > 1:
        return None
    rest = question[: asked.start()] + question[asked.end() :]
    said = [
        m for m in patterns.ONCE.finditer(text) if term_set(m.group()) == term_set(event.group())
    ]
    years = list(english.YEAR.finditer(text))
    if len(said) != 1 or len(years) != 1 or not term_set(rest):
        return None
    told = patterns.IN_YEAR.match(text, said[0].end() + 1)
    if (
        told is None
        or told["year"] == asked["year"]
        or not _holds_all(reading, _wanted(rest), text, chunk)
    ):
        return None
    if _is_open(text, told.end(), question) or patterns.NEGATION.search(text):
        return None
    first = next((t.term for t in tokens(text) if t.term), "")
    if strength(first, frozenset(_wanted(rest))) < _MET:
        return None  # "the yard of A was opened" says nothing of when A was
    keeps = _keeps_quantifiers(rest, text[: told.end()]) and _keeps_order(reading, text)
    return False if keeps else None


def is_told_for_year(question: str, texts: Iterable[str]) -> bool:
    """Whether a sentence tells what is asked of the very year that is asked about."""
    asked, event = patterns.IN_YEAR.search(question), patterns.ONCE.search(question)
    if asked is None or event is None:
        return False
    said = term_set(event.group())
    return any(asked["year"] in text and said <= term_set(text) for text in texts)


def _wanted(text: str) -> list[str]:
    """The content words of the question, "happen" and its like aside."""
    generic = english.GENERIC_WORDS - patterns.SAYS_WHAT_HOLDS
    return [t.term for t in tokens(text) if t.term and t.surface not in generic]


def _holds_all(reading: Reading, wanted: Iterable[str], text: str, chunk: Chunk) -> bool:
    """Whether the sentence holds every word; a name may stand above it if it names none itself."""
    own = reading.expand(term_set(text))
    missing = {term for term in wanted if strength(term, own) < _MET}
    if not missing:
        return True
    above = reading.expand(term_set(" ".join((chunk.title, *chunk.heading))))
    return (
        missing <= reading.question.names and missing <= above and not _names_other(reading, text)
    )


def _names_other(reading: Reading, text: str) -> bool:
    return any(not term_set(span.cut(text)) <= reading.question.names for span in names(text))


def _keeps_quantifiers(question: str, text: str) -> bool:
    """Whether the sentence has every "all", "only" and "first" of the question, and does not
    speak of "some" or "the first" of what the question names.
    """
    asked = {m.group().lower() for m in patterns.QUANTIFIER.finditer(question)} - {"ever", "any"}
    own = {m.group().lower() for m in patterns.QUANTIFIER.finditer(text)}
    wanted = term_set(question)
    first = next((t.start for t in tokens(text) if t.term and strength(t.term, wanted) >= _MET), 0)
    lead = {m.group().lower() for m in patterns.QUANTIFIER.finditer(text, 0, first)}
    return asked <= own and lead <= asked


def _keeps_order(reading: Reading, text: str) -> bool:
    """Whether the names stand in the question's order: "A bought B" is not "B bought A"."""
    places = []
    words = [t.term for t in tokens(text)]
    for entity in reading.question.entities:
        found = [i for i, term in enumerate(words) if term in entity]
        if found:
            places.append(found[0])
    return places == sorted(places)


def _denies(text: str, denied: re.Match[str], question: str) -> bool:
    """Whether the word that is denied is one of the question's."""
    after = [t for t in list(tokens(text[denied.end() :]))[:_REACH] if t.term]
    return bool(after) and strength(after[0].term, term_set(question)) >= _MET


def _compare(compared: re.Match[str], reading: Reading, text: str, chunk: Chunk) -> bool | None:
    """Whether the one measure of the sentence is more than that of the question; null: unclear."""
    asked = next(measures(compared.group()), None)
    rest = reading.question.text.replace(compared.group(), " ")
    if asked is None or not _holds_all(reading, _wanted(rest), text, chunk):
        return None
    adjective = (compared["more"] or compared["less"]).lower()
    by = term_set(patterns.MEASURED_BY.get(adjective, ""))
    if by and not any(strength(term, term_set(text)) >= _MET for term in by):
        return None
    said_of = [t for t in _wanted(rest) if t not in reading.question.names]
    if not asked.unit and not by and not said_of:
        return None  # nothing says what is measured
    own = [m for m in measures(text) if m.unit == asked.unit and not _is_year(m, text)]
    if not asked.unit:
        own = [m for m in measures(text) if not _is_year(m, text)]
    if len(own) != 1 or patterns.NEGATION.search(text, 0, own[0].end + _AFTERTHOUGHT):
        return None
    if _is_open(text, own[0].end, reading.question.text):
        return None
    more = own[0].value > asked.value or (own[0].value == asked.value and "at" in adjective)
    less = own[0].value < asked.value or (own[0].value == asked.value and "at" in adjective)
    return more if compared["more"] else less


def _is_year(measure: Measure, text: str) -> bool:
    """Whether a number is the year of a date rather than a measure."""
    bare = measure.unit == "" and text[measure.start : measure.end].strip().isdigit()
    dates = (match.span() for match in english.DATE.finditer(text))
    return any(start <= measure.end - 1 < end for start, end in dates) and (
        bare or 1000 <= measure.value <= 2100
    )


def measures(text: str) -> Iterator[Measure]:
    """The numbers of ``text`` with their units, years and parts of names aside."""
    for match in _NUMBER.finditer(text):
        at = match.start("digits") if match["digits"] else match.start()
        if text[max(0, at - 1) : at].isalnum() or text[max(0, at - 1) : at] in ("-", "–"):
            continue
        yield Measure(_value(match), _unit(match, text), match.start(), match.end())


def _value(match: re.Match[str]) -> float:
    if match["words"]:
        return _SCALE[match["big"].lower()]
    digits = match["digits"]
    plain = (
        digits.replace(",", "")
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits)
        else digits.replace(",", ".")
    )
    scale = _SCALE[match["scale"].lower()] if match["scale"] else 1.0
    try:
        return float(plain) * scale
    except ValueError:
        return float("nan")


def _unit(match: re.Match[str], text: str) -> str:
    if match["digits"] and match["currency"]:
        return match["currency"]
    unit = _UNIT.match(text[match.end() :])
    if unit is None:
        return ""
    return unit["unit"] if unit["unit"] == "%" else next(iter(term_set(unit["unit"])), "")
