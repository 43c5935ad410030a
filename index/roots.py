"""The corpus folders that an index was made from: remembering, comparing and joining them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from corpus.corpus import Corpus, Root
from corpus.errors import IndexDamaged, IndexMissing, IndexOtherRoots, RootNames
from index import generations
from index.manifest import read_manifest


def remembered(folder: Path) -> tuple[Root, ...]:
    """The roots of the index in ``folder``; none where there is no index.

    Raises:
        IndexForeign: the folder holds something else.
        IndexDamaged: an index is there, but nothing in it can be read.
    """
    try:
        places = [generations.current(folder)]
    except IndexMissing:
        return ()
    except IndexDamaged:
        places = []
    for place in (*places, *reversed(generations.generations(folder))):
        try:
            return read_manifest(place).roots
        except IndexDamaged:
            continue
    raise IndexDamaged(
        f"the index in {folder} cannot be read; run: assistant index --replace --corpus PATH"
    )


def key(roots: Sequence[Root]) -> str:
    """Equal for roots that give the same files the same document names.

    The first root's name has no part in its documents' names, and the root of uploads none in
    telling corpora apart: it comes with the index.
    """
    roots = [root for root in roots if not root.is_uploads]
    names = ["", *(root.name for root in roots[1:])]
    lines = [f"{name}={root.path}" for name, root in zip(names, roots, strict=True)]
    return sha256("\n".join(lines).encode()).hexdigest()[:12]


def check_roots(folder: Path, known: Sequence[Root], given: Sequence[Root]) -> None:
    """Whether ``given`` are the roots of the index.

    Raises:
        IndexOtherRoots: they are not; names both.
    """
    if key(known) != key(given):
        chosen = [root for root in known if not root.is_uploads]
        raise IndexOtherRoots(
            f"the index in {folder} was made from {listed(chosen)}, not from {listed(given)}; "
            "give another --index, or run: assistant index with --add or --replace"
        )


def joined(folder: Path, known: Sequence[Root], corpus: Corpus) -> Corpus:
    """The known roots, then those of ``corpus`` that are not among them.

    Raises:
        RootNames: two of them would have one name.
    """
    paths = {root.path for root in known}
    new = [root for root in corpus.roots if root.path not in paths]
    taken = {root.name for root in known}
    for root in new:
        if root.name in taken:
            raise RootNames(
                f"the index in {folder} has a corpus folder named {root.name!r}; name this one: "
                f"--corpus OTHERNAME={root.path}"
            )
    return Corpus((*known, *new), corpus.limits)


def listed(roots: Sequence[Root]) -> str:
    """The roots' paths, for a message."""
    return ", ".join(str(root.path) for root in roots)
