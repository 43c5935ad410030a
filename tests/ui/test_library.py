"""What the page adds and takes away, and the index that follows behind it."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from corpus.errors import DocumentUnknown, RootMissing, UploadsClosed
from index import generations
from index.passage import SyncProgress
from ui.engine import Engine
from ui.library import Library, take_uploads
from ui.syncing import Syncing, SyncStatus
from ui.uploads import Uploads

if TYPE_CHECKING:
    from ui.engine import Watch

TIDES = b"# Tides\n\nThe tide turns twice a day because of the moon.\n"
QUESTION = "How often does the tide turn?"


def settled(status: Library | Syncing, n: int = 1) -> SyncStatus:
    """The status once at least ``n`` syncs have ended and none runs."""
    until = time.monotonic() + 180
    while time.monotonic() < until:
        now = status.status()
        if now.n >= n and now.state != "running":
            return now
        time.sleep(0.02)
    raise AssertionError(now)


@pytest.fixture
def assistant(documents: Path, tmp_path: Path) -> Assistant:
    return Assistant.open(documents, tmp_path / "index")


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "index.uploads", max_mb=1, max_total_mb=5)


@pytest.fixture
def library(assistant: Assistant, uploads: Uploads) -> Library:
    return Library(Engine(lambda _: assistant).start(), uploads, is_open=True)


def send(library: Library, name: str, data: bytes) -> None:
    with library.arriving(name) as arrival:
        arrival.write(data)
        library.keep(arrival)


def names(assistant: Assistant) -> list[str]:
    return [info.id for info in assistant.index.documents()]


def test_an_upload_is_in_the_answers_without_a_restart_and_a_deleted_one_is_not(
    library: Library, assistant: Assistant, documents: Path, tmp_path: Path
) -> None:
    assert library.status() == SyncStatus("idle", "", 0)
    assert assistant.ask(QUESTION).outcome != "answered"
    before = names(assistant)
    send(library, "tides.md", TIDES)
    assert settled(library) == SyncStatus("idle", "", 1)
    assert names(assistant) == sorted([*before, "uploads/tides.md"])
    answer = assistant.ask(QUESTION)
    assert [citation.document for citation in answer.citations] == ["uploads/tides.md"]
    # from the command line the same index is found by its other roots, and is up to date
    again = Assistant.open(documents, tmp_path / "index")
    assert (names(again), again.stale()) == (names(assistant), ())
    library.delete("uploads/tides.md")
    assert settled(library, 2) == SyncStatus("idle", "", 2)
    assert names(assistant) == before
    assert sorted(path.name for path in documents.iterdir()) == sorted(before)


def test_questions_are_answered_while_uploads_are_indexed(
    library: Library, assistant: Assistant
) -> None:
    send(library, "long.md", b"".join(b"# %d\n\nA line of text.\n\n" % n for n in range(120)))
    asked = 0
    while library.status().state == "running":
        assert assistant.ask("What do ferries carry?").outcome == "answered"
        asked += 1
    assert asked > 0
    assert "uploads/long.md" in names(assistant)


def test_what_lies_among_the_uploads_at_the_start_is_indexed(
    assistant: Assistant, uploads: Uploads
) -> None:
    uploads.folder.mkdir()
    (uploads.folder / "tides.md").write_bytes(TIDES)
    take_uploads(assistant, uploads)
    assert len(list(assistant.sync())) > 1
    assert "uploads/tides.md" in names(assistant)


def test_an_upload_during_the_first_sync_waits_for_its_end(
    assistant: Assistant, uploads: Uploads
) -> None:
    go = threading.Event()

    def later(first: Assistant, _: Watch) -> None:
        steps = first.sync()
        next(steps)
        assert go.wait(120)
        list(steps)

    library = Library(Engine(lambda _: assistant, later=later).start(), uploads, is_open=True)
    send(library, "tides.md", TIDES)
    time.sleep(0.5)
    assert library.status().state == "running"
    go.set()
    assert settled(library) == SyncStatus("idle", "", 1)
    assert "uploads/tides.md" in names(assistant)


def test_only_uploads_can_be_deleted(library: Library, assistant: Assistant) -> None:
    before = names(assistant)
    for document in (*before, "../index/CURRENT", "uploads/x.md"):
        with pytest.raises(DocumentUnknown):
            library.delete(document)
    assert library.status().n == 0


def test_where_nobody_may_change_documents_nothing_is_written(
    assistant: Assistant, uploads: Uploads
) -> None:
    library = Library(Engine(lambda _: assistant).start(), uploads, is_open=False)
    with pytest.raises(UploadsClosed), library.arriving("tides.md"):
        pass
    with pytest.raises(UploadsClosed):
        library.delete("uploads/tides.md")
    with pytest.raises(UploadsClosed):
        library.reindex()
    assert not uploads.folder.exists()


def test_a_refused_file_is_told_with_its_reason(library: Library, assistant: Assistant) -> None:
    send(library, "empty.md", b"---\ntitle: Nothing\n---\n")
    assert settled(library).state == "idle"
    (refused,) = assistant.index.refused_files()
    assert (refused.document, refused.refused) == ("uploads/empty.md", "holds no text")


def test_a_sync_waits_for_another_process_and_then_follows(
    library: Library, assistant: Assistant
) -> None:
    with generations.locked(assistant.index.folder):
        send(library, "tides.md", TIDES)
        while library.status().sentence != "Waiting: another process is indexing":
            time.sleep(0.01)
    settled(library)
    assert "uploads/tides.md" in names(assistant)


def test_many_requests_during_one_sync_are_one_more_sync() -> None:
    go, begun = threading.Event(), threading.Semaphore(0)

    def sync(watch: Watch) -> None:
        watch(SyncProgress("embed", 2, 5))
        begun.release()
        assert go.wait(120)

    syncing = Syncing(sync)
    syncing.request()
    assert begun.acquire(timeout=120)
    assert syncing.status() == SyncStatus("running", "Embedding passages: 2 of 5", 0)
    for _ in range(5):
        syncing.request()
    go.set()
    assert settled(syncing, 2) == SyncStatus("idle", "", 2)
    time.sleep(0.05)
    assert syncing.status().n == 2


def test_a_sync_that_fails_says_why_and_the_next_one_is_tried() -> None:
    errors: list[Exception] = [RootMissing("no folder x; restore it"), ValueError("a bug")]

    def sync(_: Watch) -> None:
        if errors:
            raise errors.pop(0)

    syncing = Syncing(sync)
    told = []
    for n in range(1, 4):
        syncing.request()
        told.append(settled(syncing, n))
    assert told == [
        SyncStatus("failed", "no folder x; restore it", 1),
        SyncStatus(
            "failed",
            "Something went wrong that should not have; the server's log says what.",
            2,
        ),
        SyncStatus("idle", "", 3),
    ]
