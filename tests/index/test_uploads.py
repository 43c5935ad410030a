"""The root of an index that people's uploads go to."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.corpus import SHIPPED, Corpus, Root
from corpus.errors import IndexOtherRoots, RootMissing, SettingRefused
from index.location import Location, locate
from index.roots import key
from index.uploads import (
    document_path,
    locate_uploads,
    taking_uploads,
    uploads_of,
    uploads_root,
)
from tests.index.small import ROCKETS, HashedWords, opened, synced, write


@pytest.fixture
def cwd(tmp_path: Path) -> Path:
    write(tmp_path / "mine", ROCKETS)
    write(tmp_path / "yours", {"tea.md": "Tea."})
    write(tmp_path / "up", {"sent.md": "# Sent\n\nA sent text."})
    return tmp_path


def mine(cwd: Path) -> Corpus:
    return Corpus.open([str(cwd / "mine")])


def upload(cwd: Path, folder: Path) -> Corpus:
    """An index of "mine" that has taken uploads in "up"."""
    from index.sync import sync

    corpus = taking_uploads(mine(cwd), cwd / "up")
    for _ in sync(folder, corpus, embedder=HashedWords()):
        pass
    return corpus


def documents(folder: Path) -> list[str]:
    return [info.id for info in opened(folder).documents()]


WITH_UPLOAD = ["apollo.md", "notes/tea.txt", "soyuz.md", "uploads/sent.md"]


def test_uploads_are_a_further_root_that_an_index_remembers(cwd: Path) -> None:
    synced(cwd / "index", cwd / "mine")
    corpus = upload(cwd, cwd / "index")
    assert documents(cwd / "index") == WITH_UPLOAD
    assert opened(cwd / "index").roots == corpus.roots
    assert uploads_of(corpus.roots) == Root("uploads", cwd / "up", is_uploads=True)


@pytest.mark.parametrize("index", [None, "given"])
@pytest.mark.parametrize("corpus", [[], ["mine"]])
def test_an_index_with_uploads_is_found_as_one_without(
    cwd: Path, index: str | None, corpus: list[str]
) -> None:
    folder = cwd / (index or ".assistant/index")
    made = upload(cwd, folder)
    specs = [str(cwd / spec) for spec in corpus]
    assert locate(specs, index, cwd=cwd) == Location(folder, made)


def test_an_index_of_its_own_keeps_its_uploads_too(cwd: Path) -> None:
    synced(cwd / ".assistant" / "index", cwd / "yours")
    own = locate([str(cwd / "mine")], None, cwd=cwd).folder
    made = upload(cwd, own)
    assert locate([str(cwd / "mine")], None, cwd=cwd) == Location(own, made)


def test_syncing_the_other_roots_alone_keeps_the_uploads(cwd: Path) -> None:
    upload(cwd, cwd / "index")
    write(cwd / "mine", {**ROCKETS, "new.md": "New."})
    report = synced(cwd / "index", cwd / "mine")
    assert (report.added, report.removed) == (("new.md",), ())
    assert documents(cwd / "index") == sorted([*WITH_UPLOAD, "new.md"])
    added = synced(cwd / "index", cwd / "yours", add=True)
    assert (added.added, added.removed) == (("yours/tea.md",), ())
    replaced = synced(cwd / "index", cwd / "yours", replace=True)
    assert replaced.n_documents == 2
    assert documents(cwd / "index") == ["tea.md", "uploads/sent.md"]


def test_an_index_with_uploads_still_refuses_other_roots_and_names_the_chosen(cwd: Path) -> None:
    upload(cwd, cwd / "given")
    with pytest.raises(IndexOtherRoots, match=f"was made from {cwd / 'mine'}, not from") as refused:
        locate([str(cwd / "yours")], "given", cwd=cwd)
    assert str(cwd / "up") not in str(refused.value)
    with pytest.raises(IndexOtherRoots):
        synced(cwd / "given", cwd / "yours")


def test_uploads_that_vanish_are_an_error_and_not_a_deletion(cwd: Path) -> None:
    corpus = upload(cwd, cwd / "index")
    (cwd / "up").rename(cwd / "moved")
    with pytest.raises(RootMissing, match="restore it or make an empty one"):
        corpus.files()
    with pytest.raises(RootMissing):
        synced(cwd / "index", cwd / "mine")
    assert documents(cwd / "index") == WITH_UPLOAD
    (cwd / "up").mkdir()
    assert synced(cwd / "index", cwd / "mine").removed == ("uploads/sent.md",)


def test_the_root_of_uploads_takes_no_name_that_documents_have(cwd: Path) -> None:
    corpus = Corpus((Root("mine", cwd / "mine"), Root("uploads", cwd / "yours")))
    assert uploads_root(cwd / "up", corpus.roots).name == "uploads-2"
    (cwd / "mine" / "uploads").mkdir()
    assert uploads_root(cwd / "up", mine(cwd).roots).name == "uploads-2"
    assert uploads_root(cwd / "up", corpus.roots[1:]).name == "uploads-2"
    assert uploads_root(cwd / "up", (Root("a", cwd / "yours"),)).name == "uploads"


def test_uploads_have_no_part_in_telling_corpora_apart(cwd: Path) -> None:
    assert key(taking_uploads(mine(cwd), cwd / "up").roots) == key(mine(cwd).roots)


def test_the_folder_is_the_one_given_else_remembered_else_beside_the_index(cwd: Path) -> None:
    index, corpus = cwd / ".assistant" / "index", mine(cwd)
    assert locate_uploads(index, corpus, None, cwd=cwd) == cwd / ".assistant" / "index.uploads"
    assert locate_uploads(index, corpus, "up", cwd=cwd) == cwd / "up"
    made = upload(cwd, index)
    assert locate_uploads(index, made, None, cwd=cwd) == cwd / "up"
    assert locate_uploads(index, made, str(cwd / "up"), cwd=cwd) == cwd / "up"
    with pytest.raises(SettingRefused, match=f"keeps its uploads in {cwd / 'up'}, not in"):
        locate_uploads(index, made, "elsewhere", cwd=cwd)
    (cwd / "up").rename(cwd / "moved")
    assert locate_uploads(index, made, "moved", cwd=cwd) == cwd / "moved"
    moved = taking_uploads(made, cwd / "moved")
    assert uploads_of(moved.roots) == Root("uploads", cwd / "moved", is_uploads=True)


@pytest.mark.parametrize(
    "given",
    ["mine", "mine/sub", ".", "index", "index/sub", str(SHIPPED), str(SHIPPED / "sub")],
)
def test_uploads_never_lie_in_the_corpus_the_index_or_the_shipped_documents(
    cwd: Path, given: str
) -> None:
    with pytest.raises(SettingRefused, match="lie in one another; give a folder for uploads alone"):
        locate_uploads(cwd / "index", mine(cwd), given, cwd=cwd)


def test_uploads_may_lie_in_a_hidden_folder_of_the_corpus_but_not_be_a_file(cwd: Path) -> None:
    everything = Corpus.open([str(cwd)])
    index = cwd / ".assistant" / "index"
    assert locate_uploads(index, everything, None, cwd=cwd).name == "index.uploads"
    with pytest.raises(SettingRefused, match=r"apollo.md is a file; give a folder"):
        locate_uploads(index, Corpus.open([str(cwd / "yours")]), "mine/apollo.md", cwd=cwd)


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ("uploads/a.md", "a.md"),
        ("uploads/sub/a.md", "sub/a.md"),
        ("uploads/../mine/apollo.md", None),
        ("uploads/..", None),
        ("uploads/", None),
        ("uploads", None),
        ("apollo.md", None),
        ("yours/a.md", None),
        ("uploads//etc/passwd", None),
    ],
)
def test_only_an_upload_has_a_place_among_the_uploads(
    cwd: Path, document: str, path: str | None
) -> None:
    root = Root("uploads", cwd / "up", is_uploads=True)
    assert document_path(document, root) == (cwd / "up" / path if path else None)
