"""The form of a question once the passages are known: one name and nothing else asks for all."""

from __future__ import annotations

from assistant import english
from assistant.evidence import Evidence
from assistant.forms import Form, read_form
from assistant.naming import stands_in, without_article
from index.english import STOP_WORDS

_NAME_WORDS, _SURELY_NAME = 4, 0.9


def form_of(evidence: Evidence) -> Form:
    """The form that is asked for: all about it, where nothing but a name is typed."""
    question = evidence.reading.question
    form = read_form(question)
    if form.kind == "sentence" and _is_bare_name(evidence):
        return Form("groups", name=without_article(question.text.strip(' ?.!"“”')))
    return form


def _is_bare_name(evidence: Evidence) -> bool:
    """Whether the question is one name or term and nothing else, as the passages write it."""
    question = evidence.reading.question
    text = without_article(question.text.strip(' ?.!"“”'))
    words = text.split()
    if not 0 < len(words) <= _NAME_WORDS or english.QUESTION_WORD.match(text):
        return False
    if english.SPELLING_OUT.search(text) or "," in text or ":" in text:
        return False
    if not question.terms:
        return any(c.isupper() for c in text)
    holds = any(stands_in(text, s.candidate.text) for s in evidence.ranked)
    if not holds and english.PART_OF.match(text):
        return False
    if not holds and evidence.reading.unknown.issuperset(question.terms):
        return min(evidence.reading.weights.values(), default=0.0) >= _SURELY_NAME
    if len(question.entities) == 1 and question.entities[0] >= set(question.terms):
        return holds or len(words) == 1 or bool(evidence.reading.unknown)
    plain = {word.lower() for word in words} - {"of", "the", "and", "for"}
    return holds and not plain & STOP_WORDS
