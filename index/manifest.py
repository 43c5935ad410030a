"""What a generation says of itself, readable without Chroma: versions, model, roots, files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from corpus.corpus import Root
from corpus.errors import IndexDamaged
from index.chunks import INDEX_VERSION
from index.model import Weights
from index.passage import DocumentInfo
from index.server import IN_FOLDER, Server

FILE = "manifest.json"
UPLOADS = "uploads"


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was indexed: while size and time stay it is not hashed again.

    ``refused``: why it could not be read, in one sentence; empty for a file that was.
    """

    document: str
    size_bytes: int
    mtime_ns: int
    sha256: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``fingerprint`` stands for the chunks and their vectors: derived parts of another are stale.

    ``files`` has refused files too, sorted by document. ``server``: where chunks and texts are, if
    not in the generation's folder.
    """

    index_version: str
    model: str
    dimension: int
    fingerprint: str
    roots: tuple[Root, ...]
    files: tuple[FileState, ...]
    weights: Weights | None = None
    server: Server = IN_FOLDER

    def settings(self) -> dict[str, str]:
        """What the store itself keeps: enough to tell what it was made with."""
        return {
            "index_version": self.index_version,
            "embedding_model": self.model,
            "dimension": str(self.dimension),
            "fingerprint": self.fingerprint,
            "roots": json.dumps([_root_record(root) for root in self.roots]),
        }


def fingerprint(index_version: str, model: str, documents: Iterable[DocumentInfo]) -> str:
    """A hash of all that chunks and vectors are made from: version, model, names and files."""
    digest = sha256(f"{index_version}\n{model}\n".encode())
    for document in sorted(documents, key=lambda document: document.id):
        digest.update(f"{document.id}\n{document.file_sha256}\n".encode())
    return digest.hexdigest()[:32]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of the generation in ``folder``."""
    content = asdict(manifest)
    content["roots"] = [_root_record(root) for root in manifest.roots]
    (folder / FILE).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the generation in ``folder``.

    Of another index version: what every version writes, which is enough to tell it apart and to
    make it again from its roots; no files and no weights.

    Raises:
        IndexDamaged: it is not there or cannot be read.
    """
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if content["index_version"] != INDEX_VERSION:
            content |= {"files": [], "weights": None, "server": {}}
        return Manifest(
            index_version=str(content["index_version"]),
            model=str(content["model"]),
            dimension=int(content["dimension"]),
            fingerprint=str(content["fingerprint"]),
            roots=tuple(_root(*record) for record in content["roots"]),
            files=tuple(FileState(**file) for file in content["files"]),
            weights=Weights(**content["weights"]) if content["weights"] else None,
            server=Server(**content["server"]),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamaged(
            f"the index in {folder} has no readable {FILE}; run: assistant index"
        ) from error


def _root_record(root: Root) -> list[str]:
    return [root.name, str(root.path), *([UPLOADS] if root.is_uploads else [])]


def _root(name: str, path: str, kind: str = "") -> Root:
    return Root(name, Path(path), is_uploads=kind == UPLOADS)
