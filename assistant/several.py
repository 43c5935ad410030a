"""Several things wished for beside a question: "Why did it sink? I need all the causes."."""

from __future__ import annotations

from dataclasses import dataclass

from assistant import english_several as english
from assistant.expressions import MEASURES
from assistant.forms import is_plural, read_form
from assistant.matching import term_set
from assistant.question import read_question


@dataclass(frozen=True, slots=True)
class Several:
    """A question, and what is wished for of its answers: ``things``, empty for "all of them"."""

    text: str
    things: str = ""


def read_several(text: str) -> Several | None:
    """The question within ``text`` and the things that its answers are to be; null where no list is
    wished for beside it.

    >>> read_several("Why did it sink? I need all the causes.")
    Several(text='Why did it sink?', things='causes')
    >>> read_several("Who rowed? All of them, please."), read_several("Who rowed? I need it today.")
    (Several(text='Who rowed?', things=''), None)
    """
    found = next((m for p in english.BESIDE if (m := p.match(text))), None)
    if found is None or not english.QUESTION.search(found["asks"]):
        return None
    if found["them"]:
        return Several(found["asks"])
    things, is_each = found["things"] or "", english.EACH.search(found["wish"])
    last = things.split()[-1].lower()
    is_wished = english.LISTS.match(found["wish"]) or found["all"]
    if (
        not (is_each or is_plural(last) or last in english.PLURALS)
        or not is_wished
        or last in english.OF_TEXT
    ):
        return None
    return Several(found["asks"], f"every {things}" if is_each else things)


def asks_for_one(several: Several) -> bool:
    """Whether the question asks for one thing, so that the list is asked for besides.

    >>> asks_for_one(Several("when did it close?", "owners"))
    True
    """
    is_measure = read_question(several.text).answer_type in MEASURES
    return is_measure and not term_set(several.things) <= term_set(several.text)


def listing(question: str, things: str) -> str:
    """``question`` as a request for a list of ``things``; as it is where it asks for a comparison,
    or for these or other things by itself.

    >>> listing("why did the mill close?", "reasons")
    'list the reasons: why did the mill close?'
    """
    is_other = read_form(read_question(question)).kind != "sentence"
    if not things or is_other or term_set(things) <= term_set(question):
        return question
    return f"list {'' if things.startswith('every ') else 'the '}{things}: {question}"
