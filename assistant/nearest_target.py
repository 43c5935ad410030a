"""The document that a description comes nearest to, where no title or heading holds its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import english_requests as english
from assistant.matching import coverage, strength, term_set
from assistant.target_naming import Target, called, weights_of
from assistant.view import View
from index.passage import DocumentInfo, FloatArray, Passage
from index.words import tokens

LIKELY_NEAR, SURELY_NEAR = 0.95, 1.3
_PASSAGES = 8
_AHEAD = 0.1
_OF_KIND, _CLEARLY_AHEAD = 0.65, 0.25
"""What must speak for a document where the description says that it is of one, and how much more
than for any other.
"""
_NEAR, _SEVERAL = 0.45, 3
"""How near a passage must come where no word of the description stands in the title, and how many
of the passages found must be of that document.
"""


@dataclass(frozen=True, slots=True)
class _Described:
    """A description with what the index makes of it: its words' weights, its vector, and the
    passages nearest to it.
    """

    weights: dict[str, float]
    vector: FloatArray
    passages: Sequence[Passage]


def nearest_target(view: View, text: str, *, least: float, named: float = 0.0) -> Target | None:
    """The one document that ``text`` describes; null where none stands out.

    ``least``: what must speak for it; ``named``: the share of the words that its title must hold.

    What speaks for a document is added: the share of the words, by weight, that its title and file
    name hold, the share of the nearest passages, by score, that are of it, and how near the title
    comes in meaning. The rarest word must be known: "a history of zeppelins" is not met by a
    history of something else.
    """
    documents = view.documents()
    if len(documents) < 2 or not _is_known(view, text):
        return None
    result = view.search(text, k=_PASSAGES)
    described = _Described(weights_of(view, text), result.vector, result.passages)
    found = {passage.chunk.document for passage in result.passages}
    likely = [info for info in documents if info.id in found or _share_named(described, info) > 0]
    ranked = sorted(_values(view, described, likely), key=lambda pair: (-pair[0], pair[1].id))
    if not ranked:
        return None
    value, best = ranked[0]
    ahead = value - ranked[1][0] if len(ranked) > 1 else value
    is_clear = _says_kind(text) and value >= _OF_KIND and ahead >= _CLEARLY_AHEAD
    if ahead < _AHEAD or not (value >= least or is_clear):
        return None
    if _share_named(described, best) < named:
        return None
    if not _is_near(described, best):
        return None
    return Target(best, confidence=min(0.85, 0.5 + 0.2 * value))


def _says_kind(text: str) -> bool:
    """Whether a description says that a document is meant, and what it is about."""
    return any(p.match(text) for p in (english.TARGET_LEAD, english.TARGET_WITHIN))


def _is_known(view: View, text: str) -> bool:
    """Whether the documents hold the rarest word of ``text``, or a title one of its family.

    What kind of document it is need stand in none: "the newspaper report on the fire".
    """
    within = english.TARGET_WITHIN.match(text)
    words = [token for token in tokens(within["behind"] if within else text) if token.term]
    rarest = max(words, key=lambda token: view.index.rarity(token.surface), default=None)
    if rarest is None or view.index.frequency(rarest.term):
        return rarest is not None
    return any(strength(rarest.term, term_set(called(info))) > 0 for info in view.documents())


def _values(
    view: View, described: _Described, likely: Sequence[DocumentInfo]
) -> list[tuple[float, DocumentInfo]]:
    """What speaks for each document, from 0 to 3."""
    votes: dict[str, float] = defaultdict(float)
    for passage in described.passages:
        votes[passage.chunk.document] += max(0.0, passage.score)
    total = sum(votes.values()) or 1.0
    titles = view.index.embed([called(info) for info in likely])
    return [
        (_share_named(described, info) + votes[info.id] / total + max(0.0, float(cosine)), info)
        for info, cosine in zip(likely, titles @ described.vector, strict=True)
    ]


def _share_named(described: _Described, info: DocumentInfo) -> float:
    return coverage(described.weights, term_set(called(info)))


def _is_near(described: _Described, info: DocumentInfo) -> bool:
    if _share_named(described, info) > 0:
        return True
    own = [p.dense for p in described.passages if p.chunk.document == info.id]
    return len(own) >= _SEVERAL and max(own) >= _NEAR
