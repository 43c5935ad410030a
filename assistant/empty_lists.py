"""Lists that documents announce and do not give: where they are, and the answer that names all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from assistant import english_empty_lists as english
from assistant.draft import Draft, frame, quote
from assistant.english_requests import ANNOUNCED
from assistant.texts import LISTS
from assistant.view import View
from index.passage import Chunk, Sentence

_MAX_SHOWN = 20
_SURE = 0.9
_WORD = re.compile(r"[a-z]+(?:['’]t)?")


def asks_for_empty_lists(question: str) -> bool:
    """Whether the whole of ``question`` asks which lists are announced and not given.

    >>> asks_for_empty_lists("Which lists are announced but never given?")
    True
    >>> asks_for_empty_lists("Which lists of birds are missing?")
    False
    """
    words = _WORD.findall(question.lower())
    is_missing = not english.MISSING.isdisjoint(words)
    is_withheld = not english.GIVEN.isdisjoint(words) and not english.NEVER.isdisjoint(words)
    is_of_lists = not (english.LISTS_THEMSELVES | english.PROMISED).isdisjoint(words)
    return is_of_lists and (is_missing or is_withheld) and english.OF_EMPTY_LISTS.issuperset(words)


def name_empty_lists(question: str, view: View) -> Draft | None:
    """All lists in view that are announced and not given, each with the sentence that says so.

    Null: something else is asked. A refusal that says so where there is none.
    """
    if not asks_for_empty_lists(question):
        return None
    documents = view.documents()
    found = [(info, *place) for info in documents for place in empty_lists(view.chunks(info.id))]
    if not found:
        none = frame(LISTS["none_empty"].format(n=len(documents)))
        return Draft("not_answered", "list", (none,), confidence=0.0)
    which = "empty_all" if len(found) <= _MAX_SHOWN else "empty_some"
    head = frame(LISTS[which].format(n=len(found), shown=_MAX_SHOWN))
    items = (
        quote(chunk, sentence, info.sha256, kind="item", label=chunk.under)
        for info, chunk, sentence in found[:_MAX_SHOWN]
    )
    return Draft("answered", "list", (head, *items), confidence=_SURE)


def empty_lists(chunks: Sequence[Chunk]) -> Iterator[tuple[Chunk, Sentence]]:
    """The sentences that announce a list that is not given, in the chunks of one document.

    That is an editor's note to that effect, or a colon that no list follows.
    """
    flat = [(chunk, sentence) for chunk in chunks for sentence in chunk.sentences]
    for (chunk, sentence), following in zip_longest(flat, flat[1:]):
        text = chunk.sentence_text(sentence)
        said = sentence.kind == "note" and ANNOUNCED.search(text) is not None
        colon = sentence.kind == "paragraph" and text.rstrip(" *_").endswith(":")
        if said or (colon and not _is_list(following)):
            yield chunk, sentence


def _is_list(following: tuple[Chunk, Sentence] | None) -> bool:
    """Whether what comes next is a list, a table, code, or a note that says what is missing."""
    if following is None:
        return False
    chunk, sentence = following
    if sentence.kind == "paragraph":
        return re.match(r"[\da-z•–—(\"“]|First", chunk.sentence_text(sentence)) is not None
    return sentence.kind != "heading"
