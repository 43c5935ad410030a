"""Questions that lean on earlier ones, made to stand alone; and wishes about the last answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant import english
from assistant import english_sentences as sentences
from assistant.answer import Turn
from assistant.english_phrasing import ASKS
from assistant.expressions import command_end, names, names_asked
from assistant.forms import read_form
from assistant.matching import term_set
from assistant.phrasing import read_phrasing
from assistant.question import answer_type_of, read_question
from assistant.referring import has_person_pronoun, may_be_person, person_meant, several_told
from assistant.replacing import Nearness, swapped, turned_to
from assistant.residue import wish_of
from index.words import tokens

_MAX_LEANING_TERMS = 3
_MAX_NAME_WORDS = 5
_MAX_TOLD_WORDS = 6
_OF_TIME = ("date", "occasion", "duration")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|will|would|should)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone, and what is wished of the answer to it.

    ``action`` is empty, or one of shorter, table, list, source, sure, all, more, again: then
    ``text`` is the question that the last answer was to. ``asked``: the question without what it
    takes from earlier turns; ``earlier`` and ``answered``: the last exchange, empty without one.
    These tell what ``text`` was made of.
    """

    text: str
    action: str = ""
    changed: bool = False
    asked: str = field(default="", compare=False)
    earlier: str = field(default="", compare=False)
    answered: str = field(default="", compare=False)


def resolve(
    question: str,
    history: Sequence[Turn],
    wish: Callable[[str], str] | None = None,
    near: Nearness | None = None,
) -> Resolved:
    """``question`` with what it takes from earlier turns written out.

    ``wish`` tells what an utterance wishes of the last answer; without it, ``action_of`` does.
    ``near`` tells how near two words are in meaning.

    A question that names its own subject is left alone, so that a change of topic drags nothing
    along.
    """
    wish = wish or action_of
    earlier, answered = _last_exchange(history, wish, near)
    if not earlier:
        return Resolved(read_phrasing(question).text)
    plain = read_phrasing(question).text
    if action := wish(question) or wish(plain):
        return Resolved(earlier, action, changed=True)
    text = _rewrite(_with_pair(plain, earlier, answered), earlier, answered, near)
    return Resolved(text, "", text != plain, plain, earlier, answered)


def action_of(question: str) -> str:
    """What the whole of ``question`` wishes of the last answer, as in ``Resolved``; else empty.

    >>> action_of("Show all"), action_of("Who built the harbour?")
    ('all', '')
    """
    text = english.REMARK.sub("", question.strip())
    if english.OF_PERSONS.search(text):
        return ""
    found = next((action for action, pattern in english.ACTIONS if pattern.match(text)), "")
    return found or wish_of(text)


def _last_exchange(
    history: Sequence[Turn], wish: Callable[[str], str], near: Nearness | None
) -> tuple[str, str]:
    """The last earlier question, itself resolved against those before it, and its answer."""
    asked = answered = ""
    for turn in history:
        text = turn.content.strip()
        if turn.role != "user":
            answered = text
        elif text and not (asked and wish(text)):
            text = read_phrasing(text).text
            asked = _rewrite(text, asked, answered, near) if asked else text
            answered = ""
    return asked, answered


def _rewrite(question: str, earlier: str, answered: str, near: Nearness | None) -> str:
    corrected = english.CORRECTION.match(question)
    if corrected is not None:
        question = corrected["meant"].strip()
        if _is_name_only(question):
            return turned_to(earlier, question, near)
    bare = english.BARE_WORD.match(question)
    if bare is not None:
        return _of_word(bare["word"], english.JOINING.sub("", earlier))
    more = _more_than(question, earlier)
    if more is not None:
        return more
    if english.OTHER_ONE.search(question):
        earlier = _recapitalised(earlier, answered)
        return _of_other(question, earlier) or _with_subject(question, earlier, answered)
    other = _at_other_date(question, earlier)
    if other:
        return other
    named = other_named(question)
    if named:
        return turned_to(earlier, named, near)
    return (
        _dated(_with_subject(question, earlier, answered), earlier)
        if _leans(question)
        else question
    )


