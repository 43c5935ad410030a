"""How the files of a corpus differ from an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from corpus.corpus import Corpus, Root, SourceFile
from corpus.errors import CorpusError
from index.manifest import FileState, Manifest


@dataclass(frozen=True, slots=True)
class Difference:
    """``added`` and ``changed`` are to be read, ``retried`` too: they were refused, and are as they
    were. Not tried again is what took too much time or memory, within the same limits.
    ``removed`` are documents that have no file now.

    ``states``: every file as it is now, sorted by document; hashed only where size or time differ
    from what the index remembers.
    """

    added: tuple[SourceFile, ...]
    changed: tuple[SourceFile, ...]
    retried: tuple[SourceFile, ...]
    removed: tuple[str, ...]
    states: tuple[FileState, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that differ, sorted."""
        return tuple(sorted({f.document for f in (*self.added, *self.changed)} | {*self.removed}))


def compare(corpus: Corpus, manifest: Manifest | None, only: Sequence[Path] = ()) -> Difference:
    """What changed since ``manifest`` was written; beyond the paths ``only``, if given, nothing.
    Without a manifest everything is new.

    Raises:
        RootMissing: a root does not exist.
        CorpusError: one of ``only`` lies in no root.
    """
    for path in only:
        _check_inside(path, corpus.roots)
    only = only if manifest else ()
    known = {state.document: state for state in manifest.files} if manifest else {}
    added, changed, retried, states = [], [], [], []
    present = set()
    for file in corpus.files():
        present.add(file.document)
        old = known.get(file.document)
        if only and not _selected(file.path, only):
            states += [old] if old else []
            continue
        state = _state(file, old)
        states.append(state)
        if old is None:
            added.append(file)
        elif state.sha256 != old.sha256:
            changed.append(file)
        elif old.refused and not corpus.limits.would_fail_again(old.refused):
            retried.append(file)
    gone = _gone(known, present, corpus.roots, only)
    states += [known[document] for document in known if document not in present | gone]
    ordered = sorted(states, key=lambda state: state.document)
    return Difference(
        tuple(added), tuple(changed), tuple(retried), tuple(sorted(gone)), tuple(ordered)
    )


def path_of(document: str, roots: Sequence[Root]) -> Path:
    """Where the file of a document is, or was."""
    for root in roots[1:]:
        if document.startswith(f"{root.name}/"):
            return root.path if root.path.is_file() else root.path / document[len(root.name) + 1 :]
    return roots[0].path if roots[0].path.is_file() else roots[0].path / document


def _gone(
    known: Mapping[str, FileState], present: set[str], roots: Sequence[Root], only: Sequence[Path]
) -> set[str]:
    gone = {document for document in known if document not in present}
    return {d for d in gone if not only or _selected(path_of(d, roots), only)}


def _state(file: SourceFile, old: FileState | None) -> FileState:
    """A file that vanishes or cannot be read meanwhile counts as changed; reading it will tell."""
    if old and (old.size_bytes, old.mtime_ns) == (file.size_bytes, file.mtime_ns):
        return old
    try:
        with file.path.open("rb") as opened:
            digest = file_digest(opened, "sha256").hexdigest()
    except OSError:
        digest = ""
    return FileState(file.document, file.size_bytes, file.mtime_ns, digest)


def _check_inside(path: Path, roots: Sequence[Root]) -> None:
    resolved = path.expanduser().resolve()
    if not any(resolved.is_relative_to(root.path) for root in roots):
        folders = ", ".join(str(root.path) for root in roots)
        raise CorpusError(
            f"{path} is in no folder of the corpus ({folders}); name the folder by --corpus, and "
            "with --add where there is an index"
        )


def _selected(path: Path, only: Sequence[Path]) -> bool:
    return any(path.is_relative_to(chosen.expanduser().resolve()) for chosen in only)
