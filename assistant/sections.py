"""Lists that a heading names: the first sentence of each section below it, or its one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant import english_lists as lists
from assistant.announcing import Item
from assistant.candidates import QUOTABLE
from assistant.captions import said_below
from assistant.forms import Form
from assistant.matching import coverage, strength, term_set
from assistant.question import GENERIC_TERMS
from assistant.reading import Reading
from assistant.view import View
from index.passage import Chunk
from index.words import terms

_UNSAID = GENERIC_TERMS | {term for word in lists.VAGUE for term in terms(word)}
_SAYS_IT = 0.7
"""How near a word of a heading comes to what is listed: in any form, or by a synonym."""


def under_heading(
    form: Form, reading: Reading, hashes: Iterable[str], view: View
) -> tuple[float, tuple[str, ...], Sequence[Item]]:
    """How well the heading that best names the list meets the question, that heading, its items.

    The items are the first sentence of each section right below it, or, where there are none,
    those of the one list that stands below it.
    """
    best: tuple[float, tuple[str, ...], Sequence[Item]] = (0.0, (), ())
    said = needed(form, reading)
    for document in hashes:
        chunks = view.chunks(document)
        for path, title in _headings(chunks):
            name = path[-1] if path else title
            if not form.noun or strength(form.noun, term_set(name)) < _SAYS_IT:
                continue
            met = coverage(said, reading.expand(term_set(f"{title} {name}")))
            items = _children(chunks, path) or only_list(chunks, path)
            if met > best[0] and len(items) > 1:
                best = (met, (name,), items)
    return best


def needed(form: Form, reading: Reading) -> dict[str, float]:
    """The weights of what a heading over a list must say of the question."""
    asked = known_or_had(reading).items()
    return {t: w for t, w in asked if t == form.noun or t not in _UNSAID}


def known_or_had(reading: Reading) -> dict[str, float]:
    """The weights of the words that the corpus holds, and of those that what is listed is to have.

    Another word that occurs nowhere may be a verb: "all rooms with a minibar" needs its last one.
    """
    had = term_set(" ".join(match["np"] for match in lists.HAD.finditer(reading.question.text)))
    must = reading.known_weights.keys() | (had & reading.unknown)
    return {t: w for t, w in reading.weights.items() if t in must}


def _headings(chunks: Sequence[Chunk]) -> dict[tuple[tuple[str, ...], str], None]:
    """Every heading path of a document, the empty one for its title included."""
    found: dict[tuple[tuple[str, ...], str], None] = {}
    for chunk in chunks:
        for depth in range(len(chunk.heading) + 1):
            found.setdefault((chunk.heading[:depth], chunk.title))
    return found


def _children(chunks: Sequence[Chunk], path: tuple[str, ...]) -> list[Item]:
    """The first sentence of each section right below ``path``."""
    found: dict[tuple[str, ...], Item] = {}
    for chunk in chunks:
        below = chunk.heading[: len(path) + 1]
        if len(below) == len(path) + 1 and below[: len(path)] == path:
            for sentence in said_below(chunk):
                if sentence.kind in QUOTABLE:
                    found.setdefault(below, (chunk, sentence))
    return list(found.values())


def only_list(chunks: Sequence[Chunk], path: tuple[str, ...]) -> list[Item]:
    """The items that stand right below a heading, the captions that they open with left out."""
    return [
        (chunk, sentence)
        for chunk in chunks
        if path and chunk.heading == path
        for sentence in said_below(chunk)
        if sentence.kind in ("item", "row")
    ]
