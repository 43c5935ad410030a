"""Whether what an index holds fits together, and how much of its documents can be cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DocumentUnknown, IndexDamaged
from index.generations import ASIDE
from index.passage import Chunk
from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Health:
    """Counts of what does not fit, all of them 0 in a sound index.

    ``orphans``: chunks of no document that is there, and what is derived from chunks that are not
    there. ``missing``: documents without their text or one of their chunks, and chunks without
    sentence vectors or words. ``stale``: chunks that are not what stands at their place.
    ``duplicates``: chunks beyond the first at one place. ``n_chars`` and ``n_citable``: characters
    of all texts that are no white space, and those of them that lie in a chunk.
    """

    orphans: int
    missing: int
    stale: int
    duplicates: int
    n_chars: int
    n_citable: int

    @property
    def n_faults(self) -> int:
        return self.orphans + self.missing + self.stale + self.duplicates

    @property
    def citable(self) -> float:
        """The share of the characters that can be cited; 1 where there are none."""
        return self.n_citable / self.n_chars if self.n_chars else 1.0


def examine(snapshot: Snapshot) -> Health:
    """Read a generation whole, document by document.

    Raises:
        IndexDamaged: a part of it cannot be read.
    """
    counts: Counter[str] = Counter()
    ids = set(snapshot.store.chunk_ids())
    n_seen = 0
    for document, info in snapshot.documents.items():
        chunks = snapshot.store.chunks_of([document])
        n_seen += len(chunks)
        text = _text(snapshot, document)
        counts["missing"] += len(text) != info.n_chars or len(chunks) < info.n_chunks
        counts["missing"] += sum(not _has_vectors(snapshot, chunk) for chunk in chunks)
        counts["stale"] += sum(chunk.span.cut(text) != chunk.text for chunk in chunks)
        counts["duplicates"] += len(chunks) - len({chunk.span for chunk in chunks})
        counts["n_chars"] += _n_shown(text)
        counts["n_citable"] += sum(_n_shown(text[c.span.start : c.span.end]) for c in chunks)
    derived = {id_.decode() for id_ in snapshot.vectors.ids.tolist()}
    counts["orphans"] = len(ids) - n_seen + len(derived - ids)
    n_lexical = snapshot.lexical.n_chunks
    counts["orphans"] += max(0, n_lexical - len(ids))
    counts["missing"] += max(0, len(ids) - n_lexical)
    names = ("orphans", "missing", "stale", "duplicates", "n_chars", "n_citable")
    return Health(*(counts[name] for name in names))


def set_aside(folder: Path) -> tuple[Path, ...]:
    """Damaged generations that a sync kept."""
    return tuple(sorted(path for path in folder.iterdir() if path.name.startswith(ASIDE)))


def _text(snapshot: Snapshot, document: str) -> str:
    try:
        return snapshot.store.text(document)
    except DocumentUnknown:
        return ""


def _has_vectors(snapshot: Snapshot, chunk: Chunk) -> bool:
    try:
        return len(snapshot.sentence_vectors(chunk)) == len(chunk.sentences)
    except IndexDamaged:
        return False


def _n_shown(text: str) -> int:
    return sum(map(_is_shown, text))


_is_shown: Callable[[str], bool] = lambda character: not character.isspace()
