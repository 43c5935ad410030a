"""How a quote is shown: completed by what it goes back to, its header, and cut to the point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import english
from assistant.answer import Statement, StatementKind
from assistant.antecedents import Antecedent, find_antecedent
from assistant.candidates import QUOTABLE, has_type
from assistant.contexts import missing_context
from assistant.cutting import cut
from assistant.draft import cite, quote, shown_text
from assistant.expressions import names
from assistant.focusing import find_focus
from assistant.known_names import is_known_name, is_known_person
from assistant.matching import term_set
from assistant.places import Place, find_place
from assistant.question import Question
from assistant.referring import has_person_pronoun
from assistant.tables import Cell, Row, row_of
from assistant.view import View
from corpus.document import Span
from corpus.markup import MASK, mask_markup, plain_text
from index.passage import Chunk, Sentence

_PARAGRAPH = "\n\n"
_LOOKED_BACK = 3
_HEADER = re.compile(r"\[[^\[\]]*\]")


def reword(
    statements: Sequence[Statement], question: Question, view: View, *, cuts: bool = True
) -> tuple[Statement, ...]:
    """The statements as they are shown.

    A row brings its headers in brackets. "It ..." brings what it goes back to in brackets,
    cited as antecedent, in place of the context sentence, where that is certain. Of a sentence
    that answers, openers and added clauses are left out (``cuts``), marked "...".
    """
    shown: list[Statement] = []
    for statement in statements:
        worded = _worded(statement, question, view, cuts) if _is_quote(statement) else statement
        if _has_antecedent(worded) and shown and _is_context_of(shown[-1], worded):
            shown.pop()
        shown += [*missing_context(worded, (*shown, *statements), view), worded]
    return tuple(shown)


def quote_cell(
    cell: Cell, question: Question, *, kind: StatementKind = "sentence", label: str | None = None
) -> Statement:
    """A row of a table with the columns asked for, each with its header, the first in focus."""
    row, chunk = cell.row, cell.row.chunk
    statement = quote(chunk, row.sentence, cell.sha256, kind=kind, label=label)
    return _told(statement, row, cell.columns, question)


def _told(statement: Statement, row: Row, columns: Sequence[int], question: Question) -> Statement:
    header = cite(
        row.header_chunk, row.header_sentence.span, statement.citations[0].sha256, "antecedent"
    )
    text = row.told(columns)
    focus = _cell_in_focus(text, question)
    if columns and row.header[columns[0]]:
        start = text.index(f"[{row.header[columns[0]]}] ") + len(row.header[columns[0]]) + 3
        focus = start, start + len(row.cells[columns[0]])
    return replace(statement, text=text, focus=focus, citations=(*statement.citations, header))


def _cell_in_focus(text: str, question: Question) -> tuple[int, int] | None:
    """The cell of a row in words that holds what answers; headers, in brackets, answer nothing."""
    focus = find_focus(_HEADER.sub(lambda match: " " * len(match.group()), text), question)
    if focus is None:
        return None
    marks = ((mark, text.rfind(mark, 0, focus[0] + 1)) for mark in ("] ", "| "))
    start = max((at + len(mark) for mark, at in marks if at >= 0), default=0)
    ends = (at for mark in (" | ", " ...") if (at := text.find(mark, focus[1])) >= 0)
    return start, min(ends, default=len(text))


def _is_quote(statement: Statement) -> bool:
    one = len(statement.citations) == 1
    return statement.status == "quoted" and one


def _has_antecedent(statement: Statement) -> bool:
    return any(citation.role == "antecedent" for citation in statement.citations)


def _is_context_of(before: Statement, statement: Statement) -> bool:
    """Whether ``before`` is shown only for holding what the brackets say now."""
    held = [c for c in statement.citations if c.role == "antecedent"]
    return before.kind == "context" and any(
        c.document == held[0].document and c.start <= held[0].start and held[0].end <= c.end
        for c in before.citations
    )


def _worded(statement: Statement, question: Question, view: View, cuts: bool) -> Statement:
    place = find_place(statement.citations[0], view)
    if place is None or not _is_whole(statement, place):
        return statement
    if place.sentence.kind == "row":
        return _with_header(statement, question, place)
    completed = _with_antecedent(statement, question, place, view)
    if completed is not statement:
        return completed
    kept = cut(
        statement.text,
        statement.focus if cuts else None,
        lambda rest: has_type(question, rest) or not term_set(rest).isdisjoint(question.terms),
    )
    if not kept.kept.start and kept.kept.end == len(statement.text):
        return statement
    return replace(statement, text=kept.shown, focus=kept.moved(statement.focus))


def _is_whole(statement: Statement, place: Place) -> bool:
    """Whether the statement is the whole sentence: what was cut already is left alone."""
    return statement.text == shown_text(place.chunk, place.sentence)


def _with_header(statement: Statement, question: Question, place: Place) -> Statement:
    row = row_of(place.chunks, place.chunk, place.sentence)
    if row is None:
        return statement
    terms = frozenset(question.terms)
    columns = row.columns(terms - term_set(row.name))
    # Of a cell that the question names the rest of the row is asked: "whose number is 12?".
    is_known = any(
        len(term_set(row.cells[i])) > 0 and term_set(row.cells[i]) <= terms for i in columns
    )
    return _told(statement, row, () if is_known else columns, question)


def _with_antecedent(
    statement: Statement, question: Question, place: Place, view: View
) -> Statement:
    if not english.ANAPHOR.match(statement.text):
        return statement
    before = list(_before(place))
    found = find_antecedent(statement.text, [text for _, text in before], _above(place.chunk))
    if found is None:
        return statement
    sentence, text = before[-found.back]
    if not _is_borne_out(statement.text[: found.length], found.span.cut(text), view):
        return statement
    span = _in_document(place.chunk, sentence, found, text)
    if span is None:
        return statement
    shown = found.in_place(found.span.cut(text), statement.text)
    antecedent = cite(place.chunk, span, statement.citations[0].sha256, "antecedent")
    focus = find_focus(shown, question) if statement.focus else None
    return replace(statement, text=shown, focus=focus, citations=(*statement.citations, antecedent))


def _is_borne_out(pronoun: str, words: str, view: View) -> bool:
    """Whether the documents show elsewhere that what the pronoun is to stand for is a name, and
    for "he" and "she" a person's where no noun says what it is of: "The steamer Marigold".
    """
    name = next((span.cut(words) for span in names(words)), "")
    if not has_person_pronoun(pronoun):
        return " " not in name or is_known_name(name, view)
    is_known = is_known_person if words.startswith(name) else is_known_name
    return is_known(name, view)


def _above(chunk: Chunk) -> str:
    return " ".join((chunk.title, *chunk.heading))


def _before(place: Place) -> Iterator[tuple[Sentence, str]]:
    """The quotable sentences before one in its paragraph, in reading order."""
    chunk, found = place.chunk, list[tuple[Sentence, str]]()
    later = place.sentence
    for sentence in reversed(
        chunk.sentences[max(0, place.position - _LOOKED_BACK) : place.position]
    ):
        gap = chunk.text[sentence.span.end - chunk.span.start : later.span.start - chunk.span.start]
        if sentence.kind not in QUOTABLE or _PARAGRAPH in gap:
            break
        found.append((sentence, plain_text(chunk.sentence_text(sentence), chunk.markup)))
        later = sentence
    yield from reversed(found)


def _in_document(chunk: Chunk, sentence: Sentence, found: Antecedent, text: str) -> Span | None:
    """The span of the document that the antecedent's words are, markup and line ends included.

    Null where white space or markup is folded so that it cannot be told.
    """
    raw = mask_markup(chunk.sentence_text(sentence), chunk.markup)
    places: list[int] = []
    pending = False
    for i, character in enumerate(raw):
        if character == MASK:
            continue
        if character.isspace():
            pending = bool(places)
            continue
        if pending:
            places.append(i - 1)
            pending = False
        places.append(i)
    if len(places) != len(text):
        return None
    start = sentence.span.start + places[found.span.start]
    return Span(start, sentence.span.start + places[found.span.end - 1] + 1)
