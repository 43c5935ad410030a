"""Lists whose items stand in sentences of their own, known by being read one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import english_lists as english
from assistant.answer import Statement
from assistant.draft import frame
from assistant.exemplifying import asked_for
from assistant.gathered import Gathered, Wanted
from assistant.giving import Giving
from assistant.matching import strength, term_set
from assistant.phrases import names_in
from assistant.scattered import SAID, distinct, item_of
from assistant.scoring import Scored
from assistant.selecting import repeats
from assistant.texts import LISTS
from index.words import terms

_LEAST = 0.12
"""From this chance on a sentence is taken for an item."""
_CLEARLY = 1.0
"""In log odds: beside items that were found otherwise a sentence counts if it is read so."""
_JOINED = frozenset(term for word in english.JOINED for term in terms(word))
_NUMBER = re.compile(r" \d+\b")
_PERHAPS = 0.08
"""From this chance on a sentence is shown behind items that are not sure to be all."""
_WITH_PERHAPS = 3
"""So many items more than else are shown together with these."""


def listed_by_reading(wanted: Wanted) -> Gathered | None:
    """The sentences that are likely to give an item, in the order of the documents; null where
    less than two are.
    """
    likely = [giving for giving in wanted.likely if giving.chance >= _LEAST]
    told = asked_for(wanted.reading, _told(wanted, likely)[: wanted.most])
    if len(told) < 2:
        return None
    return Gathered(tuple(item_of(s) for s in _in_reading_order(told)))


def completed(found: Gathered, wanted: Wanted) -> Gathered:
    """``found`` with the sentences behind its items that are clearly read as giving one, too."""
    clearly = [giving for giving in wanted.likely if giving.read >= _CLEARLY]
    more = map(item_of, _in_reading_order(_further(found, wanted, clearly)))
    return replace(found, statements=(*found.statements, *more)[: wanted.most])


def each_once(statements: Sequence[Statement], wanted: Wanted) -> tuple[Statement, ...]:
    """Those of ``statements`` that name something listed which none before them does, and those
    that name nothing listed; rows of a table all.
    """
    texts = ["" if s.label is not None or " | " in s.text else s.text for s in statements]
    return tuple(statements[i] for i in _naming_anew(texts, wanted))


def with_less_sure(found: Gathered, wanted: Wanted) -> Gathered:
    """``found`` with what may be further items behind a line that says so; a list that is sure,
    counted, or whole by what it says, as it is.
    """
    is_counted = any(s.kind == "frame" for s in found.statements)
    if found.is_whole or is_counted or found.confidence is not None:
        return found
    n_found = len(found.statements)
    likely = [giving for giving in wanted.likely if giving.chance >= _PERHAPS]
    more = _further(found, wanted, likely)[: max(0, wanted.most + _WITH_PERHAPS - n_found)]
    if len(asked_for(wanted.reading, (*found.statements, *more))) <= n_found:
        return found
    line, items = frame(LISTS["perhaps"]), map(item_of, _in_reading_order(more))
    return replace(found, statements=(*found.statements, line, *items))


def _further(found: Gathered, wanted: Wanted, items: Sequence[Giving]) -> list[Scored]:
    """The sentences of ``items`` that say something else than ``found``, the likeliest first."""
    own = [s.text for s in found.statements]
    new = [s for s in _told(wanted, items) if not any(repeats(s.candidate.text, t) for t in own)]
    return _each_once(new, wanted, own)


def _told(wanted: Wanted, items: Sequence[Giving]) -> list[Scored]:
    """The sentences of ``items``, the likeliest first, no two that say the same or only name anew
    what is listed.
    """
    order = sorted(items, key=lambda giving: -giving.chance)
    return _each_once(distinct([giving.scored for giving in order]), wanted)


def _each_once(told: Sequence[Scored], wanted: Wanted, before: Sequence[str] = ()) -> list[Scored]:
    """Those of ``told`` that name something listed which neither ``before`` nor one that stands
    before them does; and those that name nothing listed.
    """
    rows = (scored.candidate.sentence.kind == "row" for scored in told)
    texts = ["" if is_row else s.candidate.text for s, is_row in zip(told, rows, strict=True)]
    return [told[i] for i in _naming_anew(texts, wanted, before)]


def _naming_anew(texts: Sequence[str], wanted: Wanted, before: Sequence[str] = ()) -> list[int]:
    """The places of those ``texts`` that name something listed which none before them does, and of
    those that name nothing listed.
    """
    shown = [_listed_names(text, wanted) for text in before]
    kept: list[int] = []
    for i, text in enumerate(texts):
        named = _listed_names(text, wanted)
        if not named or not any(_is_same(named, other, wanted) for other in shown):
            shown.append(named)
            kept.append(i)
    return kept


def _is_same(
    named: frozenset[frozenset[str]], other: frozenset[frozenset[str]], wanted: Wanted
) -> bool:
    """Whether what is named is what is named there: all of it, or of what several have with each
    other any.
    """
    is_joined = wanted.form.noun in _JOINED and bool(wanted.reading.question.names)
    return bool(named & other) if is_joined else named <= other


def _listed_names(text: str, wanted: Wanted) -> frozenset[frozenset[str]]:
    """The names, each by its terms, that are called what is listed ("Stanford University"); else,
    where it is said, two or more that it is of ("the alliance of Orr and Pell"). None of them is
    one of the question's, beside which one is enough for what several have with each other.
    """
    noun, asked = wanted.form.noun, wanted.reading.question.names
    spans = ((at, at + len(name)) for at, name in names_in(text)) if noun else ()
    found = {term_set(text[at:end] + _number_behind(text, end)) for at, end in spans}
    found = {name for name in found if name and not name <= asked}
    called = frozenset(name for name in found if noun in name)
    told = term_set(text)
    if noun in _JOINED and asked and asked <= told:
        return frozenset(found)
    is_of_several = len(found) > 1 and strength(noun, told - frozenset().union(*found)) >= SAID
    return called or (frozenset(found) if is_of_several else frozenset())


def _in_reading_order(chosen: Sequence[Scored]) -> list[Scored]:
    """The sentences as they stand in their documents, the document of the clearest one first."""
    documents = list(dict.fromkeys(s.candidate.passage.chunk.document for s in chosen))
    return sorted(
        chosen,
        key=lambda s: (
            documents.index(s.candidate.passage.chunk.document),
            s.candidate.sentence.span.start,
        ),
    )


def _number_behind(text: str, end: int) -> str:
    """The number that belongs to a name which ends there: "Route 7"."""
    number = _NUMBER.match(text, end)
    return number.group() if number else ""
