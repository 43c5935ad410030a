"""The routes for programs, the ports, and what is loaded behind the page."""

from __future__ import annotations

import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.settings import Settings
from corpus.corpus import SHIPPED
from corpus.errors import IndexBusy, PortTaken, SettingRefused
from index.passage import SyncProgress
from tests.ui.standin import NearestSentence
from ui.cli import parser
from ui.engine import Engine, Status
from ui.guard import Guard, served_hosts
from ui.library import open_uploads
from ui.options import choose
from ui.rights import Rights, rights_of
from ui.server import api_routes, listen
from ui.users import Doorkeeper
from ui.waiting import Line

if TYPE_CHECKING:
    from ui.engine import Watch

QUESTION = "What do ferries carry?"


def client_of(engine: Engine) -> TestClient:
    app = Guard(Starlette(routes=api_routes(engine)), served_hosts("127.0.0.1"))
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture(scope="session")
def client(standin: NearestSentence) -> TestClient:
    engine = Engine(lambda _: cast(Any, standin)).start()
    engine.assistant(10)
    return client_of(engine)


def test_asking_gives_what_the_command_line_gives(
    client: TestClient, standin: NearestSentence
) -> None:
    found = client.post("/api/ask", json={"question": QUESTION})
    assert found.status_code == 200
    assert {**found.json(), "seconds": 0} == {**standin.ask(QUESTION).to_json(), "seconds": 0}


def test_searching_takes_k_and_a_filter(client: TestClient) -> None:
    body = {"query": "ropes", "k": 2, "where": {"document": "ferries.md"}}
    passages = client.post("/api/search", json=body).json()["passages"]
    assert {passage["document"] for passage in passages} == {"ferries.md"}


@pytest.mark.parametrize(
    ("path", "body", "sentence"),
    [
        ("/api/ask", b"{", "the body is not JSON: "),
        ("/api/ask", b"[]", "the body must be a JSON object"),
        ("/api/ask", b"{}", '"question" must be a string'),
        ("/api/ask", b'{"question": "x", "history": 7}', "history must be a list of "),
        (
            "/api/ask",
            b'{"question": "x", "where": 7}',
            '"where" must be an object of strings or lists of strings',
        ),
        ("/api/ask", b" " * 1_000_001, "the body is longer than 1000000 bytes"),
        ("/api/search", b'{"query": "x", "k": 0}', '"k" must be a whole number from 1 to 100'),
        ("/api/search", b'{"query": "x", "k": true}', '"k" must be a whole number from 1 to 100'),
    ],
)
def test_a_body_of_another_form_is_refused_in_a_sentence(
    client: TestClient, path: str, body: bytes, sentence: str
) -> None:
    found = client.post(path, content=body)
    assert found.status_code == 400
    assert found.json()["error"].startswith(sentence)


def test_every_response_carries_the_security_policy(client: TestClient) -> None:
    headers = client.get("/healthz").headers
    assert headers["content-security-policy"].startswith("default-src 'self'; ")
    assert headers["x-content-type-options"] == "nosniff"


def test_another_site_can_neither_write_nor_rebind(client: TestClient) -> None:
    body = {"question": QUESTION}
    written = client.post("/api/ask", json=body, headers={"Origin": "http://evil.example"})
    rebound = client.get("/healthz", headers={"Host": "evil.example"})
    assert (written.status_code, rebound.status_code) == (403, 400)


def test_health_says_how_far_the_loading_is(standin: NearestSentence) -> None:
    go = threading.Event()

    def load(watch: Watch) -> Any:
        watch(SyncProgress("embed", 3, 9))
        go.wait(120)
        return standin

    engine = Engine(load)
    client = client_of(engine)
    assert engine.status() == Status("loading", "Getting ready")
    engine.start()
    asked = client.post("/api/ask", json={"question": QUESTION})
    waiting = client.get("/healthz")
    go.set()
    engine.assistant(10)
    ready = client.get("/healthz")
    assert asked.status_code == 503
    assert (waiting.status_code, waiting.json()["status"]) == (503, "loading")
    assert ready.json() == {"status": "ready", "detail": "3 documents · 5 passages"}


