"""Whether a sentence speaks of what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import strength, term_set
from assistant.models.english_orders import OF_ANSWERING
from assistant.question import Question

_SAME = 0.7


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a question asks, held against the sentences that a model tells."""

    question: Question

    def share(self, text: str, title: str, headings: Sequence[str]) -> float:
        """The share of the question's words in ``text``, from 0 to 1; 1 where the question is of
        the document or the section that it stands in, or of nothing.
        """
        asked = self.question.terms
        names = (term_set(name) for name in (title, *headings[-1:]))
        if any(name <= frozenset(asked) and 2 * len(name) >= len(asked) for name in names):
            return 1.0
        bag = term_set(text)
        return sum(strength(term, bag) >= _SAME for term in asked) / len(asked)

    def is_aside(self, text: str) -> bool:
        """Whether ``text`` speaks of answers, replies, summaries or those who give them by a word
        that the question has not: more likely said to the model than to the reader.
        """
        words = {match.group().lower() for match in OF_ANSWERING.finditer(text)}
        asked = {match.group().lower() for match in OF_ANSWERING.finditer(self.question.text)}
        return not words <= asked
