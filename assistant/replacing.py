"""The earlier question asked again of something else: what stands for what in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant import english
from assistant.expressions import names, names_asked
from assistant.forms import is_plural
from assistant.matching import term_set
from assistant.naming import without_article
from assistant.summary_request import read_request
from corpus.document import Span
from index.english import STOP_WORDS
from index.words import tokens

Nearness = Callable[[str, Sequence[str]], float]
"""The largest cosine of a word with one of others."""
_LEAST_PHRASE = 2
_NEAR, _SAME_FORM = 0.3, 0.15
_WORD = re.compile(r"[\w'’-]+")
_FORMS = ("ed", "ing", "est")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
_ARTICLES = ("the", "a", "an")


def turned_to(earlier: str, name: str, near: Nearness | None = None) -> str:
    """The earlier question asked of ``name``, a time or a partner, or for another list.

    ``near`` tells what in the question a word in lower case stands for: what is nearest in meaning.
    """
    turned = english.TURNED_TO.match(name)
    if turned is not None:
        for phrase in english.PHRASES_OF_PLACE.split(f"{turned['joint']} {turned['rest']}"):
            joint, _, rest = phrase.partition(" ")
            earlier = _with_phrase(earlier, joint, rest)
        return earlier
    summary = read_request(earlier)
    if summary is not None and summary.certain and summary.target:
        return f"summarise the {without_article(name)}"
    listed = english.LISTED_NOUN.match(earlier)
    if listed is not None and not list(names(name)) and is_plural(name.split()[-1]):
        return f"{listed['lead']}{without_article(name)}{earlier[listed.end() :]}"
    return (
        _with_same_head(earlier, name)
        or _with_nearest(earlier, name, near)
        or _replace_name(earlier, name)
    )


def _with_nearest(earlier: str, name: str, near: Nearness | None) -> str:
    """The earlier question with what is nearest in meaning to ``name`` replaced; where nothing is
    near to a word beside its name, that word behind it; empty where ``name`` is a name itself.
    """
    words = [token.surface for token in tokens(name) if token.term]
    if near is None or not words or name != name.lower():
        return ""
    phrases = list(_phrases(earlier))
    scored = [(_likeness(words[-1], span.cut(earlier), near), span) for span in phrases]
    best, place = max(scored, key=lambda item: item[0], default=(0.0, None))
    if place is None or best < _NEAR:
        is_word = len(words) == 1 and bool(list(names_asked(earlier)))
        return f"{earlier.rstrip(' ?!.')}, {name}?" if is_word else ""
    return _replaced(earlier, place, name)


def _likeness(word: str, phrase: str, near: Nearness) -> float:
    last = phrase.split()[-1].lower()
    same = any(word.endswith(form) and last.endswith(form) for form in _FORMS)
    return near(word, [last]) + _SAME_FORM * same


def _phrases(earlier: str) -> Iterator[Span]:
    """The names of a question, and the stretches of content words up to each of their words."""
    named = list(names_asked(earlier))
    yield from named
    start = end = -1
    for word in _WORD.finditer(english.LEADING_QUESTION_WORD.sub(_blank, earlier)):
        is_named = any(s.start <= word.start() < s.end for s in named)
        if is_named or not term_set(word.group()):
            start = -1
            continue
        start = word.start() if start < 0 or earlier[end : word.start()] != " " else start
        end = word.end()
        yield Span(start, end)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _replaced(earlier: str, place: Span, name: str) -> str:
    if _ARTICLE_BEFORE.search(earlier[: place.start]):
        name = without_article(name)
    return f"{earlier[: place.start]}{name}{earlier[place.end :]}"


def _with_same_head(earlier: str, name: str) -> str:
    """The earlier question with another thing of the same kind: "the first mill" for "the second
    mill"; empty where it names none.
    """
    head = name.split()[-1]
    if list(names(name)) or len(name.split()) < _LEAST_PHRASE:
        return ""
    phrase = re.compile(
        rf"\b(?P<article>the|an?)\s+(?:[a-z-]+\s+){{1,2}}?{re.escape(head)}\b", re.I
    )
    found = phrase.search(earlier)
    if found is None:
        return ""
    written = f"the {without_article(name)}"
    return f"{earlier[: found.start()]}{written}{earlier[found.end() :]}"


def _with_phrase(earlier: str, joint: str, rest: str) -> str:
    """The earlier question with the date, or what stands behind the same preposition, replaced."""
    dated = english.DATE.search(earlier) if english.DATE.search(rest) else None
    if dated is not None:
        return earlier.replace(dated.group().strip(" -"), rest, 1)
    before = rf"\b{joint}\s+(?:the\s+)?$"
    for span in names_asked(earlier):
        found = re.search(before, earlier[: span.start], re.IGNORECASE)
        if found is not None:
            return f"{earlier[: found.start()]}{joint} {rest}{earlier[span.end :]}"
    behind = _behind(earlier, joint)
    if behind is not None:
        return f"{earlier[: behind.start]}{joint} {rest}{earlier[behind.end :]}"
    if rest[0].isupper() and next(names_asked(earlier), None) is not None:
        return _replace_name(earlier, rest)
    return f"{earlier.rstrip(' ?!.')} {joint} {rest}?"


def _behind(earlier: str, joint: str) -> Span | None:
    """The last ``joint`` with the noun phrase behind it; null where there is none."""
    words = list(re.finditer(r"[\w'’-]+", earlier))
    places = [n for n, m in enumerate(words) if m.group().lower() == joint.lower()]
    if not places or places[-1] + 1 >= len(words):
        return None
    end = places[-1] + 1
    if words[end].group().lower() in _ARTICLES and end + 1 < len(words):
        end += 1
    if words[end].group().lower() in STOP_WORDS:
        return None
    while end + 1 < len(words) and words[end + 1].group().lower() not in STOP_WORDS:
        end += 1
    return Span(words[places[-1]].start(), words[end].end())


def _replace_name(earlier: str, name: str) -> str:
    """The earlier question with its first name replaced, or with two swapped if it names both."""
    spans = list(names_asked(earlier))
    if not spans:
        return _replace_last_word(earlier, name)
    wanted = term_set(name)
    for span in spans[1:]:
        if wanted & term_set(span.cut(earlier)):
            return swapped(earlier, span) or earlier
    return _replaced(earlier, spans[0], name)


def _replace_last_word(earlier: str, name: str) -> str:
    """The earlier question with its last content word replaced: "what is x?" to "what is name?"."""
    words = [token for token in tokens(earlier) if token.term]
    if not words:
        return f"{english.LEADING_QUESTION_WORD.sub('', earlier) or earlier} {name}"
    return _replaced(earlier, Span(words[-1].start, words[-1].end), name)


def swapped(earlier: str, second: Span | None = None) -> str | None:
    """The earlier question with its first name and another (default: the second) exchanged."""
    spans = list(names_asked(earlier))
    if len(spans) < 2:
        return None
    first, second = spans[0], second or spans[1]
    return (
        earlier[: first.start]
        + second.cut(earlier)
        + earlier[first.end : second.start]
        + first.cut(earlier)
        + earlier[second.end :]
    )