def _of_word(word: str, earlier: str) -> str:
    """The earlier question with another question word: "when?"."""
    if word.lower() == "why" and _names_things(earlier):
        things = english.LEADING_QUESTION_WORD.sub("", earlier).rstrip(" ?.!")
        return f"why is it so: {english.COPULA_LEAD.sub('', things)}?"
    return f"{word} {english.LEADING_QUESTION_WORD.sub('', earlier) or earlier}"


def _at_other_date(question: str, earlier: str) -> str:
    """The earlier question of another date: "and who built the 1902 one?"; empty for none."""
    one, date = english.ONE_OF_A_DATE.search(question), english.DATE.search(earlier)
    if one is None or date is None or not english.DATE.fullmatch(one["date"]):
        return ""
    return f"{earlier[: date.start()]}{one['date']}{earlier[date.end() :]}"


def _dated(question: str, earlier: str) -> str:
    """``question`` with the date of the earlier one behind, unless it asks for one or has its own:
    "who mended it?" after "what happened to the mill in 1953?".
    """
    found = list(english.DATE.finditer(earlier))
    if len(found) != 1 or answer_type_of(question) in _OF_TIME or english.DATE.search(question):
        return question
    return f"{question.rstrip(' ?!.')} ({found[0].group().strip()})?"


def _with_pair(question: str, earlier: str, answered: str) -> str:
    """``question`` with the two names of the last exchange for "the two", if it names nothing."""
    if not english.THE_TWO.search(question) or list(names_asked(question)):
        return question
    each = (list(dict.fromkeys(s.cut(text) for s in names(text))) for text in (answered, earlier))
    pair = next((" and ".join(told) for told in each if len(told) == 2), "")
    return english.THE_TWO.sub(pair, question) if pair else question


def other_named(question: str) -> str:
    """What an earlier question is to be asked of: "and the upper mill?"; empty for others.

    >>> other_named("What about Orro?"), other_named("and who built it?")
    ('Orro', '')
    """
    other = english.ABOUT_OTHER.match(question)
    is_other = other is not None and english.ELLIPSIS.match(question) is not None
    return other["name"].strip() if other and is_other and _is_name_only(other["name"]) else ""


def _names_things(earlier: str) -> bool:
    """Whether a question asked for things by their name and told of nothing that they do."""
    return read_form(read_question(earlier)).kind in ("list", "groups")


def _more_than(question: str, earlier: str) -> str | None:
    """A question such as "is it more than 10?" made one with the "how many ...?" before it."""
    more, counted = sentences.IS_IT_MORE.match(question), sentences.HOW_MANY.match(earlier)
    if more is None or counted is None:
        return None
    noun = "" if term_set(counted["noun"]) <= term_set(more["more"]) else f" {counted['noun']}"
    return f"{counted['auxiliary'].capitalize()} {counted['rest']} {more['more']}{noun}?"


def _of_other(question: str, earlier: str) -> str | None:
    """The earlier question asked of the other of its two names; or, where something else is asked,
    the question with that name: "what did the other one earn?".
    """
    found = list(dict.fromkeys(span.cut(earlier) for span in names_asked(earlier)))
    asked = term_set(english.OTHER_ONE.sub(" ", question))
    if len(found) == 2 and asked - term_set(earlier):
        return english.OTHER_ONE.sub(lambda _: _with_article(found[1], earlier), question)
    return swapped(earlier)


def _leans(question: str) -> bool:
    """Whether the question has no subject of its own: a pronoun and no name, or hardly a term."""
    read = read_question(question)
    if english.CLAUSE.match(question):
        return len(read.terms) <= _MAX_LEANING_TERMS and not list(names(question))
    if english.BEST_OF_THEM.match(question) or english.JOINED_ASKING.match(question):
        return len(read.terms) <= 2 and not list(names(question))
    if list(names(re.sub(r"^\W*\w+", "", question))):
        return False
    if english.PRONOUN.search(question):
        return len(read.terms) <= _MAX_LEANING_TERMS + 1
    return bool(english.ELLIPSIS.match(question)) and len(read.terms) <= 1


