"""What stands near the last answer, for a follow-up that is answered nowhere else."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import english
from assistant.asking import rank
from assistant.candidates import Candidate, describe_candidates, has_type
from assistant.crossencoder import Window, before, load_crossencoder
from assistant.draft import Draft, frame
from assistant.evidence import Found
from assistant.expressions import MEASURES, names, names_asked
from assistant.following import Resolved
from assistant.matching import coverage, term_set
from assistant.question import Question, read_question
from assistant.reading import read
from assistant.scoring import Scored, window_of
from assistant.selecting import as_statements, repeats
from assistant.texts import REFUSALS
from assistant.verdicts import is_yes_no
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword
from index.passage import Passage

_MOST_TERMS = 5
_LOOKED_AT = 40
_SAME_SENTENCE = 0.35
"""As near by its words a sentence is what was answered."""
_REACH = 12
_PER_SENTENCE, _OTHER_SECTION, _LACKS_TYPE = 0.1, 1.5, 1.0
"""What a sentence loses of its log odds for each that stands between, and for what it is not."""
_SAYS, _NEXT = 1.0, 1.5
"""What it gains for all words of the follow-up, and for standing behind where that asks what came
next.
"""
_SOON = 3
_LEAST, _CLEARLY = 0.25, 1.0
"""The least odds where all else is a refusal, and where there is an answer of less.

Of questions about something else 1 in 13 is read at more than the former beside the last answer,
mostly since that is where they are answered.
"""
_AS_GOOD = 0.75
_MOST_SHOWN = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a document, as its passage and its position there."""

    passage: Passage
    position: int

    def is_of(self, scored: Scored) -> bool:
        candidate = scored.candidate
        is_here = candidate.passage.chunk.id == self.passage.chunk.id
        return is_here and candidate.position == self.position


def answer_nearby(
    resolved: Resolved, found: Found, view: View, weights: Weights, least_sure: float = 0.0
) -> Found:
    """``found``, or for a follow-up that has no answer, or a less clear one, what is said near the
    last answer: read as it stands with each sentence around the one that was cited.

    ``least_sure``: the confidence that it must come to.
    """
    if english.BARE_WORD.match(resolved.asked):
        found = _as_told(resolved, found, view, weights)
    better = _said_near(resolved, found, view, weights)
    if better is not None and better.confidence >= least_sure:
        return better
    return _not_said(resolved, found, weights) or found


def _said_near(resolved: Resolved, found: Found, view: View, weights: Weights) -> Found | None:
    """What is said near the last answer, if that is the better answer; null where it is not."""
    least = _least(resolved, found) if _leans(resolved) else None
    last = _last_cited(resolved, view, weights) if least is not None else None
    if least is None or last is None:
        return None
    at = _Place(last.candidate.passage, last.candidate.position)
    near = sorted(_read(resolved.asked, at, view), key=lambda s: -s.score)
    if _repeats_answer(resolved, found):
        near = [s for s in near if not repeats(s.candidate.text, resolved.answered)]
    if not near or near[0].score < least:
        return None
    as_good = [s for s in near[1:] if s.score >= near[0].score - _AS_GOOD and not at.is_of(s)]
    shown = _distinct([near[0], *as_good])[:_MOST_SHOWN]
    question = read(resolved.asked, view.index).question
    statements = reword(as_statements(shown, question), question, view)
    sure = max(weights.threshold, 1 / (1 + math.exp(-near[0].score)))
    passages = dict.fromkeys((*(s.candidate.passage for s in shown), *found.passages))
    draft = Draft("answered", "sentence", statements, sure)
    return replace(found, draft=draft, confidence=sure, passages=tuple(passages))


def _not_said(resolved: Resolved, found: Found, weights: Weights) -> Found | None:
    """The refusal of an answer that was given before, to a question of another date or name that
    it does not hold: "and in 1902?"; null for any other.
    """
    if not _repeats_answer(resolved, found):
        return None
    told = next(s for s in found.draft.statements if s.citations)
    before = f"{resolved.earlier} {resolved.answered}"
    new = [span.cut(resolved.text) for span in names_asked(resolved.text)]
    new += [match.group() for match in english.DATE.finditer(resolved.text)]
    new = [words for words in new if not term_set(words) <= term_set(before)]
    if not new or any(term_set(words) & term_set(told.text) for words in new):
        return None
    cited = told.citations[0]
    place = " › ".join((cited.title, *cited.heading))
    lines = (
        frame(REFUSALS["not_answered"]),
        frame(REFUSALS["closest"].format(place=place), cited),
    )
    sure = min(found.confidence, weights.threshold * 0.99)
    draft = Draft("not_answered", "sentence", lines, sure)
    return replace(found, draft=draft, confidence=sure)


def _as_told(resolved: Resolved, found: Found, view: View, weights: Weights) -> Found:
    """``found``, or for a "when?" or the like what was answered before, if that tells it."""
    question = read_question(resolved.asked)
    last = _last_cited(resolved, view, weights) if question.answer_type in MEASURES else None
    if last is None or not has_type(question, last.candidate.text):
        return found
    told = next((s.text for s in found.draft.statements if s.citations), "")
    if repeats(told, last.candidate.text):
        return found
    statements = reword(as_statements([last], question), question, view)
    sure = max(weights.threshold, found.confidence)
    draft = Draft("answered", "sentence", statements, sure)
    return replace(found, draft=draft, confidence=sure)


