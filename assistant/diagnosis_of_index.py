"""What the doctor says of an index: its health, its coverage, its files, and what mends it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from assistant.finding import Finding, guarded, mend_of, problem_of
from corpus.corpus import Corpus
from corpus.errors import AssistantError, IndexMissing
from corpus.recognising import how_to_read_pages
from index.health import Health
from index.index import Index

REMAKE = "assistant index --replace"
LEAST_CITABLE = 0.9
SHOWN = 3


def index_findings(folder: Path, corpus: Corpus, embedding_model: str = "") -> Iterator[Finding]:
    """Whether the index opens, is whole and as new as its files, and whether it can be written."""
    try:
        index = Index.open(folder, model=embedding_model)
    except IndexMissing as error:
        yield Finding("index", str(folder), problem_of(error), "assistant index")
        return
    except AssistantError as error:
        yield Finding("index", str(folder), problem_of(error), mend_of(error))
        return
    yield _opened(index)
    yield Finding("index version", index.made_with)
    yield guarded("index age", lambda: _age(index, corpus))
    yield from _examined(index)
    yield _refused(index)
    yield _without_text(index)
    yield from _aside(index)
    if not os.access(folder, os.W_OK):
        yield Finding("index folder", str(folder), "cannot be written", f"chmod -R u+w {folder}")


def _opened(index: Index) -> Finding:
    value = f"{index.n_documents} documents, {index.n_chunks} passages in {index.folder}"
    value += f", texts on the Chroma server at {index.server}" if index.server else ""
    if not index.damage:
        return Finding("index", value)
    problem = f"the newest state is damaged ({index.damage}); the one before serves"
    return Finding("index", value, problem, "assistant index")


def _age(index: Index, corpus: Corpus) -> Finding:
    changed = index.changes(corpus)
    if not changed:
        return Finding("index age", "as new as its files")
    problem = f"older than {len(changed)} of its files ({_some(changed)})"
    return Finding("index age", f"{len(changed)} files differ", problem, "assistant index")


def _examined(index: Index) -> Iterator[Finding]:
    found: list[Health] = []

    def look() -> Finding:
        health = index.examine()
        found.append(health)
        value = (
            f"{health.orphans} orphans, {health.missing} missing, {health.stale} stale, "
            f"{health.duplicates} duplicates"
        )
        return Finding("index health", value, *((value, REMAKE) if health.n_faults else ()))

    yield guarded("index health", look)
    for health in found:
        value = f"{health.coverage.percent} % of the characters are citable"
        low = health.coverage.share < LEAST_CITABLE
        yield Finding("coverage", value, *((value, REMAKE) if low else ()))


def _refused(index: Index) -> Finding:
    refused = index.refused_files()
    if not refused:
        return Finding("failed files", "none")
    told = _some([f"{state.document}: {state.refused}" for state in refused], "; ")
    files = "file" if len(refused) == 1 else "files"
    problem = f"{len(refused)} {files} could not be read ({told})"
    return Finding(
        "failed files",
        str(len(refused)),
        problem,
        "repair or remove what is named, then run: assistant index",
    )


def _without_text(index: Index) -> Finding:
    name = "pages without text"
    pages = [(info.id, info.metadata.get(name, "")) for info in index.documents()]
    told = [f"{document}: {listed}" for document, listed in pages if listed]
    if not told:
        return Finding(name, "none")
    problem = f"pages that hold pictures only cannot be found or cited ({_some(told, '; ')})"
    mend = f"{how_to_read_pages()}; then: {REMAKE}"
    return Finding(name, f"in {len(told)} documents", problem, mend)


def _aside(index: Index) -> Iterator[Finding]:
    for path in index.set_aside():
        value = f"{path} was damaged and is kept for a look into it"
        yield Finding("kept aside", value, value, f"rm -r {path}")


def _some(items: list[str] | tuple[str, ...], joint: str = ", ") -> str:
    return joint.join(items[:SHOWN]) + (f"{joint}..." if len(items) > SHOWN else "")