def _is_name_only(text: str) -> bool:
    """Whether "and ...?" holds nothing but a short noun phrase."""
    if ASKS.match(text):
        return False  # a question of its own: "who finished the tower?"
    if english.CLAUSE.match(text):
        return False  # "if we pay late"
    is_short = 0 < len(text.split()) <= _MAX_NAME_WORDS and bool(term_set(text))
    return is_short and not english.PRONOUN.search(text) and not _AUXILIARY.search(text)


def _with_subject(question: str, earlier: str, answered: str) -> str:
    """``question`` with its pronoun replaced by the one name it can stand for.

    Of several names, or of none, what the earlier question was about stands in brackets behind.
    "He" after "who ...?" is the first that the answer names.
    """
    earlier = _recapitalised(earlier, answered)
    found = list(dict.fromkeys(span.cut(earlier) for span in names_asked(earlier)))
    command = command_end(earlier)
    content = [earlier[t.start : t.end] for t in tokens(earlier) if t.term and t.start >= command]
    if english.POINTS_AT_EVENT.search(question):
        return f"{question.rstrip(' ?!.')} ({' '.join(content)})?" if content else question
    if english.OF_BOTH.search(question) and english.ASKS_WHO.match(earlier):
        pair = several_told(earlier, answered, found)
        return english.OF_BOTH.sub(pair, question) if pair else question
    pair = several_told(earlier, answered, found) if english.THEY.search(question) else ""
    if " and " in pair:
        owner = f"{pair}'s"
        return english.THEY.sub(lambda m: owner if m["owner"] else pair, question)
    if has_person_pronoun(question):
        meant = person_meant(question, earlier, answered)
        found = [meant] if meant else [n for n in found if may_be_person(n, earlier)]
        if not meant and english.ASKS_WHO.match(earlier):
            # Nobody was named to the asker: what was asked who did is no "he" itself.
            return f"{question.rstrip(' ?!.')} ({' '.join(content)})?" if content else question
    told = _told_things(question, earlier, answered)
    if told:
        return f"{question.rstrip(' ?!.')} ({' '.join((*found, *told))})?"
    pronouns = {m.group().lower() for m in english.PLAIN_PRONOUN.finditer(question)}
    if len(found) == 1 and (len(pronouns) == 1 or has_person_pronoun(question)):
        return _in_place(question, _with_article(found[0], earlier), earlier)
    subject = " and ".join(found) or " ".join(content)
    return f"{question.rstrip(' ?!.')} ({subject})?" if subject else question


def _told_things(question: str, earlier: str, answered: str) -> tuple[str, ...]:
    """The words of an answer that "those" stands for: what it says beside the question's words."""
    if not english.THOSE.search(question) or english.ASKS_WHO.match(earlier):
        return ()
    known = term_set(earlier)
    words = (answered[t.start : t.end] for t in tokens(answered) if t.term and t.term not in known)
    return tuple(dict.fromkeys(words))[:_MAX_TOLD_WORDS]


def _recapitalised(earlier: str, answered: str) -> str:
    """A question typed in lower case with the names that its answer writes with capitals."""
    if not earlier.islower():
        return earlier
    for name in dict.fromkeys(span.cut(answered) for span in names(answered)):
        earlier = re.sub(rf"\b{re.escape(name.lower())}\b", name, earlier)
    return earlier


def _in_place(question: str, name: str, earlier: str) -> str:
    """``question`` with ``name`` for each pronoun, a possessive as "name's".

    Beside "he" or "she" an "it" is something else, so the rest of what was asked stands behind.
    """
    is_person = has_person_pronoun(question)
    left = False

    def replaced(match: re.Match[str]) -> str:
        nonlocal left
        if is_person and not has_person_pronoun(match.group()):
            left = True
            return match.group()
        written = f"{name}'s" if match["owner"] else name
        return written[0].upper() + written[1:] if match.group()[0].isupper() else written

    text = english.PLAIN_PRONOUN.sub(replaced, question)
    known = term_set(f"{name} {question}")
    words = [earlier[t.start : t.end] for t in tokens(earlier) if t.term and t.term not in known]
    return f"{text.rstrip(' ?!.')} ({' '.join(words)})?" if left and words else text


def _with_article(name: str, earlier: str) -> str:
    return f"the {name}" if f"the {name}".lower() in earlier.lower() else name
