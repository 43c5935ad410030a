"""A chat model's sentence, with the exact sentences that support it, or without support."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from time import perf_counter

from assistant.answer import Citation, Statement
from assistant.draft import cite
from assistant.models.english_orders import ORDER
from assistant.models.markers import read_markers
from assistant.models.relevance import Relevance
from assistant.models.sentences import Spoken
from assistant.models.surroundings import surroundings
from assistant.support import Support, SupportingSentence, check
from assistant.support.english_retelling import FIRST_PERSON
from assistant.support.entailment import Entailment
from assistant.support.governing import (
    Surroundings,
    is_captioned,
    is_governed,
    is_limited,
    takes_back,
)
from assistant.support.leaning import leans
from assistant.support.qualifying import is_of_its_time, is_qualified
from assistant.support.retelling import states
from assistant.support.standing import stands_alone
from assistant.support.topics import Asked
from assistant.support.wording import read_words, term_bag
from corpus.document import Span
from corpus.markup import plain_text
from index.index import Index
from index.passage import Passage

_VERDICT = re.compile(r"\A(?:yes|no)[,.:;]\s+(?P<first>\w)", re.IGNORECASE)
"""Dropped: what follows is checked and can stand alone; whether yes or no is right cannot be."""
_VERBS = (
    "is|are|does|do|has|was|provides?|contains?|mentions?|describes?|discuss(?:es)?|focus(?:es)?"
    "|highlights?|explains?|states?|notes?|ends?|begins?|talks?|refers?|includes?|asks?|covers?|gives?"
)
_OF_PASSAGE = re.compile(
    rf"\A(?:in )?(?:the|this|each) (?:\w+ )?(?:passages?|text|answer|question)\b,?"
    rf"(?: (?:the author|it|which|also|only))? (?:{_VERBS})\b",
    re.IGNORECASE,
)
"""Of the passages as it was given them, which the reader does not see: not of what they say."""
_FENCE = re.compile(r"</?passage[^>\n]*>?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?。！？…][\"”’»)\]*_`]*\Z")
_SPEECH = re.compile(r"[\"“](?:[^\"“”]*[\"”]\W*\Z|[^\"”]*\Z)")
_ABBREVIATED = re.compile(
    r"\b(?:nos?|approx|ca|vs|fig|figs|vol|pp?|st|dr|mrs?|ms|prof|cf|e\.g|i\.e)\.\s*\Z",
    re.IGNORECASE,
)
"""At the end of what was taken for a sentence: it goes on."""
_NEXT_CHARS = 5
"""What may stand between a sentence and the next one: white space, and the sign of a list."""
_WORD = re.compile(r"\w")
_ADDRESSED = frozenset("you your yours yourself yourselves".split())
_MOST_RETOLD = 2
_WHOLE_WORDS = 4
_I = re.compile(r"I(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence as a statement, supported or not.

    ``retold``: where it is not shown, the sentences that it retells by all one can tell, if any,
    too freely to be sure. ``owed``: they say what it says and what was asked, but would mislead in
    a model's words.
    """

    statement: Statement
    retold: tuple[SupportingSentence, ...] = ()
    owed: bool = False


