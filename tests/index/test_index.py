from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.corpus import Corpus
from corpus.errors import (
    DocumentUnknown,
    IndexDamaged,
    IndexForeign,
    IndexMissing,
    IndexOtherVersion,
)
from index import difference, generations, snapshot
from index.index import Index
from index.lexical import Lexical, build_lexical
from index.passage import Chunk
from index.roots import remembered
from index.words import terms
from tests.index.small import ROCKETS, HashedWords, open_files, opened, synced, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return write(tmp_path / "documents", ROCKETS)


@pytest.fixture
def folder(tmp_path: Path, documents: Path) -> Path:
    synced(tmp_path / "index", documents)
    return tmp_path / "index"


def test_what_is_not_there_or_not_ours_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        opened(tmp_path / "none")
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(IndexForeign):
        opened(tmp_path)


def test_another_model_is_told_with_both_names(folder: Path) -> None:
    with pytest.raises(IndexOtherVersion) as other:
        Index.open(folder, encoder=HashedWords("other@2", dimension=32))
    assert str(other.value) == (
        "the index was made with version 3 and hashed-words@1 (64 dimensions), this is version 3"
        " with other@2 (32); run: assistant index"
    )


def as_of_version_1(folder: Path) -> None:
    """Leaves of a manifest what the first version wrote, and what this one does not know."""
    path = generations.current(folder) / "manifest.json"
    manifest = json.loads(path.read_text())
    kept = {name: manifest[name] for name in ("model", "dimension", "fingerprint", "roots")}
    path.write_text(json.dumps({**kept, "index_version": "1", "files": [{"name": "a.md"}]}))


def test_another_index_version_is_told_whatever_else_it_says(folder: Path) -> None:
    as_of_version_1(folder)
    with pytest.raises(IndexOtherVersion) as other:
        opened(folder)
    assert str(other.value) == (
        "the index was made with version 1 and hashed-words@1 (64 dimensions), this is version 3"
        " with hashed-words@1 (64); run: assistant index"
    )


def test_an_index_of_another_version_is_made_again_from_the_roots_it_remembers(
    folder: Path,
) -> None:
    as_of_version_1(folder)
    roots = remembered(folder)
    assert [root.path for root in roots] == [folder.parent / "documents"]
    synced(folder, *(root.path for root in roots))
    assert [document.id for document in opened(folder).documents()] == sorted(ROCKETS)


@pytest.mark.parametrize(
    "path", ["manifest.json", "chroma/chroma.sqlite3", "chroma", "vectors/ids.npy", "vectors"]
)
@pytest.mark.parametrize("broken", [None, b"", b"broken" * 100])
def test_a_damaged_index_says_how_to_mend_it(folder: Path, path: str, broken: bytes | None) -> None:
    place = generations.current(folder) / path
    shutil.rmtree(place) if place.is_dir() else place.unlink()
    if broken is not None:
        place.write_bytes(broken)
    with pytest.raises(IndexDamaged, match=r"; run: assistant index$"):
        opened(folder)


def test_parts_of_two_indexes_are_not_taken_for_one(folder: Path, documents: Path) -> None:
    write(documents, {"new.md": "New."})
    other = folder.with_name("other")
    synced(other, documents)
    shutil.copytree(
        generations.current(other) / "chroma",
        generations.current(folder) / "chroma",
        dirs_exist_ok=True,
    )
    with pytest.raises(IndexDamaged, match=r"the parts of the index in .* differ; run: "):
        opened(folder)


@pytest.mark.parametrize("path", ["lexical", "lexical/state.json", "lexical/tantivy/meta.json"])
def test_a_damaged_lexical_index_is_made_again(folder: Path, path: str) -> None:
    good = [p.score for p in opened(folder).search("rocket of Soyuz").passages]
    place = generations.current(folder) / path
    shutil.rmtree(place) if place.is_dir() else place.write_text("broken")
    assert [p.score for p in opened(folder).search("rocket of Soyuz").passages] == good
    names = sorted(entry.name for entry in generations.current(folder).iterdir())
    assert names == ["chroma", "lexical", "manifest.json", "vectors"]


def test_a_lexical_index_of_other_chunks_is_made_again(folder: Path) -> None:
    build_lexical([], generations.current(folder) / "lexical", "other")
    assert opened(folder).frequency("rocket") == 1


def test_where_it_cannot_be_made_on_disk_it_is_made_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = dict(opened(folder).vocabulary())
    shutil.rmtree(generations.current(folder) / "lexical")

    def refusing(chunks: Iterable[Chunk], place: Path | None, mark: str) -> Lexical:
        if place:
            raise PermissionError(13, "Permission denied")
        return build_lexical(chunks, place, mark)

    monkeypatch.setattr(snapshot, "build_lexical", refusing)
    assert dict(opened(folder).vocabulary()) == good


def test_a_reader_keeps_its_generation_until_it_refreshes(folder: Path, documents: Path) -> None:
    index = opened(folder)
    assert index.refresh() is False
    for n in range(3):
        write(documents, {"new.md": f"# New\n\nNumber {n} is up.\n"})
        synced(folder, documents)
        if n == 0:
            assert index.search("Baikonur").passages[0].chunk.document == "soyuz.md"
            assert index.document("apollo.md")[1] == ROCKETS["apollo.md"]
    assert index.refresh() is True
    assert [info.id for info in index.documents()] == ["new.md"]
    assert index.search("Baikonur").passages[0].chunk.text == "# New\n\nNumber 2 is up."
    with pytest.raises(DocumentUnknown):
        index.document("apollo.md")


