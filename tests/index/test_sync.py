from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.corpus import Corpus, SourceFile, load_document
from corpus.document import Document, Span
from corpus.errors import (
    CorpusError,
    FileTooCostly,
    IndexOtherRoots,
    IndexWriteFailed,
    RootEmpty,
    RootMissing,
    RootNames,
)
from corpus.limits import DEFAULT_LIMITS, Limits
from index import generations, work
from index.index import Index
from index.passage import Refusal, SyncReport
from index.sync import sync
from tests.index.small import ROCKETS, HashedWords, opened, synced, write


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return write(tmp_path / "documents", ROCKETS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def told(report: SyncReport) -> dict[str, object]:
    """What a report says, without the time."""
    names = ("added", "changed", "removed", "unchanged", "refused", "n_documents", "n_embedded")
    return {name: value for name in names if (value := getattr(report, name))}


def everything(index: Index) -> object:
    """All that the index holds, but for when it was made."""
    chunks = [chunk for info in index.documents() for chunk in index.chunks(info.id)]
    return (
        [replace(info, indexed_at="") for info in index.documents()],
        [index.document(info.id)[1] for info in index.documents()],
        chunks,
        [index.sentence_vectors(chunk).tolist() for chunk in chunks],
        dict(index.vocabulary()),
        index.n_chunks,
        index.fingerprint,
    )


def test_the_first_sync_takes_every_file_in(documents: Path, folder: Path) -> None:
    report = synced(folder, documents)
    assert told(report) == {
        "added": ("apollo.md", "notes/tea.txt", "soyuz.md"),
        "n_documents": 3,
        "n_embedded": 4,
    }
    index = opened(folder)
    assert (index.n_documents, index.n_chunks, report.n_chunks) == (3, 4, 4)
    assert index.document("notes/tea.txt")[1] == ROCKETS["notes/tea.txt"]
    assert index.roots == Corpus.open([str(documents)]).roots


def test_every_chunk_and_sentence_is_an_exact_quote(documents: Path, folder: Path) -> None:
    synced(folder, documents)
    index = opened(folder)
    for info in index.documents():
        _, text = index.document(info.id)
        for chunk in index.chunks(info.id):
            assert chunk.span.cut(text) == chunk.text
            assert all(Span(0, len(text)).overlap(s.span) == s.span.length for s in chunk.sentences)


def test_steps_tell_how_far_it_is(documents: Path, folder: Path) -> None:
    steps = list(sync(folder, Corpus.open([str(documents)]), embedder=HashedWords()))
    assert [(step.stage, step.done, step.total) for step in steps] == [
        *(("read", n, 3) for n in (1, 2, 3)),
        *(("embed", n, 4) for n in (1, 2, 3, 4)),
        ("store", 0, 1),
        ("store", 1, 1),
        ("done", 1, 1),
    ]
    assert [step.report is None for step in steps] == [True] * 9 + [False]


def test_where_nothing_changed_nothing_is_written(documents: Path, folder: Path) -> None:
    synced(folder, documents)
    before = generations.current(folder)
    (documents / "apollo.md").touch()
    assert told(synced(folder, documents)) == {"unchanged": 3, "n_documents": 3}
    assert generations.generations(folder) == [before]


def test_only_what_changed_is_embedded_and_the_result_is_that_of_a_new_index(
    documents: Path, folder: Path, tmp_path: Path
) -> None:
    synced(folder, documents)
    changed = {
        "apollo.md": ROCKETS["apollo.md"].replace("25 billion", "26 billion"),
        "notes/tea.txt": ROCKETS["notes/tea.txt"],
        "vostok.md": "# Vostok\n\nVostok carried the first human.\n",
    }
    write(documents, changed)
    embedder = HashedWords()
    assert told(synced(folder, documents, embedder=embedder)) == {
        "added": ("vostok.md",),
        "changed": ("apollo.md",),
        "removed": ("soyuz.md",),
        "unchanged": 1,
        "n_documents": 3,
        "n_embedded": 2,
    }
    assert sorted(text.split()[-2] for text in embedder.embedded) == ["billion", "first"]
    synced(tmp_path / "new", documents)
    assert everything(opened(folder)) == everything(opened(tmp_path / "new"))


def test_a_changed_title_changes_every_chunk_though_no_span_moved(
    documents: Path, folder: Path
) -> None:
    write(documents, {"a.md": "---\ntitle: Alpha\n---\n\nIt is red.\n"})
    synced(folder, documents)
    write(documents, {"a.md": "---\ntitle: Gamma\n---\n\nIt is red.\n"})
    assert told(synced(folder, documents))["n_embedded"] == 1
    index = opened(folder)
    assert [chunk.title for chunk in index.chunks("a.md")] == ["Gamma"]
    assert [p.chunk.embedded for p in index.search("Gamma").passages] == ["Gamma\nIt is red."]
    assert (index.frequency("alpha"), index.frequency("gamma")) == (0, 1)


def test_a_moved_and_a_copied_file_cost_no_embedding(documents: Path, folder: Path) -> None:
    synced(folder, documents)
    (documents / "soyuz.md").rename(documents / "renamed.md")
    shutil.copy(documents / "apollo.md", documents / "copy.md")
    assert told(synced(folder, documents)) == {
        "added": ("copy.md", "renamed.md"),
        "removed": ("soyuz.md",),
        "unchanged": 2,
        "n_documents": 4,
    }


def test_copies_in_one_sync_are_embedded_once(documents: Path, folder: Path) -> None:
    write(documents, {"a.md": "# T\n\nSame.\n", "b.md": "# T\n\nSame.\n"})
    assert synced(folder, documents).n_embedded == 1
    assert opened(folder).n_chunks == 2


def test_a_file_that_cannot_be_read_is_told_each_time_and_the_rest_go_on(
    documents: Path, folder: Path
) -> None:
    (documents / "empty.md").write_text("")
    refused = (Refusal("empty.md", "holds no text"),)
    assert synced(folder, documents).refused == refused
    before = generations.current(folder)
    report = synced(folder, documents)
    assert told(report) == {"unchanged": 3, "refused": refused, "n_documents": 3}
    assert generations.current(folder) == before
    (documents / "empty.md").write_text("Not any more.")
    assert told(synced(folder, documents))["added"] == ("empty.md",)
    assert synced(folder, documents).refused == ()


def test_a_file_that_cost_too_much_is_told_each_time_and_tried_again_only_with_other_limits(
    documents: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[tuple[str, Limits]] = []

    def load(file: SourceFile, limits: Limits) -> Document:
        tried.append((file.document, limits))
        if file.document == "soyuz.md":
            raise FileTooCostly(file.document, limits.too_slow)
        return load_document(file, limits)

    monkeypatch.setattr(work, "load_document", load)
    corpus, longer = Corpus.open([str(documents)]), Limits(seconds=90)
    for _ in range(2):
        *_, last = sync(folder, corpus, embedder=HashedWords())
        assert last.report is not None
        assert last.report.refused == (Refusal("soyuz.md", DEFAULT_LIMITS.too_slow),)
    list(sync(folder, replace(corpus, limits=longer), embedder=HashedWords()))
    seen = [limits for document, limits in tried if document == "soyuz.md"]
    assert seen == [DEFAULT_LIMITS, longer]


def test_a_document_whose_file_is_refused_now_does_not_stay_stale(
    documents: Path, folder: Path
) -> None:
    synced(folder, documents)
    (documents / "soyuz.md").write_text("")
    assert told(synced(folder, documents)) == {
        "removed": ("soyuz.md",),
        "unchanged": 2,
        "refused": (Refusal("soyuz.md", "holds no text"),),
        "n_documents": 2,
    }
    assert opened(folder).search("Baikonur rocket").passages[0].chunk.document != "soyuz.md"


def test_a_root_that_vanished_is_an_error_and_deletes_nothing(
    documents: Path, folder: Path
) -> None:
    synced(folder, documents)
    corpus = Corpus.open([str(documents)])
    documents.rename(documents.with_name("elsewhere"))
    with pytest.raises(RootMissing, match=f"no folder or file {documents}"):
        list(sync(folder, corpus, embedder=HashedWords()))
    assert opened(folder).n_documents == 3


def test_a_corpus_without_readable_documents_is_an_error_and_deletes_nothing(
    documents: Path, folder: Path
) -> None:
    synced(folder, documents)
    write(documents, {"picture.png": "x", "empty.md": ""})
    with pytest.raises(RootEmpty) as empty:
        synced(folder, documents)
    assert str(empty.value) == (
        f"no readable document in {documents}; empty.md: holds no text; "
        "give another folder by --corpus"
    )
    assert opened(folder).n_documents == 3


def test_only_some_paths_are_read_again(documents: Path, folder: Path) -> None:
    synced(folder, documents)
    write(documents, {"apollo.md": "# Apollo\n\nNew.\n", "notes/coffee.txt": "Coffee."})
    report = synced(folder, documents, only=[documents / "notes"])
    assert told(report) == {
        "added": ("notes/coffee.txt",),
        "removed": ("notes/tea.txt",),
        "unchanged": 2,
        "n_documents": 3,
        "n_embedded": 1,
    }
    index = opened(folder)
    assert index.document("apollo.md")[1] == ROCKETS["apollo.md"]
    assert index.changes(Corpus.open([str(documents)])) == ("apollo.md", "soyuz.md")
    for place in (folder, folder.parent / "first"):  # where there is an index, and where not
        with pytest.raises(CorpusError, match="is in no folder of the corpus"):
            synced(place, documents, only=[documents.parent])


def test_other_roots_are_refused_unless_they_join_or_replace(
    documents: Path, folder: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "other", {"tea.md": "Tea grows in Assam."})
    synced(folder, documents)
    with pytest.raises(IndexOtherRoots) as refused:
        synced(folder, other)
    assert str(refused.value) == (
        f"the index in {folder} was made from {documents}, not from {other}; "
        "give another --index, or run: assistant index with --add or --replace"
    )
    assert told(synced(folder, other, add=True))["added"] == ("other/tea.md",)
    assert [root.path for root in opened(folder).roots] == [documents, other]
    assert told(synced(folder, other, add=True)) == {"unchanged": 4, "n_documents": 4}
    assert told(synced(folder, other, replace=True)) == {
        "added": ("tea.md",),
        "removed": ("apollo.md", "notes/tea.txt", "other/tea.md", "soyuz.md"),
        "n_documents": 1,
    }
    assert [root.path for root in opened(folder).roots] == [other]


def test_a_root_that_joins_needs_a_name_of_its_own(
    documents: Path, folder: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "more" / "documents", {"tea.md": "Tea."})
    synced(folder, documents)
    with pytest.raises(RootNames, match=f"name this one: --corpus OTHERNAME={other}"):
        synced(folder, other, add=True)
    assert told(synced(folder, f"tea={other}", add=True))["added"] == ("tea/tea.md",)


def test_an_index_of_another_model_or_version_is_made_again(documents: Path, folder: Path) -> None:
    synced(folder, documents, embedder=HashedWords("old-model@1", dimension=32))
    report = synced(folder, documents)
    assert told(report) == {
        "added": ("apollo.md", "notes/tea.txt", "soyuz.md"),
        "n_documents": 3,
        "n_embedded": 4,
    }
    assert opened(folder).search("Baikonur").passages[0].chunk.document == "soyuz.md"


@pytest.mark.parametrize(
    "path", ["manifest.json", "chroma/chroma.sqlite3", "vectors/rows.f16", "vectors", "chroma"]
)
def test_a_damaged_index_is_made_again(documents: Path, folder: Path, path: str) -> None:
    synced(folder, documents)
    good = everything(opened(folder))
    broken = generations.current(folder) / path
    shutil.rmtree(broken) if broken.is_dir() else broken.write_bytes(b"broken")
    assert synced(folder, documents).n_embedded == 4
    assert everything(opened(folder)) == good


def test_what_ends_a_sync_early_leaves_the_old_index(documents: Path, folder: Path) -> None:
    synced(folder, documents)
    good = everything(opened(folder))
    write(documents, {"new.md": "# New\n\nEntirely.\n"})
    for stop in range(1, 8):
        steps = sync(folder, Corpus.open([str(documents)]), embedder=HashedWords())
        for n, step in enumerate(steps, start=1):
            if n == stop and step.stage != "done":
                steps.close()  # type: ignore[attr-defined]
                break
        else:
            break
        assert everything(opened(folder)) == good
        assert len(generations.generations(folder)) == 1
    assert opened(folder).n_documents == 1


def test_no_disk_space_is_told_and_leaves_the_old_index(
    documents: Path, folder: Path, tmp_path: Path
) -> None:
    synced(folder, documents)
    good = everything(opened(folder))
    long = "\n\n".join(f"Paragraph {i} tells of {i * i} things." for i in range(2000))
    write(documents, {**ROCKETS, "long.txt": long})
    script = tmp_path / "limited.py"
    script.write_text(
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from corpus.errors import IndexWriteFailed\n"
        "from tests.index.small import synced\n"
        "limit = int(sys.argv[3])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "try:\n    synced(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except IndexWriteFailed as error:\n    print(error)\n"
    )
    root = Path(__file__).parents[2]
    for limit in (1_000, 300_000):
        done = subprocess.run(
            [sys.executable, script, folder, documents, str(limit)],
            capture_output=True,
            text=True,
            check=False,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert done.stdout.startswith("cannot write the index in "), done.stderr
        assert str(folder) in done.stdout
        assert everything(opened(folder)) == good
    assert synced(folder, documents).added == ("long.txt",)
    assert opened(folder).document("long.txt")[1] == long


def test_replacing_an_index_by_its_own_roots_makes_it_anew(documents: Path, folder: Path) -> None:
    synced(folder, documents)
    good = everything(opened(folder))
    report = synced(folder, documents, replace=True)
    assert told(report) == {
        "added": ("apollo.md", "notes/tea.txt", "soyuz.md"),
        "n_documents": 3,
        "n_embedded": 4,
    }
    assert everything(opened(folder)) == good


def test_a_long_corpus_goes_through_in_parts_and_is_what_it_would_be_in_one(
    documents: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        f"{n}.md": f"# T{n}\n\n"
        + "\n\n".join(f"## H{i}\n\nThing {i % 7} of {n % 3}." for i in range(40))
        for n in range(6)
    }
    write(documents, files)
    whole = synced(tmp_path / "whole", documents)
    monkeypatch.setattr(work, "PART_CHUNKS", 7)
    parts = synced(folder, documents)
    assert everything(opened(folder)) == everything(opened(tmp_path / "whole"))
    assert told(parts) == told(whole)
    write(documents, {**files, "0.md": files["3.md"], "7.md": files["5.md"]})
    assert told(synced(folder, documents)) == {
        "added": ("7.md",),
        "changed": ("0.md",),
        "unchanged": 5,
        "n_documents": 7,
    }


def test_damage_that_opening_does_not_meet_is_met_by_the_sync_and_mended(
    documents: Path, folder: Path
) -> None:
    synced(folder, documents)
    write(documents, {**ROCKETS, "long.txt": "\n\n".join(f"Line {i} of many." for i in range(900))})
    synced(folder, documents)
    good = everything(opened(folder))
    damaged = generations.current(folder)
    database = damaged / "chroma" / "chroma.sqlite3"
    content = bytearray(database.read_bytes())
    for page in range(12 * 4096, len(content) - 4096, 2 * 4096):
        content[page : page + 4096] = b"x" * 4096
    database.write_bytes(content)
    write(
        documents, {**ROCKETS, "new.md": "New.", "long.txt": (documents / "long.txt").read_text()}
    )
    report = synced(folder, documents)
    assert report.n_documents == 5
    assert (folder / f"damaged-{damaged.name}").is_dir()
    (documents / "new.md").unlink()
    synced(folder, documents)
    assert everything(opened(folder)) == good


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, in memory, of 6 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    mount = shutil.which("mount")
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small file system")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_told_and_with_space_the_next_sync_completes(
    documents: Path, small_disk: Path
) -> None:
    folder = small_disk / "index"
    synced(folder, documents)
    good = everything(opened(folder))
    long = "\n\n".join(f"Paragraph {i} tells of {i * i} things." for i in range(9000))
    write(documents, {**ROCKETS, "long.txt": long})
    with pytest.raises(IndexWriteFailed) as full:
        synced(folder, documents)
    assert str(full.value).startswith(f"cannot write the index in {folder} (")
    assert str(full.value).endswith("); free space or give another --index")
    assert everything(opened(folder)) == good
    subprocess.run(["mount", "-o", "remount,size=99m", small_disk], check=True)
    assert synced(folder, documents).added == ("long.txt",)
    assert opened(folder).document("long.txt")[1] == long
