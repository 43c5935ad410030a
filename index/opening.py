"""Opening the newest generation that can be read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexDamaged, IndexOtherVersion
from index import generations
from index.encoder import Encoder
from index.manifest import Manifest, read_manifest
from index.snapshot import Snapshot, check_made_with


@dataclass(frozen=True, slots=True)
class Opened:
    """A generation that could be opened. ``damage``: what is wrong with the newer one that could
    not; empty where it is the one in force.
    """

    snapshot: Snapshot
    damage: str = ""


def open_newest(
    folder: Path, encoder_of: Callable[[Manifest], Encoder], *, beyond: Container[Path] = ()
) -> Opened:
    """The generation in force; where it is damaged, or among ``beyond``, the one before it.

    Raises:
        IndexMissing, IndexForeign: no index in the folder.
        IndexDamaged: no generation can be read; says why the newest cannot.
        IndexOtherVersion: it was made by another version or with another model.
        ModelMissing: the embedding model cannot be loaded.
    """
    damage: IndexDamaged | None = None
    for place in _candidates(folder):
        if place in beyond:
            continue
        try:
            return Opened(_open(place, encoder_of), _told(damage))
        except IndexDamaged as error:
            damage = damage or error
        except IndexOtherVersion:
            if damage is None:
                raise
    raise damage or IndexDamaged(f"the index in {folder} cannot be read; run: assistant index")


def _open(place: Path, encoder_of: Callable[[Manifest], Encoder]) -> Snapshot:
    manifest = read_manifest(place)
    encoder = encoder_of(manifest)
    check_made_with(manifest, encoder.identity, encoder.dimension)
    return Snapshot(place, manifest)


def _candidates(folder: Path) -> Iterator[Path]:
    """The generation in force, again whenever another one is by now; then those before it.

    Where nothing says which one is in force, all: what is not finished does not open.
    """
    tried: Path | None = None
    while True:
        try:
            place = generations.current(folder)
        except IndexDamaged:
            yield from reversed(generations.generations(folder))
            raise
        if place == tried:
            break
        tried = place
        yield place
    older = generations.generations(folder)
    yield from reversed(older[: older.index(place)] if place in older else [])


def _told(damage: IndexDamaged | None) -> str:
    return "" if damage is None else str(damage).partition("; ")[0]
