"""``assistant evaluate``: what it prints and writes, when it fails, and how it stops."""

from __future__ import annotations

import json
import signal
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

import pytest

from assistant.answer import Answer, Turn
from assistant.drafting import Drafted
from assistant.evaluation.cases import Case
from assistant.evaluation.run import EvaluationStep, Examinee, Stop, evaluation_steps
from index.filtering import Where
from tests.assistant.evaluation import small
from ui import options
from ui.cli import main
from ui.progress import CountLine

LINES = [
    {
        "id": "penn",
        "question": "With whom did Novartis develop Kymriah?",
        "answerable": True,
        "facts": [["Penn"]],
        "evidence": [{"document": "drugs.md", "quote": "Novartis developed Kymriah with Penn."}],
        "tags": ["who"],
    },
    {
        "id": "began",
        "question": "When did GSK and 23andMe begin?",
        "answerable": True,
        "facts": [["2018"]],
        "evidence": [{"document": "genes.md", "quote": "GSK and 23andMe began in 2018."}],
    },
    {"id": "fare", "question": "A ticket?", "answerable": False, "facts": [], "evidence": []},
]


class SmallAssistant:
    """Answers from the small corpus, pressing Ctrl-C during the first ``interrupts`` questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.interrupts = 0
        self.empty = False

    def ask(self, question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        self.asked.append(question)
        if self.interrupts:
            self.interrupts -= 1
            signal.raise_signal(signal.SIGINT)
        return small.ask(question, history, hidden)

    def draft_questions(self, where: Where | None = None) -> Drafted:
        return Drafted(() if self.empty else ({**LINES[0], "tags": ["draft", "who"]},), 1)

    def evaluation_steps(
        self,
        cases: Sequence[Case],
        *,
        leave_out: bool = False,
        where: Where | None = None,
        stop: Stop,
    ) -> Iterator[EvaluationStep]:
        examinee = Examinee(self.ask, small.read_text, small.CHUNKS, {"model": "small"})
        return evaluation_steps(examinee, cases, leave_out=leave_out, stop=stop)


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SmallAssistant:
    monkeypatch.chdir(tmp_path)
    lines = "\n".join(json.dumps(line) for line in LINES)
    (tmp_path / "set.jsonl").write_text(lines, encoding="utf-8")
    found = SmallAssistant()
    monkeypatch.setattr(options.Choice, "assistant", lambda *_, **__: found)
    return found


def test_tables_go_to_stdout_and_progress_to_stderr(
    assistant: SmallAssistant, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "set.jsonl"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("3 cases\n\nmetric ")
    assert "\nbest passage " in out
    assert err == "Asking 1 of 3\nAsking 2 of 3\nAsking 3 of 3\n"


def test_report_json_and_baseline_are_made_in_one_run(
    assistant: SmallAssistant, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["evaluate", "set.jsonl", "--json", "old.json"]) == 0
    old = json.loads((tmp_path / "old.json").read_text(encoding="utf-8"))
    old["cases"][0]["scores"]["correct"] = 0
    (tmp_path / "old.json").write_text(json.dumps(old), encoding="utf-8")
    capsys.readouterr()
    flags = ["--baseline", "old.json", "--json", "-", "--report", "out.html"]
    assert main(["evaluate", "set.jsonl", *flags]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["curves"]["comparison"]["fixed"] == ["penn"]
    assert "Fixed:\n  penn  With whom did Novartis develop Kymriah?\n" in err
    assert err.endswith("assistant: the report is in out.html\n")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "1 wrong before and right now" in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.json", "out.html", "set.jsonl"]


def test_leave_out_goes_with_report_baseline_and_gates(
    assistant: SmallAssistant, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["--leave-out", "--report", "out.html", "--json", "out.json"]
    assert main(["evaluate", "set.jsonl", *flags]) == 0
    gates = ["--baseline", "out.json", "--fail-over", "refused_unanswerable=0.5"]
    assert main(["evaluate", "set.jsonl", *flags, *gates]) == 1
    assert "assistant: refused_unanswerable is 1, over 0.5\n" in capsys.readouterr().err
    assert main(["evaluate", "set.jsonl", "--baseline", "out.json"]) == 2
    assert "made with --leave-out, this one without" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--fail-under", "speed=1"], "--fail-under speed: no such metric; there are fact_recall,"),
        (["--fail-under", "correct"], "'correct' is not METRIC=VALUE"),
        (["--fail-over", "correct=nan"], "the value is not a number"),
        (["--baseline", "gone.json"], "gone.json: cannot be read (No such file or directory)"),
        (["--baseline", "set.jsonl"], "set.jsonl: is not JSON"),
        (["--report", "no/out.html"], "--report no/out.html: there is no folder no; make it"),
        (["--json", "no/out.json"], "--json no/out.json: there is no folder no; make it"),
    ],
)
def test_wrong_usage_is_told_before_a_question_is_asked(
    flags: list[str],
    sentence: str,
    assistant: SmallAssistant,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["evaluate", "set.jsonl", *flags]) == 2
    assert sentence in capsys.readouterr().err
    assert assistant.asked == []


def test_ctrl_c_finishes_the_question_and_writes_what_is_done(
    assistant: SmallAssistant, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assistant.interrupts = 1
    flags = ["--json", "out.json", "--report", "out.html", "--fail-under", "correct=2"]
    before = signal.getsignal(signal.SIGINT)
    assert main(["evaluate", "set.jsonl", *flags]) == 130
    assert signal.getsignal(signal.SIGINT) is before
    assert len(assistant.asked) == 1
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert ([case["id"] for case in found["cases"]], found["settings"]["partial"]) == (
        ["penn"],
        True,
    )
    assert "Stopped early" in (tmp_path / "out.html").read_text(encoding="utf-8")
    out, err = capsys.readouterr()
    assert out.startswith("1 case, stopped early: partial\n")
    assert "assistant: stopping after this question; Ctrl-C again stops at once\n" in err
    assert err.endswith("the questions asked so far; gates not checked\n")


def test_a_second_ctrl_c_ends_the_question_under_way(
    assistant: SmallAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        assistant.asked.append(question)
        if len(assistant.asked) == 2:
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)
        return small.ask(question, history, hidden)

    monkeypatch.setattr(assistant, "ask", ask)
    assert main(["evaluate", "set.jsonl", "--json", "out.json"]) == 130
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert ([case["id"] for case in found["cases"]], len(assistant.asked)) == (["penn"], 2)


def test_a_count_elsewhere_than_in_a_terminal_is_a_line_a_tenth(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with CountLine("Asking") as line:
        steps = [line.draw(step, step, 40) for step in range(1, 41)]
    assert steps == list(range(1, 41))
    shown = capsys.readouterr().err.splitlines()
    assert shown == [f"Asking {n} of 40" for n in range(4, 41, 4)]


def test_drafts_are_written_to_a_new_file_with_what_to_do_next(
    assistant: SmallAssistant, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["evaluate", "--make-questions", "drafts.jsonl", "--corpus", "my"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Drafted 1 question from 1 document in 0.0 s, without a chat model:")
    assert "These are drafts: read them before you trust a figure." in out
    assert out.endswith("  assistant evaluate drafts.jsonl --corpus my --report report.html\n")
    (line,) = (tmp_path / "drafts.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["tags"] == ["draft", "who"]


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        (["--make-questions", "set.jsonl"], "the file exists; name a new one or remove it"),
        (["--make-questions", "no/set.jsonl"], "there is no folder no; make it"),
        (["set.jsonl", "--make-questions", "new.jsonl"], "run evaluate on it afterwards"),
    ],
)
def test_drafting_never_writes_over_a_file_and_is_no_run(
    flags: list[str],
    sentence: str,
    assistant: SmallAssistant,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    before = (tmp_path / "set.jsonl").read_bytes()
    assert main(["evaluate", *flags]) == 2
    assert sentence in capsys.readouterr().err
    assert (tmp_path / "set.jsonl").read_bytes() == before
    assert not (tmp_path / "new.jsonl").exists()


def test_documents_without_prose_give_a_sentence_and_no_file(
    assistant: SmallAssistant, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assistant.empty = True
    assert main(["evaluate", "--make-questions", "drafts.jsonl"]) == 1
    assert "no question could be drafted" in capsys.readouterr().err
    assert not (tmp_path / "drafts.jsonl").exists()
