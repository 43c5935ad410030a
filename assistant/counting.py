"""Sentences that count themselves among several: "one cause was ...", "another ..."."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant import english
from assistant import english_lists as lists
from assistant.forms import KIND_TERMS, Form
from assistant.matching import coverage, term_list, term_set
from assistant.question import GENERIC_TERMS
from assistant.reading import Reading
from assistant.selecting import repeats
from assistant.synonyms import synonyms
from assistant.topics import Topic

_LEAST_COVERAGE = 0.5
_HEAD_WORDS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The items of a list in reading order; ``met``: how much of the rest of the question, 0 to 1,
    stands around the least of those that count themselves.
    """

    topics: tuple[Topic, ...] = ()
    met: float = 0.0


def find_row(form: Form, reading: Reading, topics: Sequence[Topic]) -> Row:
    """The sentences of one document that say of themselves to be what is listed, and the
    paragraphs in a row with them, none said twice; empty where none says so.

    They stand in a paragraph about the rest of the question.
    """
    if not form.noun:
        return Row()
    nouns = KIND_TERMS if form.noun in KIND_TERMS else frozenset((form.noun,))
    rest = {t: w for t, w in reading.weights.items() if t not in nouns}
    names = reading.question.names - reading.unknown - nouns
    named = [names <= reading.expand(term_set(topic.text)) for topic in topics]
    counted = [i for i, topic in enumerate(topics) if _counts(topic, nouns, rest, reading)]
    found = [topics[i] for i in _row(topics, counted, nouns, named)]
    met = min((_rest_met(topics[i], rest, reading) for i in counted), default=0.0)
    return Row(tuple(_different(found)), met)


def counted_noun(texts: Sequence[str], asked: str) -> str:
    """The term of what a sentence says to be one of, if that means what is ``asked`` for, or what
    two sentences or more do: "one cause was ...", "another cause ..."; empty for none.
    """
    heads = Counter(noun for text in texts for noun in {*_counted_heads(text)})
    meant = next((noun for noun in heads if noun in synonyms(asked)), "")
    noun, n = next(((h, n) for h, n in heads.most_common() if h not in GENERIC_TERMS), ("", 0))
    return meant or (noun if n > 1 else "")


def _counted_heads(text: str) -> Iterator[str]:
    """The terms of the nouns behind "one", "another", "a further" in a sentence."""
    for match in english.COUNTED.finditer(text):
        phrase = english.NOUN_PHRASE_END.split(text[match.end() :], 1)[0]
        words = term_list(phrase)[:_HEAD_WORDS]
        if words and phrase.strip() and len(phrase.split()) <= _HEAD_WORDS:
            yield words[-1]


def _counts(
    topic: Topic, nouns: frozenset[str], rest: Mapping[str, float], reading: Reading
) -> bool:
    after = (topic.text[match.end() :] for match in english.COUNTED.finditer(topic.text))
    if not any(nouns & term_set(english.NOUN_PHRASE_END.split(text, 1)[0]) for text in after):
        return False
    return _rest_met(topic, rest, reading) >= _LEAST_COVERAGE


def _rest_met(topic: Topic, rest: Mapping[str, float], reading: Reading) -> float:
    chunk = topic.chunk
    near = term_set(" ".join((chunk.title, *chunk.heading, topic.paragraph)))
    return coverage(rest, reading.expand(near)) if rest else 1.0


def _row(
    topics: Sequence[Topic], counted: Sequence[int], nouns: frozenset[str], named: Sequence[bool]
) -> list[int]:
    """The counted sentences and the paragraphs' openings that belong to the same row.

    That is one between two that are counted; and, if it holds the question's names, the opening
    before the first that says "another", and those after the last that name what is listed; of
    kinds, the sections beside the one that is counted. Within a paragraph, the sentences between
    that go on with the row, those after it that do, and, before "another", those that name what
    is listed.
    """
    if not counted:
        return []
    opening = [i for i, topic in enumerate(topics) if topic.opens]
    ahead = _ahead(topics, counted[0], nouns)
    row = {*counted, *ahead, *_beside(topics, counted, nouns)}
    if ahead:
        return sorted(row)
    if english.COUNTED_ON.search(topics[counted[0]].text) and min(row) == counted[0]:
        row.update(i for i in [i for i in opening if i < counted[0]][-1:] if named[i])
    for before, after in itertools.pairwise(counted):
        between = [i for i in opening if before < i < after]
        row.update(between if len(between) == 1 else ())
    for i in (i for i in opening if i > counted[-1]):
        if not named[i] or not _goes_on(topics[counted[-1]], topics[i], nouns):
            break
        row.add(i)
    return sorted(row)


def _beside(
    topics: Sequence[Topic], counted: Sequence[int], nouns: frozenset[str]
) -> Iterator[int]:
    """The sentences of the same paragraphs that belong to the row without being counted."""
    first, last = counted[0], counted[-1]
    for i in range(first - 1, -1, -1):
        if topics[i].paragraph != topics[first].paragraph:
            break
        if _names_one(topics[i], nouns) and english.COUNTED_ON.search(topics[first].text):
            yield i
    for i in range(first + 1, last):
        if topics[i].paragraph in (topics[i - 1].paragraph, topics[i + 1].paragraph):
            yield from (i,) if not topics[i].opens and lists.GOES_ON.match(topics[i].text) else ()
    for i in range(last + 1, len(topics)):
        if topics[i].paragraph != topics[last].paragraph or not lists.GOES_ON.match(topics[i].text):
            break
        yield i


def _ahead(topics: Sequence[Topic], first: int, nouns: frozenset[str]) -> list[int]:
    """The sentences of the paragraph before one that says to be the third, or the like: as many
    as that takes; none where there are more or fewer.
    """
    said = (
        english.ORDINALS.get(m.group().lower(), 0)
        for m in english.COUNTED.finditer(topics[first].text)
    )
    place = next((n for n in said if n), 0)
    before: list[int] = []
    for i in range(first - 1, -1, -1):
        if topics[i].paragraph != topics[first].paragraph:
            break
        told = lists.ARE_TOLD.search(topics[i].text) or english.SEVERAL.search(topics[i].text)
        if not (told and nouns & term_set(topics[i].text)) and not english.ANAPHOR.match(
            topics[i].text
        ):
            before.append(i)
    return before if place > 1 and len(before) == place - 1 else []


def _names_one(topic: Topic, nouns: frozenset[str]) -> bool:
    """Whether a sentence names one of what is listed, and does not only say that they are told."""
    told = lists.ARE_TOLD.search(topic.text) or english.SEVERAL.search(topic.text)
    return told is None and bool(nouns & term_set(topic.text))


def _goes_on(last: Topic, topic: Topic, nouns: frozenset[str]) -> bool:
    """Whether a paragraph continues the row that ``last`` is counted in."""
    if nouns == KIND_TERMS:
        above, own = last.chunk.heading, topic.chunk.heading
        return bool(own) and len(own) == len(above) and own[:-1] == above[:-1] and own != above
    return bool(nouns & term_set(topic.text)) and last.chunk.heading == topic.chunk.heading


def _different(topics: Sequence[Topic]) -> list[Topic]:
    kept: list[Topic] = []
    for topic in topics:
        if not any(repeats(topic.text, other.text) for other in kept):
            kept.append(topic)
    return kept
