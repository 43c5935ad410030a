"""The folder of uploads: nothing half, nothing lost, nothing beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.corpus import Corpus, Root
from corpus.errors import (
    DocumentUnknown,
    FileMismatch,
    FileRefused,
    FileTooLarge,
    UploadFailed,
)
from ui.uploads import Kept, Uploads

TEXT = b"# Tides\n\nThe tide turns twice a day.\n"


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "up", max_mb=1, max_total_mb=2)


def send(uploads: Uploads, name: str, data: bytes = TEXT) -> Kept:
    with uploads.arriving(name, len(data)) as arrival:
        for start in range(0, len(data), 10):
            arrival.write(data[start : start + 10])
        return uploads.keep(arrival)


def files(uploads: Uploads) -> dict[str, bytes]:
    """What lies anywhere in or beside the folder, by its place."""
    above = uploads.folder.parent
    paths = [path for path in above.rglob("*") if path.is_file() and path.name != "lock"]
    return {path.relative_to(above).as_posix(): path.read_bytes() for path in paths}


def test_a_file_that_was_checked_is_there_under_its_name(uploads: Uploads) -> None:
    assert uploads.is_empty()
    assert send(uploads, "tides.md") == Kept("tides.md", "tides.md was added.", is_new=True)
    assert files(uploads) == {"up/tides.md": TEXT}
    assert not uploads.is_empty()


def test_the_same_name_twice_loses_neither_file(uploads: Uploads) -> None:
    send(uploads, "tides.md")
    other, third = TEXT + b"Or not.\n", TEXT + b"Perhaps.\n"
    assert send(uploads, "tides.md", other) == Kept(
        "tides (2).md",
        "There is another tides.md already: this one was added as tides (2).md.",
        is_new=True,
    )
    assert send(uploads, "tides.md", third).name == "tides (3).md"
    assert send(uploads, "tides.md", other) == Kept(
        "tides (2).md", "tides (2).md is here already, exactly like this.", is_new=False
    )
    assert files(uploads) == {
        "up/tides.md": TEXT,
        "up/tides (2).md": other,
        "up/tides (3).md": third,
    }


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/tides.md", "tides.md"),
        ("..\\..\\tides.md", "tides.md"),
        ("/etc/tides.md", "tides.md"),
        (".hidden.md", "hidden.md"),
        ("a\x00b\x1b[31m\n.md", "a_b_[31m_.md"),
        ("\u202efdp.md", "_fdp.md"),
        ("<script>alert(1)</script>.md", "script_.md"),
        ("con.md", "document_con.md"),
        ("ü" * 300 + ".md", "ü" * 98 + ".md"),
        ("مرحبا.md", "مرحبا.md"),
        ("🚢.md", "🚢.md"),
    ],
)
def test_whatever_its_name_a_file_lands_in_the_folder_under_a_plain_one(
    uploads: Uploads, name: str, kept: str
) -> None:
    assert send(uploads, name).name == kept
    assert files(uploads) == {f"up/{kept}": TEXT}


@pytest.mark.parametrize(
    ("name", "data", "error", "sentence"),
    [
        ("a.md", b"%PDF-1.7 ...", FileMismatch, "a.md: is a PDF, not text; "),
        ("a.pdf", TEXT, FileMismatch, "a.pdf: is not a PDF; "),
        ("a.exe", TEXT, FileRefused, "a.exe: has no readable format (readable: .md, "),
        (
            "../x/a.txt",
            b"\x89PNG\r\n\x1a\n\x00",
            FileMismatch,
            "a.txt: is a PNG picture, not text; ",
        ),
        ("a.txt", b"", FileRefused, "a.txt: holds no text"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_and_leaves_nothing(
    uploads: Uploads, name: str, data: bytes, error: type[FileRefused], sentence: str
) -> None:
    with pytest.raises(error) as refused:
        send(uploads, name, data)
    assert str(refused.value).startswith(sentence)
    assert files(uploads) == {}


def test_a_large_file_is_refused_before_a_byte_and_a_lying_one_on_the_way(
    uploads: Uploads,
) -> None:
    said = "big.md: is larger than 1 MB, the most that one file may have: split it"
    with pytest.raises(FileTooLarge, match=f"^{said}$"), uploads.arriving("big.md", 200 << 20):
        raise AssertionError("it was let in")
    assert not uploads.folder.exists()
    with uploads.arriving("big.md") as arrival:
        arrival.write(b"a" * (1 << 20))
        with pytest.raises(FileTooLarge, match=f"^{said}$"):
            arrival.write(b"a")
    assert files(uploads) == {}


def test_uploads_have_no_more_room_than_is_set(uploads: Uploads) -> None:
    for n in range(2):
        send(uploads, f"{n}.txt", b"word " * 200_000)
    with pytest.raises(FileTooLarge, match="finds no room: uploads may have 2 MB in all"):
        send(uploads, "more.txt", b"word " * 100_000)
    assert send(uploads, "small.md").is_new


def test_an_upload_that_is_cut_off_leaves_nothing(uploads: Uploads) -> None:
    corpus = Corpus((Root("up", uploads.folder, is_uploads=True),))
    with uploads.arriving("tides.md") as arrival:
        arrival.write(TEXT)
        assert corpus.files() == ()
        assert uploads.is_empty()
    assert files(uploads) == {}


def test_a_kill_on_the_way_leaves_nothing_that_is_read_and_the_next_start_sweeps(
    tmp_path: Path,
) -> None:
    program = (
        "import sys, time; from pathlib import Path; from ui.uploads import Uploads\n"
        "uploads = Uploads(Path(sys.argv[1]), max_mb=1, max_total_mb=2)\n"
        "with uploads.arriving('tides.md') as arrival:\n"
        "    arrival.write(b'# Tides'); arrival._file.flush()\n"
        "    print('written', flush=True); time.sleep(60)\n"
    )
    folder = tmp_path / "up"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == b"written\n"
        beside = Uploads(folder, max_mb=1, max_total_mb=2)
        assert list(files(beside).values()) == [b"# Tides"]  # it is another's
        server.send_signal(signal.SIGKILL)
    assert Corpus((Root("up", folder, is_uploads=True),)).files() == ()
    assert files(Uploads(folder, max_mb=1, max_total_mb=2)) == {}


def test_only_uploads_are_deleted(uploads: Uploads, tmp_path: Path) -> None:
    send(uploads, "tides.md")
    (tmp_path / "mine.md").write_bytes(TEXT)
    root = Root("uploads", uploads.folder, is_uploads=True)
    for document in ("mine.md", "uploads/../mine.md", "uploads/none.md", "uploads/", ""):
        with pytest.raises(DocumentUnknown, match="only uploads can be deleted"):
            uploads.delete(document, root)
    with pytest.raises(DocumentUnknown):
        uploads.delete("uploads/tides.md", None)
    uploads.delete("uploads/tides.md", root)
    assert files(uploads) == {"mine.md": TEXT}


def test_a_link_among_the_uploads_is_deleted_and_not_what_it_leads_to(
    uploads: Uploads, tmp_path: Path
) -> None:
    send(uploads, "tides.md")
    (tmp_path / "mine.md").write_bytes(TEXT)
    (uploads.folder / "link.md").symlink_to(tmp_path / "mine.md")
    uploads.delete("uploads/link.md", Root("uploads", uploads.folder, is_uploads=True))
    assert files(uploads) == {"mine.md": TEXT, "up/tides.md": TEXT}


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UploadFailed, match=r"cannot be changed \(Not a directory\); free space"):
        send(Uploads(tmp_path / "file" / "up", max_mb=1, max_total_mb=2), "a.md")


def test_a_full_disk_is_told_and_leaves_nothing(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UploadFailed, match=r"\(No space left on device\); free space"):
        send(uploads, "tides.md")
    assert files(uploads) == {}
