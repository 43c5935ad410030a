"""All about one name: the sentences that hold it, grouped by section or by partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant import english
from assistant import english_requests as requests
from assistant.answer import Statement, StatementKind
from assistant.antecedents import nominative, opening_pronoun
from assistant.candidates import QUOTABLE
from assistant.draft import frame, quote
from assistant.english_connecting import TITLE
from assistant.english_requests import NATIONALITIES
from assistant.matching import term_list, term_set
from assistant.naming import written_as
from assistant.phrases import names_in
from assistant.reading import Reading
from assistant.selecting import repeats
from assistant.texts import GROUPS
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, Sentence
from index.words import Token, tokens

MAX_CHUNKS = 2_000
"""So many passages are read; where there are more, the first line says so."""
SHOWN_A_GROUP = 2
MAX_GROUPS = 6
_FEW = 4
"""So many sentences are shown where there is one group only."""
_GOING_ON = 8
"""Up to so many sentences those that go on about a person are shown, too; they are not counted."""
_JOINTS = ("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to")
_OPENING_TERMS = 4


@dataclass(frozen=True, slots=True)
class _Holding:
    """A sentence that holds the name."""

    chunk: Chunk
    sentence: Sentence
    text: str
    sha256: str


def group_about(
    name: str, reading: Reading, view: View, *, everything: bool = False
) -> tuple[Statement, ...]:
    """What the documents in view say of ``name``, at most two sentences a group.

    A group is what stands in one section, or one document where most sections hold a single
    sentence; where there are no headings, in passages with the same other name. The first line
    counts all sentences that hold the name. Empty where none does, or where a word of the name
    occurs nowhere. ``everything``: every sentence of every group.
    """
    key = term_set(name)
    if key & reading.unknown or not name.strip():
        return ()
    every = _near(key, reading, view)
    read = tuple(islice(every, MAX_CHUNKS))
    found = [one for chunk, sha256 in read for one in _holding(chunk, sha256, name, reading)]
    if not found:
        return ()
    groups = _grouped(found, reading.expand(key))
    most = None if everything else _FEW if len(groups) == 1 else SHOWN_A_GROUP
    shown = [
        (label, holding)
        for label, group in groups[: None if everything else MAX_GROUPS]
        for holding in _shown(group, key, most)
    ]
    name = written_as(name, (holding.text for holding in found))
    line = _head(name, len(found), len(groups), len(shown))
    if next(every, None) is not None:
        line += " " + GROUPS["read"].format(n=MAX_CHUNKS, total=view.n_chunks)
    return (frame(line), *_told(shown, key))


def _told(shown: Sequence[tuple[str, _Holding]], key: frozenset[str]) -> Iterator[Statement]:
    """What is shown, each under its label, with sentences right behind that go on about it."""
    spare = _GOING_ON - len(shown)
    for label, one in shown:
        going_on = tuple(islice(_going_on(one, key), max(spare, 0)))
        spare -= len(going_on)
        for sentence in (one.sentence, *going_on):
            kind: StatementKind = "item" if sentence is one.sentence else "context"
            yield quote(one.chunk, sentence, one.sha256, kind=kind, label=label)


def _going_on(holding: _Holding, key: frozenset[str]) -> Iterator[Sentence]:
    """The sentences right behind one that hold the name no more and open with a personal pronoun
    for it: "She took charge in 1889".

    Where the sentence before opens with the name, or names nobody else by two words, and does not
    open with such a pronoun itself.
    """
    chunk = holding.chunk
    opens = bool(key & set(term_list(holding.text)[:_OPENING_TERMS]))
    others = (name for _, name in names_in(holding.text) if not term_set(name) & key)
    if _person(holding.text) or (not opens and any(" " in name for name in others)):
        return
    pronoun = ""
    for sentence in chunk.sentences[chunk.sentences.index(holding.sentence) + 1 :]:
        text = plain_text(chunk.sentence_text(sentence), chunk.markup)
        said = _person(text)
        is_new = sentence.kind != holding.sentence.kind or key <= term_set(text)
        if is_new or not said or said != (pronoun or said):
            return
        pronoun = said
        yield sentence


def _person(text: str) -> str:
    """The pronoun that ``text`` opens with, "He" or "She", also for "His" or "Her"; or nothing."""
    match = opening_pronoun(text)
    pronoun = nominative(match) if match else ""
    return pronoun if pronoun in ("He", "She") else ""


def _head(name: str, n_sentences: int, n_groups: int, n_shown: int) -> str:
    head = GROUPS["head"] if n_shown == n_sentences else GROUPS["shown"]
    words = GROUPS["counts"].split()
    groups = words[n_groups] if n_groups < len(words) else str(n_groups)
    return head.format(
        name=name,
        sentences=_count(n_sentences, "sentence"),
        groups=f"{groups} {'subject' if n_groups == 1 else 'subjects'}",
        shown=n_shown,
    )


def _near(key: frozenset[str], reading: Reading, view: View) -> Iterator[tuple[Chunk, str]]:
    """The chunks that can hold the name, in reading order: those of its words, or of a document
    whose title has one; all where it has no words of its own, or stands for other words too.
    """
    if not key or reading.abbreviations:
        return view.every_chunk()
    held = {chunk.id for chunk, _ in view.holding(key)}
    titled = {info.id for info in view.documents() if key & term_set(info.title)}
    every = view.every_chunk()
    return ((c, sha256) for c, sha256 in every if c.id in held or c.document in titled)


def _holding(chunk: Chunk, sha256: str, name: str, reading: Reading) -> Iterator[_Holding]:
    """The sentences that hold the name or, in a passage or below a heading that does, its last
    word with a capital: "Lindqvist" for "Marta Lindqvist"; and all below a heading that is the
    name.
    """
    key, short = term_set(name), (term_list(name) or ("",))[-1]
    above = " ".join((chunk.title, *chunk.heading, chunk.text))
    if not key <= reading.expand(term_set(above)):
        return
    is_headed = any(term_set(heading) == key for heading in chunk.heading)
    for sentence in chunk.sentences:
        text = plain_text(chunk.sentence_text(sentence), chunk.markup)
        if key and is_headed:
            holds = True
        elif key:
            holds = key <= reading.expand(term_set(text)) or _is_called(name, short, text)
        else:
            holds = holds_words(name, text)
        if sentence.kind in QUOTABLE and holds:
            yield _Holding(chunk, sentence, text, sha256)


def holds_words(name: str, text: str) -> bool:
    """Whether ``text`` holds a name that is made of function words, with a capital for each that
    is no article or preposition: "All of Us", but not "all of us".
    """
    words = r"\s+".join(re.escape(word) for word in name.split())
    match = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
    if match is None:
        return False
    return all(word[0].isupper() for word in match.group().split() if word.lower() not in _JOINTS)


def _is_called(name: str, short: str, text: str) -> bool:
    """Whether ``text`` holds the last word of a name with a capital, and no other name before it:
    "Lindqvist", but not "Carl Lindqvist" for "Marta Lindqvist".
    """
    words = list(tokens(text))
    pairs = zip([None, *words], words, strict=False)
    return any(
        word.term == short and text[word.start].isupper() and not _is_of_other(before, word, text)
        for before, word in pairs
        if before is None or before.term not in term_set(name)
    )


def _is_of_other(before: Token | None, word: Token, text: str) -> bool:
    """Whether the word before is part of the name, and neither a title nor a function word."""
    if before is None or not before.term or text[before.end : word.start] != " ":
        return False
    return text[before.start].isupper() and TITLE.fullmatch(before.surface) is None


def _grouped(found: Sequence[_Holding], key: frozenset[str]) -> list[tuple[str, list[_Holding]]]:
    """The groups with their labels, those with the most sentences first."""
    groups = _by_section(found, key)
    single = sum(len(group) == 1 for _, group in groups)
    if len(groups) > MAX_GROUPS and 2 * single > len(groups):
        documents: dict[str, tuple[str, list[_Holding]]] = {}
        for holding in found:
            chunk = holding.chunk
            documents.setdefault(chunk.document, (chunk.title, []))[1].append(holding)
        if len(documents) > 1:
            groups = list(documents.values())
    return sorted(groups, key=lambda group: -len(group[1]))


def _by_section(found: Sequence[_Holding], key: frozenset[str]) -> list[tuple[str, list[_Holding]]]:
    paragraphs: dict[tuple[str, int], list[_Holding]] = {}
    for holding in found:
        paragraphs.setdefault((holding.chunk.id, _paragraph(holding)), []).append(holding)
    groups: dict[tuple[str, ...], tuple[str, list[_Holding]]] = {}
    for holdings in paragraphs.values():
        chunk = holdings[0].chunk
        label = chunk.heading[-1] if chunk.heading else _partner(holdings, key) or chunk.title
        place = (chunk.document, *chunk.heading) if chunk.heading else (label,)
        groups.setdefault(place, (label, []))[1].extend(holdings)
    return list(groups.values())


def _paragraph(holding: _Holding) -> int:
    """The number, in its chunk, of the paragraph that the sentence stands in."""
    chunk = holding.chunk
    before = chunk.text[: holding.sentence.span.start - chunk.span.start]
    return before.count("\n" if chunk.markup == "plain" else "\n\n")


def _partner(holdings: Sequence[_Holding], key: frozenset[str]) -> str | None:
    """The other name that most of the sentences hold, the first of those."""
    named: Counter[str] = Counter()
    inner: set[str] = set()
    for holding in holdings:
        found = [(at, name) for at, name in names_in(holding.text) if not term_set(name) & key]
        named.update(list(dict.fromkeys(name for _, name in found if _is_partner(name))))
        inner.update(name for at, name in found if at > 0)
    return next((n for n, count in named.most_common() if n in inner and count > 1), None)


def _is_partner(name: str) -> bool:
    """Whether a name can label a group: no adjective, and more than letters for a country."""
    first = name.lower().split("-")[0].rstrip(".")
    return first not in NATIONALITIES and sum(c.isalpha() for c in name) > 2


def _shown(group: Sequence[_Holding], key: frozenset[str], most: int | None) -> list[_Holding]:
    """The first sentences that are about the name, in reading order, none said twice.

    ``most`` null: all of them, so that as many stand there as were counted.
    """
    chosen: list[_Holding] = []
    for holding in sorted(group, key=lambda holding: _needs(holding.text, key)):
        if most is None or not any(repeats(holding.text, other.text) for other in chosen):
            chosen.append(holding)
    return sorted(chosen[:most], key=group.index)


def _needs(text: str, key: frozenset[str]) -> int:
    """How little a sentence is about the name by itself."""
    leans = english.ANAPHOR.match(text) is not None
    is_fragment = text[-1] not in ".!?:;…\"”’')]"
    points = requests.POINTS_BACK.search(text) is not None
    return 2 * (leans + is_fragment) + points + (not key & set(term_list(text)[:_OPENING_TERMS]))


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
