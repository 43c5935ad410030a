"""Questions for a number: how many, how high, how much."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant import english_verbs as english
from assistant.drafting import phrases
from assistant.drafting.clause import Clause, Vocabulary, without_lead
from assistant.drafting.draft import Wording
from assistant.drafting.spelling import number_spellings

_LEAST_WORDS = 3
_NOT_COUNTED = r"(?!(?:percent|per|of|million|billion|thousand|century|or|and|to|in|other|such|more|additional|further|consecutive|straight|times|am|pm)\b)"
_NOUN = rf"(?P<noun>{_NOT_COUNTED}(?:[a-z][\w’'-]* ){{0,2}}?(?:[a-z][\w’'-]*s|[a-z-]*(?:people|men|women|children)))"
_COUNTED = re.compile(rf"^{english.NUMBER} {_NOUN}(?P<rest>(?: .+)?)$")
_MEASURE = re.compile(
    rf"^{english.NUMBER} (?P<unit>[a-z]+(?: [a-z]+)?) (?P<adjective>{'|'.join(english.MEASURED)})"
    r"(?P<rest>(?: .+)?)$"
)
_NUMERAL = re.compile(
    rf"^(?:Perhaps |An estimated |In all |In total )?{english.NUMBER} {_NOUN} (?P<verb>[a-z]+)(?P<rest> .+)$",
    re.IGNORECASE,
)
_FOR_TIME = re.compile(
    rf"^(?P<rest>.*?) ?\bfor {english.NUMBER} (?P<unit>years|days|months|weeks|hours|minutes)\b(?: .+)?$"
)
_TIMES = re.compile(rf"^(?P<rest>.*?) ?\b{english.NUMBER} times\b(?! (?:the|as|more))(?P<tail>.*)$")
_THERE = re.compile(
    rf"^There (?P<be>are|were) {english.NUMBER} {_NOUN}(?P<rest> (?:in|on|at|of|near|from) .+)$"
)
_ITEMS = re.compile(r"^(?P<lead>[^:]+): (?P<items>[^:;]+(?:, | and )[^:;]+)\.$")


def _how_many(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    core = phrases.core(clause.rest)
    counts = clause.tense == "have" or clause.base in english.COUNTING
    match = _COUNTED.match(core) if core and counts else None
    if match is None or is_year(match["number"]) or phrases.participle(match["rest"].strip()):
        return
    asked = f"How many {match['noun']} {clause.auxiliary} {clause.subject} {clause.base}"
    asked = f"{asked}{match['rest']}{clause.ending}?"
    yield Wording("number", asked, (number_spellings(match["number"], match["noun"]),))


def _how_high(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    core = phrases.core(clause.rest)
    match = _MEASURE.match(core) if core and clause.tense == "be" else None
    if match is not None:
        how = english.MEASURED[match["adjective"]]
        asked = f"How {how} {clause.verb} {clause.subject}{match['rest']}?"
        yield Wording("number", asked, (number_spellings(match["number"], match["unit"]),))


def _how_long(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    """From "X kept the book for 38 years", which tells for how many years X kept it."""
    core = phrases.core(clause.rest)
    match = _FOR_TIME.match(core) if core else None
    if match is None or clause.tense in ("have", "modal") or clause.date:
        return
    rest = phrases.without_adverbs(match["rest"])
    if clause.tense == "be":
        asked = f"For how many {match['unit']} {clause.verb} {clause.subject} {rest}?"
    else:
        asked = (
            f"For how many {match['unit']} {clause.auxiliary} {clause.subject} {clause.base} {rest}"
        )
        asked = asked.strip() + "?"
    yield Wording("number", asked, (number_spellings(match["number"], match["unit"]),))


def _how_often(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    """From "X fell on Y 22 times", which tells how many times it fell on Y."""
    core = phrases.core(clause.rest)
    match = _TIMES.match(core) if core else None
    if match is None or clause.tense not in ("past", "third"):
        return
    said = " ".join(f"{match['rest']}{match['tail']}".split())
    asked = f"How many times {clause.auxiliary} {clause.subject} {clause.base} {said}".strip()
    yield Wording(
        "number", f"{asked}{clause.ending}?", (number_spellings(match["number"], "times"),)
    )


def count_subjects(sentence: str, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "Three lamps burned in X", which tells how many lamps burned in X, "X: a, b and c" which."""
    text, date = without_lead(sentence)
    listed = _ITEMS.match(text)
    match = _NUMERAL.match(listed["lead"] if listed else text.rstrip("."))
    if match is None or is_year(match["number"]) or not _is_finite(match["verb"]):
        return
    rest = phrases.core(match["rest"].strip())
    if not rest or not (vocabulary.names_something(rest) or len(rest.split()) > _LEAST_WORDS):
        return
    when = f" in {date}" if date else ""
    said = f"{match['noun']} {match['verb']} {rest}{when}?"
    if listed is None:
        yield Wording(
            "number", f"How many {said}", (number_spellings(match["number"], match["noun"]),)
        )
    elif items := list_items(listed["items"]):
        yield Wording("list", f"Which {match['number'].lower()} {said}", items)


def count_there(sentence: str, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "There are four piers in X", which tells how many piers there are in X."""
    text, date = without_lead(sentence.rstrip("."))
    match = _THERE.match(text)
    rest = phrases.core(match["rest"].strip()) if match else None
    if match is None or not rest or not vocabulary.names_something(rest):
        return
    when = f" in {date}" if date else ""
    asked = f"How many {match['noun']} {match['be']} there {rest}{when}?"
    yield Wording("number", asked, (number_spellings(match["number"], match["noun"]),))


def list_items(text: str) -> tuple[tuple[str, ...], ...]:
    """The facts of an enumeration; none where its items are not plain."""
    text = re.split(r", among them\b|, (?:which|who)\b", text)[0]
    items = [phrases.bare(part.strip()) for part in re.split(r",? and |, ", text)]
    plain = all(1 <= len(item.split()) <= phrases.MAX_FACT_WORDS for item in items)
    return tuple((item,) for item in items) if plain and len(items) > 1 else ()


def is_year(number: str) -> bool:
    """Whether digits are more likely a year than a count."""
    return number.isdigit() and 1000 <= int(number) <= 2100


def _is_finite(verb: str) -> bool:
    return verb in english.AUXILIARIES or verb in english.BY_FORM or verb in english.BASES


MAKERS: tuple[Callable[[Clause, Vocabulary], Iterator[Wording]], ...] = (
    _how_many,
    _how_high,
    _how_long,
    _how_often,
)
