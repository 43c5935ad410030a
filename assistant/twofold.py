"""Two questions in one, "when was A opened, and who built it?": each is answered by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant import english_forms as english
from assistant.alternatives import is_same, together
from assistant.answer import Statement, Turn
from assistant.draft import Draft, frame
from assistant.evidence import Found
from assistant.following import resolve
from assistant.forms import read_form
from assistant.matching import strength, term_set
from assistant.question import read_question
from assistant.texts import TWOFOLD

_MAX_ECHOED_WORDS = 12
_SHOWN = 2
"""So many quotes of each part are shown where the parts are answered by different ones."""
_MET = 0.7
_FORMS = ("sentence", "list")


def parts_of(question: str) -> tuple[str, ...]:
    """The questions that ``question`` puts one behind the other, as they stand; empty for one.

    >>> parts_of("When was the mill opened and who built it?")
    ('When was the mill opened', 'who built it')
    >>> parts_of("When and where was Ada Quill born?")
    ('When was Ada Quill born', 'where was Ada Quill born')
    """
    text = " ".join(question.split()).strip(" ?.!")
    words = english.TWO_ASKED.match(text)
    if words is not None:
        return f"{words['one']} {words['rest']}", f"{words['other']} {words['rest']}"
    joined = english.ASKED_ON.match(text)
    if joined is None or english.AND_WHAT_OF.search(text):
        return ()
    if english.ELLIPTIC.match(joined["second"]):
        return ()
    return joined["first"].strip(" ,;?.!"), joined["second"].strip()


def answer_both(question: str, ask: Callable[[str], Found]) -> Found | None:
    """What is found to each of two questions in one, and which of them nothing is found to.

    Null for a single question, and one for a comparison or all about one name. Where nothing is
    found to any, the refusal of the first: both asked at once would only be met by more words.
    """
    parts = parts_of(question)
    if not parts or read_form(read_question(question)).kind not in _FORMS:
        return None
    found = [ask(f"{parts[0]}?")]
    found += [_ask_on(part, parts[0], found[0], ask) for part in parts[1:]]
    answered = [f for f in found if f.draft.outcome == "answered"]
    if not answered:
        return found[0]
    missing = (part for part, f in zip(parts, found, strict=True) if f not in answered)
    statements = (*_joined([f.draft.statements for f in answered]), *map(_not_found, missing))
    shapes = {f.draft.shape for f in answered}
    shape = shapes.pop() if len(shapes) == 1 else "sentence"
    return together(question, Draft("answered", shape, statements), found)


def _ask_on(part: str, first: str, before: Found, ask: Callable[[str], Found]) -> Found:
    """What is found to a later part; where that is what answered the first and says nothing of the
    part's own words, what is found to these alone.
    """
    found = ask(f"{_alone(part, first, before)}?")
    lead, told = _lead(found.draft.statements), _lead(before.draft.statements)
    if lead is None or told is None or not is_same(lead, told) or _holds(lead, part):
        return found
    alone = ask(f"{part}?")
    lead = _lead(alone.draft.statements)
    is_other = lead is not None and not is_same(lead, told) and _holds(lead, part)
    return alone if is_other and alone.draft.outcome == "answered" else found


def _lead(statements: Sequence[Statement]) -> Statement | None:
    return next((s for s in statements if s.citations and s.kind != "context"), None)


def _holds(statement: Statement, part: str) -> bool:
    """Whether a quote holds any word that ``part`` brings."""
    own = term_set(statement.text)
    return any(strength(term, own) >= _MET for term in term_set(part))


def _alone(part: str, first: str, before: Found) -> str:
    """A later part with what it takes from the first, and from what was found to that."""
    told = [s.text for s in before.draft.statements if s.citations]
    turns = (Turn("user", f"{first}?"), Turn("assistant", " ".join(told[:1])))
    is_told = before.draft.outcome == "answered" and bool(told)
    return resolve(part, turns if is_told else turns[:1]).text.strip(" ?")


def _not_found(part: str) -> Statement:
    is_short = len(part.split()) <= _MAX_ECHOED_WORDS
    return frame(TWOFOLD["missing"].format(part=part) if is_short else TWOFOLD["missing_one"])


def _joined(answers: Sequence[Sequence[Statement]]) -> list[Statement]:
    """The statements of each part, none twice; where one quote leads all parts, that alone."""
    leads = [_lead(told) for told in answers]
    first = leads[0]
    if len(answers) > 1 and first and all(s and _repeats(s, first) for s in leads[1:]):
        return [first]
    kept: list[Statement] = []
    for statements in answers:
        for statement in _first_of(statements):
            if not (statement.citations and any(_repeats(statement, other) for other in kept)):
                kept.append(statement)
    return kept


def _repeats(statement: Statement, other: Statement) -> bool:
    """Whether a quote stands there; of one row two parts may show other columns."""
    if not other.citations or not is_same(statement, other):
        return False
    return statement.text == other.text or not statement.text.startswith("[")


def _first_of(statements: Sequence[Statement]) -> Sequence[Statement]:
    """All of a list; of sentences the first, each with what stands before it for its sake."""
    if any(s.kind == "item" for s in statements):
        return statements
    ends = [i for i, s in enumerate(statements) if s.kind == "sentence"]
    return statements[: ends[_SHOWN - 1] + 1] if len(ends) >= _SHOWN else statements
