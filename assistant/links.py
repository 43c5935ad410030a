"""The names that one may have of whom a sentence tells, and the sentences about a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant import english_steps_asked as asking
from assistant.candidates import Candidate
from assistant.draft import shown_text
from assistant.english_connecting import is_no_person
from assistant.expressions import names
from assistant.known_names import is_known_name, is_known_person
from assistant.matching import term_set
from assistant.scoring import Scored
from assistant.sharing import is_common, is_new
from assistant.view import View
from corpus.document import Span
from index.passage import Sentence
from index.words import tokens

_MAX_NAMES = 3
_LEAST_LETTERS = 3


def links(scored: Scored, known: frozenset[str], view: View, *, is_person: bool) -> list[str]:
    """The names of persons, or of others, that a sentence holds, those nearest to words of
    ``known`` first, which they are not made of.

    Where it holds none, or opens by going on about what stands before it, those of that; else of
    the heading above it, or of the title.
    """
    text, chunk = scored.candidate.text, scored.candidate.passage.chunk
    said = [token.start for token in tokens(text) if token.term in known]

    def away(at: int, end: int) -> int:
        return min((min(abs(word - at), abs(word - end)) for word in said), default=0)

    def fit(found: Iterable[str]) -> list[str]:
        new = [n for n in dict.fromkeys(found) if is_new(n, known) and not is_common(n, view)]
        new = [n for n in new if is_known_name(n, view)]
        persons = [n for n in new if is_known_person(n, view)]
        if is_person:
            return persons or [n for n in new if not is_no_person(n)]
        return [n for n in new if n not in persons]

    spans = sorted(_names(text), key=lambda span: away(span.start, span.end))
    own = fit(span.cut(text) for span in spans)
    goes_back = asking.GOES_BACK.match(text) is not None
    if own and not goes_back:
        return own[:_MAX_NAMES]
    before = told_before(scored.candidate)
    told = shown_text(chunk, before) if before else ""
    above = (told, " / ".join(chunk.heading), chunk.title)
    around = next((f for t in above if (f := fit(s.cut(t) for s in _names(t)))), [])
    return [*dict.fromkeys((*around, *own) if goes_back else around)][:_MAX_NAMES]


def told_before(candidate: Candidate) -> Sentence | None:
    """The sentence before, or the one that opens what that goes on about."""
    chunk, at = candidate.passage.chunk, candidate.position - 1
    if not candidate.previous:
        return None
    while at > 0 and asking.GOES_BACK.match(shown_text(chunk, chunk.sentences[at])):
        at -= 1
    return chunk.sentences[at]


def _names(text: str) -> Iterator[Span]:
    """The names in a text, those of columns aside: "Name: value; Name: value"."""
    return (span for span in names(text) if text[span.end : span.end + 1] != ":")


def is_about(name: str, scored: Scored) -> bool:
    """Whether a sentence holds a name or its last word, goes on about it, or stands under it."""
    candidate = scored.candidate
    chunk, terms = candidate.passage.chunk, term_set(name)
    last = name.split()[-1]
    is_part = " " in name and len(last) >= _LEAST_LETTERS and last[0].isupper()
    own = term_set(candidate.told)
    if terms <= own or (is_part and term_set(last) <= own):
        return True
    if asking.GOES_BACK.match(candidate.text) and terms <= term_set(candidate.previous):
        return True
    return terms <= term_set(" ".join((chunk.title, *chunk.heading)))
