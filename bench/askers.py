"""Two ways a user asks a chat model's answers: the command line, and the page of the web chat."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answer import Turn
from bench.chatting import KEY, Chat

BY_MODEL = ("supported", "unsupported")
GIVEN = ("supported", "quoted")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the model as a user is given it: shown, or marked as unsupported.

    ``cites``: title, headings and quote of each place it cites. ``told``: whether the answer shows
    one of these anyway, as an exact quote or by another sentence.
    """

    sentence: str
    shown: bool
    cites: tuple[str, ...]
    told: bool


class CommandLine:
    """``assistant ask -``, kept open: a question a line in, an answer a line out."""

    name = "command line"

    def __init__(self, flags: Sequence[str], environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "ui.cli", "ask", "-", "--unsupported", "show", *flags]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment, "PYTHONPATH": str(Path(__file__).parent.parent)},
            text=True,
        )

    def ask(self, question: str, history: Sequence[Turn]) -> list[Line]:
        """The model's sentences of the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        turns = [{"role": turn.role, "content": turn.content} for turn in history]
        request = json.dumps({"question": question, "history": turns})
        print(request, file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline())
        return _lines(
            [
                (s["text"], s["status"], s["kind"], tuple(_place(c) for c in s["citations"]))
                for s in answer["statements"]
            ]
        )

    def close(self) -> None:
        """Let it end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)


class WebChat:
    """``POST /page/ask``, which the page's script sends: the blocks that it draws."""

    name = "web chat"

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def ask(self, question: str, history: Sequence[Turn]) -> list[Line]:
        """The model's sentences as drawn; a page has no earlier turns but its own."""
        assert not history, "the page keeps its own turns"
        body = {"key": KEY, "question": question, "conversation": None, "turn": 0}
        lines = self._chat.post("page/ask", body)
        (error,) = [line["error"] for line in lines if "error" in line] or [None]
        if error is not None:
            raise RuntimeError(error)
        view = [line["answer"] for line in lines if "answer" in line][-1]
        return _lines(
            [
                ("".join(part for part, _ in s["parts"]), s["status"], s["kind"], cites)
                for block in view["blocks"]
                for s in block["statements"]
                for cites in [tuple(_place(view["sources"][n - 1]) for n in s["cites"])]
            ]
        )


def _lines(statements: Sequence[tuple[str, str, str, tuple[str, ...]]]) -> list[Line]:
    """The model's sentences among all of an answer: text, status, kind, places."""
    given = {place for _, status, _, cites in statements if status in GIVEN for place in cites}
    return [
        Line(text, status == "supported", cites, not given.isdisjoint(cites))
        for text, status, kind, cites in statements
        if status in BY_MODEL and kind != "verdict"
    ]


def _place(citation: Mapping[str, Any]) -> str:
    return f"{' > '.join((citation['title'], *citation['heading']))}: {citation['quote']}"
