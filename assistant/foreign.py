"""A question in another language, as far as it can be put in English: its question word and names.

The embedding model matches English only, so no more is tried: no dictionary, no translation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Shape
from assistant.candidates import has_type
from assistant.draft import Draft, frame
from assistant.expressions import names
from assistant.grouping import group_about
from assistant.languages import is_function_word, language_of, language_of_documents
from assistant.matching import coverage, term_set
from assistant.question_words import COPULAS, PHRASES, in_english
from assistant.reading import Reading
from assistant.refusing import closest
from assistant.scoring import NEAREST, Scored
from assistant.selecting import as_statements
from assistant.texts import NOTES, REFUSALS
from assistant.view import View

_SURE, _UNSURE = 0.5, 0.3
_HEAVY, _NEAR = 0.6, 0.35
"""The weight of a word that says something by itself; how near the closest passage must come."""
_FORMLESS = ("reason", "manner", "definition", "thing")
_ENGLISH = ("how many", "why", *sorted({p for p in PHRASES.values() if " " in p}))
_OF_PHRASES = frozenset(" ".join(_ENGLISH).split())
_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Foreign:
    """What can be said in English of a question in another language than the documents.

    ``asks``: its English question word, or empty; ``said``: what it holds beside function words,
    a comma where one stood between; ``note``: what the user is told.
    """

    asks: str
    said: str
    note: str

    @property
    def text(self) -> str:
        return f"{self.asks} {self.said}".strip()


def read_foreign(text: str, view: View) -> Foreign | None:
    """``text`` if it is in another language than the documents in view; else null."""
    asked = language_of(text)
    written = "English" if asked == "English" else language_of_documents(view)
    if asked == written:
        return None
    note = NOTES["language"].format(asked=asked, written=written)
    for phrase, word in PHRASES.items():
        text = re.sub(rf"\b{phrase}\b", f" {word} ", text, flags=re.IGNORECASE)
    found = [match.group() for match in _WORD.finditer(text)]
    return Foreign(_asks(text, found, asked), _said(found, asked) or " ".join(found), note)


def _asks(text: str, words: Sequence[str], language: str) -> str:
    asks = next((english for word in words if (english := in_english(word, language))), "")
    if asks in ("what", "who") and any(word.lower() in COPULAS for word in words[1:2]):
        return f"{asks} is"
    if asks == "when":
        return "when did"
    return next((phrase for phrase in _ENGLISH if f" {phrase} " in text), asks)


def _said(words: Sequence[str], language: str) -> str:
    """The words that are neither function words nor what asks, those side by side as one run."""
    runs: list[list[str]] = [[]]
    for word in words:
        if is_function_word(word, language) or in_english(word, language) or word in _OF_PHRASES:
            runs.append([])
        else:
            runs[-1].append(word)
    return ", ".join(" ".join(run) for run in runs if run)


def answer_foreign(
    foreign: Foreign, reading: Reading, ranked: Sequence[Scored], confidence: float, view: View
) -> Draft:
    """The best that can be done for a question in another language than the documents.

    A sentence that holds its names, and what its question word asks for; all about its longest
    name; the sentence that holds most of its words, where the documents hold any; else a refusal.
    The note stands with each.
    """
    notes = (foreign.note,)
    held = _names_held(reading)
    if held and foreign.asks not in ("", "what", "which"):
        told = _typed_of(held[0], reading, ranked)
        if told is not None:
            statements = as_statements([told], reading.question)
            return Draft("answered", "sentence", statements, _SURE, notes)
    for name in held:
        statements = group_about(name, reading, view)
        if statements:
            return Draft("answered", "groups", statements, _SURE, notes)
    shape: Shape = "list" if foreign.asks == "which" else "sentence"
    best = next((s for s in ranked[:NEAREST] if _holds_heavy(s, reading)), None)
    if best is not None:
        statements = as_statements([best], reading.question)
        return Draft("answered", "sentence", statements, _UNSURE, notes)
    n = len(view.documents())
    said = [frame(REFUSALS["not_covered" if n != 1 else "not_covered_one"].format(n=n))]
    near = ranked[:1]
    if near and near[0].candidate.feature("cosine") >= _NEAR:
        said.append(closest(near[0]))
    return Draft("not_covered", shape, tuple(said), confidence / 2, notes)


def _names_held(reading: Reading) -> list[str]:
    """The names of the question that the documents hold, the longest first."""
    text = reading.question.text
    spans = (name.cut(text) for name in names(text))
    held = {n for n in spans if term_set(n) and not term_set(n) & reading.unknown}
    return sorted(held, key=lambda name: (-len(name), name))


def _typed_of(name: str, reading: Reading, ranked: Sequence[Scored]) -> Scored | None:
    """The best sentence that holds a name and what is asked for, if that has a form of its own."""
    question, key = reading.question, term_set(name)
    is_formless = question.text.startswith("who is")
    found: list[Scored] = []
    for scored in ranked:
        chunk = scored.candidate.passage.chunk
        near = reading.expand(term_set(f"{chunk.title} {scored.candidate.text}"))
        is_typed = (
            is_formless
            or question.answer_type in _FORMLESS
            or has_type(question, scored.candidate.text)
        )
        if key <= near and is_typed:
            found.append(scored)
    known = {t: w for t, w in reading.known_weights.items() if t not in key}
    return max(found, key=lambda s: coverage(known, term_set(s.candidate.text)), default=None)


def _holds_heavy(scored: Scored, reading: Reading) -> bool:
    """Whether a sentence holds a word of the question that says something by itself."""
    own = term_set(scored.candidate.text)
    return any(t in own and w >= _HEAVY for t, w in reading.weights.items())
