"""Lines within running text that stand over what follows: titles without markup, and questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_MAX_WORDS = 12
_ENDS = re.compile(r"[.!?:;,…。！？][\"'”’)\]]*\Z")
_ENDS_SENTENCE = re.compile(r"[.!?:…。！？][\"'”’)\]]*\Z")
_NOT_RUN_IN = ("Yes.", "No.", "Never.", "Always.", "Sometimes.", "Neither.")
_RUN_IN = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]\s+\S+(?: \S+){0,4}|[A-Z][\w’'-]+)\.")
"""A heading that the paragraph begins with: "3. Deposit." or "Limits."; one word, or numbered."""
_NUMBERED = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s")

_OF_CLAUSE = re.compile(r"(?:^|\s)\(?\d{1,3}(?:\.\d{1,3})*[.)]\s+[^.?!]+\.\Z")
"""What a sentence stands under whose paragraph begins with a numbered heading."""


@dataclass(frozen=True, slots=True)
class Captions:
    """For each sentence of a chunk: whether it is a caption, the captions that it stands under,
    and the question that it is the first to answer.

    A caption is quoted for no answer; what it says is known of the sentences below it.
    """

    is_caption: tuple[bool, ...]
    over: tuple[str, ...]
    answers: tuple[str, ...]


def read_captions(chunk: Chunk, texts: Sequence[str]) -> Captions:
    """The captions of ``chunk``; ``texts``: its sentences without markup.

    A title is a short line by itself that no mark ends, above a line that one does; it holds up to
    the next. A question, or a heading that a paragraph begins with, holds for the paragraph.
    """
    sentences = chunk.sentences
    title, question, answered = "", "", False
    is_caption, over, answers = list[bool](), list[str](), list[str]()
    for i, text in enumerate(texts):
        parted = i > 0 and breaks(chunk, sentences[i - 1], sentences[i])
        if parted and answered:
            question = ""
        over.append(f"{title} {question}".strip())
        answers.append("" if answered else question)
        asks = text.rstrip("\"'”’)").endswith("?")
        asks = asks or _runs_in(chunk, texts, i)
        is_title = not asks and _is_title(chunk, texts, i)
        if asks:
            question, answered = text, False
        elif is_title:
            title, question = text, ""
        else:
            answered = True
        is_caption.append(asks or is_title)
    return Captions(tuple(is_caption), tuple(over), tuple(answers))


def captions_of(chunk: Chunk) -> Captions:
    """As ``read_captions``, of a chunk whose sentences have not been read."""
    return read_captions(
        chunk, [plain_text(chunk.sentence_text(s), chunk.markup) for s in chunk.sentences]
    )


def said_below(chunk: Chunk) -> list[Sentence]:
    """The sentences of ``chunk`` that are no captions."""
    captions = captions_of(chunk).is_caption
    return [s for s, is_caption in zip(chunk.sentences, captions, strict=True) if not is_caption]


def is_of_clause(chunk: Chunk, position: int) -> bool:
    """Whether a sentence of ``chunk`` stands in a numbered clause that begins with a heading of its
    own: "4. Delivery. Goods arrive ...". Such clauses are each of something else, and no list.
    """
    return _OF_CLAUSE.search(captions_of(chunk).over[position]) is not None


def paragraph_of(chunk: Chunk, position: int) -> tuple[str, str]:
    """The paragraph that a sentence of ``chunk`` stands in, and its first sentence, with markup."""
    first = last = position
    sentences = chunk.sentences
    while first > 0 and not breaks(chunk, sentences[first - 1], sentences[first]):
        first -= 1
    while last + 1 < len(sentences) and not breaks(chunk, sentences[last], sentences[last + 1]):
        last += 1
    start = chunk.span.start
    whole = chunk.text[sentences[first].span.start - start : sentences[last].span.end - start]
    return whole, chunk.sentence_text(sentences[first])


def _is_title(chunk: Chunk, texts: Sequence[str], i: int) -> bool:
    if i + 1 >= len(texts) or _ENDS.search(texts[i]) or len(texts[i].split()) > _MAX_WORDS:
        return False
    sentence, following = chunk.sentences[i], chunk.sentences[i + 1]
    if sentence.kind not in ("paragraph", "item") or following.kind not in ("paragraph", "item"):
        return False
    if sentence.kind == "item" and (following.kind == "item" or not _NUMBERED.match(texts[i])):
        return False
    alone = i == 0 or breaks(chunk, chunk.sentences[i - 1], sentence)
    ends = _ENDS_SENTENCE.search(texts[i + 1]) is not None
    return alone and ends and breaks(chunk, sentence, following)


def _runs_in(chunk: Chunk, texts: Sequence[str], i: int) -> bool:
    """Whether a sentence is the heading that its paragraph begins with."""
    if texts[i] in _NOT_RUN_IN or not _RUN_IN.fullmatch(texts[i]) or i + 1 >= len(texts):
        return False
    sentences = chunk.sentences
    begins = i == 0 or breaks(chunk, sentences[i - 1], sentences[i])
    return begins and not breaks(chunk, sentences[i], sentences[i + 1])


def breaks(chunk: Chunk, before: Sentence, after: Sentence) -> bool:
    """Whether a paragraph ends between two sentences of ``chunk`` that follow each other."""
    start = chunk.span.start
    gap = chunk.text[before.span.end - start : after.span.start - start]
    return "\n" in gap if chunk.markup == "plain" else gap.count("\n") > 1