@dataclass(slots=True)
class Checker:
    """Checks the sentences of one answer in order; remembers what was said before.

    ``relevance``: to what was asked; ``answering``: the spans that the extractive answer rests on;
    ``least``: the support below which a sentence counts as unsupported, whatever the check's own
    threshold; ``free_wording``: whether it may say in words of its own what its sources say.
    """

    passages: Sequence[Passage]
    index: Index
    relevance: Relevance
    answering: Sequence[Citation] = ()
    least: float = 0.0
    free_wording: bool = False
    entailment: Entailment | None = None
    seconds: list[float] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)
    _last: Statement | None = None
    _known: dict[tuple[str, int], Surroundings] = field(default_factory=dict)

    def check(self, spoken: Spoken) -> Checked | None:
        """The sentence with what came of its check; null if it says nothing, or nothing new.

        Checked against the passages it cites and, after them, the others: a model that names the
        wrong one may still be right, and the citations are of what supports it.
        """
        marked = read_markers(spoken.text, len(self.passages))
        text = _unquoted(plain_text(_FENCE.sub(" ", marked.text), "markdown").strip())
        text = _VERDICT.sub(lambda m: m["first"].upper(), text)
        if not _WORD.search(text) or text[-1] in ":?：？" or text.casefold() in self._told:
            return None
        self._told.add(text.casefold())
        started = perf_counter()
        cited = [self.passages[n - 1] for n in marked.cited]
        evidence = self._evidence(text, cited)
        self.seconds.append(perf_counter() - started)
        if not evidence.supported and _OF_PASSAGE.match(text):
            self._last = None
            return None
        self._last = Statement(
            text=text,
            kind="item" if spoken.is_item else "sentence",
            status="supported" if evidence.supported else "unsupported",
            support=min(1.0, max(0.0, evidence.value)),
            citations=evidence.citations or self._nearest(cited),
        )
        return Checked(self._last, evidence.retold, evidence.owed)

    def _evidence(self, text: str, cited: Sequence[Passage]) -> _Evidence:
        if ORDER.search(text):
            return _Evidence(False, 0.0, ())
        known = {passage.chunk.id for passage in cited}
        others = [passage for passage in self.passages if passage.chunk.id not in known]
        return self._weigh(
            text, check(text, [*cited, *others], self.index, entailment=self.entailment)
        )

    def _weigh(self, text: str, support: Support) -> _Evidence:
        """The support as citations, if they can carry the sentence.

        What tells its reader what to do carries none. Two sentences may each say half of what
        was never said together, unless the later leans on the earlier. A sentence that leans on
        another needs the one before, from the same place. A phrase without a verb states nothing
        by itself: only a copy of a line that answers is let through, and never a single word, or of
        a whole sentence, whose verb may not be known. What someone says is a quote.
        """
        citations = tuple(c for s in support.sentences for c in self._cited(s.document, s.span))
        is_told = states(text) or (support.is_copy and self._is_whole(text, citations))
        carries = (
            bool(citations)
            and support.value >= self.least
            and (self.free_wording or not support.departures)
            and not any(
                self._is_order(c)
                or self._is_unfinished(c)
                or self._is_told_by_another(c)
                or self._is_misplaced(text, c)
                for c in citations
            )
            and self._is_asked(text, citations)
            and all(_leans_on(*pair) for pair in pairwise(sorted(citations, key=_place)))
            and not (_speaks(text) or self._is_to_somebody(text, citations))
            and (not self._leans(text, citations) or self._follows(citations))
            and (is_told or (len(text.split()) > 1 and self._answers(citations)))
        )
        stands = carries and self._stands(text, citations)
        is_long = len(text.split()) >= _WHOLE_WORDS
        if support.supported and not stands and (is_told or is_long):
            retold = tuple(s for s in support.sentences if self._is_quotable(s))[:_MOST_RETOLD]
            return _Evidence(False, support.value, citations, retold, owed=carries)
        return _Evidence(support.supported and stands, support.value, citations)

    def _stands(self, text: str, citations: Sequence[Citation]) -> bool:
        """Whether a reader who sees no more than the sentence and the question is not misled, or
        sees it right behind its own sentence.
        """
        asked = self._question()
        around = [(c.title, self._around(c)) for c in citations]
        if is_of_its_time(text) or any(
            is_qualified(text, title, one, asked) for title, one in around
        ):
            return False
        is_alone = all(stands_alone(text, title, one, asked) for title, one in around)
        return is_alone or self._follows(citations)

    def _question(self) -> Asked:
        question = self.relevance.question
        titles = dict.fromkeys(passage.chunk.title for passage in self.passages)
        return Asked(question.text, tuple(question.terms), self._asked(), tuple(titles))

    def _is_quotable(self, sentence: SupportingSentence) -> bool:
        """Whether a sentence may stand by itself, as far as its end and its paragraph tell."""
        cited = list(self._cited(sentence.document, sentence.span))
        around = [self._around(c) for c in cited]
        is_void = any(one.struck or takes_back(one.after) for one in around)
        return not is_void and not any(self._is_order(c) or self._is_unfinished(c) for c in cited)

    def _is_asked(self, text: str, citations: Sequence[Citation]) -> bool:
        """Whether a sentence speaks of what was asked, rests on what answers, or goes on. A
        document may hold anything: what nobody asked for is not told in a model's words.
        """
        told = " ".join((text, *(citation.quote for citation in citations)))
        is_asked = any(self.relevance.share(told, c.title, c.heading) > 0 for c in citations)
        return is_asked or leans(text) or self._answers(citations)

    def _is_order(self, citation: Citation) -> bool:
        """Whether the cited sentence, or one before it in its paragraph, tells what to answer, or
        it speaks of answering where nobody asked of that.
        """
        if self.relevance.is_aside(citation.quote):
            return True
        return bool(ORDER.search(self._before(citation) + citation.quote))

    def _is_told_by_another(self, citation: Citation) -> bool:
        """Whether the cited sentence stands within a quotation, whole or begun before it: who says
        so is not told with it.
        """
        before = self._before(citation)
        is_open = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        return is_open or _SPEECH.match(citation.quote.strip()) is not None

    def _before(self, citation: Citation) -> str:
        """What stands before the cited sentence in its paragraph."""
        for passage in self.passages:
            chunk = passage.chunk
            at = citation.start - chunk.span.start
            if chunk.document == citation.document and 0 <= at < chunk.span.length:
                return re.split(r"\n\s*\n", chunk.text[:at])[-1]
        return ""

    def _is_to_somebody(self, text: str, citations: Sequence[Citation]) -> bool:
        """Whether a sentence speaks to "you" where somebody speaks of themselves: to whom they
        write, not to the reader.
        """
        if _ADDRESSED.isdisjoint(word.surface for word in read_words(text)):
            return False
        cited = {(citation.document, citation.heading) for citation in citations}
        chunks = (one.chunk for one in self.passages)
        return any(_speaks(c.text) for c in chunks if (c.document, c.heading) in cited)

    def _is_unfinished(self, citation: Citation) -> bool:
        """Whether the cited line of running text has no end: a list completes it, or a heading is
        taken for text. "Do not take it" may go on with "if ...".
        """
        if _ABBREVIATED.search(citation.quote) or _ABBREVIATED.search(self._before(citation)):
            return True
        return self._is_text(citation) and _ENDED.search(citation.quote.rstrip()) is None

    def _is_whole(self, text: str, citations: Sequence[Citation]) -> bool:
        """Whether a copy is of a sentence of running text that has its end, and no short one."""
        ends = all(self._is_text(c) and not self._is_unfinished(c) for c in citations)
        return ends and len(text.split()) >= _WHOLE_WORDS

    def _is_text(self, citation: Citation) -> bool:
        """Whether the cited line is of running text."""
        return any(
            sentence.kind == "paragraph"
            for passage in self.passages
            if passage.chunk.document == citation.document
            for sentence in passage.chunk.sentences
            if sentence.span.start == citation.start
        )

    def _is_misplaced(self, text: str, citation: Citation) -> bool:
        """Whether what stands over or behind the cited sentence says that it does not hold, or not
        always, or who says it.
        """
        around = self._around(citation)
        is_void = around.struck or around.is_cited or takes_back(around.after)
        return (
            is_void
            or around.announced
            or around.is_step
            or is_limited(text, around.over, self._asked())
            or is_captioned(text, around.caption, self._asked())
        )

    def _around(self, citation: Citation) -> Surroundings:
        """What stands around the cited sentence; looked up once an answer."""
        place = (citation.document, citation.start)
        if place not in self._known:
            self._known[place] = surroundings(citation, self.index)
        return self._known[place]

    def _leans(self, text: str, citations: Sequence[Citation]) -> bool:
        """Whether a sentence needs the one before it, as what answers a question does."""
        return leans(text) or any(
            is_governed(text, self._around(one), self._asked() | term_bag(one.title))
            for one in citations
        )

    def _asked(self) -> frozenset[str]:
        """The words of the question, as they are and as the check compares them."""
        text = self.relevance.question.text
        return term_bag(text) | {word.surface for word in read_words(text)}

    def _follows(self, citations: Sequence[Citation]) -> bool:
        """Whether the sentence shown before is the one right before ``citations``."""
        last = self._last
        if last is None or last.status != "supported":
            return False
        first = min(citations, key=_place)
        return any(_are_near(o, first) and o.end <= first.start for o in last.citations)

    def _answers(self, citations: Sequence[Citation]) -> bool:
        """Whether one of ``citations`` is among what the extractive answer rests on."""
        places = {(c.document, c.start, c.end) for c in self.answering}
        return any((c.document, c.start, c.end) in places for c in citations)

    def _cited(self, document: str, span: Span) -> Iterator[Citation]:
        for passage in self.passages:
            chunk = passage.chunk
            if chunk.document == document and chunk.span.overlap(span) == span.length:
                yield cite(chunk, span, passage.sha256)
                return

    def _nearest(self, cited: Sequence[Passage]) -> tuple[Citation, ...]:
        """The whole of the first passage: what an unsupported sentence can be held against."""
        passage = [*cited, *self.passages][0]
        return (cite(passage.chunk, passage.chunk.span, passage.sha256),)


