"""A small real embedder and small corpora for tests of the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import md5
from pathlib import Path

import numpy as np

from corpus.corpus import Corpus
from corpus.document import Span
from index.embedder import Embedded
from index.encoder import normalised
from index.index import Index
from index.passage import Chunk, FloatArray, Sentence, SyncReport
from index.sync import sync
from index.tokenizer import Pieces
from index.words import surfaces, tokens


class HashedWords:
    """A bag of hashed words: texts that share words are near, others are not."""

    def __init__(self, identity: str = "hashed-words@1", dimension: int = 64) -> None:
        self.identity, self.dimension = identity, dimension
        self.embedded: list[str] = []

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def rarity(self, word: str) -> float:
        return min(1.0, len(word) / 10)

    def embed(self, texts: Sequence[str]) -> FloatArray:
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in surfaces(text) or [""]:
                digest = md5(word.encode()).digest()
                row[digest[0] % self.dimension] += 1 if digest[1] % 2 else -1
            row[0] += 1e-3  # never all zeros
        return normalised(rows)

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        """A state a word, of the word alone; the special pieces' states are zeros."""
        for text in texts:
            words = list(tokens(text))
            inner = self.embed([word.surface for word in words])
            starts = np.array([word.start for word in words], np.int64)
            ids = np.arange(len(words) + 2, dtype=np.int64)
            yield Pieces(ids, starts), np.pad(inner, ((1, 1), (0, 0)))

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        for chunk in chunks:
            self.embedded.append(chunk.embedded)
            sentences = [chunk.sentence_text(sentence) for sentence in chunk.sentences]
            yield self.embed([chunk.embedded])[0], self.embed(sentences)


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Make ``folder`` hold exactly these files."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def synced(
    folder: Path,
    *documents: Path | str,
    embedder: HashedWords | None = None,
    only: Sequence[Path] = (),
    replace: bool = False,
    add: bool = False,
    server: str = "",
) -> SyncReport:
    """The report of a whole sync."""
    corpus = Corpus.open([str(path) for path in documents])
    steps = sync(
        folder,
        corpus,
        only=only,
        replace=replace,
        add=add,
        embedder=embedder or HashedWords(),
        server=server,
    )
    last = list(steps)[-1]
    assert last.report is not None
    return last.report


def opened(folder: Path) -> Index:
    return Index.open(folder, encoder=HashedWords())


def open_files() -> list[str]:
    """The files this process holds open; none where the system does not tell."""
    found: list[str] = []
    for handle in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):  # the one that lists the folder is closed by now
            found.append(str(handle.readlink()))
    return found


def chunk(text: str, document: str = "a.md", start: int = 0, prefix: str = "") -> Chunk:
    """A chunk of one sentence."""
    span = Span(start, start + len(text))
    return Chunk(
        id=md5(f"{document} {start} {text}".encode()).hexdigest(),
        document=document,
        title="A",
        heading=("B", "ü"),
        page=None,
        span=span,
        text=text,
        markup="plain",
        sentences=(Sentence(span, "paragraph"),),
        embedded=prefix + text,
    )


ROCKETS = {
    "apollo.md": "# Apollo\n\nThe Apollo program landed people on the Moon. It ran until 1972.\n\n"
    "## Costs\n\nThe program cost 25 billion dollars.\n",
    "soyuz.md": "# Soyuz\n\nSoyuz is a series of spacecraft. Its rocket flies from Baikonur.\n",
    "notes/tea.txt": "Green tea is brewed with water that does not boil.\n",
}
