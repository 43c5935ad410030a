"""The view to evaluate in, in Chromium and by its routes' actions."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.corpus import SHIPPED, Corpus
from corpus.errors import (
    EarlierRunMalformed,
    EvaluationBusy,
    QuestionRefused,
    QuestionSetMalformed,
    UploadsClosed,
)
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
    drafted = engine.assistant().draft_questions().cases
    assert [case.to_json() for case in files.cases(name)] == list(drafted)
    assert "Who founded the Boat Club of Vik?" in [case["question"] for case in drafted]


def test_the_shipped_set_is_offered_only_where_the_shipped_documents_are_served(
    engine: Engine, files: TrialFiles
) -> None:
    shipped: Any = SimpleNamespace(
        assistant=lambda: SimpleNamespace(corpus=Corpus.open([str(SHIPPED)]))
    )
    assert list(Trials(shipped, files).sets()) == ["shipped"]
    assert list(Trials(engine, files).sets()) == []
    with pytest.raises(QuestionSetMalformed, match="no such question set for these documents"):
        Trials(engine, files).start("shipped", leave_out=False, baseline="")


def saved(files: TrialFiles, engine: Engine, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The set of ``LINES``, saved as the page would; what it then holds."""
    name = files.add_set("own.jsonl", SET)
    context = PageContext(engine, files.folder)
    trial_actions(context)["trial-save"](context, {"set": name, "cases": cases})
    return [dict(case.to_json()) for case in files.cases(name)]


def test_an_edited_case_keeps_what_the_page_does_not_show_and_others_go(
    engine: Engine, files: TrialFiles
) -> None:
    edit = {
        "id": "carry",
        "question": " What is\ncarried? ",
        "answerable": True,
        "facts": " bicycles | bikes\n\nmail|",
    }
    assert saved(files, engine, [edit]) == [
        {
            **LINES[0],
            "question": "What is carried?",
            "facts": [["bicycles", "bikes"], ["mail"]],
            "tags": ["what"],
        }
    ]


def test_only_a_question_in_other_words_is_no_draft_any_more(
    engine: Engine, files: TrialFiles
) -> None:
    drafted = [{**line, "tags": ["draft", "who"], "facts": [["a|b"]]} for line in LINES]
    name = files.add_set("drafts.jsonl", "\n".join(map(json.dumps, drafted)))
    context = PageContext(engine, files.folder)
    actions = trial_actions(context)
    shown = actions["trial-cases"](context, {"set": name})["cases"]
    shown[1]["question"] = "Who built it?"
    actions["trial-save"](context, {"set": name, "cases": shown})
    assert [case.to_json() for case in files.cases(name)] == [
        drafted[0],
        {**drafted[1], "question": "Who built it?", "tags": ["who"]},
    ]


@pytest.mark.parametrize(
    ("cases", "sentence"),
    [
        ([], "keep at least one question"),
        ([{"id": "carry", "question": " ", "answerable": True, "facts": ""}], "question is empty"),
        ([{"id": "carry"}], "must be a list of cases"),
        ("carry", "must be a list of cases"),
    ],
)
def test_what_would_be_no_question_set_is_not_saved(
    engine: Engine, files: TrialFiles, cases: Any, sentence: str
) -> None:
    with pytest.raises(QuestionRefused, match=sentence):
        saved(files, engine, cases)
    assert [case.to_json() for case in files.cases("set:own.jsonl")] == LINES


@pytest.mark.parametrize("action", ["trial-start", "trial-add", "trial-draft", "trial-save"])
def test_where_documents_may_not_be_changed_nothing_is_run_or_added(
    action: str, engine: Engine, tmp_path: Path
) -> None:
    closed: Any = SimpleNamespace(is_open=False)
    context = PageContext(engine, tmp_path / "chat", library=closed)
    record = {"set": "shipped", "name": "set.jsonl", "text": SET}
    with pytest.raises(UploadsClosed, match="you may not run or add anything here"):
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


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'")
def test_drafts_are_read_edited_and_dropped_on_the_page(page: Page, tmp_path: Path) -> None:
    page.get_by_text("There is no question set for these documents yet.").wait_for()
    assert page.get_by_role("button", name="Run", exact=True).is_disabled()
    page.get_by_role("button", name="Draft a set").click()
    page.get_by_text(re.compile(r"^Save \d+ of \d+ questions$")).wait_for()
    assert page.get_by_text("There is no question set").is_hidden()
    chosen = tmp_path / "own.jsonl"
    chosen.write_text(SET, encoding="utf-8")
    page.locator(".trial input[type=file]").set_input_files(chosen)
    page.get_by_text("own.jsonl was added.").wait_for()
    assert page.get_by_role("region", name="Questions of the set").is_hidden()
    page.get_by_role("button", name="Read and edit").click()
    first, second = (page.get_by_role("group", name=f"Question {n}") for n in (1, 2))
    assert first.get_by_label("Question", exact=True).input_value() == CARRY
    first.get_by_label("A right answer says").fill("bikes | bicycles")
    assert violations(page) == []
    second.get_by_label("Keep").uncheck()
    assert second.get_by_label("Question", exact=True).is_hidden()
    page.get_by_text("Not saved yet.").wait_for()
    page.get_by_role("button", name="Save 1 of 2 questions").click()
    page.get_by_role("button", name="Save 1 of 1 questions").wait_for()
    kept = (tmp_path / "chat" / "question-sets" / "own.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in kept.splitlines()]
    assert lines == [{**LINES[0], "facts": [["bikes", "bicycles"]]}]
    first.get_by_label("The documents answer it").uncheck()
    assert first.get_by_label("A right answer says").is_hidden()
    page.get_by_role("button", name="Run", exact=True).click()  # saves first
    page.frame_locator(".report-frame").locator("#cases > details").first.wait_for()
    assert page.locator(".runs .figures").inner_text() == "1 case, – right, 0.0 % rightly refused"
    assert page.evaluate("window.hacked") is None