def test_a_read_only_folder_is_read_and_left_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def content() -> dict[Path, bytes]:
        files = (path for path in generations.current(folder).rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files}

    before = content()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert opened(folder).search("Baikonur").passages[0].chunk.document == "soyuz.md"
    assert content() == before


def test_an_old_generation_gives_its_file_handles_back(folder: Path, documents: Path) -> None:
    if not open_files():
        pytest.skip("this system does not list open files")
    index = opened(folder)
    index.search("tea")
    old = str(generations.current(folder) / "chroma")
    write(documents, {"new.md": "New."})
    synced(folder, documents)
    index.refresh()
    deadline = time.monotonic() + 120  # Chroma's own threads end a moment later
    while any(target.startswith(old) for target in open_files()):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_searches_while_others_sync_see_one_generation_each(folder: Path, documents: Path) -> None:
    index = opened(folder)

    def read(n: int) -> set[str]:
        if n % 5 == 0:
            index.refresh()
        passages = index.search("Apollo Soyuz tea round", k=20).passages
        assert all(p.chunk.span.length == len(p.chunk.text) for p in passages)
        return {p.chunk.document for p in passages}

    seen: list[set[str]] = []
    with ThreadPoolExecutor(4) as pool:
        for n in range(4):
            write(documents, {f"round{n}.md": "Round.", f"more{n}.md": "More of it."})
            results = pool.map(read, range(20))
            synced(folder, documents)
            seen += results
    allowed = [{*ROCKETS}, *({f"round{n}.md", f"more{n}.md"} for n in range(4))]
    assert [documents for documents in seen if documents not in allowed] == []


def test_the_files_that_differ_are_named(folder: Path, documents: Path) -> None:
    index, corpus = opened(folder), Corpus.open([str(documents)])
    (documents / "apollo.md").touch()
    assert index.changes(corpus) == ()
    (documents / "apollo.md").write_text("Changed.")
    (documents / "soyuz.md").unlink()
    (documents / "new.md").write_text("New.")
    assert index.changes(corpus) == ("apollo.md", "new.md", "soyuz.md")


def test_a_file_of_the_same_size_and_time_is_not_read_again(
    folder: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, corpus = opened(folder), Corpus.open([str(documents)])
    monkeypatch.setattr(difference, "file_digest", None)
    assert index.changes(corpus) == ()
    (documents / "apollo.md").touch()
    with pytest.raises(TypeError):
        index.changes(corpus)


def test_words_are_counted_by_chunk(folder: Path) -> None:
    index = opened(folder)
    assert (index.frequency("program"), index.frequency("programs"), index.frequency("the")) == (
        2,
        0,
        0,
    )
    assert {word: index.vocabulary().get(word) for word in ("program", "the", "Apollo")} == {
        "program": 2,
        "the": 2,
        "Apollo": None,
    }


def test_chunks_come_in_reading_order_and_unknown_documents_are_named(folder: Path) -> None:
    index = opened(folder)
    assert [chunk.heading for chunk in index.chunks("apollo.md")] == [(), ("Costs",)]
    assert index.chunks("apollo.md") is index.chunks("apollo.md")
    with pytest.raises(DocumentUnknown, match=r"no document 'none\.md' in the index"):
        index.chunks("none.md")


def test_reading_needs_neither_torch_nor_sentence_transformers(
    tmp_path: Path, documents: Path
) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom corpus.corpus import Corpus\n"
        "from index.index import Index\nfrom index.sync import sync\n"
        "folder = Path(sys.argv[1])\n"
        "list(sync(folder, Corpus.open([sys.argv[2]])))\n"
        "index = Index.open(folder)\n"
        "best = index.search('From where do Russian rockets start?').passages[0]\n"
        "print(best.chunk.document, best.sentence_cosines.index(max(best.sentence_cosines)))\n"
        "print([name for name in ('torch', 'sentence_transformers', 'gradio', 'langchain_core')"
        " if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script, tmp_path / "real", documents],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout == "soyuz.md 2\n[]\n"


def test_sentence_vectors_stand_beside_their_sentences(folder: Path) -> None:
    index = opened(folder)
    for info in index.documents():
        for chunk in index.chunks(info.id):
            texts = [chunk.sentence_text(sentence) for sentence in chunk.sentences]
            np.testing.assert_allclose(
                index.sentence_vectors(chunk), HashedWords().embed(texts), atol=1e-3
            )


def test_all_chunks_that_hold_every_term_are_found_in_reading_order(folder: Path) -> None:
    index = opened(folder)
    every = [chunk for info in index.documents() for chunk in index.chunks(info.id)]
    for wanted in (["rocket"], ["rocket", "program"], ["program", "nowher"]):
        held = [c for c in every if set(wanted) <= set(terms(c.embedded))]
        assert list(index.holding(wanted)) == held
    assert index.holding([]) == ()
