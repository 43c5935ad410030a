"""Two things set against each other by a measure: "is A higher than B?", "which is older?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import english_sentences as english
from assistant.answer import Statement
from assistant.comparing import compare
from assistant.comparison import Comparison
from assistant.draft import Draft
from assistant.english_beside import COLUMNS
from assistant.matching import strength, term_set
from assistant.records import is_row_number
from assistant.sides import in_contest_order
from assistant.texts import VERDICTS
from assistant.verdicts import Measure, measures
from assistant.view import View
from assistant.weights import Weights

_SURE, _NEAR = 0.8, 0.7
_SIDE_LEAD = re.compile(r"^(?:that of|the one (?:of|at|on|in)|those of|the)\s+", re.IGNORECASE)
_PART_OF = re.compile(r"^(?P<part>\w+) of (?:the )?(?P<whole>.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contest:
    """Two sides and what they are measured by; ``yes_no``: whether the first is more."""

    sides: tuple[str, str]
    aspect: str
    less: bool
    yes_no: bool


def read_contest(question: str) -> Contest | None:
    """The two sides of a question for the greater or lesser; null for any other question."""
    question = in_contest_order(question.strip())
    for pattern, yes_no in ((english.WHICH_IS_MORE, False), (english.IS_MORE_THAN, True)):
        match = pattern.match(question)
        if match is None:
            continue
        adjective = match["adjective"].lower()
        spoken = " ".join(adjective.split()[1:]) or (match["aspect"] or "").strip()
        verb = match.groupdict().get("verb") or ""
        aspect = verb or english.ASPECT_OF.get(adjective) or spoken
        a, b, part = _sides(match["a"], match["b"])
        if aspect and a and b:
            aspect = f"{part} {aspect}".strip()
            return Contest((a, b), aspect, english.LESS.match(adjective) is not None, yes_no)
    return None


def answer_contest(question: str, view: View, weights: Weights) -> Draft | None:
    """A row a side, with the verdict in front where each holds one measure of the same unit; of a
    yes or no the two as sentences.

    Null where a side has none, so that the question is answered as any other.
    """
    contest = read_contest(question)
    if contest is None:
        return None
    asked = Comparison.asking(contest.sides, f"the {contest.aspect} of {{}}")
    rows = compare(asked, view, weights)
    if len(rows) != 2 or not all(row.kind == "row" for row in rows):
        return None
    verdict = _verdict(contest, rows)
    if not verdict:
        return None
    if contest.yes_no:
        told = (replace(row, kind="sentence", label=None) for row in rows)
        return Draft("answered", "sentence", (*verdict, *told), _SURE)
    return Draft("answered", "table", (*verdict, *rows), _SURE)


def _sides(a: str, b: str) -> tuple[str, str, str]:
    """The names set against each other, and what of them: "the tower of A" against "that of B"
    is A against B by the tower.
    """
    a, b = (_SIDE_LEAD.sub("", side.strip(" ?.,")) for side in (a, b))
    parts = [_PART_OF.match(side) for side in (a, b)]
    first, second = parts
    if first and (second is None or first["part"] == second["part"]):
        return first["whole"], second["whole"] if second else b, first["part"]
    return a, b, ""


def _verdict(contest: Contest, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    found = [_measure(row) if _is_of_aspect(row, contest.aspect) else None for row in rows]
    first, second = found[0], found[1]
    if first is None or second is None or first[0].unit != second[0].unit:
        return ()
    sides = [
        (row.label or "", *measure) for row, measure in zip(rows, (first, second), strict=True)
    ]
    one, two = sides
    if one[1].value == two[1].value:
        text = VERDICTS["equal"].format(value=one[2])
    elif contest.yes_no:
        is_so = (one[1].value > two[1].value) is not contest.less
        text = VERDICTS["yes_more" if is_so else "no_more"].format(value=one[2], other=two[2])
    else:
        ordered = sorted(sides, key=lambda side: side[1].value, reverse=not contest.less)
        name, _, value = ordered[0]
        text = VERDICTS["more"].format(name=name, value=value, other=ordered[1][2])
    return (Statement(text, "verdict", "supported", 1.0),)


def _is_of_aspect(row: Statement, aspect: str) -> bool:
    """Whether what is in focus of a row told as "Name: value" stands under a name for the aspect:
    seats are no age.
    """
    if row.citations[0].heading[-1:] and is_row_number(row.citations[0].heading[-1]):
        before = row.text[: row.focus[0]] if row.focus else ""
        name = term_set(before.rpartition("; ")[2])
        implied = (words for asks, words in COLUMNS if asks.search(aspect))
        wanted = term_set(" ".join((aspect, *implied)))
        return any(strength(term, name) >= _NEAR for term in wanted)
    return True


def _measure(row: Statement) -> tuple[Measure, str] | None:
    """The one measure of a row, and how it is written; of several, the one in focus."""
    own = list(measures(row.text))
    if len(own) > 1 and row.focus is not None:
        own = [m for m in own if m.start < row.focus[1] and row.focus[0] < m.end]
    if len(own) != 1:
        return None
    end = row.focus[1] if row.focus and row.focus[1] > own[0].end else own[0].end
    return own[0], row.text[own[0].start : end].strip()
