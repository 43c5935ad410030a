"""The door of the layer: folders of files in, documents out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import FileRefused, FileTooLarge, RootMissing, RootNames
from corpus.formats import mega
from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.loading import is_readable, load_bytes

SHIPPED = Path(__file__).parent / "documents"


@dataclass(frozen=True, slots=True)
class Root:
    """A folder of documents, or one file, and the name that its documents' names start with.

    The first root of a corpus has no part in the names of its documents. ``is_uploads``: it holds
    what people uploaded, and belongs to their index.
    """

    name: str
    path: Path
    is_uploads: bool = False


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus and the name its document has in citations."""

    document: str
    path: Path
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """One or more roots, in order, and how much reading one of their files may cost."""

    roots: tuple[Root, ...]
    limits: Limits = DEFAULT_LIMITS

    @classmethod
    def open(cls, specs: Sequence[str]) -> Corpus:
        """The corpus of ``PATH`` and ``NAME=PATH`` strings; none given: the shipped one.

        Raises:
            RootMissing: a path does not exist.
            RootNames: two roots have one name.
        """
        roots = tuple(_root(spec) for spec in specs) or (Root(SHIPPED.name, SHIPPED),)
        names = [root.name for root in roots]
        for name in names:
            if names.count(name) > 1:
                raise RootNames(
                    f"two corpus folders are named {name!r}; name one: --corpus OTHERNAME=PATH"
                )
        return cls(roots)

    def files(self) -> tuple[SourceFile, ...]:
        """Every file of a known format, sorted by document name, each once.

        Left out are hidden files and folders, links to folders, and links that lead out of the
        root. What cannot be opened (a broken link, a locked folder) is listed, with size 0, so that
        reading it tells why. A file that lies in two roots belongs to the first.

        Raises:
            RootMissing: a root does not exist any more, or cannot be read.
            RootNames: two files would have one document name.
        """
        found: dict[str, SourceFile] = {}
        taken: set[Path] = set()
        for i, root in enumerate(self.roots):
            own = [file for file in _walk(root, i > 0) if file.path not in taken]
            taken.update(file.path for file in own)
            for file in own:
                if file.document in found:
                    raise RootNames(
                        f"{found[file.document].path} and {file.path} are both named "
                        f"{file.document!r}; name the folder: --corpus OTHERNAME={root.path}"
                    )
                found[file.document] = file
        return tuple(found[document] for document in sorted(found))


def load_document(file: SourceFile, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one file of a corpus.

    Raises:
        FileRefused: the file cannot be opened, is not what its name says, or costs more than
            ``limits``.
    """
    try:
        if file.path.is_dir():
            next(file.path.iterdir(), None)
        size = file.path.stat().st_size
        if size > limits.size_bytes:
            reason = f"is {mega(size)} MB; the limit is {limits.size_mb} MB"
            raise FileTooLarge(
                file.document, f"{reason}: split it, or set ASSISTANT_FILE_SIZE_MB higher"
            )
        data = file.path.read_bytes()
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check it and its permissions"
        raise FileRefused(file.document, reason) from error
    return load_bytes(file.document, data, limits)


def _root(spec: str) -> Root:
    name, _, path = spec.partition("=")
    if not name or not path or os.sep in name or _resolve(spec):
        name, path = "", spec
    resolved = _resolve(path)
    if resolved is None:
        raise RootMissing(f"no folder or file {path}; check the path given by --corpus")
    # A link's own name, not that of what it leads to: it is what the user chose.
    chosen = Path(os.path.normpath(Path.cwd() / Path(path).expanduser()))
    return Root(name or chosen.name or resolved.anchor, resolved)


def _resolve(path: str) -> Path | None:
    """Where ``path`` leads; None if nowhere: it is missing, malformed, in a loop or locked."""
    try:
        return Path(path).expanduser().resolve(strict=True) if path else None
    except (OSError, RuntimeError, ValueError):
        return None


def _walk(root: Root, prefixed: bool) -> Iterator[SourceFile]:
    prefix = f"{root.name}/" if prefixed else ""
    if not root.path.exists():
        instead = "make an empty one" if root.is_uploads else "index another one"
        raise RootMissing(f"no folder or file {root.path}; restore it or {instead}")
    if root.path.is_file():
        yield _source(prefix + root.path.name, root.path)
        return
    for path in _paths(root.path):
        yield _source(prefix + path.relative_to(root.path).as_posix(), path)


def _paths(root: Path) -> Iterator[Path]:
    locked: list[Path] = []
    for folder, names, files in os.walk(root, onerror=lambda e: locked.append(Path(e.filename))):
        names[:] = [name for name in names if not name.startswith(".")]
        for name in files:
            path = Path(folder, name)
            if not name.startswith(".") and is_readable(path) and _stays(path, root):
                yield path
    if root in locked:
        raise RootMissing(f"{root} cannot be read; check its permissions")
    yield from locked


def _stays(path: Path, root: Path) -> bool:
    """Whether a file lies in the root once its links are followed: no link leads out."""
    try:
        return path.resolve(strict=True).is_relative_to(root) and path.is_file()
    except (OSError, RuntimeError):
        return True


def _source(document: str, path: Path) -> SourceFile:
    # A name that is no Unicode could neither be stored nor printed.
    name = os.fsencode(document).decode("utf-8", errors="backslashreplace")
    try:
        stat = path.stat()
    except OSError:
        return SourceFile(name, path, 0, 0)
    return SourceFile(name, path, stat.st_size, stat.st_mtime_ns)
