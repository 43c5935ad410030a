"""Names that say what they are of: "Hurricane Dora" for hurricanes, "Lake Ambrel" for lakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import quote
from assistant.english_sentences import NEGATION
from assistant.forms import is_plural
from assistant.gathered import Gathered, Wanted
from assistant.matching import coverage, term_set
from assistant.question import GENERIC_TERMS, SAYS_LITTLE
from assistant.reading import Reading
from assistant.reading_lists import completed
from assistant.scattered import MAX_CHUNKS
from corpus.markup import plain_text
from index.passage import Chunk
from index.words import Token, tokens

_LEAST_NAMED, _MET = 2, 0.6
_SURE = 0.75


def listed_by_name(wanted: Wanted) -> Gathered | None:
    """The first sentence for each name that has what is listed beside it, in passages that hold
    the names of the question; of a question without names, in sentences that hold the rest of it.

    Null where fewer than two are so called.
    """
    kinds = _kinds(wanted)
    names = wanted.reading.question.names - wanted.reading.unknown - kinds
    if NEGATION.search(wanted.reading.question.text):
        return None
    rest = {t: w for t, w in wanted.reading.weights.items() if t not in kinds | SAYS_LITTLE}
    if not kinds or wanted.view.n_chunks > MAX_CHUNKS or not (names or rest):
        return None
    found: dict[str, Statement] = {}
    for chunk, sha256 in wanted.view.every_chunk():
        if not names <= wanted.reading.held(chunk):
            continue
        for i, text, name in _called(chunk, kinds):
            if names or _meets(text, rest, wanted.reading):
                found.setdefault(name, quote(chunk, chunk.sentences[i], sha256, kind="item"))
    items = dict.fromkeys(found.values())
    if len(found) < _LEAST_NAMED:
        return None
    return completed(Gathered(tuple(islice(items, wanted.most)), _SURE), wanted)


def _kinds(wanted: Wanted) -> frozenset[str]:
    """The terms of what is listed: one plural, or several that are joined."""
    words = list(tokens(wanted.reading.question.text))
    at = next((i for i, t in enumerate(words) if t.term == wanted.form.noun), None)
    if not wanted.form.noun or wanted.form.noun in GENERIC_TERMS or at is None:
        return frozenset()
    before = words[max(0, at - 3) : at]
    joined = any(t.surface in ("and", "or") for t in before)
    also = {t.term for t in before if t.term and is_plural(t.surface)} if joined else set()
    return frozenset({wanted.form.noun, *also})


def _meets(text: str, rest: Mapping[str, float], reading: Reading) -> bool:
    """Whether a sentence denies nothing and says enough of the ``rest``, terms with weights."""
    if NEGATION.search(text):
        return False
    return coverage(rest, reading.expand(term_set(text))) >= _MET


def _called(chunk: Chunk, kinds: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """The place and text of the sentences that write one of ``kinds`` as part of a name, with the
    name beside it.
    """
    for i, sentence in enumerate(chunk.sentences):
        text = plain_text(chunk.sentence_text(sentence), chunk.markup)
        words = list(tokens(text)) if sentence.kind in QUOTABLE else []
        for before, kind, after in zip([None, *words], words, [*words[1:], None], strict=False):
            if kind.term not in kinds or not text[kind.start].isupper():
                continue
            name = after if _follows(text, kind, after) else before
            if name is not None and name.term and text[name.start].isupper():
                yield i, text, name.surface


def _follows(text: str, kind: Token, after: Token | None) -> bool:
    """Whether a name stands right behind the word."""
    return after is not None and text[kind.end : after.start] == " " and text[after.start].isupper()
