"""A question asked of something else: what is said of it in the way of the last answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.candidates import Candidate, describe_candidates, has_type
from assistant.draft import Draft
from assistant.evidence import Found
from assistant.expressions import MEASURES, names
from assistant.following import Resolved, other_named
from assistant.matching import term_set
from assistant.question import Question
from assistant.reading import read
from assistant.scoring import Scored
from assistant.selecting import as_statements
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword

_PASSAGES = 10
_LEAST, _INSTEAD, _AHEAD = 0.45, 0.55, 0.1
"""How near the sentence must come to the last answer, as given and as put for the other thing,
where nothing was found, and instead of what was found, and how much nearer than that.
"""


@dataclass(frozen=True, slots=True)
class _Alike:
    """A sentence, and how near it comes to the last answer."""

    candidate: Candidate
    cosine: float


def answer_alike(
    resolved: Resolved, found: Found, view: View, weights: Weights, least_sure: float = 0.0
) -> Found:
    """``found``, or for "and the upper mill?" the sentence about it that is most like the last
    answer with that put in its place, where it is clearly more like it than what was found.

    ``least_sure``: the confidence that it must come to.
    """
    name = other_named(resolved.asked) if resolved.changed and resolved.answered else ""
    probe = _put(name, resolved) if name else ""
    if not probe:
        return found
    question = read(resolved.text, view.index).question
    likes = (probe, resolved.answered)
    told = [a for a in _read(likes, resolved.text, view) if _is_of(a.candidate, name, question)]
    told = [a for a in told if a.candidate.text.strip() not in resolved.answered]
    best = max(told, key=lambda alike: alike.cosine, default=None)
    if best is None or best.cosine < _least(found, likes, view):
        return found
    sure = max(weights.threshold, best.cosine)
    if sure < least_sure:
        return found
    scored = Scored(best.candidate, 0.0, {})
    statements = reword(as_statements([scored], question), question, view)
    passages = dict.fromkeys((best.candidate.passage, *found.passages))
    draft = Draft("answered", "sentence", statements, sure)
    return replace(found, draft=draft, confidence=sure, passages=tuple(passages))


def _put(name: str, resolved: Resolved) -> str:
    """The last answer with ``name`` for what it was about; empty where that is not told."""
    answered, earlier = resolved.answered, resolved.earlier
    for old in (_replaced(earlier, resolved.text, name), *_named_in_both(earlier, answered)):
        at = answered.lower().find(old.lower()) if term_set(old) else -1
        if at >= 0:
            return f"{answered[:at]}{name}{answered[at + len(old) :]}"
    return ""


def _replaced(earlier: str, text: str, name: str) -> str:
    """What stands in ``earlier`` where ``text`` has ``name``."""
    one, other = earlier.split(), text.split()
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    behind = max(0, len(other) - at - len(name.split()))
    return " ".join(one[at : len(one) - behind]).strip(" ?.!")


def _named_in_both(earlier: str, answered: str) -> Iterator[str]:
    found = (span.cut(answered) for span in names(answered))
    return (name for name in found if term_set(name) and term_set(name) <= term_set(earlier))


def _read(likes: tuple[str, str], text: str, view: View) -> Iterator[_Alike]:
    result = view.search(likes[0], k=_PASSAGES)
    for candidate in describe_candidates(read(text, view.index), result):
        yield _Alike(candidate, _likeness(candidate.text, likes, view))


def _likeness(text: str, likes: tuple[str, str], view: View) -> float:
    """The mean cosine of ``text`` with each of ``likes``."""
    own = view.index.vector(text)
    return sum(float(own @ view.index.vector(like)) for like in likes) / len(likes)


def _is_of(candidate: Candidate, name: str, question: Question) -> bool:
    """Whether a sentence, or what stands over it, names the other thing, and it gives the kind of
    answer that is asked for.
    """
    chunk = candidate.passage.chunk
    said = term_set(" ".join((candidate.text, chunk.title, *chunk.heading)))
    is_measure = question.answer_type in MEASURES
    return term_set(name) <= said and (not is_measure or has_type(question, candidate.text))


def _least(found: Found, likes: tuple[str, str], view: View) -> float:
    """How near a sentence must come to be shown instead of ``found``."""
    if found.draft.outcome != "answered":
        return _LEAST
    told = [s.text for s in found.draft.statements if s.kind in ("sentence", "row")]
    if found.draft.shape != "sentence" or not told:
        return 1.0
    return max(_INSTEAD, _likeness(told[0], likes, view) + _AHEAD)
