"""What refuses an answer whatever its confidence: no sentence near can be the one asked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import english
from assistant.absent_names import absent_names, is_form, is_made_of, unheard_of
from assistant.candidates import Candidate
from assistant.english_connecting import is_person
from assistant.english_sentences import YES_NO
from assistant.expressions import MEASURES
from assistant.matching import strength, term_set
from assistant.numbering import asks_how_many, is_counted
from assistant.phrases import names_in
from assistant.reading import Reading
from assistant.scoring import NEAREST, Scored
from assistant.signals import is_of_names, is_without_measure, key_nearness
from index.words import terms, tokens

_KEY_NEARNESS = 0.33
"""How near what is asked for must come to a word of the evidence; lower is another subject.

Chosen on the development sets so that 1 in 100 right answers lies below it.
"""
_READ_AS_SAID = 2.0
"""From such log odds on the best sentence is taken to say it in words of its own."""
_ALL_NAMES = 0.9
_APART, _SAID = 0.5, 0.7
_MEANT = 0.6
"""A word this near to what is counted may be another name for it."""
_ALIKE = frozenset(term for word in english.COUNTED_ALIKE for term in terms(word))
_PERSONS = frozenset(term for word in english.PERSONS for term in terms(word))
"""Whoever they are, they may be counted by another of these names."""
_FEW = 3
"""So few words are keywords rather than a sentence."""
_ASKED_IS_TYPE = (*MEASURES, "place")


def must_refuse(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether no sentence can be the answer, however near it comes.

    A date, number or the like is asked for and none of the best sentences holds one; how many there
    are of something, and their numbers count other things; an age, and
    other numbers only; when somebody was born, and no sentence speaks of that; what is asked
    for of something named comes near none of their words; names are asked for together that no
    passage holds together; it is asked whether a name that occurs nowhere is something; what a term
    means that is made of a word that occurs nowhere; or keywords are mostly such names.
    """
    question = reading.question
    return (
        is_without_measure(reading, ranked)
        or _counts_other(reading, ranked)
        or _is_without_reason(reading, ranked)
        or _is_without_age(reading, ranked)
        or _is_without_event(reading, ranked)
        or _lacks_key(reading, ranked)
        or bool(unheard_of(reading))
        or _is_mostly_absent(reading)
        or (bool(question.entities) and _asks_of_absent(reading, ranked))
        or (len(question.entities) > 1 and reading.apart >= _APART)
    )


def _counts_other(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether it is asked how many of something there are, and the numbers near count other things,
    none of them near it in meaning.
    """
    question = reading.question
    nouns = question.counted - _ALIKE
    if not nouns or not asks_how_many(question.text):
        return False
    if nouns & _PERSONS:
        nouns |= _PERSONS
    near = ranked[:NEAREST]
    if any(_is_people(noun, reading, near) for noun in nouns):
        return False
    if max((s.keys.get(noun, 0.0) for s in near for noun in nouns), default=0.0) >= _MEANT:
        return False
    return not any(_counts(scored.candidate, nouns) for scored in near)


def _is_people(noun: str, reading: Reading, near: Sequence[Scored]) -> bool:
    """Whether a noun with a capital is made of a name in a near sentence: "Parisians" of "Paris".

    Of those whatever persons are counted.
    """
    surface = reading.question.surfaces.get(noun, noun)
    if surface.capitalize() not in reading.question.text:
        return False
    told = " ".join(scored.candidate.told for scored in near)
    return any(is_form(surface, token.surface) for token in tokens(told))


def _counts(candidate: Candidate, nouns: frozenset[str]) -> bool:
    chunk = candidate.passage.chunk
    around = " ".join((candidate.previous, chunk.title, *chunk.heading))
    return is_counted(candidate.told, nouns, around)


def _is_without_reason(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether it is asked why things are as named, and no near sentence gives a reason."""
    if not english.WHY_IS_IT_SO.match(reading.question.text):
        return False
    own = term_set(reading.question.text)
    near = (scored.candidate.text for scored in ranked[:NEAREST])
    found = (m.group() for text in near for m in english.REASON.finditer(text))
    return all(term_set(word) <= own for word in found)


def _is_without_event(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether it is asked when or where somebody was born, died or the like, and no near sentence
    speaks of that.
    """
    asked = english.LIFE_EVENT.search(reading.question.text)
    if asked is None:
        return False
    wanted = term_set(asked["event"])
    best = [s.candidate for s in ranked[:NEAREST]]
    about = [c for c in best if is_of_names(c) or english.ANAPHOR.match(c.text)]
    near = (term_set(f"{candidate.previous} {candidate.text}") for candidate in about)
    return not any(all(strength(term, words) >= _SAID for term in wanted) for words in near)


def _is_without_age(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether somebody's age is asked for, and no near sentence that names them tells it or when
    they were born; of a thing, when it was made.
    """
    question = reading.question
    if not english.HOW_OLD.search(question.text):
        return False
    near = [s.candidate for s in ranked[:NEAREST] if is_of_names(s.candidate)]
    written = " ".join(candidate.text for candidate in near)
    is_human = any(
        is_person(name) and question.names & term_set(name) for _, name in names_in(written)
    )
    told = english.TELLS_AGE if is_human else english.TELLS_MAKING
    lines = [line for c in near for line in ((c.text, False), (c.previous, True))]
    return not any(told.search(t) and _is_of(question.names, t, named) for t, named in lines)


def _is_of(names: frozenset[str], text: str, is_before: bool) -> bool:
    """Whether a sentence names who is asked about, or goes on about them; the one before must."""
    if not names or names & term_set(text):
        return True
    return not is_before and english.ANAPHOR.match(text) is not None


def _asks_of_absent(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether it is asked whether a name is something that occurs nowhere, nor in another form in
    a near sentence: Scots where that is Scottish.
    """
    if YES_NO.match(reading.question.text) is None:
        return False
    near = " ".join(scored.candidate.told for scored in ranked[:NEAREST])
    told = {token.surface for token in tokens(near)}
    names = (tokens(name) for name in absent_names(reading))
    return any(not any(is_made_of(word.surface, told) for word in name) for name in names)


def _is_mostly_absent(reading: Reading) -> bool:
    """Whether a few words without a sentence around them are mostly names that occur nowhere.

    Names in lower case: of one with a capital it is known what else is asked.
    """
    text, weights = reading.question.text, reading.weights
    if (
        reading.question.entities
        or english.QUESTION_WORD.match(text)
        or YES_NO.match(text)
        or len(weights) > _FEW
    ):
        return False
    absent = {word.lower() for word in absent_names(reading)}
    missing = (w for t, w in weights.items() if reading.question.surfaces[t] in absent)
    return 2 * sum(missing) >= sum(weights.values()) > 0


def _lacks_key(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether what is asked for of something named is said in no near sentence."""
    question = reading.question
    if not any(entity - reading.unknown for entity in question.entities):
        return False
    if ranked and _is_read_as_said(ranked[0]):
        return False
    is_typed = question.answer_type in _ASKED_IS_TYPE
    keys = [key for key in question.keys if not (is_typed and key <= question.asked)]
    return key_nearness(ranked, keys) < _KEY_NEARNESS


def _is_read_as_said(best: Scored) -> bool:
    """Whether the best sentence is clearly read as the answer, and is about all that is named."""
    is_of_all = best.candidate.feature("names_in_context") >= _ALL_NAMES
    return is_of_all and best.read is not None and best.read >= _READ_AS_SAID
