from __future__ import annotations

from pathlib import Path

import pytest

from corpus.corpus import SHIPPED, Corpus
from corpus.errors import IndexDamaged, IndexForeign, IndexOtherRoots, RootMissing
from index import generations, roots
from index.location import Location, locate
from tests.index.small import ROCKETS, synced, write

SHIPPED_CORPUS = Corpus.open(())


@pytest.fixture
def cwd(tmp_path: Path) -> Path:
    write(tmp_path / "mine", ROCKETS)
    write(tmp_path / "yours", {"tea.md": "Tea."})
    return tmp_path


@pytest.fixture
def default(cwd: Path) -> Path:
    return cwd / ".assistant" / "index"


def mine(cwd: Path) -> Corpus:
    return Corpus.open([str(cwd / "mine")])


def own(cwd: Path, corpus: Corpus) -> Path:
    return cwd / ".assistant" / f"index-{roots.key(corpus.roots)}"


def test_nothing_given_and_nothing_remembered_is_the_shipped_corpus(
    cwd: Path, default: Path
) -> None:
    assert locate([], None, cwd=cwd) == Location(default, SHIPPED_CORPUS)
    assert locate([str(SHIPPED)], None, cwd=cwd) == Location(default, SHIPPED_CORPUS)


def test_nothing_given_is_what_the_index_remembers(cwd: Path, default: Path) -> None:
    synced(default, cwd / "mine")
    assert locate([], None, cwd=cwd) == Location(default, mine(cwd))
    assert locate([str(cwd / "mine")], None, cwd=cwd) == Location(default, mine(cwd))


def test_another_corpus_gets_a_folder_of_its_own(cwd: Path, default: Path) -> None:
    yours = Corpus.open([str(cwd / "yours")])
    assert locate([str(cwd / "mine")], None, cwd=cwd) == Location(own(cwd, mine(cwd)), mine(cwd))
    synced(default, cwd / "mine")
    assert locate([str(cwd / "yours")], None, cwd=cwd) == Location(own(cwd, yours), yours)
    assert locate([str(SHIPPED)], None, cwd=cwd) == Location(
        own(cwd, SHIPPED_CORPUS), SHIPPED_CORPUS
    )


def test_the_folder_of_its_own_depends_on_what_names_documents_only(cwd: Path) -> None:
    a, b = str(cwd / "mine"), str(cwd / "yours")
    folders = {
        name: locate(specs, None, cwd=cwd).folder.name
        for name, specs in {
            "plain": [a, b],
            "first renamed": [f"x={a}", b],
            "unresolved": [a + "/../mine/", b],
            "second renamed": [a, f"x={b}"],
            "other order": [b, a],
        }.items()
    }
    assert folders["plain"] == folders["first renamed"] == folders["unresolved"]
    assert len(set(folders.values())) == 3


def test_a_given_index_serves_the_roots_it_remembers(cwd: Path) -> None:
    folder = cwd / "given"
    assert locate([], "given", cwd=cwd) == Location(folder, SHIPPED_CORPUS)
    assert locate([str(cwd / "mine")], "given", cwd=cwd) == Location(folder, mine(cwd))
    synced(folder, cwd / "mine")
    assert locate([], "given", cwd=cwd) == Location(folder, mine(cwd))
    assert locate([str(cwd / "mine")], str(folder), cwd=cwd) == Location(folder, mine(cwd))


def test_a_given_index_of_other_roots_is_an_error_that_names_both(cwd: Path) -> None:
    synced(cwd / "given", cwd / "mine")
    with pytest.raises(IndexOtherRoots) as refused:
        locate([str(cwd / "yours")], "given", cwd=cwd)
    assert str(refused.value) == (
        f"the index in {cwd / 'given'} was made from {cwd / 'mine'}, not from {cwd / 'yours'}; "
        "give another --index, or run: assistant index with --add or --replace"
    )


@pytest.mark.parametrize("index", [None, "given"])
def test_roots_that_join_or_replace_go_to_the_index_itself(
    cwd: Path, default: Path, index: str | None
) -> None:
    folder = cwd / "given" if index else default
    synced(folder, cwd / "mine")
    yours = Corpus.open([str(cwd / "yours")])
    found = locate([str(cwd / "yours")], index, cwd=cwd, new_roots=True)
    assert found == Location(folder, yours)


def test_to_join_or_replace_nothing_means_the_roots_that_are_remembered(
    cwd: Path, default: Path
) -> None:
    synced(default, cwd / "mine")
    assert locate([], None, cwd=cwd, new_roots=True) == Location(default, mine(cwd))


def test_what_is_not_there_or_not_an_index_is_told(cwd: Path) -> None:
    with pytest.raises(RootMissing):
        locate(["nowhere"], None, cwd=cwd)
    with pytest.raises(IndexForeign):
        locate([], "mine", cwd=cwd)


def test_a_remembered_root_that_vanished_does_not_keep_the_index_from_being_found(
    cwd: Path, default: Path
) -> None:
    synced(default, cwd / "mine")
    corpus = mine(cwd)
    (cwd / "mine").rename(cwd / "moved")
    assert locate([], None, cwd=cwd) == Location(default, corpus)


def test_roots_are_remembered_as_long_as_any_generation_tells_them(
    cwd: Path, default: Path
) -> None:
    synced(default, cwd / "mine")
    write(cwd / "mine", {"new.md": "New."})
    synced(default, cwd / "mine")
    (generations.current(default) / "manifest.json").write_text("broken")
    assert roots.remembered(default) == mine(cwd).roots
    (default / "CURRENT").write_text("broken")
    assert roots.remembered(default) == mine(cwd).roots
    for generation in generations.generations(default):
        (generation / "manifest.json").unlink()
    with pytest.raises(IndexDamaged, match="run: assistant index --replace --corpus PATH"):
        locate([], None, cwd=cwd)
