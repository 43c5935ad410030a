"""Questions for a cell of a table: its column of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.drafting.clause import Vocabulary
from assistant.drafting.draft import Draft, Source, Wording
from index.passage import Chunk

MAX_CELL_WORDS = 6
_NOUN = re.compile(
    r"^(?!\w+(?:ed|ing)\b)[A-Za-z]+(?<!s)(?: \(?in [a-z]+(?: [a-z]+)?\)?| \([^()]+\))?$"
)
"""A heading that can be asked for: one noun, and its unit."""
_NAME = re.compile(r"^[A-Z0-9][\w’'-]*(?: (?:of |the |de )?[A-Z0-9][\w’'-]*)*$")
_SPLIT = re.compile(r"(?<!\\)\|")


def draft_rows(chunks: Sequence[Chunk], vocabulary: Vocabulary) -> Iterator[Draft]:
    """For each row one question, a column further in each; the first column names the row."""
    for chunk in chunks:
        columns: list[str] = []
        n = 0
        for sentence in chunk.sentences:
            cells = _cells(chunk.sentence_text(sentence))
            if sentence.kind == "header":
                columns, n = cells, 0
            elif sentence.kind == "row" and len(cells) == len(columns) >= 2:
                at = 1 + n % (len(columns) - 1)
                n += 1
                wording = _wording(cells[0], columns[at], cells[at])
                if wording is not None and vocabulary.is_name(cells[0].split()[0]):
                    quote = chunk.sentence_text(sentence)
                    yield Draft(wording, (Source(chunk.document, sentence.span, quote),))


def _wording(row: str, column: str, cell: str) -> Wording | None:
    """Words as in "What is the height in metres of Tolm Rock?"."""
    if not _NOUN.match(column) or not _NAME.match(row) or len(row.split()) > MAX_CELL_WORDS:
        return None
    if not re.search(r"\w", cell) or len(cell.split()) > MAX_CELL_WORDS:
        return None
    lower = column if column[1:2].isupper() else column[0].lower() + column[1:]
    return Wording("table", f"What is the {lower} of {row}?", ((cell,),))


def _cells(row: str) -> list[str]:
    return [cell.strip().strip("*_`") for cell in _SPLIT.split(row.strip().strip("|"))]
