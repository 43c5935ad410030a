"""Which documents speak of something: an item a document, counted where it is a name or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant import english_mentions as english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.crossencoder import Window, load_crossencoder
from assistant.draft import Draft, frame, quote
from assistant.grouping import holds_words
from assistant.matching import coverage, term_list, term_set
from assistant.naming import stands_in, written_as
from assistant.reading import read
from assistant.target_naming import weights_of
from assistant.texts import MENTIONS
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, Sentence
from index.words import tokens

_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_OWNING, _ENDING = re.compile(r"['’]s?$"), re.compile(r"(?:(?<=[sxzh])es|(?<!s)s)$")
_SURE, _LIKELY = 0.9, 0.6
_READ = 8
"""So many sentences of a document are read to find the one that says most; each costs 2 ms."""
_FEW_DOCUMENTS, _OF_FEW, _MOST = 3, 2, 50
"""Of so few documents two sentences are shown each."""
_NEAR_PASSAGES, _BY_COSINE, _BY_WORDS = 40, 6.0, 1.5
_LEAST, _BEHIND = 2.3, 3.5
"""What a document's best sentence must come to, in log odds and what its nearness adds, and how
far behind the best document's it may be."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence that speaks of what is sought."""

    chunk: Chunk
    sentence: Sentence
    text: str
    sha256: str
    window: Window
    nearness: float = 0.0


def sought_in(text: str) -> str:
    """The name or subject whose documents ``text`` asks for; empty where it asks for none.

    >>> sought_in("In which of the files does Ada Lind come up, and how?"), sought_in("who is up?")
    ('Ada Lind', '')
    """
    for part in (" ".join(text.split()), *_SENTENCE_END.split(text.strip())):
        plain = english.SECOND_WISH.sub("", part.rstrip(" ?.!"))
        match = english.ANY_AND_WHICH.match(part) or next(
            (m for p in english.WHICH_DOCUMENTS if (m := p.match(plain))), None
        )
        if match is None:
            continue
        name = match["name"].strip(" \"'“”‘’,")
        name = english.NAME_LEAD.sub("", name).strip(" \"'“”‘’,") or name
        return "" if english.POINTS_BACK.match(name) else name
    return ""


def documents_with(text: str, view: View) -> Draft | None:
    """The documents that ``text`` asks for, each with its best sentence; null for any other
    question, and where none is found.

    A name, or words that stand side by side somewhere, are met in all documents in view and
    counted; of any other subject the documents are shown of which the best sentence is clearly
    read as being about it.
    """
    sought = sought_in(text)
    if not sought or not view.documents():
        return None
    reading = read(sought, view.index)
    name = reading.query.strip(" ?.!")
    whole = _places(name, view)
    names = [name] if whole else english.EITHER.split(name)
    found = [whole] if whole else [_places(one, view) for one in names]
    if all(found):
        places = [place for own in found for place in own]
        return replace(_counted(names, places, view), notes=reading.notes)
    near = _near(name, view)
    if not near:
        return None
    items = tuple(_item(place) for place in near)
    return Draft("answered", "list", items, _LIKELY, reading.notes)


def _places(name: str, view: View) -> list[_Place]:
    """Every sentence in view that holds the words of ``name`` side by side, in reading order."""
    wanted = term_list(name)
    if not wanted and not any(c.isupper() for c in name):
        return []
    chunks = view.holding(wanted) if wanted else view.every_chunk()
    found = []
    for chunk, sha256 in chunks:
        previous = ""
        for sentence in chunk.sentences:
            told = plain_text(chunk.sentence_text(sentence), chunk.markup)
            if _holds(name, wanted, told):
                window = Window.of(told, previous, chunk)
                found.append(_Place(chunk, sentence, told, sha256, window))
            previous = told
    return found


