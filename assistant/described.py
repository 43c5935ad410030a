"""What a question tells of one that it does not name: "the mill that burnt down"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant import english_steps_asked as english
from assistant.asking import Asked
from assistant.english_verbs import PREPOSITIONS
from assistant.matching import strength, term_set
from assistant.scoring import Scored
from assistant.steps import NAME, Steps
from index.words import tokens

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Described:
    """One that is told of: ``head`` is what it is, ``told`` what is told, to the end of the clause,
    behind the words ``lead`` that lead to it.

    ``before`` stands before it in the question, ``more`` between it and what is told of it, and
    ``behind`` behind the clause.
    """

    before: str
    head: str
    more: str
    lead: str
    told: str
    behind: str

    @property
    def is_person(self) -> bool:
        """Whether it is told of as somebody."""
        return self.lead in english.OF_PERSONS or english.PERSON_NOUN.search(self.head) is not None

    def opening(self, told: str) -> str:
        """What is asked to find the one of whom this is told."""
        if self.lead == "whose":
            return f"Which {self.head}'s {told}?"
        if self.lead in english.OF_SUBJECTS:
            return f"Which {self.head} {told}?"
        if self.lead in english.OF_PLACES:
            return f"In which {self.head} {told}?"
        return f"{self.lead.split()[0].capitalize()} which {self.head} {told}?"

    def steps(self, end: int) -> Iterator[Steps]:
        """The two steps where what is told ends at ``end``, or with the clause."""
        rest = f"{self.told[end:]}{self.behind}"
        if term_set(rest):
            yield self._steps(self.told[:end], f"{self.before}{NAME}{self.more}{rest}")
        if not term_set(rest) or term_set(f"{self.before} {self.more}"):
            yield self._steps(self.told, f"{self.before}{NAME}{self.more}{self.behind}")

    def _steps(self, told: str, onward: str) -> Steps:
        return Steps("", self.opening(told), " ".join(onward.split()).strip(" ?."), self.head)


def read_described(question: str) -> Iterator[Described]:
    """All that a question tells of somebody or something without naming it.

    >>> next(read_described("Who runs the mill that burnt down in May?")).opening("burnt down")
    'Which mill burnt down?'
    """
    text = question.strip()
    end = len(english.SENTENCES.split(text)[0])
    for match in english.RELATIVE.finditer(text, 0, end):
        told, behind = _clause(text[match.end() :])
        opens = list(english.ARTICLES.finditer(text[: match.start()]))
        one = english.THE_ONE.match(text, opens[-1].start(), match.start()) if opens else None
        if one is None or len(told.split()) < 2 or PREPOSITIONS & set(one["more"].split()):
            continue
        before, lead = text[: one.start()], match["lead"].lower()
        head, more = f"{one['head']}{one['more']}", ""
        if one["more"] and english.INVERTED.search(before):
            head, more = one["head"], f"{one['more']} "
        yield Described(before, head, more, lead, told, behind)


def _clause(text: str) -> tuple[str, str]:
    """What stands before the end of a clause, and what behind."""
    end = english.CLAUSE_END.search(text)
    return (text[: end.start()], text[end.start() :]) if end else (text, "")


def ends_of(described: Described, scored: Scored, asked: Asked) -> tuple[int, ...]:
    """Where what is told may end: before the verb of the question, where that must come behind;
    else behind the words from its start on of whose weight a sentence holds most.
    """
    if not term_set(described.before):
        verbs = [m.start() for m in english.VERB_BEHIND.finditer(described.told)]
        if verbs:
            return tuple(dict.fromkeys((verbs[-1], verbs[0])))
    candidate, weights = scored.candidate, asked.reading.weights
    chunk = candidate.passage.chunk
    around = " ".join((chunk.title, *chunk.heading, candidate.previous, candidate.told))
    own = asked.reading.expand(term_set(around))
    best, end, gain = 0.0, 0, 0.0
    for token in tokens(described.told):
        if token.term in weights:
            held = max(strength(token.term, own), scored.nearness.get(token.term, 0.0))
            gain += weights[token.term] * (held - _HALF)
            if gain > best:
                best, end = gain, token.end
    return (end,) if end else ()
