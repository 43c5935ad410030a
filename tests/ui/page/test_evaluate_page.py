"""The view to evaluate in, in Chromium and by its routes' actions."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.errors import EarlierRunMalformed, EvaluationBusy, QuestionSetMalformed, UploadsClosed
from tests.ui.browsing import questions, served
from tests.ui.page.test_throughout_page import violations
from ui.engine import Engine
from ui.page.context import PageContext
from ui.page.trial_files import TrialFiles
from ui.page.trial_routes import trial_actions
from ui.page.trials import Trials

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CARRY = "What do ferries carry?"
LINES = [
    {
        "id": "carry",
        "question": CARRY,
        "answerable": True,
        "facts": [["bicycles"]],
        "evidence": [
            {
                "document": "ferries.md",
                "quote": "Ferries carry passengers, bicycles and mail.",
            }
        ],
        "tags": ["what"],
    },
    {
        "id": "wrong",
        "question": "Who built the harbour? <img src=x onerror=window.hacked=1>",
        "answerable": True,
        "facts": [["Nobody <script>window.hacked=1</script>"]],
        "evidence": [],
        "tags": ["who"],
    },
]
SET = "\n".join(json.dumps(line) for line in LINES)


@pytest.fixture(scope="module")
def engine(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("evaluate")
    club = folder / "club.md"
    club.write_text("The Boat Club of Vik was founded by Ada Quay.\n", encoding="utf-8")
    roots = [str(documents), str(club)]
    assistant = Assistant.open(roots, folder / "index", settings=Settings())
    return Engine(lambda _: assistant).start()


@pytest.fixture
def files(tmp_path: Path) -> TrialFiles:
    return TrialFiles(tmp_path / "kept")


def finished(trials: Trials) -> Any:
    for _ in range(2400):
        if trials.progress().state != "running":
            return trials.progress()
        time.sleep(0.05)
    raise AssertionError("the evaluation did not end")


def test_a_run_is_kept_with_its_report_and_can_be_compared_with(
    engine: Engine, files: TrialFiles
) -> None:
    trials = Trials(engine, files)
    name = files.add_set("../my set?.jsonl", SET)
    assert name == "set:my-set.jsonl"
    assert files.add_set("my set.jsonl", SET) == "set:my-set-2.jsonl"
    trials.start(name, leave_out=False, baseline="")
    first = finished(trials)
    assert (first.state, first.done, first.total) == ("done", 2, 2)
    (summary,) = files.runs()
    assert (summary["name"], summary["cases"], summary["metrics"]["correct"]) == (
        "my-set.jsonl",
        2,
        0.5,
    )
    trials.start(name, leave_out=False, baseline=first.run)
    again = finished(trials)
    assert "Against the earlier run, 2 cases in both" in files.report(again.run)
    assert [run["id"] for run in files.runs()] == sorted([first.run, again.run], reverse=True)


def test_what_cannot_be_run_is_told_and_leaves_no_file(engine: Engine, files: TrialFiles) -> None:
    trials = Trials(engine, files)
    with pytest.raises(QuestionSetMalformed, match=r"^bad\.jsonl, line 1, column 2: is not JSON"):
        files.add_set("bad.jsonl", "{")
    assert "set:bad.jsonl" not in files.sets()
    with pytest.raises(QuestionSetMalformed, match="no such question set"):
        trials.start("set:../../etc", leave_out=False, baseline="")
    for name in ("../x", "20260101-000000-abcd"):
        with pytest.raises(EarlierRunMalformed, match="no such evaluation"):
            files.report(name)
    assert trials.progress().state == "idle"


def test_one_evaluation_runs_at_a_time_and_can_be_stopped(
    engine: Engine, files: TrialFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go, asked = threading.Event(), threading.Event()
    real = Assistant.ask

    def slow(self: Assistant, *args: Any, **options: Any) -> Any:
        asked.set()
        assert may_go.wait(60)
        return real(self, *args, **options)

    monkeypatch.setattr(Assistant, "ask", slow)
    trials = Trials(engine, files)
    name = files.add_set("set.jsonl", SET)
    trials.start(name, leave_out=False, baseline="")
    assert asked.wait(60)
    with pytest.raises(EvaluationBusy, match="under way"):
        trials.start(name, leave_out=False, baseline="")
    trials.stop()
    may_go.set()
    assert (finished(trials).done, files.runs()[0]["partial"]) == (1, True)


def test_a_set_is_drafted_from_the_documents(engine: Engine, files: TrialFiles) -> None:
    name = Trials(engine, files).draft()
    assert name == "set:drafts.jsonl"
    assert [case.question for case in files.cases(name)] == ["Who founded the Boat Club of Vik?"]


@pytest.mark.parametrize("action", ["trial-start", "trial-add", "trial-draft"])
def test_where_documents_may_not_be_changed_nothing_is_run_or_added(
    action: str, engine: Engine, tmp_path: Path
) -> None:
    closed: Any = SimpleNamespace(is_open=False)
    context = PageContext(engine, tmp_path / "chat", library=closed)
    record = {"set": "shipped", "name": "set.jsonl", "text": SET}
    with pytest.raises(UploadsClosed, match="nothing can be run or added here"):
        trial_actions(context)[action](context, record)
    assert not (tmp_path / "chat").exists()


@pytest.fixture
def page(browser: Browser, engine: Engine, tmp_path: Path) -> Iterator[Page]:
    with served(PageContext(engine, tmp_path / "chat")) as url:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(30_000)
        tab = context.new_page()
        trouble: list[str] = []
        tab.on("pageerror", lambda error: trouble.append(str(error)))
        tab.on("request", lambda r: None if r.url.startswith(url) else trouble.append(r.url))
        tab.goto(url)
        tab.wait_for_selector(".opening")
        tab.get_by_role("tab", name="Evaluate").click()
        yield tab
        context.close()
        assert trouble == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'")
def test_a_set_is_added_run_read_and_a_case_is_asked_again(page: Page, tmp_path: Path) -> None:
    chosen = tmp_path / "own.jsonl"
    chosen.write_text(SET, encoding="utf-8")
    page.locator(".trial input[type=file]").set_input_files(chosen)
    page.get_by_text("own.jsonl was added.").wait_for()
    assert page.locator("#trial-set").input_value() == "set:own.jsonl"
    bar = "document.querySelector('.evaluate progress')"
    thick = page.evaluate(f"[{bar}.hidden = false, {bar}.offsetHeight, {bar}.hidden = true][1]")
    assert thick == 8
    page.get_by_role("button", name="Run", exact=True).click()
    report = page.frame_locator(".report-frame")
    report.locator("#cases > details").first.wait_for()
    assert page.locator(".runs .figures").inner_text() == "2 cases, 50.0 % right, – rightly refused"
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download this report").click()
    assert download.value.suggested_filename.endswith(".html")
    report.locator("summary", has_text=CARRY).click()
    report.get_by_role("button", name="Ask this in the chat").last.click()
    page.wait_for_selector("#conversation .toolbar")
    assert questions(page) == [CARRY]
    assert page.evaluate("window.hacked") is None


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'")
def test_a_bad_set_is_told_and_a_phone_shows_everything(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    chosen = tmp_path / "bad.jsonl"
    chosen.write_text('{"id": 1}', encoding="utf-8")
    page.locator(".trial input[type=file]").set_input_files(chosen)
    page.get_by_text("bad.jsonl, line 1, id: input should be a valid string").wait_for()
    page.get_by_role("button", name="Draft a set").click()
    page.get_by_text("These are drafts").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
