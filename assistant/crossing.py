"""Tables with the sides of a comparison for columns, and for rows what they are compared by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Statement
from assistant.comparison import Comparison
from assistant.matching import strength, term_set
from assistant.question import SAYS_LITTLE, read_question
from assistant.tables import Cell, Row, rows
from assistant.texts import TABLE
from assistant.view import View
from assistant.wording import quote_cell
from index.passage import SearchResult

_MAX_ROWS = 6
_NEAR = 0.7
_SEARCHED_PASSAGES = 10


def cross(comparison: Comparison, view: View) -> tuple[Statement, ...]:
    """The rows that hold what is asked of two sides in a column each; all where nothing is asked.

    Empty where no table has both for columns, or none of its rows is called what is asked.
    """
    if len(comparison.sides) != 2:
        return ()
    keys = [term_set(side) for side in comparison.sides]
    asked = term_set(comparison.questions[0]) if comparison.questions else frozenset()
    wanted = asked - keys[0] - SAYS_LITTLE
    text = " ".join((*comparison.sides, *comparison.questions[:1]))
    result = view.search(text, k=_SEARCHED_PASSAGES)
    found = [row for row in _crossed(keys, result, view) if not asked or _is_called(row[0], wanted)]
    most = max((_met(row, wanted) for row, *_ in found), default=0)
    question = read_question(text)
    return tuple(
        quote_cell(
            Cell(row, tuple(sorted(columns)), 1.0, sha256),
            question,
            kind="row",
            label=TABLE["both"].format(one=row.header[columns[0]], other=row.header[columns[1]]),
        )
        for row, columns, sha256 in found[:_MAX_ROWS]
        if _met(row, wanted) == most
    )


def _crossed(
    keys: Sequence[frozenset[str]], result: SearchResult, view: View
) -> Iterator[tuple[Row, tuple[int, ...], str]]:
    """The rows below a header that holds each of the names, the columns these are, in the nearest
    document that has any.
    """
    hashes = {p.chunk.document: p.sha256 for p in reversed(result.passages)}
    for document in dict.fromkeys(p.chunk.document for p in result.passages):
        found = False
        for row in rows(view.chunks(document)):
            columns = tuple(_column(row, key) for key in keys)
            if all(columns) and len(set(columns)) == len(columns):
                found = True
                yield row, columns, hashes[document]
        if found:
            return


def _column(row: Row, key: frozenset[str]) -> int:
    """The column that is called as a side; 0, which names the rows, for none."""
    titles = enumerate(row.header)
    return next((i for i, title in titles if i and key and key == term_set(title)), 0)


def _is_called(row: Row, wanted: frozenset[str]) -> bool:
    return _met(row, wanted) > 0


def _met(row: Row, wanted: frozenset[str]) -> int:
    own = term_set(row.name)
    return sum(strength(term, own) >= _NEAR for term in wanted)
