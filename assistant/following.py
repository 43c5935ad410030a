"""Questions that lean on earlier ones, made to stand alone; and wishes about the last answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import english
from assistant.answer import Turn
from assistant.expressions import names
from assistant.matching import term_set
from assistant.question import read_question
from index.words import tokens

_MAX_LEANING_TERMS = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone, and what is wished of the answer to it.

    ``action`` is empty, or one of shorter, table, list, source, sure, more: then ``text`` is the
    question that the last answer was to.
    """

    text: str
    action: str = ""
    changed: bool = False


def resolve(question: str, history: Sequence[Turn]) -> Resolved:
    """``question`` with what it takes from earlier turns written out.

    A question that names its own subject is left alone, so that a change of topic drags nothing
    along.
    """
    earlier = _stand_alone(history)
    if not earlier:
        return Resolved(question)
    for action, pattern in english.ACTIONS:
        if pattern.match(question.strip()):
            return Resolved(earlier, action, changed=True)
    text = _rewrite(question.strip(), earlier)
    return Resolved(text, changed=text != question.strip())


def _stand_alone(history: Sequence[Turn]) -> str:
    """The last earlier question, itself resolved against those before it."""
    asked = ""
    for turn in history:
        if turn.role != "user" or not turn.content.strip():
            continue
        text = turn.content.strip()
        if asked and any(pattern.match(text) for _, pattern in english.ACTIONS):
            continue
        asked = _rewrite(text, asked) if asked else text
    return asked


def _rewrite(question: str, earlier: str) -> str:
    bare = english.BARE_WORD.match(question)
    if bare is not None:
        return f"{bare['word']} {_without_question_word(earlier)}"
    if english.OTHER_ONE.search(question):
        return _swap(earlier) or _with_subject(question, earlier)
    other = english.ABOUT_OTHER.match(question)
    if other is not None and english.ELLIPSIS.match(question) and _is_name_only(other["name"]):
        return _replace_name(earlier, other["name"].strip())
    return _with_subject(question, earlier) if _leans(question) else question


def _leans(question: str) -> bool:
    """Whether the question has no subject of its own: a pronoun and no name, or hardly a term."""
    read = read_question(question)
    if list(names(re.sub(r"^\W*\w+", "", question))):
        return False
    if english.PRONOUN.search(question):
        return len(read.terms) <= _MAX_LEANING_TERMS + 1
    return bool(english.ELLIPSIS.match(question)) and len(read.terms) <= 1


def _is_name_only(text: str) -> bool:
    """Whether "and ...?" holds nothing but a short noun phrase."""
    words = text.split()
    return 0 < len(words) <= 5 and bool(term_set(text)) and not english.PRONOUN.search(text) and (
        re.search(r"\b(?:is|are|was|were|do|does|did|has|have|had|can|will|would|should)\b", text) is None
    )


def _replace_name(earlier: str, name: str) -> str:
    """The earlier question asked of ``name``: in place of its first name, or with the two swapped."""
    spans = list(names(earlier))
    if not spans:
        return f"{_without_question_word(earlier)} {name}" if not term_set(earlier) else _last_noun(earlier, name)
    wanted = term_set(name)
    for span in spans[1:]:
        if wanted & term_set(span.cut(earlier)):
            return _swap(earlier, span.start) or earlier
    first = spans[0]
    return f"{earlier[: first.start]}{name}{earlier[first.end :]}"


def _last_noun(earlier: str, name: str) -> str:
    """The earlier question with its last content word replaced: "what is x?" to "what is name?"."""
    words = [token for token in tokens(earlier) if token.term]
    return f"{earlier[: words[-1].start]}{name}{earlier[words[-1].end :]}"


def _swap(earlier: str, second_start: int | None = None) -> str | None:
    """The earlier question with its first name and another (default: the second) exchanged."""
    spans = list(names(earlier))
    if len(spans) < 2:
        return None
    first = spans[0]
    second = next((s for s in spans[1:] if second_start in (None, s.start)), spans[1])
    return (
        earlier[: first.start]
        + second.cut(earlier)
        + earlier[first.end : second.start]
        + first.cut(earlier)
        + earlier[second.end :]
    )


def _with_subject(question: str, earlier: str) -> str:
    """``question`` with the subject of the earlier one in brackets behind it."""
    subject = " and ".join(dict.fromkeys(span.cut(earlier) for span in names(earlier)))
    if not subject:
        content = [earlier[t.start : t.end] for t in tokens(earlier) if t.term]
        subject = " ".join(content)
    body = question.rstrip(" ?!.")
    return f"{body} ({subject})?" if subject else question


def _without_question_word(earlier: str) -> str:
    rest = re.sub(r"^(?:what|who|whom|which|where|when|why|how(?: many| much| long)?)\b\s*", "", earlier, flags=re.IGNORECASE)
    return rest or earlier
