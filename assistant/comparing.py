"""Tables: what the documents say of each of two sides, one row a side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.aligning import Aligned, Told, align_sides, best_pair
from assistant.announcing import without_announcements
from assistant.answer import Statement
from assistant.candidates import Candidate, describe_candidates
from assistant.comparison import Comparison
from assistant.crossing import cross
from assistant.draft import quote
from assistant.expressions import MEASURES
from assistant.focusing import find_focus
from assistant.matching import term_set
from assistant.naming import written_as
from assistant.question import read_question
from assistant.reading import Reading, learn, read
from assistant.scoring import Scored, rank_candidates
from assistant.side_reading import read_again, told_in_part
from assistant.side_rows import beside_each_other
from assistant.standing import Side, about, cut_to_side, fitness, holds
from assistant.tables import Cell, look_up
from assistant.texts import TABLE
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import quote_cell
from corpus.markup import plain_text

_IS = "What is {side}?"
_SEARCHED_PASSAGES = 20


@dataclass(frozen=True, slots=True)
class _Told:
    """What the documents say of a side; ``label``: its name as they write it."""

    side: Side
    reading: Reading
    label: str
    ranked: tuple[Scored, ...]
    candidates: tuple[Candidate, ...] = ()
    cell: Cell | None = None

    def lines(self) -> tuple[Told, ...]:
        """The sentences that can stand on this side, with how well they do."""
        side, own = self.side, self.reading
        return tuple(
            Told(
                scored.candidate,
                cut_to_side(scored.candidate.text, side.key, side.others),
                fitness(scored, side, own, set()),
                side.key,
                holds(own.expand(term_set(scored.candidate.text)), side.others),
            )
            for scored in self.ranked
        )


def compare(comparison: Comparison, view: View, weights: Weights) -> tuple[Statement, ...]:
    """The rows of a comparison, or for a side of which nothing is said a frame that says so.

    Where something is asked, a row for each side: its best sentence, which holds the side's name,
    rather as its subject than another side's, and rather of it alone than of both; of a sentence
    with a clause for each, its clause. Where nothing is asked but how two sides compare, the
    sentences that say the like of both (``aligning``). No sentence stands on two sides: what
    speaks of both stands once. A table with the sides for rows gives these, with all columns asked
    for (``side_rows``); one with the sides for columns its rows (``crossing``).
    """
    beside = beside_each_other(comparison, view)
    if beside:
        return beside
    if comparison.further:
        each = (comparison.questions, *comparison.further)
        asked = (Comparison(comparison.sides, questions) for questions in each)
        found = [row for one in asked for row in compare(one, view, weights)]
        return _without_repeats(found)
    return cross(comparison, view) or _of_each(comparison, view, weights)


def _of_each(comparison: Comparison, view: View, weights: Weights) -> tuple[Statement, ...]:
    """The sentences of the sides: chosen together where there are two, else the best of each."""
    sides = _sides_of(comparison)
    told = [_told(side, view, weights) for side in sides]
    if not comparison.questions and len(sides) == 2:
        aligned = align_sides((told[0].lines(), told[1].lines()), view.index)
        if aligned:
            return tuple(_aligned_row(line, told) for line in aligned)
    rows: list[Statement] = []
    if len(told) == 2 and not any(one.cell for one in told):
        pair = best_pair(told[0].lines(), told[1].lines(), view.index)
        if pair is not None:
            return tuple(_quoted(c, one) for c, one in zip(pair, told, strict=True))
    for one in told:
        rows.append(_row(one, {place for row in rows for place in _places(row)}))
    rows = [_beside_others(row, one, rows) for row, one in zip(rows, told, strict=True)]
    return _without_repeats([_own_row(i, rows, told) for i in range(len(rows))])


def _own_row(i: int, rows: Sequence[Statement], told: Sequence[_Told]) -> Statement:
    """The row of a side; none is found where it quotes the place of another's, whose side the
    sentence names and not this one's.
    """
    row, side = rows[i], told[i].side
    if row.kind != "row" or told[i].cell is not None:
        return row
    same = [j for j in range(len(rows)) if j != i and _places(rows[j]) == _places(row)]
    own = told[i].reading.expand(term_set(row.text))
    is_named = holds(own, side.apart or side.key)
    of_others = any(holds(own, told[j].side.apart or told[j].side.key) for j in same)
    if is_named or not of_others:
        return row
    return Statement(TABLE["empty"], "frame", "frame", 1.0, label=told[i].label)


def _sides_of(comparison: Comparison) -> list[Side]:
    keys = [term_set(side) for side in comparison.sides]
    sides = []
    for i, (name, key) in enumerate(zip(comparison.sides, keys, strict=True)):
        theirs = frozenset().union(*(other for j, other in enumerate(keys) if j != i))
        asked = _measured(comparison.questions[i], name) if comparison.questions else ""
        asks = asked or _IS.format(side=name)
        sides.append(Side(name, key, theirs - key, asks, not asked, key - theirs))
    return sides


def _measured(asked: str, name: str) -> str:
    """The question of one side, that for a measure in full: "the height of A"."""
    aspect = re.match(r"(?:the\s+)?(\w{3,}?)s?\s+(?:of|for)\s", asked, re.IGNORECASE)
    measured = f"What {aspect[1]} is {name}?" if aspect else asked
    return measured if read_question(measured).answer_type in MEASURES else asked


def _told(side: Side, view: View, weights: Weights) -> _Told:
    """All sentences about a side, ranked by what is asked of it, or the one row of a table."""
    own = read(side.asked, view.index)
    result = view.search(own.query, k=_SEARCHED_PASSAGES)
    own = learn(own, result)
    cell = look_up(own, result, view)
    if cell is not None:
        return _Told(side, own, written_as(side.name, cell.row.cells), (), cell=cell)
    candidates = describe_candidates(own, result)
    told = about(candidates, side, own)
    ranked = without_announcements(rank_candidates(own, told, view.index, weights))
    if not side.alone:
        ranked = read_again(ranked, side, own)
    if not ranked and not side.alone:
        part = told_in_part(candidates, side, own, view.index)
        ranked = read_again(rank_candidates(own, part, view.index, weights), side, own, sure=True)
    label = written_as(side.name, (candidate.text for candidate in candidates))
    return _Told(side, own, label, tuple(ranked), tuple(candidates))


def _row(told: _Told, taken: set[tuple[str, int]]) -> Statement:
    side, own = told.side, told.reading
    if told.cell is not None:
        return quote_cell(told.cell, own.question, kind="row", label=told.label)
    if not told.ranked:
        return Statement(TABLE["empty"], "frame", "frame", 1.0, label=told.label)
    best = max(told.ranked, key=lambda scored: fitness(scored, side, own, taken)).candidate
    return _quoted(best, told)


def _beside_others(row: Statement, told: _Told, rows: Sequence[Statement]) -> Statement:
    """The row; of a side without any, the sentence that names it right beside another side's: it
    may say the like without the words for it, "... of ten years, ... of two".
    """
    if row.kind == "row":
        return row
    others = {
        (c.document, c.start) for other in rows if other.kind == "row" for c in other.citations
    }
    for candidate in told.candidates:
        chunk, at = candidate.passage.chunk, candidate.position
        beside = chunk.sentences[max(0, at - 1) : at + 2]
        is_named = holds(term_set(candidate.text), told.side.apart or told.side.key)
        if is_named and any((chunk.document, s.span.start) in others for s in beside):
            return _quoted(candidate, told)
    return row


def _quoted(candidate: Candidate, told: _Told) -> Statement:
    """The sentence as a row of its side, cut to the clause that is about it."""
    chunk = candidate.passage.chunk
    row = quote(chunk, candidate.sentence, candidate.passage.sha256, kind="row", label=told.label)
    text = cut_to_side(row.text, told.side.key, told.side.others)
    return replace(row, text=text, focus=find_focus(text, told.reading.question))


def _aligned_row(line: Aligned, told: Sequence[_Told]) -> Statement:
    """A line of an alignment as a row, under the side it is of, or under both."""
    if line.of is not None:
        return _quoted(line.candidate, told[line.of])
    row = _quoted(line.candidate, told[0])
    whole = plain_text(
        line.candidate.passage.chunk.sentence_text(line.candidate.sentence),
        line.candidate.passage.chunk.markup,
    )
    label = TABLE["both"].format(one=told[0].label, other=told[1].label)
    return replace(row, text=whole, label=label, focus=None)


def _without_repeats(rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """The rows, those that quote the very same once, under the names of all."""
    found: dict[object, Statement] = {}
    for row in rows:
        key: object = (row.text, tuple(_places(row))) if row.kind == "row" else row.label
        before = found.get(key)
        if before is not None and before.label != row.label:
            label = TABLE["both"].format(one=before.label, other=row.label)
            found[key] = replace(before, label=label)
        elif before is None:
            found[key] = row
    return tuple(found.values())


def _places(statement: Statement) -> set[tuple[str, int]]:
    return {(citation.document, citation.start) for citation in statement.citations}
