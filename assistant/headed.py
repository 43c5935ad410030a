"""Lists that running text gives below a heading that names them: a sentence an item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant import english
from assistant import english_lists as lists
from assistant.candidates import QUOTABLE
from assistant.captions import captions_of
from assistant.draft import quote
from assistant.forms import KIND_TERMS
from assistant.gathered import Gathered, Wanted, hashes_of, passages_of
from assistant.listing import announced_empty
from assistant.matching import coverage, strength, term_set
from assistant.sections import needed
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_NEAR_DOCUMENTS, _MAX_CHUNKS = 3, 400
_LEAST_ITEMS, _MOST_ITEMS = 2, 8
"""A section of more sentences tells of what its heading names, and lists it not."""
_NAMED = 0.7
_LEAST, _SURE_FROM, _SURE = 0.6, 0.9, 0.8


@dataclass(slots=True)
class _Section:
    """What stands right below one heading; ``above``: that and the headings over it."""

    name: str
    above: str
    lines: list[tuple[Chunk, Sentence, str]] = field(default_factory=list)


def listed_below_heading(wanted: Wanted) -> Gathered | None:
    """The sentences of the short section whose heading names what is listed, and best meets the
    rest of the question; null where none does.
    """
    said = needed(wanted.form, wanted.reading)
    best: tuple[float, str, list[tuple[Chunk, Sentence, str]]] = (0.0, "", [])
    for document, sha256 in list(hashes_of(wanted.ranked).items())[:_NEAR_DOCUMENTS]:
        for section in _sections(wanted.view, document):
            if not _names(wanted.form.noun, section.name):
                continue
            held = wanted.reading.expand(term_set(section.above))
            met = coverage(said, held | _kinds_of(wanted.form.noun))
            items = [line for line in section.lines if not _denies(line[2], wanted.form.noun)]
            if met > best[0] and _LEAST_ITEMS <= len(items) <= _MOST_ITEMS:
                best = (met, sha256, items)
    met, sha256, items = best
    passages = passages_of(wanted.ranked)
    empty = announced_empty(wanted.form, wanted.reading, passages, wanted.view)
    if met < _LEAST or empty is not None:
        return None
    shown = (quote(chunk, s, sha256, kind="item") for chunk, s, _ in items[: wanted.most])
    return Gathered(tuple(shown), _SURE if met >= _SURE_FROM else None)


def _sections(view: View, document: str) -> Iterator[_Section]:
    """The sections of a document that hold nothing but sentences, in reading order."""
    found: dict[tuple[str, ...], _Section] = {}
    mixed: set[tuple[str, ...]] = set()
    caption = ""
    for chunk in view.chunks(document)[:_MAX_CHUNKS]:
        captions = captions_of(chunk)
        for i, sentence in enumerate(chunk.sentences):
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            if captions.is_caption[i] or sentence.kind == "heading":
                continue
            caption = captions.over[i]
            place = (*chunk.heading, caption) if caption else chunk.heading
            if sentence.kind != "paragraph":
                mixed.add(place)
            elif place and sentence.kind in QUOTABLE:
                above = " ".join((chunk.title, *place))
                section = found.setdefault(place, _Section(place[-1], above))
                section.lines.append((chunk, sentence, text))
    yield from (section for place, section in found.items() if place not in mixed)


def _names(noun: str, heading: str) -> bool:
    """Whether a heading is the name of what is listed, and of nothing beside it."""
    if not noun or lists.JOINS.search(heading):
        return False
    own = term_set(heading)
    return strength(noun, own) >= _NAMED or bool(_kinds_of(noun) & own)


def _kinds_of(noun: str) -> frozenset[str]:
    return KIND_TERMS if noun in KIND_TERMS else frozenset()


def _denies(text: str, noun: str) -> bool:
    """Whether a sentence only says that there are several of what is listed, or that one is not."""
    several = (match["np"] for match in english.SEVERAL.finditer(text))
    if any(noun in term_set(np) for np in several) and not english.ENUMERATION.search(text):
        return True
    return any(noun in term_set(match["np"]) for match in lists.NONE_OF.finditer(text))
