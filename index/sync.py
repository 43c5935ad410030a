"""The door to an index's writing: bring it up to date with its corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from corpus.corpus import Corpus, Root
from corpus.errors import IndexDamaged, IndexMissing, IndexOtherVersion
from index import generations
from index.embedder import Embedder, ModelEmbedder
from index.opening import open_newest
from index.passage import SyncProgress
from index.roots import check_roots, joined, key, remembered
from index.snapshot import Snapshot
from index.uploads import with_uploads
from index.work import Task, Work


def sync(
    folder: Path,
    corpus: Corpus,
    *,
    only: Sequence[Path] = (),
    replace: bool = False,
    add: bool = False,
    embedder: Embedder | None = None,
) -> Iterator[SyncProgress]:
    """Bring the index in ``folder`` up to date with ``corpus``; the last step carries the report.

    Work is done as steps are taken. Nothing is in force before the last write: whatever ends it
    early leaves the old index. Of an index that is damaged, the state before is built upon, and
    what is damaged kept aside; where there is none, or the index is of another version, it is made
    again. Where nothing changed, nothing is written. ``only``: paths beyond which nothing is looked
    at, where there is an index. ``add``: the corpus joins the roots that the index remembers;
    ``replace``: it takes their place; where it has the same roots, all is made anew. The index's
    root of uploads stays, unless ``corpus`` has another one.

    Raises:
        RootMissing, RootEmpty: a root does not exist, or nothing in the corpus can be read.
        CorpusError: one of ``only`` lies in no root.
        IndexOtherRoots: the index remembers other roots, and neither ``add`` nor ``replace``.
        RootNames: an added root has the name of another.
        IndexForeign, IndexBusy, IndexWriteFailed: the folder cannot be used.
        ModelMissing: the embedding model cannot be loaded.
    """
    started = perf_counter()
    embedder = embedder or ModelEmbedder()
    with generations.locked(folder):
        unreadable: set[Path] = set()
        while True:
            base = _open_base(folder, embedder, unreadable)
            anew = replace and key(base.roots) == key(corpus.roots)
            task = Task(folder, _roots_checked(folder, base, corpus, add, replace), only)
            work = Work(task, None if anew else base.snapshot, base.damaged, embedder)
            try:
                yield from work.run()
            except IndexDamaged:  # a part of it that opening does not read
                if base.snapshot is None:
                    raise
                unreadable.add(base.snapshot.folder)
            else:
                yield SyncProgress("done", 1, 1, work.report(perf_counter() - started))
                return


@dataclass(frozen=True, slots=True)
class _Base:
    """What a sync builds upon: ``snapshot``, if any can be read, else what is known of the index.

    ``damaged``: the generation in force, where it is another one.
    """

    roots: tuple[Root, ...]
    snapshot: Snapshot | None
    damaged: Path | None = None


def _open_base(folder: Path, embedder: Embedder, unreadable: set[Path]) -> _Base:
    try:
        snapshot = open_newest(folder, lambda _: embedder, beyond=unreadable).snapshot
    except (IndexMissing, IndexDamaged, IndexOtherVersion) as error:
        damaged = _in_force(folder) if isinstance(error, IndexDamaged) else None
        return _Base(_roots(folder), None, damaged)
    in_force = _in_force(folder)
    return _Base(
        snapshot.manifest.roots, snapshot, in_force if in_force != snapshot.folder else None
    )


def _in_force(folder: Path) -> Path | None:
    try:
        return generations.current(folder)
    except (IndexMissing, IndexDamaged):
        return None


def _roots(folder: Path) -> tuple[Root, ...]:
    try:
        return remembered(folder)
    except IndexDamaged:
        return ()


def _roots_checked(folder: Path, base: _Base, corpus: Corpus, add: bool, replace: bool) -> Corpus:
    """The corpus that is to be in the index afterwards."""
    if base.roots and add:
        return joined(folder, base.roots, corpus)
    if base.roots and not replace:
        check_roots(folder, base.roots, corpus.roots)
    return with_uploads(base.roots, corpus)
