"""Who worked together and what came of it, in one wording and from one end."""

from __future__ import annotations

from dataclasses import replace

from assistant import english_sentences as patterns
from assistant.question import Question
from assistant.reading import Reading
from index.words import tokens

_TOGETHER, _LED_TO, _RESULT_OF = "collaboration", "led to", "the result of"


def in_one_wording(reading: Reading, text: str) -> tuple[Reading, str] | None:
    """``reading`` and ``text`` with one word each for working together, for what brings something
    about and for what comes of something; the question is turned round where the sentence tells it
    from the other end. Null where the question holds none of these.
    """
    asked = _plain(reading.question.text)
    if not any(word in asked for word in (_TOGETHER, _LED_TO, _RESULT_OF)):
        return None
    told = _plain(text)
    turned = _turned(asked) if _is_from_other_end(asked, told) else asked
    return replace(reading, question=_in_order(replace(reading.question, text=turned))), told


def _plain(text: str) -> str:
    text = patterns.JOINT_WORK.sub(_TOGETHER, text)
    text = patterns.CAME_OF.sub(_RESULT_OF, text)
    return patterns.LED_TO.sub(_LED_TO, text)


def _is_from_other_end(asked: str, told: str) -> bool:
    ends = _LED_TO in told, _RESULT_OF in told
    return ends[0] != ends[1] and (_LED_TO in asked, _RESULT_OF in asked) == ends[::-1]


def _turned(asked: str) -> str:
    """The question from its other end: "Was X the result of Y?" as "Did Y led to X?"."""
    is_forward = _LED_TO in asked
    lead, _, rest = asked.rstrip("? ").partition(_LED_TO if is_forward else _RESULT_OF)
    subject = patterns.AUXILIARY_FIRST.sub("", lead).strip()
    if is_forward:
        return f"Was {rest.strip()} {_RESULT_OF} {subject}?"
    return f"Did {rest.strip()} {_LED_TO} {subject}?"


def _in_order(question: Question) -> Question:
    """``question`` with its names in the order of its text."""
    places = {token.term: token.start for token in reversed(list(tokens(question.text)))}

    def place(entity: frozenset[str]) -> int:
        return min((places[term] for term in entity if term in places), default=0)

    return replace(question, entities=tuple(sorted(question.entities, key=place)))
