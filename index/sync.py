"""The door to an index's writing: bring it up to date with its corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from corpus.corpus import Corpus, Root
from corpus.errors import IndexDamaged, IndexMissing, IndexOtherVersion, StoreUnreachable
from index import generations
from index.allocating import share_pool
from index.embedder import Embedder, ModelEmbedder
from index.manifest import read_manifest
from index.opening import open_newest
from index.passage import SyncProgress
from index.roots import check_roots, joined, key, remembered
from index.server import Server, new_place
from index.snapshot import Snapshot
from index.tidying import tidy
from index.uploads import with_uploads
from index.work import Task, Work


def sync(  # noqa: PLR0913 (keywords, each a flag or a setting of the command)
    folder: Path,
    corpus: Corpus,
    *,
    only: Sequence[Path] = (),
    replace: bool = False,
    add: bool = False,
    embedder: Embedder | None = None,
    server: str = "",
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
        StoreUnreachable, SettingRefused: the server does not answer, or cannot be one.
    """
    started = perf_counter()
    share_pool()
    embedder = embedder or ModelEmbedder()
    with generations.locked(folder):
        unreadable: set[Path] = set()
        leaving = replace or _is_elsewhere(folder, server)
        while True:
            base = _open_base(folder, embedder, unreadable, leaving)
            place = base.place if base.snapshot else new_place(server)
            anew = replace and key(base.roots) == key(corpus.roots)
            if anew or (server and place.url != server):
                place, anew = new_place(server), True
            task = Task(folder, _roots_checked(folder, base, corpus, add, replace), only, place)
            work = Work(task, None if anew else base.snapshot, base.damaged, embedder)
            try:
                yield from work.run()
            except IndexDamaged:  # a part of it that opening does not read
                if base.snapshot is None:
                    raise
                unreadable.add(base.snapshot.folder)
            else:
                if work.is_needed:
                    tidy(folder)
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

    @property
    def place(self) -> Server:
        """Where its chunks are."""
        return self.snapshot.manifest.server if self.snapshot else Server()


def _open_base(folder: Path, embedder: Embedder, unreadable: set[Path], leaving: bool) -> _Base:
    """``leaving``: the index leaves the server that it is on, which may be gone."""
    try:
        snapshot = open_newest(folder, lambda _: embedder, beyond=unreadable).snapshot
    except (IndexMissing, IndexDamaged, IndexOtherVersion) as error:
        damaged = _in_force(folder) if isinstance(error, IndexDamaged) else None
        return _Base(_roots(folder), None, damaged)
    except StoreUnreachable:
        if not leaving:
            raise
        return _Base(_roots(folder), None)
    in_force = _in_force(folder)
    return _Base(
        snapshot.manifest.roots, snapshot, in_force if in_force != snapshot.folder else None
    )


def _is_elsewhere(folder: Path, server: str) -> bool:
    """Whether the index is on another server than ``server``."""
    with suppress(IndexMissing, IndexDamaged):
        url = read_manifest(generations.current(folder)).server.url
        return bool(server and url and url != server)
    return False


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
