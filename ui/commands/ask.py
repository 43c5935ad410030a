"""``assistant ask``: a question in, a cited answer out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import QuestionRefused
from ui import layout, options, records
from ui.terminal import render_answer, render_statement, this_terminal

if TYPE_CHECKING:
    from assistant.answer import Answer, Statement, Turn, Withheld

    Step = Statement | Withheld | Answer


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "ask", "Answer a question with cited quotes.")
    command.add_argument(
        "question",
        nargs="+",
        metavar="QUESTION",
        help='the question, or "-": {"question": ..., "history": [...]?} a line on stdin',
    )
    command.add_argument(
        "--history", type=Path, metavar="FILE", help="earlier turns: [{role, content}, ...] in JSON"
    )
    command.add_argument("--json", action="store_true", help="the whole answer as JSON")
    options.add_answering(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer one question, or each line of stdin; 3 if the one question was refused."""
    history = load_history(arguments.history) if arguments.history else ()
    choice = options.choose(arguments)
    assistant = choice.assistant()
    options.say_if_older(assistant, arguments)
    where = options.where(arguments)
    if arguments.question == ["-"]:
        return records.answer_lines(
            sys.stdin,
            "question",
            lambda request: assistant.ask(
                request.text, request.history or history, where=where
            ).to_json(),
        )
    question = " ".join(arguments.question)
    if arguments.json:
        answer = assistant.ask(question, history, where=where)
        print(records.dump(answer.to_json(), indent=2))
    else:
        steps = assistant.stream(question, history, where=where)
        answer = say(steps, show_unsupported=choice.settings.unsupported == "show")
    return 3 if answer.outcome in layout.REFUSALS else 0


def say(steps: Iterable[Step], *, show_unsupported: bool) -> Answer:
    """Print a chat model's statements as they come, then the rest of the answer; returns it.

    A quote among them is printed once one of the model's own comes behind it: else it may be of
    the rest.
    """
    from assistant.answer import Answer, Statement

    paper, numbers, n_said = this_terminal(), dict[tuple[str, int, int], int](), 0
    step: Step | None = None
    held: list[Statement] = []
    for step in steps:
        if isinstance(step, Statement):
            held.append(step)
            if step.by_model:
                for statement in held:
                    print(render_statement(statement, numbers, paper), flush=True)
                n_said, held = n_said + len(held), []
    assert isinstance(step, Answer), "the answer comes last"
    if n_said:
        print()
    print(render_answer(step, paper, show_unsupported=show_unsupported, n_said=n_said))
    return step


def load_history(path: Path) -> tuple[Turn, ...]:
    """The earlier turns in ``path``.

    Raises:
        QuestionRefused: the file cannot be read or is not a list of turns.
    """
    try:
        turns = json.loads(path.read_text(encoding="utf-8-sig"))
        return records.read_history(turns)
    except OSError as error:
        raise QuestionRefused(
            f"--history {path} cannot be read ({error.strerror}); check the path"
        ) from error
    except ValueError as error:
        raise QuestionRefused(f"--history {path} cannot be read: {error}") from error
    except QuestionRefused as error:
        raise QuestionRefused(f"--history {path}: {error}") from error
