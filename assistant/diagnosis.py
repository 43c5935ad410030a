"""What is installed, which models are used, whether the index is well, and what mends it."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant.diagnosis_of_index import index_findings
from assistant.finding import Finding, guarded, mend_of, problem_of
from assistant.models.catalog import EXTRACTIVE, ChatModels
from assistant.settings import Settings
from corpus.corpus import Corpus
from corpus.errors import AssistantError
from index.embedding import model_folder
from index.location import Location
from index.model import open_model

PACKAGES = ("chromadb", "gradio", "langchain", "sentence-transformers", "tantivy", "torch")
LOW_DISK_BYTES = 200_000_000


def diagnose(locate: Callable[[], Location], settings: Settings) -> tuple[Finding, ...]:
    """Look at the installation, the models, the corpus and the index; changes nothing.

    ``locate`` says where the corpus and the index are; if it cannot, that is a finding too.
    """
    installed = (
        Finding("python", f"{platform.python_version()} on {platform.platform()}"),
        *(package_finding(name) for name in PACKAGES),
        embedding_finding(settings.embedding_model),
        *chat_model_findings(settings),
    )
    try:
        location = locate()
    except AssistantError as error:
        return (*installed, Finding("index", "", problem_of(error), mend_of(error)))
    return (
        *installed,
        corpus_finding(location.corpus),
        *index_findings(location.folder, location.corpus, settings.embedding_model),
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

    return guarded("embedding model", look)


def chat_model_findings(settings: Settings) -> Iterator[Finding]:
    """Each configured chat model, and whether its package and its key are there; asks none."""
    models = ChatModels(settings)
    names = [name for name in models.names if name != EXTRACTIVE]
    if not names:
        yield Finding("chat model", "none: answers are quotes")
    for name in names:
        try:
            models.open(name)
            yield Finding("chat model", name)
        except AssistantError as error:
            yield Finding("chat model", name, problem_of(error), mend_of(error))


def corpus_finding(corpus: Corpus) -> Finding:
    """The roots and how many readable files they hold."""
    roots = ", ".join(str(root.path) for root in corpus.roots)

    def look() -> Finding:
        n_files = len(corpus.files())
        value = f"{n_files} readable files in {roots}"
        if n_files:
            return Finding("corpus", value)
        return Finding("corpus", value, "no readable file", "add documents, or give --corpus PATH")

    return guarded("corpus", look)


def disk_finding(folder: Path) -> Finding:
    """The free space where the index is, or will be."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    free_bytes = shutil.disk_usage(there).free
    value = f"{free_bytes / 1e9:.1f} GB free"
    if free_bytes < LOW_DISK_BYTES:
        return Finding("disk", value, "hardly any space left", f"free some space on {there}")
    return Finding("disk", value)
