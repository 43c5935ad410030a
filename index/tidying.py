"""Taking from Chroma servers what no generation of an index reads any more."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from dataclasses import astuple
from pathlib import Path

from corpus.errors import AssistantError, IndexDamaged
from index import generations
from index.generations import SERVERS
from index.manifest import read_manifest
from index.server import Server
from index.snapshot import contents_of
from index.store import Contents, Store


def note_place(folder: Path, place: Server) -> None:
    """Remember, before anything is written there, that the index uses collections of a server."""
    places = noted(folder)
    if place.url and place not in places:
        _write(folder, [*places, place])


def noted(folder: Path) -> list[Server]:
    """Every place on a server that the index has used and that was not removed yet."""
    try:
        content = json.loads((folder / SERVERS).read_text(encoding="utf-8"))
        return [Server(str(url), str(name)) for url, name in content]
    except (OSError, ValueError, TypeError):
        return []


def tidy(folder: Path) -> None:
    """Remove from servers what belongs to no generation that is kept, read ones included.

    What cannot be removed now is removed by a later sync.
    """
    places = noted(folder)
    left = [place for place in places if not _tidied(place, _kept(folder, place))]
    if left != places:
        _write(folder, left)


def _kept(folder: Path, place: Server) -> list[Contents]:
    kept = []
    for generation in generations.generations(folder):
        with suppress(IndexDamaged):
            manifest = read_manifest(generation)
            if manifest.server == place:
                kept.append(contents_of(generation, manifest))
    return kept


def _tidied(place: Server, kept: list[Contents]) -> bool:
    """Whether nothing of the index is left there."""
    with suppress(AssistantError), closing(Store.at(place, create=True)) as store:
        if kept:
            store.keep_only(kept)
        else:
            store.drop()
            return True
    return False


def _write(folder: Path, places: list[Server]) -> None:
    with generations.write_errors(folder):
        content = json.dumps([astuple(place) for place in places])
        (folder / SERVERS).write_text(content, encoding="utf-8")
