"""The rows of a table that are as a question says: "which rooms have two beds?"."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant import english_lists as lists
from assistant.answer import Statement
from assistant.columns import MAX_CHUNKS, item_of_row
from assistant.draft import frame
from assistant.english import COUNTS, YEAR
from assistant.english_sentences import NEGATION
from assistant.gathered import Gathered, Wanted, hashes_of
from assistant.matching import strength, term_set
from assistant.ordering import order_of
from assistant.question import SAYS_LITTLE, Question
from assistant.records import Record, Table, name_columns, read_tables
from assistant.side_rows import columns_for, quote_record
from assistant.texts import LISTS
from index.words import tokens

_NEAR, _SURE = 0.7, 0.8
_TESTS: dict[str, Callable[[float, float], bool]] = {
    "more": operator.gt,
    "least": operator.ge,
    "less": operator.lt,
    "most": operator.le,
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of each row: ``words`` that its cells hold, a number that ``column`` holds."""

    words: frozenset[str]
    column: str
    number: float | None = None
    test: Callable[[float, float], bool] = operator.eq

    def holds_of(self, record: Record) -> bool:
        """Whether a row fulfils it all."""
        if not self.words <= term_set(" ".join(record.values)):
            return False
        if self.number is None:
            return True
        order = order_of(record.value(self.column))
        return order is not None and self.test(order.key[0], self.number)

    def shown(self, record: Record) -> str:
        """The column to show beside the row's first: the one that fulfils it."""
        held = zip(record.names, record.values, strict=True)
        holding = (name for name, value in held if self.words & term_set(value))
        return self.column or next(holding, "")


def listed_in_rows(wanted: Wanted) -> Gathered | None:
    """The rows of the table of what is listed that fulfil what the question says of them.

    Null where a word of that is none of the table's, and where it holds of all of its rows or none.
    """
    text = wanted.reading.question.text
    if not wanted.form.noun or NEGATION.search(text) or lists.OR.search(text):
        return None
    for document, sha256 in hashes_of(wanted.ranked).items():
        chunks = wanted.view.chunks(document)
        for table in read_tables(chunks) if len(chunks) <= MAX_CHUNKS else ():
            asked = _read_asked(wanted.form.noun, wanted.reading.question, table)
            rows = [r for r in table.records if asked.holds_of(r)] if asked else []
            if asked and 0 < len(rows) < len(table.records):
                shown = rows[: wanted.most]
                items = (item_of_row(r, table, asked.shown(r), sha256, wanted) for r in shown)
                return Gathered(tuple(items), _SURE)
    return None


def listed_by_kind(wanted: Wanted) -> Gathered | None:
    """The rows whose cell says that they are what is listed, with the columns asked for: "list all
    lamps with their prices" where a column of kinds says "lamp".

    Null where the question says more than the names of the table's columns and its place hold.
    """
    question = wanted.reading.question
    if not wanted.form.noun or NEGATION.search(question.text) or lists.OR.search(question.text):
        return None
    for document, sha256 in hashes_of(wanted.ranked).items():
        chunks = wanted.view.chunks(document)
        for table in read_tables(chunks) if len(chunks) <= MAX_CHUNKS else ():
            kind = _kind(wanted.form.noun, question, table)
            rest = [t for t in question.terms if t not in kind and t not in SAYS_LITTLE]
            if not kind or not _is_known(rest, wanted.form.noun, question, table):
                continue
            rows = [r for r in table.records if any(term_set(v) == kind for v in r.values)]
            named = {c for t in question.terms if t not in kind for c in columns_for(t, table)}
            shown = tuple(c for c in table.columns if c in named | {*name_columns(table)})
            items = tuple(quote_record(r, table, shown, sha256, kind="item") for r in rows)
            return _headed(items, wanted)
    return None


def _kind(noun: str, question: Question, table: Table) -> frozenset[str]:
    """The terms of a cell that the question holds whole, the listed noun with them, of a column
    that tells kinds: fewer values than rows.
    """
    for column in table.columns:
        cells = [term_set(value) for r in table.records if (value := r.value(column))]
        held = [c for c in cells if noun in c and c <= set(question.terms)]
        if held and 1 < len(set(cells)) < len(cells):
            return max(held, key=len)
    return frozenset()


def _is_known(terms: Sequence[str], noun: str, question: Question, table: Table) -> bool:
    """Whether the table's place or columns hold all terms, the question's verb aside."""
    first = table.records[0]
    above = term_set(" ".join((first.chunk.title, *first.place, *table.columns)))
    verb = _verb(noun, question)
    return all(t == verb or strength(t, above) >= _NEAR or columns_for(t, table) for t in terms)


def _headed(items: tuple[Statement, ...], wanted: Wanted) -> Gathered:
    """The items; where there are more than are shown, below the line that counts them."""
    most = 2 * wanted.most
    if len(items) <= most:
        return Gathered(items, _SURE)
    head = LISTS["some"].format(what=LISTS["items"], n=len(items), shown=most, more="")
    return Gathered((frame(head[0].upper() + head[1:]), *items[:most]), _SURE)


def _read_asked(noun: str, question: Question, table: Table) -> _Asked | None:
    """What the question says of the rows; null where they are of something else, where it says
    nothing of them, or what no column and no cell holds.
    """
    first = table.records[0]
    own = term_set(" ".join((*table.columns[:1], *first.place[-1:])))
    if strength(noun, own) < _NEAR:
        return None
    number = lists.NUMBERED.search(question.text)
    counting = term_set(number.group()) if number else frozenset()
    rest = [t for t in question.terms if t != noun and t not in counting]
    column = _column(rest, table, dated=bool(number and YEAR.fullmatch(number["n"])))
    cells = frozenset().union(*(term_set(" ".join(r.values)) for r in table.records))
    above = term_set(" ".join((first.chunk.title, *first.place, column)))
    words = frozenset(t for t in rest if t in cells and strength(t, above) < _NEAR)
    known = above | words | SAYS_LITTLE
    verb = _verb(noun, question)
    if any(strength(t, known) < _NEAR for t in rest if t != verb):
        return None
    if number is None:
        return _Asked(words, column) if words else None
    order = next((k for k in _TESTS if number[k]), "")
    value = COUNTS.get(number["n"].lower()) or float(number["n"].replace(",", ""))
    return _Asked(words, column, value, _TESTS.get(order, operator.eq)) if column else None


def _verb(noun: str, question: Question) -> str:
    """The term of the word right behind what is listed: "which rooms face the lake"."""
    found = list(tokens(question.text))
    behind = (b.term for a, b in pairwise(found) if a.term == noun and b.surface[0].islower())
    return next(behind, "") or question.verb


def _column(terms: Sequence[str], table: Table, *, dated: bool) -> str:
    """The column that one of the terms names, or the one with dates where those are asked for."""
    for name in table.columns[1:]:
        if any(strength(term, term_set(name)) >= _NEAR for term in terms):
            return name
    orders = {n: [order_of(r.value(n)) for r in table.records] for n in table.columns[1:]}
    of_dates = [n for n, found in orders.items() if all(o and o.is_date for o in found)]
    return of_dates[0] if dated and len(of_dates) == 1 else ""
