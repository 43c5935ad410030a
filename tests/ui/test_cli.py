"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import IndexBusy, RootMissing, SettingRefused
from index.passage import SyncProgress, SyncReport
from tests.ui.standin import NearestSentence
from ui import options
from ui.cli import main
from ui.gates import Gate, check, check_names
from ui.progress import ProgressLine

QUESTION = "What do ferries carry?"
ANSWER = "Ferries carry passengers, bicycles and mail."


@pytest.fixture
def asking(
    standin: NearestSentence, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> NearestSentence:
    """Commands that ask use the stand-in; the working directory is empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(options.Choice, "assistant", lambda *_, **__: standin)
    return standin


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_an_answer_goes_to_stdout_with_its_sources(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["ask", QUESTION])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    assert out.startswith(f"{ANSWER} [1]")
    assert f"\n    “{ANSWER}”\n" in out


def test_a_question_may_be_typed_without_quotation_marks(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ask", "--json", *QUESTION.split()])
    assert json.loads(capsys.readouterr().out)["question"] == QUESTION


def test_json_is_the_answer_as_it_is(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["ask", QUESTION, "--json"])
    expected = asking.ask(QUESTION).to_json()
    shown = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {**shown, "seconds": None} == {**expected, "seconds": None}


def test_a_refusal_exits_with_3(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "What is the boiling point of tungsten?"]) == 3
    assert capsys.readouterr().out.startswith("I did not find an answer to that.\n\nClosest")


def test_earlier_turns_are_read_from_a_file(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    history = tmp_path / "history.json"
    turns = [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Hi"}]
    history.write_text(json.dumps(turns), encoding="utf-8")
    main(["ask", QUESTION, "--json", "--history", str(history)])
    assert json.loads(capsys.readouterr().out)["notes"] == ["2 earlier turns."]


def test_each_line_in_gives_a_line_out_and_a_bad_one_an_error(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({"question": QUESTION}), "{", "", json.dumps({"q": 1}), "7"]
    stdin(monkeypatch, "\n".join(lines) + "\n")
    code = main(["ask", "-"])
    out, err = capsys.readouterr()
    records: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [record.get("text", record.get("error")) for record in records] == [
        f"{ANSWER} A captain commands each ferry.",
        "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        '"question" must be a string',
        'expected an object with "question"',
    ]
    assert [line.partition(": ")[2].partition(":")[0] for line in err.splitlines()] == [
        "line 2",
        "line 4",
        "line 5",
    ]


def test_search_prints_passages_and_exits_with_3_when_there_is_none(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["search", "harbour", "-k", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == "1. harbour"
    stdin(monkeypatch, '{"query": "harbour"}\n')
    assert main(["search", "-", "-k", "1"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert sorted(record) == ["passages", "query", "seconds"]
    assert [passage["document"] for passage in record["passages"]] == ["harbour.txt"]
    assert main(["search", "harbour", "--where", "document=none.md"]) == 3
    either = ["--where", "document=none.md", "--where", "document=harbour.txt"]
    assert main(["search", "harbour", "--json", *either]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {passage["document"] for passage in record["passages"]} == {"harbour.txt"}
    assert main(["search", "harbour", *either, "--where", "title=Ferries of the bay"]) == 3
    assert capsys.readouterr() == ("", "No passage found.\n")


def test_search_says_when_no_passage_comes_near(
    asking: NearestSentence, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "harbour", "-k", "1"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["search", "zzzz", "-k", "1"]) == 0
    shown = capsys.readouterr()
    assert shown.err == "Nothing in the documents comes near this. The closest passages:\n"
    assert shown.out.startswith("1. ")
    assert main(["search", "zzzz", "-k", "1", "--json"]) == 0
    assert capsys.readouterr().err == ""


def test_index_read_and_verify_work_on_one_folder(
    documents: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    standin: NearestSentence,
) -> None:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    for path in documents.iterdir():
        (corpus / path.name).write_bytes(path.read_bytes())
    (corpus / "broken.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    flags = ["--corpus", str(corpus), "--index", "idx"]

    assert main(["index", *flags]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("3 added, 0 changed, 0 removed, 0 unchanged, 1 refused; ")
    assert out.endswith(f"{tmp_path / 'idx'} holds 3 documents in 5 passages\n")
    assert err.endswith("assistant: refused broken.txt: holds no text\n")

    own = ["--corpus", str(corpus)]
    assert main(["index", *own]) == 1
    assert capsys.readouterr().err.endswith(f" assistant ask {shlex.join(own)} QUESTION\n")

    assert main(["read", "harbour.txt", "--span", "4-11", "--index", "idx"]) == 0
    assert capsys.readouterr().out == "harbour"
    assert main(["read", "none.txt", "--index", "idx"]) == 1
    assert main(["read", "harbour.txt", "--span", "4-9999", "--index", "idx"]) == 2
    capsys.readouterr()

    saved = tmp_path / "answer.json"
    answer = standin.ask(QUESTION).to_json()
    saved.write_text(json.dumps(answer), encoding="utf-8")
    assert main(["verify", str(saved), *flags]) == 0
    place = answer["statements"][0]["citations"][0]
    where = f"ferries.md:{place['start']}-{place['end']}"
    assert capsys.readouterr().out.splitlines()[0] == f"exact    {where}  {ANSWER}"
    ferries = corpus / "ferries.md"
    ferries.write_text(
        ferries.read_text(encoding="utf-8").replace("mail", "post"), encoding="utf-8"
    )
    assert main(["verify", str(saved), *flags]) == 1
    assert capsys.readouterr().out.splitlines()[0] == f"changed  {where}  {ANSWER}"


def test_the_assistant_itself_answers_from_a_new_folder_and_its_answer_verifies(
    documents: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    flags = ["--corpus", str(documents), "--index", "idx"]
    assert main(["ask", "Who built the harbour?", "--json", *flags]) == 0
    out, err = capsys.readouterr()
    Path("answer.json").write_text(out, encoding="utf-8")
    answer = json.loads(out)
    assert answer["outcome"] == "answered"
    assert "Ada Quay" in answer["text"]
    assert "Embedding passages ...\n" in err
    assert main(["verify", "answer.json", *flags]) == 0
    verdicts = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    places = {(c["document"], c["start"]) for s in answer["statements"] for c in s["citations"]}
    assert verdicts == ["exact"] * len(places)


def test_doctor_exits_with_1_while_there_is_a_problem(
    documents: Path,
    index_folder: Path,
    standin: NearestSentence,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    flags = ["--corpus", str(documents), "--index"]
    assert main(["doctor", *flags, str(index_folder)]) == 0
    capsys.readouterr()
    assert main(["doctor", *flags, str(tmp_path / "none"), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    mends = {finding["name"]: finding["mend"] for finding in found if finding["problem"]}
    assert mends == {"index": "assistant index"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND is missing; see: assistant --help"),
        (["ask"], "QUESTION is missing; see: assistant ask --help"),
        (["ask", "x", "--where", "a"], "--where: 'a' is not KEY=VALUE; see: assistant ask --help"),
        (["ask", "x", "--model"], "--model wants a value; see: assistant ask --help"),
        (
            ["ask", "x", "--history", "no"],
            "--history no cannot be read (No such file or directory); check the path",
        ),
        (["search", "x", "--bogus"], "not understood: --bogus; see: assistant --help"),
        (
            ["search", "x", "-k", "0"],
            "-k: '0' is not a whole number from 1; see: assistant search --help",
        ),
        (
            ["read", "x", "--span", "9-4"],
            "--span: '9-4' is not START-END, e.g. 120-245; see: assistant read --help",
        ),
        (
            ["evaluate", "--fail-under", "correct"],
            "--fail-under: 'correct' is not METRIC=VALUE; see: assistant evaluate --help",
        ),
        (
            ["index", "--add", "--replace"],
            "--replace and --add exclude each other; see: assistant index --help",
        ),
        (
            ["chat", "--port", "70000"],
            "--port takes a whole number from 1 to 65535, not '70000'; set another",
        ),
        (
            ["chat", "--port", "many"],
            "--port takes a whole number from 1 to 65535, not 'many'; set another",
        ),
        (["verify", "no"], "no cannot be read (No such file or directory); check the path"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(
    arguments: list[str], said: str, asking: NearestSentence, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"assistant: {said}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["nonsense"],
            r"no command 'nonsense'; choose '?chat'?, .*doctor'?; see: assistant --help",
        ),
        (
            ["ask", "x", "--unsupported", "maybe"],
            r"--unsupported cannot be 'maybe'; choose '?hide.*show'?; see: assistant ask --help",
        ),
        (["chat", "--host", "0.0.0.0"], r".*--open.*"),
    ],
)
def test_what_can_be_chosen_is_told(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(f"assistant: {said}\n", err)


@pytest.mark.parametrize(
    ("variable", "value", "takes"),
    [
        ("PASSAGES", "zero", "a whole number from 1 to 100"),
        ("THRESHOLD", "7", "a number from 0 to 1"),
        ("FILE_SECONDS", "0", "a number above 0 to 3600"),
        ("UNSUPPORTED", "maybe", "hide or show"),
        ("OPEN", "perhaps", "true or false"),
    ],
)
def test_a_variable_that_cannot_be_used_is_told_what_it_takes(
    variable: str,
    value: str,
    takes: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(f"ASSISTANT_{variable}", value)
    assert main(["ask", "x"]) == 2
    said = f"assistant: ASSISTANT_{variable} takes {takes}, not {value!r}; set another\n"
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("nobody:x", "nobody:x names a provider that is not known; write e.g. ollama:llama3.2"),
        ("x", "x names no provider; write it as provider:name, e.g. ollama:llama3.2"),
    ],
)
def test_a_provider_that_there_is_not_is_wrong_usage(
    model: str, said: str, documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["--corpus", str(documents), "--index", str(tmp_path / "idx"), "--model", model]
    assert main(["ask", "Where do the ferries go?", *flags]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"assistant: {said}"


def test_a_port_in_use_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["chat", "--port", str(port)]) == 1
    said = rf"assistant: port {port} is in use; run: assistant chat --port \d+\n"
    assert re.fullmatch(said, capsys.readouterr().err)


def test_a_bad_variable_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_PORT", "many")
    assert main(["chat"]) == 2
    said = "ASSISTANT_PORT takes a whole number from 1 to 65535, not 'many'; set another"
    assert capsys.readouterr().err == f"assistant: {said}\n"


def test_expected_failures_are_one_sentence_and_others_leave_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail_with(error: BaseException) -> int:
        def assistant(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(options.Choice, "assistant", assistant)
        return main(["ask", "x"])

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert fail_with(IndexBusy("process 7 is syncing it; try again")) == 1
    assert capsys.readouterr().err == "assistant: process 7 is syncing it; try again\n"
    assert fail_with(RootMissing("no folder x; check --corpus")) == 1
    assert capsys.readouterr().err == "assistant: no folder x; check --corpus\n"
    assert fail_with(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == ""
    assert fail_with(ZeroDivisionError("oops")) == 1
    (log,) = tmp_path.glob("assistant-*.log")
    said = f"assistant: unexpected ZeroDivisionError: oops; details in {log}\n"
    assert capsys.readouterr().err == said
    assert log.read_text(encoding="utf-8").endswith("ZeroDivisionError: oops\n")


def test_a_missed_gate_fails_and_an_undefined_metric_does_not_pass(
    capsys: pytest.CaptureFixture[str],
) -> None:
    metrics = {"correct": 0.8, "ece": None}
    assert check(metrics, [Gate("correct", 0.8, "under"), Gate("correct", 0.8, "over")]) == 0
    assert check(metrics, [Gate("correct", 0.9, "under"), Gate("ece", 0.1, "over")]) == 1
    assert capsys.readouterr().err == (
        "assistant: correct is 0.8, under 0.9\n"
        "assistant: ece is undefined on these questions, so --fail-over ece=0.1 is not met;"
        " name another metric\n"
    )


def test_a_gate_on_an_unknown_metric_is_wrong_usage() -> None:
    check_names([Gate("recall@5", 0.9, "under")])
    with pytest.raises(SettingRefused, match=r"^--fail-over speed: no such metric; there are fact"):
        check_names([Gate("speed", 1.0, "over")])


def test_progress_elsewhere_than_in_a_terminal_is_a_line_a_stage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = SyncReport((), (), (), 1, (), 1, 1, 0, 0.1)
    steps = [
        SyncProgress("read", 0, 2),
        SyncProgress("read", 1, 2),
        SyncProgress("embed", 1, 9),
        SyncProgress("done", 1, 1, report),
    ]
    seen: list[SyncProgress] = []
    with ProgressLine(seen.append) as line:
        assert line.draw_all(steps) is report
    assert seen == steps
    assert capsys.readouterr() == ("", "Reading documents ...\nEmbedding passages ...\n")


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from ui.cli import main; main(['--help']);"
        "print([name for name in ('gradio', 'torch', 'chromadb', 'langchain_core', 'pydantic',"
        " 'numpy', 'fastapi') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    program = (
        "import os, sys; from ui.cli import main\n"
        "os.close(os.pipe()[0])\n"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1)\n"
        "code = main(['--help']); os._exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
