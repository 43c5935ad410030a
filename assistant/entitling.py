"""A quote with the heading it stands under in brackets, where it says too little without."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Statement
from assistant.draft import cite
from assistant.matching import term_set
from corpus.markup import plain_text
from index.passage import Chunk


def with_heading(statement: Statement, chunk: Chunk, position: int) -> Statement:
    """``statement``, the sentence at ``position`` of ``chunk``, behind the heading or caption that
    stands right above it, cited as antecedent; as it was where the chunk holds none, or the
    sentence says what it says.
    """
    if len(statement.citations) != 1:
        return statement
    for i in range(position - 1, -1, -1):
        sentence = chunk.sentences[i]
        if sentence.kind != "heading":
            continue
        heading = plain_text(chunk.sentence_text(sentence), chunk.markup)
        if not heading or term_set(heading) <= term_set(statement.text):
            return statement
        above = cite(chunk, sentence.span, statement.citations[0].sha256, "antecedent")
        text = f"[{heading}] {statement.text}"
        return replace(statement, text=text, focus=None, citations=(*statement.citations, above))
    return statement
