"""The folder that people's uploads are kept in: taken in checked and whole, or not at all."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest
from itertools import count
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus.corpus import Root
from corpus.errors import DocumentUnknown, FileTooLarge, UploadFailed
from corpus.formats import check_upload, mega
from corpus.naming import safe_name
from index.uploads import document_path
from ui import messages

ARRIVING, LOCK = ".arriving", "lock"
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an upload: the name of its file, and a sentence that says so.

    ``is_new`` is false where the very same file was there already.
    """

    name: str
    sentence: str
    is_new: bool


class Arrival:
    """A file on its way in, where no index looks; ``Uploads.keep`` gives it its place."""

    def __init__(self, name: str, path: Path, file: BinaryIO, max_bytes: int) -> None:
        """Use ``Uploads.arriving``."""
        self.name, self.path, self._file, self._max_bytes = name, path, file, max_bytes
        self._n_bytes = 0

    def write(self, data: bytes) -> None:
        """The next part of the file.

        Raises:
            FileTooLarge: it is longer than it may be.
            UploadFailed: the disk refuses it.
        """
        self._n_bytes += len(data)
        if self._n_bytes > self._max_bytes:
            raise too_large(self.name, self._max_bytes)
        with disk_errors(self.path.parent):
            self._file.write(data)

    def finish(self) -> None:
        """All of it is there, and on the disk."""
        with disk_errors(self.path.parent):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()


class Uploads:
    """A folder of uploaded files. Safe for several threads, and for several servers."""

    def __init__(self, folder: Path, *, max_mb: int, max_total_mb: int) -> None:
        """The folder is made when the first file arrives. What a kill left half is removed."""
        self.folder = folder
        self.max_bytes, self.max_total_bytes = max_mb * MB, max_total_mb * MB
        self._lock = threading.Lock()
        self._sole = self._sweep() if (folder / ARRIVING).is_dir() else None

    @contextmanager
    def arriving(self, name: str, size_bytes: int = 0) -> Iterator[Arrival]:
        """A file to be written part by part; it is gone after the block unless it was kept.

        ``name``: as the sender calls it, whatever that is. ``size_bytes``: as far as it is known.

        Raises:
            FileTooLarge: it is, or there is no room left for uploads.
            UploadFailed: the folder cannot be written.
        """
        shown = safe_name(name)
        if size_bytes > self.max_bytes:
            raise too_large(shown, self.max_bytes)
        if self.size_bytes() + size_bytes > self.max_total_bytes:
            full = messages.UPLOADS_FULL.format(size=mega(self.max_total_bytes))
            raise FileTooLarge(shown, full)
        path = self.folder / ARRIVING / secrets.token_hex(8)
        with disk_errors(self.folder):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._sole = self._sole or self._sweep()
            file = path.open("xb")
        try:
            with file:
                yield Arrival(shown, path, file, self.max_bytes)
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def keep(self, arrival: Arrival) -> Kept:
        """Check a file that has arrived and give it its place, whole and at once.

        Another file of that name stays: the new one gets a number. The same file again is not kept
        twice.

        Raises:
            FileRefused: its content is not what its name says, or of no format that can be read.
            UploadFailed: the disk refuses it.
        """
        arrival.finish()
        check_upload(arrival.name, arrival.path, max_bytes=self.max_bytes)
        with self._lock, disk_errors(self.folder):
            digest = _digest(arrival.path)
            for name in _numbered(arrival.name):
                target = self.folder / name
                if _moved(arrival.path, target):
                    break
                if _digest(target) == digest:
                    return Kept(name, messages.UPLOAD_SAME.format(name=name), is_new=False)
        told = messages.UPLOAD_ADDED if name == arrival.name else messages.UPLOAD_NUMBERED
        return Kept(name, told.format(name=arrival.name, kept=name), is_new=True)

    def delete(self, document: str, root: Root | None) -> None:
        """Delete the file of an uploaded document of ``root``; of no other document.

        Raises:
            DocumentUnknown: no upload has that name.
            UploadFailed: the disk refuses it.
        """
        path = document_path(document, root) if root else None
        if path is None or not path.is_relative_to(self.folder) or not os.path.lexists(path):
            raise DocumentUnknown(f"no upload is named {document}; only uploads can be deleted")
        with self._lock, disk_errors(self.folder):
            path.unlink()

    def is_empty(self) -> bool:
        """Whether nothing was kept, or all was deleted."""
        if not self.folder.is_dir():
            return True
        return all(path.name.startswith(".") for path in self.folder.iterdir())

    def size_bytes(self) -> int:
        """How much is kept, and arriving, in all."""
        total = 0
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with suppress(OSError):
                    total += (Path(folder) / name).lstat().st_size
        return total

    def _sweep(self) -> object | None:
        """Remove what was arriving when a server was killed, unless another one is at work.

        Returns the lock that tells the others; the system frees it with the process.
        """
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / ARRIVING / LOCK, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except (Timeout, OSError):
            return None
        for path in (self.folder / ARRIVING).iterdir():
            if path.name != LOCK:
                with suppress(OSError):
                    path.unlink()
        return lock


def too_large(name: str, max_bytes: int) -> FileTooLarge:
    """The refusal of a file that is larger than it may be."""
    return FileTooLarge(name, messages.UPLOAD_TOO_LARGE.format(size=mega(max_bytes)))


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """What the disk refuses becomes ``UploadFailed``, which says why."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UploadFailed(
            f"the uploads in {folder} cannot be changed ({reason}); free space, or give another "
            "folder by --uploads"
        ) from error


def _moved(path: Path, target: Path) -> bool:
    """Whether ``path`` could be given the name ``target``, which nothing had before."""
    try:
        os.link(path, target)  # unlike a renaming, it never takes the place of another file
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if os.path.lexists(target):
            return False
        path.rename(target)
    return True


def _digest(path: Path) -> str:
    """The hash of a file's content; empty for what is no file."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _numbered(name: str) -> Iterator[str]:
    """``name``, then the names it gets where that is taken."""
    yield name
    suffix = PurePosixPath(name).suffix
    for n in count(2):
        yield f"{name.removesuffix(suffix)} ({n}){suffix}"
