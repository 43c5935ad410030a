"""A sentence made from another one by harmless changes only, each of which has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.support import english_edits as english
from assistant.support.english_retelling import PREPOSITIONS, SAYING
from assistant.support.evidence import Evidence
from assistant.support.omissions import Source
from assistant.support.spelling import Token, is_same, read_tokens
from assistant.support.subjects import named_by
from assistant.support.wording import has_verb, read_words

State = tuple[int, int]
"""How many tokens of the source and of the claim are read."""


def is_edited(claim: str, evidence: Evidence) -> bool:
    """Whether ``claim`` is made from a sentence by named edits alone, each of which leaves true
    what is true: an article or a comma changed, a word spelled otherwise, a bracket, an apposition
    or what is only added left out, an opening pronoun told by its subject.
    """
    if claim.rstrip().endswith("?") != evidence.text.rstrip().endswith("?"):
        return False
    source, told = Source.of(evidence.text), read_tokens(claim)
    return bool(told) and _Derivation(claim, evidence, source, source.tokens, told).holds()


@dataclass(slots=True)
class _Derivation:
    """The search for edits that lead from the ``source`` to the ``told``."""

    claim: str
    evidence: Evidence
    sentence: Source
    source: Sequence[Token]
    told: Sequence[Token]
    _seen: set[State] = field(default_factory=set)

    def holds(self) -> bool:
        """Whether any do; each state is looked at once."""
        goal = (len(self.source), len(self.told))
        pending: list[State] = [(0, 0)]
        rules: tuple[Callable[[int, int], Iterator[State]], ...] = (
            self._kept,
            self._article,
            self._comma,
            self._contracted,
            self._small_word,
            self._left_out,
            self._subject,
        )
        while pending:
            state = pending.pop()
            if state == goal or (state[1] == goal[1] and self.sentence.is_end(state[0])):
                return True
            if state not in self._seen:
                self._seen.add(state)
                pending += [after for rule in rules for after in rule(*state)]
        return False

    def _at(self, tokens: Sequence[Token], i: int) -> str:
        return tokens[i].folded if 0 <= i < len(tokens) else ""

    def _kept(self, i: int, j: int) -> Iterator[State]:
        if i < len(self.source) and j < len(self.told) and is_same(self.source[i], self.told[j]):
            yield i + 1, j + 1

    def _article(self, i: int, j: int) -> Iterator[State]:
        """One put in, taken out or changed, unless it counts: "a few", "11 million a year"."""
        if self._at(self.source, i - 1) in english.WHOLE:
            return
        theirs, mine = self._is_article(self.source, i), self._is_article(self.told, j)
        if theirs and self._is_droppable(i):
            yield i + 1, j
        if mine and not self._is_rate(self.told, j):
            yield i, j + 1
        is_one = self._at(self.told, j) == "the" and self._at(self.source, i - 1) in english.CALLING
        if theirs and mine and not is_one and not self._is_rate(self.source, i):
            yield i + 1, j + 1

    def _is_article(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a token is an article that counts nothing; "A" may be the name of a line."""
        is_one = self._at(tokens, i) in english.ARTICLES and (i == 0 or tokens[i].raw.islower())
        return is_one and self._at(tokens, i + 1) not in english.COUNTING

    def _is_rate(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether "a" may say "for each", as behind a sum and its unit."""
        near = tokens[max(0, i - 2) : i]
        is_sum = any(one.raw[0].isdigit() or one.folded in english.COUNTING for one in near)
        return is_sum and self._at(tokens, i) != "the"

    def _is_droppable(self, i: int) -> bool:
        """Whether nothing is lost with the article: of a name, between two things that are joined,
        or "the" within a sentence, where it only says that a thing is known.
        """
        if i == 0:
            return any(one.raw[:1].isupper() for one in self.source[1:2])
        return self.source[i].folded == "the" or self._at(self.source, i - 1) in english.JOINING

    def _comma(self, i: int, j: int) -> Iterator[State]:
        """One before the last of several, or behind a time or place that opens the sentence."""
        for tokens, at, after in ((self.source, i, (i + 1, j)), (self.told, j, (i, j + 1))):
            if self._at(tokens, at) != "," or "," in (self._at(tokens, at + k) for k in (-1, 1)):
                continue
            is_first = not any(one.folded == "," for one in tokens[:at])
            if self._at(tokens, at + 1) in ("and", "or") and (is_first or tokens is self.told):
                yield after
            is_fronted = self._at(tokens, 0) in english.FRONTED and is_first
            before = " ".join(one.raw for one in tokens[:at])
            if is_fronted and not has_verb(read_words(before)) and _is_subject(tokens[at + 1 :]):
                yield after

    def _contracted(self, i: int, j: int) -> Iterator[State]:
        if self._is_contraction(self.source, i, self.told, j):
            yield i + 1, j + 2
        if self._is_contraction(self.told, j, self.source, i):
            yield i + 2, j + 1

    def _is_contraction(
        self, one: Sequence[Token], at: int, other: Sequence[Token], there: int
    ) -> bool:
        word = self._at(one, at)
        full = english.CONTRACTED.get(word)
        if full is None and word.endswith("n't"):
            full = (word[:-3], "not")
        return full == (self._at(other, there), self._at(other, there + 1))

    def _small_word(self, i: int, j: int) -> Iterator[State]:
        """A word that joins; "that" behind who says so; a preposition told twice."""
        word, before = self._at(self.source, i), self._at(self.source, i - 1)
        if word in english.CONNECTIVES and before != ",":
            yield i + 1, j
        if word == "that" and before in SAYING:
            yield i + 1, j
        if self._at(self.told, j) == "that" and before in SAYING:
            yield i, j + 1
        is_again = any(one.folded == word for one in self.source[:i])
        if word in PREPOSITIONS and before in ("and", "or") and is_again:
            yield i + 1, j

    def _left_out(self, i: int, j: int) -> Iterator[State]:
        """An opener, an aside, or the former of two things that the subject does."""
        if (i, j) == (0, 0):
            yield self.sentence.opened(), 0
        for after in (self.sentence.aside(i), self.sentence.second(i, self.claim)):
            if after is not None:
                yield after, j

    def _subject(self, i: int, j: int) -> Iterator[State]:
        """An opening pronoun told by what it stands for."""
        pronoun = self._at(self.source, 0)
        if (i, j) == (0, 0) and pronoun in english.PRONOUNS:
            for named in named_by(pronoun, self.evidence):
                if len(named) < len(self.told) and all(map(is_same, named, self.told)):
                    yield 1, len(named)


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Whether the first of ``tokens`` opens a subject, by its form."""
    return any(
        one.folded in english.SUBJECTS or one.raw[:1].isupper() or one.raw.isdigit()
        for one in tokens[:1]
    )
