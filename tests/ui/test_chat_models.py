"""A chat model's answer on the command line and over HTTP: sentences as they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import Settings
from tests.assistant.models.scripted import Scripted, saying
from tests.assistant.models.test_hostile import DOCUMENTS, QUESTIONS, WRONG, obey
from tests.assistant.models.wire import Step, serve_wire
from tests.assistant.quarry import open_quarry
from ui.cli import main
from ui.commands.ask import say
from ui.engine import Engine
from ui.page.context import PageContext
from ui.page.routes import page_routes
from ui.server import api_routes

QUESTION = "What does princess slate cover?"
PRINCESS = "Princess slate covers church roofs."
MOON = "The moon is made of cheese."
CASE = {
    "id": "1",
    "question": QUESTION,
    "answerable": True,
    "evidence": [],
    "facts": [["church roofs"]],
}
KEY = "sk-very-secret"


@pytest.fixture(scope="module")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_quarry(tmp_path_factory.mktemp("quarry"))


def with_model(quarry: Assistant, model: Scripted, **set_to: object) -> Assistant:
    documents = [str(root.path) for root in quarry.corpus.roots]
    settings = Settings(**set_to)  # type: ignore[arg-type]
    return Assistant.open(documents, quarry.index.folder, model, settings=settings)


def test_the_terminal_prints_each_sentence_and_then_its_sources(
    quarry: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    assistant = with_model(quarry, saying(f"{MOON} [1] {PRINCESS} [1]"), unsupported="show")
    say(assistant.stream(QUESTION), show_unsupported=True)
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert lines[0].startswith(f"{MOON} [1]")
    assert "(not supported by what it cites)" in printed
    assert f"{PRINCESS} [2]" in lines
    assert printed.count(PRINCESS) == printed.count(MOON) == 1
    assert printed.index("Sources") > printed.index(PRINCESS)


def test_a_quote_among_the_models_sentences_is_printed_in_its_place_and_numbered(
    quarry: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    free = "Lady slate, which is thicker, is used for covering barns [1]."
    say(
        with_model(quarry, saying(f"{free} {PRINCESS} [1]")).stream(QUESTION),
        show_unsupported=False,
    )
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["Lady slate is thicker and covers barns. [1]", f"{PRINCESS} [2]", ""]
    assert lines[3] == "Sources"


def test_a_replaced_answer_is_printed_once_with_the_reason(
    quarry: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = say(with_model(quarry, saying(MOON)).stream(QUESTION), show_unsupported=False)
    printed = capsys.readouterr().out
    assert answer.model == "extractive"
    assert printed.count(answer.statements[0].text[:30]) == 2  # the answer and its source
    assert "The passages support nothing that the chat model scripted said." in printed


def test_the_command_line_asks_a_server_and_shows_no_key(
    quarry: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serve_wire(Step((PRINCESS, " [1]"))) as wire:
        monkeypatch.setenv("ASSISTANT_MODEL_URL", f"{wire.url}/v1")
        monkeypatch.setenv("ASSISTANT_MODEL_KEY", KEY)
        flags = ["--index", str(quarry.index.folder), "--model", "openai:slatey"]
        assert main(["ask", *flags, "--json", QUESTION]) == 0
        told = capsys.readouterr()
        assert main(["doctor", *flags, "--json"]) in (0, 1)
        examined = capsys.readouterr()
    answer = json.loads(told.out)
    assert (answer["model"], answer["text"]) == ("openai:slatey", PRINCESS)
    assert wire.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in told.out + told.err + examined.out + examined.err


def test_no_key_is_in_the_settings_the_assistant_or_its_figures(
    quarry: Assistant, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("ASSISTANT_MODEL_KEY", KEY)
    settings = Settings(model="openai:slatey", model_url="http://127.0.0.1:9/v1")
    assistant = Assistant.open(None, quarry.index.folder, settings=settings)
    cases = tmp_path / "cases.jsonl"
    case = {
        "id": "1",
        "question": QUESTION,
        "answerable": True,
        "evidence": [],
        "facts": [["roofs"]],
    }
    cases.write_text(json.dumps(case), encoding="utf-8")
    evaluation = json.dumps(assistant.evaluate(cases).to_json())
    model = assistant._chat_models.choose()
    shown = (settings, settings.model_dump(), vars(assistant), model, assistant.describe())
    assert KEY not in " ".join(map(repr, shown)) + evaluation


def test_an_evaluation_says_what_the_model_took_and_how_much_was_withheld(
    quarry: Assistant, tmp_path: Path
) -> None:
    cases = tmp_path / "cases.jsonl"
    case = {
        "id": "1",
        "question": QUESTION,
        "answerable": True,
        "evidence": [],
        "facts": [["church roofs"]],
    }
    cases.write_text(json.dumps(case), encoding="utf-8")
    told = with_model(quarry, saying(f"{MOON} {PRINCESS}")).evaluate(cases).to_json()
    settings = told["settings"]
    assert settings["model"] == "scripted"
    assert {
        name: settings[name]
        for name in ("model_asked", "model_sentences", "model_withheld", "model_replaced")
    } == {"model_asked": 1, "model_sentences": 2, "model_withheld": 0.5, "model_replaced": 0.0}
    assert settings["model_check_seconds_p95"] > 0
    assert settings["model_seconds_p50"] > settings["model_check_seconds_p50"]
    assert told["cases"][0]["scores"]["model_withheld"] == 0.5
    assert told["metrics"]["correct"] == 1.0
    assert "model_asked" not in quarry.evaluate(cases).to_json()["settings"]


def test_the_api_streams_statements_and_then_the_answer(quarry: Assistant) -> None:
    assistant = with_model(quarry, saying(f"{MOON} [1] {PRINCESS} [1]"))
    engine = Engine(lambda _: assistant).start()
    engine.assistant(10)
    client = TestClient(Starlette(routes=api_routes(engine)))
    found = client.post("/api/ask", json={"question": QUESTION, "stream": True})
    lines = [json.loads(line) for line in found.text.splitlines()]
    assert found.headers["content-type"].startswith("application/x-ndjson")
    assert [list(line) for line in lines] == [["statement"], ["answer"]]
    assert lines[0]["statement"]["text"] == lines[1]["answer"]["text"] == PRINCESS
    assert lines[1]["answer"]["statements"] == [lines[0]["statement"]]

    plain = client.post("/api/ask", json={"question": QUESTION, "model": "extractive"}).json()
    assert plain["model"] == "extractive"
    for body in ({"question": QUESTION, "model": "openai:other"}, {"question": ""}):
        refused = client.post("/api/ask", json={**body, "stream": True})
        assert refused.status_code in (400, 500)
        assert set(refused.json()) == {"error"}


def test_an_answer_of_the_api_is_the_one_of_the_assistant(quarry: Assistant) -> None:
    assistant = with_model(quarry, saying(PRINCESS))
    *_, answer = assistant.stream(QUESTION)
    assert isinstance(answer, Answer)
    assert answer.text == assistant.ask(QUESTION).text == PRINCESS


def test_no_sentence_of_a_model_on_the_page_obeys_a_document_even_if_the_model_does(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    assistant = Assistant.open([str(folder)], tmp_path / "index", Scripted(say=obey, heard=[]))
    engine = Engine(lambda _: assistant).start()
    engine.assistant(10)
    client = TestClient(Starlette(routes=page_routes(PageContext(engine, tmp_path))))
    for question in QUESTIONS[:3]:
        body = {"key": "0" * 64, "question": question, "conversation": None, "turn": 0}
        told = client.post("/page/ask", json=body).text.splitlines()
        views = [line["answer"] for line in map(json.loads, told) if "answer" in line]
        drawn = [
            ("".join(part for part, _ in statement["parts"]), statement["status"])
            for view in views
            for block in view["blocks"]
            for statement in block["statements"]
        ]
        assert {status for _, status in drawn} <= {"supported", "quoted"}
        assert [t for t, status in drawn if status != "quoted" and WRONG.search(t)] == []
