"""What the view of the documents asks of the server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.assistant import Assistant
from assistant.diagnosis import diagnose
from assistant.settings import Settings
from corpus.corpus import Corpus
from index.coverage import Coverage, coverage
from index.location import Location
from ui.engine import Engine
from ui.guard import Guard, served_hosts
from ui.library import Library
from ui.page.context import PageContext
from ui.page.documents import tell_coverage
from ui.page.routes import page_routes
from ui.uploads import Uploads

TIDES = b"# Tides\n\nThe tide turns twice a day because of the moon.\n"


@pytest.fixture
def assistant(documents: Path, tmp_path: Path) -> Assistant:
    return Assistant.open(documents, tmp_path / "index")


@pytest.fixture
def library(assistant: Assistant, tmp_path: Path) -> Library:
    uploads = Uploads(tmp_path / "index.uploads", max_mb=1, max_total_mb=5)
    return Library(Engine(lambda _: assistant).start(), uploads, is_open=True)


def client_of(library: Library, *, is_served: bool = True) -> TestClient:
    context = PageContext(
        library.engine, library.uploads.folder.parent, library=library if is_served else None
    )
    app = Guard(Starlette(routes=page_routes(context)), served_hosts("127.0.0.1"))
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture
def client(library: Library) -> TestClient:
    return client_of(library)


def act(client: TestClient, action: str, **body: Any) -> Any:
    return client.post(f"/page/{action}", json=body).json()


def wait(client: TestClient, synced: int) -> Any:
    while (status := act(client, "status"))["busy"] or status["synced"] < synced:
        time.sleep(0.05)
    return status


def kept(library: Library) -> list[str]:
    folder = library.uploads.folder
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.suffix)


def test_every_document_is_listed_with_what_there_is_to_know(client: TestClient) -> None:
    listed = act(client, "documents")
    dates = [one.pop("indexed") for one in listed["documents"]]
    assert listed == {
        "documents": [
            {
                "document": "<b>smugglers&n=1.md",
                "title": "Smugglers",
                "kind": "Markdown",
                "size": "243 B",
                "passages": 1,
                "is_upload": False,
                "file": "",
            },
            {
                "document": "ferries.md",
                "title": "Ferries of the bay",
                "kind": "Markdown",
                "size": "220 B",
                "passages": 3,
                "is_upload": False,
                "file": "",
            },
            {
                "document": "harbour.txt",
                "title": "harbour",
                "kind": "Text",
                "size": "81 B",
                "passages": 1,
                "is_upload": False,
                "file": "",
            },
        ],
        "refused": [],
        "can_change": True,
        "max_bytes": 1 << 20,
        "max_mb": 1,
        "accept": listed["accept"],
    }
    assert listed["accept"].startswith(".md,.markdown,.txt,")
    assert all(date.startswith("20") for date in dates)
    assert act(client, "coverage") == {
        "sentence": "100 % of the characters of 3 documents can be cited, in 5 passages."
    }


def test_the_doctor_and_the_page_count_the_same_characters_as_citable(tmp_path: Path) -> None:
    documents = tmp_path / "mine"
    documents.mkdir()
    # Front matter, signs of markup and a comment are not seen: they do not count in either.
    text = "---\nperiod: old\nkeeper: Moss\n---\n# Tea\n\n<!-- later -->\n\nIt is **green**.\n"
    (documents / "tea.md").write_text(text, encoding="utf-8")
    assistant = Assistant.open(documents, tmp_path / "index")
    context = PageContext(Engine(lambda _: assistant).start(), tmp_path)
    location = Location(tmp_path / "index", Corpus.open([str(documents)]))
    findings = {finding.name: finding.value for finding in diagnose(lambda: location, Settings())}
    assert findings["coverage"] == "100 % of the characters are citable"
    assert tell_coverage(context, {}) == {
        "sentence": "100 % of the characters of 1 documents can be cited, in 1 passages."
    }
    assert assistant.index.examine().coverage == coverage(assistant.index) == Coverage(13, 13)


def test_files_are_added_and_deleted_and_a_bad_one_keeps_none_back(
    client: TestClient, library: Library
) -> None:
    sent = [
        client.post("/page/upload", params={"name": name}, content=data)
        for name, data in {
            "tides.md": TIDES,
            "fake.pdf": TIDES,
            "../../evil.md": b"# Evil\n\nA plain text.",
            "empty.md": b"---\ntitle: Nothing\n---\n",
        }.items()
    ]
    assert [(reply.status_code, reply.json()) for reply in sent] == [
        (200, {"name": "tides.md", "sentence": "tides.md was added.", "is_new": True}),
        (422, {"error": sent[1].json()["error"]}),
        (200, {"name": "evil.md", "sentence": "evil.md was added.", "is_new": True}),
        (200, {"name": "empty.md", "sentence": "empty.md was added.", "is_new": True}),
    ]
    assert sent[1].json()["error"].startswith("fake.pdf: is not a PDF; ")
    assert kept(library) == ["empty.md", "evil.md", "tides.md"]
    assert wait(client, 1)["sentence"] == "5 documents · 7 passages"
    listed = act(client, "documents")
    uploads = [(one["document"], one["file"]) for one in listed["documents"] if one["is_upload"]]
    assert uploads == [("uploads/evil.md", "evil.md"), ("uploads/tides.md", "tides.md")]
    assert listed["refused"] == [
        {
            "document": "uploads/empty.md",
            "title": "empty.md",
            "kind": "Markdown",
            "size": "23 B",
            "problem": "holds no text",
            "is_upload": True,
            "file": "empty.md",
        }
    ]
    n = act(client, "status")["synced"]
    assert act(client, "discard", document="uploads/evil.md") == {}
    assert act(client, "discard", document="uploads/empty.md") == {}
    refused = act(client, "discard", document="ferries.md")
    assert refused == {"error": "no upload is named ferries.md; only uploads can be deleted"}
    assert wait(client, n + 1)["sentence"] == "4 documents · 6 passages"
    assert kept(library) == ["tides.md"]
    assert act(client, "documents")["refused"] == []


def test_changed_files_are_read_again_when_that_is_asked_for(
    client: TestClient, library: Library
) -> None:
    client.post("/page/upload", params={"name": "tides.md"}, content=TIDES)
    wait(client, 1)
    (library.uploads.folder / "more.txt").write_text("More of it, put there by hand.")
    assert act(client, "reindex") == {}
    wait(client, 2)
    names = [one["document"] for one in act(client, "documents")["documents"]]
    assert names[-2:] == ["uploads/more.txt", "uploads/tides.md"]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    n_read = 0

    def body() -> Iterator[bytes]:
        nonlocal n_read
        for _ in range(300):
            n_read += 1
            yield b"a" * 10_000

    said = {"error": "big.txt: is larger than 1 MB, the most that one file may have: split it"}
    honest = client.post(
        "/page/upload?name=big.txt", content=b"a", headers={"content-length": str(200 << 20)}
    )
    assert (honest.status_code, honest.json()) == (422, said)
    lying = client.post("/page/upload?name=big.txt", content=body())
    assert (lying.status_code, lying.json()) == (422, said)


def test_a_foreign_page_cannot_upload(client: TestClient, library: Library) -> None:
    headers = {"origin": "http://evil.example"}
    reply = client.post("/page/upload?name=tides.md", content=TIDES, headers=headers)
    assert reply.status_code == 403
    assert kept(library) == []


@pytest.mark.parametrize("is_served", [True, False])
def test_where_nobody_may_change_documents_they_are_only_listed(
    library: Library, is_served: bool
) -> None:
    closed = Library(library.engine, library.uploads, is_open=False)
    client = client_of(closed, is_served=is_served)
    said = {"error": "you may not change documents here; ASSISTANT_UPLOADS_BY says who may"}
    assert client.post("/page/upload?name=tides.md", content=TIDES).json() == said
    assert act(client, "discard", document="uploads/tides.md") == said
    assert act(client, "reindex") == said
    listed = act(client, "documents")
    assert (listed["can_change"], len(listed["documents"])) == (False, 3)
    assert not library.uploads.folder.exists()
