"""Who is let in."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.settings import Settings
from corpus.errors import SettingRefused
from tests.ui.standin import NearestSentence
from ui.engine import Engine
from ui.guard import Guard, served_hosts
from ui.library import Library
from ui.page.context import PageContext
from ui.page.routes import page_routes
from ui.server import build_app, doorkeeper_of
from ui.uploads import Uploads
from ui.users import Doorkeeper, read_users, user_line

ROUTES = (
    ("GET", "/"),
    ("GET", "/healthz"),
    ("GET", "/config"),
    ("GET", "/gradio_api/info"),
    ("POST", "/gradio_api/queue/join"),
    ("GET", "/page/assets/main.js"),
    ("POST", "/page/status"),
    ("POST", "/page/ask"),
    ("POST", "/api/ask"),
    ("POST", "/api/search"),
)


def basic(name: str, password: str) -> dict[str, str]:
    token = base64.b64encode(f"{name}:{password}".encode()).decode()
    return {"Authorization": f"Basic {token}"}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("users") / "users"
    lines = ["# who may ask", "", user_line("Ada Quay", "gehéim:x"), user_line("bob", "b")]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_user_comes_in_with_the_own_password_only(file: Path) -> None:
    doorkeeper = Doorkeeper(users=read_users(file))
    tried = [("Ada Quay", "gehéim:x"), ("bob", "b"), ("bob", "gehéim:x"), ("cy", "b"), ("bob", "")]
    for _ in range(2):  # the second time from memory
        assert [doorkeeper.admits(*one) for one in tried] == [True, True, False, False, False]
    assert "gehéim" not in file.read_text(encoding="utf-8")


def test_a_line_is_made_by_the_documented_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.users"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "usage: python -m ui.users NAME >> FILE\n")
    with pytest.raises(SettingRefused, match="cannot be a user name"):
        user_line("a:b", "x")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ada:plain", r"users, line 1: is not name:scrypt\$salt\$hash; make one by: python -m"),
        ("# none", "names no user; add one by: python -m ui.users NAME"),
        (None, "cannot be read"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str | None, sentence: str) -> None:
    if text is not None:
        (tmp_path / "users").write_text(text, encoding="utf-8")
    with pytest.raises(SettingRefused, match=sentence):
        read_users(tmp_path / "users")


def test_other_machines_are_let_in_by_password_users_or_flag_only(file: Path) -> None:
    beyond = {"host": "0.0.0.0"}
    with pytest.raises(SettingRefused, match=r"^--host 0\.0\.0\.0 would let other machines in; "):
        doorkeeper_of(Settings(**cast(Any, beyond)))
    secret: dict[str, Any] = {"password": SecretStr("s")}
    for more in (secret, {"users": str(file)}, {"open": True}):
        doorkeeper_of(Settings(**cast(Any, {**beyond, **more})))
    assert doorkeeper_of(Settings()).asks is False
    with pytest.raises(SettingRefused):
        doorkeeper_of(Settings(**cast(Any, {**beyond, "password": SecretStr("")})))


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.slow
async def test_page_gradio_and_api_ask_alike(
    standin: NearestSentence, tmp_path: Path, file: Path
) -> None:
    engine = Engine(lambda _: cast(Any, standin)).start()
    app = build_app(PageContext(engine, tmp_path))
    guarded = Guard(app, served_hosts("127.0.0.1"), Doorkeeper(users=read_users(file)))
    client = TestClient(guarded, base_url="http://127.0.0.1")
    without = {path: client.request(method, path).status_code for method, path in ROUTES}
    assert without == dict.fromkeys(without, 401)
    allowed = basic("bob", "b")
    within = {
        path: client.request(method, path, headers=allowed).status_code for method, path in ROUTES
    }
    assert {path for path, status in within.items() if status == 401} == set()
    assert (within["/"], within["/page/status"], within["/page/assets/main.js"]) == (200, 400, 200)


def test_a_user_is_known_by_name_and_one_with_the_password_of_all_is_not(file: Path) -> None:
    doorkeeper = Doorkeeper("shared", read_users(file))
    tried = [("bob", "b"), ("bob", "shared"), ("bob", "wrong"), ("", ""), ("cy", "b")]
    assert [doorkeeper.user(*one) for one in tried] == ["bob", "", "", "", ""]
    assert [doorkeeper.admits(*one) for one in tried] == [True, True, False, False, False]


def test_only_the_users_who_may_change_documents_change_them(
    file: Path, standin: NearestSentence, tmp_path: Path
) -> None:
    engine = Engine(lambda _: cast(Any, standin)).start()
    uploads = Uploads(tmp_path / "uploads", max_mb=1, max_total_mb=5)
    library = Library(engine, uploads, is_open=False, users=frozenset({"bob"}))
    app = Starlette(routes=page_routes(PageContext(engine, tmp_path / "chat", library=library)))
    doorkeeper = Doorkeeper("shared", read_users(file))
    client = TestClient(
        Guard(app, served_hosts("127.0.0.1"), doorkeeper), base_url="http://127.0.0.1"
    )
    refused = {"error": "you may not change documents here; ASSISTANT_UPLOADS_BY says who may"}
    for given, may in (
        (basic("bob", "b"), True),
        (basic("Ada Quay", "gehéim:x"), False),
        (basic("bob", "shared"), False),
    ):
        listed = client.post("/page/documents", json={}, headers=given).json()
        deleted = client.post("/page/discard", json={"document": "x.md"}, headers=given).json()
        tried = client.post("/page/trial-add", json={"name": "a", "text": "{"}, headers=given)
        assert listed["can_change"] is may
        assert (deleted == refused) is not may
        assert ("you may not run or add" in tried.json()["error"]) is not may
        sent = client.post("/page/upload?name=ferry.exe", content=b"x", headers=given).json()
        assert (sent == refused) is not may
