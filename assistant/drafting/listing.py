"""Questions for what a list holds, drafted from the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.drafting.draft import Draft, Source, Wording
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

MIN_ITEMS, MAX_ITEMS, MAX_ITEM_WORDS = 3, 12, 6
_HEADING = re.compile(r"^(?:The )?(?P<what>[A-Z]?[\w’'-]+(?: [\w’'-]+){0,5})$")
_NOT_ASKED = re.compile(
    r"^(?:see also|references|external links|notes|sources|contents|further reading|links|how|why|what|when|where|who)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?<![su])s$|\b(?:people|criteria|children|men|women|phenomena)$")
_HEAD_END = re.compile(r"\s*(?::|—|–| - |\.|,|;|\().*$", re.DOTALL)


def draft_lists(chunks: Sequence[Chunk]) -> Iterator[Draft]:
    """A question for each heading in the plural with three items or more right below it."""
    for path, run in groupby(_items(chunks), key=lambda item: item[0]):
        items = list(run)
        if not path or not MIN_ITEMS <= len(items) <= MAX_ITEMS:
            continue
        question = _question(path)
        heads = [_head(text) for _, text, _ in items]
        if question and all(heads) and len(set(heads)) == len(heads):
            facts = tuple((head,) for head in heads if head)
            yield Draft(Wording("list", question, facts), tuple(source for *_, source in items))


def _items(chunks: Sequence[Chunk]) -> Iterator[tuple[tuple[str, ...], str, Source]]:
    """Heading path, text and place of the first sentence of each item, in reading order."""
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.kind == "item" and _opens_item(chunk, sentence):
                quote = chunk.sentence_text(sentence)
                source = Source(chunk.document, sentence.span, quote)
                yield chunk.heading, plain_text(quote, chunk.markup), source


def _opens_item(chunk: Chunk, sentence: Sentence) -> bool:
    """Whether the sentence is the first of its item: it has the item's sign."""
    return re.match(r"\s*(?:[-*+]|\d{1,3}[.)])\s", chunk.sentence_text(sentence)) is not None


def _question(path: tuple[str, ...]) -> str | None:
    name = path[-1].strip()
    match = _HEADING.match(name)
    if (
        match is None
        or " and " in name
        or _NOT_ASKED.match(name)
        or not _PLURAL.search(name.split(" of ")[0])
    ):
        return None
    what = match["what"]
    lower = what if what[1:2].isupper() else what[0].lower() + what[1:]
    return f"What are the {lower}?"


def _head(text: str) -> str | None:
    """What an item is called: its words up to the first stop, colon or dash."""
    head = _HEAD_END.sub("", text).strip(" *_`")
    words = head.split()
    if words and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words) if 1 <= len(words) <= MAX_ITEM_WORDS else None