def test_a_filter_of_the_server_holds_whatever_a_request_says(standin: NearestSentence) -> None:
    only = {"document": "harbour.txt"}
    engine = Engine(lambda _: cast(Any, standin), where=only).start()
    engine.assistant(10)
    for documents, found in (
        ("ferries.md", []),
        (["ferries.md", "harbour.txt"], ["harbour.txt"]),
    ):
        body = {"query": "ropes", "where": {"document": documents}}
        passages = client_of(engine).post("/api/search", json=body).json()["passages"]
        assert [passage["document"] for passage in passages] == found


def test_programs_wait_in_the_same_line_and_are_told_when_it_is_full(
    standin: NearestSentence,
) -> None:
    engine = Engine(lambda _: cast(Any, standin)).start()
    engine.assistant(10)
    line = Line(at_once=1, most=0)
    client = TestClient(Starlette(routes=api_routes(engine, line)), base_url="http://127.0.0.1")
    assert client.post("/api/search", json={"query": "ropes"}).status_code == 200
    line.join("someone on the page")
    found = client.post("/api/search", json={"query": "ropes"})
    sentence = "the line is full: 0 waiting already; try again in a moment"
    assert (found.status_code, found.json()) == (503, {"error": sentence})


def test_a_failed_load_is_said_to_whoever_asks() -> None:
    def load(_: Watch) -> Any:
        raise IndexBusy("process 7 is syncing it; try again")

    engine = Engine(load).start()
    with pytest.raises(IndexBusy):
        engine.assistant(10)
    client = client_of(engine)
    sentence = "process 7 is syncing it; try again"
    assert client.get("/healthz").json() == {"status": "failed", "detail": sentence}
    assert client.post("/api/ask", json={"question": "x"}).json() == {"error": sentence}


def test_a_port_in_use_names_one_that_is_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"^port {port} is in use; run: assistant chat --port"):
            listen("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(SettingRefused, match=r"^--host 203\.0\.113\.7 --port 7860: "):
        listen("203.0.113.7", 7860)


@pytest.mark.parametrize(
    ("set_to", "host", "password", "is_open"),
    [
        ("", "127.0.0.1", None, True),
        ("", "0.0.0.0", "secret", True),
        ("", "0.0.0.0", None, False),
        ("everyone", "0.0.0.0", None, True),
        ("nobody", "127.0.0.1", "secret", False),
    ],
)
def test_strangers_change_documents_only_where_that_was_said(
    set_to: str, host: str, password: str | None, is_open: bool
) -> None:
    settings = Settings(uploads_by=set_to, host=host)
    assert rights_of(settings, Doorkeeper(password)) == Rights(is_open)


def test_documents_are_changed_by_the_users_that_are_named() -> None:
    users = Doorkeeper(users={"ada": (b"", b""), "bob": (b"", b"")})
    assert rights_of(Settings(uploads_by="bob , ada"), users) == Rights(
        False, frozenset({"ada", "bob"})
    )
    with pytest.raises(SettingRefused, match=r"'cy' is no user of ASSISTANT_USERS; make one by"):
        rights_of(Settings(uploads_by="ada,cy"), users)


def test_the_chat_keeps_uploads_where_it_was_told_and_never_in_the_corpus(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def folder(*flags: str) -> Path:
        given = ["chat", "--corpus", str(documents), "--index", "ix", *flags]
        choice = choose(parser().parse_args(given))
        return open_uploads(choice.location(), choice.settings).folder

    assert folder() == tmp_path / "ix.uploads"
    assert folder("--uploads", "sent") == tmp_path / "sent"
    monkeypatch.setenv("ASSISTANT_UPLOADS", "elsewhere")
    assert folder() == tmp_path / "elsewhere"
    for inside in (documents, documents / "sub", SHIPPED, tmp_path / "ix"):
        with pytest.raises(SettingRefused, match="give a folder for uploads alone by --uploads"):
            folder("--uploads", str(inside))
