"""What a chat model retells too freely to be shown, in the document's own words instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answer import Citation, Statement
from assistant.draft import cite, quote, shown_text
from assistant.models.relevance import Relevance
from assistant.models.surroundings import surroundings
from assistant.places import Place, find_place
from assistant.support import SupportingSentence
from assistant.support.governing import is_governed, is_unreal
from assistant.support.leaning import governs, leans
from assistant.support.wording import term_bag
from assistant.view import View
from assistant.wording import reword
from corpus.document import Span

_MOST_CONTEXTS = 3
_PLAIN = ("sentence", "item")
_ASKED = 1 / 3
"""The share of the question's words that a sentence must hold which the answer does not quote."""


@dataclass(slots=True)
class Verbatim:
    """Gives the sentences of documents that a model retells, each once.

    ``extractive``: the answer without the model; what it quotes too is given as it stands there.
    """

    relevance: Relevance
    view: View
    extractive: Sequence[Statement]
    _given: list[Citation] = field(default_factory=list)

    def note(self, statement: Statement) -> None:
        """Remember what a sentence that is shown rests on: it is not quoted besides."""
        self._given += statement.citations

    def quotes(
        self, retold: Sequence[SupportingSentence], *, owed: bool = False
    ) -> tuple[Statement, ...]:
        """Those that speak of what is asked (all, if they are ``owed``) and were not given yet, as
        exact quotes, each after what it leans on.
        """
        found: list[Statement] = []
        for sentence in retold:
            if not self._is_given(sentence.document, sentence.span):
                found += self._quoted(sentence, owed=owed)
                self._given += [c for statement in found for c in statement.citations]
        return tuple(found)

    def _quoted(self, sentence: SupportingSentence, *, owed: bool) -> list[Statement]:
        known = self._known(sentence)
        if not (known or owed) and not self._is_asked(sentence):
            return []
        chunk = sentence.passage.chunk
        place = chunk.sentences[sentence.position]
        plain = quote(chunk, place, sentence.passage.sha256)
        quoted = known or self._standing(plain)
        return [one for one in quoted if one.kind != "context" or not self._is_told(one)]

    def _standing(self, plain: Statement) -> tuple[Statement, ...]:
        """A quote with what it leans on, and that in turn; none where it is not found."""
        worded = reword((plain,), self.relevance.question, self.view, cuts=False)
        place = find_place(plain.citations[0], self.view)
        contexts = list[Statement]()
        text = plain.text
        is_worded = len(worded) > 1 or worded[0].text != plain.text
        while not is_worded:
            before = place.question() or place.previous() if place else None
            told = shown_text(before.chunk, before.sentence) if before else ""
            if not (leans(text) or governs(told) or self._is_governed(text, place)):
                break
            if before is None or len(contexts) == _MOST_CONTEXTS:
                return () if leans(plain.text) or self._is_unreal(plain) else worded
            context = quote(
                before.chunk, before.sentence, plain.citations[0].sha256, kind="context"
            )
            contexts.insert(0, context)
            place, text = before, told
        return (*contexts, *worded)

    def _is_governed(self, text: str, place: Place | None) -> bool:
        """Whether something before it in its paragraph says what it holds for."""
        if place is None:
            return False
        around = surroundings(cite(place.chunk, place.sentence.span, ""), self.view.index)
        known = frozenset(self.relevance.question.terms) | term_bag(place.chunk.title)
        return is_governed(text, around, known)

    def _is_unreal(self, plain: Statement) -> bool:
        return is_unreal(surroundings(plain.citations[0], self.view.index).before)

    def _known(self, sentence: SupportingSentence) -> tuple[Statement, ...]:
        """The extractive answer's statement of that sentence, with its context; else none."""
        context: tuple[Statement, ...] = ()
        for statement in self.extractive:
            is_it = any(
                citation.role == "evidence" and _covers(citation, sentence.document, sentence.span)
                for citation in statement.citations
            )
            if is_it and statement.kind in _PLAIN and statement.label is None:
                return (*context, statement)
            context = (*context, statement) if statement.kind == "context" else ()
        return ()

    def _is_asked(self, sentence: SupportingSentence) -> bool:
        """Whether a sentence speaks of what is asked, or stands where the answer does."""
        chunk = sentence.passage.chunk
        if self.relevance.share(sentence.quote, chunk.title, chunk.heading) >= _ASKED:
            return True
        answering = {(c.document, c.heading) for s in self.extractive for c in s.citations}
        if (chunk.document, chunk.heading) not in answering:
            return False
        return self.relevance.share(sentence.quote, "", ()) > 0

    def _is_told(self, statement: Statement) -> bool:
        return all(self._is_given(c.document, Span(c.start, c.end)) for c in statement.citations)

    def _is_given(self, document: str, span: Span) -> bool:
        return any(_covers(citation, document, span) for citation in self._given)


def is_quoted(sentence: SupportingSentence, statements: Sequence[Statement]) -> bool:
    """Whether one of ``statements`` is an exact quote of the sentence, or of what holds it."""
    return any(
        _covers(citation, sentence.document, sentence.span)
        for statement in statements
        if statement.status == "quoted"
        for citation in statement.citations
    )


def _covers(citation: Citation, document: str, span: Span) -> bool:
    cited = Span(citation.start, citation.end)
    return citation.document == document and cited.overlap(span) == span.length
