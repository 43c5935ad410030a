"""What is said to the assistant, not asked of the documents: small talk, and what it declines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import english_requests as english
from assistant.draft import Draft, frame
from assistant.residue import kind_of_talk

MAX_WORDS = 30
"""A longer utterance is not looked at for small talk."""

_PHRASES = tuple(
    (kind, re.compile(rf"(?:{pattern})(?= |$)")) for kind, pattern in english.SMALL_TALK
)
_ADDRESS = re.compile(rf"(?:{english.ADDRESSES})(?= |$)")
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|`[^`]*`")
_SENTENCE_END = re.compile(r"(?<=[.!?\n;])\s*")


def reply(question: str) -> Draft | None:
    """A short reply to greeting, thanks, farewell, help, "who are you", "what can you do".

    Only where nothing else is said: "hi, what is X?" is a question, so null.
    """
    words = re.sub(r"[^\w' ]+", " ", folded(question)).split()
    if not 0 < len(words) <= MAX_WORDS:
        return None
    kinds = _kinds(" ".join(words))
    kind = next((kind for kind, _ in _PHRASES if kind in kinds), kind_of_talk(" ".join(words)))
    return reply_of(kind) if kind else None


def reply_of(kind: str) -> Draft:
    """The reply to small talk of this kind, one of ``english_requests.REPLIES``."""
    return Draft("about", "reply", (frame(english.REPLIES[kind]),), confidence=1.0)


def off_topic(question: str) -> Draft | None:
    """A refusal of a sum, of writing, of personal advice, of an attempt to override the rules.

    Its text is fixed and repeats nothing of the question. Only requests of the assistant itself
    count: a question *about* prompts, code or sums is for the documents, so null.
    """
    kind = off_topic_kind(question)
    return refusal_of(kind) if kind is not None else None


def refusal_of(kind: str) -> Draft:
    """What is said to a request of this kind, one of ``english_requests.REFUSALS``."""
    return Draft("not_covered", "sentence", (frame(english.REFUSALS[kind]),), confidence=0.0)


def off_topic_kind(question: str) -> str | None:
    """Which of ``english_requests.REFUSALS`` the question calls for."""
    text = folded(question)
    if any(p.fullmatch(text) for p in (english.SUM, english.EQUATION, english.CONVERTING)):
        return "sum"
    if english.MOMENT.fullmatch(text):
        return "moment"
    # What stands in quotes is talked about, not asked for.
    for sentence in _sentences(_QUOTED.sub("…", text)):
        if english.OVERRIDE.match(sentence):
            return "override"
        if english.WRITING.match(sentence):
            return "writing"
        if english.ADVICE.match(sentence):
            return "advice"
        if english.ACTING.match(sentence):
            return "acting"
    return None


def folded(question: str) -> str:
    """Lower case, straight quotes, white space single; line ends stay.

    >>> folded("  What’s   UP? ")
    "what's up?"
    """
    text = question.casefold().translate(str.maketrans("’‘“”", "''\"\""))
    return re.sub(r" ?\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text)).strip()


def _kinds(words: str) -> set[str]:
    """The kinds of small talk that ``words`` consist of; empty if anything else is said."""
    kinds: set[str] = set()
    while words:
        phrase, kind = _longest(words)
        if not phrase:
            return set()
        kinds.add(kind)
        words = words[len(phrase) :].lstrip()
    return kinds


def _longest(words: str) -> tuple[str, str]:
    found = [(match.group(), kind) for kind, pattern in _PHRASES if (match := pattern.match(words))]
    if address := _ADDRESS.match(words):
        found.append((address.group(), "address"))
    return max(found, key=lambda item: len(item[0]), default=("", ""))


def _sentences(text: str) -> Iterator[str]:
    """The sentences of ``text``, stripped."""
    for sentence in _SENTENCE_END.split(text):
        if sentence.strip():
            yield sentence.strip()
