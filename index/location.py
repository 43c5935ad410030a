"""Where the index of a corpus is, when a user names one, the other, both or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.corpus import Corpus, Root
from corpus.errors import IndexDamaged
from index import roots
from index.uploads import with_uploads

DEFAULT = Path(".assistant") / "index"


@dataclass(frozen=True, slots=True)
class Location:
    """The folder of an index, which need not exist yet, and the corpus that belongs to it."""

    folder: Path
    corpus: Corpus


def locate(
    corpus: Sequence[str], index: str | None, *, cwd: Path, new_roots: bool = False
) -> Location:
    """The index folder and the corpus that ``--corpus`` and ``--index`` mean in ``cwd``.

    No index given: ``.assistant/index``, which serves the roots it remembers, on a first run the
    shipped corpus; other roots get a folder of their own beside it. No corpus given: the roots the
    index remembers, else the shipped corpus. ``new_roots``: ``corpus`` is to join or take the place
    of the index's roots (``assistant index`` with ``--add`` or ``--replace``). The corpus has the
    index's root of uploads too, if there is one.

    Raises:
        RootMissing, RootNames: as ``Corpus.open``.
        IndexOtherRoots: ``index`` was made from other roots than ``corpus``.
        IndexForeign, IndexDamaged: as ``roots.remembered``.
    """
    folder = cwd / (index or DEFAULT)
    if new_roots and corpus:
        return Location(folder, Corpus.open(corpus))
    known = roots.remembered(folder)
    if not corpus:
        return Location(folder, Corpus(known) if known else Corpus.open(()))
    given = Corpus.open(corpus)
    if index:
        if known:
            roots.check_roots(folder, known, given.roots)
        return Location(folder, with_uploads(known, given))
    served = known or Corpus.open(()).roots
    if roots.key(served) == roots.key(given.roots):
        return Location(folder, with_uploads(known, given))
    own = folder.with_name(f"{folder.name}-{roots.key(given.roots)}")
    return Location(own, with_uploads(_known(own), given))


def _known(folder: Path) -> tuple[Root, ...]:
    try:
        return roots.remembered(folder)
    except IndexDamaged:  # it is made again from the roots that were given
        return ()
