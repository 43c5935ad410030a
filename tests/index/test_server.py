"""An index whose chunks and texts are on a Chroma server: as in a folder, and it may go away."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.corpus import Corpus
from corpus.errors import SettingRefused, StoreUnreachable
from index import server as server_module
from index.server import connect, disconnect
from index.sync import sync
from tests.index.serving import free_port, serving
from tests.index.small import ROCKETS, HashedWords, opened, synced, write
from tests.index.test_sync import everything

QUESTIONS = ("When did the Apollo program end?", "What did Apollo cost?", "How is tea brewed?")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("server"), free_port()) as address:
        yield address


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return write(tmp_path / "documents", ROCKETS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def counts(url: str) -> dict[str, int]:
    """How many records each collection on the server holds."""
    client = connect(url)
    found = {collection.name: collection.count() for collection in client.list_collections()}
    disconnect(client)
    return found


def answers(folder: Path, documents: Path) -> list[object]:
    assistant = Assistant(opened(folder), Corpus.open([str(documents)]), Settings())
    given = [assistant.ask(question) for question in QUESTIONS]
    # A vector that travelled as JSON differs in its last bit.
    return [
        (a.text, a.outcome, round(a.confidence, 4), a.statements, [p.chunk for p in a.passages])
        for a in given
    ]


def test_an_index_on_a_server_is_and_answers_as_one_in_a_folder(
    url: str, documents: Path, folder: Path, tmp_path: Path
) -> None:
    for files in (ROCKETS, {**ROCKETS, "apollo.md": "# Apollo\n\nIt cost 26 billion dollars.\n"}):
        write(documents, files)
        synced(folder, documents, server=url)
        synced(tmp_path / "local", documents)
        assert everything(opened(folder)) == everything(opened(tmp_path / "local"))
        assert answers(folder, documents) == answers(tmp_path / "local", documents)
    assert not (folder / "generation-000002" / "chroma").exists()
    assert (opened(folder).server, opened(tmp_path / "local").server) == (url, "")


def test_a_reader_keeps_its_state_while_the_new_one_is_added(
    url: str, documents: Path, folder: Path
) -> None:
    synced(folder, documents, server=url)
    index = opened(folder)
    fixed = index.latest()
    before = everything(fixed)
    for n in range(4):
        files = {f"{i}.md": f"# Apollo\n\nApollo {n} of {i}: Soyuz, Moon, tea." for i in range(9)}
        write(documents, files)
        assert synced(folder, documents).n_embedded == 9  # the index remembers its server
        assert everything(fixed) == before
        found = fixed.search("Apollo Moon", k=4).passages
        assert {p.chunk.document for p in found} == {*ROCKETS}
        assert fixed.document("apollo.md")[1] == ROCKETS["apollo.md"]
    assert index.latest().n_documents == 9


def test_what_no_state_holds_any_more_leaves_the_server(
    url: str, documents: Path, folder: Path
) -> None:
    before = counts(url)
    for n in range(4):
        write(documents, {"a.md": f"Number {n}."})
        synced(folder, documents, server=url)
    steps = sync(folder, Corpus.open([str(documents)]), embedder=HashedWords())
    write(documents, {"b.md": "Never finished."})
    for step in steps:
        if step.stage == "store":
            steps.close()  # type: ignore[attr-defined]
            break
    write(documents, {"a.md": "Number 9."})
    synced(folder, documents)
    own = {name: n for name, n in counts(url).items() if name not in before}
    assert sorted(own.values()) == [2, 4]  # the newest two states: chunks; infos and texts
    synced(folder, documents, replace=True)  # without a server: into the folder
    write(documents, {"a.md": "Number 10."})
    synced(folder, documents)
    assert opened(folder).document("a.md")[1] == "Number 10."
    assert counts(url) == before


def test_a_server_that_is_down_is_told_in_a_sentence_and_back_is_used_again(
    documents: Path, folder: Path, tmp_path: Path
) -> None:
    port = free_port()
    down = f"no answer from the Chroma server at http://127.0.0.1:{port} "
    with pytest.raises(StoreUnreachable) as refused:
        synced(folder, documents, server=f"http://127.0.0.1:{port}")
    assert str(refused.value).startswith(down)
    assert str(refused.value).endswith("; start it: chroma run --path DIR")
    with serving(tmp_path, port) as url:
        synced(folder, documents, server=url)
        index = opened(folder)
        good = everything(index)
    write(documents, {**ROCKETS, "new.md": "New."})
    for ask in (
        lambda: index.latest().search("Baikonur"),
        lambda: synced(folder, documents),
        lambda: opened(folder),
    ):
        with pytest.raises(StoreUnreachable) as unreachable:
            ask()
        assert str(unreachable.value).startswith(down)
    with serving(tmp_path, port):
        assert everything(index.latest()) == good
        assert synced(folder, documents).added == ("new.md",)
        assert index.latest().n_documents == 4


def test_a_server_that_does_not_answer_is_given_up(
    documents: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "TIMEOUT_S", 0.3)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreUnreachable, match=r"no answer from .* \(timed out\); start it"):
            synced(folder, documents, server=url)


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://x", "http://", "http://x:y"])
def test_what_is_no_address_is_refused(documents: Path, folder: Path, url: str) -> None:
    with pytest.raises(SettingRefused, match=f"ASSISTANT_CHROMA_URL={url}: not the address"):
        synced(folder, documents, server=url)
