"""Whether what an index holds fits together, and how much of its documents can be cited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import DocumentUnknown, IndexDamaged
from index.coverage import Coverage, covered
from index.generations import ASIDE
from index.passage import Chunk
from index.snapshot import Snapshot

FAULTS = ("orphans", "missing", "stale", "duplicates")


@dataclass(frozen=True, slots=True)
class Health:
    """Counts of what does not fit, all of them 0 in a sound index.

    ``orphans``: chunks of no document that is there, and what is derived from chunks that are not
    there. ``missing``: documents without their text or one of their chunks, and chunks without
    sentence vectors or words. ``stale``: chunks that are not what stands at their place.
    ``duplicates``: chunks beyond the first at one place.
    """

    orphans: int
    missing: int
    stale: int
    duplicates: int
    coverage: Coverage

    @property
    def n_faults(self) -> int:
        return self.orphans + self.missing + self.stale + self.duplicates


def examine(snapshot: Snapshot) -> Health:
    """Read a generation whole, document by document.

    Raises:
        IndexDamaged: a part of it cannot be read.
    """
    counts: Counter[str] = Counter()
    cited = Coverage()
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
        cited += covered(info, text, chunks)
    derived = snapshot.chunk_ids()
    counts["orphans"] = len(ids) - n_seen + len(derived - ids)
    n_lexical = snapshot.lexical.n_chunks
    counts["orphans"] += max(0, n_lexical - len(ids))
    counts["missing"] += max(0, len(ids) - n_lexical)
    orphans, missing, stale, duplicates = (counts[name] for name in FAULTS)
    return Health(orphans, missing, stale, duplicates, cited)


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
