"""The index folder: immutable generations, and a file ``CURRENT`` that names the one in force."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from corpus.errors import IndexBusy, IndexDamaged, IndexForeign, IndexMissing, IndexWriteFailed
from index import lease

CURRENT, LOCK, HOLDER = "CURRENT", "sync.lock", "sync.pid"
KEPT = 2
ASIDE, SERVERS = "damaged-", "servers.json"
STORE = "chroma"
DATABASE = "chroma.sqlite3"
_NAME = re.compile(r"generation-(\d{6,})")
_FICLONE = 0x40049409  # Linux: share the file's blocks, where the file system can


def current(folder: Path) -> Path:
    """The generation in force.

    Raises:
        IndexMissing: no index in the folder.
        IndexForeign: the folder holds something else.
        IndexDamaged: ``CURRENT`` names no generation that is there.
    """
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _absent(folder) from error
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"cannot read {folder / CURRENT}; run: assistant index") from error
    if not _NAME.fullmatch(name) or not (folder / name).is_dir():
        raise IndexDamaged(
            f"{folder / CURRENT} names no generation that is there; run: assistant index"
        )
    return folder / name


def _absent(folder: Path) -> IndexMissing | IndexForeign:
    if folder.exists() and not folder.is_dir():
        return IndexForeign(f"{folder} is a file, not an index; give another --index")
    if folder.is_dir() and any(not _is_ours(path) for path in folder.iterdir()):
        return IndexForeign(
            f"{folder} holds other files and no index; give an empty or new folder by --index"
        )
    return IndexMissing(f"no index in {folder}; run: assistant index")


def _is_ours(path: Path) -> bool:
    name = path.name
    return bool(_NAME.fullmatch(name)) or name.startswith((CURRENT, LOCK, HOLDER, ASIDE, SERVERS))


def generations(folder: Path) -> list[Path]:
    """All generations in the folder, finished or not, oldest first."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(found, key=_number)


def _number(path: Path) -> int:
    match = _NAME.fullmatch(path.name)
    return int(match.group(1)) if match else -1


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for one sync; the operating system frees it when the process dies.

    Raises:
        IndexBusy: another sync holds it; names its process.
        IndexForeign: the folder holds something else.
        IndexWriteFailed: the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    with write_errors(folder):
        if not (folder / CURRENT).exists():
            absent = _absent(folder)
            if isinstance(absent, IndexForeign):
                raise absent
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise IndexBusy(f"{_holder(folder)} is indexing {folder}; try again later") from error
    try:
        with write_errors(folder):
            (folder / HOLDER).write_text(str(os.getpid()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER).unlink()
        lock.release()


def _holder(folder: Path) -> str:
    with suppress(OSError, ValueError):
        return f"process {int((folder / HOLDER).read_text(encoding='utf-8'))}"
    return "another process"


@contextmanager
def next_generation(folder: Path, base: Path | None, damaged: Path | None = None) -> Iterator[Path]:
    """A new generation, a copy of ``base`` if given, in force when the block ends without error.

    ``damaged``, if given, is then kept aside. Needs the lock. Whatever ends the block early
    leaves the one in force untouched; what a kill leaves behind is swept by the next sync.

    Raises:
        IndexWriteFailed: read-only folder, or no disk space.
    """
    with write_errors(folder):
        sweep(folder)
        numbers = [_number(path) for path in generations(folder)]
        target = folder / f"generation-{max(numbers, default=0) + 1:06d}"
        try:
            _copy(base, target) if base else target.mkdir()
            yield target
            _flush(target)
            _point(folder, target.name)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        if damaged:
            _set_aside(damaged)
        sweep(folder)


def _set_aside(damaged: Path) -> None:
    """Keep a damaged generation for whoever wants to look into it; only the newest one."""
    with suppress(OSError):
        damaged.rename(damaged.with_name(ASIDE + damaged.name))
    aside = [path for path in damaged.parent.iterdir() if path.name.startswith(ASIDE)]
    for path in sorted(aside)[:-1]:
        shutil.rmtree(path, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what a killed sync left, and all but the newest two finished generations.

    What somebody still reads stays until a later sync.
    """
    try:
        in_force = current(folder)
    except IndexDamaged:  # what is left may be all there is: nothing is removed
        return
    except IndexMissing:
        keep = set()
    else:
        older = [path for path in generations(folder) if _number(path) < _number(in_force)]
        keep = {in_force, *older[max(0, len(older) - KEPT + 1) :]}
    for path in generations(folder):
        if path in keep:
            continue
        with lease.free(path) as unread:
            if unread:
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def write_errors(folder: Path) -> Iterator[None]:
    """What the disk refuses becomes ``IndexWriteFailed``, which names the folder."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise IndexWriteFailed(
            f"cannot write the index in {folder} ({reason}); free space or give another --index"
        ) from error


def _point(folder: Path, name: str) -> None:
    temporary = folder / f"{CURRENT}.new"
    with temporary.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / CURRENT)
    _sync_folder(folder)


def _flush(folder: Path) -> None:
    """Everything in the folder is on the disk, not only in the system's memory."""
    for place, _, files in os.walk(folder):
        for name in files:
            with (Path(place) / name).open("rb") as file:
                os.fsync(file.fileno())
        _sync_folder(Path(place))
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(base: Path, target: Path) -> None:
    """Copy a finished generation.

    A reader that opens it writes a few bytes into Chroma's database at that moment: a read lock on
    the database keeps it whole while it is copied.
    """
    with _unchanging(base / STORE / DATABASE):
        shutil.copytree(base, target, copy_function=_clone, symlinks=True)


@contextmanager
def _unchanging(database: Path) -> Iterator[None]:
    if not database.is_file():
        yield
        return
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield
    except sqlite3.DatabaseError as error:
        raise IndexDamaged(f"{database} cannot be read ({error}); run: assistant index") from error


def is_whole(database: Path) -> bool:
    """Whether SQLite finds nothing wrong with a database."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _clone(source: str, target: str) -> str:
    """Copy a file, by reference where the file system can (``cp --reflink=auto``)."""
    try:
        import fcntl

        with Path(source).open("rb") as old, Path(target).open("wb") as new:
            fcntl.ioctl(new.fileno(), _FICLONE, old.fileno())
    except (ImportError, OSError):
        shutil.copyfile(source, target)
    return target
