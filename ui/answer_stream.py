"""An answer as lines of JSON, each written once its statement may be shown."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from ui import records

if TYPE_CHECKING:
    from assistant.answer import Answer, Statement, Withheld

    Step = Statement | Withheld | Answer


def stream_lines(first: Step, others: Generator[Step, None, None]) -> Iterator[str]:
    """``{"statement": ...}`` lines and, last, ``{"answer": ...}``; whoever stops, stops ``others``.

    Withheld sentences have no line.
    """
    from assistant.answer import Answer, Statement

    with closing(others):
        for step in chain([first], others):
            if isinstance(step, Statement):
                yield records.dump({"statement": step.to_json()}) + "\n"
            elif isinstance(step, Answer):
                yield records.dump({"answer": step.to_json()}) + "\n"