def _unquoted(text: str) -> str:
    """``text`` without quotation marks around the whole, or left over at an end.

    >>> _unquoted('"It opened in 1894.'), _unquoted("“It opened.”"), _unquoted('The "Oak" opened.')
    ('It opened in 1894.', 'It opened.', 'The "Oak" opened.')
    """
    inner = text.strip('"“” ')
    has_odd = sum(text.count(sign) for sign in '"“”') % 2 == 1
    is_whole = text[:1] in '"“' and text[-1:] in '"”'
    return inner if inner and (has_odd or is_whole) and not set(inner) & set('"“”') else text


def _speaks(text: str) -> bool:
    """Whether "I" or "we" speak, which in a sentence of its own would be the assistant.

    >>> _speaks("We lend boats."), _speaks("Then I left."), _speaks("I've left; it's old.")
    (True, True, True)
    >>> _speaks("In World War I the US fought.")
    False
    """
    words = read_words(text)
    for before, word in zip((None, *words), words, strict=False):
        raw = text[word.start : word.end]
        if _I.fullmatch(raw):
            if before is None or before.start == 0 or text[before.start].islower():
                return True
        elif re.split(r"['’]", word.surface)[0] in FIRST_PERSON and not raw.isupper():
            return True
    return False


def _place(citation: Citation) -> tuple[str, int]:
    return citation.document, citation.start


def _are_near(one: Citation, other: Citation) -> bool:
    """Whether two citations are the same or stand next to each other."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return one.document == other.document and one.heading == other.heading and gap <= _NEXT_CHARS


def _leans_on(earlier: Citation, later: Citation) -> bool:
    return _are_near(earlier, later) and leans(later.quote)


@dataclass(frozen=True, slots=True)
class _Evidence:
    supported: bool
    value: float
    citations: tuple[Citation, ...]
    retold: tuple[SupportingSentence, ...] = ()
    owed: bool = False
