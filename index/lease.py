"""Which generations are being read: a lock on their folder, which the system frees."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.errors import IndexDamaged

try:
    import fcntl
except ImportError:  # Windows removes no folder with open files
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(generation: Path) -> Iterator[None]:
    """Nobody removes the generation while the block runs, however many syncs go by.

    A file system without such locks gives none: there, a reader that is two syncs behind and has
    not asked since fails, and opens the newest at its next question.

    Raises:
        IndexDamaged: it is not there, or is being removed at this moment.
    """
    handle = None
    try:
        handle = _locked(generation, shared=True)
        if not generation.is_dir():
            raise IndexDamaged(f"{generation} was removed; run: assistant index")
        yield
    finally:
        if handle is not None:
            os.close(handle)


@contextmanager
def free(generation: Path) -> Iterator[bool]:
    """Whether nobody reads the generation; nobody begins to while the block runs."""
    try:
        handle = _locked(generation, shared=False)
    except IndexDamaged:
        yield False
        return
    try:
        yield True
    finally:
        if handle is not None:
            os.close(handle)


def _locked(generation: Path, *, shared: bool) -> int | None:
    """An open handle that holds the lock; null where the system has none."""
    if fcntl is None:
        return None
    handle = None
    try:
        handle = os.open(generation, os.O_RDONLY)
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except (BlockingIOError, FileNotFoundError) as error:
        _close(handle)
        raise IndexDamaged(f"{generation} is being removed; run: assistant index") from error
    except OSError:  # a network file system without locks
        _close(handle)
        return None
    return handle


def _close(handle: int | None) -> None:
    if handle is not None:
        with suppress(OSError):
            os.close(handle)