def _least(resolved: Resolved, found: Found) -> float | None:
    """The odds from which what stands near is the better answer; null where nothing can be.

    It must be read as clearer than what was found for the follow-up with the words it took over.
    """
    draft = found.draft
    if draft.outcome in ("not_answered", "not_covered") or _repeats_answer(resolved, found):
        return _LEAST
    told = [s for s in draft.statements if s.kind == "sentence"]
    if not _is_loose(resolved) or draft.shape != "sentence" or not told:
        return None
    cited = told[0].citations[0]
    window = Window(told[0].text, before(cited.title, cited.heading, ""))
    model = load_crossencoder()
    odds = (float(model.answers(q, [window])[0]) for q in (resolved.asked, resolved.text))
    return max(_CLEARLY, *odds)


def _repeats_answer(resolved: Resolved, found: Found) -> bool:
    """Whether a follow-up is answered first of all with what was answered before, which tells no
    date, number or the like that it asks for.
    """
    told = next((s.text for s in found.draft.statements if s.citations), "")
    is_sentence = found.draft.shape == "sentence" and found.draft.outcome == "answered"
    question = read_question(resolved.asked)
    is_given = question.answer_type in MEASURES and has_type(question, told)
    is_repeated = is_sentence and resolved.changed and bool(told) and told in resolved.answered
    return is_repeated and not is_given


def _is_loose(resolved: Resolved) -> bool:
    """Whether what was taken over stands in brackets behind, in the place of no word of its own."""
    kept = resolved.asked.rstrip(" ?!.")
    return resolved.changed and resolved.text.startswith(kept) and not is_yes_no(resolved.asked)


def _leans(resolved: Resolved) -> bool:
    """Whether a follow-up is short and names nothing that was not named before."""
    asked, said = resolved.asked, f"{resolved.earlier} {resolved.answered}"
    if not resolved.earlier or len(term_set(asked)) > _MOST_TERMS:
        return False
    _, _, behind = asked.strip().partition(" ")
    return all(term_set(span.cut(behind)) <= term_set(said) for span in names(behind))


def _last_cited(resolved: Resolved, view: View, weights: Weights) -> Scored | None:
    """The sentence that the last answer was made of; null where none is near it in words."""
    said = term_set(resolved.answered)
    _, _, ranked = rank(f"{resolved.earlier} {resolved.answered}", view, weights, 10)
    near = [(_likeness(said, s.candidate), i, s) for i, s in enumerate(ranked[:_LOOKED_AT])]
    alike, _, best = max(near, key=lambda n: (n[0], -n[1]), default=(0.0, 0, None))
    return best if alike >= _SAME_SENTENCE else None


def _likeness(said: frozenset[str], candidate: Candidate) -> float:
    own = term_set(candidate.told)
    return len(said & own) / math.sqrt(len(said) * len(own)) if said and own else 0.0


def _read(asked: str, at: _Place, view: View) -> Iterator[Scored]:
    """The sentences around a place as the cross-encoder reads them, the far ones for less."""
    reading = read(asked, view.index)
    places = _places(at.passage, view)
    here = places.index((at.passage.chunk.id, at.position))
    around = {place: n - here for n, place in enumerate(places) if abs(n - here) <= _REACH}
    chunks = {chunk for chunk, _ in around}
    passages = tuple(p for p in _passages(at.passage, view) if p.chunk.id in chunks)
    described = describe_candidates(reading, replace(view.search(asked, k=1), passages=passages))
    near = [c for c in described if (c.passage.chunk.id, c.position) in around]
    odds = load_crossencoder().answers(asked, [window_of(c, view.index) for c in near])
    for candidate, odd in zip(near, odds.tolist(), strict=True):
        away = around[candidate.passage.chunk.id, candidate.position]
        gain = _SAYS * coverage(reading.weights, term_set(candidate.told))
        gain += _NEXT * (0 < away <= _SOON and english.ASKS_NEXT.search(asked) is not None)
        loss = _loss(reading.question, candidate, at) + _PER_SENTENCE * abs(away)
        yield Scored(candidate, odd + gain - loss, {}, read=odd)


def _loss(question: Question, candidate: Candidate, at: _Place) -> float:
    cited = at.passage.chunk
    are_rows = candidate.sentence.kind == cited.sentences[at.position].kind == "row"
    is_other = candidate.passage.chunk.heading != cited.heading and not are_rows
    lacks = question.answer_type in MEASURES and not has_type(question, candidate.text)
    return _OTHER_SECTION * is_other + _LACKS_TYPE * lacks


def _passages(passage: Passage, view: View) -> Iterator[Passage]:
    """The chunks of a passage's document, each as a passage that nothing was searched for in."""
    for chunk in view.chunks(passage.chunk.document):
        yield replace(passage, chunk=chunk, sentence_cosines=(0.0,) * len(chunk.sentences))


def _places(passage: Passage, view: View) -> list[tuple[str, int]]:
    chunks = view.chunks(passage.chunk.document)
    return [(chunk.id, n) for chunk in chunks for n in range(len(chunk.sentences))]


def _distinct(shown: Sequence[Scored]) -> list[Scored]:
    kept: list[Scored] = []
    for one in shown:
        if not any(repeats(one.candidate.text, k.candidate.text) for k in kept):
            kept.append(one)
    return kept
