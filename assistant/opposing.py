"""A question of one thing with another set against it: "what was dug in 1910 as against 1905?"."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant import english_opposing as english
from assistant.comparison import Comparison
from assistant.english_clauses import DO
from assistant.english_verbs import AUXILIARIES, BY_FORM, PREPOSITIONS
from assistant.expressions import names
from assistant.matching import term_set
from assistant.naming import without_article
from corpus.document import Span

_WORD = re.compile(r"[\w&’'.-]*\w")
_ENDS = (PREPOSITIONS - {"of"}) | AUXILIARIES | english.FUNCTION_WORDS


def read_opposing(text: str) -> Comparison | None:
    """The phrase behind a word that opposes, and the one of its kind before it, with what is asked
    of both; null where there is none.

    >>> read_opposing("Tin: how much was dug in 1910 as against 1905").questions
    ('how much was dug in 1910 (Tin)', 'how much was dug in 1905 (Tin)')
    >>> read_opposing("what discount do schools get compared to pensioners").sides
    ('schools', 'pensioners')
    """
    joint = english.OPPOSES.search(text) or english.MAY_OPPOSE.search(text)
    if joint is None or english.SETTLED.match(text):
        return None
    left, right = text[: joint.start()], text[joint.end() :]
    b = _ahead(right)
    mine, other = _counterpart(left, b.cut(right)), b.cut(right)
    if mine is None or english.NO_SIDE.match(other):
        return None
    one = mine.cut(left)
    if english.MAY_OPPOSE.fullmatch(joint.group()) and not _shares_word(one, other):
        return None
    tail = right[b.end :].strip(" ,:;?–-")
    return _asking((one, other), f"{left[: mine.start]}{{}}{left[mine.end :]}", tail)


def _asking(pair: tuple[str, str], asked: str, tail: str) -> Comparison:
    """Both sides with their question; the topic that stands before it goes behind it."""
    one, other = _without_shared(*map(without_article, pair))
    if one != without_article(pair[0]):
        shared = without_article(pair[0])[: -len(one)]
        asked = asked.replace("{}", f"{shared}{{}}")
    topic = english.TOPIC.match(asked)
    behind = f" ({topic['topic']})" if topic else ""
    plain = asked[topic.end() :] if topic else asked
    return Comparison.asking((one, other), f"{plain} {tail}".strip() + behind)


def _without_shared(one: str, other: str) -> tuple[str, str]:
    """Two phrases without what both begin with: "role of A", "role of B"."""
    match = english.HEAD_OF.match(one)
    shared = match.group() if match else ""
    if shared and other.lower().startswith(shared.lower()):
        return without_article(one[len(shared) :]), without_article(other[len(shared) :])
    return one, other


def _ahead(text: str) -> Span:
    """The phrase that ``text`` begins with, a preposition before it aside."""
    words = list(_WORD.finditer(text))
    if words and words[0].group().lower() in PREPOSITIONS:
        del words[0]
    if not words:
        return Span(0, 0)
    end = words[0].end()
    for before, word in pairwise(words):
        is_last = not text[word.end() :].strip(" ?.!")
        if text[before.end() : word.start()].strip() or (_ends(word.group()) and not is_last):
            break
        end = word.end()
    return Span(words[0].start(), end)


def _ends(word: str) -> bool:
    return word.lower() in _ENDS or (word.islower() and word in BY_FORM)


def _counterpart(left: str, other: str) -> Span | None:
    """The phrase of ``left`` that is of the kind of ``other``: a time for a time, a name for a
    name, what is called alike, else what stands right before.
    """
    times = list(english.TIME.finditer(left))
    if english.TIME.fullmatch(without_article(other)):
        return Span(*times[-1].span()) if times else None
    plain = without_article(other)
    if english.OF_YEAR.search(plain):
        return _before(left, list(_WORD.finditer(left)))
    named = [span for span in names(f"x {left}") if span.start]
    if plain[:1].isupper() and named:
        last = Span(named[-1].start - 2, named[-1].end - 2)
        return last if last.end == len(left) else None
    words = list(_WORD.finditer(left))
    alike = [w for w in words if w.group().lower() == plain.split()[:1][0].lower()] if plain else []
    if alike and len(plain.split()) > 1:
        return Span(alike[-1].start(), _ahead(left[alike[-1].start() :]).end + alike[-1].start())
    return _before(left, words)


def _before(left: str, words: list[re.Match[str]]) -> Span | None:
    """The phrase that ``left`` ends with, a verb behind it aside."""
    start = len(words)
    while start and not _ends(words[start - 1].group()):
        if start < len(words) and left[words[start - 1].end() : words[start].start()].strip():
            break
        start -= 1
    # "do schools get": what ends a question with an auxiliary is its verb.
    end = len(words) - (start > 0 and words[start - 1].group().lower() in DO)
    return Span(words[start].start(), words[end - 1].end()) if start < end else None


def _shares_word(one: str, other: str) -> bool:
    """Whether two phrases are called alike, or both by a year."""
    if english.OF_YEAR.search(one) and english.OF_YEAR.search(other):
        return True
    mine, theirs = (without_article(side).lower().split() for side in (one, other))
    is_alike = mine[-1] == theirs[-1] or mine[0] == theirs[0]
    return is_alike and bool(term_set(one) ^ term_set(other))
