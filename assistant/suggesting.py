"""Example questions, drawn from the documents and known to be answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant import english_requests as english
from assistant.answer import Answer
from assistant.phrases import main_names
from corpus.markup import plain_text
from index.index import Index
from index.passage import Chunk, DocumentInfo
from index.words import terms

MAX_ASKED = 12
"""So many drafts are tried at most."""
MAX_DOCUMENTS, MAX_CHUNKS = 12, 30
"""Drafts come from so many documents, evenly spread, and the beginning of each."""
_MAX_WORDS, _LEAST_PASSAGES = 10, 3

Kind = Literal["list", "what", "why", "name", "summary"]
_KINDS: tuple[Kind, ...] = ("list", "what", "name", "why", "summary")


@dataclass(frozen=True, slots=True)
class _Idea:
    kind: Kind
    question: str
    document: str


def suggest_questions(index: Index, n: int = 3, *, ask: Callable[[str], Answer]) -> tuple[str, ...]:
    """At most ``n`` questions that ``ask`` answers, of different kinds and documents where it can.

    Each is drafted from a heading, a definition, a name or a title, and kept only if it is
    answered with a citation of the document it was drafted from. The same for the same index;
    fewer where the documents give no more, or after ``MAX_ASKED`` tries.
    """
    kept: list[_Idea] = []
    for idea in _in_turn(tuple(_ideas(index)))[:MAX_ASKED]:
        if len(kept) == n:
            break
        if not _is_like(idea, kept) and _is_answered(idea, ask(idea.question)):
            kept.append(idea)
    return tuple(idea.question for idea in kept)


def _is_answered(idea: _Idea, answer: Answer) -> bool:
    cited = {citation.document for citation in answer.citations}
    return answer.outcome == "answered" and idea.document in cited


def _is_like(idea: _Idea, kept: Sequence[_Idea]) -> bool:
    """Whether one of the kept questions has all its words, or it all of theirs."""
    words = set(terms(idea.question))
    others = [set(terms(other.question)) for other in kept]
    return any(words <= other or other <= words for other in others)


def _in_turn(ideas: Sequence[_Idea]) -> list[_Idea]:
    """The kinds in turn, each from a document not used before as long as there is one."""
    left, ordered = list(ideas), list[_Idea]()
    used: set[str] = set()
    while left:
        for kind in _KINDS:
            of_kind = [idea for idea in left if idea.kind == kind]
            fresh = [idea for idea in of_kind if idea.document not in used]
            for idea in (fresh or of_kind)[:1]:
                ordered.append(idea)
                left.remove(idea)
                used.add(idea.document)
        if used >= {idea.document for idea in left}:
            used.clear()
    return ordered


def _ideas(index: Index) -> Iterator[_Idea]:
    documents = index.documents()
    step = -(-len(documents) // MAX_DOCUMENTS)
    read = {info.id: index.chunks(info.id)[:MAX_CHUNKS] for info in documents[::step]}
    for info in documents[::step]:
        seen: set[str] = set()
        for kind, question in _of_document(info, read[info.id]):
            if question not in seen and len(question.split()) <= _MAX_WORDS:
                seen.add(question)
                yield _Idea(kind, question, info.id)
    yield from _of_names(read)


def _of_document(info: DocumentInfo, chunks: Sequence[Chunk]) -> Iterator[tuple[Kind, str]]:
    headings = dict.fromkeys(name for chunk in chunks for name in chunk.heading)
    for name in (info.title, *headings):
        yield from _of_heading(name)
    texts = _sentences(chunks)
    for text in sorted(texts, key=lambda text: -_shared(text, info.title)):
        yield from _of_sentence(text, texts)
    if info.title_origin != "file name":
        yield "summary", english.SUGGESTED["summary"].format(subject=info.title)


def _of_heading(name: str) -> Iterator[tuple[Kind, str]]:
    if match := english.LIST_HEADING.fullmatch(name):
        groups = match.groupdict() | {"what": match["what"].lower()}
        yield "list", english.SUGGESTED["list"].format(**groups)
    match = english.WHY_HEADING.fullmatch(name)
    if match and not english.NOT_A_SUBJECT.search(match["subject"]):
        yield "why", english.SUGGESTED["why"].format(**match.groupdict())
    if match := english.WHAT_HEADING.fullmatch(name):
        yield "what", english.SUGGESTED["what"].format(**match.groupdict())


def _of_sentence(text: str, texts: Sequence[str]) -> Iterator[tuple[Kind, str]]:
    """The question that a definition answers: "A prime number is a ..." tells what one is."""
    match = english.DEFINITION.match(text)
    if match is None or english.NOT_A_SUBJECT.search(match["subject"]):
        return
    article = (match["article"] or "").lower()
    subject = match["subject"] if article else _inner_form(match["subject"], texts)
    if article == "the " and subject.islower():
        return  # "the method" is known to the reader of the sentences before only
    is_name = not article and subject[0].isupper()
    form = "who" if is_name and english.PERSON_NOUN.search(text) else "what"
    question = english.SUGGESTED[form].format(be=match["be"].lower(), subject=article + subject)
    yield "what", question


def _of_names(read: Mapping[str, Sequence[Chunk]]) -> Iterator[_Idea]:
    """The names that several passages hold, each with the document that holds it most often."""
    by_document = {document: _sentences(chunks) for document, chunks in read.items()}
    texts = [text for parts in by_document.values() for text in parts]
    for name in main_names(texts):
        passages = [c for chunks in read.values() for c in chunks if name.text in c.text]
        if len(passages) < _LEAST_PASSAGES:
            continue
        n_inner = sum(f" {name.text}" in text for text in texts)
        with_article = sum(f" the {name.text}" in text for text in texts) > n_inner / 2
        subject = f"the {name.text}" if with_article else name.text
        home = max(by_document, key=lambda d: sum(name.text in t for t in by_document[d]))
        yield _Idea("name", english.SUGGESTED["name"].format(subject=subject), home)


def _sentences(chunks: Sequence[Chunk]) -> list[str]:
    return [
        plain_text(chunk.sentence_text(sentence), chunk.markup)
        for chunk in chunks
        for sentence in chunk.sentences
        if sentence.kind in ("paragraph", "item")
    ]


def _inner_form(subject: str, texts: Sequence[str]) -> str:
    """The subject of a sentence as it is written within one: "oxygen", but "Kymriah"."""
    if not subject[1:2].islower() or "’s" in subject or "'s" in subject:
        return subject
    if any(f" {subject}" in text for text in texts):
        return subject
    return subject[0].lower() + subject[1:]


def _shared(text: str, title: str) -> int:
    """How many of the title's words the opening of a sentence has."""
    return len(set(terms(title)) & set(terms(" ".join(text.split()[:6]))))
