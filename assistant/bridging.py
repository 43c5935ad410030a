"""From a sentence that says a part of a question over a name in it to one that says the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial

from assistant import english
from assistant import english_steps_asked as asking
from assistant.absent_names import absent_names
from assistant.answer import Statement
from assistant.asking import Asked, put
from assistant.doubting import must_refuse
from assistant.draft import Draft
from assistant.expressions import names
from assistant.matching import strength, term_set
from assistant.question import GENERIC_TERMS
from assistant.scoring import Scored
from assistant.selecting import as_statements
from assistant.sharing import Pair, is_common, is_new, named, place_of
from assistant.steps import NAME
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword
from index.words import Token, tokens

_FIRST, _SECOND = 2, 3
"""So many of the best sentences are looked at for either."""
_MAX_NAMES = 4
_HALF, _MOSTLY = 0.5, 0.75
_LEAST_TOLD = 3
"""Fewer words, not in a clause of their own, tell of nothing that could be found."""
_SAYS = 0.5
"""The second sentence is read as the answer at such log odds at least."""
_SURE = 0.9
_CLAUSE_ENDS = re.compile(r"[,.:;!]\s+(?:and |but )?(?=\w)")


def answer_by_bridge(question: str, view: View, weights: Weights) -> Draft | None:
    """Two sentences that share a name which the question does not hold, the first of which says a
    part of the question and the second, asked of the name, the rest; null where none do.
    """
    ask = lru_cache(maxsize=None)(partial(put, view=view, weights=weights))
    asked = ask(question)
    if absent_names(asked.reading):
        return None
    pairs = (
        _pair(name, first, asked, ask(onward.replace(NAME, name)), view)
        for first in asked.ranked[:_FIRST]
        for onward in _onward(question, asked, first)
        for name in _new_names(first, question, view)
    )
    best = max((p for p in pairs if p is not None), key=lambda p: p.worth, default=None)
    return best.draft if best is not None and best.confidence >= weights.threshold else None


def _pair(name: str, first: Scored, asked: Asked, about: Asked, view: View) -> Pair | None:
    """The first sentence with the one that best answers what is asked of the name; else null."""
    if must_refuse(about.reading, about.ranked):
        return None
    led = _shown(first, asked, view)
    found = []
    for scored in about.ranked[:_SECOND]:
        if scored.read is None or scored.read < _SAYS or place_of(scored) == place_of(first):
            continue
        told = _shown(scored, about, view)
        shared = next((n for s in reversed(told) if (n := _shared(name, s.text, led))), "")
        behind = tuple(s for s in told if s not in led)
        pair = Pair(shared, led, behind, scored.read, min(about.confidence, _SURE))
        if shared and (pair.place or any(shared.lower() in s.text.lower() for s in led)):
            found.append(pair)
    return max(found, key=lambda pair: pair.worth, default=None)


def _shared(name: str, text: str, led: tuple[Statement, ...]) -> str:
    """``name`` as ``text`` gives it, or a word of it that both give: "viaduct"; else empty."""
    if whole := named(name, text):
        return whole
    both = term_set(text) & term_set(led[-1].text) & term_set(name)
    return next((t.surface for t in tokens(text) if t.term in both), "")


def _onward(question: str, asked: Asked, scored: Scored) -> tuple[str, ...]:
    """The question with ``NAME`` for what the sentence says of it, with and without the noun before
    that; none where it says nothing of it, or what is asked for.

    Where that stands in a clause of its own, ``NAME`` stands before the others.
    """
    words = [t for t in tokens(question) if t.term in asked.reading.weights]
    first, last = _told_run(words, asked, scored)
    told = frozenset(t.term for t in words[first:last])
    rest = frozenset(t.term for t in words[:first] + words[last:]) - told
    if not told:
        return ()
    start, end = words[first].start, words[last - 1].end
    ends = list(_CLAUSE_ENDS.finditer(question))
    behind = next((question[m.end() :] for m in ends if m.start() >= end), "")
    before = next((question[: m.start()] for m in reversed(ends) if m.end() <= start), "")
    if not rest - GENERIC_TERMS or not _describes(told, asked, bool(behind or before)):
        return ()
    if behind or before:
        return (f"{NAME}: {behind or before}",)
    noun = asking.DESCRIBED.search(question[:start])
    if noun is None:
        return ()
    wanted = asked.reading.question.asked | asked.reading.question.counted
    is_the = noun.group().lower().startswith("the ") and not term_set(noun.group()) & wanted
    leads = (question[:start], *([f"{question[: noun.start()]}the "] if is_the else ()))
    return tuple(f"{lead}{NAME}{question[end:]}" for lead in dict.fromkeys(leads))


def _describes(told: frozenset[str], asked: Asked, is_clause: bool) -> bool:
    """Whether words can tell of something that they do not name, and are not what is asked for."""
    question = asked.reading.question
    is_long = len(told) >= _LEAST_TOLD or is_clause
    return is_long and not told <= question.names and not told & (question.asked | question.counted)


def _told_run(words: Sequence[Token], asked: Asked, scored: Scored) -> tuple[int, int]:
    """The run of words, not all of them, of whose weight the sentence holds most; empty for none.

    Its first word, and the one behind its last.
    """
    candidate, weights = scored.candidate, asked.reading.weights
    own = asked.reading.expand(term_set(f"{candidate.previous} {candidate.told}"))
    held = [max(strength(w.term, own), scored.nearness.get(w.term, 0.0)) for w in words]
    gains = [weights[w.term] * (h - _HALF) for w, h in zip(words, held, strict=True)]
    n = len(words)
    runs = [(i, j) for i in range(n) for j in range(i + 1, n + 1) if j - i < n]
    first, last = max(runs, key=lambda run: sum(gains[slice(*run)]), default=(0, 0))
    total = sum(weights[w.term] for w in words[first:last])
    is_told = sum(gains[first:last]) >= (_MOSTLY - _HALF) * total > 0
    return (first, last) if is_told else (0, 0)


def _new_names(first: Scored, question: str, view: View) -> list[str]:
    """The names that the question does not hold of a sentence and of what that goes on about."""
    candidate, known = first.candidate, term_set(question)
    found = _names_of(candidate.text, known, view)
    if english.ANAPHOR.match(candidate.text):
        chunk = candidate.passage.chunk
        around = (candidate.previous, " / ".join(chunk.heading), chunk.title)
        found += next((n for text in around if (n := _names_of(text, known, view))), [])
    return list(dict.fromkeys(found))[:_MAX_NAMES]


def _names_of(text: str, known: frozenset[str], view: View) -> list[str]:
    found = dict.fromkeys(span.cut(text) for span in names(text))
    return [name for name in found if is_new(name, known) and not is_common(name, view)]


def _shown(scored: Scored, asked: Asked, view: View) -> tuple[Statement, ...]:
    question = asked.reading.question
    return reword(as_statements([scored], question), question, view)
