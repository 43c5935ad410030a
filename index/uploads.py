"""The folder of an index that people's uploads go to: a root that the index adds by itself.

It is remembered with the index and has no part in telling which index a corpus has: naming the
other roots by ``--corpus`` means the same index, uploads and all.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from corpus.corpus import SHIPPED, Corpus, Root
from corpus.errors import SettingRefused

NAME = "uploads"


def uploads_of(roots: Sequence[Root]) -> Root | None:
    """The root that holds uploads; null where there is none."""
    return next((root for root in roots if root.is_uploads), None)


def uploads_root(folder: Path, roots: Sequence[Root]) -> Root:
    """``folder`` as the root of uploads beside ``roots``, of a name that names no other document.

    The first root's documents have no root's name in front, but may lie in a folder so named.
    """
    others = [root for root in roots if not root.is_uploads]
    taken = {root.name for root in others}
    name, n = NAME, 1
    while name in taken or (others and (others[0].path / name).exists()):
        n += 1
        name = f"{NAME}-{n}"
    return Root(name, folder, is_uploads=True)


def with_uploads(known: Sequence[Root], corpus: Corpus) -> Corpus:
    """``corpus`` with its own root of uploads, else with that of ``known``, if there is one."""
    kept = uploads_of(known)
    paths = {root.path for root in corpus.roots}
    if uploads_of(corpus.roots) or kept is None or kept.path in paths:
        return corpus
    if kept.name in {root.name for root in corpus.roots}:
        kept = uploads_root(kept.path, corpus.roots)
    return Corpus((*corpus.roots, kept))


def taking_uploads(corpus: Corpus, folder: Path) -> Corpus:
    """``corpus`` with ``folder`` as its root of uploads, in the place of another one."""
    known = uploads_of(corpus.roots)
    if known and known.path == folder:
        return corpus
    others = tuple(root for root in corpus.roots if not root.is_uploads)
    return Corpus((*others, uploads_root(folder, others)))


def locate_uploads(index: Path, corpus: Corpus, given: str | None, *, cwd: Path) -> Path:
    """The folder for uploads, which need not exist yet.

    That is ``given``, else the one that the index remembers, else ``<index>.uploads``.

    Raises:
        SettingRefused: the index keeps its uploads elsewhere, or the folder lies in the index or in
            a folder of the corpus, or holds one, or is a file.
    """
    known = uploads_of(corpus.roots)
    beside = index.with_name(f"{index.name}.uploads")
    path = cwd / Path(given).expanduser() if given else known.path if known else beside
    path = path.resolve()
    if path.exists() and not path.is_dir():
        raise SettingRefused(f"--uploads {path} is a file; give a folder")
    if known and known.path != path and known.path.exists():
        raise SettingRefused(
            f"the index in {index} keeps its uploads in {known.path}, not in {path}; "
            f"give --uploads {known.path}, or another --index"
        )
    others = [root.path for root in corpus.roots if not root.is_uploads]
    for other in (*others, SHIPPED.resolve(), index.resolve()):
        if _is_within(path, other) or _is_within(other, path):
            raise SettingRefused(
                f"--uploads {path} and {other} lie in one another; "
                "give a folder for uploads alone by --uploads"
            )
    return path


def _is_within(path: Path, folder: Path) -> bool:
    """Whether a corpus of ``folder`` would hold what lies in ``path``; it skips hidden folders."""
    if not path.is_relative_to(folder):
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def document_path(document: str, root: Root) -> Path | None:
    """Where the file of an uploaded document is; null for any other document, or name."""
    prefix, _, relative = document.partition("/")
    if prefix != root.name or not relative:
        return None
    path = Path(os.path.normpath(root.path / relative))
    return path if path.is_relative_to(root.path) and path != root.path else None
