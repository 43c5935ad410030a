"""Answers and passages as readable text for a terminal: wrapped, with numbered sources below."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui import layout, messages

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Statement
    from index.passage import Passage

BOLD_ON, BOLD_OFF = "\x01", "\x02"  # stand-ins while wrapping; cleaned text holds no controls
EXCERPT_CHARS = 240
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\s]+")


@dataclass(frozen=True, slots=True)
class Paper:
    """What the text is written on: its width in columns, and whether it can show bold."""

    width: int = 80
    bold: bool = False


def this_terminal() -> Paper:
    """The paper that stdout is: at most 96 columns, bold only in a terminal without NO_COLOR."""
    width = min(shutil.get_terminal_size((80, 24)).columns, 96)
    return Paper(max(width, 30), sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def render_answer(
    answer: Answer, paper: Paper, *, show_unsupported: bool = False, n_said: int = 0
) -> str:
    """The answer, its sources, notes and suggestions; a refusal with its closest passages.

    ``n_said``: how many of its statements are left out, since they were printed as they came.
    """
    parts = [*_body(answer, paper, show_unsupported, n_said)]
    refused = answer.outcome in layout.REFUSALS
    if answer.citations:
        parts.append(_bold(messages.SOURCES))
        parts += [
            _source(n, citation, paper) for n, citation in enumerate(answer.citations, start=1)
        ]
    if refused and answer.passages:
        parts.append(_bold(messages.CLOSEST_PASSAGES))
        parts += _passages(answer.passages[: layout.SHOWN_PASSAGES], paper)
    parts += [_wrap(f"{messages.NOTE}: {clean(note)}", paper) for note in answer.notes]
    if answer.suggestions:
        lines = (f"  {clean(suggestion)}" for suggestion in answer.suggestions)
        parts.append("\n".join([messages.TRY_ASKING, *lines]))
    if sure := layout.sureness(answer):
        parts.append(messages.CONFIDENCE[sure])
    return _ink("\n\n".join(parts), paper)


def render_statement(
    statement: Statement, numbers: dict[tuple[str, int, int], int], paper: Paper
) -> str:
    """One statement of a chat model as it comes; adds what it cites to ``numbers``."""
    for citation in statement.citations:
        numbers.setdefault(layout.place(citation), len(numbers) + 1)
    first, rest = ("- ", "  ") if statement.kind == "item" else ("", "")
    return _ink(_wrap(_statement(statement, numbers), paper, first, rest), paper)


def render_passages(passages: Sequence[Passage], paper: Paper) -> str:
    """Passages in rank order: number, score, place, text."""
    return _ink("\n\n".join(_passages(passages, paper, full=True)), paper)


def clean(text: str) -> str:
    """``text`` on one line, without control characters that a terminal would act on."""
    return CONTROLS.sub(" ", text).strip()


def where(title: str, heading: Iterable[str], page: int | None) -> str:
    """Title, heading path and page on one line."""
    steps = [clean(step) for step in (title, *heading) if step]
    page_text = "" if page is None else f", {messages.PAGE} {page}"
    return " > ".join(steps) + page_text


def _body(answer: Answer, paper: Paper, show_unsupported: bool, n_said: int) -> Iterable[str]:
    numbers = layout.citation_numbers(answer)
    rest = replace(answer, statements=answer.statements[n_said:])
    for block in layout.layout(rest, show_unsupported=show_unsupported):
        lines = [_statement(s, numbers) for s in block.statements]
        if block.form == "paragraph":
            text = _wrap(" ".join(lines), paper)
        elif block.form == "items":
            heads = ["" if block.label else _head(s.label) for s in block.statements]
            text = _listed(heads, lines, paper)
        else:
            text = _listed([_head(s.label) for s in block.statements], lines, paper)
        yield f"{_bold(clean(block.label))}\n{text}" if block.label else text


def _head(label: str | None) -> str:
    return f"{_bold(clean(label))}: " if label else ""


def _listed(heads: Sequence[str], lines: Sequence[str], paper: Paper) -> str:
    entries = (f"{head}{line}" for head, line in zip(heads, lines, strict=True))
    return "\n".join(_wrap(entry, paper, "- ", "  ") for entry in entries)


def _statement(statement: Statement, numbers: dict[tuple[str, int, int], int]) -> str:
    text = statement.text
    if statement.focus:
        start, end = statement.focus
        text = clean(text[:start] + "\ue000" + text[start:end] + "\ue001" + text[end:])
        text = text.replace("\ue000", BOLD_ON).replace("\ue001", BOLD_OFF)
    cited = dict.fromkeys(numbers[layout.place(citation)] for citation in statement.citations)
    marks = "".join(f"[{number}]" for number in cited)
    unsupported = f" ({messages.UNSUPPORTED})" if statement.status == "unsupported" else ""
    return f"{text if statement.focus else clean(text)}{' ' if marks else ''}{marks}{unsupported}"


def _source(number: int, citation: Citation, paper: Paper) -> str:
    head = where(citation.title, citation.heading, citation.page)
    place = f"{clean(citation.document)}:{citation.start}-{citation.end}"
    return "\n".join(
        [
            _wrap(_bold(head), paper, f"[{number}] ", "    "),
            _wrap(place, paper, "    ", "    "),
            _wrap(f"“{clean(citation.quote)}”", paper, "    ", "    "),
        ]
    )


def _passages(passages: Sequence[Passage], paper: Paper, *, full: bool = False) -> list[str]:
    blocks = []
    for n, passage in enumerate(passages, start=1):
        chunk = passage.chunk
        head = where(chunk.title, chunk.heading, chunk.page)
        place = f"{clean(chunk.document)}:{chunk.span.start}-{chunk.span.end}"
        text = clean(layout.excerpt(chunk, None if full else EXCERPT_CHARS))
        score = f"  {messages.SCORE} {passage.score:.2f}" if full else ""
        lines = (
            _wrap(_bold(head), paper, f"{n}. ", "   "),
            f"   {place}{score}",
            _wrap(text, paper, "   ", "   "),
        )
        blocks.append("\n".join(lines))
    return blocks


def _bold(text: str) -> str:
    return f"{BOLD_ON}{text}{BOLD_OFF}"


def _wrap(text: str, paper: Paper, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        paper.width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _ink(text: str, paper: Paper) -> str:
    on, off = ("\x1b[1m", "\x1b[0m") if paper.bold else ("", "")
    return text.replace(BOLD_ON, on).replace(BOLD_OFF, off)
