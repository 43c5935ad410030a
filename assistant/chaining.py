"""Items of a list that stand as sentences of one paragraph, behind the one that opens the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant import english
from assistant import english_lists as lists
from assistant.answer import Statement
from assistant.draft import quote
from assistant.forms import Form, is_plural
from assistant.matching import coverage, strength, term_set
from assistant.question import SAYS_LITTLE
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.sections import needed
from assistant.topics import Topic, read_topics
from assistant.view import View
from index.words import terms

_LOOKED_AT = 3
_REACH = 4.0
"""How far below the best a sentence may score that opens a list, in log odds."""
_OPENERS = 30
"""Of so many ranked sentences one may open a list of things that the question calls otherwise."""
_LEAST_ITEMS = 2
_SURE_FROM, _SAID = 0.75, 0.7
_THINGS = frozenset(term for word in lists.THINGS for term in terms(word))


def after_topic(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, most: int
) -> tuple[tuple[Statement, ...], bool]:
    """A sentence that says that there are several of what is asked for, or of things, or that they
    were told, and those after it in its paragraph as items; empty where none of the best sentences
    does, or gives them itself.

    With it: whether that is sure, since as many follow as it says, or it meets the question.
    """
    asked = frozenset(reading.question.terms)
    is_thing = strength(form.noun, _THINGS) >= _SAID
    openers = (s for s in ranked[_LOOKED_AT:_OPENERS] if _counts_things(s.candidate.text))
    for scored in (*_best(ranked), *(openers if is_thing else ())):
        text = scored.candidate.text
        is_given = english.ENUMERATION.search(text) and not _ends_with(text, form.noun)
        met = _met(form, reading, scored)
        opens = _opens_list(text, form.noun, asked)
        if is_given or not (opens or (is_thing and met >= _SURE_FROM and _counts_things(text))):
            continue
        at, topics = _find(scored, view)
        items = _items(topics[at + 1 :], form.noun)[:most] if topics else []
        if len(items) >= _LEAST_ITEMS:
            is_sure = met >= _SURE_FROM and _says_so_many(text, len(items))
            return _quoted(topics[at], items, scored.candidate.passage.sha256), is_sure
    return (), False


def with_what_is_told(shown: Sequence[Statement], view: View) -> tuple[Statement, ...]:
    """``shown`` with the sentence behind each that only says that several things are told: "Owners
    are asked to do three things."
    """
    places = {(s.citations[0].document, s.citations[0].start) for s in shown if s.citations}
    told: list[Statement] = []
    for statement in shown:
        told.append(statement)
        cited = next(iter(statement.citations), None)
        is_opener = _counts_things(statement.text) and not english.ENUMERATION.search(
            statement.text
        )
        if cited is None or not is_opener:
            continue
        chunks = view.chunks(cited.document)
        near = next((c for c in chunks if c.span.start <= cited.start < c.span.end), None)
        topics = read_topics(view, cited.document, near=near)
        at = next((i for i, t in enumerate(topics) if t.sentence.span.start == cited.start), None)
        behind = topics[at + 1 : at + 2] if at is not None else ()
        for topic in behind:
            item = quote(topic.chunk, topic.sentence, cited.sha256, kind="item")
            if not topic.opens and (cited.document, item.citations[0].start) not in places:
                told.append(item)
    return tuple(told)


def _met(form: Form, reading: Reading, scored: Scored) -> float:
    """How much of the rest of the question a sentence and the headings above it hold."""
    skipped = {form.noun, *SAYS_LITTLE}
    rest = {t: w for t, w in needed(form, reading).items() if t not in skipped}
    chunk = scored.candidate.passage.chunk
    own = term_set(" ".join((chunk.title, *chunk.heading, scored.candidate.text)))
    return coverage(rest, reading.expand(own)) if rest else 1.0


def _several(text: str) -> Iterator[tuple[str, str]]:
    """What a sentence says there are several of, with the word that counts them."""
    for match in lists.COUNTED_NOUNS.finditer(text):
        noun = next((word for word in match["np"].split() if is_plural(word)), "")
        count = match.group().split()[0].lower()
        if noun and not count.isdigit():
            yield count, noun


def _counts_things(text: str) -> bool:
    return any(noun.lower() in lists.THINGS for _, noun in _several(text))


def _says_so_many(text: str, n: int) -> bool:
    """Whether a sentence says that there are ``n`` of them, or several things and no more."""
    counts = [english.COUNTS.get(count, 0) for count, _ in _several(text)]
    return n in counts or (_counts_things(text) and not any(counts))


def _best(ranked: Sequence[Scored]) -> list[Scored]:
    return [s for s in ranked[:_LOOKED_AT] if ranked[0].score - s.score <= _REACH]


def _find(scored: Scored, view: View) -> tuple[int, tuple[Topic, ...]]:
    """The paragraph of a sentence, and where in it the sentence stands; empty where it is not
    found.
    """
    chunk, sentence = scored.candidate.passage.chunk, scored.candidate.sentence
    topics = read_topics(view, chunk.document, near=chunk)
    at = next((i for i, t in enumerate(topics) if t.sentence.span == sentence.span), None)
    if at is None:
        return 0, ()
    first = at
    while not topics[first].opens:
        first -= 1
    end = next((i for i in range(at + 1, len(topics)) if topics[i].opens), len(topics))
    return at - first, topics[first:end]


def _opens_list(text: str, noun: str, terms: frozenset[str]) -> bool:
    """Whether a sentence says that there are several of what is asked for, or that they are told,
    and not which.
    """
    wanted = (frozenset((noun,)) | terms) - {""}
    heads = [match["np"].split()[-1] for match in english.SEVERAL.finditer(text)]
    heads += [noun for n, noun in _several(text) if n in english.COUNTS or noun in lists.THINGS]
    if any(wanted & term_set(head) for head in heads):
        return True
    told = lists.ARE_TOLD.search(text)
    if told is None and _ends_with(text, noun):
        return True
    return told is not None and bool(noun) and noun in term_set(text[: told.start()])


def chain(form: Form, ranked: Sequence[Scored], view: View, most: int) -> tuple[Statement, ...]:
    """One of the best sentences and those next to it that go on with it: "... also ...",
    "another ...", "in addition"; empty where none does.
    """
    for scored in _best(ranked)[:2]:
        at, topics = _find(scored, view)
        if not topics or _opens_list(topics[at].text, form.noun, frozenset()):
            continue
        first = at
        while first > 0 and lists.GOES_ON.match(topics[first].text):
            first -= 1
        behind = takewhile(lambda t: lists.GOES_ON.match(t.text), topics[first + 1 :])
        found = [topics[first], *behind]
        if len(found) >= _LEAST_ITEMS and at < first + len(found):
            sha256 = scored.candidate.passage.sha256
            return tuple(quote(t.chunk, t.sentence, sha256, kind="item") for t in found[:most])
    return ()


def _ends_with(text: str, noun: str) -> bool:
    """Whether a sentence ends with the plural asked for and so tells that there are some: "it was
    plagued with problems".
    """
    last = re.search(r"([\w'’-]+)\W*$", text)
    return last is not None and is_plural(last[1]) and bool(noun) and noun in term_set(last[1])


def _items(after: Sequence[Topic], noun: str) -> list[Topic]:
    """The sentences that go on with the list: up to the last that says so, else all, each up to
    one that turns against what was said.
    """
    open_ = list(takewhile(lambda t: not english.TURNS.match(t.text), after))
    said = [i for i, t in enumerate(open_) if _goes_on(t.text, noun)]
    return open_[: said[-1] + 1] if len(said) >= _LEAST_ITEMS and said[0] <= 1 else open_


def _goes_on(text: str, noun: str) -> bool:
    return lists.GOES_ON.match(text) is not None or (bool(noun) and noun in term_set(text))


def _quoted(lead: Topic, items: Sequence[Topic], sha256: str) -> tuple[Statement, ...]:
    found = (quote(t.chunk, t.sentence, sha256, kind="item") for t in items)
    return quote(lead.chunk, lead.sentence, sha256), *found
