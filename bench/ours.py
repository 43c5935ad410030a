"""This assistant, driven as ``bench.tutorial`` drives the other: ``index`` and ``serve``.

``serve`` takes the whole way from question to cited answer, not the search alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bench.serving import Found, serve


def index(corpus: Path, folder: Path) -> None:
    from corpus.corpus import Corpus
    from index.sync import sync

    if os.environ.get("BENCH_FLOAT32"):  # as on a processor without bfloat16
        import torch

        torch.cpu.get_capabilities = dict  # type: ignore[assignment]
    for _ in sync(folder, Corpus.open([str(corpus)])):
        pass


def main() -> None:
    if sys.argv[1] == "index":
        index(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    from assistant.assistant import Assistant

    assistant = Assistant.open(index=sys.argv[2])

    def answer(question: str) -> list[Found]:
        chunks = [passage.chunk for passage in assistant.ask(question).passages]
        return [(chunk.document, chunk.span.start, chunk.span.end) for chunk in chunks]

    serve(answer)


if __name__ == "__main__":
    main()
