r"""An answer as the Markdown of a chat message, and a message back as the plain text it says.

Whatever comes from documents, file names and questions is escaped, so that it is shown and never
obeyed. A citation is a link that carries its place, so that it opens the source in a conversation
of last week as well as in this one: ``[\[1\]](#cite=<document>:<start>-<end>&n=1&h=<hash>)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from ui import layout, messages

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Statement
    from index.passage import Passage

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # would reorder what stands around them
CITE_LINK = re.compile(r"\s?\[\\\[\d+\\\]\]\(#cite=[^)\s]*\)")
NO_BREAK = "\u00a0"  # a marker never stands alone on a line
ASIDE = '<div class="aside">'
TAG = re.compile(r"(?<!\\)</?(?:div|strong)[^>]*>")
EXCERPT_CHARS = 140


def render_message(answer: Answer, *, show_unsupported: bool = False) -> str:
    """The chat message for ``answer``: its statements, then below them what qualifies them."""
    numbers = layout.citation_numbers(answer)
    blocks = layout.layout(answer, show_unsupported=show_unsupported)
    body = "\n\n".join(_block(block, numbers) for block in blocks)
    if answer.outcome in layout.REFUSALS:
        heading = f"<strong>{messages.REFUSED[answer.outcome]}</strong>"
        body = f'<div class="refusal {answer.outcome}">\n\n{heading}\n\n{body}\n\n</div>'
    asides = "\n\n".join(_asides(answer))
    return f"{body}\n\n{ASIDE}\n\n{asides}\n\n</div>" if asides else body


def render_trouble(sentence: str) -> str:
    """The chat message that says why there is no answer."""
    return f'<div class="refusal trouble">\n\n{escape(sentence)}\n\n</div>'


def read_message(markdown: str) -> str:
    r"""The plain text of a message that ``render_message`` made: no links, no escapes, no asides.

    >>> read_message(r"Kiwis \(birds\)\. [\[1\]](#cite=a:0-5&n=1)")
    'Kiwis (birds).'
    """
    text = CITE_LINK.sub("", markdown.partition(ASIDE)[0])
    text = TAG.sub("", text)
    rows = [_unrow(line) for line in text.splitlines()]
    text = re.sub(r"\n{2,}", "\n", "\n".join(row for row in rows if row is not None))
    return ESCAPED.sub(r"\1", text).strip()


def escape(text: str) -> str:
    """``text`` on one line, every character that Markdown or HTML could act on escaped."""
    return PUNCTUATION.sub(r"\\\1", SPACE.sub(" ", BIDI.sub("", text)).strip())


def cite_link(document: str, start: int, end: int, number: int, *, sha256: str) -> str:
    """Where a citation leads, within the page. ``h`` tells a document that has changed since."""
    return f"#cite={quote(document, safe='')}:{start}-{end}&n={number}&h={sha256[:12]}"


def _block(block: layout.Block, numbers: dict[tuple[str, int, int], int]) -> str:
    texts = [_statement(statement, numbers) for statement in block.statements]
    if block.form == "table":
        return _table(block.statements, texts)
    if block.form == "items":
        heads = [_item_head(block, statement) for statement in block.statements]
        text = "\n".join(f"- {head}{text}" for head, text in zip(heads, texts, strict=True))
    else:
        text = " ".join(texts)
    return f"<strong>{escape(block.label)}</strong>\n\n{text}" if block.label else text


def _item_head(block: layout.Block, statement: Statement) -> str:
    own = statement.label if block.label is None else None
    return f"<strong>{escape(own)}\\:</strong> " if own else ""


def _table(statements: Iterable[Statement], texts: Iterable[str]) -> str:
    rows = [
        f"| <strong>{escape(statement.label or '')}</strong> | {text} |"
        for statement, text in zip(statements, texts, strict=True)
    ]
    return "\n".join([f"| {messages.TABLE_SIDE} | {messages.TABLE_TEXT} |", "| --- | --- |", *rows])


def _statement(statement: Statement, numbers: dict[tuple[str, int, int], int]) -> str:
    text = escape(statement.text)
    if statement.focus and statement.focus[0] < statement.focus[1]:
        start, end = statement.focus
        before, focus, after = (
            _edged(statement.text[a:b]) for a, b in ((0, start), (start, end), (end, None))
        )
        text = f"{before}<strong>{focus}</strong>{after}".strip()
    links = "".join(
        f"{NO_BREAK}{_marker(citation, numbers[layout.place(citation)])}"
        for citation in _distinct(statement.citations)
    )
    unsupported = f" \\({messages.UNSUPPORTED}\\)" if statement.status == "unsupported" else ""
    return f"{text}{unsupported}{links}"


def _edged(text: str) -> str:
    """``escape``, but with the space that a part of a sentence begins or ends with."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{escape(text)}{after}" if text.strip() else before


def _marker(citation: Citation, number: int) -> str:
    link = cite_link(
        citation.document, citation.start, citation.end, number, sha256=citation.sha256
    )
    return f"[\\[{number}\\]]({link})"


def _distinct(citations: Iterable[Citation]) -> Iterable[Citation]:
    return {layout.place(citation): citation for citation in citations}.values()


def _asides(answer: Answer) -> Iterable[str]:
    if answer.outcome in layout.REFUSALS and answer.passages:
        first = len(answer.citations) + 1
        shown = answer.passages[: layout.SHOWN_PASSAGES]
        lines = [_closest(passage, n) for n, passage in enumerate(shown, start=first)]
        yield "\n".join([f"<strong>{messages.CLOSEST_PASSAGES}</strong>", "", *lines])
    for note in answer.notes:
        yield f"{messages.NOTE}: {escape(note)}"
    if sure := layout.sureness(answer):
        yield messages.CONFIDENCE[sure]


def _closest(passage: Passage, number: int) -> str:
    chunk = passage.chunk
    link = cite_link(
        chunk.document, chunk.span.start, chunk.span.end, number, sha256=passage.sha256
    )
    steps = " › ".join(escape(step) for step in (chunk.title, *chunk.heading))
    text = layout.excerpt(chunk, EXCERPT_CHARS)
    return f"- [\\[{number}\\]]({link}) <strong>{steps}</strong> {escape(text)}"


def _unrow(line: str) -> str | None:
    """A table's row as ``- label: text``; null for its head."""
    if not line.startswith("| "):
        return line
    if line.startswith(("| ---", f"| {messages.TABLE_SIDE} |")):
        return None
    label, _, text = line.strip("| ").partition(" | ")
    return f"- {label}: {text}"
