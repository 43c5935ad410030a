"""What is installed, which models are used, whether the index is well, and what mends it."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.corpus import Corpus
from corpus.errors import AssistantError, IndexMissing
from index.embedding import model_folder
from index.index import Index
from index.location import Location
from index.model import open_model

PACKAGES = ("chromadb", "gradio", "langchain", "sentence-transformers", "tantivy", "torch")
LOW_DISK_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``problem`` is null where all is well; ``mend`` says what to run."""

    name: str
    value: str
    problem: str | None = None
    mend: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
            "problem": self.problem,
            "mend": self.mend,
        }


def diagnose(
    locate: Callable[[], Location], chat_model: str, embedding_model: str = ""
) -> tuple[Finding, ...]:
    """Look at the installation, the models, the corpus and the index; changes nothing.

    ``locate`` says where the corpus and the index are; if it cannot, that is a finding too.
    """
    installed = (
        Finding("python", f"{platform.python_version()} on {platform.platform()}"),
        *(package_finding(name) for name in PACKAGES),
        embedding_finding(embedding_model),
        chat_model_finding(chat_model),
    )
    try:
        location = locate()
    except AssistantError as error:
        return (*installed, Finding("index", "", _problem(error), _mend(error)))
    return (
        *installed,
        corpus_finding(location.corpus),
        *index_findings(location.folder, location.corpus, embedding_model),
        disk_finding(location.folder),
    )


def package_finding(name: str) -> Finding:
    """The installed version of a package."""
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "", f"{name} is not installed", f"pip install {name}")


def embedding_finding(name: str = "") -> Finding:
    """The embedding model, the hash of its weights, and of the shipped one its language."""

    def look() -> Finding:
        model = open_model(model_folder(name) if name else None)
        language = "" if name else " (English; ASSISTANT_EMBEDDING_MODEL names another)"
        weights = f"weights sha256 {model.weights.sha256}"
        return Finding("embedding model", f"{model.name}{language}, {weights}")

    return _guarded("embedding model", look)


def chat_model_finding(name: str) -> Finding:
    """The chat model, and whether the package that reaches its provider is installed."""
    if not name:
        return Finding("chat model", "none: answers are quotes")
    provider = name.partition(":")[0].replace("-", "_")
    package = f"langchain_{provider}"
    if find_spec(package) is None:
        pip_name = package.replace("_", "-")
        problem = f"{pip_name} is not installed"
        return Finding("chat model", name, problem, f"pip install {pip_name}")
    return Finding("chat model", name)


def corpus_finding(corpus: Corpus) -> Finding:
    """The roots and how many readable files they hold."""
    roots = ", ".join(str(root.path) for root in corpus.roots)

    def look() -> Finding:
        n_files = len(corpus.files())
        value = f"{n_files} readable files in {roots}"
        if n_files:
            return Finding("corpus", value)
        return Finding("corpus", value, "no readable file", "add documents, or give --corpus PATH")

    return _guarded("corpus", look)


def index_findings(folder: Path, corpus: Corpus, embedding_model: str = "") -> Iterator[Finding]:
    """Whether the index opens and is as new as its files, and whether it can be written."""
    try:
        index = Index.open(folder, model=embedding_model)
    except IndexMissing as error:
        yield Finding("index", str(folder), _problem(error), "assistant index")
        return
    except AssistantError as error:
        yield Finding("index", str(folder), _problem(error), _mend(error))
        return
    yield Finding("index", f"{index.n_documents} documents, {index.n_chunks} passages in {folder}")
    yield _guarded("index age", lambda: _age(index, corpus))
    if not os.access(folder, os.W_OK):
        yield Finding("index folder", str(folder), "cannot be written", f"chmod -R u+w {folder}")


def disk_finding(folder: Path) -> Finding:
    """The free space where the index is, or will be."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    free_bytes = shutil.disk_usage(there).free
    value = f"{free_bytes / 1e9:.1f} GB free"
    if free_bytes < LOW_DISK_BYTES:
        return Finding("disk", value, "hardly any space left", f"free some space on {there}")
    return Finding("disk", value)


def _age(index: Index, corpus: Corpus) -> Finding:
    changed = index.changes(corpus)
    if not changed:
        return Finding("index age", "as new as its files")
    names = ", ".join(changed[:3]) + (", ..." if len(changed) > 3 else "")
    problem = f"older than {len(changed)} of its files ({names})"
    return Finding("index age", f"{len(changed)} files differ", problem, "assistant index")


def _guarded(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except AssistantError as error:
        return Finding(name, "", _problem(error), _mend(error))


def _problem(error: AssistantError) -> str:
    return str(error).partition("; ")[0]


def _mend(error: AssistantError) -> str | None:
    """The next step that every message names after its "; "."""
    return str(error).partition("; ")[2].removeprefix("run: ") or None
