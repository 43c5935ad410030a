"""One suite over every way to open a store, and the search against brute force."""

from __future__ import annotations

import string
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Span
from corpus.errors import DocumentUnknown, IndexDamaged, IndexMissing
from index.encoder import normalised
from index.passage import Chunk, DocumentInfo, FloatArray, Sentence
from index.records import chunk_from_record, chunk_to_record, embedding_key
from index.server import connect, disconnect
from index.store import Store, Stored
from tests.index import small
from tests.index.serving import free_port, serving

Opener = Callable[[], Store]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with serving(tmp_path_factory.mktemp("server"), free_port()) as url:
        client = connect(url)
        yield client
        disconnect(client)


@pytest.fixture(params=["folder", "server"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens one and the same store, as often as it is called."""
    if request.param == "server":
        client = request.getfixturevalue("server")
        for collection in client.list_collections():
            client.delete_collection(collection.name)
        Store(client, "the server", create=True)
        yield lambda: Store(client, "the server")
        return
    opened = [Store.open(tmp_path / "chroma", create=True)]

    def again() -> Store:
        opened.append(Store.open(tmp_path / "chroma"))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


def vectors(n: int, seed: int = 0) -> FloatArray:
    return normalised(np.random.default_rng(seed).normal(size=(n, 16)).astype(np.float32))


def stored(n: int, document: str = "a.md") -> list[Stored]:
    chunks = [small.chunk(f"text number {i}", document, 100 * i) for i in range(n)]
    return [Stored(chunk, vector) for chunk, vector in zip(chunks, vectors(n), strict=True)]


def info(document: str = "a.md", **changes: object) -> DocumentInfo:
    known = DocumentInfo(
        id=document,
        title="Ä title",
        title_origin="heading",
        markup="markdown",
        sha256="5",
        file_sha256="6",
        size_bytes=7,
        n_chars=8,
        n_chunks=9,
        indexed_at="2025-01-02T03:04:05+00:00",
        metadata={"author": "Zoë", "year": "2024"},
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def test_a_chunk_comes_back_as_it_was_put(reopen: Opener) -> None:
    text = "One. Two\tthree 🚀é."
    chunk = Chunk(
        id="f" * 32,
        document="sub folder/ä.md",
        title="T",
        heading=(),
        page=3,
        span=Span(40, 40 + len(text)),
        text=text,
        markup="markdown",
        sentences=(Sentence(Span(40, 44), "heading"), Sentence(Span(45, 58), "row")),
        embedded="T - Ü\nOne  Two three 🚀é.",
    )
    (vector,) = vectors(1)
    store = reopen()
    store.put_chunks([Stored(chunk, vector)])
    (found,) = reopen().chunks([chunk.id, "unknown"])
    assert found.chunk == chunk
    np.testing.assert_allclose(found.vector, vector, atol=1e-7)
    assert reopen().chunks_of(["sub folder/ä.md", "none.md"]) == (chunk,)
    assert list(reopen().all_chunks()) == [chunk]


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@settings(max_examples=60)
@given(text=texts, prefix=texts, heading=st.lists(texts, max_size=3), page=st.none() | st.just(4))
def test_every_chunk_survives_its_record(
    text: str, prefix: str, heading: list[str], page: int | None
) -> None:
    chunk = replace(small.chunk(text, start=17, prefix=prefix), heading=tuple(heading), page=page)
    assert chunk_from_record(chunk_to_record(chunk)) == chunk


def test_putting_again_replaces_and_removing_removes(reopen: Opener) -> None:
    store = reopen()
    first, second, third = stored(3)
    store.put_chunks([first, second, third])
    changed = Stored(replace(second.chunk, title="New", embedded="New"), third.vector)
    store.put_chunks([changed])
    store.remove_chunks([first.chunk.id, "unknown"])
    store.remove_chunks([])
    assert store.n_chunks == 2
    assert store.chunk_ids() == sorted([second.chunk.id, third.chunk.id])
    assert store.chunks_of(["a.md"]) == (changed.chunk, third.chunk)
    assert {id_ for id_, _ in store.nearest(second.vector, 10)} == {
        changed.chunk.id,
        third.chunk.id,
    }


def test_chunks_are_found_by_what_was_embedded(reopen: Opener) -> None:
    store = reopen()
    items = stored(700)
    store.put_chunks(items)
    wanted = [items[3], items[698]]
    keys = [embedding_key(item.chunk) for item in wanted] + ["0" * 32] * 600
    assert {item.chunk.id for item in store.chunks_embedded(keys)} == {
        item.chunk.id for item in wanted
    }
    assert store.chunks_embedded([]) == []


def test_the_nearest_are_those_of_brute_force(reopen: Opener) -> None:
    store = reopen()
    items = stored(600, "a.md") + [
        Stored(replace(item.chunk, id=item.chunk.id[::-1], document="b.md"), vector)
        for item, vector in zip(stored(600), vectors(600, seed=1), strict=True)
    ]
    store.put_chunks(items)
    for query in vectors(20, seed=2):
        cosines = np.array([item.vector @ query for item in items])
        for documents, mask in ((None, slice(None)), (["b.md"], slice(600, None))):
            order = np.argsort(-cosines[mask])[:50]
            expected = [(items[mask][i].chunk.id, cosines[mask][i]) for i in order]
            found = store.nearest(query, 50, documents)
            assert [id_ for id_, _ in found] == [id_ for id_, _ in expected]
            np.testing.assert_allclose(
                [cosine for _, cosine in found], [cosine for _, cosine in expected], atol=1e-5
            )


def test_nothing_is_near_in_an_empty_store_or_among_no_documents(reopen: Opener) -> None:
    store = reopen()
    (query,) = vectors(1)
    assert store.nearest(query, 10) == []
    store.put_chunks(stored(3))
    assert store.nearest(query, 10, []) == []
    assert store.nearest(query, 0) == []
    assert len(store.nearest(query, 10)) == 3


def test_a_document_comes_back_with_every_character(reopen: Opener) -> None:
    store = reopen()
    long = "".join(string.ascii_letters[i % 52] for i in range(120_001)) + "\n🚀"
    store.put_documents([(info("b.md", metadata={}), ""), (info(), "old")])
    store.put_documents([(info(title="New"), long)])
    assert reopen().documents() == (info(title="New"), info("b.md", metadata={}))
    assert reopen().text("a.md") == long
    assert reopen().text("b.md") == ""
    store.remove_documents(["a.md", "none.md"])
    assert reopen().documents() == (info("b.md", metadata={}),)
    with pytest.raises(DocumentUnknown, match=r"no document 'a\.md' in the index"):
        reopen().text("a.md")


def test_settings_are_replaced_as_a_whole(reopen: Opener) -> None:
    store = reopen()
    store.write_settings({"embedding_model": "m", "dimension": "16"})
    store.write_settings({"dimension": "17", "roots": "[]"})
    assert reopen().settings == {"dimension": "17", "roots": "[]"}


def test_a_folder_without_a_store_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="holds no chunks; run: assistant index"):
        Store.open(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_broken_database_is_damaged(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    (tmp_path / "chroma.sqlite3").write_bytes(b"not a database" * 999)
    with pytest.raises(IndexDamaged, match="run: assistant index"):
        Store.open(tmp_path)


def test_a_chroma_without_our_collections_holds_no_index(tmp_path: Path) -> None:
    chromadb.PersistentClient(str(tmp_path)).close()  # type: ignore[attr-defined]
    with pytest.raises(IndexMissing, match=r"no index in .*; run: assistant index"):
        Store.open(tmp_path)


def test_closing_gives_the_file_handles_back(tmp_path: Path) -> None:
    if not small.open_files():
        pytest.skip("this system does not list open files")
    with closing(Store.open(tmp_path, create=True)) as store:
        store.put_chunks(stored(5))
        during = [path for path in small.open_files() if str(tmp_path) in path]
    assert len(during) > 0
    deadline = time.monotonic() + 120  # Chroma's own threads end a moment later
    while any(str(tmp_path) in path for path in small.open_files()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