def _holds(name: str, wanted: tuple[str, ...], told: str) -> bool:
    """Whether a sentence holds a name; a single word as it is, but for its number and its owning:
    not "plagued" for "plague".
    """
    if len(wanted) != 1:
        return stands_in(name, told) if wanted else holds_words(name, told)
    forms = {_singular(word.surface) for word in tokens(told) if word.term == wanted[0]}
    return not forms.isdisjoint(_singular(word.surface) for word in tokens(name))


def _singular(word: str) -> str:
    return _ENDING.sub("", _OWNING.sub("", re.sub(r"(?<=[a-z]{2})ies\b", "y", word)))


def _counted(names: Sequence[str], places: Sequence[_Place], view: View) -> Draft:
    """The line that counts the documents, and their best sentences."""
    documents = _by_document(places)
    most = _OF_FEW if len(documents) <= _FEW_DOCUMENTS else 1
    asked = english.ABOUT_IT.format(name=" or ".join(names))
    shown = [
        _item(place)
        for held in list(documents.values())[:_MOST]
        for place in _best(held, asked, most)
    ]
    total = len(view.documents())
    written = (written_as(name, (place.text for place in places)) for name in names)
    line = MENTIONS["one" if total == 1 else "all"].format(
        names=" or ".join(f"“{name}”" for name in written),
        occur="occur" if len(names) > 1 else "occurs",
        n=len(documents),
        total=total,
    )
    if len(documents) > _MOST:
        line += " " + MENTIONS["shown"].format(n=_MOST)
    return Draft("answered", "list", (frame(line), *shown), _SURE)


def _by_document(places: Iterable[_Place]) -> dict[str, list[_Place]]:
    found: dict[str, list[_Place]] = {}
    for place in places:
        found.setdefault(place.chunk.document, []).append(place)
    return found


def _best(places: Sequence[_Place], asked: str, most: int) -> list[_Place]:
    """The sentences that say most of what is asked, in reading order."""
    quotable = [p for p in places if p.sentence.kind in QUOTABLE][:_READ] or list(places[:1])
    odds = load_crossencoder().answers(asked, [p.window for p in quotable]).tolist()
    order = sorted(range(len(quotable)), key=lambda i: -odds[i])
    return [quotable[i] for i in sorted(order[:most])]


def _near(name: str, view: View) -> list[_Place]:
    """Of each document that is about a subject the sentence that shows it, the nearest first."""
    asked = english.ABOUT_IT.format(name=name)
    weights = weights_of(view, name)
    best: list[tuple[float, _Place]] = []
    for places in _by_document(_found(name, view)).values():
        nearest = sorted(places, key=lambda place: -place.nearness)[:_READ]
        odds = load_crossencoder().answers(asked, [p.window for p in nearest]).tolist()
        sums = [
            odd + _BY_COSINE * p.nearness + _BY_WORDS * coverage(weights, _held(p))
            for odd, p in zip(odds, nearest, strict=True)
        ]
        best.append((max(sums), nearest[sums.index(max(sums))]))
    best.sort(key=lambda pair: -pair[0])
    least = max(_LEAST, best[0][0] - _BEHIND) if best else 0.0
    return [place for value, place in best if value >= least]


def _held(place: _Place) -> frozenset[str]:
    return term_set(" ".join((place.chunk.title, *place.chunk.heading, place.text)))


def _found(name: str, view: View) -> Iterable[_Place]:
    """The sentences of the passages nearest to a subject."""
    for passage in view.search(name, k=_NEAR_PASSAGES).passages:
        chunk, previous = passage.chunk, ""
        for sentence, cosine in zip(chunk.sentences, passage.sentence_cosines, strict=True):
            told = plain_text(chunk.sentence_text(sentence), chunk.markup)
            if sentence.kind in QUOTABLE:
                window = Window.of(told, previous, chunk)
                yield _Place(chunk, sentence, told, passage.sha256, window, cosine)
            previous = told


def _item(place: _Place) -> Statement:
    """The sentence as an item, labelled by its document's title."""
    title = place.chunk.title
    return quote(place.chunk, place.sentence, place.sha256, kind="item", label=title)
