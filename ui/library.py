"""The documents behind the page: what people add and take away, and how the index follows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UploadsClosed
from index.uploads import locate_uploads, uploads_of
from ui import messages
from ui.syncing import Syncing, SyncStatus
from ui.uploads import Arrival, Kept, Uploads

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from index.location import Location
    from ui.engine import Engine, Watch


POLL_S = 0.2


def open_uploads(place: Location, settings: Settings) -> Uploads:
    """The uploads of an index, where the settings say, with the room that they give.

    Raises:
        SettingRefused: as ``locate_uploads``.
    """
    folder = locate_uploads(place.folder, place.corpus, settings.uploads or None, cwd=Path.cwd())
    return Uploads(folder, max_mb=settings.file_size_mb, max_total_mb=settings.uploads_total_mb)


def take_uploads(assistant: Assistant, uploads: Uploads) -> None:
    """Make the uploads, if there are any, a part of the assistant's corpus from its next sync."""
    if not uploads.is_empty():
        assistant.take_uploads(uploads.folder)


class Library:
    """Takes uploads in and out, and has the index synced behind the page after each."""

    def __init__(
        self,
        engine: Engine,
        uploads: Uploads,
        *,
        is_open: bool,
        users: frozenset[str] = frozenset(),
    ) -> None:
        """``is_open``: whether all who use the page may add and delete documents; else ``users``
        may, as ``seen_by`` tells them apart.
        """
        self.engine, self.uploads, self.is_open = engine, uploads, is_open
        self._users = users
        self._syncing = Syncing(self._sync)

    def seen_by(self, user: str) -> Library:
        """The same library as it is to a user; empty: one whose name is not known."""
        if self.is_open or user not in self._users:
            return self
        seen = copy(self)
        seen.is_open = True
        return seen

    @contextmanager
    def arriving(self, name: str, size_bytes: int = 0) -> Iterator[Arrival]:
        """As ``Uploads.arriving``.

        Raises:
            UploadsClosed: nobody may upload.
        """
        self._check_open()
        with self.uploads.arriving(name, size_bytes) as arrival:
            yield arrival

    def keep(self, arrival: Arrival) -> Kept:
        """As ``Uploads.keep``; the file is in the answers after the next sync."""
        kept = self.uploads.keep(arrival)
        if kept.is_new:
            self._syncing.request()
        return kept

    def delete(self, document: str) -> None:
        """As ``Uploads.delete``; until the sync has ended, answers may still quote it.

        Raises:
            UploadsClosed: nobody may delete.
        """
        self._check_open()
        corpus = self.engine.assistant().corpus
        self.uploads.delete(document, uploads_of(corpus.roots))
        self._syncing.request()

    def reindex(self) -> None:
        """Read again what changed in any folder of the corpus, and what could not be read.

        Raises:
            UploadsClosed: nobody may.
        """
        self._check_open()
        self._syncing.request()

    def status(self) -> SyncStatus:
        """How far the index has followed; never waits."""
        return self._syncing.status()

    def _check_open(self) -> None:
        if not self.is_open:
            raise UploadsClosed(messages.UPLOADS_CLOSED)

    def _sync(self, watch: Watch) -> None:
        assistant: Assistant = self.engine.assistant()
        while self.engine.status().busy:  # its own sync comes first
            time.sleep(POLL_S)
        take_uploads(assistant, self.uploads)
        for step in assistant.sync():
            watch(step)
