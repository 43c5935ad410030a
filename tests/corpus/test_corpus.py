from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from corpus.corpus import SHIPPED, Corpus, Root, load_document
from corpus.errors import FileRefused, RootMissing, RootNames


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path.resolve() / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def write(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")


def names(*specs: str) -> list[str]:
    return [file.document for file in Corpus.open(specs).files()]


def test_none_given_is_the_shipped_corpus() -> None:
    assert Corpus.open([]) == Corpus((Root("documents", SHIPPED),))


def test_documents_are_named_by_their_path_and_sorted(folder: Path) -> None:
    odd = ["b.md", "a/z.TXT", "A.md", "a.md", "two words.md", "new\nline.md", "a/b/c.markdown"]
    write(*(folder / "docs" / name for name in odd))
    write(folder / "docs/.hidden.md", folder / "docs/.git/x.md", folder / "docs/x.png")
    files = Corpus.open(["docs"]).files()
    assert [file.document for file in files] == sorted(odd)
    assert [(f.path, f.size_bytes, f.mtime_ns) for f in files] == [
        (folder / "docs" / f.document, 5, f.path.stat().st_mtime_ns) for f in files
    ]


def test_names_keep_the_form_they_have_on_disk(folder: Path) -> None:
    composed, decomposed = (unicodedata.normalize(form, "é.md") for form in ("NFC", "NFD"))
    write(folder / composed, folder / decomposed)
    assert names(".") == sorted({path.name for path in folder.iterdir()})


def test_a_name_that_is_no_unicode_can_be_stored_and_read(folder: Path) -> None:
    Path(os.fsdecode(b"caf\xe9.md")).write_text("words", encoding="utf-8")
    (file,) = Corpus.open(["."]).files()
    assert (file.document, load_document(file).text) == ("caf\\xe9.md", "words")


def test_later_roots_prefix_their_name(folder: Path) -> None:
    write(folder / "a/x.md", folder / "b/x.md", folder / "deep/b/x.md", folder / "one.md")
    assert names("a", "b", "c=deep/b", "one.md") == ["b/x.md", "c/x.md", "one.md/one.md", "x.md"]
    assert names("one.md", "a") == ["a/x.md", "one.md"]


@pytest.mark.parametrize(
    ("spec", "name", "path"),
    [
        ("docs", "docs", "docs"),
        ("docs/", "docs", "docs"),
        ("./docs/../docs", "docs", "docs"),
        (".", "here", ""),
        ("mine=docs", "mine", "docs"),
        ("a=b", "a=b", "a=b"),
        ("mine=a=b", "mine", "a=b"),
        ("./a=b", "a=b", "a=b"),
        ("link", "link", "docs"),
        ("mine=link", "mine", "docs"),
    ],
)
def test_a_spec_is_a_path_or_a_name_and_a_path(
    folder: Path, spec: str, name: str, path: str
) -> None:
    write(folder / "docs/x.md", folder / "a=b/x.md")
    (folder / "link").symlink_to("docs")
    assert Corpus.open([spec]) == Corpus((Root(name, folder / path),))


@pytest.mark.parametrize(
    ("spec", "shown"),
    [
        ("none", "none"), ("docs=none", "none"), ("", ""), ("=", "="), ("docs=", "docs="),
        ("=docs", "=docs"), ("x/y=docs", "x/y=docs"), ("~nobody-of-that-name/x",) * 2,
        ("loop", "loop"), ("a\0b", "a\0b"), ("n" * 5000, "n" * 5000),
    ],
)  # fmt: skip
def test_a_root_that_is_not_there_is_an_error(folder: Path, spec: str, shown: str) -> None:
    write(folder / "docs/x.md")
    (folder / "loop").symlink_to("loop")
    with pytest.raises(RootMissing) as caught:
        Corpus.open([spec])
    assert str(caught.value) == f"no folder or file {shown}; check the path given by --corpus"


def test_a_root_that_went_away_is_an_error(folder: Path) -> None:
    write(folder / "docs/x.md")
    corpus = Corpus.open(["docs"])
    (folder / "docs").rename(folder / "other")
    with pytest.raises(RootMissing) as caught:
        corpus.files()
    assert str(caught.value) == (
        f"no folder or file {folder / 'docs'}; restore it or index another one"
    )


def test_two_roots_of_one_name_are_an_error_until_named(folder: Path) -> None:
    write(folder / "a/docs/x.md", folder / "b/docs/x.md")
    with pytest.raises(RootNames) as caught:
        Corpus.open(["a/docs", "b/docs"])
    assert str(caught.value) == (
        "two corpus folders are named 'docs'; name one: --corpus OTHERNAME=PATH"
    )
    assert names("a/docs", "more=b/docs") == ["more/x.md", "x.md"]


def test_a_file_in_two_roots_belongs_to_the_first(folder: Path) -> None:
    write(folder / "a/b/x.md", folder / "a/y.md")
    assert names("a", "a/b") == ["b/x.md", "y.md"]
    assert names("a/b", "a") == ["a/y.md", "x.md"]


def test_two_files_of_one_name_are_an_error(folder: Path) -> None:
    write(folder / "a/b/x.md", folder / "b/x.md")
    with pytest.raises(RootNames) as caught:
        names("a", "b")
    assert str(caught.value) == (
        f"{folder}/a/b/x.md and {folder}/b/x.md are both named 'b/x.md'; "
        f"name the folder: --corpus OTHERNAME={folder}/b"
    )


def test_links_count_where_they_stay_in_the_root(folder: Path) -> None:
    write(folder / "docs/x.md", folder / "outside/y.md")
    (folder / "docs/same.md").symlink_to("x.md")
    (folder / "docs/out.md").symlink_to(folder / "outside/y.md")
    (folder / "docs/sub").symlink_to(folder / "outside")
    os.mkfifo(folder / "docs/pipe.md")
    (folder / "docs/folder.md").mkdir()
    assert names("docs") == ["same.md", "x.md"]


def test_a_broken_link_is_refused_by_name(folder: Path) -> None:
    (folder / "gone.md").symlink_to("nowhere.md")
    (file,) = Corpus.open(["."]).files()
    with pytest.raises(FileRefused) as caught:
        load_document(file)
    assert str(caught.value) == (
        "gone.md: cannot be read (No such file or directory); check it and its permissions"
    )


def _lock(monkeypatch: pytest.MonkeyPatch, locked: Path) -> None:
    """What the system says of a folder without read permission, also where tests run as root."""
    scandir, listdir = os.scandir, os.listdir

    def checked(path: str | Path) -> str | Path:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return path

    monkeypatch.setattr(os, "scandir", lambda path: scandir(checked(path)))
    monkeypatch.setattr(os, "listdir", lambda path: listdir(checked(path)))


def test_a_locked_folder_is_refused_by_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "docs/x.md", folder / "docs/locked/y.md")
    _lock(monkeypatch, folder / "docs/locked")
    locked, file = Corpus.open(["docs"]).files()
    assert (locked.document, file.document) == ("locked", "x.md")
    with pytest.raises(FileRefused) as caught:
        load_document(locked)
    assert str(caught.value) == (
        "locked: cannot be read (Permission denied); check it and its permissions"
    )


def test_a_locked_root_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "docs/x.md")
    _lock(monkeypatch, folder / "docs")
    with pytest.raises(RootMissing) as caught:
        Corpus.open(["docs"]).files()
    assert str(caught.value) == f"{folder / 'docs'} cannot be read; check its permissions"


def test_a_corpus_of_plain_files_loads_no_parser_and_starts_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nWords.\n")
    (tmp_path / "b.txt").write_text("More words.\n")
    program = (
        "import subprocess, sys\n"
        "subprocess.Popen = None\n"
        "from corpus.corpus import Corpus, load_document\n"
        f"for file in Corpus.open([{str(tmp_path)!r}]).files(): load_document(file)\n"
        "heavy = ('lxml', 'openpyxl', 'pypdfium2', 'zipfile._path', 'csv')\n"
        "print(sorted(set(heavy) & set(sys.modules)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
